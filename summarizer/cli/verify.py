"""``summarize verify SUMMARY.json ARTICLE``: what of a summary still holds, and what does not."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.exit_codes import DONE, NOT_SUPPORTED
from summarizer.cli.options import new_app
from summarizer.cli.output import write_stdout
from summarizer.errors import SummaryInvalid
from summarizer.render.inert import inert

if TYPE_CHECKING:
    from summarizer.verification import Finding, Verification

app = new_app()
_SHOWN = 100


@app.command()
def verify(
    summary: Annotated[str, typer.Argument(metavar="SUMMARY.json", help="A summary in JSON.")],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help='The article, or "-".')],
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 3 also for quotes that moved.")
    ] = False,
) -> None:
    """Check a summary against its article, or a later version of it.

    The summary may be this program's, one that a person edited, or another tool's: every object
    with a "quote" is checked. Exit code 3 when something is stale or unsupported.
    """
    from summarizer.document import read_source
    from summarizer.verification import verify as check

    result = check(_read_json(summary), read_source(article, sys.stdin.buffer))
    write_stdout(_as_json(result) if as_json else _as_text(result))
    failed = not result.holds or (strict and result.count("moved") > 0)
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
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    words = " ".join(finding.text.split())
    short = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    place = f" now at {finding.start}-{finding.end}" if finding.start is not None else ""
    reasons = "".join(f"\n    {inert(reason)}" for reason in finding.reasons)
    return f"{finding.verdict:<12}{finding.path}{place}\n    {inert(short)}{reasons}"


def _as_json(result: Verification) -> str:
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
    return json.dumps(
        {"holds": result.holds, "same_article": result.same_article, "findings": findings},
        indent=2,
        ensure_ascii=False,
    )
