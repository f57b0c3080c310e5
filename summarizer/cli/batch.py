"""``summarize batch PATH|GLOB|- [more ...] -o OUT.jsonl|FOLDER``: many documents, unattended."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options as shared
from summarizer.cli.batch_ending import command_again
from summarizer.cli.log_lines import log_lines
from summarizer.cli.output import STDOUT, write_stdout
from summarizer.cli.sources import how_to_read

if TYPE_CHECKING:
    from summarizer.batch.outputs import Output
    from summarizer.batch.run import Run
    from summarizer.batch.sources import Sources
    from summarizer.pipeline import Options
    from summarizer.store import Store

app = shared.new_app()

_LINES = (".jsonl", ".ndjson", ".json")
_IN_HAND = 8
"""Documents in hand for each place: a slow one must not keep those after it waiting."""

Sources_ = Annotated[list[str], typer.Argument(metavar="PATH|GLOB|URL|-", hidden=True)]
Out = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="A file of JSON Lines (.jsonl), or a folder: a file a document. Default: JSON Lines "
        "to standard output.",
        show_default=False,
    ),
]
Concurrency = Annotated[
    int | None,
    typer.Option(
        "--concurrency",
        "-c",
        min=1,
        help="The most documents asked about at once; fewer while the provider is overloaded. "
        "Default: 8, and 1 for a model on this machine.",
        show_default=False,
    ),
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        min=0,
        help="The most processes that read articles beside this one, 0 for none. Default: one for "
        "each processor, up to 4, and none beside a model on this machine.",
        show_default=False,
    ),
]
Rpm = Annotated[
    float | None,
    typer.Option("--rpm", min=0.1, help="The most requests a minute.", show_default=False),
]
Tpm = Annotated[
    float | None,
    typer.Option("--tpm", min=1, help="The most tokens a minute.", show_default=False),
]
BudgetTokens = Annotated[
    int | None,
    typer.Option(
        "--budget-tokens", min=1, help="Stop before so many tokens are passed.", show_default=False
    ),
]
BudgetUsd = Annotated[
    float | None,
    typer.Option(
        "--budget-usd", min=0, help="Stop before so many dollars are passed.", show_default=False
    ),
]
PriceOf = Annotated[
    str,
    typer.Option(
        "--price",
        metavar="IN/OUT",
        help="Dollars a million tokens of the model, where it is not a known one.",
        show_default=False,
    ),
]
Resume = Annotated[
    bool,
    typer.Option("--resume/--refresh", help="Take what the store has, or compute all of it anew."),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Use no store: nothing is kept, and nothing resumes.")
]
AsCompleted = Annotated[
    bool, typer.Option("--as-completed", help="Write as they are ready, not in input order.")
]


@app.command()
def batch(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    context: typer.Context,
    sources: Sources_,
    output: Out = STDOUT,
    model: shared.ModelId = None,
    prompt: shared.PromptId = "summary@3",
    concurrency: Concurrency = None,
    processes: Processes = None,
    rpm: Rpm = None,
    tpm: Tpm = None,
    budget_tokens: BudgetTokens = None,
    budget_usd: BudgetUsd = None,
    price: PriceOf = "",
    resume: Resume = True,
    no_cache: NoCache = False,
    store: shared.StorePath = "",
    as_completed: AsCompleted = False,
    timeout: shared.Timeout = None,
    fallback: shared.Fallback = None,
    base_url: shared.BaseUrl = "",
    language: shared.Language = "",
    encoding: shared.Encoding = "",
    follow: shared.Follow = None,
    ignore_robots: shared.IgnoreRobots = False,
    proxy: shared.Proxy = False,
    log_level: shared.LogLevel = None,
    log_format: shared.LogFormat = "text",
    quiet: shared.Quiet = False,
) -> None:
    """Summarise many articles; what is done is kept and never paid for twice.

    PATH is a file, a folder (all of its .txt, .md, .html, .pdf, .docx, .eml and feeds, but no
    README) or a glob; of a feed each item is an article. "-" is JSON Lines on standard input,
    {"id", "text"}, {"path"} or {"url"} a line. A document that fails is a row with its error. The
    same command again does the rest.
    """
    from summarizer.batch.run import Run
    from summarizer.batch.sources import Sources
    from summarizer.batch.types import Limits, Plan
    from summarizer.models.prices import read_price

    how = how_to_read((language, encoding), follow, ignore_robots=ignore_robots, proxy=proxy)
    named = Sources(sources, sys.stdin.buffer, how)
    named.check()
    known = read_price(price) if price else None
    limits = Limits(concurrency, rpm, tpm, budget_tokens, budget_usd, known, processes)
    with ExitStack() as stack:
        quiet = stack.enter_context(log_lines(log_level, log_format)) or quiet
        plan = Plan(
            model=model,
            prompt=prompt,
            options=_options(model, base_url, timeout, fallback or [], quiet),
            limits=limits,
            store=None if no_cache else stack.enter_context(_store(store)),
            refresh=not resume,
            ordered=not as_completed,
            window=_IN_HAND * (concurrency or _IN_HAND),
        )
        again = "" if no_cache else command_again(context)
        code = _work(Run(plan), named, _output(output), again, quiet=quiet)
    raise typer.Exit(code)


def _work(run: Run, sources: Sources, output: Output, again: str, *, quiet: bool) -> int:
    """Run to the end, or to an interruption, and say how it went; the exit code."""
    from summarizer.cli.batch_ending import Ending, Failures, exit_code, tell
    from summarizer.cli.batch_progress import Tally

    tally = Tally(sources.count(), lambda: run.spent, priced=run.priced)
    failures = Failures()
    whole = False
    try:
        with (
            output,
            closing(run.outcomes(sources.jobs(lambda: run.stopped is not None))) as outcomes,
            tally.showing(quiet=quiet),
        ):
            for outcome in outcomes:
                tally.count(outcome)
                failures.take(outcome)
                output.write(outcome)
            output.finish()
        whole = True
    finally:
        if not whole:
            tally.broke_off()
        if not quiet or tally.failed or tally.left or not whole:
            tell(tally, failures, Ending(run.stopped, whole, again))
    return exit_code(tally, run.stopped)


def _options(
    model: str | None, base_url: str, timeout: float | None, fallback: list[str], quiet: bool
) -> Options:
    from summarizer.cli.weights import announce_missing
    from summarizer.models import Settings
    from summarizer.pipeline import DEFAULT_TIMEOUT, Options

    if not quiet:
        announce_missing(model, base_url)
    settings = Settings(base_url=base_url)
    return Options(timeout=timeout or DEFAULT_TIMEOUT, settings=settings, fallback=tuple(fallback))


def _store(path: str) -> Store:
    from summarizer.store import Store, default_store_path, store_path

    return Store(store_path(path) if path else default_store_path())


def _output(path: str) -> Output:
    """Where the outcomes go, by what is there, else by the ending. Raises InputError."""
    from summarizer.batch.outputs import FolderOutput, LinesOutput, StreamOutput
    from summarizer.cli.output import check_writable

    if path == STDOUT:
        return StreamOutput(write_stdout)
    place = Path(path)
    if place.is_dir() or path.endswith(("/", os.sep)) or place.suffix.lower() not in _LINES:
        return FolderOutput(place)
    check_writable(path)
    return LinesOutput(place)
