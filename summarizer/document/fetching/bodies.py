"""Reading a body up to a limit that counts what comes out of decompression, not what goes in."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from summarizer.document.fetching.transport import Answer
from summarizer.errors import FetchFailed, FetchTooLarge

# The most that one step of decompression may put into memory before the limit is looked at.
_PIECE_BYTES = 65_536
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_START = b"\x1f"


def read_body(answer: Answer, max_bytes: int) -> bytes:
    """The whole body; ``FetchTooLarge`` once it is known to be larger than ``max_bytes``."""
    declared = answer.header("content-length")
    if declared.isdecimal() and int(declared[:20]) > max_bytes:
        raise _too_large(max_bytes)
    body = bytearray()
    for piece in _decoded(answer):
        body += piece
        if len(body) > max_bytes:
            raise _too_large(max_bytes)
    return bytes(body)


def read_start(answer: Answer, max_bytes: int) -> bytes:
    """The first ``max_bytes`` of the body; what follows is left unread."""
    body = bytearray()
    for piece in _decoded(answer):
        body += piece
        if len(body) >= max_bytes:
            break
    return bytes(body[:max_bytes])


def _decoded(answer: Answer) -> Iterator[bytes]:
    coding = answer.header("content-encoding").strip().lower()
    if coding in ("", "identity"):
        return answer.chunks
    if coding in ("gzip", "x-gzip"):
        return _gunzip(answer.chunks)
    raise FetchFailed(f"the body is coded as {coding[:40]!r}, which was not asked for")


def _gunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The members of a gzip stream in bounded pieces; a cut one is an error, not a short page.

    What follows the last member and is none itself (some servers pad) is dropped, as by browsers.
    """
    member = None
    try:
        for chunk in chunks:
            waiting = chunk
            while waiting:
                if member is None or member.eof:
                    if member and not waiting.startswith(_GZIP_START):
                        return
                    member = zlib.decompressobj(_GZIP)
                yield member.decompress(waiting, _PIECE_BYTES)
                waiting = member.unused_data if member.eof else member.unconsumed_tail
    except zlib.error as broken:
        raise FetchFailed(f"the body cannot be decompressed: {broken}") from None
    if member and not member.eof:
        raise FetchFailed("the body ends in the middle of its compression")


def _too_large(max_bytes: int) -> FetchTooLarge:
    return FetchTooLarge(f"the page is larger than {max_bytes:,} bytes")
