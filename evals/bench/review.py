"""How quick the review page of a long article is, in the Chromium of this machine.

The article is made here: 10,000 words and 420 items with 1,140 pieces of evidence, which is several
times what a summary of a real one has.
"""

from __future__ import annotations

import datetime
import random
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from evals.bench.table import Row
from evals.browser import NoBrowser, chromium
from summarizer.document import Document
from summarizer.render.review import review_page
from summarizer.summary import (
    Actor,
    Claim,
    Conflict,
    ConflictSide,
    Coverage,
    Evidence,
    FigureItem,
    OpenQuestion,
    Problem,
    Provenance,
    Rejected,
    Summary,
)

WORDS = 10_000
OPENS = 7
CLICKS = 40
OPEN_BAR_MS = 1_000
CLICK_BAR_MS = 50

_VOCABULARY = (  # noqa: SIM905 - as words, not as a list of them
    "the council of harbour city said that new ferry line would cost about million euros and carry "
    "two thousand people each week while residents asked whether older quays could bear it"
).split()

# Time from the start of the navigation to the first frame that shows the page with its script run.
_OPENED = """addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => { window.opened = performance.now(); };
  channel.port2.postMessage(0);
}));"""
# Time from a click to the frame that shows what it did, for elements spread over the page; each is
# on the screen already, as it is for who clicks it, and its evidence may be far away.
_CLICKED = """async ([selector, count]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));
  const all = Array.from(document.querySelectorAll(selector));
  const times = [];
  for (let n = 0; n < count; n += 1) {
    const target = all[(n * 7919) % all.length];
    target.scrollIntoView({ block: "center" });
    await frame();
    await frame();
    const start = performance.now();
    target.click();
    times.push(await frame() - start);
  }
  return times;
}"""


def rows(data: Path) -> list[Row]:
    """Opening, a click on an item, a click on words: medians and the slowest of several."""
    document, summary = long_article()
    page = review_page(summary, document)
    try:
        with tempfile.TemporaryDirectory() as folder, chromium() as browser:
            file = Path(folder) / "page.html"
            file.write_text(page, encoding="utf-8")
            times = list(_times(browser, file.as_uri()))
    except NoBrowser as missing:
        return [Row("review page", f"skipped: {missing}")]
    opening = [open_ms for open_ms, *_ in times]
    items = [ms for _, clicks, _ in times for ms in clicks]
    words = [ms for *_, clicks in times for ms in clicks]
    return [
        Row(
            "words, items, size", f"{WORDS:,}, {_items(summary)}, {len(page.encode()) / 1e6:.1f} MB"
        ),
        _row("opens, shown and ready", opening, OPEN_BAR_MS),
        _row("a click on an item marks its evidence", items, CLICK_BAR_MS),
        _row("a click on words shows their items", words, CLICK_BAR_MS),
    ]


def _row(what: str, times: list[float], bar: float) -> Row:
    middle, slow = statistics.median(times), sorted(times)[int(0.95 * (len(times) - 1))]
    value = f"median {middle:.0f} ms, 95 % within {slow:.0f} ms"
    return Row(what, value, f"median <= {bar:,} ms", middle <= bar)


def _times(browser: Any, address: str) -> Iterator[tuple[float, list[float], list[float]]]:
    for _ in range(OPENS):
        with _page(browser) as page:
            page.goto(address)
            page.wait_for_function("window.opened !== undefined")
            opened = page.evaluate("window.opened")
            items = page.evaluate(_CLICKED, ["button.show", CLICKS // OPENS + 1])
            words = page.evaluate(_CLICKED, ["#text span.c, #text span.f", CLICKS // OPENS + 1])
            yield opened, items, words


@contextmanager
def _page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.add_init_script(_OPENED)
    yield page
    context.close()


def _items(summary: Summary) -> int:
    from summarizer.review import items_of

    return len(items_of(summary))


def long_article() -> tuple[Document, Summary]:
    """An article of ``WORDS`` words, the same each time, and a summary full of items."""
    chance = random.Random(1)
    sentences = []
    while sum(len(s.split()) for s in sentences) < WORDS:
        sentence = " ".join(chance.choices(_VOCABULARY, k=chance.randint(8, 30)))
        sentences.append(f"{sentence.capitalize()}.")
    text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
    document = Document.from_text(text, name="long.txt", language="en")
    return document, _summary(document, chance)


def _summary(document: Document, chance: random.Random) -> Summary:
    pick = _Picker(document, chance)
    return Summary(
        headline="A long article",
        headline_evidence=pick.pieces(1),
        abstract="Much of it.",
        abstract_evidence=pick.pieces(3),
        key_claims=_claims(pick),
        actors=_actors(pick),
        figures=_figures(pick),
        conflicts=_conflicts(pick),
        open_questions=tuple(
            OpenQuestion(text="Who?", reason="unknown", evidence=pick.pieces(1)) for _ in range(30)
        ),
        rejected=_rejected(pick),
        coverage=Coverage(
            sentences=len(document.sentences),
            sentences_read=len(document.sentences),
            sentences_cited=400,
            characters=len(document.text),
            complete=True,
        ),
        provenance=Provenance(
            prompt="summary@1",
            prompt_fingerprint="0" * 16,
            model="local/test",
            provider="local",
            document_sha256=document.sha256,
            schema_sha256="0" * 64,
            result_sha256="0" * 64,
            created=datetime.datetime(2025, 3, 4, tzinfo=datetime.UTC),
            software="summarizer",
        ),
    )


class _Picker:
    """Picks evidence, statuses and speakers, the same each time."""

    def __init__(self, document: Document, chance: random.Random) -> None:
        self.document = document
        self.chance = chance

    def piece(self, longest: int = 0) -> Evidence:
        """A sentence, or its beginning."""
        sentence = self.chance.choice(self.document.sentences)
        end = min(sentence.end, sentence.start + longest) if longest else sentence.end
        quote = self.document.text[sentence.start : end]
        return Evidence(sentence=sentence.number, start=sentence.start, end=end, quote=quote)

    def pieces(self, count: int, longest: int = 0) -> tuple[Evidence, ...]:
        """Several of them."""
        return tuple(self.piece(longest) for _ in range(count))


def _claims(pick: _Picker) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            text=f"Claim {n}: {pick.piece(80).quote}",
            wording="model",
            status=pick.chance.choice(("stated", "attributed", "disputed")),
            speaker=f"Speaker {pick.chance.randrange(20)}",
            evidence=pick.pieces(2),
        )
        for n in range(80)
    )


def _actors(pick: _Picker) -> tuple[Actor, ...]:
    return tuple(
        Actor(name=f"Actor {n}", kind="person", salience=0.5, evidence=pick.pieces(8, 9))
        for n in range(80)
    )


def _figures(pick: _Picker) -> tuple[FigureItem, ...]:
    number = Decimal(2000)
    return tuple(
        FigureItem(id=f"F{n}", text="2,000", low=number, high=number, evidence=pick.pieces(1, 5))
        for n in range(178)
    )


def _conflicts(pick: _Picker) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(
            about="money",
            compatible=False,
            reason="they differ",
            sides=tuple(ConflictSide(text="2", evidence=pick.pieces(1, 4)) for _ in range(3)),
        )
        for _ in range(20)
    )


def _rejected(pick: _Picker) -> tuple[Rejected, ...]:
    return tuple(
        Rejected(
            item="claim",
            text="No.",
            problems=(Problem(kind="number", message="says 3"),),
            shown_as="omitted",
            evidence=pick.pieces(1),
        )
        for _ in range(30)
    )
