"""``summarize eval``: score a model and a prompt against gold files, one's own or the project's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options as shared
from summarizer.cli.default_command import DefaultCommand
from summarizer.cli.exit_codes import DONE, GATE_FAILED
from summarizer.cli.messages import say
from summarizer.cli.output import STDOUT, write_stdout

if TYPE_CHECKING:
    from summarizer.evaluation.results import ArticleScore
    from summarizer.evaluation.runs import Contestant
    from summarizer.pipeline import Options

app = shared.new_app(
    cls=DefaultCommand.to("run"),
    no_args_is_help=False,
    help="Score a model and a prompt against gold files: what a person found in each article.",
)

Folder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER", help="A folder of gold files, or one with gold/ and recordings/ in it."
    ),
]
InFolder = Annotated[
    Path, typer.Option("--folder", "-d", metavar="FOLDER", help="The folder with the gold files.")
]
Slugs = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="NAME", help="Only this gold file; may be given again."),
]
EVALS = Path("evals")


@app.command()
def run(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    folder: Folder = EVALS,
    model: shared.ModelId = None,
    prompt: shared.PromptId = "summary@3",
    only: Slugs = None,
    live: Annotated[
        bool, typer.Option("--live", help="Ask the model what is not recorded, and record it.")
    ] = False,
    base_url: shared.BaseUrl = "",
    timeout: shared.Timeout = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
) -> None:
    """Score one model with one prompt.

    Without --live its recorded answers are scored, and nothing is asked of anybody.
    """
    from summarizer.evaluation.campaign import Workplace
    from summarizer.evaluation.runs import record, run_recorded
    from summarizer.evaluation.scoreboard import scoreboard

    place = Workplace.of(folder)
    cases = place.cases(only or ())
    who = _contestant(model, prompt)
    if live:
        done = record(cases, who, place.recordings, _options(base_url, timeout), _told)
    else:
        done = run_recorded(cases, who, place.recordings)
    write_stdout(done.score.model_dump_json(indent=1) if as_json else scoreboard([done.score]))


@app.command()
def gate(
    folder: Folder = EVALS,
    accept: Annotated[
        bool, typer.Option("--accept", help="Make the scores of now the baselines.")
    ] = False,
) -> None:
    """Score all recordings against the baselines.

    Exit code 6 where one got worse by more than chance and the allowed loss, or where something
    that must never happen happens more often.
    """
    from summarizer.evaluation.baselines import save_baseline
    from summarizer.evaluation.campaign import Workplace, judge, replay
    from summarizer.evaluation.scoreboard import gate_report, scoreboard, verdicts

    place = Workplace.of(folder)
    runs = replay(place, place.cases())
    judged = [judge(run, place) for run in runs]
    parts = [scoreboard([run.score for run in runs]), gate_report(judged)]
    parts += [verdicts(one.comparison) for one in judged if one.comparison and one.changed]
    write_stdout("\n\n".join(parts))
    if accept:
        for done in runs:
            say(f"baseline: {save_baseline(place.baselines, done.score)}")
        return
    raise typer.Exit(DONE if all(one.gate.passed for one in judged) else GATE_FAILED)


@app.command()
def compare(
    old: Annotated[str, typer.Argument(help="A prompt (summary@1) or a model (openai/NAME).")],
    new: Annotated[str, typer.Argument(help="What is held against it.")],
    folder: InFolder = EVALS,
    model: shared.ModelId = None,
    prompt: shared.PromptId = "summary@3",
) -> None:
    """Compare two prompts, or two models, on their recorded answers."""
    from summarizer.evaluation.campaign import Workplace
    from summarizer.evaluation.comparison import compare as compared
    from summarizer.evaluation.runs import run_recorded
    from summarizer.evaluation.scoreboard import scoreboard, verdicts

    place = Workplace.of(folder)
    cases = place.cases()
    before, after = (
        run_recorded(cases, _side(name, model, prompt), place.recordings).score
        for name in (old, new)
    )
    write_stdout(f"{scoreboard([before, after])}\n\n{verdicts(compared(after, before))}")


@app.command()
def report(
    folder: Folder = EVALS,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the pages are written.")
    ] = Path("eval-report"),
) -> None:
    """Write the report: HTML and Markdown.

    It shows every recording: the scores with their intervals, what changed against the baselines,
    and each article beside its gold and the summary.
    """
    from summarizer.evaluation.reporting import write_report

    for path in write_report(folder, output):
        say(f"wrote {path}")


@app.command()
def init(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article, a text file.")],
    output: shared.Output = STDOUT,
) -> None:
    """Write a gold file to edit, from an article.

    It starts with what code found. A gold file says what a person found: read the article, and
    correct every item.
    """
    from summarizer.cli.output import write_file
    from summarizer.evaluation.scaffold import gold_to_edit

    target = None if output == STDOUT else Path(output)
    text = gold_to_edit(article, target.parent if target else Path())
    if target is None:
        write_stdout(text)
    else:
        write_file(output, [text])
        say(f"wrote {target}: read the article and correct every item")


def _contestant(model: str | None, prompt: str) -> Contestant:
    import os

    from summarizer.evaluation.runs import Contestant
    from summarizer.models.resolve import default_model_id

    return Contestant(model or default_model_id(os.environ), prompt)


def _side(name: str, model: str | None, prompt: str) -> Contestant:
    """``name`` is a model where it looks like one (a slash, or extractive), else a prompt."""
    is_model = "/" in name.partition("@")[0] or name == "extractive"
    return _contestant(name, prompt) if is_model else _contestant(model, name)


def _options(base_url: str, timeout: float | None) -> Options:
    from summarizer.models import Settings
    from summarizer.pipeline import DEFAULT_TIMEOUT, Options

    return Options(timeout=timeout or DEFAULT_TIMEOUT, settings=Settings(base_url=base_url))


def _told(score: ArticleScore) -> None:
    state = score.failed or f"{score.seconds:.0f} s"
    say(f"summarize eval: {score.slug}: {state}")
