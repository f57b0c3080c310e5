"""``summarize models``: the models that run on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.columns import columns
from summarizer.cli.messages import say
from summarizer.cli.options import Quiet, new_app
from summarizer.cli.output import write_stdout

app = new_app(no_args_is_help=True, help="List, fetch and remove the models of this machine.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="As 'models list' shows it.")]


@app.command("list")
def list_() -> None:
    """List the models, and which weights are here."""
    from summarizer.models import known_models
    from summarizer.models.weights import is_installed

    rows = [("MODEL", "MB", "LICENCE", "HERE", "FOR")]
    for name, entry in known_models().items():
        here = "yes" if is_installed(name) else "no"
        rows.append((f"local/{name}", f"{entry.size / 1e6:,.0f}", entry.license, here, entry.use))
    write_stdout(columns(rows))


@app.command()
def pull(name: Name, quiet: Quiet = False) -> None:
    """Fetch a model's weights and print their path."""
    from summarizer.cli.progress import Watch
    from summarizer.cli.weights import announce
    from summarizer.models import weights
    from summarizer.models.catalog import entry

    known = entry(name)
    if not quiet and not weights.is_installed(known.name):
        announce(known)
    watch = Watch(quiet=quiet)
    with watch.showing(f"local/{known.name}"):
        path = weights.pull(known.name, watch.pulled)
    write_stdout(str(path))


@app.command()
def remove(name: Name) -> None:
    """Delete a model's weights, finished or not."""
    from summarizer.models import weights
    from summarizer.models.catalog import entry

    known = entry(name)
    freed = weights.remove(known.name)
    say(
        f"summarize: local/{known.name}: {freed / 1e6:,.0f} MB freed"
        if freed
        else (f"summarize: local/{known.name} is not here")
    )


@app.command()
def path(name: Name) -> None:
    """Print where a model's weights are, or would be."""
    from summarizer.models import weights

    file = weights.path_of(name)
    if not weights.is_installed(name):
        say(f"summarize: not here yet; fetch it with: summarize models pull {name}")
    write_stdout(str(file))
