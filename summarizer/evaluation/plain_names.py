"""Which capitalised names of a text do not stand in another, read as plainly as can be.

It shares no code with the reader of ``facts.names`` nor with ``facts.claims``, so that a mistake of
theirs is seen here; only the table of countries and their peoples is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from summarizer.evaluation.content import EMPTY_WORDS
from summarizer.evaluation.languages import CAPITALISED_NOUNS, function_words
from summarizer.facts.names import country_of
from summarizer.facts.words import word_set

_WORD = re.compile(r"[^\W\d_]+(?:[.&][^\W\d_]+)*(?:['’-][^\W\d_]+)*")
_OPENS = re.compile(r"(?:\A|[.!?¿¡:;…\n\"“”„«»(\[‘–—•*]|(?<=\s)['’])\s*\Z")
_JOINS: Final = frozenset(("", " ", "-", "\u00a0"))
_SMALL: Final = word_set("of the and for de la del di da von van der den du des y e und")
_NO_NAMES: Final = EMPTY_WORDS | word_set("i'm i’m i've i’ve mr mrs ms dr sir ok")
_STEM = 4
_ENDING = 3
_TITLE_CASE = 0.7
_LOOK_BACK = 6
_LONGEST_NAME = 8


@dataclass(frozen=True, slots=True)
class _Word:
    form: str
    start: int
    end: int
    capital: bool
    opens: bool


@dataclass(frozen=True)
class PlainText:
    """A text and its capitalised words."""

    text: str
    language: str = "en"

    @cached_property
    def words(self) -> tuple[_Word, ...]:
        """The words in their order."""
        return tuple(self._read())

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every word, folded, whole and in its parts."""
        whole = {_folded(word.form) for word in self.words}
        return frozenset(whole | {part for form in whole for part in parts_of(form)})

    @cached_property
    def shouted(self) -> frozenset[str]:
        """The abbreviations, folded: words all in capitals."""
        bare = (word.form.replace(".", "") for word in self.words)
        return frozenset(form.lower() for form in bare if form.isupper() and len(form) > 1)

    @cached_property
    def beginnings(self) -> dict[str, list[str]]:
        """The words by their first letters."""
        found: dict[str, list[str]] = {}
        for form in self.forms:
            found.setdefault(form[:_STEM], []).append(form)
        return found

    @cached_property
    def runs(self) -> tuple[tuple[_Word, ...], ...]:
        """The capitalised words that stand side by side, small words between them allowed."""
        return tuple(self._runs())

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that are named, by any name of theirs or of their people."""
        found = set()
        for run in self.runs:
            written = self.text[run[0].start : run[-1].end]
            found |= {country_of(written, demonyms=True), country_of(f"the {written}")}
            found |= {country_of(word.form, demonyms=True) for word in run}
        return frozenset(found - {""})

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of every run of names, and of every shorter run inside one."""
        found = set()
        for run in self.runs:
            letters = "".join(w.form[0] for w in run if w.capital).upper()
            every = "".join(w.form[0] for w in run).upper()
            found |= {
                text[first:last]
                for text in {letters, every}
                for first in range(len(text))
                for last in range(first + 2, len(text) + 1)
            }
        return frozenset(found)

    @cached_property
    def only_capital(self) -> frozenset[str]:
        """Words that stand with a capital inside a sentence, and nowhere without one."""
        inside = {_folded(w.form) for w in self.words if w.capital and not w.opens}
        return frozenset(inside - {w.form for w in self.words if not w.capital})

    def _read(self) -> Iterator[_Word]:
        for match in _WORD.finditer(self.text):
            before = self.text[max(0, match.start() - _LOOK_BACK) : match.start()]
            opens = match.start() == 0 or bool(_OPENS.search(before))
            yield _Word(match[0], match.start(), match.end(), match[0][0].isupper(), opens)

    def _runs(self) -> Iterator[tuple[_Word, ...]]:
        run: list[_Word] = []
        for word in self.words:
            joined = bool(run) and self.text[run[-1].end : word.start] in _JOINS
            if run and joined and (word.capital or word.form in _SMALL):
                run.append(word)
                continue
            yield from _closed(run)
            run = [word] if word.capital else []
        yield from _closed(run)


def missing_names(said: PlainText, evidence: PlainText, article: PlainText) -> list[str]:
    """The names of ``said`` that ``evidence`` does not write, as written.

    A word is a name by its capital inside a sentence; at the start of one only beside another name,
    or where the article knows it as a name. In a title in capitals only what the article
    knows as a name counts, abbreviations and countries; in German these and what stands side by
    side. A name stands in the evidence as a word of the same beginning ("Russian", "Russia"), as
    initials, or as the same country.
    """
    return [
        word.form
        for run in said.runs
        for word in _not_as_a_whole(run, said, evidence)
        if _is_name(word, run, said, article) and not _is_in(word.form, evidence)
    ]


def parts_of(form: str) -> list[str]:
    """The parts of a compound."""
    return form.replace("’", "-").replace("'", "-").split("-")


def _closed(run: list[_Word]) -> Iterator[tuple[_Word, ...]]:
    while run and not run[-1].capital:
        run.pop()
    if run:
        yield tuple(run)


def _is_name(word: _Word, run: tuple[_Word, ...], said: PlainText, article: PlainText) -> bool:
    form = _folded(word.form)
    if not word.capital or form in _NO_NAMES or len(form) < 2:
        return False
    known = form in article.only_capital or bool(country_of(word.form, demonyms=True))
    shouted = word.form.isupper()
    small = _NO_NAMES | function_words(said.language)
    names = [other for other in run if other.capital and _folded(other.form) not in small]
    beside = len(names) > 1 and form not in small
    if said.language in CAPITALISED_NOUNS:
        return shouted or beside or bool(country_of(word.form, demonyms=True))
    if _in_title_case(said):
        return known or shouted
    return not word.opens or known or shouted or (beside and form not in article.forms)


def _in_title_case(said: PlainText) -> bool:
    long = [word for word in said.words if len(word.form) > 3]
    return len(long) > 3 and sum(word.capital for word in long) >= _TITLE_CASE * len(long)


def _not_as_a_whole(
    run: tuple[_Word, ...], said: PlainText, evidence: PlainText
) -> Iterator[_Word]:
    """The words of a run that are part of no name that the evidence has by initials or country."""
    known: set[int] = set()
    for first in range(len(run)):
        for last in range(first + 2, min(len(run), first + _LONGEST_NAME) + 1):
            part = run[first:last]
            if part[0].capital and part[-1].capital and _stands_in(part, said, evidence):
                known.update(range(first, last))
    yield from (word for at, word in enumerate(run) if at not in known)


def _stands_in(part: tuple[_Word, ...], said: PlainText, evidence: PlainText) -> bool:
    letters = "".join(word.form[0] for word in part if word.capital).lower()
    name = said.text[part[0].start : part[-1].end]
    country = country_of(name, demonyms=True) or country_of(f"the {name}")
    return letters in evidence.shouted or country in evidence.countries


def _is_in(form: str, evidence: PlainText) -> bool:
    plain = _folded(form)
    if plain in evidence.forms or plain.replace(".", "").upper() in evidence.initials:
        return True
    country = country_of(form, demonyms=True)
    if country and country in evidence.countries:
        return True
    parts = parts_of(plain)
    if len(parts) > 1:
        return all(part in evidence.forms or len(part) < 3 for part in parts)
    return any(_one_beginning(plain, other) for other in evidence.beginnings.get(plain[:_STEM], ()))


def _one_beginning(one: str, other: str) -> bool:
    """Whether two words differ only in their endings, of three letters at most."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= _STEM and max(len(one), len(other)) - shared <= _ENDING


def _folded(form: str) -> str:
    return form.lower().removesuffix("'s").removesuffix("’s")
