"""Where a line opens with place and date of the report (or a label), which names nobody in it.

``LEEDS, 24 July — ...``, ``PORT SAID (Reuters) - ...``, ``Bonn, 3. Mai 2025. ...``
"""

from __future__ import annotations

import re

from summarizer.facts.names.org_words import EXPANSIONS, KNOWN_ORGANIZATIONS
from summarizer.facts.words import word_set

_LONGEST = 90  # characters to the dash or stop that closes a dateline
_FIRST = re.compile(r"[^\W\d_][^\s,.(]{0,30}")
_CLOSES = re.compile(r" ?[—–] ?| -{1,2} |(?<=\d{4})\. ")
_SMALL_WORD = re.compile(r"\b[a-zß-ÿ]{4,20}")
_PLACE_END = re.compile(r"[,(—–]| -")
_ACRONYMS = KNOWN_ORGANIZATIONS | frozenset(EXPANSIONS)
_DIGIT = re.compile(r"\d")
_MONTHS = word_set(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre"
)


def dateline_spans(text: str) -> list[tuple[int, int]]:
    """The datelines of ``text`` as spans in order, from the line's start to the closing mark."""
    found = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = _dateline_end(line[:_LONGEST])
        if end:
            found.append((start, start + end))
        start += len(line)
    return found


def without_dateline(sentence: str) -> str:
    """The sentence after the dateline that opens it: all of it where none does."""
    spans = dateline_spans(sentence)
    return sentence[spans[0][1] :] if spans and spans[0][0] == 0 else sentence


def dateline_places(text: str, spans: list[tuple[int, int]]) -> frozenset[str]:
    """The places that datelines open with, lower case."""
    return frozenset(
        _PLACE_END.split(text[start:end], maxsplit=1)[0].strip().lower() for start, end in spans
    )


def _dateline_end(line: str) -> int:
    """Where the dateline that opens ``line`` ends, or 0 where none does."""
    first = _FIRST.match(line)
    closing = _CLOSES.search(line)
    if first is None or closing is None:
        return 0
    opening = line[: closing.start()]
    small = [word for word in _SMALL_WORD.findall(opening) if word not in _MONTHS]
    word = first.group()
    shouts = word.isupper() and len(word) > 1 and word not in _ACRONYMS
    dated = "," in opening and _DIGIT.search(opening) is not None
    return closing.end() if not small and (dated or (shouts and len(word) > 3)) else 0
