"""What goes into a reader and what comes out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from summarizer.document.decoding import Declared, Decoded
from summarizer.document.origin import Origin


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of a source, and what was said of them from outside; "" for what was not.

    ``media_type`` and ``charset`` are declared by who sent them, ``encoding`` is given by the
    user. ``url`` is the address they were asked for at, ``fetched_from`` where they came from.
    """

    body: bytes
    name: str = ""
    media_type: str = ""
    charset: str = ""
    encoding: str = ""
    url: str = ""
    fetched_from: str = ""

    def declared(self, inside: str = "") -> Declared:
        """What is said of the encoding, with what the bytes say themselves."""
        return Declared(self.encoding, self.charset, inside)

    def origin(self, media_type: str, decoded: Decoded | None = None) -> Origin:
        """The beginnings of an origin: what is known before the content is looked at."""
        origin = Origin(
            media_type=media_type,
            url=self.fetched_from or self.url,
            fetched_from=self.fetched_from,
            raw_sha256=hashlib.sha256(self.body).hexdigest(),
        )
        if decoded is None:
            return origin
        return replace(
            origin,
            encoding=decoded.encoding,
            encoding_from=decoded.known_from,
            notes=decoded.notes,
        )


@dataclass(frozen=True, slots=True)
class Content:
    """An article as a reader found it: its text, its origin, and the language it declares."""

    text: str
    origin: Origin
    language: str = ""
