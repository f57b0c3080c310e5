"""A model that does its work well: it answers every question of every prompt from the article.

It reads the question out of the request, as a real one would: the schema tells what is asked for,
the messages hold the sentences.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from .server import Call

_NUMBERED = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_ASKED = re.compile(r"^s(\d+): (.*)$", re.MULTILINE)
_FACT = re.compile(r"^- (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """What a request asks: ``fields`` of the answer, and the article's sentences by number."""

    fields: tuple[str, ...]
    sentences: dict[int, str]
    facts: tuple[str, ...]

    @property
    def splits(self) -> bool:
        """Whether sentences are to be taken apart, each under a field of its own."""
        return bool(self.sentences) and "abstract" not in self.fields


def question_of(call: Call) -> Question:
    """Read the question out of a request."""
    schema = call.body["response_format"]["json_schema"]["schema"]
    user = call.body["messages"][-1]["content"]
    listed, _, _ = user.partition("\nList:")
    sentences = {int(n): text for n, text in (_NUMBERED.findall(listed) or _ASKED.findall(user))}
    return Question(tuple(schema["properties"]), sentences, tuple(_FACT.findall(user)))


def draft(question: Question) -> dict[str, Any]:
    """A sound answer, as a value."""
    if question.splits:
        return {f"s{number}": [text] for number, text in question.sentences.items()}
    texts = [t for t in question.sentences.values() if t.endswith(".")] or list(question.facts)
    claims = [
        {"sentence": number, "speaker": "", "claim": text}
        for number, text in question.sentences.items()
        if text.endswith(".")
    ]
    whole = {
        "claims": claims[:8],
        "abstract": " ".join(texts[:2]),
        "headline": texts[0].rstrip("."),
        "questions": [],
    }
    return {name: whole[name] for name in question.fields if name in whole}


def sound(call: Call) -> None:
    """The behaviour of a server on a good day."""
    call.complete(json.dumps(draft(question_of(call))))
