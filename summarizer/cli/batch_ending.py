"""How a batch ended: the lines that say what failed and how to go on, and the exit code."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.cli.batch_progress import NOT_BEGUN
from summarizer.cli.exit_codes import DOCUMENTS_FAILED, DONE
from summarizer.cli.messages import say
from summarizer.errors import BudgetSpent, RunStopped, SummarizerError
from summarizer.render.inert import shorten

if TYPE_CHECKING:
    import typer

    from summarizer.batch.types import Outcome
    from summarizer.cli.batch_progress import Tally

_NAMED = 3
_LONGEST_NAME = 60
_EACH_RUN = "The budget is that of each run: another one goes on with the next documents"
_ANEW = "resume"
"""The command to run again goes without --refresh: it would pay for everything once more."""


class Failures:
    """What failed, by kind: how many, and the first few names. Bounded, whatever happens."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._first: dict[str, list[str]] = {}
        self._said: dict[str, str] = {}
        self._remedies: dict[str, str] = {}

    def take(self, outcome: Outcome) -> None:
        """Take one outcome."""
        error = outcome.error
        if error is None or isinstance(error, NOT_BEGUN):
            return
        kind = type(error).__name__
        self._counts[kind] += 1
        named = self._first.setdefault(kind, [])
        if len(named) < _NAMED:
            named.append(shorten(outcome.document, _LONGEST_NAME))
        self._said.setdefault(kind, error.message)
        self._remedies.setdefault(kind, error.remedy)

    def lines(self) -> list[str]:
        """A line a kind of failure, the most frequent first, and one that says what to do."""
        lines: list[str] = []
        for kind, count in self._counts.most_common():
            lines.append(self._line(kind, count))
            lines += [f" what to do: {remedy}" for remedy in [self._remedies[kind]] if remedy]
        return lines

    def _line(self, kind: str, count: int) -> str:
        named = ", ".join(self._first[kind])
        more = f" and {count - len(self._first[kind]):,} more" if count > _NAMED else ""
        return f" {count:,} {kind} ({self._said[kind]}): {named}{more}"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended: why early, whether with an outcome for every document, how to go on."""

    stopped: SummarizerError | None
    whole: bool
    again: str


def tell(tally: Tally, failures: Failures, ending: Ending) -> None:
    """Say on standard error what became of the documents, and the command to run again."""
    stopped = ending.stopped
    computed = f"{tally.done + tally.cached:,} done"
    cached = f" ({tally.cached:,} from the store)" if tally.cached else ""
    failed = f", {tally.failed:,} failed" if tally.failed else ""
    failed += f", {tally.left:,} not done" if tally.left else ""
    cost = f", {tally.cost()}" if tally.cost() else ""
    say(f"summarize: {computed}{cached}{failed}{cost}")
    for line in failures.lines():
        say(line)
    if stopped is not None:
        what_now = _EACH_RUN if isinstance(stopped, BudgetSpent) else stopped.remedy
        say(f"summarize: the run was stopped: {stopped.message}. {what_now}")
    if ending.again and (tally.failed or tally.left or not ending.whole):
        say(f"summarize: for the rest, run again (what is done costs nothing): {ending.again}")


def exit_code(tally: Tally, stopped: SummarizerError | None) -> int:
    """The code of a run that came to its end."""
    if stopped is not None and not isinstance(stopped, (BudgetSpent, RunStopped)):
        return stopped.exit_code
    return DOCUMENTS_FAILED if tally.failed or tally.left else DONE


def command_again(context: typer.Context) -> str:
    """The command line that does the rest, as a shell takes it."""
    words = ["summarize", "batch"]
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        given = source is not None and source.name == "COMMANDLINE"
        if given and parameter.name != _ANEW:
            words += _words(parameter, context.params[parameter.name or ""])
    return shlex.join(words)


def _words(parameter: Any, value: Any) -> list[str]:
    values = [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
    if parameter.param_type_name == "argument":
        return values
    name = max(parameter.opts, key=len)
    if parameter.is_flag:
        return [name if value else parameter.secondary_opts[0]]
    return [word for one in values for word in (name, one)]
