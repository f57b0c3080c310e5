"""``summarize FILE|- [more ...]``: the default verb."""

from __future__ import annotations

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
    log_level: shared.LogLevel = None,
    log_format: shared.LogFormat = "text",
    quiet: shared.Quiet = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Summarise articles; every item of a summary points at the words that support it.

    FILE is plain text in UTF-8, "-" is standard input. Results go to standard output; progress and
    messages go to standard error.
    """
    from summarizer.cli.delivery import Delivery, format_for
    from summarizer.cli.log_lines import log_lines
    from summarizer.cli.progress import Watch
    from summarizer.cli.sources import read_sources
    from summarizer.pipeline import summarize_in_turn

    delivery = Delivery(format_for(format, output, len(sources)), output, len(sources) > 1)
    check_writable(output)
    with log_lines(log_level, log_format) as logged:
        watch = Watch(quiet=quiet or logged)
        documents, failures = read_sources(sources, language)
        if documents:
            options = _options(model, base_url, timeout, watch)
            options = replace(options, fallback=tuple(fallback or ()))
            outcomes = summarize_in_turn(documents, model=model, prompt=prompt, options=options)
            failures += delivery.send(documents, outcomes, watch)
    raise typer.Exit(failures[0].exit_code if failures else delivery.exit_code(strict))


def _options(model: str | None, base_url: str, timeout: float | None, watch: Watch) -> Options:
    from summarizer.cli.weights import announce_missing
    from summarizer.models import Settings
    from summarizer.pipeline import DEFAULT_TIMEOUT, Options

    if not watch.quiet:
        announce_missing(model, base_url)
    return Options(
        timeout=timeout or DEFAULT_TIMEOUT,
        on_progress=watch.heard,
        settings=Settings(base_url=base_url, on_pull=watch.pulled),
    )
