"""``summarize review SUMMARY.json ARTICLE``: decide about each item in a browser."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.messages import say
from summarizer.cli.options import new_app
from summarizer.cli.output import STDOUT, check_writable, write_file, write_stdout
from summarizer.errors import SummaryInvalid

if TYPE_CHECKING:
    from summarizer.cli.review_server import Desk
    from summarizer.document import Document
    from summarizer.summary import Summary

app = new_app()


@app.command()
def review(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    summary: Annotated[str, typer.Argument(metavar="SUMMARY.json", help="A summary in JSON.")],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help='The article, or "-".')],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="Write the page to a file instead; its Save makes a file to download.",
            show_default=False,
        ),
    ] = "",
    record: Annotated[
        str,
        typer.Option(
            "--review",
            metavar="FILE",
            help="The record. Default: SUMMARY.review.json beside the summary.",
            show_default=False,
        ),
    ] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who reviews. Default: your login name.")
    ] = "",
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the address.")
    ] = False,
) -> None:
    """Review a summary beside its article: accept, reject or edit each item, add notes.

    Opens a page that only this machine can reach. Save writes the record beside the summary, and
    no earlier decision is lost; "summarize verify" reads it. Ends with Done, or with Ctrl-C.
    """
    from summarizer.review import record_path

    read = _read_summary(summary)
    document = _read_article(article, read)
    path = Path(record) if record else record_path(summary)
    if output:
        _write_page(output, read, document, path, Path(summary).name, by)
        return
    check_writable(str(path))
    from summarizer.cli.review_server import Desk, serve

    desk = Desk(read, document, path, Path(summary).name, by or _login_name())
    desk.record()  # a file that is no record is told now, not at the first Save
    try:
        serve(desk, open_browser=not no_browser and _has_screen())
    finally:
        _tell(desk)


def _read_summary(path: str) -> Summary:
    from pydantic import ValidationError

    from summarizer.summary import Summary

    try:
        return Summary.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise SummaryInvalid(f"cannot be read: {error.strerror}", document=path) from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = f"{where}: {first['msg']}" if where else first["msg"]
        raise SummaryInvalid(f"is no summary of this program ({reason})", document=path) from error


def _read_article(article: str, summary: Summary) -> Document:
    """The article as it was read when it was summarised, in the language it was read as."""
    from summarizer.cli.sources import read_article

    document = read_article(article, summary.model_dump(include={"source", "provenance"}))
    return replace(document, language=summary.provenance.language or document.language)


def _write_page(  # noqa: PLR0913, PLR0917 - what a page is made of
    output: str, summary: Summary, document: Document, path: Path, name: str, by: str
) -> None:
    from summarizer.render.review import Setting, review_page
    from summarizer.review import read_record

    check_writable(output)
    known = read_record(path) if path.exists() else None
    page = review_page(summary, document, Setting(known, path.name, name, by))
    if output == STDOUT:
        write_stdout(page)
    else:
        write_file(output, [page])


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        return ""


def _has_screen() -> bool:
    """Whether a browser would open a window, and not take the terminal as a text browser does."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tell(desk: Desk) -> None:
    from summarizer.render.wording import plural

    if desk.added:
        say(f"summarize: {plural(desk.added, 'decision')} saved in {desk.path}")
    else:
        say("summarize: nothing was saved")
