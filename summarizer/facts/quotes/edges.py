"""What a quote may not be cut out of: a word, a number, a number and its unit.

``900`` stands in ``1,900``, ``able`` in ``unable``, ``can`` in ``can't`` and ``rose 5`` in
``rose 5%``, letter for letter, and none of them is a quote of it. Works on folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from summarizer.document.folding import Folded
from summarizer.facts.quotes.wording import UNSPACED
from summarizer.facts.words import word_set

# How far around an edge quantities are read: longer than any number phrase in use; and how far
# from the edge a number inside one begins or ends.
REACH = 64
NEAR = 20

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|zero"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALES = (
    "hundred|thousand|million|billion|trillion|dozen|mn|mln|bn|tn|lakhs?|crores?"
    "|millionen|milliarden|millones|millions|milliards|mil|mille"
)
_PARTS = "half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?"
_L = r"[^\W\d_]"
_MONEY = "$¢£¤¥฿₡₦₩₪₫€₮₱₲₴₸₹₺₽₾₿"
_SIGN = rf"[{_MONEY}]"
_SYMBOL = rf"(?:us|a|c|s|r|hk|nz|nt)?{_SIGN}"
_CODES = r"usd|eur|gbp|jpy|chf|inr|cny|rmb|rs\.?"
_WRITTEN_MONEY = rf"(?:us|[acsr]|hk|n[zt]){_SIGN}|(?:{_CODES})\ ?\d"
_MEASURES = (
    r"per\ ?cent(?:age\ points?)?|pct|percentage\ points?|basis\ points?|bps|prozent|pour\ cent"
    r"|por\ ciento|(?:us\ )?dollars?|euros?|pounds?|pence|cents?|yen|yuan|rupees?|roubles?|rubles?"
    r"|pesos?|francs?|degrees|km/h|kmh|kph|mph|km|kg|cm|mm|lbs?|oz|[kmgt]b|[kmgt]wh?"
)
_SMALL = rf"(?:(?:{_TENS})(?:[-\ ](?:{_UNITS})\b)?|{_TEENS}|{_UNITS})\b"
_SCALE = rf"(?:{_SCALES})\b"
_DIGITS = (
    r"(?:\d{1,3}(?:\ \d{3})++(?!\d)|\d++)(?:[.,:/'](?=\d)\d++)*+"
    r"(?:\ \d{1,2}/\d{1,2}(?!\d))?[⁰¹²³⁴-⁹]*+"
)
_UNIT = rf"(?P<unit>\ ?(?:[%‰¢]|°(?:\ ?[cf]\b)?|{_SIGN}(?!\d)|(?:{_MEASURES})\b)|{_L}{{1,12}}+)?"
QUANTITY = re.compile(
    rf"""
    (?:
        (?=\d|{_SIGN}[\ \d.+-]|\.\d|[-+±~≈<>≤≥]{{1,2}}\ ?[{_MONEY}\d.]|{_WRITTEN_MONEY})
        (?P<sign>(?<![^\s(\['])[-+±~≈<>≤≥]{{1,2}}\ ?(?=[{_MONEY}\d.]))?
        (?P<money>(?<![^\W_])(?:{_SYMBOL}|{_CODES})\ ?(?=[\d.+-]))?
        (?P<core>
            (?<!\d)(?:(?<!\S)\.)?{_DIGITS}(?:[-×](?=[\d{_MONEY}]){_SIGN}?{_DIGITS})*+
            (?:(?:k|m|b|t)\b|[ -]?{_SCALE})*+
        ){_UNIT}
    |
        (?=[a-fhlmnostz])(?<![^\W_])(?<!')
        (?P<words>
            (?:(?:half\ )?an?\ (?={_SCALE}))?(?:{_SMALL}|{_SCALE})
            (?:[-\ ]{_SCALE}(?:(?:\ and)?\ {_SMALL})?)*+
            (?:[-\ ](?:{_PARTS})\b|\ and\ a\ (?:half|quarter)\b)?
        ){_UNIT.replace("unit", "measure")}
    )
    """,
    re.VERBOSE,
)
_NUMERIC = re.compile(rf"\d|\b(?:{_UNITS}|{_TEENS}|{_TENS}|{_SCALES}|half|{_PARTS})\b")
_WORDY = regex.compile(r"[\p{L}\p{M}\p{N}]")
# What a full stop that the source has not would cut off: "We will." of "We will not".
_DENIED_OR_COUNTED = re.compile(
    rf"\s?(?P<number>[+-]?\W?\d|(?:{_UNITS}|{_TEENS}|{_TENS}|{_SCALES})\b)|\s(?:not|never|no)\b"
)
_UNSPACED = regex.compile(rf"[{UNSPACED}\p{{Hangul}}]")
_IDEOGRAPHIC_NUMBER = regex.compile(r"[\d一二三四五六七八九十百千万萬億亿兆两兩零〇]")
# Before an apostrophe these are articles and pronouns of French and Italian, not half a word.
_ELISIONS = word_set("c d j l m qu s t jusqu lorsqu puisqu all dall dell nell sull un quest")
_NEGATING = word_set("anti counter de dis im in ir mis non not un")
_QUALIFYING = word_set("co ex half mid neo post pre pro pseudo quasi semi sub then vice")
_PREFIXES = {**dict.fromkeys(_QUALIFYING, "wording"), **dict.fromkeys(_NEGATING, "negation")}
_TAILS = word_set("designate elect free in less like proof")
_AFTER_MARK = regex.compile(r"['-]([\p{L}\p{M}]{1,24})")


@dataclass(frozen=True, slots=True)
class Cut:
    """An edge inside something: ``start`` to ``end`` is the whole of it, in folded text.

    ``kind`` is the kind of difference that the cut makes: number, unit, negation, name or wording.
    """

    kind: str
    start: int
    end: int


def find_cuts(folded: Folded, source: str, start: int, end: int) -> list[Cut]:
    """What is cut by a quote that begins at ``start`` and ends at ``end`` in ``folded``.

    ``source`` is the text that was folded. An empty list: both edges are clean.
    """
    cuts = [*_quantity_cuts(folded.text, start, end)]
    if not any(cut.start < start for cut in cuts):
        cuts += _word_cut_before(folded, source, start)
    if not any(cut.end > end for cut in cuts):
        cuts += _word_cut_after(folded, source, end)
    return cuts


def find_stopped(text: str, end: int) -> list[Cut]:
    """What is lost when a sentence that goes on after ``end`` in the source is ended there.

    A number or a negation that follows at once; anything else may be left out after an end.
    """
    match = _DENIED_OR_COUNTED.match(text, end)
    if not match:
        return []
    kind = "number" if match.group("number") else "negation"
    return [Cut(kind, end, _word_end(text, match.end()))]


def _quantity_cuts(text: str, start: int, end: int) -> list[Cut]:
    cuts = {}
    for edge in (start, end):
        if not _NUMERIC.search(text, max(edge - NEAR, 0), edge + NEAR):
            continue
        far = max(edge - 2 * REACH, 0)
        low = max(text.rfind(" ", far, max(edge - REACH, 0)), far)
        for match in QUANTITY.finditer(text, low, edge + REACH):
            if match.start() >= edge:
                break
            if match.end() > edge and not (edge == start and _begins_with_unit(match, edge)):
                cuts[match.span()] = _quantity_cut(match, start, end)
    return list(cuts.values())


def _begins_with_unit(match: re.Match[str], edge: int) -> bool:
    """Whether a quote from ``edge`` on begins with the unit's own word, and so with no number."""
    unit = match.group("unit") or match.group("measure") or ""
    return unit[:1] == " " and unit[1].isalpha() and match.end() - len(unit) + 1 == edge


def _quantity_cut(match: re.Match[str], start: int, end: int) -> Cut:
    core_start, core_end = match.span("core" if match.group("core") else "words")
    whole_number = start <= core_start and core_end <= end
    sign_cut = match.group("sign") and start > match.start("sign")
    kind = "unit" if whole_number and not sign_cut else "number"
    return Cut(kind, *match.span())


def _word_cut_before(folded: Folded, source: str, edge: int) -> list[Cut]:
    text = folded.text
    if not 0 < edge < len(text) or not text[edge].isalnum():
        return []
    before = text[edge - 1]
    if _WORDY.match(before):
        return _letters_cut(text, edge) if _reads_on(source, folded, edge, -1) else []
    word = _letters_before(text, edge - 1) if before in "'-" else ""
    if not word or (before == "-" and not _is_hyphen(source, folded, edge - 1)):
        return []
    span = edge - 1 - len(word), _word_end(text, edge)
    if before == "'":
        return [] if word in _ELISIONS else [Cut("wording", *span)]
    kind = "name" if text[edge].isdigit() else _PREFIXES.get(word)
    return [Cut(kind, *span)] if kind else []


def _word_cut_after(folded: Folded, source: str, edge: int) -> list[Cut]:
    text = folded.text
    if not 0 < edge < len(text) or not text[edge - 1].isalnum():
        return []
    after = text[edge]
    if _WORDY.match(after):
        return _letters_cut(text, edge) if _reads_on(source, folded, edge, 0) else []
    match = _AFTER_MARK.match(text, edge)
    if not match or (after == "-" and not _is_hyphen(source, folded, edge)):
        return []
    word, span = match.group(1), (_word_start(text, edge), match.end())
    if after == "'":
        return [] if word == "s" else [Cut("negation" if word == "t" else "wording", *span)]
    if text[edge - 1].isdigit():
        return [Cut("unit", *span)]
    return [Cut("wording", *span)] if word in _TAILS else []


def _letters_before(text: str, end: int) -> str:
    start = end
    while start > max(end - REACH, 0) and _WORDY.match(text, start - 1):
        start -= 1
    return text[start:end]


def _letters_cut(text: str, edge: int) -> list[Cut]:
    """The cut between two characters that both belong to words."""
    left, right = text[edge - 1], text[edge]
    span = _word_start(text, edge), _word_end(text, edge)
    if _IDEOGRAPHIC_NUMBER.match(left) and _IDEOGRAPHIC_NUMBER.match(right):
        return [Cut("number", edge - 1, edge + 1)]
    if _UNSPACED.match(left) or _UNSPACED.match(right):
        return []
    if left.isdigit() or right.isdigit():
        return [Cut("number", *span)]
    whole = text[span[0] : span[1]]
    negated = whole == "cannot" or text[span[0] : edge] in _NEGATING
    return [Cut("negation" if negated else "wording", *span)]


def _reads_on(source: str, folded: Folded, edge: int, step: int) -> bool:
    """Whether the word goes on in the source too: a ``™`` folds to letters and is none."""
    span = folded.to_source(edge + step, edge + step + 1)
    return any(character.isalnum() for character in source[span.start : span.end])


def _is_hyphen(source: str, folded: Folded, offset: int) -> bool:
    """Whether the folded ``-`` was a hyphen inside a word and not a dash between two."""
    span = folded.to_source(offset, offset + 1)
    return source[span.start : span.end] in {"-", "‐", "‑", "−"}


def _word_start(text: str, edge: int) -> int:
    low = max(edge - REACH, 0)
    while edge > low and (text[edge - 1].isalnum() or text[edge - 1] == "'"):
        edge -= 1
    return edge


def _word_end(text: str, edge: int) -> int:
    high = min(edge + REACH, len(text))
    while edge < high and (text[edge].isalnum() or text[edge] == "'"):
        edge += 1
    return edge
