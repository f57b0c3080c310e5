"""Spans of OpenTelemetry, where its API is installed: one a document, in it one a question.

Names follow the GenAI semantic conventions v0.1.0 (OpenTelemetry, 2026; status "development"):
``chat {model}`` for a question and ``invoke_workflow summarize`` for the document around it. A
question's span covers its retries. Contents are never captured: no message, no answer, no text of
an error, whose class is ``error.type``. Where the API is not installed nothing happens; where no
SDK is set up its spans do nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarizer.logs import identifier
from summarizer.models.types import Answer, Model, Request, Usage
from summarizer.version import __version__

if TYPE_CHECKING:
    from types import ModuleType

    from summarizer.summary import Summary

Value = str | int | float | bool | list[str]
Note = Callable[[Mapping[str, Value | None]], None]
WORKFLOW = "summarize"
_PORTS = {"http": 80, "https": 443}


@contextmanager
def document_span(name: str, sha256: str, prompt: str) -> Iterator[Note]:
    """The span of one document; what is yielded adds attributes to it."""
    attributes = {
        "gen_ai.operation.name": "invoke_workflow",
        "gen_ai.agent.name": WORKFLOW,
        "gen_ai.agent.version": __version__,
        "summarizer.document.name": name,
        "summarizer.document.sha256": sha256,
        **_prompt(prompt),
    }
    with _span(f"invoke_workflow {WORKFLOW}", "INTERNAL", lambda: attributes) as note:
        yield note


@contextmanager
def question_span(
    model: Model, request: Request[Any], *, prompt: str, stream: bool
) -> Iterator[Note]:
    """The span of one question, with all its attempts; what is yielded adds attributes to it."""
    asked = _model_name(model.id)

    def attributes() -> dict[str, Value | None]:
        return {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": model.provider,
            "gen_ai.request.model": asked,
            "gen_ai.request.max_tokens": request.max_tokens,
            "gen_ai.request.temperature": request.temperature,
            "gen_ai.request.seed": request.seed,
            "gen_ai.request.stream": stream or None,
            "gen_ai.output.type": "json",
            "summarizer.step": request.schema.__name__,
            **_prompt(prompt),
            **_server(model.parameters.get("server")),
        }

    with _span(f"chat {asked}", "CLIENT", attributes) as note:
        yield note


def usage_attributes(usage: Usage | None) -> dict[str, Value | None]:
    """The tokens and requests of a question or a document, failed attempts included."""
    if usage is None:
        return {}
    return {
        "gen_ai.usage.input_tokens": usage.prompt_tokens,
        "gen_ai.usage.output_tokens": usage.completion_tokens,
        "gen_ai.usage.cache_read.input_tokens": usage.cached_tokens or None,
        "summarizer.requests": usage.requests,
    }


def answer_attributes(answer: Answer[Any]) -> dict[str, Value | None]:
    """What a question's span says of its answer."""
    return {
        "gen_ai.response.model": identifier(answer.model) or None,
        "gen_ai.response.finish_reasons": [identifier(answer.finish_reason) or "_OTHER"],
        **usage_attributes(answer.usage),
    }


def summary_attributes(summary: Summary) -> dict[str, Value | None]:
    """What a document's span says of its summary: where it comes from, and how many items."""
    source = summary.provenance
    return {
        "gen_ai.provider.name": source.provider,
        "gen_ai.request.model": _model_name(source.model),
        "gen_ai.response.model": identifier(source.served_model) or None,
        "summarizer.claims": len(summary.key_claims),
        "summarizer.rejected": len(summary.rejected),
        **_prompt(source.prompt),
    }


@contextmanager
def _span(
    name: str, kind: str, attributes: Callable[[], Mapping[str, Value | None]]
) -> Iterator[Note]:
    """A span that is current for the block. The class of an error that ends it is noted."""
    api = _api()
    if api is None or isinstance(api.get_tracer_provider(), api.ProxyTracerProvider):
        yield lambda _: None  # nobody listens: the API's own spans would only take time
        return
    tracer = api.get_tracer("summarizer", __version__)
    with tracer.start_as_current_span(
        name,
        kind=api.SpanKind[kind],
        attributes=_given(attributes()),
        # Both would write down the error's message.
        record_exception=False,
        set_status_on_exception=False,
    ) as span:
        try:
            yield lambda more: span.set_attributes(_given(more))
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(api.StatusCode.ERROR)
            raise


@cache
def _api() -> ModuleType | None:
    """The tracing API, or None where it is not installed: looked for once."""
    try:
        from opentelemetry import trace
    except ImportError:
        return None
    return trace


def _given(attributes: Mapping[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in attributes.items() if value is not None}


def _prompt(prompt: str) -> dict[str, Value | None]:
    """``summary@2`` as the name and the version of a prompt."""
    name, _, version = prompt.partition("@")
    return {"gen_ai.prompt.name": name or None, "gen_ai.prompt.version": version or None}


def _model_name(model_id: str) -> str:
    """The model's name without its provider."""
    return model_id.partition("/")[2] or model_id


def _server(address: object) -> dict[str, Value | None]:
    if not isinstance(address, str):
        return {}
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return {}
    return {"server.address": host, "server.port": port} if host else {}
