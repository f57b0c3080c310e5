"""Gaps where somebody is accused and has no word in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.document import Document
from summarizer.facts.attribution import Attribution
from summarizer.facts.attribution.tokens import Sentence
from summarizer.facts.gaps.accusations import Accusation, find_accusations
from summarizer.facts.gaps.model import Gap, gap_at
from summarizer.facts.gaps.phrasing import capital, phrase_text
from summarizer.facts.names import Name, country_of, read_names, same_name, stands_for


def unheard_gaps(
    document: Document,
    sentences: list[Sentence],
    attributions: Sequence[Attribution],
) -> Iterator[tuple[str, Gap]]:
    """Who is accused and has no word of their own in the article."""
    names: list[Name] | None = None
    seen: list[str] = []
    for sentence in sentences:
        for accusation in find_accusations(sentence):
            names = read_names(document.text) if names is None else names
            start = sentence.tokens[accusation.target[0]].start
            end = sentence.tokens[accusation.target[1] - 1].end
            name = _accused(names, start, end)
            if name is None or (accusation.reduced and name.kind != "person"):
                continue
            if any(same_name(name.text, other) for other in seen):
                continue
            seen.append(name.text)
            if not any(_heard(name, a) for a in attributions):
                yield "unheard", _accused_gap(document, sentence, accusation, name)


def _accused(names: Sequence[Name], start: int, end: int) -> Name | None:
    inside = [n for n in names if start <= n.start and n.end <= end and n.kind != "demonym"]
    people = [n for n in inside if n.kind == "person"]
    return next(iter(people or inside), None)


def _heard(name: Name, attribution: Attribution) -> bool:
    if not attribution.speaker:
        return False
    for known in (attribution.resolved, attribution.speaker):
        if known and (same_name(known, name.text) or name.text.split()[-1] in known):
            return True
    if name.kind in ("country", "place"):
        country = country_of(name.text) or stands_for(name.text)
        return bool(country) and any(
            country in (country_of(word, demonyms=True), stands_for(word))
            for word in attribution.speaker.replace(",", " ").split()
        )
    return False


def _accused_gap(document: Document, sentence: Sentence, accusation: Accusation, name: Name) -> Gap:
    tokens = sentence.tokens
    first = min(accusation.target[0], accusation.verb)
    start, end = tokens[first].start, tokens[accusation.charge[1] - 1].end
    charge = phrase_text(document.text, sentence, accusation.charge)
    verb = tokens[accusation.verb].low
    participle = {
        "accuse": "accused",
        "accuses": "accused",
        "accusing": "accused",
        "blame": "blamed",
        "blames": "blamed",
        "blaming": "blamed",
        "charging": "charged",
        "suspect": "suspected",
        "suing": "sued",
    }.get(verb, verb)
    question = (
        f"{capital(name.text)}, {participle} {accusation.linked_by} {charge}, "
        "is not heard in the article."
    )
    return gap_at(document, "unheard", start, end, question)
