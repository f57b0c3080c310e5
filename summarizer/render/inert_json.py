"""JSON that acts on nothing it is shown on: a terminal, a script in a page, a strict reader.

JSON may hold almost any character as it is, an escape character of the second control set or a mark
that turns the reading order round among them. Here each of those is written as ``\\uXXXX``: what is
read back is the same text, and what is looked at is harmless.
"""

from __future__ import annotations

import json
import re

from summarizer.render.inert import UNSAFE

_SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"
"""What stands for a lone surrogate, one for one: no UTF-8 and no strict JSON reader takes it."""


def escaped(text: str) -> str:
    """JSON text with every character that acts as an escape; it means the same.

    Outside its strings JSON has no such character but line ends, which stay.
    """
    return UNSAFE.sub(_escape, text)


def dump(value: object) -> str:
    """A value as indented JSON, escaped, that every strict reader takes.

    ``<`` is escaped too: a text could end the ``script`` element of a page that holds the JSON.
    """
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    return escaped(_SURROGATE.sub(REPLACEMENT, text)).replace("<", "\\u003c")


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return char if char == "\n" else json.dumps(char)[1:-1]
