"""The article, and who has it summarised against the chaos server."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from summarizer import Document, Options, Summary, summarize
from summarizer.asking import EXTRACTIVE
from summarizer.errors import SummarizerError
from summarizer.models.channel import Channel
from summarizer.models.client import make_client
from summarizer.models.openai_adapter import ChatModel
from summarizer.models.transport import Transport
from summarizer.models.wire import COMPATIBLE

from .meanings import ARTICLE
from .server import Behaviour, ChaosServer

KEY = "sk-canary-5b1d"
DOCUMENT = Document.from_text(ARTICLE, name="harbour.txt")


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pauses: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


@dataclass
class Outcome:
    """What came of one article: a summary or an error, and the time it took on the clock."""

    summary: Summary | None
    error: SummarizerError | None
    seconds: float
    heard: list[str] = field(default_factory=list)

    @property
    def whole(self) -> Summary:
        assert self.summary is not None, self.error
        return self.summary

    @property
    def failure(self) -> SummarizerError:
        assert self.error is not None
        return self.error


@dataclass
class Desk:
    """Summarises the article against the server. ``pauses`` are those that the transport made."""

    chaos: ChaosServer
    clock: Clock
    jitter: float = 1.0

    @property
    def pauses(self) -> list[float]:
        return self.clock.pauses

    @property
    def requests(self) -> int:
        return len(self.chaos.calls)

    def model(self, name: str = "chaos") -> ChatModel:
        def client() -> Any:
            return make_client(base_url=self.chaos.url, api_key=KEY, loopback=True)

        transport = Transport(sleep=self.clock.sleep, jitter=lambda: self.jitter)
        return ChatModel(f"test/{name}", Channel(client), COMPATIBLE, transport=transport)

    def asked(self) -> dict[str, int]:
        """How many requests each model got, in the order of the first ones."""
        return dict(Counter(call.body["model"] for call in self.chaos.calls))

    def summarize(
        self,
        *script: Behaviour,
        seconds: float = 600.0,
        streamed: bool = False,
        prompt: str = "summary@1",
        fallback: tuple[str, ...] = (),
    ) -> Outcome:
        """Play ``script`` and summarise. Whatever is not a typed error goes through.

        ``fallback`` names further models of the same server; "extractive" is itself.
        """
        self.chaos.play(*script)
        heard: list[str] = []
        begun = self.clock()
        listen = (lambda progress: heard.append(progress.text)) if streamed else None
        summary, error = None, None
        with ExitStack() as stack:
            model = stack.enter_context(self.model())
            others = tuple(
                name if name == EXTRACTIVE else stack.enter_context(self.model(name))
                for name in fallback
            )
            options = Options(timeout=seconds, on_progress=listen, fallback=others)
            try:
                summary = summarize(DOCUMENT, model=model, prompt=prompt, options=options)
            except SummarizerError as caught:
                error = caught
        return Outcome(summary, error, self.clock() - begun, heard)
