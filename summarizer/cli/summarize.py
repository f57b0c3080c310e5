"""``summarize FILE|- [more ...]``: the default verb."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options as shared
from summarizer.cli.exit_codes import EXIT_CODES
from summarizer.cli.output import STDOUT, check_writable
from summarizer.cli.verbs import VERBS

if TYPE_CHECKING:
    from summarizer.cli.progress import Watch
    from summarizer.pipeline import Options

_EPILOG = "\n\n".join(
    [
        "\b\nOther verbs (each has its own --help):\n"
        + "\n".join(f"  {verb:<8} {what}" for verb, what in VERBS.items()),
        "\b\nExit codes:\n" + "\n".join(f"  {code:<8} {what}" for code, what in EXIT_CODES.items()),
    ]
)

app = shared.new_app()

NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Neither look into the store of results nor add to it.")
]
Refresh = Annotated[
    bool, typer.Option("--refresh", help="Ask anew, in place of what the store has.")
]


def _version(asked: bool) -> None:
    if asked:
        from summarizer.version import __version__

        print(f"summarize {__version__}")
        raise typer.Exit


@app.command(epilog=_EPILOG)
def summarize(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    sources: shared.Sources,
    model: shared.ModelId = None,
    prompt: shared.PromptId = "summary@3",
    format: shared.Format = None,
    output: shared.Output = STDOUT,
    strict: shared.Strict = False,
    timeout: shared.Timeout = None,
    fallback: shared.Fallback = None,
    base_url: shared.BaseUrl = "",
    language: shared.Language = "",
    encoding: shared.Encoding = "",
    follow: shared.Follow = None,
    ignore_robots: shared.IgnoreRobots = False,
    proxy: shared.Proxy = False,
    no_cache: NoCache = False,
    refresh: Refresh = False,
    store: shared.StorePath = "",
    log_level: shared.LogLevel = None,
    log_format: shared.LogFormat = "text",
    quiet: shared.Quiet = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Summarise articles; every item of a summary points at the words that support it.

    FILE is text (.txt, .md), a web page (.html), a .pdf, .docx or .eml, or a feed, whose items are
    articles each; URL is a page or a feed; "-" is standard input. Results go to standard output;
    progress and messages go to standard error. What a model said is kept in a store that only you
    can read: the same article with the same model and prompt costs nothing the second time.
    """
    from summarizer.cli.delivery import Delivery, format_for
    from summarizer.cli.log_lines import log_lines
    from summarizer.cli.progress import Watch
    from summarizer.cli.remembering import Remembering
    from summarizer.cli.sources import how_to_read, read_sources
    from summarizer.cli.weights import announce_missing
    from summarizer.pipeline import summarize_in_turn

    format_for(format, output, len(sources))
    how = how_to_read((language, encoding), follow, ignore_robots=ignore_robots, proxy=proxy)
    check_writable(output)
    remembering = Remembering()
    with log_lines(log_level, log_format) as logged, ExitStack() as stack:
        watch = Watch(quiet=quiet or logged)
        documents, failures = read_sources(sources, how)
        count = max(len(sources), len(documents))  # a feed is many
        delivery = Delivery(format_for(format, output, count), output, count > 1)
        if documents:
            cache = None if no_cache else remembering.cache(store, stack, refresh=refresh)
            options = replace(_options(base_url, timeout, fallback, watch), cache=cache)
            if remembering.lacks(documents, model, prompt, options) and not watch.quiet:
                announce_missing(model, base_url)
            outcomes = summarize_in_turn(documents, model=model, prompt=prompt, options=options)
            failures += delivery.send(documents, outcomes, watch)
            remembering.tell(len(documents), quiet=watch.quiet)
    raise typer.Exit(failures[0].exit_code if failures else delivery.exit_code(strict))


def _options(
    base_url: str, timeout: float | None, fallback: list[str] | None, watch: Watch
) -> Options:
    from summarizer.models import Settings
    from summarizer.pipeline import DEFAULT_TIMEOUT, Options

    return Options(
        timeout=timeout or DEFAULT_TIMEOUT,
        on_progress=watch.heard,
        fallback=tuple(fallback or ()),
        settings=Settings(base_url=base_url, on_pull=watch.pulled),
    )
