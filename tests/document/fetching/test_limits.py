"""Size and time: counted over everything, and enforced while reading."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator
from itertools import repeat

import pytest

from summarizer.document.fetching import fetch
from summarizer.document.fetching.bodies import read_body
from summarizer.document.fetching.network import resolve_within
from summarizer.document.fetching.transport import Answer
from summarizer.errors import FetchFailed, FetchTimeout, FetchTooLarge
from tests.document.fetching.world import HOME, Scene, moved, reply, zipped

GZIP = (("content-encoding", "gzip"),)


def test_a_page_of_the_largest_size_is_taken(here: Scene) -> None:
    here.site.pages["/"] = reply(b"a" * 1000)

    assert len(fetch(f"{HOME}/", policy=here.policy(max_bytes=1000)).body) == 1000


@pytest.mark.parametrize(
    "answer",
    [
        reply(b"a" * 1001),
        reply(b"a" * 1001, content_length="", connection="close"),
        zipped(b"a" * 1001),
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"1\r\na\r\n" * 1001
        + b"0\r\n\r\n",
    ],
    ids=["declared", "undeclared", "gzip", "chunked"],
)
def test_a_page_one_byte_larger_is_not(here: Scene, answer: bytes) -> None:
    def once(connection: socket.socket) -> None:
        connection.sendall(answer)

    here.site.pages["/"] = once

    with pytest.raises(FetchTooLarge, match="larger than 1,000 bytes"):
        fetch(f"{HOME}/", policy=here.policy(max_bytes=1000))


def test_a_size_that_is_declared_is_believed_before_it_is_read(here: Scene) -> None:
    here.site.pages["/"] = reply(b"", content_length="9" * 15)

    with pytest.raises(FetchTooLarge):
        fetch(f"{HOME}/", policy=here.policy())


def test_the_limit_is_ten_megabytes_decoded() -> None:
    largest = gzip.compress(b"a" * 10_000_000)

    assert len(read_body(Answer(200, GZIP, iter([largest])), 10_000_000)) == 10_000_000


def test_a_bomb_is_defused_while_it_is_read() -> None:
    taken = 0

    def chunks() -> Iterator[bytes]:
        nonlocal taken
        press = zlib.compressobj(9, wbits=31)
        for zeros in repeat(bytes(1_000_000)):
            taken += 1
            yield press.compress(zeros) + press.flush(zlib.Z_SYNC_FLUSH)

    with pytest.raises(FetchTooLarge):
        read_body(Answer(200, GZIP, chunks()), 10_000_000)

    assert taken <= 12


def test_one_chunk_of_a_bomb_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces: list[int] = []
    make = zlib.decompressobj

    class Watched:
        def __init__(self, wbits: int) -> None:
            self._inner = make(wbits)

        def __getattr__(self, name: str) -> object:
            return getattr(self._inner, name)

        def decompress(self, data: bytes, limit: int) -> bytes:
            piece = self._inner.decompress(data, limit)
            pieces.append(len(piece))
            return piece

    monkeypatch.setattr(zlib, "decompressobj", Watched)
    bomb = gzip.compress(bytes(50_000_000))

    with pytest.raises(FetchTooLarge):
        read_body(Answer(200, GZIP, iter([bomb])), 1_000_000)

    assert max(pieces) <= 65_536
    assert sum(pieces) <= 1_100_000


@pytest.mark.parametrize("size", [1, 7, 1000, 100_000])
@pytest.mark.parametrize("text", [bytes(range(256)) * 300, bytes(1_000_000)], ids=["text", "zeros"])
def test_a_compressed_body_is_whole_however_it_is_cut(text: bytes, size: int) -> None:
    sent = gzip.compress(text[:40_000]) + gzip.compress(text[40_000:]) + b"\0" * 10
    chunks = (sent[at : at + size] for at in range(0, len(sent), size))

    assert read_body(Answer(200, GZIP, chunks), 10**7) == text


def test_a_compressed_body_that_ends_early_is_a_failure() -> None:
    sent = gzip.compress(b"The ferry sailed. " * 100)

    for end in range(1, len(sent)):
        with pytest.raises(FetchFailed):
            read_body(Answer(200, GZIP, iter([sent[:end]])), 10**6)


def test_what_is_not_compressed_and_says_so_is_a_failure() -> None:
    with pytest.raises(FetchFailed, match="decompressed"):
        read_body(Answer(200, GZIP, iter([b"plain text"])), 10**6)


def test_small_chunks_do_not_carry_more_than_the_limit(here: Scene) -> None:
    def endless(connection: socket.socket) -> None:
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        for chunk in repeat((b"1;" + b"x" * 1000 + b"\r\na\r\n") * 100):
            connection.sendall(chunk)

    here.site.pages["/"] = endless

    with pytest.raises(FetchTooLarge):
        fetch(f"{HOME}/", policy=here.policy(max_bytes=10**6))


def test_endless_preliminary_answers_end(here: Scene) -> None:
    def endless(connection: socket.socket) -> None:
        for chunk in repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 1000):
            connection.sendall(chunk)

    here.site.pages["/"] = endless

    with pytest.raises(FetchTooLarge):
        fetch(f"{HOME}/", policy=here.policy(max_bytes=1000))


# time


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock(here: Scene, monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(here.world, "now", made)
    return made


def dripping(clock: Clock, start: bytes, drop: bytes) -> object:
    """Sends a drop, and a second later, by the clock, the next."""

    def serve(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in range(100_000):
            clock.time += 1
            connection.sendall(drop)

    return serve


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (HEAD + b"Content-Length: 1000000\r\n\r\n", b"a"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (HEAD, b"X: a\r\n"),
        (b"", b"HTTP/1.1 102 Wait\r\n\r\n"),
    ],
    ids=["body", "chunks", "headers", "preliminary"],
)
def test_dripping_does_not_stretch_the_time(
    here: Scene, clock: Clock, start: bytes, drop: bytes
) -> None:
    here.site.pages["/"] = dripping(clock, start, drop)  # type: ignore[assignment]

    with pytest.raises(FetchTimeout, match="after 30 seconds"):
        fetch(f"{HOME}/", policy=here.policy(robots=False))


def test_all_redirects_share_one_time(here: Scene, clock: Clock) -> None:
    def slow(to: str) -> object:
        def serve(connection: socket.socket) -> None:
            clock.time += 8
            connection.sendall(moved(to))

        return serve

    here.site.pages.update({f"/{n}": slow(f"/{n + 1}") for n in range(5)})  # type: ignore[misc]

    with pytest.raises(FetchTimeout):
        fetch(f"{HOME}/0", policy=here.policy(robots=False))

    assert here.site.paths == ["/0", "/1", "/2", "/3"]


def test_a_server_that_says_nothing_ends_with_the_time(here: Scene) -> None:
    hang = threading.Event()
    here.site.pages["/"] = lambda _: bool(hang.wait(20)) and None

    with pytest.raises(FetchTimeout):
        fetch(f"{HOME}/", policy=here.policy(seconds=0.2, robots=False))
    hang.set()


def test_a_name_that_hangs_ends_with_the_time(here: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    hang = threading.Event()
    monkeypatch.setattr(here.world, "resolve", lambda *_: hang.wait(20))

    with pytest.raises(FetchTimeout, match="not looked up in time"):
        fetch(f"{HOME}/", policy=here.policy(seconds=0.2))
    hang.set()
    assert here.world.dialled == []


def test_a_lookup_that_breaks_is_told_in_the_thread_that_asked(here: Scene) -> None:
    with pytest.raises(OSError, match="not known"):
        resolve_within(here.world, "nowhere.example", 80, 5)
