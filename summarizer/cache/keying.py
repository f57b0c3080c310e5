"""The key of each document's result, made without opening the model."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from summarizer.document import Document
from summarizer.errors import InputError
from summarizer.keys import ResultKey
from summarizer.models.catalog import known_models
from summarizer.models.resolve import Settings, check_model_id, default_model_id
from summarizer.models.types import Model
from summarizer.prompts import Prompt, load_prompt
from summarizer.schema import summary_fingerprint

_TEMPERATURE = 0.0
_EXTRACTIVE = "extractive"


class Keys:
    """Makes the keys of one run: all they have in common is worked out once.

    ``model`` and ``fallback`` are models, or names in full (``full_name``). The models that a
    failed one falls back on are part of a key: a result may be theirs.
    """

    def __init__(
        self,
        model: str | Model,
        prompt: Prompt,
        settings: Settings,
        fallback: tuple[str | Model, ...],
    ) -> None:
        self._model = model if isinstance(model, str) else model.id
        self._prompt = prompt.fingerprint
        self._schema = summary_fingerprint()
        parameters = {"temperature": _TEMPERATURE, **parameters_of(model, settings)}
        if fallback:
            parameters["fallback"] = [
                [other if isinstance(other, str) else other.id, parameters_of(other, settings)]
                for other in fallback
            ]
        self._parameters = parameters

    def of(self, document: Document) -> ResultKey:
        """The key of a document's result."""
        return ResultKey.of(
            document,
            prompt=self._prompt,
            schema=self._schema,
            model=self._model,
            parameters=self._parameters,
        )


def keys_for(
    model: str | Model | None,
    prompt: str,
    settings: Settings | None = None,
    fallback: tuple[str | Model, ...] = (),
) -> Keys | None:
    """The keys of the results of one question, all named as a caller names them.

    None where nothing is worth keeping (no model is asked), and for a name that stands for nothing:
    the work itself says so.
    """
    chosen = settings or Settings()
    try:
        first, *others = (full_name(name, chosen) for name in (model, *fallback))
        if first == _EXTRACTIVE:
            return None
        return Keys(first, load_prompt(prompt), chosen, tuple(others))
    except InputError:
        return None


def full_name(model: str | Model | None, settings: Settings) -> str | Model:
    """The model, or its name in full; None is the default. Raises UnknownName, loads nothing."""
    chosen = default_model_id(os.environ) if model is None else model
    if not isinstance(chosen, str) or chosen == _EXTRACTIVE:
        return chosen
    return check_model_id(chosen, settings.base_url or os.environ.get("OPENAI_BASE_URL", ""))


def parameters_of(model: str | Model, settings: Settings) -> dict[str, Any]:
    """What else decides about a model's answers: its server's address, or its weights.

    A file of weights is told by its path, size and time, so that it need not be read.
    """
    if not isinstance(model, str):
        return _plain(model.parameters)
    provider, _, name = model.partition("/")
    if provider == _EXTRACTIVE:
        return {}
    if provider != "local":
        return {"server": _server(settings.base_url or os.environ.get("OPENAI_BASE_URL", ""))}
    context = {"context_tokens": settings.local.context_tokens}
    known = known_models().get(name)
    if known is not None:
        return {"weights": known.sha256, **context}
    path = Path(name).expanduser()
    try:
        status = path.stat()
    except OSError:
        return {"weights": str(path), **context}
    return {"weights": [str(path.resolve()), status.st_size, status.st_mtime_ns], **context}


def _server(url: str) -> str:
    """The address without what may be a name and a password in it."""
    try:
        parts = urlsplit(url.strip())
        return f"{parts.scheme}://{parts.hostname}:{parts.port or ''}{parts.path.rstrip('/')}"
    except ValueError:
        return ""


def _plain(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """What of them stays the same from call to call: not what a server was found to refuse."""
    return {name: value for name, value in parameters.items() if name != "without"}
