"""From a model's name to the model.

local/qwen2.5-coder-1.5b            a model of the catalog, run on this machine
./x.gguf, local//path/to/x.gguf     a user's own weights
openai/gpt-5.4-mini                 OpenAI, or the server that OPENAI_BASE_URL names
anything/model-name                 any server that speaks the OpenAI API, by its base URL
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.errors import ProviderRejected, RequestInvalid, UnknownName
from summarizer.models.catalog import DEFAULT_LOCAL, entry
from summarizer.models.local_server import LocalOptions
from summarizer.models.types import Model

if TYPE_CHECKING:
    from summarizer.models.fetch import OnPull
    from summarizer.models.transport import Gate

DEFAULT_OPENAI = "openai/gpt-5.4-mini"
_OPENAI_URL = "https://api.openai.com/v1"
_GGUF = ".gguf"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where and how a model runs.

    ``base_url`` and ``api_key`` go before OPENAI_BASE_URL and OPENAI_API_KEY. ``on_pull`` hears how
    far a download of weights is. ``gate`` decides who may send when, for many documents at once.
    """

    base_url: str = ""
    api_key: str = ""
    local: LocalOptions = field(default_factory=LocalOptions)
    on_pull: OnPull | None = None
    gate: Gate | None = None


def default_model_id(environ: Mapping[str, str]) -> str:
    """SUMMARIZER_MODEL, else OpenAI if there is a key, else the local model."""
    chosen = environ.get("SUMMARIZER_MODEL", "").strip()
    if chosen:
        return chosen
    return DEFAULT_OPENAI if environ.get("OPENAI_API_KEY") else f"local/{DEFAULT_LOCAL}"


def check_model_id(model_id: str, base_url: str = "") -> str:
    """The name in full, ``provider/model``. Raises UnknownName, without loading anything."""
    if model_id.endswith(_GGUF):
        return model_id if model_id.startswith("local/") else f"local/{model_id}"
    provider, slash, name = model_id.partition("/")
    if not (provider and slash and name):
        raise UnknownName(
            f"{model_id!r} is not the name of a model",
            remedy="Write provider/model, as in openai/gpt-5.4-mini or local/qwen2.5-coder-1.5b",
        )
    if provider == "local":
        entry(name)
    elif provider != "openai" and not base_url:
        raise UnknownName(
            f"Nothing is known about the provider {provider!r}",
            remedy="Set OPENAI_BASE_URL to the address of its OpenAI-compatible server",
        )
    return model_id


def open_model(
    model_id: str,
    settings: Settings | None = None,
    *,
    environ: Mapping[str, str] | None = None,
) -> Model:
    """The model of that name, ready for questions; close it after use.

    Nothing is fetched, loaded or sent before the first question. Raises UnknownName,
    ProviderRejected where OpenAI is asked for and there is no key or none that can be sent, and
    RequestInvalid for an address that is none.
    """
    chosen = settings or Settings()
    env = os.environ if environ is None else environ
    base_url = (chosen.base_url or env.get("OPENAI_BASE_URL", "")).strip()
    name = check_model_id(model_id, base_url)
    from summarizer.models.transport import Transport

    transport = Transport(gate=chosen.gate)
    if name.startswith("local/"):
        from summarizer.models.local_model import LocalModel

        return LocalModel(name, chosen.local, chosen.on_pull, transport)
    api_key = (chosen.api_key or env.get("OPENAI_API_KEY", "")).strip()
    return _open_remote(name, base_url, api_key, transport)


def _open_remote(name: str, base_url: str, api_key: str, transport: object) -> Model:
    from summarizer.models.channel import Channel
    from summarizer.models.client import make_client
    from summarizer.models.openai_adapter import ChatModel
    from summarizer.models.transport import Transport
    from summarizer.models.wire import COMPATIBLE, OPENAI

    assert isinstance(transport, Transport)
    url = base_url or _OPENAI_URL
    host, where = _address(url)
    official = host == urlsplit(_OPENAI_URL).hostname
    if official and not api_key:
        raise ProviderRejected(
            "There is no key for OpenAI", remedy="Set OPENAI_API_KEY, or choose another model"
        )
    if not (api_key.isascii() and api_key.isprintable()):
        raise ProviderRejected(
            "The key holds characters that cannot be sent", remedy="Check OPENAI_API_KEY"
        )
    channel = Channel(lambda: make_client(base_url=url, api_key=api_key or "none"))
    channel.prepare()
    dialect = OPENAI if official else COMPATIBLE
    return ChatModel(name, channel, dialect, transport=transport, parameters={"server": where})


def _address(url: str) -> tuple[str, str]:
    """The host of a server's URL, and what may be shown of the URL: no name and no password."""
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname and url.isprintable():
            port = f":{parts.port}" if parts.port else ""
            return parts.hostname, f"{parts.scheme}://{parts.hostname}{port}{parts.path}"
    except ValueError:
        pass
    raise RequestInvalid(
        "The address of the server is none that can be called",
        remedy="Set OPENAI_BASE_URL to one like https://example.org/v1",
    )
