"""What is asked of a model and what comes back. No client, no network: only the words for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.models.budget import Budget

T = TypeVar("T", bound="BaseModel")
Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the conversation; ``content`` reaches the model byte for byte."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """One question: the messages, and the type the answer must have.

    ``max_tokens`` limits the output. ``deadline`` is the total of seconds this question may take,
    over every attempt and pause. ``enlarge`` allows one more try with twice ``max_tokens`` when the
    answer was cut off; a small model that runs in circles is cut off again, at twice the cost.
    ``fresh`` makes a local model read the whole prompt anew. Otherwise it goes on from the longest
    beginning it shares with the last prompt, which saves that reading but rounds differently in the
    last digits, enough to flip a word now and then. With ``fresh`` in a document's first question,
    its answers do not depend on the documents before it.
    """

    messages: tuple[Message, ...]
    schema: type[T]
    max_tokens: int = 1024
    temperature: float = 0.0
    seed: int | None = None
    deadline: float = 600.0
    enlarge: bool = True
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What was spent, over every attempt that was made.

    ``prompt_tokens`` includes the ``cached_tokens`` among them. ``requests`` counts HTTP requests
    sent. ``complete`` is False when an answer came without its token counts, so that the sums are a
    lower bound. Usages add up with ``+``.
    """

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0
    seconds: float = 0.0
    complete: bool = True

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.cached_tokens + other.cached_tokens,
            self.requests + other.requests,
            self.seconds + other.seconds,
            self.complete and other.complete,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an answer is: its text until now, the pieces it came in, seconds since the question.

    ``tokens`` counts streamed pieces, which is one a token with most servers.
    """

    text: str
    tokens: int
    seconds: float


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """A typed answer, what it cost, and the model's name as the server gave it.

    ``text`` is what the model wrote, before it was read into ``value``.
    """

    value: T
    usage: Usage
    model: str
    finish_reason: str
    text: str = ""


class Model(Protocol):
    """Something that answers questions. Close it, or use it in a ``with`` statement.

    ``ask`` may be called from several threads. ``on_progress`` is called in the thread that asked.
    It raises only errors of ``summarizer.errors``: ``ModelError``, ``SourceTooLong`` and
    ``RunCancelled``; their ``usage`` is what the failure cost.
    """

    @property
    def id(self) -> str:
        """The name it was opened by: ``provider/model``."""

    @property
    def provider(self) -> str:
        """The part of the name before the first slash."""

    @property
    def context_tokens(self) -> int | None:
        """How many tokens prompt and answer may have together; None when that is not known."""

    @property
    def parameters(self) -> Mapping[str, Any]:
        """What a reader needs to know to repeat the answer; no key and no article text."""

    def ask(
        self,
        request: Request[T],
        on_progress: OnProgress | None = None,
        *,
        budget: Budget | None = None,
    ) -> Answer[T]:
        """Ask once. ``budget`` is what the document still has; by default 8 requests."""

    def close(self) -> None:
        """Stop what is under way and release everything; may be called twice."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
