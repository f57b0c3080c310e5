"""Options that several verbs share, declared once."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from summarizer.render import FORMATS

CONTEXT = {"help_option_names": ["-h", "--help"]}


def _positive(seconds: float | None) -> float | None:
    if seconds is not None and not 0 < seconds < float("inf"):
        raise typer.BadParameter("must be more than 0")
    return seconds


Sources = Annotated[list[str], typer.Argument(metavar="FILE|URL", hidden=True)]

ModelId = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        metavar="ID",
        help="local/qwen2.5-coder-1.5b, openai/NAME, ./own.gguf, or extractive (no model). "
        "Default: SUMMARIZER_MODEL, else OpenAI where there is a key, else the local model.",
    ),
]

PromptId = Annotated[
    str, typer.Option("--prompt", "-p", metavar="NAME@VERSION", help="The prompt to use.")
]

Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="F",
        help=f"{', '.join(FORMATS)}. Default: by the ending of -o, else text.",
    ),
]

Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Write to a file, whole or not at all. A new one is readable by you only.",
        show_default=False,
    ),
]

Strict = Annotated[
    bool, typer.Option("--strict", help="Exit with 3 if anything was rejected or not read.")
]

Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="S",
        callback=_positive,
        help="Seconds a document may take, over every attempt. Default: 900.",
    ),
]

Fallback = Annotated[
    list[str] | None,
    typer.Option(
        "--fallback",
        metavar="ID",
        help="A model to ask when the first fails; may be given again. extractive never fails.",
        show_default=False,
    ),
]

Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        help="en, de, es, fr: how numbers and speakers are read. Default: guessed.",
        show_default=False,
    ),
]

Encoding = Annotated[
    str,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="The encoding of the sources, such as windows-1252. Default: as they declare; without "
        "that UTF-8, or what they surely are.",
        show_default=False,
    ),
]

Follow = Annotated[
    bool | None,
    typer.Option(
        "--follow/--no-follow",
        help="Read the linked page where a feed holds only the beginning of an article. Default: "
        "for feeds from the web.",
        show_default=False,
    ),
]

IgnoreRobots = Annotated[
    bool,
    typer.Option(
        "--ignore-robots",
        help="Fetch pages that a site's robots.txt asks programs to leave: with its permission.",
    ),
]

Proxy = Annotated[
    bool,
    typer.Option(
        "--proxy",
        help="Fetch pages through the proxy that the environment names (HTTPS_PROXY, NO_PROXY).",
    ),
]

BaseUrl = Annotated[
    str,
    typer.Option(
        "--base-url",
        metavar="URL",
        help="An OpenAI-compatible server. Default: OPENAI_BASE_URL.",
        show_default=False,
    ),
]

LogLevel = Annotated[
    Literal["debug", "info", "warning", "error"] | None,
    typer.Option(
        "--log-level",
        help="Log to standard error, in place of progress. No text of an article is in it.",
        show_default=False,
    ),
]

LogFormat = Annotated[
    Literal["text", "json"], typer.Option("--log-format", help="How --log-level writes.")
]

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")]


StorePath = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="PATH",
        help="Where results are kept. Default: SUMMARIZER_STORE, else one in the user's data "
        "folder.",
        show_default=False,
    ),
]


def new_app(**settings: object) -> typer.Typer:
    """A verb's own commands: plain help, no shell completion, errors left to the dispatcher."""
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=CONTEXT,
        **settings,  # type: ignore[arg-type]
    )
