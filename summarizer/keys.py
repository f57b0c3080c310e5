"""What a result depends on: two articles with the same key have the same result.

A key is the identity of a result in the store. If any part of it changes, an earlier result does
not answer the question any more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.revision import revision

if TYPE_CHECKING:
    from summarizer.document import Document

_KIND = "summarizer:result:1"
"""Hashed with every key, so that a key made in another way can never have the same digest."""


@dataclass(frozen=True, slots=True)
class ResultKey:
    """Everything that shapes a result; make one with ``of``.

    ``article_sha256`` is the hash of the text, ``date`` an ISO date or empty. ``prompt`` and
    ``schema`` are fingerprints (SHA-256 in hexadecimal): of the prompt's files, and of the
    summary's JSON Schema. ``parameters`` is canonical JSON, ``pipeline`` tells the code that reads
    and checks (``summarizer.revision``).
    """

    article_sha256: str
    language: str
    date: str
    prompt: str
    schema: str
    model: str
    parameters: str
    pipeline: str

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        prompt: str,
        schema: str,
        model: str,
        parameters: Mapping[str, Any] | None = None,
    ) -> ResultKey:
        """The key of a document's summary by this version of the code.

        The document's name and its origin are no part of it: they shape nothing but the part of the
        summary that repeats them, which is that of the document that is asked about.

        ``parameters`` is whatever else changes what the model says: temperature, the server's
        address, the models it falls back on. Raises ValueError for what JSON cannot hold.
        """
        return cls(
            article_sha256=document.sha256,
            language=document.language,
            date=document.date.isoformat() if document.date else "",
            prompt=prompt,
            schema=schema,
            model=model,
            parameters=canonical_json(parameters or {}),
            pipeline=revision(),
        )

    @property
    def fields(self) -> dict[str, str]:
        """Every field by its name."""
        return {name: getattr(self, name) for name in self.__slots__}

    @property
    def digest(self) -> str:
        """SHA-256 over every field under its name, in hexadecimal."""
        spelled = canonical_json({"kind": _KIND, **self.fields})
        return hashlib.sha256(spelled.encode()).hexdigest()


def canonical_json(value: Any) -> str:
    """One spelling of a JSON value: sorted names, no blanks, ASCII only.

    Raises ValueError for NaN and infinities, and for a value that is not JSON.
    """
    try:
        return json.dumps(
            value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
        )
    except TypeError as error:
        raise ValueError(str(error)) from error
