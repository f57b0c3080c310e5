"""``summarize schema``: what the JSON of a summary looks like, for programs that read it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from summarizer.cli.options import new_app
from summarizer.cli.output import write_stdout

app = new_app()


@app.command()
def schema(
    draft: Annotated[
        bool, typer.Option("--draft", help="The type a model fills in, instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of a summary, as --format json writes it."""
    from summarizer.schema import draft_schema, summary_schema

    write_stdout(json.dumps(draft_schema() if draft else summary_schema(), indent=2))
