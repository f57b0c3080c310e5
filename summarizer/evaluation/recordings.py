"""Records what a model answered, and answers from the record: no model, no network, no cost.

A recording is a file of JSON lines, one an answer: the hash of the question, the model's raw
text, tokens and seconds. Keys, headers and articles are not in it. The question's hash covers all
that shapes the answer, so that a record of another prompt, article or schema is never taken.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer import errors
from summarizer.errors import AnswerInvalid, ModelError, RecordingStale
from summarizer.logs import identifier
from summarizer.models.answers import Unusable, check_answer, unfenced
from summarizer.models.budget import Budget
from summarizer.models.types import Answer, Model, OnProgress, Request, T, Usage


class Recorded(BaseModel):
    """One answer as it came. ``error`` names the failure of a model that gave none.

    ``request`` is the hash of the question, ``article`` the name of the document it was about.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: str
    request: str
    text: str = ""
    error: str = ""
    message: str = ""
    model: str = ""
    finish_reason: str = ""
    parameters: Mapping[str, Any] = {}
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    requests: int = 0
    seconds: float = 0.0

    @property
    def usage(self) -> Usage:
        """What the answer cost when it was recorded."""
        return Usage(
            self.prompt_tokens,
            self.completion_tokens,
            self.cached_tokens,
            self.requests,
            self.seconds,
        )


def request_fingerprint(model_id: str, request: Request[Any]) -> str:
    """SHA-256 over the model's name, the messages, the answer's schema and the parameters."""
    asked = {
        "model": model_id,
        "messages": [[m.role, m.content] for m in request.messages],
        "schema": request.schema.model_json_schema(),
        "max_tokens": request.max_tokens,
        "temperature": request.temperature,
        "seed": request.seed,
    }
    canonical = json.dumps(asked, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


class Recording:
    """The answers of one model with one prompt, in a file. ``path`` need not exist yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._answers = {answer.request: answer for answer in _read(path)}

    def find(self, fingerprint: str) -> Recorded | None:
        """The answer to that question, or None."""
        return self._answers.get(fingerprint)

    def add(self, answer: Recorded) -> None:
        """Keep an answer, in place of one to the same question; written at once."""
        self._answers[answer.request] = answer
        self._write()

    def keep_only(self, fingerprints: Iterable[str], *, of: Iterable[str]) -> None:
        """Drop the answers about the articles ``of`` to questions that are asked no more."""
        wanted, articles = set(fingerprints), set(of)
        self._answers = {
            key: answer
            for key, answer in self._answers.items()
            if key in wanted or answer.article not in articles
        }
        self._write()

    def __len__(self) -> int:
        return len(self._answers)

    def _write(self) -> None:
        answers = sorted(self._answers.values(), key=lambda a: a.article)
        lines = "".join(f"{a.model_dump_json(exclude_defaults=True)}\n" for a in answers)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_suffix(".part")
        unfinished.touch(0o600)  # an answer quotes its article, which may not be out yet
        unfinished.write_text(lines, encoding="utf-8")
        unfinished.replace(self.path)


class _Wrapped:
    """A model's name and what it may be asked, without the model."""

    def __init__(self, model_id: str, recording: Recording, article: str) -> None:
        self.id = model_id
        self.provider = model_id.partition("/")[0]
        self.context_tokens: int | None = None
        self.asked: list[str] = []
        self._recording = recording
        self._article = article
        self._parameters: Mapping[str, Any] = {}

    @property
    def parameters(self) -> Mapping[str, Any]:
        """Those of the model that was recorded."""
        return self._parameters

    def close(self) -> None:
        """Nothing to release."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class ReplayModel(_Wrapped):
    """Answers from a recording. ``asked`` holds the hashes of the questions it was asked."""

    def ask(
        self,
        request: Request[T],
        on_progress: OnProgress | None = None,
        *,
        budget: Budget | None = None,
    ) -> Answer[T]:
        """The recorded answer, or the recorded failure. Raises RecordingStale if there is none."""
        fingerprint = request_fingerprint(self.id, request)
        self.asked.append(fingerprint)
        recorded = self._recording.find(fingerprint)
        if recorded is None:
            raise RecordingStale(
                f"no answer of {self.id} is recorded for this question ({fingerprint[:12]})",
                document=self._article,
            )
        self._parameters = recorded.parameters
        if recorded.error:
            raise _failure(recorded)
        value = _value(recorded.text, request.schema)
        usage, model = recorded.usage, recorded.model
        return Answer(value, usage, model, recorded.finish_reason, recorded.text)


class RecordingModel(_Wrapped):
    """Asks a real model what is not recorded yet, and writes down what it answers."""

    def __init__(self, model: Model, recording: Recording, article: str) -> None:
        super().__init__(model.id, recording, article)
        self._model = model

    def ask(
        self,
        request: Request[T],
        on_progress: OnProgress | None = None,
        *,
        budget: Budget | None = None,
    ) -> Answer[T]:
        """The model's answer. A failure is recorded too, and raised."""
        fingerprint = request_fingerprint(self.id, request)
        if self._recording.find(fingerprint) is None:
            self._recording.add(self._asked(request, fingerprint, on_progress, budget))
        replay = ReplayModel(self.id, self._recording, self._article)
        self.asked.append(fingerprint)
        try:
            return replay.ask(request)
        finally:
            self._parameters = replay.parameters

    def _asked(
        self,
        request: Request[T],
        fingerprint: str,
        on_progress: OnProgress | None,
        budget: Budget | None,
    ) -> Recorded:
        try:
            answer = self._model.ask(request, on_progress, budget=budget)
        except (AnswerInvalid, errors.AnswerTruncated, errors.AnswerRefused) as error:
            usage = error.usage or Usage()
            said = {"error": type(error).__name__, "message": error.message}
        else:
            usage = answer.usage
            said = {
                "text": answer.text,
                "model": identifier(answer.model),
                "finish_reason": identifier(answer.finish_reason),
            }
        return Recorded(
            article=self._article,
            request=fingerprint,
            parameters=dict(self._model.parameters),
            prompt_tokens=usage.prompt_tokens,
            cached_tokens=usage.cached_tokens,
            completion_tokens=usage.completion_tokens,
            requests=usage.requests,
            seconds=round(usage.seconds, 2),
            **said,
        )


def _value(text: str, schema: type[T]) -> T:
    """The typed answer, read with the same checks as one that comes from a server."""
    content = unfenced(text)
    try:
        check_answer(content)
        return schema.model_validate_json(content)
    except Unusable as error:
        raise AnswerInvalid(f"The recorded answer cannot be used: {error.reason}") from None
    except ValidationError:
        raise AnswerInvalid("The recorded answer does not fit its schema") from None


def _failure(recorded: Recorded) -> ModelError:
    kind = getattr(errors, recorded.error, ModelError)
    failure: ModelError = kind(recorded.message)
    failure.usage = recorded.usage
    return failure


def _read(path: Path) -> Iterable[Recorded]:
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield Recorded.model_validate_json(line)
        except ValidationError:
            raise RecordingStale(
                f"line {number} is no recorded answer", document=str(path)
            ) from None
