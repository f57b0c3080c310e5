"""``summarize runs``: which runs there were, what each document came to, and the results again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.columns import columns
from summarizer.cli.messages import say
from summarizer.cli.options import new_app
from summarizer.cli.output import STDOUT, check_writable, write_file, write_stdout
from summarizer.errors import UnknownName
from summarizer.render.inert import inert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.store import Item, Run, Spent, Store

app = new_app(no_args_is_help=True, help="List runs, show one, and write its results again.")

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

RunId = Annotated[str, typer.Argument(metavar="ID", help="As 'runs list' shows it, or last.")]


@app.command("list")
def list_(store: StorePath = "") -> None:
    """List the runs, the newest first."""
    path = _path(store)
    if not path.exists():
        say(f"summarize: no run yet: there is no {path}")
        return
    with _opened(store) as opened:
        known = opened.runs()
    rows = [("ID", "STARTED", "STATUS", "DONE", "CACHED", "FAILED", "PENDING", "TOKENS", "COST")]
    write_stdout(columns(rows + [_run_row(run) for run in known]))


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


def _path(store: str) -> Path:
    from summarizer.store import default_store_path

    return Path(store).expanduser() if store else default_store_path()


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
    from summarizer.batch.found import renamed
    from summarizer.batch.outputs import row
    from summarizer.batch.types import Outcome
    from summarizer.store import error_from_record

    for item, summary in store.results(run):
        place, name = item.position, item.document
        if summary is not None:
            yield row(Outcome(place, name, stored=renamed(summary, name)))
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
