"""The questions about one article: asked one after another, within one budget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic

from pydantic import BaseModel

from summarizer.errors import AnswerInvalid, AnswerTruncated, ModelError, SummarizerError
from summarizer.logs import identifier
from summarizer.models.budget import Budget
from summarizer.models.observing import observe_question
from summarizer.models.types import Answer, Message, Model, OnProgress, Progress, Request, T, Usage

LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One part of the work: what it is about, in words, and the answer it is to have."""

    name: str
    schema: type[T]
    max_tokens: int


@dataclass
class Questions:
    """A model, and what one document may spend on it. ``usage`` sums up what was spent.

    ``budget`` is for all questions together. ``on_progress`` hears the text of all answers
    so far, as one. ``notes`` tell which questions got no answer that can be used, ``failed`` is the
    error of the last of them. ``prompt`` is the prompt's name, for logs and traces.
    """

    model: Model
    budget: Budget
    on_progress: OnProgress | None = None
    usage: Usage = field(default_factory=Usage)
    notes: list[str] = field(default_factory=list)
    served_model: str = ""
    prompt: str = ""
    failed: ModelError | None = None
    _heard: str = ""
    _pieces: int = 0

    @property
    def requests_left(self) -> int:
        """How many requests may still be sent."""
        return self.budget.requests_left

    @property
    def one_at_a_time(self) -> bool:
        """Whether the model is a small one, that mixes up things asked for together."""
        return self.model.provider == LOCAL

    def ask(self, messages: tuple[str, str], schema: type[T], max_tokens: int) -> T:
        """Ask ``messages`` (system, user) for an answer of type ``schema``. Raises ModelError."""
        system, user = messages
        request = Request(
            messages=(Message("system", system), Message("user", user)),
            schema=schema,
            max_tokens=max_tokens,
            deadline=self.budget.seconds_left,
            enlarge=not self.one_at_a_time,
            # The article's first question: its answers must not depend on the article before.
            fresh=self.usage.requests == 0,
        )
        heard = self._hear if self.on_progress else None
        stream = heard is not None
        try:
            with observe_question(self.model, request, prompt=self.prompt, stream=stream) as told:
                answer = self.model.ask(request, heard, budget=self.budget)
                told(answer)
        except SummarizerError as error:
            error.usage = self.usage + (error.usage or Usage())
            raise
        self._keep(answer)
        return answer.value

    def ask_part(self, messages: tuple[str, str], part: Part[T]) -> T | None:
        """Ask for one part of the work; None, and a note, where its answer cannot be used.

        Only an answer that breaks off or does not fit is passed over: the article's own words stand
        where it would have stood. Everything else raises ModelError.
        """
        try:
            return self.ask(messages, part.schema, part.max_tokens)
        except (AnswerTruncated, AnswerInvalid) as error:
            self.usage = error.usage or self.usage
            self.failed = error
            self.notes.append(f"the model's answer about {part.name}: {error.message}")
            return None

    def _keep(self, answer: Answer[BaseModel] | Answer[T]) -> None:
        self.usage += answer.usage
        self.served_model = identifier(answer.model)
        self._heard += f"{answer.text}\n"
        self._pieces += answer.usage.completion_tokens

    def _hear(self, progress: Progress) -> None:
        assert self.on_progress is not None
        seconds = self.usage.seconds + progress.seconds
        text = self._heard + progress.text
        self.on_progress(Progress(text, self._pieces + progress.tokens, seconds))
