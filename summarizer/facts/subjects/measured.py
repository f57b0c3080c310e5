"""What money, a percentage, a measure or a length of time is a value of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.figures import Figure
from summarizer.facts.subjects.governing import Governor, governor
from summarizer.facts.subjects.noun_phrases import STOPS, phrase_after, words_after, words_before
from summarizer.facts.subjects.verbs import DETERMINERS
from summarizer.facts.words import word_set
from summarizer.facts.words.counted_words import CHANGE_NOUNS

_TIME = re.compile(r"(?:last|this|next|per|each|every|year|month|week|quarter|day)\b", re.I)
# Behind a measure these go on with it, and name nothing: "3 metres high", "2km from".
_DIMENSIONS = word_set(
    """
higher lower less long wide tall deep high thick old away apart downstream upstream north south
east west inland offshore larger smaller longer shorter heavier faster slower cheaper dearer bigger
greater stronger weaker earlier later ago
"""
)
# Prepositions that open an adverbial of time: the length is when or how long, not of what.
_WHEN = word_set("in for after within during over since until before by every past last next")


def of_measure(figure: Figure, text: str, before: Sequence[Figure]) -> str:
    """What an amount measures, as written: behind it, else what governs it, else "".

    ``before`` are the figures that stand shortly before it, with their subjects.
    """
    end = max(figure.value_end, figure.end)
    found = _behind(figure, text, end)
    if found or (figure.kind == "duration" and _is_adverbial(figure, text, end)):
        return found
    if _continues(figure, text, before):
        return before[-1].subject
    numbers = [(f.start, f.end) for f in before]
    governing = governor(text, figure.start, numbers)
    if governing is not None and governing.changes:
        governing = _changed_before(text, governing, numbers)
    if governing is None and figure.kind == "money":
        return _bought(text, end)
    return _told(text, governing)


# What stands between an amount and the one it is compared with, or said again as.
_COMPARED = re.compile(
    r"(?:^|[\s,])(?:after|against|than|versus|compared (?:with|to)|down from|up from|from|or|but"
    r"|not)\s{1,2}(?:the |a |an )?$"
)
_MORE = re.compile(r"\s(?:more|less|higher|lower|fewer|up|down)\b")
_CLAUSE = re.compile(r"[.;:!?()\"“”—–\n]|\b(?:while|whereas|who|which|but)\b")
_COMPARED_REACH = 70
_SPENT = word_set("for on towards toward")


def _continues(figure: Figure, text: str, before: Sequence[Figure]) -> bool:
    """Whether an amount only goes on with the one before: "5.2 %, compared with 4.8 %"."""
    if not before or before[-1].kind not in _AMOUNTS or not before[-1].subject:
        return False
    between = text[before[-1].end : figure.start]
    if len(between) > _COMPARED_REACH or _CLAUSE.search(between):
        return False
    alike = before[-1].unit == figure.unit
    if alike and _COMPARED.search(between):
        return True
    return between == ", " and bool(_MORE.match(text, max(figure.value_end, figure.end)))


_AMOUNTS = frozenset(("money", "percent", "measure"))


def _bought(text: str, end: int) -> str:
    """``promised $45m for repairs``, ``spent $31m on the works``: what the money is for."""
    after = words_after(text, end, 60)
    if not after or after[0].low not in _SPENT or after[0].gap != " ":
        return ""
    noun = _phrase(text, after[0].end)
    timed = any(_TIME.match(word) for word in noun.split())
    return "" if timed or not noun[:1].islower() else noun


def _told(text: str, governing: Governor | None) -> str:
    """The words of what governs, "the rise in inflation" as "inflation"."""
    if governing is None:
        return ""
    phrase = text[governing.start : governing.end].removesuffix("'s").removesuffix("’s")
    return _changed_thing(phrase) or phrase


def _changed_before(
    text: str, change: Governor, numbers: Sequence[tuple[int, int]]
) -> Governor | None:
    """What changed, where only "a decline of" is said: what the number right before is of."""
    earlier = [span for span in numbers if span[1] <= change.start]
    if not earlier or text[earlier[-1][1] : change.start].strip() != ",":
        return None
    found = governor(text, earlier[-1][0], earlier[:-1])
    return None if found is None or found.changes else found


def _is_adverbial(figure: Figure, text: str, end: int) -> bool:
    """Whether a length of time only says when or how long: "within 48 hours", "two days later"."""
    before, after = words_before(text, figure.start, 30), words_after(text, end, 20)
    opens = bool(before) and before[-1].low in _WHEN
    return opens or (bool(after) and after[0].low in {"later", "earlier", "ago", "before", "after"})


def _behind(figure: Figure, text: str, end: int) -> str:
    """``40 % of voters``, ``$3bn in aid``, ``a $5m budget``, ``a 3 % rise in profits``."""
    after = words_after(text, end, 60)
    if not after or after[0].gap not in (" ", "-", "\u00a0", ""):
        return ""
    first, at = after[0].low, after[0].start
    if first == "of" or (first == "in" and figure.kind == "money"):
        noun = _phrase(text, after[0].end)
        is_aid = noun[:1].islower() and not noun.startswith(("the ", "a "))
        return noun if first == "of" or is_aid else ""
    if first in CHANGE_NOUNS:
        named = len(after) > 1 and after[1].low in {"in", "of", "for"}
        return _phrase(text, after[1].end) if named else ""
    if first in _DIMENSIONS or _TIME.match(first) or not _is_attribute(figure, text, after[0].gap):
        return ""
    noun = _phrase(text, at)
    opening = noun.split(" ")[0].lower()
    return "" if opening in DETERMINERS or opening in STOPS else noun


def _is_attribute(figure: Figure, text: str, gap: str) -> bool:
    """Whether the amount stands before a noun as an adjective: "a $5m budget", "the 2% target"."""
    before = words_before(text, figure.start, 40)[-2:]
    determined = any(w.low in DETERMINERS or w.low.endswith(("'s", "’s")) for w in before)
    return determined or gap == "-" or "-" in text[figure.start : figure.end]


# "of the roughly 4,900 members": the number stands inside the phrase.
_INNER_NUMBER = re.compile(
    r"\s(?:the |its |their |his |her |all )?(?:roughly |about |some |nearly |almost |more than )?"
    r"(?:\d[\d.,]{0,12}) (?:million |billion |thousand )?"
)


def _phrase(text: str, at: int) -> str:
    inner = _INNER_NUMBER.match(text, at)
    if inner is not None:
        span = phrase_after(text, inner.end(), counted=True)
    else:
        span = phrase_after(text, at + (text[at : at + 1] in {" ", "-", "\u00a0"}))
    if span is None:
        return ""
    phrase = text[span[0] : span[1]]
    empty = _TIME.match(phrase) or phrase.lower() in DETERMINERS or phrase.endswith("ed")
    return "" if empty else phrase


def _changed_thing(phrase: str) -> str:
    """``a rise in inflation`` gives ``inflation``."""
    words = phrase.split()
    for index in range(len(words) - 2):
        if words[index].lower() in CHANGE_NOUNS and words[index + 1].lower() in {"in", "of"}:
            return " ".join(words[index + 2 :])
    return ""
