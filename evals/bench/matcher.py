"""The matcher behind the scores of claims, against people (REALSumm, Bhandari et al. 2020).

People marked for every content unit of a reference summary whether each of 25 systems' summaries
says it. The similarity of (unit, summary) is ranked against that, pooled over articles and systems;
nothing is left out and nothing is fitted to the labels. A summary here has several sentences, so
``claim_similarity`` is applied to it whole. Beside it: how often two different sentences of one
article, and of two articles, would be matched; and, on the gold files of this repository, how often
something true is taken for a ``must_not``.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from evals.bench.table import Row, skipped
from summarizer.evaluation.claim_features import Index, read_features, read_index
from summarizer.evaluation.claim_gates import may_match
from summarizer.evaluation.gold_files import load_gold
from summarizer.evaluation.similarity import (
    MATCHED_FROM,
    MATCHER_AGREEMENT,
    claim_similarity,
    coverages,
    says,
    similarities,
)

BAR = 0.83
FLOOR = 0.807
CUTS = (0.35, 0.45, 0.5, 0.55, 0.6, 0.65, 0.75)
GOLD = Path(__file__).resolve().parents[1] / "gold"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
_LEAST_LETTERS = 25
_MOST_SENTENCES = 20


@dataclass(frozen=True)
class Judgement:
    """A content unit, a summary, and whether people found the one in the other."""

    article: int
    unit: str
    summary: str
    present: bool


def rows(data: Path) -> list[Row]:
    """AUC, agreement at the threshold, false matches, and how fast it is."""
    folder = data / "realsumm_units_dev"
    if not folder.exists():
        return [skipped("claim matcher against people, AUC", folder), *_must_not()]
    judged = list(judgements(folder))
    labels = [one.present for one in judged]
    values = [claim_similarity(one.unit, one.summary) for one in judged]
    documents = (folder / "documents.txt").read_text(encoding="utf-8").splitlines()
    return [
        *_ranking(judged, labels, values),
        *_verdicts(labels, values),
        *_false_matches(documents),
        _speed(documents),
        *_must_not(),
    ]


def judgements(folder: Path) -> Iterator[Judgement]:
    """Every judgement, system by system."""
    units = [line.split("\t") for line in _lines(folder / "SCUs.txt")]
    for path in sorted((folder / "labels").glob("*.label")):
        summaries = _lines(folder / "summaries" / f"{path.stem}.summary")
        for article, line in enumerate(_lines(path)):
            for unit, label in zip(units[article], line.split("\t"), strict=True):
                yield Judgement(article, unit, summaries[article], label == "1")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def auc(labels: Sequence[bool], values: Sequence[float]) -> float:
    """How often a present unit has a higher value than an absent one; ties count a half."""
    ranked = sorted(zip(values, labels, strict=True))
    total = at = 0
    rank_sum = 0.0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        present = sum(label for _, label in ranked[at:end])
        rank_sum += present * (at + end + 1) / 2
        total += present
        at = end
    return (rank_sum - total * (total + 1) / 2) / (total * (len(ranked) - total))


def _ranking(
    judged: Sequence[Judgement], labels: Sequence[bool], values: Sequence[float]
) -> Iterator[Row]:
    value = auc(labels, values)
    bar = f">= {BAR:.2f}; known {MATCHER_AGREEMENT.auc}"
    yield Row("claim_similarity: AUC", f"{value:.3f} of {len(judged)}", bar, value >= BAR)
    for odd in (0, 1):
        part = [at for at, one in enumerate(judged) if one.article % 2 == odd]
        value = auc([labels[at] for at in part], [values[at] for at in part])
        yield Row(f"  {'odd' if odd else 'even'} articles only", f"{value:.3f}")
    for what, part_of in _PARTS.items():
        alone = [part_of(one.unit, one.summary) for one in judged]
        yield Row(f"  {what}", f"{auc(labels, alone):.3f}")


def _plain_recall(unit: str, summary: str) -> float:
    """The baseline: the share of the unit's stems that the summary has."""
    stems = [word.stem for word in read_features(unit).passage.words]
    have = {word.stem for word in read_features(summary).passage.words}
    return sum(stem in have for stem in stems) / max(1, len(stems))


def _letters(unit: str, summary: str) -> float:
    mine = read_features(unit).letters
    return len(mine & read_features(summary).letters) / len(mine)


def _words(unit: str, summary: str, *, together: bool) -> float:
    found = coverages(read_features(unit), read_index(summary))[0]
    return found.together if together else found.anywhere


def _without_penalty(unit: str, summary: str) -> float:
    words = 0.4 * _words(unit, summary, together=False) + 0.3 * _words(unit, summary, together=True)
    return words + 0.3 * _letters(unit, summary)


_PARTS: dict[str, Callable[[str, str], float]] = {
    f"share of content words alone (floor {FLOOR})": _plain_recall,
    "words anywhere alone": lambda unit, summary: _words(unit, summary, together=False),
    "words of the best sentence alone": lambda unit, summary: _words(unit, summary, together=True),
    "runs of letters alone": _letters,
    "all, a missing name costing nothing": _without_penalty,
}


def _verdicts(labels: Sequence[bool], values: Sequence[float]) -> Iterator[Row]:
    for cut in CUTS:
        agreement, balanced, kappa = agreement_at(cut, labels, values)
        mark = " (the threshold)" if cut == MATCHED_FROM else ""
        value = f"agree {agreement:.3f}, balanced {balanced:.3f}, kappa {kappa:.3f}"
        yield Row(f"verdict from {cut:.2f}{mark}", value)


def agreement_at(
    cut: float, labels: Sequence[bool], values: Sequence[float]
) -> tuple[float, float, float]:
    """Share agreed on, balanced accuracy and Cohen's kappa of ``value >= cut`` with the labels."""
    said = [value >= cut for value in values]
    count = len(labels)
    agreed = sum(one == other for one, other in zip(said, labels, strict=True)) / count
    yes, truly = sum(said) / count, sum(labels) / count
    chance = yes * truly + (1 - yes) * (1 - truly)
    hits = sum(one and other for one, other in zip(said, labels, strict=True)) / sum(labels)
    passed = sum(not (one or other) for one, other in zip(said, labels, strict=True))
    balanced = (hits + passed / (count - sum(labels))) / 2
    return agreed, balanced, (agreed - chance) / (1 - chance)


def _false_matches(documents: Sequence[str]) -> Iterator[Row]:
    texts = [_sentences(text) for text in documents]
    own = [(a, b) for text in texts for a in text for b in text if a != b]
    other = [(a, b) for one, two in pairwise(texts) for a in one for b in two]
    for what, pairs in (("one article", own), ("two articles", other)):
        alike = [pair for pair in pairs if claim_similarity(*pair) >= MATCHED_FROM]
        passed = sum(may_match(*pair) for pair in alike)
        rate, left = (10_000 * count / len(pairs) for count in (len(alike), passed))
        value = f"{rate:.1f}, past the gates {left:.1f}"
        yield Row(f"sentences of {what} matched, of 10,000 pairs", value)


def _sentences(text: str) -> list[str]:
    found = (part.strip() for part in _SENTENCE_END.split(text))
    return list(islice((part for part in found if len(part) > _LEAST_LETTERS), _MOST_SENTENCES))


def _speed(documents: Sequence[str]) -> Row:
    """Fifteen gold claims, read before, by twelve shown ones that are not."""
    gold = [read_features(text) for text in _sentences(documents[0])[:15]]
    shown = _sentences(documents[1])[:12]
    start, turns = time.perf_counter(), 50
    for _ in range(turns):
        read_features.cache_clear()
        index = Index([read_features(text) for text in shown])
        for one in gold:
            similarities(one, index)
    taken = (time.perf_counter() - start) / turns
    return Row(f"matrix of {len(gold)} x {len(shown)} claims", f"{1000 * taken:.1f} ms")


def _must_not() -> Iterator[Row]:
    """What the articles and the gold say is true: none of it may say an unconditional must_not.

    A must_not that quotes an instruction in the article is said by that sentence, rightly.
    """
    if not any(GOLD.glob("*.json")):
        return
    pairs = mistaken = 0
    for case in load_gold(GOLD):
        true = [s.text for s in case.document.sentences] + [c.text for c in case.gold.claims]
        for wrong in case.gold.must_not:
            pairs += len(true)
            if wrong.speaker is None and not wrong.statuses:
                mistaken += sum(says(wrong.text, text, case.gold.language) for text in true)
    yield Row("true sentences taken for a must_not", f"{mistaken} of {pairs} pairs")
