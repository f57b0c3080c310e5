"""Quotes: altered ones accepted, true ones found, seconds for many of them.

The quotes are sentences of real news, altered and rewritten here with a fixed seed.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from evals.bench.table import Row, skipped
from evals.quote_alterations import ALTERATIONS, Source
from evals.quote_typography import REWRITES
from summarizer.document import Document
from summarizer.facts.quotes import QuoteMatch, locate_quote

SEED = 20_240_611
ALTERED_OF_EACH = 50
TRUE_OF_EACH = 300
FOUND = 0.995
TIMED_QUOTES, TIMED_ARTICLE, TIMED_SECONDS = 1_000, 50_000, 1.0

_SETS = {
    "bump_dev.json": "article",
    "numhg_dev.json": "text",
    "gum_news_dev.json": "text",
}
# The kind of difference an alteration should be named as; two of them have none of their own.
NAMED_AS = {"digit": "number", "scale": "number", "year": "number"}
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")
# Characters a way of rewriting needs, and what is put into the article where it has none.
_SEEDED = {
    "straight quotes": ("'", "’"),
    "curly quotes": (", ", ', "so", '),
    "dashes": (", ", "—"),
    "ellipses": (", ", "... "),
    "composition": ("e", "é"),
}


class Taken(NamedTuple):
    """A true quote: ``article[start:end]``."""

    article: str
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.article[self.start : self.end]


def rows(data: Path) -> list[Row]:
    missing = [data / name for name in _SETS if not (data / name).exists()]
    if missing:
        return [skipped("quotes", path) for path in missing]
    articles = _articles(data)
    return [*_altered_rows(articles), *_true_rows(articles), *_speed_rows(articles)]


def _articles(data: Path) -> list[str]:
    texts = [
        item[field]
        for name, field in _SETS.items()
        for item in json.loads((data / name).read_text(encoding="utf-8"))
    ]
    return [text for text in dict.fromkeys(texts) if len(text) > 400]


def _sentences(article: str, least: int = 6) -> list[Taken]:
    return [
        Taken(article, sentence.start, sentence.end)
        for sentence in Document.from_text(article).sentences
        if least <= len(sentence.text.split()) <= 60
    ]


def altered_quotes(articles: list[str], kind: str) -> Iterator[tuple[Taken, str]]:
    """True quotes with an alteration of one kind, without end."""
    rng = random.Random(f"{SEED} {kind}")
    while True:
        article, other = rng.sample(articles, 2)
        mine, foreign = _sentences(article), _sentences(other)
        if not mine or not foreign:
            continue
        quote = rng.choice(mine)
        source = Source(
            quote.text,
            [sentence.text for sentence in mine],
            [sentence.text for sentence in foreign],
            sorted(set(_NAME.findall(article))),
        )
        altered = ALTERATIONS[kind](source, rng)
        if altered and altered.strip() not in article:
            yield quote, altered


def _altered_rows(articles: list[str]) -> list[Row]:
    accepted: list[str] = []
    found = named = total = 0
    by_kind = []
    for kind in ALTERATIONS:
        quotes = altered_quotes(articles, kind)
        hits = 0
        for _ in range(ALTERED_OF_EACH):
            quote, altered = next(quotes)
            match = locate_quote(altered, quote.article)
            total += 1
            hits += match.accepted
            found += match.status == "altered"
            kinds = {difference.kind for difference in match.differences}
            named += NAMED_AS.get(kind, kind) in kinds
            if match.accepted:
                accepted.append(kind)
        by_kind.append(f"{kind} {hits}")
    return [
        Row(f"altered quotes accepted, of {total}", str(len(accepted)), "0", not accepted),
        Row("  by kind", ", ".join(by_kind)),
        Row("  placed all the same (invented ones are absent)", str(found)),
        Row("  named as what they are, of 400 with a kind of their own", str(named)),
    ]


def true_quotes(articles: list[str], way: str) -> Iterator[tuple[Taken, str]]:
    """True quotes, whole sentences and stretches of words, rewritten in one way, without end."""
    rng = random.Random(f"{SEED} {way}")
    while True:
        article = rng.choice(articles)
        if way in _SEEDED and REWRITES[way](article, random.Random(0)) is None:
            article = article.replace(*_SEEDED[way])
        sentences = _sentences(article)
        if not sentences:
            continue
        quote = rng.choice(sentences)
        if way in _SEEDED and REWRITES[way](quote.text, random.Random(0)) is None:
            quote = _seeded(quote, *_SEEDED[way])
        rewritten = REWRITES[way](quote.text, rng)
        if rewritten is not None:
            yield quote, rewritten


def _seeded(quote: Taken, old: str, new: str) -> Taken:
    """The quote, in an article where the quote has one more of what the rewriting is about."""
    text = quote.text.replace(old, new, 1)
    article = quote.article[: quote.start] + text + quote.article[quote.end :]
    return Taken(article, quote.start, quote.start + len(text))


def _true_rows(articles: list[str]) -> list[Row]:
    table = []
    for way in REWRITES:
        quotes = true_quotes(articles, way)
        hits = 0
        for _ in range(TRUE_OF_EACH):
            quote, rewritten = next(quotes)
            hits += is_found(locate_quote(rewritten, quote.article), quote, way)
        share = hits / TRUE_OF_EACH
        table.append(
            Row(f"true quotes found: {way}", f"{share:.2%}", f"{FOUND:.1%}", share >= FOUND)
        )
    return table


def is_found(match: QuoteMatch, quote: Taken, way: str) -> bool:
    """Whether an accepted match has the bounds of the quote, but for a stop that was changed."""
    if not match.accepted:
        return False
    bounds = {(span.start, span.end) for span in match.spans}
    if way != "marks around":
        return (quote.start, quote.end) in bounds
    stops = len(quote.text) - len(quote.text.rstrip(" .,;:\"'”’)]"))
    return any(
        start >= quote.start and start - quote.start <= 1 and 0 <= quote.end - end <= stops
        for start, end in bounds
    )


def _speed_rows(articles: list[str]) -> list[Row]:
    rng = random.Random(SEED)
    text = "\n".join(rng.sample(articles, len(articles)))[:TIMED_ARTICLE]
    article = text[: text.rindex(".") + 1]
    mine = _sentences(article, least=4)
    others = [taken for other in articles[-200:] for taken in _sentences(other, least=4)]
    quotes = []
    for number in range(TIMED_QUOTES):
        true = rng.choice(mine).text
        quotes.append(
            (
                true,
                curly if (curly := REWRITES["curly quotes"](true, rng)) else true,
                re.sub(r"\b(the|a|to|of) ", "", true, count=1),
                rng.choice(others).text,
            )[number % 4]
        )
    began = time.perf_counter()
    for quote in quotes:
        locate_quote(quote, article)
    seconds = time.perf_counter() - began
    began = time.perf_counter()
    for quote in quotes:
        article.find(quote)
    plain = time.perf_counter() - began
    label = f"{TIMED_QUOTES} quotes, {len(article)} characters: true, typographic, altered, absent"
    return [
        Row(label, f"{seconds:.2f} s", f"{TIMED_SECONDS:.0f} s", seconds <= TIMED_SECONDS),
        Row("  of it for each quote that only str.find would take", f"{seconds / plain:.0f}x"),
    ]
