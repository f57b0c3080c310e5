"""Does a summary still hold? Any summary, against an article or a later version of it.

It may be this program's own, one that a person has edited, or another tool's: whatever JSON
holds objects with a ``quote`` is understood, with or without offsets. A quote is judged by
``locate_quote``; the statement that rests on quotes (``text``, ``claim`` or ``statement`` beside
them or above them) by ``check_claim``; a figure's value by reading it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, get_args

from summarizer.document import Document
from summarizer.document.hidden import visible_text
from summarizer.errors import SummaryInvalid
from summarizer.facts.claims import check_claim
from summarizer.facts.figures import read_figures, read_numbers
from summarizer.facts.instructions import addresses_a_model
from summarizer.facts.quotes import QuoteMatch, locate_quote

Verdict = Literal["holds", "moved", "stale", "unsupported"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
MAX_DEPTH = 40
MAX_ITEMS = 10_000
_STATEMENT_KEYS = ("text", "claim", "statement")
# Parts of a summary that are shown because they do not hold, or that say nothing of the article.
_NOT_CLAIMED = frozenset({"rejected", "provenance"})


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one quote or statement of a summary.

    ``path`` says where in the JSON it stands (``key_claims[0].evidence[0]``). ``verdict``: "holds"
    (at its offsets, or found where none were given), "moved" (verbatim, elsewhere), "stale" (a
    quote that is not in the article), "unsupported" (a statement its quotes do not bear out).
    ``start``/``end`` are where the quote stands now, None if nowhere; ``reasons`` what is wrong.
    """

    path: str
    text: str
    verdict: Verdict
    start: int | None = None
    end: int | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """All findings, in the order of the file.

    ``same_article`` is whether the article is, letter for letter, the one that was summarised; None
    if the file does not say which that was.
    """

    findings: tuple[Finding, ...]
    same_article: bool | None

    @property
    def holds(self) -> bool:
        """Whether nothing is stale and nothing unsupported."""
        return all(f.verdict in ("holds", "moved") for f in self.findings)

    def count(self, verdict: Verdict) -> int:
        """How many findings have this verdict."""
        return sum(f.verdict == verdict for f in self.findings)


def verify(summary: Any, document: Document) -> Verification:
    """Hold ``summary`` (parsed JSON) against ``document``.

    Raises SummaryInvalid when there is no quote in it, or it nests deeper than 40.
    """
    findings: list[Finding] = []
    for path, node in _nodes(summary, "", 0):
        if isinstance(node.get("quote"), str):
            findings.append(_quote_finding(path, node, document))
        statement = _statement(node)
        quotes = _quotes_under(node)
        if statement and quotes:
            findings += _statement_findings(path, node, statement, quotes, document.language)
        if len(findings) > MAX_ITEMS:
            raise SummaryInvalid(f"it holds more than {MAX_ITEMS} items")
    if not findings:
        raise SummaryInvalid("nothing in it has a quote, so there is nothing to check")
    return Verification(tuple(findings), _same_article(summary, document))


def _nodes(value: Any, path: str, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every object of the file with its path, those that claim nothing left out."""
    if depth > MAX_DEPTH:
        raise SummaryInvalid(f"it nests deeper than {MAX_DEPTH}")
    if isinstance(value, Mapping):
        yield path, value
        for key, inner in value.items():
            if path or key not in _NOT_CLAIMED:
                yield from _nodes(inner, f"{path}.{key}" if path else str(key), depth + 1)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _nodes(inner, f"{path}[{index}]", depth + 1)


def _quote_finding(path: str, node: Mapping[str, Any], document: Document) -> Finding:
    quote, start, end = node["quote"], node.get("start"), node.get("end")
    placed = _is_offset(start) and _is_offset(end)
    if placed and quote and document.text[start:end] == quote:
        return Finding(path, quote, "holds", start, end)
    match = locate_quote(quote, document)
    if match.status not in ("exact", "typographic"):
        return Finding(path, quote, "stale", match.start, match.end, _differences(match))
    near = start if isinstance(start, int) else 0
    here = min(match.spans, key=lambda span: abs(span.start - near))
    return Finding(path, quote, "moved" if placed else "holds", here.start, here.end)


def _differences(match: QuoteMatch) -> tuple[str, ...]:
    if match.status == "absent":
        return ("the article does not say this",)
    return tuple(
        f"{d.kind}: the summary has '{d.quote_text}', the article '{d.source_text}'"
        for d in match.differences
    )


def _statement_findings(
    path: str, node: Mapping[str, Any], statement: str, written: Sequence[str], language: str
) -> Iterator[Finding]:
    # As a reader sees them, without the passages that were written for a model.
    quotes = [visible_text(quote) for quote in written if not addresses_a_model(quote)]
    if not quotes:
        reason = "instruction: it rests on nothing but text that addresses a model"
        yield Finding(path, statement, "unsupported", reasons=(reason,))
        return
    low = node.get("low")
    if low is not None and "high" in node:
        # A figure: its words are checked as a quote, its value by reading them again.
        # A lone "one" is a figure only among other words: then its number is what can be read.
        read = [
            figure
            for quote in quotes
            for figure in read_figures(quote, language) or read_numbers(quote, language)
        ]
        values = {(str(f.low.normalize()), str(f.high.normalize())) for f in read}
        if read and node.get("kind") == "score":  # "5 to 4", alone, is two numbers
            ends = min(f.low for f in read), max(f.high for f in read)
            values.add((str(ends[0].normalize()), str(ends[1].normalize())))
        said = (_number(low), _number(node["high"]))
        if said not in values:
            reason = f"number: the summary has {low}, the article '{quotes[0]}'"
            yield Finding(path, statement, "unsupported", reasons=(reason,))
        return
    if path.startswith("open_questions["):
        return  # a question claims nothing; its quotes are checked
    check = check_claim(statement, list(quotes))
    if check.supported:
        yield Finding(path, statement, "holds")
    else:
        reasons = tuple(f"{p.kind}: {p.message}" for p in check.problems)
        yield Finding(path, statement, "unsupported", reasons=reasons)


def _statement(node: Mapping[str, Any]) -> str:
    """The wording an object stands for; a conflict's side and an actor have none to check."""
    return next((node[k] for k in _STATEMENT_KEYS if isinstance(node.get(k), str)), "")


def _quotes_under(node: Mapping[str, Any]) -> list[str]:
    """The quotes a statement rests on: its own, and those of its ``evidence``."""
    own = [node["quote"]] if isinstance(node.get("quote"), str) else []
    evidence = node.get("evidence")
    listed = evidence if isinstance(evidence, list) else [evidence]
    for item in listed:
        quote = item.get("quote") if isinstance(item, Mapping) else item
        if isinstance(quote, str):
            own.append(quote)
    return own


def _same_article(summary: Any, document: Document) -> bool | None:
    provenance = summary.get("provenance") if isinstance(summary, Mapping) else None
    known = provenance.get("document_sha256") if isinstance(provenance, Mapping) else None
    return known == document.sha256 if isinstance(known, str) else None


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _number(value: Any) -> str:
    try:
        return str(Decimal(str(value)).normalize())
    except InvalidOperation:
        return str(value)
