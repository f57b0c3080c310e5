"""``summarize verify SUMMARY.json ARTICLE``: what of a summary still holds, and what does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.exit_codes import DONE, NOT_SUPPORTED
from summarizer.cli.options import new_app
from summarizer.cli.output import write_stdout
from summarizer.errors import SummaryInvalid
from summarizer.render.inert import inert

if TYPE_CHECKING:
    from summarizer.cli.verify_review import Reviewed
    from summarizer.verification import Finding, Verification

app = new_app()
_SHOWN = 100


@app.command()
def verify(
    summary: Annotated[str, typer.Argument(metavar="SUMMARY.json", help="A summary in JSON.")],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help='The article, or "-".')],
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Exit with 3 also for quotes that moved, and for items that the review rejects "
            "or leaves open.",
        ),
    ] = False,
    review: Annotated[
        str,
        typer.Option(
            "--review",
            metavar="FILE",
            help="The review's record. Default: SUMMARY.review.json beside it, where there is one.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Check a summary against its article, or a later version of it.

    The summary may be this program's, one that a person edited, or another tool's: every object
    with a "quote" is checked. Exit code 3 when something is stale or unsupported. Where there is a
    record of a review, it is read too: exit code 3 when it is of another version, or when a text
    that an editor wrote does not hold against the item's evidence.
    """
    from summarizer.cli.sources import read_article
    from summarizer.cli.verify_review import read_review
    from summarizer.verification import verify as check

    content = _read_json(summary)
    document = read_article(article, content)
    result = check(content, document)
    reviewed = read_review(summary, content, document, review)
    if as_json:
        write_stdout(_as_json(result, reviewed))
    else:
        write_stdout("\n".join([_as_text(result), *([reviewed.as_text()] if reviewed else [])]))
    failed = not result.holds or (strict and result.count("moved") > 0)
    failed = failed or (reviewed is not None and reviewed.fails(strict))
    raise typer.Exit(NOT_SUPPORTED if failed else DONE)


def _read_json(path: str) -> Any:
    try:
        return json.loads(Path(path).read_bytes())
    except OSError as error:
        raise SummaryInvalid(f"cannot be read: {error.strerror}", document=path) from error
    except (ValueError, RecursionError) as error:
        raise SummaryInvalid(f"is not JSON: {error}", document=path) from error


def _as_text(result: Verification) -> str:
    same = {
        True: "the article is the one that was summarised",
        False: "the article is another version than the one that was summarised",
        None: "the summary does not say which article it is of",
    }[result.same_article]
    from summarizer.verification import VERDICTS

    counts = ", ".join(f"{result.count(kind)} {kind}" for kind in VERDICTS)
    lines = [f"{counts}; {same}."]
    lines += [_line(f) for f in result.findings if f.verdict != "holds"]
    return "\n".join(lines)


def _line(finding: Finding) -> str:
    words = " ".join(finding.text.split())
    short = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    place = f" now at {finding.start}-{finding.end}" if finding.start is not None else ""
    reasons = "".join(f"\n    {inert(reason)}" for reason in finding.reasons)
    return f"{finding.verdict:<12}{inert(finding.path)}{place}\n    {inert(short)}{reasons}"


def _as_json(result: Verification, reviewed: Reviewed | None) -> str:
    findings = [
        {
            "path": f.path,
            "text": f.text,
            "verdict": f.verdict,
            "start": f.start,
            "end": f.end,
            "reasons": list(f.reasons),
        }
        for f in result.findings
    ]
    told: dict[str, Any] = {
        "holds": result.holds,
        "same_article": result.same_article,
        "findings": findings,
    }
    if reviewed:
        told["review"] = reviewed.as_dict()
    return json.dumps(told, indent=2, ensure_ascii=False)
