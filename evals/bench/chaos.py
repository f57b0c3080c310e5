"""A bad day in real time: outages, hangs, waits and cancelling.

Against the chaos server of the tests. The tests count requests on a clock of their own; here the
seconds are real ones, and the retries those that a user gets.
"""

from __future__ import annotations

import importlib.util
import pickle
import resource
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.bench.table import Row, skipped
from summarizer.errors import AnswerRefused, DeadlineExceeded, RunCancelled, SummarizerError
from summarizer.models import Budget, Cancellation
from summarizer.models.channel import Channel
from summarizer.models.client import make_client
from summarizer.models.openai_adapter import ChatModel
from summarizer.models.transport import Transport
from summarizer.models.wire import COMPATIBLE
from summarizer.pipeline import Options, summarize
from summarizer.summary import Summary

if TYPE_CHECKING:
    from tests.chaos.server import Behaviour, ChaosServer

ROOT = Path(__file__).resolve().parents[2]
OUTAGE_SECONDS = 3.0
HANG_SECONDS = 0.5
FEW_SECONDS = 2.0
SHORT_SECONDS = 0.1
GRACE_SECONDS = 1.0
MOST_REQUESTS = 8
FAULTS_ASKED = 40


def rows(data: Path) -> list[Row]:
    """Faults with their ends, then the bars that are given in seconds and requests."""
    del data  # the article is the tests' own
    if importlib.util.find_spec("tests.chaos") is None:
        return [skipped("chaos", ROOT / "tests")]
    from tests.chaos.server import ChaosServer

    with ChaosServer() as chaos:
        _run(chaos, _good())  # clients are made, regexes compiled
        parts = (_large, _outages, _endless, _waits, _paid, _cancelled, _all_faults)
        return [row for part in parts for row in part(chaos)]


@dataclass(frozen=True)
class _End:
    """How one document ended: what came of it, after how many seconds and requests."""

    result: Summary | BaseException
    seconds: float
    requests: int
    arrivals: tuple[float, ...]


def _good() -> Behaviour:
    from tests.chaos.writer import sound

    return sound


def _model(chaos: ChaosServer, name: str = "chaos") -> ChatModel:
    def client() -> Any:
        return make_client(base_url=chaos.url, api_key="sk-bench", loopback=True)

    return ChatModel(f"test/{name}", Channel(client), COMPATIBLE, transport=Transport())


def _run(
    chaos: ChaosServer, *script: Behaviour, seconds: float = 30.0, fallback: tuple[str, ...] = ()
) -> _End:
    from tests.chaos.desk import DOCUMENT

    chaos.play(*script)
    with ExitStack() as stack:
        model, *others = (stack.enter_context(_model(chaos, n)) for n in ("chaos", *fallback))
        options = Options(timeout=seconds, fallback=tuple(others))
        begun = time.monotonic()
        try:
            result: Any = summarize(DOCUMENT, model=model, options=options)
        except BaseException as error:  # also what nobody expects is to be counted
            result = error
        spent = time.monotonic() - begun
    return _End(result, spent, len(chaos.calls), tuple(call.at for call in chaos.calls))


def _all_faults(chaos: ChaosServer) -> Iterator[Row]:
    from tests.chaos.catalogue import FAULTS

    untyped, other, most = 0, 0, 0
    for fault in FAULTS.values():
        # A short time, so that waits between retries end a lasting fault soon.
        end = _run(chaos, fault.behave, seconds=min(fault.seconds, SHORT_SECONDS))
        typed = isinstance(end.result, Summary | SummarizerError)
        untyped += not typed
        other += typed and type(pickle.loads(pickle.dumps(end.result))) is not type(end.result)
        most = max(most, end.requests)
    yield Row(
        "faults played", str(len(FAULTS)), f"at least {FAULTS_ASKED}", len(FAULTS) >= FAULTS_ASKED
    )
    yield _none("faults: tracebacks and untyped errors", untyped)
    yield _none("faults: errors that another process reads as others", other)
    yield Row("faults: most requests", str(most), f"at most {MOST_REQUESTS}", most <= MOST_REQUESTS)


def _outages(chaos: ChaosServer) -> Iterator[Row]:
    from tests.chaos.connection_faults import CONNECTIONS
    from tests.chaos.http_faults import busy, status
    from tests.chaos.server import Call

    down: dict[str, Behaviour] = {
        "503": status(503),
        "429 that asks for 1 s": busy(Retry_After="1"),
        "resets": CONNECTIONS["reset-before"].behave,
    }
    runs: list[tuple[str, Behaviour, tuple[str, ...]]] = [
        (name, behave, ()) for name, behave in down.items()
    ]
    runs += [
        (f"{name}, two fallbacks", behave, ("second", "third"))
        for name, behave in (("503", status(503)), ("hang", Call.hang))
    ]
    for name, behave, fallback in runs:
        end = _run(chaos, behave, seconds=OUTAGE_SECONDS, fallback=fallback)
        late = end.seconds - OUTAGE_SECONDS
        value = f"{end.requests} requests, {end.seconds:.2f} s of {OUTAGE_SECONDS:.0f}"
        met = end.requests <= MOST_REQUESTS and late <= GRACE_SECONDS
        yield Row(f"permanent outage, {name}", value, "at most 8 requests, deadline + 1 s", met)


def _endless(chaos: ChaosServer) -> Iterator[Row]:
    from tests.chaos.catalogue import FAULTS

    slow = [fault for fault in FAULTS.values() if fault.error is DeadlineExceeded]
    ends = [_run(chaos, fault.behave, seconds=HANG_SECONDS) for fault in slow]
    late = max(end.seconds for end in ends) - HANG_SECONDS
    value = f"{late:.3f} s late at most ({len(ends)} kinds)"
    yield Row("hang and drip", value, "at most 1 s", late <= GRACE_SECONDS)


def _waits(chaos: ChaosServer) -> Iterator[Row]:
    from tests.chaos.http_faults import ASKS_FOR_NONSENSE, ASKS_TO_WAIT, busy, in_seconds

    def dated(call: Any) -> None:
        busy(Retry_After=in_seconds(2))(call)

    short = {
        1.0: busy(Retry_After="1"),
        0.9: busy(Retry_After="0.9"),
        0.7: busy(retry_after_ms="700"),
        0.8: busy(retry_after_ms="10", Retry_After="0.8"),
        1.001: dated,  # to the second: two seconds on are at least one
    }
    early = 0
    for least, behave in short.items():
        end = _run(chaos, behave, _good())
        early += end.arrivals[1] - end.arrivals[0] < least
    forms = f"{len(short)} forms in real time, {len(ASKS_TO_WAIT)} in the tests"
    yield _none(f"Retry-After: early retries ({forms})", early)
    tried = [_run(chaos, behave, _good()) for behave in ASKS_FOR_NONSENSE.values()]
    longest = max(end.arrivals[-1] - end.arrivals[0] for end in tried)
    whole = all(isinstance(end.result, Summary) for end in tried)
    value = f"{longest:.2f} s at most ({len(tried)} values)"
    yield Row("Retry-After: nonsense, backoff", value, "at most 1 s", whole and longest <= 1.0)


def _paid(chaos: ChaosServer) -> Iterator[Row]:
    from tests.chaos.catalogue import FAULTS

    declined = [fault for fault in FAULTS.values() if fault.error is AnswerRefused]
    ends = [_run(chaos, fault.behave) for fault in declined]
    met = all(end.requests == 1 and isinstance(end.result, AnswerRefused) for end in ends)
    calls = sorted({end.requests for end in ends})
    yield Row(f"refusal and filter ({len(ends)} kinds): calls", f"{calls}", "exactly 1", met)


def _cancelled(chaos: ChaosServer) -> Iterator[Row]:
    from tests.chaos.http_faults import busy
    from tests.chaos.server import Call

    for name, behave in (("hanging", Call.hang), ("waiting", busy(Retry_After="20"))):
        chaos.play(behave)
        seconds, result, after = _cancel(chaos)
        met = seconds <= 0.2 and after == 0 and isinstance(result, RunCancelled)
        value = f"{1000 * seconds:.0f} ms, {after} requests after"
        yield Row(f"cancelled while {name}", value, "at most 200 ms, 0 requests", met)


def _cancel(chaos: ChaosServer) -> tuple[float, BaseException | None, int]:
    caught: list[BaseException] = []
    switch = Cancellation()
    with _model(chaos) as model:
        thread = threading.Thread(target=_asking(model, switch, caught))
        thread.start()
        while not chaos.calls:
            time.sleep(0.01)
        time.sleep(0.1)  # in the middle of it
        before, begun = len(chaos.calls), time.monotonic()
        switch.cancel()
        thread.join(10)
        spent = time.monotonic() - begun
        time.sleep(0.3)
        return spent, caught[0] if caught else None, len(chaos.calls) - before


def _asking(
    model: ChatModel, switch: Cancellation, caught: list[BaseException]
) -> Callable[[], None]:
    from summarizer.draft import Story
    from summarizer.models import Message, Request

    def ask() -> None:
        request = Request((Message("user", "Answer in JSON."),), Story)
        try:
            model.ask(request, budget=Budget(30.0, cancellation=switch))
        except BaseException as error:
            caught.append(error)

    return ask


def _large(chaos: ChaosServer) -> Iterator[Row]:
    from tests.chaos.catalogue import FAULTS

    large = [f for name, f in FAULTS.items() if "50-megabytes" in name or "bomb" in name]
    before = _peak_mb()
    ends = []
    for fault in large:
        with suppress(SummarizerError):
            ends.append(_run(chaos, fault.behave, seconds=FEW_SECONDS))
    grown = _peak_mb() - before
    slowest = max(end.seconds for end in ends)
    value = f"{grown:.0f} MB more at the peak, {slowest:.2f} s at most ({len(ends)} kinds)"
    yield Row("answers of 50 MB", value, "at most 50 MB", grown <= 50)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _none(what: str, count: int) -> Row:
    return Row(what, str(count), "0", count == 0)
