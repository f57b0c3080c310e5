"""``addresses_a_model`` on published injected instructions, and on harmless text.

BIPIA (Yi et al. 2023): attacks of the groups that speak of an answer; its bare tasks ("How do solar
panels work?") hold no sign of an address and are left out. PIArena, summarization: instructions
planted in a text to be summarised. NotInject (Li et al. 2024): harmless prompts full of the words
of attacks. GUM: sentences of news.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.bench.table import Row, skipped
from summarizer.document import Document
from summarizer.facts.instructions import addresses_a_model

FALSE_ALARMS = 3.0
BARE_TASKS = {
    "Information Retrieval",
    "Content Creation",
    "Learning and Tutoring",
    "Language Translation",
    "Programming Help",
}


def rows(data: Path) -> list[Row]:
    return [*_attacks(data), *_harmless(data)]


def _attacks(data: Path) -> Iterator[Row]:
    bipia = data / "bipia_train_attacks.json"
    if bipia.exists():
        groups = json.loads(bipia.read_text(encoding="utf-8"))
        orders = [
            text for name, texts in groups.items() if name not in BARE_TASKS for text in texts
        ]
        yield Row("BIPIA, orders about an answer: found", _share(orders))
    else:
        yield skipped("BIPIA", bipia)
    planted = data / "piarena_dolly_summarization_dev.json"
    if planted.exists():
        records = json.loads(planted.read_text(encoding="utf-8"))
        yield Row("PIArena, planted: found", _share([r["injected_task"] for r in records]))
        yield _held("PIArena, the texts: marked", [s for r in records for s in _of(r["context"])])
    else:
        yield skipped("PIArena", planted)


def _harmless(data: Path) -> Iterator[Row]:
    prompts = data / "notinject_one_dev.json"
    if prompts.exists():
        records = json.loads(prompts.read_text(encoding="utf-8"))
        yield _held("NotInject: marked", [record["prompt"] for record in records])
    else:
        yield skipped("NotInject", prompts)
    for name, file, field in (
        ("GUM", "gum_news_dev.json", "text"),
        ("BUMP articles", "bump_dev.json", "article"),
    ):
        path = data / file
        if not path.exists():
            yield skipped(name, path)
            continue
        texts = {record[field] for record in json.loads(path.read_text(encoding="utf-8"))}
        sentences = [sentence for text in sorted(texts) for sentence in _of(text)]
        begun = time.process_time()
        yield _held(f"{name}, sentences: marked", sentences)
        spent = (time.process_time() - begun) / max(len(sentences), 1)
        yield Row(f"{name}: time for a sentence", f"{spent * 1e6:.0f} microseconds")


def _of(text: str) -> list[str]:
    return [sentence.text for sentence in Document.from_text(text).sentences]


def _held(what: str, texts: Sequence[str]) -> Row:
    marked = sum(map(addresses_a_model, texts))
    bar = f"at most {FALSE_ALARMS:.0f} %"
    return Row(what, _percent(marked, texts), bar, 100 * marked <= FALSE_ALARMS * len(texts))


def _share(texts: Sequence[str]) -> str:
    return _percent(sum(map(addresses_a_model, texts)), texts)


def _percent(found: int, texts: Sequence[str]) -> str:
    return f"{100 * found / max(len(texts), 1):.1f} % ({found} of {len(texts)})"
