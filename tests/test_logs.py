"""Events: what they say, what they cannot say, and how they are written."""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document, Options, logs, summarize, summarize_many
from summarizer.errors import AnswerInvalid, ModelError, ProviderBusy, SourceEmpty
from summarizer.logs import (
    Fields,
    JsonLines,
    TextLines,
    about,
    event,
    identifier,
    public_name,
)
from summarizer.models.observing import tell_retry
from summarizer.models.types import Usage
from summarizer.testing import FakeModel

ARTICLE = (
    "Ferry to Holm stops in May\n"
    "The ferry line lost 4 million euros last year, its owner Marta Lind said on Monday.\n"
    "It is not known who will run it after that.\n"
)
LOGGER = logging.getLogger("summarizer.tests")


class Caught(logging.Handler):
    """Keeps the records it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def told(self) -> list[tuple[str, str]]:
        """Level and event of each record."""
        return [(r.levelname, r.__dict__["event"]) for r in self.records]

    def fields(self, name: str) -> dict[str, Any]:
        """The fields of the last event of that name."""
        found = [r.__dict__ for r in self.records if r.__dict__["event"] == name][-1]
        return {key: found[key] for key in Fields.__annotations__ if key in found}


@pytest.fixture
def caught() -> Iterator[Caught]:
    handler, root = Caught(), logging.getLogger("summarizer")
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.setLevel(before)
    root.removeHandler(handler)


def document(name: str = "ferry.txt") -> Document:
    return Document.from_text(ARTICLE, name=name)


def test_a_document_that_works_is_told_in_three_events(caught: Caught) -> None:
    summarize(document(), model=FakeModel(), prompt="summary@1")

    assert caught.told() == [
        ("DEBUG", "document.started"),
        ("DEBUG", "question.answered"),
        ("INFO", "document.done"),
    ]


def test_the_last_event_says_what_came_of_it_and_what_it_cost(caught: Caught) -> None:
    summary = summarize(document(), model=FakeModel(), prompt="summary@1")

    fields = caught.fields("document.done")
    assert fields.pop("seconds") >= 0
    assert fields == {
        "document": "ferry.txt",
        "article": document().sha256[:12],
        "prompt": "summary@1",
        "model": "fake/model",
        "served": "fake/model",
        "requests": 1,
        "input_tokens": 100,
        "cached_tokens": 0,
        "output_tokens": summary.provenance.completion_tokens,
        "sentences": 3,
        "claims": len(summary.key_claims),
        "rejected": 0,
    }


def test_a_question_says_which_document_model_and_step_it_belongs_to(caught: Caught) -> None:
    summarize(document(), model=FakeModel(), prompt="summary@1")

    fields = caught.fields("question.answered")
    names = ("document", "model", "prompt", "step", "finish")
    assert [fields[name] for name in names] == [
        *("ferry.txt", "fake/model", "summary@1", "Draft", "stop")
    ]


def test_a_failure_is_told_by_the_class_of_its_error_with_what_it_cost(caught: Caught) -> None:
    error = AnswerInvalid("Marta Lind said on Monday")
    error.usage = Usage(prompt_tokens=70, completion_tokens=9, requests=3)

    with pytest.raises(ModelError):
        summarize(document(), model=FakeModel(error=error), prompt="summary@1")

    assert caught.told()[1:] == [("WARNING", "question.failed"), ("ERROR", "document.failed")]
    fields = caught.fields("document.failed")
    assert (fields["error"], fields["requests"], fields["input_tokens"]) == ("AnswerInvalid", 3, 70)
    assert not any("Marta" in record.getMessage() for record in caught.records)


def test_an_article_that_cannot_be_used_is_told(caught: Caught) -> None:
    with pytest.raises(SourceEmpty):
        summarize(Document.from_text("", name="empty.txt"), model=FakeModel())

    assert caught.fields("document.failed")["document"] == "empty.txt"


def test_each_document_of_many_is_told_by_its_own_name(caught: Caught) -> None:
    list(summarize_many([document("a.txt"), document("b.txt")], model=FakeModel()))

    done = [r for r in caught.records if r.__dict__["event"] == "document.done"]
    assert sorted(r.__dict__["document"] for r in done) == ["a.txt", "b.txt"]


def test_a_model_that_is_replaced_is_told(caught: Caught) -> None:
    options = Options(fallback=("extractive",))

    summarize(document(), model=FakeModel(error=ProviderBusy("down")), options=options)

    fields = caught.fields("model.replaced")
    assert (fields["model"], fields["error"]) == ("fake/model", "ProviderBusy")
    assert caught.fields("document.done")["model"] == "extractive"


def test_a_retry_says_which_attempt_failed_and_how_long_the_pause_is(caught: Caught) -> None:
    with about(document="a.txt", model="openai/x"):
        tell_retry(2, ProviderBusy("The provider said something"), 1.23456)

    assert caught.fields("request.failed") == {
        "document": "a.txt",
        "model": "openai/x",
        "attempt": 2,
        "error": "ProviderBusy",
        "pause": 1.235,
    }


def test_what_is_said_about_a_document_ends_with_it(caught: Caught) -> None:
    with about(document="a.txt"), about(model="m"):
        pass
    event(LOGGER, logging.INFO, "after")

    assert caught.fields("after") == {}


def test_another_thread_says_nothing_about_this_ones_document(caught: Caught) -> None:
    with about(document="a.txt"):
        thread = threading.Thread(target=event, args=(LOGGER, logging.INFO, "elsewhere"))
        thread.start()
        thread.join()

    assert caught.fields("elsewhere") == {}


def test_a_field_that_is_not_on_the_list_is_not_told(caught: Caught) -> None:
    event(LOGGER, logging.INFO, "odd", **{"text": "secret"})  # type: ignore[typeddict-item]

    assert "secret" not in str(caught.records[0].__dict__)


def test_no_field_is_named_as_an_attribute_that_records_have() -> None:
    plain = logging.LogRecord("x", logging.INFO, "", 0, "", (), None)
    plain.message = plain.asctime = ""

    assert not set(Fields.__annotations__) & set(plain.__dict__)


def test_nobody_listening_costs_no_formatting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_short", lambda _: pytest.fail("formatted for nobody"))
    monkeypatch.setattr(LOGGER, "isEnabledFor", lambda _: False)

    event(LOGGER, logging.DEBUG, "quiet", document="a.txt")


def test_the_library_prints_nothing_by_itself() -> None:
    code = f"from summarizer import summarize\nsummarize({ARTICLE!r}, model='extractive')"
    failing = "\ntry: summarize('', model='extractive')\nexcept Exception: pass"

    ran = subprocess.run(
        [sys.executable, "-c", code + failing], capture_output=True, text=True, check=True
    )

    assert (ran.stdout, ran.stderr) == ("", "")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("news/a.txt", "news/a.txt"),
        ("https://ann:pw@news.example/a?token=k#t", "https://news.example/a"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("http://[broken/a?token=k", "http://"),
        ("", ""),
    ],
)
def test_a_documents_name_is_told_without_what_a_url_may_hide(name: str, shown: str) -> None:
    assert public_name(name) == shown


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("gpt-5.4-mini-2026-01-01", "gpt-5.4-mini-2026-01-01"),
        ("org/Model:7b@q4", "org/Model:7b@q4"),
        ("The ferry line lost 4 million", ""),
        ("line\nbreak", ""),
        ("x" * 101, ""),
        ("", ""),
    ],
)
def test_a_server_may_say_anything_in_the_place_of_a_name(said: str, kept: str) -> None:
    assert identifier(said) == kept


def record(**fields: Any) -> logging.LogRecord:
    """The record of an event with these fields."""
    handler = Caught()
    logger = logging.Logger("summarizer.documents", logging.DEBUG)
    logger.addHandler(handler)
    event(logger, logging.INFO, "document.done", **fields)
    return handler.records[0]


def test_text_is_one_line_of_time_level_logger_event_and_fields() -> None:
    line = TextLines().format(record(document="two words.txt", requests=2, seconds=1.5))

    moment, rest = line.split(" ", 1)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", moment)
    assert rest == (
        'INFO summarizer.documents document.done document="two words.txt" requests=2 seconds=1.5'
    )


def test_json_is_one_object_with_the_fields_typed() -> None:
    line = json.loads(JsonLines().format(record(document="ü.txt", requests=2, seconds=1.5)))

    assert re.fullmatch(r"[\d-]{10}T[\d:.]{12}Z", line.pop("time"))
    assert line == {
        "level": "info",
        "logger": "summarizer.documents",
        "event": "document.done",
        "document": "ü.txt",
        "requests": 2,
        "seconds": 1.5,
    }


@pytest.mark.parametrize("formatter", [TextLines(), JsonLines()], ids=["text", "json"])
@given(name=st.text(alphabet=st.characters(codec=None), min_size=1, max_size=40))
def test_no_name_of_a_document_breaks_the_line(formatter: logging.Formatter, name: str) -> None:
    line = formatter.format(record(document=name, requests=1))

    assert line.isprintable()


@given(name=st.text(min_size=1, max_size=40))
def test_json_gives_back_the_name(name: str) -> None:
    assert json.loads(JsonLines().format(record(document=name)))["document"] == name


def test_a_long_name_keeps_its_end() -> None:
    name = "x" * 500 + "/a.txt"

    shown = record(document=name).__dict__["document"]

    assert len(shown) == logs.MAX_VALUE
    assert shown.endswith("/a.txt")


@pytest.mark.parametrize("make", [TextLines, JsonLines])
def test_an_error_that_is_logged_by_others_shows_its_class_only(
    make: Callable[[], logging.Formatter],
) -> None:
    try:
        raise ValueError("the words of the article")
    except ValueError:
        foreign = logging.LogRecord("other", logging.ERROR, "", 0, "it failed", (), sys.exc_info())

    line = make().format(foreign)

    assert "it failed" in line
    assert "ValueError" in line
    assert "words of the article" not in line


@pytest.fixture
def client_logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger("httpx2")
    level = logger.level
    logger.setLevel(logging.INFO)
    yield logger
    logger.setLevel(level)


@pytest.fixture
def client_records(client_logger: logging.Logger) -> Iterator[Caught]:
    handler = Caught()
    client_logger.addHandler(handler)
    yield handler
    client_logger.removeHandler(handler)


def test_the_http_client_is_mute_in_the_block_and_not_after_it(
    client_logger: logging.Logger, client_records: Caught
) -> None:
    with logs.clients_muted():
        client_logger.info("in the block")
    client_logger.info("after it")

    assert [record.getMessage() for record in client_records.records] == ["after it"]


def test_the_http_client_is_not_mute_in_another_thread(
    client_logger: logging.Logger, client_records: Caught
) -> None:
    with logs.clients_muted():
        thread = threading.Thread(target=client_logger.info, args=("another's",))
        thread.start()
        thread.join()

    assert len(client_records.records) == 1


def test_muting_again_adds_nothing(client_logger: logging.Logger) -> None:
    logs.mute_clients()
    before = len(client_logger.filters)

    logs.mute_clients()

    assert len(client_logger.filters) == before
