"""``check_claim`` against three published sets of true and altered sentences, without a model.

BUMP (Ma et al. 2023): a summary and the same with one error. FIB (Tam et al. 2023), the swaps and
negations of CNN/DM: a right and a wrong sentence. In both the true one must score strictly higher;
a tie is lost. SummEdits (Laban et al. 2023): consistent and edited summaries, judged by
``supported``, in balanced accuracy.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from evals.bench.table import Row, skipped
from summarizer.facts.claims import ClaimCheck, check_claim

Record = dict[str, Any]

BUMP_BAR = 80.0
FIB_BAR = 75.0
SUMMEDITS_BAR = 65.0

_FIB_KINDS = {
    "numswp": "number swaps",
    "dateswp": "date swaps",
    "entswp": "name swaps",
    "negation": "negations",
}
_MARKUP = re.compile(r"</?t>")


def rows(data: Path) -> list[Row]:
    """Every set that is there, with what remains wrong by kind."""
    return [*_bump(data), *_fib(data), *_summedits(data)]


def _bump(data: Path) -> Iterator[Row]:
    file = data / "bump_dev.json"
    if not file.exists():
        yield skipped("BUMP", file)
        return
    records = _load(file)
    won = [
        _wins(record["reference_summary"], record["edited_summary"], record["article"])
        for record in records
    ]
    share = _percent(won)
    yield Row("BUMP: true above altered", f"{share:.1f} %", f">= {BUMP_BAR:.0f}", share >= BUMP_BAR)
    yield from _lost("BUMP", won, (record["error_type"] for record in records))


def _fib(data: Path) -> Iterator[Row]:
    file = data / "fib_cnndm_swaps_dev.json"
    if not file.exists():
        yield skipped("FIB", file)
        return
    records = _load(file)
    won = [_wins_fib(record) for record in records]
    for kind, name in _FIB_KINDS.items():
        of_kind = [w for w, record in zip(won, records, strict=True) if record["swap"] == kind]
        share = _percent(of_kind)
        value = f"{share:.1f} % of {len(of_kind)}"
        yield Row(f"FIB {name}: right above wrong", value, f">= {FIB_BAR:.0f}", share >= FIB_BAR)


def _wins_fib(record: Record) -> bool:
    right = record["list_choices"][record["lbl"]]
    wrong = record["list_choices"][1 - record["lbl"]]
    return _wins(_plain(right), _plain(wrong), _plain(record["input"]))


def _plain(text: str) -> str:
    """Without sentence tags, with quotation marks as people write them."""
    return _MARKUP.sub(" ", text).replace("``", '"').replace("''", '"')


def _summedits(data: Path) -> Iterator[Row]:
    pooled: list[tuple[Record, ClaimCheck]] = []
    for name in ("ectsum", "samsum"):
        file = data / f"summedits_{name}_dev.json"
        if not file.exists():
            yield skipped(f"SummEdits {name}", file)
            continue
        judged = [(r, check_claim(r["summary"], r["doc"])) for r in _load(file)]
        yield from _verdicts(f"SummEdits {name}", judged)
        pooled += judged
    if pooled:
        share = _balanced(pooled, lambda check: check.supported)
        value = f"{share:.1f} balanced"
        bar = f">= {SUMMEDITS_BAR:.0f}"
        yield Row("SummEdits, both: supported", value, bar, share >= SUMMEDITS_BAR)


def _verdicts(name: str, judged: list[tuple[Record, ClaimCheck]]) -> Iterator[Row]:
    share = _balanced(judged, lambda check: check.supported)
    yield Row(f"{name}: supported", f"{share:.1f} balanced")
    threshold, best = _best_threshold(judged)
    yield Row(f"{name}: score alone, best cut", f"{best:.1f} balanced at {threshold:.2f}")
    refused = Counter(
        problem.kind
        for record, check in judged
        if record["label"] and not check.supported
        for problem in check.problems
        if problem.severe
    )
    yield Row(f"{name}: true ones refused for", _counts(refused))
    missed = Counter(
        kind
        for record, check in judged
        if not record["label"] and check.supported
        for kind in record["edit_types"]
    )
    yield Row(f"{name}: edits missed", _counts(missed))


def _balanced(
    judged: Iterable[tuple[Record, ClaimCheck]], says_yes: Callable[[ClaimCheck], bool]
) -> float:
    """Mean of the shares of true ones accepted and of edited ones refused, in percent."""
    true, edited = [], []
    for record, check in judged:
        (true if record["label"] else edited).append(says_yes(check))
    return (_percent(true) + 100 - _percent(edited)) / 2


def _best_threshold(judged: list[tuple[Record, ClaimCheck]]) -> tuple[float, float]:
    cuts = [step / 100 for step in range(101)]
    shares = {cut: _balanced(judged, lambda check, at=cut: check.score >= at) for cut in cuts}  # type: ignore[misc]
    best = max(shares, key=lambda cut: shares[cut])
    return best, shares[best]


def _wins(true: str, altered: str, evidence: str) -> bool:
    return check_claim(true, evidence).score > check_claim(altered, evidence).score


def _lost(name: str, won: list[bool], kinds: Iterable[str]) -> Iterator[Row]:
    lost = Counter(kind for hit, kind in zip(won, kinds, strict=True) if not hit)
    yield Row(f"{name}: lost", _counts(lost))


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in counter.most_common(5)) or "none"


def _percent(hits: list[bool]) -> float:
    return 100 * sum(hits) / len(hits) if hits else 0.0


def _load(file: Path) -> list[Record]:
    records: list[Record] = json.loads(file.read_text(encoding="utf-8"))
    return records
