"""Loads gold files and checks every item of them against its article."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from summarizer.document import Document, read_source
from summarizer.errors import GoldInvalid
from summarizer.evaluation.gold import GoldFile, GoldItem

_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True)
class GoldCase:
    """A gold file with its article. ``slug`` is the file's name without its ending."""

    slug: str
    gold: GoldFile
    document: Document

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the gold's content: a changed gold file is another measure."""
        return hashlib.sha256(self.gold.model_dump_json().encode()).hexdigest()


def load_gold(folder: Path, slugs: Sequence[str] = ()) -> list[GoldCase]:
    """Every gold file of a folder, by name; only ``slugs`` where some are given.

    Raises GoldInvalid, naming the file and all that is wrong with it.
    """
    if not folder.is_dir():
        raise GoldInvalid("there is no such folder", document=str(folder))
    paths = sorted(folder.glob("*.json"))
    unknown = set(slugs) - {path.stem for path in paths}
    if unknown or not paths:
        missing = ", ".join(sorted(unknown)) or "any"
        raise GoldInvalid(f"there is no gold file for {missing}", document=str(folder))
    return [load_gold_file(path) for path in paths if not slugs or path.stem in slugs]


def load_gold_file(path: Path) -> GoldCase:
    """One gold file and its article. Raises GoldInvalid."""
    try:
        gold = GoldFile.model_validate_json(path.read_bytes())
    except OSError as error:
        raise GoldInvalid(f"cannot be read: {error.strerror}", document=str(path)) from error
    except ValidationError as error:
        found = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:8])
        raise GoldInvalid(found, document=str(path)) from error
    article = (path.parent / gold.article).resolve()
    document = read_source(str(article), language=gold.language)
    problems = list(problems_of(gold, document, article.read_bytes()))
    if problems:
        raise GoldInvalid("; ".join(problems), document=str(path))
    return GoldCase(path.stem, gold, document)


def problems_of(gold: GoldFile, document: Document, article: bytes) -> Iterator[str]:
    """All that does not fit the article, a sentence each; nothing where the gold file holds."""
    if hashlib.sha256(article).hexdigest() != gold.article_sha256:
        yield "article_sha256 is not the article's: read the gold again, then set it"
    items: list[GoldItem] = [
        *gold.claims,
        *gold.actors,
        *gold.figures,
        *gold.conflicts,
        *gold.open_questions,
        *gold.must_not,
    ]
    for name, times in Counter(item.id for item in items).items():
        if times > 1:
            yield f"the id {name} is given {times} times"
    sides = [side for conflict in gold.conflicts for side in conflict.sides]
    for where, evidence in [(i.id, i.evidence) for i in items] + [
        (s.text, s.evidence) for s in sides
    ]:
        yield from _evidence_problems(where, evidence, document.text)
    yield from _name_problems(gold, document.text)
    yield from _figure_problems(gold)
    yield from _number_problems(gold)


def _evidence_problems(where: str, evidence: Sequence[str], text: str) -> Iterator[str]:
    for quote in evidence:
        times = text.count(quote)
        if times != 1:
            yield f"{where}: evidence stands {times} times in the article, not once: {quote!r}"


def _name_problems(gold: GoldFile, text: str) -> Iterator[str]:
    for actor in gold.actors:
        for name in (actor.name, *actor.aliases):
            if name not in text:
                yield f"{actor.id}: the article does not write {name!r}"
    names = {name for actor in gold.actors for name in (actor.name, *actor.aliases)}
    speakers = [(claim.id, claim.speaker) for claim in gold.claims]
    speakers += [(figure.id, figure.speaker) for figure in gold.figures]
    speakers += [(c.id, side.speaker) for c in gold.conflicts for side in c.sides]
    for where, speaker in speakers:
        if speaker is not None and speaker not in names:
            yield f"{where}: the speaker {speaker!r} is no actor of the file, nor an alias"


def _figure_problems(gold: GoldFile) -> Iterator[str]:
    for figure in gold.figures:
        if not any(figure.text in quote for quote in figure.evidence):
            yield f"{figure.id}: {figure.text!r} is not in its evidence"


def _number_problems(gold: GoldFile) -> Iterator[str]:
    for claim in gold.claims:
        evidence = " ".join(claim.evidence)
        for number in _NUMBER.findall(claim.text):
            if number.rstrip(".,") not in evidence:
                yield f"{claim.id}: the number {number} is not in its evidence"
