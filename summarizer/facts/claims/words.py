"""The words of a claim or its evidence, as the claim checks compare them.

Function words are dropped, except those that place a thing ("before", "inside"); numbers in words
are written as digits; every word carries its stem, its sentence and its place among the others.
Which words agree with which is not decided here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.document.sentences import sentence_spans
from summarizer.facts.words import stem, word_set

# An abbreviation with full stops, a number with its inner marks, a word, or a currency or percent.
_TOKEN = re.compile(
    r"[Qq][1-4](?!\w)|(?:[^\W\d_]\.){2,8}|\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|['’][^\W\d_]+|[%$€£]"
)
# "last week" is not the last one.
_PERIOD = re.compile(r"\s(?:week|month|quarter|year|night|summer|winter|spring|autumn|fall)")

# How many words a group reaches to either side.
_LONGEST_GROUP = 4

_UNDER_TWENTY = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_UNDER_TWENTY.split())} | {
    word: str(10 * value) for value, word in enumerate(_TENS.split(), 2)
}
_ORDINALS = {
    "1st": "first",
    "2nd": "second",
    "3rd": "third",
    "4th": "fourth",
    "5th": "fifth",
    "6th": "sixth",
    "7th": "seventh",
    "8th": "eighth",
    "9th": "ninth",
    "10th": "tenth",
}
_ORDINAL_WORDS = frozenset(_ORDINALS.values())
_QUARTERS = {"q1": "first", "q2": "second", "q3": "third", "q4": "fourth"}
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound"}

_FUNCTION_WORDS = word_set(
    """
    a an the this that these those there here it its itself i me my we us our you your he him
    his she her hers they them their theirs who whom whose which what when where why how and or
    nor but if then than so as of to at by for from in into on onto with about be is are was
    were been being am do does did done doing have has had having will would shall should can
    could may might must not no n't 's 'll 've 're 'd 'm very just also too such any some own
    same other another each already ever soon sometimes indeed rather quite really thus hence
    either neither while because since though although however well even still yet again himself
    herself themselves myself ourselves yourself someone something anyone anything s t d m p re
    ve ll said says say cannot ca wo
    """
)
# Words of place, order and measure: short, and the whole point of many a sentence.
_PLACING = word_set(
    """
    before after inside outside above below over under without during until against up down off
    out ahead behind only never none nothing nobody except excluding including between within
    near beyond all every half both most least more less fewer first last next
    """
)
_TIMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december spring summer autumn winter morning
    afternoon evening night weekend today tomorrow yesterday tonight
    """
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word that counts: ``text[start:end]`` in its text, ``sentence`` and ``place`` from 0.

    ``kind``: "number" (``stem`` is its digits), "ordinal", "time" (a weekday, a month, a part of
    the day), "name" (a capital that does not come from its place), "word", or "placing".
    """

    form: str
    stem: str
    kind: str
    start: int
    end: int
    sentence: int
    place: int


@dataclass(frozen=True)
class Passage:
    """A text with its sentences (spans) and its words in order."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    words: tuple[Word, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where the sentences begin."""
        return [start for start, _ in self.sentences]

    @cached_property
    def _by_sentence(self) -> dict[int, list[Word]]:
        found: dict[int, list[Word]] = {}
        for word in self.words:
            found.setdefault(word.sentence, []).append(word)
        return found

    def place_after(self, offset: int) -> int:
        """The place of the first word that begins at ``offset`` or later."""
        return bisect_left(self._starts, offset)

    def sentence_text(self, number: int) -> str:
        """The text of sentence ``number``, which counts from 0."""
        start, end = self.sentences[number]
        return self.text[start:end]

    def sentence_words(self, number: int) -> list[Word]:
        """The words of sentence ``number``."""
        return self._by_sentence.get(number, [])

    def group(self, place: int) -> Sequence[Word]:
        """The words around ``place`` with nothing but white space and hyphens between them."""
        first = last = place
        while first > 0 and place - first < _LONGEST_GROUP and self._are_joined(first - 1):
            first -= 1
        while last - place < _LONGEST_GROUP and self._are_joined(last):
            last += 1
        return self.words[first : last + 1]

    def _are_joined(self, place: int) -> bool:
        """Whether nothing stands between the words at ``place`` and after it."""
        if place + 1 >= len(self.words):
            return False
        one, other = self.words[place], self.words[place + 1]
        return one.sentence == other.sentence and not self.text[one.end : other.start].strip(" -")

    def quote(self, first: Word, last: Word) -> str:
        """The text from one word to another, as written."""
        return self.text[first.start : last.end]


@lru_cache(maxsize=256)  # a claim is checked, and matched, and its readers each ask for its words
def read_passage(text: str) -> Passage:
    """The sentences and words of ``text``. Pure; remembered."""
    sentences = tuple(sentence_spans(text))
    words: list[Word] = []
    for number, (start, end) in enumerate(sentences):
        opening = True
        for match in _TOKEN.finditer(text, start, end):
            raw = match.group()
            following = (
                text[match.end() : match.end() + 2] if raw[0].isdigit() or raw[0] in "'’" else ""
            )
            kind, base = _kind_and_stem(raw, opening, following)
            opening = False
            if kind == "number" and _hangs_on_a_word(text, match.start()):
                kind = "word"
            if base == "last" and _PERIOD.match(text, match.end()):
                base = "past"
            if kind and base:
                words.append(
                    Word(_form(raw), base, kind, match.start(), match.end(), number, len(words))
                )
    return Passage(text, sentences, tuple(words))


def _hangs_on_a_word(text: str, start: int) -> bool:
    """Whether a number is part of a name like "Covid-19"."""
    return text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha()


@lru_cache(maxsize=16384)
def _form(raw: str) -> str:
    form = raw.lower().replace("’", "'")
    return form if form in _FUNCTION_WORDS else form.removesuffix("'s").rstrip(".").strip("'")


@lru_cache(maxsize=16384)
def _kind_and_stem(raw: str, opening: bool, following: str) -> tuple[str, str]:
    """What a word is and its stem; ("", "") for a word that does not count."""
    form = _form(raw)
    if form[:1].isdigit():
        return _number(form, following.lower())
    known = _known_word(form)
    if known is not None:
        return known
    acronym = raw.isupper() and len(form) > 1
    if (form in _FUNCTION_WORDS and not acronym) or form.endswith("n't"):
        return "", ""
    capital = raw[0].isupper() and (not opening or acronym)
    return ("name" if capital else "word"), stem(form)


def _known_word(form: str) -> tuple[str, str] | None:
    """Kind and stem of a word that stands in one of the tables above."""
    found: tuple[str, str] | None = None
    if form in _QUARTERS:
        found = "ordinal", stem(_QUARTERS[form])
    elif form in _NUMBER_WORDS:
        found = "number", _NUMBER_WORDS[form]
    elif form in _SIGNS:
        found = "word", _SIGNS[form]
    elif form in _PLACING:
        found = "placing", stem(form)
    elif form in _ORDINAL_ENDINGS:
        found = "", ""
    elif form in _TIMES:
        found = "time", stem(form)
    elif form in _ORDINAL_WORDS:
        found = "ordinal", stem(form)
    return found


def _number(form: str, following: str) -> tuple[str, str]:
    digits = form.replace(",", "")
    if "." in digits:
        return "number", digits.rstrip("0").rstrip(".")
    if following in _ORDINAL_ENDINGS:
        return "ordinal", stem(_ORDINALS.get(digits + following, digits + following))
    return "number", digits
