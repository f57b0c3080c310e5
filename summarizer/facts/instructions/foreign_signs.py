"""An order to a model in another language than English, known by the kinds of words that meet.

The forms in ``concepts`` are those in which one speaks to a machine; what is told of somebody puts
him between them ("the driver ignored the earlier orders"), so they must stand close together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_NEAR = 4
"""Words within which the kinds must meet."""

_REACH = 12
_HEAD = re.compile(r"(?:[.!?:;,(\[\"“„«—–>-]|\b(?:bitte|por favor|прошу|пожалуйста)) ?$")
_CLOSED = re.compile(r"[^.!?:]{0,60}:")
_CALLED_OUT = re.compile(r"[ ]?[,!:]")
_THAT = re.compile(r",? (?:dass|что|що|che|que|dat|że) (?!(?:sie|они|вони|essi|eles|ze|są)\b)")

Places = Mapping[int, frozenset[str]]


def sign_abroad(read: str, words: Sequence[re.Match[str]], places: Places) -> str:
    """The kind of order, "" for none, by the kinds of the ``words`` at ``places``."""
    kinds = frozenset().union(*places.values())
    if "drop" in kinds and _drops(read, words, places):
        return "dropped"
    if "machine" in kinds and _calls(read, words, places):
        return "called"
    if "answer" in kinds and _asks(read, words, places, kinds):
        return "answer"
    return ""


def _asks(read: str, words: Sequence[re.Match[str]], places: Places, kinds: frozenset[str]) -> bool:
    """Whether the answer is ordered: "write in the summary", "in your summary ... write"."""
    if "must" in kinds and _meet(places, "answer", "text", "must"):
        return True
    if "say" in kinds and _meet(places, "your", "answer"):
        return True
    heads = (at for at in places if "say" in places[at] and _heads(read, words[at]))
    return any("answer" in places.get(i, ()) for at in heads for i in range(at + 1, at + _NEAR))


def _drops(read: str, words: Sequence[re.Match[str]], places: Places) -> bool:
    """Whether a clause begins with a command to drop orders, with nobody in between."""
    for at, kinds in places.items():
        if "drop" not in kinds or not _heads(read, words[at]):
            continue
        end = at + 1
        while end in places and end <= at + _NEAR:
            end += 1
        behind = frozenset().union(*(places[i] for i in range(at + 1, end)))
        if "orders" in behind or {"above", "text"} <= behind:
            return True
    return False


def _calls(read: str, words: Sequence[re.Match[str]], places: Places) -> bool:
    """Whether a machine is spoken to: "if you are ...", "dear ...,", "to all ...:", "must say"."""
    if _meet(places, "if", "are", "machine"):
        return True
    for at, kinds in places.items():
        if "machine" not in kinds:
            continue
        end = words[at].end()
        before = frozenset().union(*(places.get(i, ()) for i in range(max(at - _NEAR, 0), at)))
        if "dear" in before and _CALLED_OUT.match(read, end):
            return True
        if "to" in before and at <= _NEAR and _CLOSED.match(read, end):
            return True
        duty = frozenset().union(*(places.get(i, ()) for i in range(at + 1, at + 1 + _NEAR)))
        told = (
            i for i in range(at + 2, min(at + 2 + _NEAR, len(words))) if "tell" in places.get(i, ())
        )
        if "must" in duty and any(_THAT.match(read, words[i].end()) for i in told):
            return True
    return False


def _heads(read: str, word: re.Match[str]) -> bool:
    """Whether a clause begins with the word."""
    start = max(word.start() - _REACH, 0)
    return bool(_HEAD.search(read, start, word.start())) or word.start() == 0


def _meet(places: Places, first: str, *then: str) -> bool:
    """Whether a word of the kind ``first`` is closely followed by one of each other kind."""
    for at, kinds in places.items():
        if first in kinds:
            behind = [places[i] for i in range(at + 1, at + 2 + _NEAR) if i in places]
            if all(any(kind in one for one in behind) for kind in then):
                return True
    return False
