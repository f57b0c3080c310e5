"""Guards on raw answers: what is refused before anything is believed or stored.

The reasons are fixed phrases: they never quote the answer, because errors are logged and stored.
"""

from __future__ import annotations

import json
import re
from typing import Any

MAX_BODY_BYTES = 4 * 1024 * 1024
"""Bytes read of one HTTP answer. A summary is a few KB; streaming wraps each token in 200 bytes."""

MAX_ANSWER_CHARS = 256 * 1024
"""Characters of the model's own text, the JSON inside the HTTP answer."""

MAX_DEPTH = 40
"""Nesting of the model's JSON; a draft needs five levels."""

MAX_DIGITS = 64
"""Digits of one number; Python refuses to read 4,300, after time that grows with their square."""

# Terminal escapes start with ESC or a C1 control, NUL ends C strings, surrogates are not UTF-8.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Unusable(Exception):
    """The answer is not fit for use; ``reason`` is a fixed phrase without any of its text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_envelope(raw: bytes) -> dict[str, Any]:
    """The HTTP body, or one event of a stream, as a JSON object.

    Raises Unusable when it is none, or when two readers could read it differently.
    """
    try:
        value = _strict_json(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unusable("the body is not JSON") from None
    if not isinstance(value, dict):
        raise Unusable("the body is not a JSON object")
    return value


def unfenced(text: str) -> str:
    """The text without a Markdown code fence around it, which chatty models like to add."""
    stripped = text.strip()
    if not (stripped.startswith("```") and stripped.endswith("```") and "\n" in stripped):
        return text
    return stripped[stripped.index("\n") + 1 : -3].strip()


def check_answer(text: str) -> None:
    """Refuse JSON that two readers could read differently, or that would harm who prints it.

    Raises Unusable for: too long, not JSON, a key given twice, NaN or infinity, a number of absurd
    length, nesting too deep, NUL and other control characters, lone surrogates.
    """
    if len(text) > MAX_ANSWER_CHARS:
        raise Unusable("the answer is too long")
    if not text.strip():
        raise Unusable("the answer is empty")
    try:
        value = _strict_json(text)
    except (ValueError, RecursionError):
        raise Unusable("the answer is not JSON") from None
    _check_values(value)


def _strict_json(text: str) -> Any:
    return json.loads(
        text,
        object_pairs_hook=_unique,
        parse_constant=_no_constant,
        parse_int=_bounded_int,
        parse_float=_finite,
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Unusable("a key is given twice")
    return fields


def _no_constant(name: str) -> Any:
    raise Unusable("a number is not finite")


def _bounded_int(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise Unusable("a number has too many digits")
    return int(digits)


def _finite(digits: str) -> float:
    if len(digits) > MAX_DIGITS:
        raise Unusable("a number has too many digits")
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise Unusable("a number is not finite")
    return number


def _check_values(value: Any) -> None:
    level = [value]
    for _ in range(MAX_DEPTH):
        if not level:
            return
        below: list[Any] = []
        for item in level:
            if isinstance(item, str):
                if _UNPRINTABLE.search(item):
                    raise Unusable("the answer holds control characters")
            elif isinstance(item, dict):
                below += item.keys()
                below += item.values()
            elif isinstance(item, list):
                below += item
        level = below
    raise Unusable("the answer is nested too deep")
