"""Messages between two processes of this program: a length, then so many bytes."""

from __future__ import annotations

import struct
from typing import IO

_LENGTH = struct.Struct("!Q")


def write_frame(stream: IO[bytes], message: bytes) -> None:
    """Send ``message``. Raises OSError where nobody reads any more."""
    # In one piece: the length alone would wake the other side for nothing.
    stream.write(_LENGTH.pack(len(message)) + message)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes:
    """The next message. Raises EOFError where the other side ended, also half-way."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
