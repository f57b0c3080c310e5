"""Faults of the network and of what sits in between: connections, lengths, sizes, encodings."""

from __future__ import annotations

import json
import zlib
from functools import cache

from .fault import Fault, endless, harmless, misshapen, passing, refused_body, unreadable
from .http_faults import CANARY
from .server import Behaviour, Call
from .writer import draft, question_of, sound

_GZIP, _ZLIB = 31, 15  # what zlib calls ``wbits``


@cache
def _fifty_megabytes_packed(wbits: int) -> bytes:
    """50 MB of blanks in 50 KB, made piece by piece."""
    packer = zlib.compressobj(wbits=wbits)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(50)) + packer.flush()


def _bomb(encoding: str, wbits: int, code: int = 200) -> Behaviour:
    def behave(call: Call) -> None:
        call.reply(code, _fifty_megabytes_packed(wbits), {"Content-Encoding": encoding})

    return behave


def _head_with(*headers: tuple[str, str], body: bytes = b"{}") -> Behaviour:
    def behave(call: Call) -> None:
        call.head(200, [("Content-Type", "application/json"), *headers])
        call.send(body)
        call.close()

    return behave


def _whole(call: Call) -> bytes:
    """A good answer's body, as bytes."""
    text = json.dumps(draft(question_of(call)))
    message = {"role": "assistant", "content": text}
    choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
    return json.dumps({"choices": choices, "usage": {}}).encode()


def _short_length(call: Call) -> None:
    body = _whole(call)
    call.reply(body=body, headers={"Content-Length": str(len(body) // 2)})
    call.close()


def _long_length(call: Call) -> None:
    body = _whole(call)
    call.reply(body=body, headers={"Content-Length": str(len(body) + 99)})
    call.close()


def _reset_in_body(call: Call) -> None:
    call.head(200, [("Content-Type", "application/json"), ("Content-Length", "5000")])
    call.send(b'{"choices": [')
    call.reset()


def _broken_chunk(call: Call) -> None:
    call.head(200, [("Transfer-Encoding", "chunked"), ("Content-Type", "application/json")])
    call.send(b"ff\r\n{\r\n")
    call.close()


def _chunk_of_nonsense(call: Call) -> None:
    call.head(200, [("Transfer-Encoding", "chunked"), ("Content-Type", "application/json")])
    call.send(b"zz\r\n{}\r\n0\r\n\r\n")
    call.close()


def _bytes(raw: bytes) -> Behaviour:
    def behave(call: Call) -> None:
        call.send(raw)
        call.close()

    return behave


def _hang_in_head(call: Call) -> None:
    call.send(b"HTTP/1.1 200 OK\r\nContent-Ty")
    call.hang()


def _hang_in_body(call: Call) -> None:
    call.head(200, [("Content-Type", "application/json"), ("Content-Length", "5000")])
    call.send(b"  {")
    call.hang()


def _drip_head(call: Call) -> None:
    call.send(b"HTTP/1.1 200 OK\r\n")
    call.drip(b"X-A: b\r\n")


def _drip_body(call: Call) -> None:
    call.head(200, [("Content-Type", "application/json"), ("Content-Length", "900000")])
    call.drip(b" ")


def _drip_events(call: Call) -> None:
    call.begin_stream()
    call.drip(b'data: {"choices": [{"index": 0, "delta": {"content": " "}}]}\n\n')


def _drip_comments(call: Call) -> None:
    call.begin_stream()
    call.drip(b": still here\n\n")


def _fifty_megabytes(call: Call) -> None:
    call.head(200, [("Content-Type", "application/json"), ("Connection", "close")])
    call.pour(b" " * 65536, 50_000_000)


def _fifty_megabytes_announced(call: Call) -> None:
    call.head(200, [("Content-Type", "application/json"), ("Content-Length", "50000000")])
    call.pour(b" " * 65536, 50_000_000)


def _fifty_megabytes_of_error(call: Call) -> None:
    call.head(500, [("Content-Type", "text/plain"), ("Connection", "close")])
    call.pour(CANARY.encode() * 1000, 50_000_000)


def _fifty_megabytes_of_head(call: Call) -> None:
    call.send(b"HTTP/1.1 200 OK\r\n")
    call.pour(b"X-Filler: " + b"x" * 65000 + b"\r\n", 50_000_000)


def _fifty_megabytes_in_a_line(call: Call) -> None:
    call.begin_stream()
    call.send(b"data: ")
    call.pour(b"x" * 65536, 50_000_000)


def _fifty_megabytes_of_events(call: Call) -> None:
    call.begin_stream()
    event = {"choices": [{"index": 0, "delta": {"content": "x" * 1000}}]}
    call.pour(b"data: %s\n\n" % json.dumps(event).encode(), 50_000_000)


def _after_continue(call: Call) -> None:
    call.send(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
    sound(call)


def _labelled(kind: str) -> Behaviour:
    return lambda call: call.reply(body=_whole(call), kind=kind)


CONNECTIONS: dict[str, Fault] = {
    "reset-before": passing(Call.reset),
    "closed-before": passing(Call.close),
    "reset-in-the-body": passing(_reset_in_body),
    "closed-in-the-head": passing(_bytes(b"HTTP/1.1 200 OK\r\nContent-Ty")),
    "short-length": unreadable(_short_length),
    "long-length": passing(_long_length),
    "negative-length": passing(_head_with(("Content-Length", "-1"))),
    "two-lengths": passing(_head_with(("Content-Length", "2"), ("Content-Length", "9"))),
    "words-for-a-length": passing(_head_with(("Content-Length", "many"))),
    "huge-length": refused_body(_head_with(("Content-Length", "9" * 18))),
    "length-of-30-digits": passing(_head_with(("Content-Length", "9" * 30))),
    "broken-chunk": passing(_broken_chunk),
    "chunk-of-nonsense": passing(_chunk_of_nonsense),
    "another-protocol": passing(_bytes(b"SSH-2.0-OpenSSH_9.9\r\n")),
    "zeros-in-the-head": passing(_bytes(b"HTTP/1.1 200 OK\r\nX: \0\r\n\r\n{}")),
    "encoded-transfer": passing(_head_with(("Transfer-Encoding", "gzip, chunked"))),
    "hang": endless(Call.hang),
    "hang-in-the-head": endless(_hang_in_head),
    "hang-in-the-body": endless(_hang_in_body),
    "drip-head": endless(_drip_head),
    "drip-body": endless(_drip_body),
    "drip-events": endless(_drip_events),
    "drip-comments": endless(_drip_comments),
    "50-megabytes": refused_body(_fifty_megabytes),
    "50-megabytes-announced": refused_body(_fifty_megabytes_announced),
    "50-megabytes-of-error": refused_body(_fifty_megabytes_of_error),
    "50-megabytes-of-head": passing(_fifty_megabytes_of_head),
    "50-megabytes-in-a-line": refused_body(_fifty_megabytes_in_a_line),
    "50-megabytes-of-events": misshapen(_fifty_megabytes_of_events),
    "gzip-bomb": refused_body(_bomb("gzip", _GZIP)),
    "gzip-bomb-in-an-error": refused_body(_bomb("gzip", _GZIP, 500)),
    "deflate-bomb": refused_body(_bomb("deflate", _ZLIB)),
    "brotli-not-asked-for": refused_body(
        lambda call: call.reply(body=b"\x0b\x02\x80{}\x03", headers={"Content-Encoding": "br"})
    ),
    "continue-first": harmless(_after_continue),
    "json-as-text": harmless(_labelled("text/plain; charset=latin-1")),
    "json-without-a-kind": harmless(_labelled("")),
    "json-as-events": unreadable(_labelled("text/event-stream")),
}
