"""Where words stand between quotation marks, over sentences and paragraphs.

Who said them is not judged here (see ``attribution``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Opening mark -> the marks that may close it. Straight marks and their tokenised form ("``", "''")
# open and close alike; which one a mark is follows from what stands beside it.
_CLOSERS = {
    "“": '”“"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    '"': '"”',
    "``": "''",
    "‘": "’'",
    "'": "'’",
}
_MARK = re.compile(r"``|''|[\"“”„«»「」『』‘’']")
_DOUBLE_MARK = re.compile(r"``|''|[\"“”]")
_PARAGRAPH = re.compile(r"[^\r\n]+")
# A single mark closes speech only after one of these; after a letter it may be an apostrophe.
_SPEECH_ENDS = ".,?!…;:—-"
_MARKS_OF_SPEECH = ".,?!…"
# Words a quotation without a closing comma or full stop needs before it is taken for speech rather
# than for emphasis or a title ("buffer zone", "Blown for Good").
_SPEECH_WORDS = 5


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    ``start``/``end`` hold the marks, ``inner_start``/``inner_end`` do not. ``closed`` is False when
    the paragraph ends before the mark does: speech that the next paragraph carries on.
    ``paragraph`` counts the lines of the text from 0. ``speech`` tells speech from a word or two
    set off for emphasis.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool
    speech: bool


def read_quotations(text: str) -> list[Quotation]:
    """Every quotation of ``text``, in order; quotations inside quotations are part of the outer."""
    found: list[Quotation] = []
    if not _MARK.search(text):
        return found
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        start, end = paragraph.span()
        if found and not found[-1].closed and found[-1].end == _line_before(text, start):
            rest = _rest_of_speech(text, start, end, number)
            if rest is not None:
                found.append(rest)
                start = rest.end
        found += _in_paragraph(text, start, end, number)
    return found


def _line_before(text: str, start: int) -> int:
    """Where the last line above ``start`` ends."""
    while start > 0 and text[start - 1] in "\r\n":
        start -= 1
    return start


def _rest_of_speech(text: str, start: int, end: int, number: int) -> Quotation | None:
    """Speech that the paragraph before left open and that ends in this one without a new mark."""
    mark = _DOUBLE_MARK.search(text, start, end)
    if mark is None or mark.group() not in ('"', "”", "''") or _opens(text, mark, start, end):
        return None
    return Quotation(start, mark.end(), start, mark.start(), number, closed=True, speech=True)


def _in_paragraph(text: str, start: int, end: int, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    marks = list(_MARK.finditer(text, start, end))
    # The last place a mark of each kind stands: a mark that nothing can close is skipped at once,
    # so that a line of a hundred thousand apostrophes is still read in one pass.
    last = {mark.group(): at for at, mark in enumerate(marks)}
    at = 0
    while at < len(marks):
        mark = marks[at]
        if not _opens(text, mark, start, end):
            at += 1
            continue
        close, stop = _closing(text, marks, at, last, (start, end))
        if (
            close is None
            and stop is None
            and (mark.group() in "'‘" or not _runs_on(text, mark, end))
        ):
            at += 1
            continue
        closing = None if close is None else marks[close]
        until = end if stop is None else marks[stop].start()
        found.append(_quotation(text, mark, closing, until, number))
        at = len(marks) if stop is None else stop
        at = at if close is None else close + 1
    return found


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether the mark can begin a quotation, judged by its neighbours."""
    kind = mark.group()
    if kind not in _CLOSERS:
        return False
    if kind in "“„«「『``":
        return True
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if kind == '"':
        return not before.isalnum() and before not in _MARKS_OF_SPEECH
    if kind == "»":
        return before.isspace() and not after.isspace()
    if kind == "'" and after.isspace():  # a possessive plural, or tokenised text
        return False
    return (before.isspace() or before in '([—–-"“:,') and not after.isdigit()


def _closing(
    text: str,
    marks: list[re.Match[str]],
    at: int,
    last: dict[str, int],
    line: tuple[int, int],
) -> tuple[int | None, int | None]:
    """Index of the mark that closes ``marks[at]``, or of the one that opens it anew.

    Speech over several paragraphs that were joined into one has an opening mark at each, and a
    closing one only at the last: such a part ends before the next opening mark.
    """
    kind = marks[at].group()
    closers = (_CLOSERS[kind],) if kind == "``" else tuple(_CLOSERS[kind])
    limit = max((last.get(closer, -1) for closer in closers), default=-1)
    single = kind in "'‘"
    doubtful: int | None = None
    for index in range(at + 1, min(limit, at + _REACH) + 1):
        mark = marks[index]
        if single and mark.group() == kind and _opens(text, mark, *line):
            if doubtful is not None:
                return doubtful, None
            ended = _before(text, mark.start())
            return None, index if ended and ended in ".!?" else None
        if mark.group() not in closers:
            continue
        verdict = _single_closes(text, mark, line[1]) if single else "yes"
        if verdict == "yes":
            return index, None
        if verdict == "perhaps" and doubtful is None:
            doubtful = index
    return None, None


def _before(text: str, at: int) -> str:
    """The last character before ``at`` that is no space (looked for among the last three)."""
    return text[max(at - 3, 0) : at].rstrip()[-1:]


# Marks looked at before an opening one is given up: a bound that keeps hostile text linear, far
# above the apostrophes that a real quotation holds.
_REACH = 200


def _single_closes(text: str, mark: re.Match[str], end: int) -> str:
    """Whether a single mark closes speech: "yes", "no", or "perhaps" ("the workers' rights")."""
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    if after.isalnum() or before in '(“"':
        return "no"
    if before in _SPEECH_ENDS or before.isspace():
        return "yes"
    following = text[mark.end() + 1 : mark.end() + 2]
    return "perhaps" if before == "s" and after == " " and following.islower() else "yes"


# Characters behind a mark that nothing closes, for it to begin speech rather than to be a slip.
_SHORTEST_OPEN = 10


def _runs_on(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether an unclosed mark begins speech: at the paragraph's start or behind "said,"."""
    head = text[max(mark.start() - 3, 0) : mark.start()].rstrip(" \t")
    return end - mark.end() > _SHORTEST_OPEN and (not head or head[-1] in "\r\n,:")


def _quotation(
    text: str, mark: re.Match[str], close: re.Match[str] | None, end: int, number: int
) -> Quotation:
    inner_start = mark.end()
    inner_end = close.start() if close else end
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    inner = text[inner_start:inner_end]
    speech = inner.endswith(tuple(_MARKS_OF_SPEECH)) or inner.count(" ") + 1 >= _SPEECH_WORDS
    # „Nein“, sagte sie: where the comma stands behind the marks, speech may be short.
    behind = close is not None and text[close.end() : close.end() + 1] == ","
    speech = speech or (behind and mark.group() in "„«" and inner[:1].isupper() and " " in inner)
    return Quotation(
        start=mark.start(),
        end=close.end() if close else end,
        inner_start=inner_start,
        inner_end=inner_end,
        paragraph=number,
        closed=close is not None,
        speech=speech or close is None,
    )
