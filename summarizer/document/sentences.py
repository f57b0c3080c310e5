"""Where sentences begin and end.

The rules are our own, because the measurement said so (``python -m evals.bench sentences``, with
the candidates installed). F1 of the boundaries and texts wholly right, each candidate given one
line or unwrapped paragraph at a time by ``lines``, which helped all but pysbd:

                      60 texts written after the     NewsQuant        REALSumm
                      rules, at first sight          29 of ten        19 of ten
    these rules       97.0  55                       98.4  25         98.8  17
    sentencex 1.0.32  88.9  43                       99.0  25         98.2  16
    syntok 1.4.4      85.3  43                       94.6  18         98.5  16
    pysbd 0.3.4       82.1  39                       99.2  26         92.5  13
    blingfire 0.1.8   83.8  40                       96.0  24         98.2  15
    nupunkt 0.8.0     82.5  38                       98.3  20        100.0  19

The 60 are the group ``later`` of ``tests/document/sentences.jsonl``: at first sight means before
the rules were mended by them (and two of the texts, whose marks were wrong). The rules get them all
now, as they do the 122 others, which were written with the rules; the best library has 136 of 182.
What the libraries miss most are sentences inside a quotation (sentencex and pysbd keep a whole
quotation as one), titles and initials (syntok, blingfire, nupunkt), line ends without a full stop
(all but pysbd), and Chinese, Arabic or Hindi (syntok, blingfire, nupunkt). NewsQuant's sentences
are of many sources, some without capitals, and stand side by side here only, which costs these
rules what they miss there. Sentences inside a quotation are cut, each closing quote with its own
sentence: a claim is then pointed at by the sentence that makes it and not by a paragraph.

Known to be wrong: an acronym that ends a sentence before a name ("in the U.S. Marlow said") is
read as part of the name. 0.7 ms for an article of 5 KB, 1.6 s for 5 MB in one line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from summarizer.document.lines import block_spans
from summarizer.document.stops import UNSPACED, Place, ends_sentence

# What a gap between sentences may hold: all that str.isspace calls white space, and the two
# characters of no width that stand for none (zero-width space, byte order mark).
BLANK = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
)

_MARK = re.compile(
    # A spaced ellipsis, then any run of the marks that end sentences in the scripts of the world,
    r"\.(?:[ \xa0]\.){2,}"
    rf"|[.!?…‽‼⁇⁈⁉؟۔։።፧፨။។᙮．{UNSPACED}]+"
    # then the signature of a pasted post: a handle in brackets and a date.
    r"|\(@\w{1,30}\)\s(?:[A-Z][a-z]{2,8}\s\d{1,2},|\d{1,2}\s[A-Z][a-z]{2,8})\s\d{4}\b"
)
_CLOSERS = re.compile(r"(?:['\"”’»›)\]}」』》〉】）＂]|\[\d{1,3}\]|[“«‹‘](?=[\s,;.]|\Z))*")
_DETACHED_CLOSER = re.compile(r"[ \xa0\u202f](''|[”»›\"])(?=[\s,;.)]|\Z)")
_EMOJI = re.compile(
    r"(?: ?[\U0001f300-\U0001faff\U0001f1e6-\U0001f1ff\u2600-\u27bf\ufe0f\u200d])+(?=\s|\Z)"
)
_BLANKS = re.compile(f"[{BLANK}]*")
# Grapheme_Cluster_Break=Extend besides the marks: joiners, skin tones, tags; and =Prepend.
_EXTENDING = frozenset(
    ["\u200c", "\u200d", "\uff9e", "\uff9f"]
    + [chr(code) for code in (*range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080))]
)
_PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd"
    "\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84\U00011a85\U00011a86\U00011a87"
    "\U00011a88\U00011a89\U00011d46\U00011f02"
)
_REACH = 60  # characters looked at on either side of a mark


def sentence_spans(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Spans of the sentences of ``text``, in order, without the white space around them.

    ``language`` is an ISO 639-1 code; it matters for ordinals written as "3." only. Between two
    spans stand only characters of ``BLANK``, and no span splits a grapheme cluster.
    """
    caseless = text == text.lower()
    spans: list[tuple[int, int]] = []
    for start, end in block_spans(text):
        begun = start
        for cut in _cuts(text, start, end, language, caseless):
            _add(spans, text, begun, cut)
            begun = cut
        _add(spans, text, begun, end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append the span without the blanks at its ends, unless nothing is left of it."""
    piece = text[start:end]
    kept = len(piece.rstrip(BLANK))
    if not kept:
        return
    first, last = end - len(piece.lstrip(BLANK)), start + kept
    # A blank that carries a combining mark belongs to the mark, one after a sign that is written
    # over what follows it belongs to the sign: neither cluster is split.
    if first > start and _extends(text[first]) and unicodedata.category(text[first - 1]) == "Zs":
        first -= 1
    if (
        text[last - 1] in _PREPENDED
        and last < len(text)
        and unicodedata.category(text[last]) == "Zs"
    ):
        last += 1
    spans.append((first, last))


def _extends(char: str) -> bool:
    """Whether the character joins the one before it into one grapheme cluster."""
    return unicodedata.category(char) in ("Mn", "Mc", "Me") or char in _EXTENDING


def _cuts(text: str, start: int, end: int, language: str, caseless: bool) -> Iterator[int]:
    """Offsets inside a block after which a new sentence begins."""
    begun = start
    quotes, counted = 0, start
    for found in _MARK.finditer(text, start, end):
        at = _CLOSERS.match(text, found.end(), end).end()  # type: ignore[union-attr]
        quotes, counted = quotes + text.count('"', counted, at), at
        detached = _DETACHED_CLOSER.match(text, at, end)
        if detached and (detached[1] != '"' or quotes % 2):
            at = detached.end()
            quotes, counted = quotes + text.count('"', counted, at), at
        if emoji := _EMOJI.match(text, at, end):
            at = emoji.end()
        while at < end and _extends(text[at]):
            at += 1
        if at >= end:
            return
        following = _BLANKS.match(text, at, end).end()  # type: ignore[union-attr]
        if following == at and found.group() == "." and not text[at].isupper():
            continue  # "3.5", "example.org": by far the most of what is no end
        place = Place(
            mark=found.group(),
            before=text[max(begun, found.start() - _REACH) : found.start()],
            closers=text[found.end() : at],
            spaced=following > at,
            ahead=text[following : min(following + _REACH, end)],
            caseless=caseless,
            language=language,
        )
        if ends_sentence(place):
            yield at
            begun = at
