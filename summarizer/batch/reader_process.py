"""What a reader process does: it reads articles and checks answers, one message at a time.

It is started by ``reader.Reader``, speaks through its standard input and output, and knows nothing
but what a message says. It ends when its input does, so it never outlives the program it works for.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from typing import Any

from summarizer.batch.failures import unexpected
from summarizer.batch.frames import read_frame, write_frame
from summarizer.batch.packing import packed
from summarizer.content import ReadArticle, content_of, read_article
from summarizer.document import Document
from summarizer.draft import Draft

HELLO = b"ready"


def main() -> None:
    """Answer messages until there are no more."""
    # Ctrl-C reaches every process of a terminal: what is to end then, the program decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print is no reply
    gc.freeze()  # the modules stay: no need to look through them for garbage
    gc.enable()
    write_frame(replies, HELLO)
    while True:
        try:
            message = read_frame(requests)
            write_frame(replies, answer(message))
        except (EOFError, OSError):
            os._exit(0)


def answer(message: bytes) -> bytes:
    """The reply to a message: ``(True, result)``, or ``(False, error)``, pickled.

    ``(False, None)`` says that the message holds what is not known here: a class of the program
    that calls this one.
    """
    try:
        seconds, work, *arguments = pickle.loads(message)
    except Exception:
        return pickle.dumps((False, None))
    _end_after(seconds)
    try:
        return packed((True, _WORK[work](*arguments)))
    except Exception as error:
        return pickle.dumps((False, unexpected(error)))
    finally:
        _end_after(0)


def _check(read: bytes, draft: Draft, notes: tuple[str, ...]) -> str:
    """``read`` is the reply to "read", byte for byte."""
    _, reading = pickle.loads(read)
    return _checked(reading, draft, notes)


def _both(document: Document, draft: Draft, notes: tuple[str, ...]) -> str:
    return _checked(read_article(document), draft, notes)


def _checked(read: ReadArticle, draft: Draft, notes: tuple[str, ...]) -> str:
    # As JSON: that is hashed anyway, and an object of each item takes twice the time to send.
    return content_of(read, draft, notes).model_dump_json()


_WORK: dict[str, Any] = {"read": read_article, "check": _check, "both": _both}


def _end_after(seconds: int) -> None:
    """Have the system end this process after so many seconds, whatever it is doing; 0 for never.

    The program it works for does so too, but that one may be gone.
    """
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
