"""The part that instructor does: the schema goes into the request, the answer into the type.

The messages are never rendered by it (no ``context=``), so the article reaches the model byte for
byte; and its own retries are off.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import instructor
import pydantic
from openai.types.chat import ChatCompletion

M = TypeVar("M", bound=pydantic.BaseModel)
Complete = Callable[[Mapping[str, Any]], str]


class WrongShape(Exception):
    """The answer was paid for and does not fit; ``args[0]`` is a fixed phrase."""


def ask_typed(schema: type[M], arguments: Mapping[str, Any], complete: Complete) -> M:
    """The answer to a request with these ``arguments``, as a ``schema``.

    ``complete`` gets the arguments with the schema among them, sends them, and returns the model's
    text; what it raises comes through. Raises WrongShape where the text does not fit.
    """
    failure: list[Exception] = []

    def create(**prepared: Any) -> ChatCompletion:
        try:
            return _completion(complete(prepared))
        except Exception as error:
            failure.append(error)
            raise

    ask = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
    _mute_clients()
    try:
        value = ask(response_model=_prepared(schema), max_retries=0, strict=None, **arguments)
    except Exception as error:
        # instructor wraps what went wrong in an error that holds the article and cannot be
        # pickled: only the kind of failure leaves this function.
        if failure:
            raise failure[0] from None
        if isinstance(error.__cause__, pydantic.ValidationError):
            raise WrongShape(_where(error.__cause__)) from None
        raise WrongShape("it cannot be read") from None
    return _as_declared(value, schema)


@lru_cache(maxsize=64)
def _prepared(schema: Any) -> Any:
    """The class that instructor would derive from ``schema`` for each question, and its schema.

    Deriving it, and spelling out its JSON schema, took 2.4 of the 6.8 ms of processor time of a
    question; a batch asks thousands with the same few schemas.
    """
    derived: Any = instructor.openai_schema(schema)
    told = derived.model_json_schema()
    derived.model_json_schema = lambda *_, **__: copy.deepcopy(told)
    return derived


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


def _mute_clients() -> None:
    """Keep article and answer out of the logs: both libraries log whole requests and answers."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("instructor", "openai"):
            logger = logging.getLogger(name)
            if _no_log not in logger.filters:
                logger.addFilter(_no_log)


def _no_log(record: logging.LogRecord) -> bool:
    return False
