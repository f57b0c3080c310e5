"""What a model fills in: UNTRUSTED. Nothing here has been checked against the article.

The wire form is short because output tokens are what a slow model costs: a claim points at a
sentence by its number, and copies no quote. A person's own tool may hand
over a ``Draft`` too, so that everything passes through the same checks.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from summarizer.document.hidden import visible_text

MOST_CLAIMS = 40
MOST_QUESTIONS = 12


def _text(room: int, description: str) -> Any:
    """A string for which the schema gives ``room`` characters.

    A model writing by the schema stops there; another one that goes on a little is not refused.
    """
    return Field(
        max_length=4 * room, description=description, json_schema_extra={"maxLength": room}
    )


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True)


class DraftClaim(_Wire):
    """A claim: the number of the sentence it rests on, who says it, and its wording."""

    sentence: int = Field(description="number of the sentence the claim rests on")
    speaker: str = _text(80, "who says it; empty if the article itself")
    claim: str = _text(180, "what is claimed, one short sentence")


class DraftQuestion(_Wire):
    """An open question and the number of the sentence that raises it."""

    sentence: int = Field(description="number of the sentence that raises the question")
    question: str = _text(160, "what is not known, as a question")


class DraftActor(_Wire):
    """A person or body and its role in this story. Only some prompts ask for it."""

    sentence: int = Field(description="number of a sentence that shows the role")
    name: str = _text(80, "the name as the article writes it")
    role: str = _text(120, "role in this story, in a few words")


class Draft(_Wire):
    """A whole answer of a model. Lists keep the model's order, most important first."""

    claims: tuple[DraftClaim, ...] = Field(max_length=MOST_CLAIMS)
    abstract: str = _text(400, "the story in two sentences")
    headline: str = _text(160, "at most 12 words")
    questions: tuple[DraftQuestion, ...] = Field(max_length=MOST_QUESTIONS)
    actors: tuple[DraftActor, ...] = Field(default=(), max_length=20)


def visible_draft(draft: Draft) -> tuple[Draft, int]:
    """The draft without the characters that no reader sees, and how many there were.

    A model that repeats them, or hides something of its own in them, has nothing to say with them;
    mostly they are typography, and no reason to refuse a wording.
    """
    said = draft.model_dump()
    shown = _visible(said)
    if shown == said:
        return draft, 0
    clean = Draft.model_validate(shown)
    return clean, len(draft.model_dump_json()) - len(clean.model_dump_json())


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return visible_text(value)
    if isinstance(value, dict):
        return {key: _visible(inner) for key, inner in value.items()}
    return tuple(map(_visible, value)) if isinstance(value, tuple) else value


@cache
def draft_asking(claims: int, questions: int) -> type[Draft]:
    """The draft whose JSON schema asks for ``claims`` claims and at most ``questions`` questions.

    A small model stops after the first item, or goes on for ever, unless the schema it writes by
    says how many there are. It is a wish: a draft with another number of them is valid.
    """
    exactly = {"minItems": claims, "maxItems": claims}
    fields: dict[str, Any] = {
        "claims": (
            tuple[DraftClaim, ...],
            Field(max_length=MOST_CLAIMS, json_schema_extra={**exactly}),
        ),
        "questions": (
            tuple[DraftQuestion, ...],
            Field(max_length=MOST_QUESTIONS, json_schema_extra={"maxItems": questions}),
        ),
    }
    return create_model("Draft", __base__=Draft, __doc__=Draft.__doc__, **fields)


MOST_FACTS = 3
_FACT_ROOM = 200
_Fact = Annotated[
    str, Field(max_length=4 * _FACT_ROOM, json_schema_extra={"maxLength": _FACT_ROOM})
]


class SplitSentences(_Wire):
    """Sentences taken apart: a field ``s12`` holds the separate facts of sentence 12."""

    @property
    def by_sentence(self) -> dict[int, tuple[str, ...]]:
        """The facts by the number of their sentence, in the order that was asked for."""
        return {int(name[1:]): getattr(self, name) for name in type(self).model_fields}


@lru_cache(maxsize=128)
def split_asking(numbers: tuple[int, ...]) -> type[SplitSentences]:
    """The answer with one list of facts for each sentence number, and no place for another."""
    shown = {"minItems": 1, "maxItems": MOST_FACTS}
    facts = Field(max_length=4 * MOST_FACTS, json_schema_extra={**shown})
    fields: dict[str, Any] = {f"s{number}": (tuple[_Fact, ...], facts) for number in numbers}
    return create_model(
        "SplitSentences", __base__=SplitSentences, __doc__=SplitSentences.__doc__, **fields
    )


class Story(_Wire):
    """The story as a whole, told from its facts."""

    # What writes by the schema would else add fields of its own.
    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    abstract: str = _text(400, "the story in two sentences")


class HeadedStory(Story):
    """The story as a whole, with the headline that the article lacks."""

    headline: str = _text(160, "at most 12 words")


@cache
def schema_texts(plan: str) -> dict[str, str]:
    """The JSON schemas of the answers that a plan asks for, by name, each in one spelling."""
    types: dict[str, dict[str, type[BaseModel]]] = {
        "whole": {"draft.schema.json": Draft},
        "split": {"split.schema.json": split_asking((1,)), "story.schema.json": HeadedStory},
    }
    return {
        name: json.dumps(kind.model_json_schema(), sort_keys=True, separators=(",", ":"))
        for name, kind in types[plan].items()
    }
