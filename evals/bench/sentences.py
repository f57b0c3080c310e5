"""Sentence boundaries: ours beside the splitters that were candidates, on the same texts.

Three sets: our own cases (``tests/document/sentences.jsonl``, each of the ends marked), the
single sentences of NewsQuant joined ten to a paragraph, and the content units of REALSumm's
reference summaries joined likewise (tokenised text, a blank before each full stop). A candidate
that is not installed is skipped; each is measured with its own idea of lines, and the row
``on our lines`` gives it one line or unwrapped paragraph at a time, as our own rules are given it.
"""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.bench.table import Row, skipped
from summarizer.document.lines import block_spans
from summarizer.document.sentences import BLANK, sentence_spans

CASES = Path(__file__).resolve().parents[2] / "tests" / "document" / "sentences.jsonl"
MARK = "¦"
PARAGRAPH = 10

Splitter = Callable[[str, str], list[int]]


@dataclass(frozen=True)
class Case:
    """A text and the offsets at which its sentences end, the last one left out."""

    group: str
    language: str
    text: str
    ends: frozenset[int]


def own_cases(path: Path = CASES) -> Iterator[Case]:
    """The committed cases, with the marks taken out of their texts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        pieces = row["text"].split(MARK)
        yield joined_case(row["group"], row.get("language", "en"), pieces, "")


def joined_case(group: str, language: str, pieces: list[str], glue: str) -> Case:
    """The case of sentences whose text is ``glue.join(pieces)``."""
    ends, at = set(), 0
    for piece in pieces[:-1]:
        ends.add(at + len(piece.rstrip(BLANK)))
        at += len(piece) + len(glue)
    return Case(group, language, glue.join(pieces), frozenset(ends))


def paragraphs(group: str, sentences: list[str]) -> Iterator[Case]:
    """Sentences of different sources put one after the other, ten to a paragraph."""
    for start in range(0, len(sentences), PARAGRAPH):
        yield joined_case(group, "en", sentences[start : start + PARAGRAPH], " ")


def newsquant(data: Path) -> Iterator[Case]:
    rows = json.loads((data / "newsquant_dev.json").read_text(encoding="utf-8"))
    # Each of the texts is one sentence; the few cut off before their full stop cannot be told.
    texts = [row["text"].strip() for row in rows]
    return paragraphs("NewsQuant", [text for text in texts if re.search(r"[.!?]\W*$", text)])


def realsumm(data: Path) -> Iterator[Case]:
    lines = (data / "realsumm_units_dev" / "references.txt").read_text(encoding="utf-8")
    units = [unit.strip() for unit in re.findall(r"<t>(.*?)</t>", lines)]
    return paragraphs("REALSumm", [unit for unit in units if re.search(r"[.!?]\W*$", unit)])


def ours(text: str, language: str) -> list[int]:
    return [end for _, end in sentence_spans(text, language)]


def with_sentencex() -> Splitter:
    module = importlib.import_module("sentencex")
    return lambda text, language: [
        row["end_index"] for row in module.get_sentence_boundaries(language, text)
    ]


def with_syntok() -> Splitter:
    module = importlib.import_module("syntok.segmenter")

    def split(text: str, _language: str) -> list[int]:
        sentences = (sentence for paragraph in module.analyze(text) for sentence in paragraph)
        return [tokens[-1].offset + len(tokens[-1].value) for tokens in sentences if tokens]

    return split


def with_pysbd() -> Splitter:
    module = importlib.import_module("pysbd")
    known = set(importlib.import_module("pysbd.languages").LANGUAGE_CODES)
    segmenters = {
        code: module.Segmenter(language=code, clean=False, char_span=True) for code in known
    }
    return lambda text, language: [
        span.end for span in segmenters[language if language in known else "en"].segment(text)
    ]


def with_blingfire() -> Splitter:
    module = importlib.import_module("blingfire")
    return lambda text, _language: [end for _, end in module.text_to_sentences_and_offsets(text)[1]]


def with_nupunkt() -> Splitter:
    module = importlib.import_module("nupunkt")
    return lambda text, _language: [end for _, end in module.sent_spans(text)]


CANDIDATES: dict[str, Callable[[], Splitter]] = {
    "sentencex": with_sentencex,
    "syntok": with_syntok,
    "pysbd": with_pysbd,
    "blingfire": with_blingfire,
    "nupunkt": with_nupunkt,
}


def on_our_lines(split: Splitter) -> Splitter:
    """The same splitter, given a line or an unwrapped paragraph at a time."""

    def wrapped(text: str, language: str) -> list[int]:
        ends = []
        for start, end in block_spans(text):
            ends += [start + at for at in split(text[start:end], language)] + [end]
        return ends

    return wrapped


def trimmed(text: str, ends: list[int]) -> set[int]:
    """The ends with the white space before each taken off, the end of the text left out."""
    kept = {len(text[:end].rstrip(BLANK)) for end in ends}
    return kept - {0, len(text.rstrip(BLANK))}


def score(split: Splitter, cases: list[Case]) -> tuple[float, int]:
    """F1 of the boundaries, and how many of the cases are wholly right."""
    hits = given = wanted = whole = 0
    for case in cases:
        found = trimmed(case.text, split(case.text, case.language))
        hits += len(found & case.ends)
        given += len(found)
        wanted += len(case.ends)
        whole += found == case.ends
    return 200 * hits / max(given + wanted, 1), whole


def timed(split: Splitter, text: str, repeats: int = 5) -> float:
    """The best of some runs, in milliseconds."""
    best = float("inf")
    for _ in range(repeats):
        begun = time.perf_counter()
        split(text, "en")
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def import_cost() -> float:
    """Milliseconds that importing our splitter adds to a Python that has done nothing else."""
    code = (
        "import sys, time; import summarizer; t = time.perf_counter();"
        "import summarizer.document.sentences; print(time.perf_counter() - t)"
    )
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, capture_output=True, check=True) for _ in range(5)]
    return min(float(run.stdout) for run in runs) * 1000


def article(cases: list[Case], size: int) -> str:
    """About ``size`` characters of English out of the cases, a paragraph a line."""
    english = [case.text for case in cases if case.language == "en" and len(case.text) > 60]
    text = "\n\n".join(english)
    return (text * (size // len(text) + 1))[:size]


def measured(name: str, split: Splitter, sets: dict[str, list[Case]]) -> Iterator[Row]:
    parts = []
    for label, cases in sets.items():
        f1, whole = score(split, cases)
        parts.append(f"{label} {f1:5.1f} F1, {whole:3d}/{len(cases)} whole")
    yield Row(name, " · ".join(parts))


def rows(data: Path) -> list[Row]:
    """The table: what each splitter gets right, then by group, then what ours costs."""
    own = list(own_cases())
    sets = {"own": own}
    table = []
    for name, source, load in (
        ("NewsQuant", data / "newsquant_dev.json", newsquant),
        ("REALSumm", data / "realsumm_units_dev", realsumm),
    ):
        if source.exists():
            sets[name] = list(load(data))
        else:
            table.append(skipped(name, source))
    splitters: dict[str, Splitter] = {"ours": ours}
    for name, load_candidate in CANDIDATES.items():
        try:
            splitters[name] = load_candidate()
        except ImportError:
            table.append(Row(name, "skipped: not installed"))
    for name, split in splitters.items():
        table += measured(name, split, sets)
        if name != "ours":
            table += measured(f"{name} on our lines", on_our_lines(split), sets)
    for group in dict.fromkeys(case.group for case in own):
        cases = [case for case in own if case.group == group]
        values = (f"{name} {score(split, cases)[1]}" for name, split in splitters.items())
        table.append(Row(f"  {group}: whole, of {len(cases)}", " · ".join(values)))
    short, line = article(own, 5000), article(own, 5_000_000).replace("\n", " ")
    for name, split in splitters.items():
        table.append(Row(f"{name}: 5 KB article", f"{timed(split, short):.2f} ms"))
    seconds = timed(ours, line, repeats=1) / 1000
    table.append(Row("ours: 5 MB in one line", f"{seconds:.2f} s", "<= 5 s", seconds <= 5))
    cost = import_cost()
    table.append(Row("ours: import", f"{cost:.1f} ms", "<= 50 ms", cost <= 50))
    return table
