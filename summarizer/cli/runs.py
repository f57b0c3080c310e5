"""``summarize runs``: which runs there were, what each document came to, the results again."""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.columns import columns
from summarizer.cli.exit_codes import BAD_INPUT
from summarizer.cli.messages import say
from summarizer.cli.options import new_app
from summarizer.cli.output import STDOUT, check_writable, write_file, write_stdout
from summarizer.cli.units import counted, seconds_of, size_of
from summarizer.errors import UnknownName
from summarizer.render.inert import inert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.store import Item, Run, Spent, Store

app = new_app(
    no_args_is_help=True, help="List runs, show one, write its results again, and forget old ones."
)

_RUN = (
    *("ID", "STARTED", "STATUS", "DONE", "CACHED", "FAILED", "PENDING", "TOKENS", "COST"),
    "SIZE",
)
_LAST = "last"
_NONE = "-"

StorePath = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="PATH",
        help="The store to read. Default: SUMMARIZER_STORE, else one in the user's data folder.",
        show_default=False,
    ),
]

OlderThan = Annotated[
    float | None,
    typer.Option(
        "--older-than",
        metavar="AGE",
        parser=seconds_of,
        help="Begun, or made, longer ago than this: 12h, 30d, 8w.",
        show_default=False,
    ),
]
Keep = Annotated[
    int | None,
    typer.Option(
        "--keep", metavar="N", min=0, help="All but the N newest runs.", show_default=False
    ),
]
RunId = Annotated[str, typer.Argument(metavar="ID", help="As 'runs list' shows it, or last.")]


@app.command("list")
def list_(store: StorePath = "") -> None:
    """List the runs, the newest first."""
    path = _path(store)
    if not path.exists():
        say(f"summarize: no run yet: there is no {path}")
        return
    with _opened(store) as opened:
        known, size = opened.runs(), opened.size()
    write_stdout(columns([_RUN, *map(_run_row, known)]))
    loose = f", {size.loose:,} of them of no run" if size.loose else ""
    held = counted(size.summaries, "summary", "summaries")
    say(f"summarize: {path} has {size_of(size.bytes)}: {held}{loose}")


@app.command()
def show(id: RunId, store: StorePath = "") -> None:
    """Print what each document of a run came to."""
    with _opened(store) as opened:
        run = _run_of(opened, id)
        items = list(opened.items(run.id))
    rows = [("#", "STATUS", "TOKENS", "COST", "DOCUMENT", "ERROR")]
    head = [f"{name}: {inert(str(value))}" for name, value in _head(run)]
    write_stdout("\n".join([*head, "", columns(rows + [_item_row(item) for item in items])]))


@app.command()
def export(
    id: RunId,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write to a file, whole or not at all.",
            show_default=False,
        ),
    ] = STDOUT,
    store: StorePath = "",
) -> None:
    """Write a run's results as JSON Lines, in the order of the input.

    The lines are those of 'summarize batch': a document's name, its status, and its summary or its
    error. Documents that are pending have no line.
    """
    check_writable(output)
    with _opened(store) as opened:
        lines = _lines(opened, _run_of(opened, id).id)
        if output != STDOUT:
            write_file(output, list(lines))
            return
        for line in lines:
            write_stdout(line)


@app.command()
def prune(
    older_than: OlderThan = None,
    keep: Keep = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    store: StorePath = "",
) -> None:
    """Forget old runs and their results, and old results of no run.

    A result that a newer run refers to stays, and so does a run at work. A result that is forgotten
    is paid for again when it is asked for again.
    """
    from summarizer.store import Old

    if older_than is None and keep is None:
        raise typer.BadParameter("give --older-than, --keep, or both")
    before = None if older_than is None else time.time() - older_than
    old = Old(before, keep)
    with _opened(store) as opened:
        going = opened.prune(old, delete=False)
        runs = counted(going.runs, "run", "runs")
        summaries = counted(going.summaries, "summary", "summaries")
        what = f"{runs}, {summaries} ({size_of(going.bytes)})"
        if not (going.runs or going.summaries):
            say("summarize: nothing is that old")
            return
        if not (yes or _agreed(f"Forget {what}?")):
            say(f"summarize: {what} would be forgotten: nothing is done without --yes")
            raise typer.Exit(BAD_INPUT)
        opened.prune(old)
        say(f"summarize: forgotten: {what}; {opened.path} has {size_of(opened.size().bytes)} now")


def _agreed(question: str) -> bool:
    """Ask the person at the terminal; nobody there is no agreement."""
    return at_terminal() and typer.confirm(question, err=True)


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _path(store: str) -> Path:
    from summarizer.store import default_store_path, store_path

    return store_path(store) if store else default_store_path()


@contextmanager
def _opened(store: str) -> Iterator[Store]:
    """The store, which must be there: looking at runs makes no file."""
    from summarizer.store import Store

    path = _path(store)
    if not path.exists():
        raise UnknownName("there is no store", document=str(path), remedy="Name one with --store")
    with Store(path) as opened:
        yield opened


def _run_of(store: Store, id: str) -> Run:
    if id == _LAST:
        newest = store.runs()[:1]
        if newest:
            return newest[0]
    elif id.isdecimal() and len(id) < 19:  # SQLite's largest number has 19 digits
        return store.run(int(id))
    raise UnknownName(f"there is no run '{id}'", remedy="See 'summarize runs list'")


def _lines(store: Store, run: int) -> Iterator[str]:
    from summarizer.batch.outputs import row
    from summarizer.batch.types import Outcome
    from summarizer.cache.found import as_given
    from summarizer.store import error_from_record

    for item, summary in store.results(run):
        place, name = item.position, item.document
        if summary is not None:
            yield row(Outcome(place, name, stored=as_given(summary, name, item.source)))
        elif item.error is not None:
            yield row(Outcome(place, name, error=error_from_record(item.error)))


def _head(run: Run) -> Iterator[tuple[str, object]]:
    yield "run", run.id
    yield "started", _moment(run.started)
    if run.ended is not None:
        yield "ended", _moment(run.ended)
    yield "status", run.status
    yield from run.description.items()


def _run_row(run: Run) -> tuple[str, ...]:
    counts = (run.counts.done, run.counts.cached, run.counts.failed, run.counts.pending)
    return (
        str(run.id),
        _moment(run.started),
        run.status,
        *map(str, counts),
        _tokens(run.spent),
        _cost(run.spent),
        size_of(run.size),
    )


def _item_row(item: Item) -> tuple[str, ...]:
    return (
        str(item.position + 1),
        item.status,
        _tokens(item.spent),
        _cost(item.spent),
        inert(item.document) or _NONE,
        _error(item.error),
    )


def _error(record: Mapping[str, object] | None) -> str:
    return inert(f"{record.get('type')}: {record.get('message')}") if record else ""


def _moment(seconds: float) -> str:
    local = datetime.datetime.fromtimestamp(seconds).astimezone()
    return local.isoformat(" ", "seconds")


def _tokens(spent: Spent) -> str:
    return str(spent.prompt_tokens + spent.completion_tokens)


def _cost(spent: Spent) -> str:
    return _NONE if spent.cost is None else f"${spent.cost:.4f}"
