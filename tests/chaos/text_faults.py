"""Faults in what the model itself writes: no JSON, not the JSON that was asked for, or JSON that
would do harm to whoever stores or prints it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .fault import Fault, harmless, misshapen
from .server import Behaviour
from .writer import draft, question_of

Change = Callable[[dict[str, Any]], Any]


def _text(text: str) -> Behaviour:
    return lambda call: call.complete(text)


def _changed(change: Change) -> Behaviour:
    """A good draft, changed as a value, and then written as JSON."""
    return lambda call: call.complete(json.dumps(change(draft(question_of(call)))))


def _rewritten(rewrite: Callable[[str], str]) -> Behaviour:
    """A good draft, changed as JSON text."""
    return lambda call: call.complete(rewrite(json.dumps(draft(question_of(call)))))


def everywhere(extra: str) -> Change:
    """``extra`` in the middle of every text of the draft."""

    def change(value: Any) -> Any:
        if isinstance(value, str):
            return value[: len(value) // 2] + extra + value[len(value) // 2 :]
        if isinstance(value, list):
            return [change(item) for item in value]
        if isinstance(value, dict):
            return {key: change(item) for key, item in value.items()}
        return value

    return change


def _without_the_last(value: dict[str, Any]) -> dict[str, Any]:
    return dict(list(value.items())[:-1])


def _beside(name: str, json_text: str) -> Callable[[str], str]:
    """A field more than was asked for, in JSON that is written as it stands here."""
    return lambda text: f'{{"{name}": {json_text}, {text[1:]}'


def _twice(text: str) -> str:
    """Each of two readers may take another of the two drafts."""
    return f"{text[:-1]}, {text[1:]}"


FORBIDDEN_CHARACTERS = {
    "nul": "\0",
    "bell": "\a",
    "escape": "\x1b[2J\x1b[31m",
    "escape-a-link": "\x1b]8;;http://elsewhere.invalid\x1b\\",
    "delete": "\x7f",
    "c1-escape": "\x9b31m",
    "lone-surrogate": "\ud83d",
    "low-surrogate": "\udc00",
}

TEXTS: dict[str, Fault] = {
    "prose": misshapen(_text("Of course! Here is your summary.")),
    "apology": misshapen(_text("I'm sorry, but I can't help with that.")),
    "blank": misshapen(_text("  \n")),
    "half": misshapen(_rewritten(lambda text: text[: len(text) // 2])),
    "list": misshapen(_text("[]")),
    "null": misshapen(_text("null")),
    "string": misshapen(_text('"claims"')),
    "empty-object": misshapen(_text("{}")),
    "a-field-missing": misshapen(_changed(_without_the_last)),
    "numbers-for-texts": misshapen(_changed(lambda value: dict.fromkeys(value, 7))),
    "nulls": misshapen(_changed(dict.fromkeys)),
    "the-schema": misshapen(_text('{"type": "object", "properties": {}}')),
    "python": misshapen(_rewritten(lambda text: text.replace('"', "'"))),
    "comma-at-the-end": misshapen(_rewritten(lambda text: text[:-1] + ",}")),
    "prose-before": misshapen(_rewritten(lambda text: f"Here it is: {text}")),
    "two-objects": misshapen(_rewritten(lambda text: f"{text}{text}")),
    "duplicate-keys": misshapen(_rewritten(_twice)),
    "duplicate-keys-inside": misshapen(_rewritten(_beside("x", '{"a": 1, "\\u0061": 2}'))),
    "nan": misshapen(_rewritten(_beside("x", "NaN"))),
    "infinity": misshapen(_rewritten(_beside("x", "-Infinity"))),
    "too-large-a-number": misshapen(_rewritten(_beside("x", "1e999"))),
    "5000-digits": misshapen(_rewritten(_beside("x", "7" * 5000))),
    "5000-decimals": misshapen(_rewritten(_beside("x", "0." + "7" * 5000))),
    "deep-nesting": misshapen(_rewritten(_beside("x", "[" * 5000 + "]" * 5000))),
    "too-deep": misshapen(_rewritten(_beside("x", "[" * 60 + "]" * 60))),
    "a-megabyte": misshapen(_changed(lambda value: {**value, "x": "y" * 1_000_000})),
    "a-long-text": misshapen(_changed(everywhere("word " * 4000))),
    "forbidden-in-a-key": misshapen(_changed(lambda value: {**value, "\x1b": 1})),
    **{name: misshapen(_changed(everywhere(c))) for name, c in FORBIDDEN_CHARACTERS.items()},
    "fenced": harmless(_rewritten(lambda text: f"```json\n{text}\n```")),
    "indented": harmless(_rewritten(lambda text: json.dumps(json.loads(text), indent=4))),
    "extra-field": harmless(_changed(lambda value: {**value, "confidence": 0.99})),
}
