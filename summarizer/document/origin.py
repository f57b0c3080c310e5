"""Where a document's text came from, what its source says about it, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that the source held and the document's text does not, or the model does not see.

    ``kind`` is ``navigation``, ``boilerplate``, ``hidden`` (no reader of the page sees it),
    ``comment`` (a note in the source), ``discussion`` (readers' comments), ``script``, ``header``
    (at the edge of each page), ``style`` (rules too many to be read, which may hide something),
    ``deleted`` (struck out, or a tracked change), ``quoted`` (an earlier mail),
    ``attachment``, ``zero-width``, ``bidi`` or ``tag`` (Unicode tag characters). ``count`` is how
    many pieces, or characters for the last three; ``characters`` is how long they are together;
    ``sample`` is the beginning of the first.
    """

    kind: str
    count: int
    characters: int = 0
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a reader learned of a source beside the text.

    ``encoding`` is what the bytes were decoded as, "" where the text came as text;
    ``encoding_from`` is how that was known: ``bom``, ``declared``, ``utf-8`` (it is valid),
    ``detected`` or ``given``. ``url`` is the page's own address, ``fetched_from`` where it was read
    from after redirects. ``published`` and ``modified`` are ISO dates or times. ``raw_sha256`` is
    the digest of the bytes. ``notes`` is what an editor should know of the reading: a type or an
    encoding that was declared and is not true, a part that could not be read.
    """

    media_type: str = "text/plain"
    encoding: str = ""
    encoding_from: str = ""
    url: str = ""
    fetched_from: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    published: str = ""
    modified: str = ""
    description: str = ""
    raw_sha256: str = ""
    removed: tuple[Removed, ...] = field(default=())
    notes: tuple[str, ...] = ()
