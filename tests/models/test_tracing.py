"""Spans by the GenAI conventions, and nothing at all where OpenTelemetry is not installed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.trace import SpanKind, StatusCode

from summarizer import Document, Options, summarize, summarize_many
from summarizer.errors import AnswerRefused, ModelError, ProviderBusy, SourceEmpty
from summarizer.models.types import Usage
from summarizer.testing import FakeModel
from summarizer.version import __version__
from tests.models.conftest import Call, ChatServer, MakeBench, completion
from tests.spans import Spans, caught_spans

ARTICLE = (
    "Ferry to Holm stops in May\n"
    "The ferry line lost 4 million euros last year, its owner Marta Lind said on Monday.\n"
    "It is not known who will run it after that.\n"
)


@pytest.fixture
def spans() -> Iterator[Spans]:
    with caught_spans() as caught:
        yield caught


def document() -> Document:
    return Document.from_text(ARTICLE, name="ferry.txt")


def of(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def draft_reply(call: Call) -> None:
    draft = {"claims": [], "abstract": "", "headline": "", "questions": []}
    call.reply(body=completion(json.dumps(draft)))


def test_a_document_is_a_workflow_span_and_its_question_a_child(spans: Spans) -> None:
    summarize(document(), model=FakeModel(), prompt="summary@1")

    whole, question = spans.all()
    assert (whole.name, question.name) == ("invoke_workflow summarize", "chat model")
    assert (whole.kind, question.kind) == (SpanKind.INTERNAL, SpanKind.CLIENT)
    assert question.parent is not None
    assert whole.context is not None
    assert question.parent.span_id == whole.context.span_id


def test_the_span_of_a_document_says_which_how_and_what_it_cost(spans: Spans) -> None:
    summary = summarize(document(), model=FakeModel(), prompt="summary@1")

    tokens = summary.provenance.completion_tokens
    assert of(spans.all()[0]) == {
        "gen_ai.operation.name": "invoke_workflow",
        "gen_ai.agent.name": "summarize",
        "gen_ai.agent.version": __version__,
        "gen_ai.prompt.name": "summary",
        "gen_ai.prompt.version": "1",
        "gen_ai.provider.name": "fake",
        "gen_ai.request.model": "model",
        "gen_ai.response.model": "fake/model",
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": tokens,
        "summarizer.document.name": "ferry.txt",
        "summarizer.document.sha256": document().sha256,
        "summarizer.requests": 1,
        "summarizer.claims": len(summary.key_claims),
        "summarizer.rejected": 0,
    }


def test_the_span_of_a_question_says_what_was_asked_of_whom(
    server: ChatServer, bench: MakeBench, spans: Spans
) -> None:
    server.script = [draft_reply]
    model = bench().model
    model._parameters = {"server": "http://models.example:8080/v1"}

    summarize(document(), model=model, prompt="summary@1")

    assert of(spans.named("chat")[0]) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "test",
        "gen_ai.request.model": "some-model",
        "gen_ai.request.max_tokens": 1200,
        "gen_ai.request.temperature": 0.0,
        "gen_ai.output.type": "json",
        "gen_ai.prompt.name": "summary",
        "gen_ai.prompt.version": "1",
        "gen_ai.response.model": "test-model-7",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.usage.input_tokens": 100,
        "gen_ai.usage.output_tokens": 20,
        "gen_ai.usage.cache_read.input_tokens": 40,
        "server.address": "models.example",
        "server.port": 8080,
        "summarizer.requests": 1,
        "summarizer.step": "Draft",
    }


ADDRESSES = {
    "https://models.example/v1": ("models.example", 443),
    "http://[::1]:80/v1": ("::1", 80),
    "http://models.example:nonsense/v1": (None, None),
    "": (None, None),
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_port_that_is_not_written_is_that_of_the_scheme(
    bench: MakeBench, server: ChatServer, spans: Spans, address: str
) -> None:
    server.script = [draft_reply]
    model = bench().model
    model._parameters = {"server": address}

    summarize(document(), model=model, prompt="summary@1")

    told = of(spans.named("chat")[0])
    assert (told.get("server.address"), told.get("server.port")) == ADDRESSES[address]


def test_retries_are_inside_the_span_of_their_question(
    server: ChatServer, bench: MakeBench, spans: Spans
) -> None:
    server.script = [lambda call: call.reply(503, {"error": {}}), draft_reply]

    summarize(document(), model=bench().model, prompt="summary@1")

    (question,) = spans.named("chat")
    assert of(question)["summarizer.requests"] == 2
    assert question.status.status_code is StatusCode.UNSET


def test_a_streamed_question_says_so(spans: Spans) -> None:
    summarize(document(), model=FakeModel(), options=Options(on_progress=lambda _: None))

    assert of(spans.named("chat")[0])["gen_ai.request.stream"] is True


def test_a_plan_of_several_questions_gives_a_span_each(spans: Spans) -> None:
    summary = summarize(document(), model=FakeModel(), prompt="summary@2")

    questions = spans.named("chat")
    assert len(questions) == summary.provenance.attempts > 1
    assert {of(span)["summarizer.step"] for span in questions} == {"SplitSentences", "Story"}


def test_an_error_is_named_by_its_class_and_its_text_stays_out(spans: Spans) -> None:
    error = AnswerRefused("The words of the article")
    error.usage = Usage(prompt_tokens=70, completion_tokens=3, requests=1)

    with pytest.raises(ModelError):
        summarize(document(), model=FakeModel(error=error))

    for span in spans.all():
        assert of(span)["error.type"] == "AnswerRefused"
        assert of(span)["gen_ai.usage.input_tokens"] == 70
        assert span.status.status_code is StatusCode.ERROR
        assert not span.status.description
        assert not span.events
        assert "words of the article" not in span.to_json()


def test_a_document_that_reaches_no_model_has_a_span_too(spans: Spans) -> None:
    with pytest.raises(SourceEmpty):
        summarize("", model=FakeModel())

    (span,) = spans.all()
    assert of(span)["error.type"] == "SourceEmpty"


def test_a_fallback_is_a_second_question_in_the_same_document(spans: Spans) -> None:
    model = FakeModel(error=ProviderBusy("down"))

    summarize(document(), model=model, options=Options(fallback=("extractive",)))

    whole, question = spans.all()
    assert whole.status.status_code is StatusCode.UNSET
    assert of(whole)["gen_ai.request.model"] == "extractive"
    assert of(question)["error.type"] == "ProviderBusy"


def test_documents_of_a_batch_hang_under_the_span_of_who_asked_for_them(spans: Spans) -> None:
    with trace.get_tracer("desk").start_as_current_span("morning edition") as own:
        list(summarize_many([ARTICLE, "Another one."], model=FakeModel(), concurrency=2))

    documents = spans.named("invoke_workflow")
    assert len(documents) == 2
    parents = {span.parent.span_id for span in documents if span.parent}
    assert parents == {own.get_span_context().span_id}


def test_without_opentelemetry_everything_works() -> None:
    code = (
        "import sys; sys.modules['opentelemetry'] = None\n"
        "from summarizer import summarize\n"
        f"print(summarize({ARTICLE!r}, model='extractive').provenance.model)"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "extractive\n"


def test_an_api_without_an_sdk_records_nothing_and_breaks_nothing() -> None:
    assert summarize(document(), model=FakeModel(), prompt="summary@1").provenance.attempts == 1
