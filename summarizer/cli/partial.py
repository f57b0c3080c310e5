"""What an unfinished answer of a model already says."""

from __future__ import annotations

import re

_CLAIM = re.compile(r'"claim"\s?:\s?"')
_TEXT = re.compile(r'(?:[^"\\]|\\.)*')
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)?")


def read_partial(answer: str) -> tuple[int, str]:
    """How many claims the answer has so far, and the latest words of it.

    The answer is JSON that may break off anywhere. Before its first claim there are no words.
    """
    begun = [match.end() for match in _CLAIM.finditer(answer)]
    if not begun:
        return 0, ""
    found = _TEXT.match(answer, begun[-1])
    words = found[0] if found else ""
    return len(begun), _ESCAPE.sub(lambda escape: _plain(escape[0]), words)


def _plain(escape: str) -> str:
    if escape.startswith("\\u") and len(escape) == 6:
        return chr(int(escape[2:], 16))
    return {"\\n": " ", "\\t": " ", "\\r": " "}.get(escape, escape[1:])
