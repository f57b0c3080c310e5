"""A canary key and a canary sentence, with everything that can be heard at its loudest.

The server is hostile: it repeats both wherever a server can say something.
"""

from __future__ import annotations

import io
import json
import logging
import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from summarizer import Document, Options, Summary, logs, summarize, summarize_many
from summarizer.cli import main
from summarizer.errors import SummarizerError
from summarizer.evaluation.recordings import Recording, RecordingModel
from summarizer.models.channel import Channel
from summarizer.models.client import make_client
from summarizer.models.openai_adapter import ChatModel
from summarizer.models.transport import Transport
from summarizer.models.types import Model
from summarizer.models.wire import COMPATIBLE
from tests.models import conftest
from tests.models.conftest import Behaviour, Call, ChatServer, completion
from tests.spans import Spans, caught_spans

server = conftest.server

KEY = "sk-canary-4f1d8a77c0b2e95d36a1f08b7723"
SENTENCE = "The lighthouse keeper of Vossmark counted 4,711 gulls before dawn, he said on Monday."
ARTICLE = f"Gulls return to the coast\n\n{SENTENCE} It is not known why they came back.\n"
CANARIES = (KEY, KEY[-12:], "Vossmark", "4,711 gulls")
ECHO = {"X-Echo": KEY, "X-Said": SENTENCE, "Set-Cookie": f"k={KEY}"}
BOTH = f"{KEY} {SENTENCE}"


def draft(claim: object = SENTENCE) -> str:
    claims = [{"sentence": 2, "speaker": "", "claim": claim}]
    return json.dumps({"claims": claims, "abstract": SENTENCE, "headline": "", "questions": []})


def said(text: str, finish: str = "stop", **message: Any) -> Behaviour:
    """A 200 with this answer; the server names itself after the canaries."""
    body = {**completion(text, finish, **message), "model": BOTH, "id": BOTH}
    return lambda call: call.reply(body=body, headers=ECHO)


def status(number: int, **error: Any) -> Behaviour:
    body = {"error": {"message": BOTH, "param": BOTH, "code": BOTH, **error}}
    return lambda call: call.reply(number, body, ECHO)


def page(number: int) -> Behaviour:
    html = f"<html>{BOTH}</html>".encode()
    return lambda call: call.reply(number, html, ECHO, "text/html")


def broken_stream(call: Call) -> None:
    call.stream({"error": {"message": BOTH, "code": BOTH}}, done=False)


GOOD = said(draft())
FAILURES: dict[str, list[Behaviour]] = {
    "refused key": [status(401)],
    "no quota": [status(429, code="insufficient_quota")],
    "wrong request": [status(400)],
    "too long": [status(400, code="context_length_exceeded")],
    "filter": [status(400, code="content_filter")],
    "redirect": [lambda call: call.reply(307, b"", {**ECHO, "Location": f"http://{KEY}.example/"})],
    "busy to the end": [status(429)],
    "down to the end": [page(503)],
    "a page": [page(200)],
    "an error with status 200": [lambda call: call.reply(body={"error": {"message": BOTH}})],
    "an error in a stream": [broken_stream],
    "refusal": [said("", refusal=BOTH)],
    "filtered answer": [said(SENTENCE, "content_filter")],
    "cut off": [said(draft()[:60], "length")],
    "no JSON": [said(BOTH)],
    "wrong shape": [said(draft(claim={"text": SENTENCE}))],
    "a key twice": [said(f'{{"{SENTENCE}": 1, "{SENTENCE}": "{KEY}"}}')],
    "reset": [lambda call: call.reset()],
}


@dataclass
class Heard(logging.Handler):
    """Every record of every logger, spelled out in every way there is."""

    lines: list[str] = field(default_factory=list)
    loggers: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__(level=1)

    def __hash__(self) -> int:
        return id(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.loggers.add(record.name)
        self.lines += [
            logging.Formatter().format(record),
            logs.TextLines().format(record),
            logs.JsonLines().format(record),
            repr(record.__dict__),
        ]


def loggers() -> list[logging.Logger]:
    names = ["summarizer", "openai", "instructor", "httpx2", "httpcore2.http11", "asyncio"]
    return [logging.getLogger(name) for name in {*names, *logging.root.manager.loggerDict}]


@pytest.fixture
def heard() -> Iterator[Heard]:
    """Everything at debug level, the clients' loggers too."""
    handler = Heard()
    levels = {logger: logger.level for logger in (logging.root, *loggers())}
    logging.root.addHandler(handler)
    logging.root.setLevel(1)
    for logger in levels.keys() - {logging.root}:
        logger.setLevel(1)
    yield handler
    logging.root.removeHandler(handler)
    for logger, level in levels.items():
        logger.setLevel(level)


@dataclass
class Ears:
    """What can be heard: the log and the trace."""

    heard: Heard
    spans: Spans

    def texts(self) -> list[str]:
        return [*self.heard.lines, *(span.to_json() for span in self.spans.all())]


@pytest.fixture
def ears(heard: Heard) -> Iterator[Ears]:
    with caught_spans() as spans:
        yield Ears(heard, spans)


@pytest.fixture
def model(server: ChatServer) -> Iterator[Model]:
    channel = Channel(
        lambda: make_client(base_url=server.url, api_key=KEY, limit=1 << 20, loopback=True)
    )
    transport = Transport(sleep=lambda _: None, jitter=lambda: 0.0)
    parameters = {"server": server.url}
    with ChatModel(
        "test/m", channel, COMPATIBLE, transport=transport, parameters=parameters
    ) as opened:
        yield opened


def document() -> Document:
    return Document.from_text(ARTICLE, name="gulls.txt")


def found(*texts: str) -> list[str]:
    """The places where a canary sings."""
    return [text[:300] for text in texts if any(canary in text for canary in CANARIES)]


def chain(error: BaseException) -> Iterator[BaseException]:
    """The error and every other one that can be reached from it, hidden ones too."""
    pending: list[BaseException | None] = [error]
    seen: set[int] = set()
    while pending:
        one = pending.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
            pending += [one.__cause__, one.__context__]


def spellings(error: BaseException) -> list[str]:
    texts: list[str] = []
    for one in chain(error):
        texts += [str(one), repr(one), repr(one.args), repr(vars(one))]
    texts += traceback.format_exception(error)
    pickled = pickle.dumps(error)
    back = pickle.loads(pickled)
    return [*texts, pickled.decode("latin-1"), str(back), repr(vars(back))]


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("prompt", ["summary@1", "summary@2"])
def test_no_canary_in_the_log_the_trace_or_the_error_of_a_failure(
    server: ChatServer, model: Model, ears: Ears, failure: str, prompt: str
) -> None:
    server.script = FAILURES[failure]

    outcome = next(summarize_many([document()], model=model, prompt=prompt))

    assert KEY in server.calls[0].headers["authorization"]
    assert SENTENCE in json.dumps(server.calls[0].body)
    assert {"summarizer.documents", "summarizer.questions"} <= ears.heard.loggers
    assert len(ears.spans.all()) >= 2
    assert found(*ears.texts()) == []
    if isinstance(outcome, SummarizerError):
        assert found(*spellings(outcome)) == []
    else:
        assert prompt == "summary@2"  # which goes on without an answer that cannot be used


def test_no_canary_in_the_log_or_the_trace_of_a_success(
    server: ChatServer, model: Model, ears: Ears
) -> None:
    server.script = [status(503), GOOD]

    summary = summarize(document(), model=model, prompt="summary@1")

    assert SENTENCE[:40] in summary.model_dump_json()
    assert found(*ears.texts()) == []


def test_no_canary_in_the_progress_log_of_a_streamed_answer(
    server: ChatServer, model: Model, ears: Ears
) -> None:
    text = draft()
    piece = {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": "stop"}]}
    server.script = [lambda call: call.stream({**piece, "model": BOTH})]
    pieces: list[str] = []

    options = Options(on_progress=lambda progress: pieces.append(progress.text))
    summarize(document(), model=model, prompt="summary@1", options=options)

    assert SENTENCE in json.loads(pieces[-1])["abstract"]
    assert found(*ears.texts()) == []


RECORDED = {"good": GOOD, "not JSON": said(BOTH), "refused": said("", refusal=BOTH)}


@pytest.mark.parametrize("behaviour", RECORDED)
def test_a_recording_holds_the_answer_and_no_key(
    server: ChatServer, model: Model, tmp_path: Path, behaviour: str
) -> None:
    server.script = [RECORDED[behaviour]]
    path = tmp_path / "recordings" / "gulls.jsonl"

    recorder = RecordingModel(model, Recording(path), "gulls")
    outcome = next(summarize_many([document()], model=recorder))

    written = path.read_text(encoding="utf-8")
    assert KEY not in written
    assert (SENTENCE in written) is isinstance(outcome, Summary)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_key_the_provider_refuses_is_not_recorded(
    server: ChatServer, model: Model, tmp_path: Path
) -> None:
    server.script = [status(401)]
    path = tmp_path / "gulls.jsonl"

    next(summarize_many([document()], model=RecordingModel(model, Recording(path), "gulls")))

    assert not path.exists()


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    server: ChatServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """The command on the article, with the canary key in the environment."""
    article = tmp_path / "gulls.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("SUMMARIZER_DEBUG", "1")

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
        code = main([str(article), "--model", "openai/m", *words])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


@pytest.mark.parametrize("format", ["text", "json"])
@pytest.mark.parametrize(
    ("behaviour", "code"), [(GOOD, 0), (status(401), 4), (said("", refusal=BOTH), 4)]
)
def test_the_command_at_debug_level_prints_no_canary_on_standard_error(
    server: ChatServer, run: Run, behaviour: Behaviour, code: int, format: str
) -> None:
    server.script = [behaviour]

    ended, out, err = run("--log-level", "debug", "--log-format", format)

    assert ended == code
    assert ("document.done" in err) is (code == 0)
    assert found(err) == []
    assert KEY not in out


def files(*folders: Path) -> dict[str, str]:
    """Every file below, whatever is in it."""
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes().decode("latin-1") for path in found}


ENDS = {**FAILURES, "good": [GOOD]}


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a batch's store and output, and in another one three articles."""
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "out" / "store.db"))
    monkeypatch.setattr("summarizer.models.resolve.open_model", quick_model)
    (tmp_path / "out").mkdir()
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.txt").write_text(f"{ARTICLE}Part {number}.\n", "utf-8")
    return tmp_path


def quick_model(name: str, settings: Any) -> Model:
    """A model on the server that waits for no retry."""
    url = os.environ["OPENAI_BASE_URL"]
    channel = Channel(lambda: make_client(base_url=url, api_key=KEY, limit=1 << 20, loopback=True))
    transport = Transport(sleep=lambda _: None, jitter=lambda: 0.0, gate=settings.gate)
    return ChatModel(name, channel, COMPATIBLE, transport=transport, parameters={"server": url})


@pytest.mark.parametrize("end", ENDS)
def test_no_canary_in_what_a_batch_says_and_no_key_in_what_it_writes(
    server: ChatServer, folder: Path, ears: Ears, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    server.script = ENDS[end]

    output = folder / "out" / ("each" if end in ("good", "refusal") else "rows.jsonl")
    words = ["--model", "openai/m", "--prompt", "summary@1", "--output", str(output)]
    code = main(["batch", str(folder / "in"), *words, "--log-level", "debug"])

    said = capsys.readouterr()
    assert code == {"good": 0, "refused key": 4, "no quota": 4}.get(end, 5)
    assert server.calls
    assert found(said.out, said.err, *ears.texts()) == []
    written = files(folder / "out")
    assert len(written) >= 3
    assert [name for name, text in written.items() if KEY in text or KEY[-12:] in text] == []
    holding = [name for name, text in written.items() if "Vossmark" in text]
    assert bool(holding) is (end == "good")
    assert {oct(Path(name).stat().st_mode & 0o777) for name in written} == {"0o600"}


def named(text: str, model: object = KEY, finish: str = "stop") -> Behaviour:
    """A 200 by a server that calls its model, or the end of its answer, like the key."""
    body = {**completion(text, finish), "model": model}
    return lambda call: call.reply(body=body)


ESCAPED = "".join(f"\\u{ord(letter):04x}" for letter in KEY)
SAID_BACK = {
    "as its model's name": named(draft()),
    "in its model's name": named(draft(), f"m/{KEY}-2026"),
    "as the end of the answer": named(draft(), "m", KEY),
    "as the headline": named(draft().replace('"headline": ""', f'"headline": "{KEY}"')),
    "in a claim": named(draft(f"Gulls came to {KEY} before dawn.")),
    "in escapes": named(draft("Gulls came to KEY before dawn.").replace("KEY", ESCAPED)),
    "in a fence": named(f"```json\n{draft(KEY)}\n```"),
}


@pytest.mark.parametrize("behaviour", SAID_BACK.values(), ids=SAID_BACK)
def test_a_key_that_the_server_says_back_is_in_no_result(
    server: ChatServer, run: Run, ears: Ears, tmp_path: Path, behaviour: Behaviour
) -> None:
    server.script = [behaviour]
    store = tmp_path / "kept" / "store.db"

    words = ["--prompt", "summary@1", "--format", "json", "--store", str(store)]
    code, out, err = run(*words, "--log-level", "debug")
    again = run(*words)

    assert (code, len(server.calls)) == (0, 1)
    assert SENTENCE[:30] in out
    kept = files(store.parent)
    assert kept
    texts = [out, err, *again[1:], *ears.texts(), *kept.values()]
    assert [text[:300] for text in texts if KEY in text or KEY[-12:] in text] == []


def test_nor_is_it_in_a_recording_or_in_what_a_waiting_person_sees(
    server: ChatServer, model: Model, tmp_path: Path
) -> None:
    whole = draft(f"Gulls came to {KEY} before dawn.")
    cuts = range(0, len(whole), 7)
    pieces = [{"choices": [{"index": 0, "delta": {"content": whole[at : at + 7]}}]} for at in cuts]
    pieces[-1]["choices"][0]["finish_reason"] = "stop"  # type: ignore[index]
    server.script = [lambda call: call.stream(*({**piece, "model": KEY} for piece in pieces))]
    seen: list[str] = []

    options = Options(on_progress=lambda progress: seen.append(progress.text))
    recorder = RecordingModel(model, Recording(tmp_path / "gulls.jsonl"), "gulls")
    summary = summarize(document(), model=recorder, prompt="summary@1", options=options)

    assert "[key]" in (tmp_path / "gulls.jsonl").read_text("utf-8")
    assert any("[key]" in text for text in seen)
    shown = [*seen, *files(tmp_path).values(), summary.model_dump_json()]
    assert [text for text in shown if KEY[:10] in text or KEY[-12:] in text] == []


LOUD = {"OPENAI_LOG": "debug", "HTTPX_LOG_LEVEL": "trace", "PYTHONASYNCIODEBUG": "1"}
HEARING = """
import logging, sys
logging.basicConfig(level=1, stream=sys.stderr)
from summarizer.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("verb", [[], ["batch"]], ids=["plain", "batch"])
def test_no_canary_on_standard_error_of_a_process_with_every_switch_turned_up(
    server: ChatServer, tmp_path: Path, verb: list[str]
) -> None:
    # The clients make their loggers while they are imported, which is when they are first needed.
    server.script = [status(503), said(BOTH), GOOD]
    (tmp_path / "gulls.txt").write_text(ARTICLE, "utf-8")
    environment = {
        **(os.environ | LOUD | {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": server.url}),
        "SUMMARIZER_STORE": str(tmp_path / "kept" / "store.db"),
    }
    words = ["gulls.txt", "-m", "openai/m", "-p", "summary@1", "--log-level", "debug"]

    ran = subprocess.run(
        [sys.executable, "-c", HEARING, *verb, *words, "-o", "out.jsonl"],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
        cwd=tmp_path,
    )

    assert len(server.calls) == 3
    assert "document.done" in ran.stderr
    assert found(ran.stdout, ran.stderr) == []
    assert [name for name, text in files(tmp_path).items() if KEY in text] == []
    assert SENTENCE in (tmp_path / "out.jsonl").read_text("utf-8")


def unmuted() -> None:
    for logger in loggers():
        for filter in list(logger.filters):
            logger.removeFilter(filter)


def test_the_ear_hears_a_client_that_is_not_muted(
    server: ChatServer, model: Model, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.script = [GOOD]
    unmuted()
    monkeypatch.setattr(logs, "mute_clients", lambda: None)

    summarize(document(), model=model, prompt="summary@1")

    assert found(*heard.lines) != []


def hiding() -> None:
    try:
        raise ValueError(SENTENCE)
    except ValueError:
        raise SummarizerError("it failed") from None


def test_the_chain_reaches_what_from_none_hides() -> None:
    with pytest.raises(SummarizerError) as caught:
        hiding()

    assert found(*spellings(caught.value)) != []
