"""The part that instructor does: the schema goes into the request, the answer into the type.

By its handlers, one of which spells a type's schema, once for each type, and one reads an answer.
What its patched client does around them for each question (it walks the type four times, copies the
schema, sets up retries) took 1.1 ms of processor time, and a batch asks thousands of questions with
the same few types. The messages never pass through it, so the article reaches the model byte for
byte; and its own retries are off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, TypeVar

import instructor
import pydantic
from instructor import v2
from openai.types.chat import ChatCompletion

from summarizer import logs

M = TypeVar("M", bound=pydantic.BaseModel)
Complete = Callable[[Mapping[str, Any]], str]


class WrongShape(Exception):
    """The answer was paid for and does not fit; ``args[0]`` is a fixed phrase."""


def ask_typed(schema: type[M], arguments: Mapping[str, Any], complete: Complete) -> M:
    """The answer to a request with these ``arguments``, as a ``schema``.

    ``complete`` gets the arguments with the schema among them, sends them, and returns the model's
    text; what it raises comes through. Raises WrongShape where the text does not fit. The schema is
    the same object for each question: it is not to be changed.
    """
    derived, shape = _prepared(schema)
    logs.mute_clients()
    text = complete({**arguments, **shape})
    try:
        value = _handlers().response_parser(response=_completion(text), response_model=derived)
    except pydantic.ValidationError as error:
        # It holds the answer: only the kind of failure leaves this function.
        raise WrongShape(_where(error)) from None
    except Exception:
        raise WrongShape("it cannot be read") from None
    return _as_declared(value, schema)


@lru_cache(maxsize=64)
def _prepared(schema: Any) -> tuple[Any, Mapping[str, Any]]:
    """The type that instructor reads answers as, and what it adds to a request for it."""
    derived, arguments = _handlers().request_handler(
        response_model=instructor.openai_schema(schema), kwargs={"messages": []}
    )
    return derived, {name: value for name, value in arguments.items() if name != "messages"}


@cache
def _handlers() -> v2.ModeHandlers:
    return v2.mode_registry.get_handlers(v2.Provider.OPENAI, v2.Mode.JSON_SCHEMA)


def _completion(text: str) -> ChatCompletion:
    message = {"role": "assistant", "content": text}
    return ChatCompletion.model_validate(
        {
            "id": "",
            "created": 0,
            "object": "chat.completion",
            "model": "",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        }
    )


def _where(error: pydantic.ValidationError) -> str:
    """The first place that does not fit, by the names of the schema; none of the answer's text."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "extra_forbidden":  # the place would be a name that the model made up
        return first["type"]
    place = ".".join(str(part) for part in first["loc"][:4] if isinstance(part, int | str))
    return f"{first['type']} at {place}" if place.isascii() and len(place) < 80 else first["type"]


def _as_declared(value: Any, schema: type[M]) -> M:
    """The value as an instance of ``schema`` itself.

    instructor answers with an instance of a class it derives on the fly; that class cannot be
    pickled, and keeps the raw completion.
    """
    fields = {name: getattr(value, name) for name in schema.model_fields}
    return schema.model_construct(_fields_set=set(value.model_fields_set), **fields)
