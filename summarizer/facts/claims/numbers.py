"""Whether the numbers of a claim stand in its evidence, with their unit, beside what they count."""

from __future__ import annotations

from summarizer.facts.claims.alignment import OTHER_SENTENCE, Link
from summarizer.facts.claims.comparison import NEAR_COST, Comparison
from summarizer.facts.claims.problem import Problem
from summarizer.facts.claims.relations import UNIT_STEMS, same_meaning
from summarizer.facts.claims.words import Passage, Word
from summarizer.facts.figures import agrees
from summarizer.facts.words import word_set

# How many words lie at most between a number and what it counts.
_COUNTED = 2
_AROUND = 3
_PLURALS = word_set("people men women children police aircraft troops sheep feet teeth mice lives")
# Numbers that a reader gets by counting what the evidence lists.
_COUNTABLE = word_set("two three four five six")


def number_problems(both: Comparison) -> list[Problem]:
    """Numbers the evidence has not, has with another unit or bound, or has for another thing."""
    problems = []
    taken: set[int] = set()
    for link in both.links:
        if link.word.kind != "number" or (link.word.form == "one" and link.place < 0):
            continue
        if link.place < 0 or (link.place in taken and _number_in_its_place(link.word, both)):
            problems.append(_absent(link, both))
        else:
            problems += _misplaced(link, both) or _bounded(link, both)
            taken.add(link.place)
    return problems


def _absent(link: Link, both: Comparison) -> Problem:
    word = link.word
    written = both.claim.quote(word, _last_of_quantity(word, both.claim))
    rival = _number_in_its_place(word, both)
    if rival is None:
        message = f"the claim says {written}; the evidence has no such number"
        return Problem("number", message, written, severe=word.form not in _COUNTABLE)
    there = both.evidence.quote(rival, _last_of_quantity(rival, both.evidence))
    message = f"the claim says {written}; the evidence says {there}"
    return Problem("number", message, written, there)


def _misplaced(link: Link, both: Comparison) -> list[Problem]:
    """A number that the evidence has: its unit and what it counts."""
    word, there = link.word, both.evidence.words[link.place]
    if there.stem != word.stem:
        return []
    mine, theirs = _unit(word, both.claim), _unit(there, both.evidence)
    if not _are_units_alike(mine, theirs) and not _are_same_figure(link, both):
        claimed = both.claim.quote(word, _last_of_quantity(word, both.claim))
        given = both.evidence.quote(there, _last_of_quantity(there, both.evidence))
        if claimed.lower() != given.lower():
            message = f"the claim says {claimed}; the evidence says {given}"
            return [Problem("unit", message, claimed, given)]
    swapped = _swapped(link, both) or _from_elsewhere(link, both) or _other_counted(link, both)
    return [swapped] if swapped is not None else []


def _from_elsewhere(link: Link, both: Comparison) -> Problem | None:
    """A number that the evidence has elsewhere, and another one where the claim's words stand."""
    if link.cost < (NEAR_COST if _is_year(link.word) else OTHER_SENTENCE):
        return None
    rival = _number_in_its_place(link.word, both)
    if rival is None or _is_year(rival) != _is_year(link.word):
        return None
    message = f"the claim says {link.word.form}; the evidence says {rival.form}"
    return Problem("number", message, link.word.form, rival.form)


def _is_year(word: Word) -> bool:
    return len(word.stem) == 4 and word.stem[:2] in {"19", "20"} and word.form.isdigit()


def _are_units_alike(mine: str, theirs: str) -> bool:
    if not (mine and theirs):
        return (mine or theirs) not in _SCALES
    return mine == theirs or same_meaning(mine, theirs)


def _are_same_figure(link: Link, both: Comparison) -> bool:
    """Whether both sides are one quantity, written otherwise: 4.2m euros, 4.2 million euros."""
    mine = both.claim.figures.get(link.word.place)
    theirs = both.evidence.figures.get(link.place)
    return mine is not None and theirs is not None and bool(mine.unit) and agrees(mine, theirs)


def _bounded(link: Link, both: Comparison) -> list[Problem]:
    """A number that is a bound ("at most 500") on one side, and none or another on the other."""
    mine = both.claim.figures.get(link.word.place)
    theirs = both.evidence.figures.get(link.place)
    if mine is None or theirs is None or mine.change == theirs.change:
        return []
    pair = {mine.change, theirs.change}
    if not pair & {"<", ">"}:
        return []
    message = f"the claim says {mine.text}; the evidence says {theirs.text}"
    return [Problem("number", message, mine.text, theirs.text, severe=pair == {"<", ">"})]


_SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion"))
_SHORT_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mil": "million",
    "bn": "billion",
    "tn": "trillion",
}


def _swapped(link: Link, both: Comparison) -> Problem | None:
    """A number whose counted thing stands in the evidence beside another number."""
    counted = _counted(link.word, both.claim)
    if counted is None or counted.place not in both.partner:
        return None
    words = both.evidence.words
    same = words[both.partner[counted.place]].stem
    mine = _counted(words[link.place], both.evidence)
    if mine is None and not _unit(words[link.place], both.evidence):
        return None
    if mine is not None and (same_meaning(mine.stem, same) or mine.stem == same):
        return None
    for other in words:
        if other.kind != "number" or other.stem == link.word.stem:
            continue
        theirs = _counted(other, both.evidence)
        if theirs is not None and theirs.stem == same:
            written = both.claim.quote(link.word, counted)
            there = both.evidence.quote(other, theirs)
            message = f"the claim says {written}; the evidence says {there}"
            return Problem("number", message, written, there)
    return None


def _other_counted(link: Link, both: Comparison) -> Problem | None:
    """A number in its place that counts a thing which is not what the evidence counts there."""
    mine = _counted(link.word, both.claim)
    theirs = _counted(both.evidence.words[link.place], both.evidence)
    if mine is None or theirs is None or link.cost >= NEAR_COST:
        return None
    if mine.place in both.partner or theirs.place in both.back:
        return None
    written = both.claim.quote(link.word, mine)
    there = both.evidence.quote(both.evidence.words[link.place], theirs)
    message = f"the claim says {written}; the evidence says {there}"
    return Problem("number", message, written, there)


def _counted(word: Word, passage: Passage) -> Word | None:
    """What a number counts: the first plural in the unbroken run of words after it."""
    if _is_year(word):
        return None
    last = word
    for after in passage.words[word.place + 1 : word.place + 2 + _COUNTED]:
        gap = passage.text[last.end : after.start]
        if gap.strip(" -") or after.kind not in {"word", "name"}:
            break
        last = after
        if after.stem not in UNIT_STEMS and _is_plural(after.form):
            return after
    return None


def _is_plural(form: str) -> bool:
    return form in _PLURALS or (form.endswith("s") and not form.endswith(("ss", "us", "is")))


def _number_in_its_place(word: Word, both: Comparison) -> Word | None:
    """The number that the evidence has where the claim has ``word``, if one can be told."""
    best: tuple[int, Word] | None = None
    for anchor in both.anchors(word.place):
        for other in both.evidence.words[max(0, anchor - _AROUND) : anchor + _AROUND + 1]:
            if other.kind == "number" and other.place not in both.back:
                distance = abs(other.place - anchor)
                if best is None or distance < best[0]:
                    best = distance, other
    return best[1] if best else None


def _unit(word: Word, passage: Passage) -> str:
    """The stem of the scale or unit right beside a number, or ""."""
    for place in (word.place + 1, word.place - 1):
        if 0 <= place < len(passage.words):
            beside = passage.words[place]
            gap = passage.text[min(word.end, beside.end) : max(word.start, beside.start)]
            unit = _SHORT_SCALES.get(beside.stem, beside.stem)
            if unit in UNIT_STEMS and gap.strip(" -\u00a0") == "":
                return unit
    return ""


def _last_of_quantity(word: Word, passage: Passage) -> Word:
    """The last word of a number with its scale or unit."""
    last = word
    for after in passage.words[word.place + 1 : word.place + 3]:
        if after.stem not in UNIT_STEMS or passage.text[last.end : after.start].strip(" -"):
            break
        last = after
    return last
