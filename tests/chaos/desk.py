"""The article, and who has it summarised against the chaos server."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from summarizer import Document, Options, Summary, summarize
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

    def model(self) -> ChatModel:
        def client() -> Any:
            return make_client(base_url=self.chaos.url, api_key=KEY, loopback=True)

        transport = Transport(sleep=self.clock.sleep, jitter=lambda: self.jitter)
        return ChatModel("test/chaos", Channel(client), COMPATIBLE, transport=transport)

    def summarize(
        self,
        *script: Behaviour,
        seconds: float = 600.0,
        streamed: bool = False,
        prompt: str = "summary@1",
    ) -> Outcome:
        """Play ``script`` and summarise. Whatever is not a typed error goes through."""
        self.chaos.play(*script)
        heard: list[str] = []
        begun = self.clock()
        listen = (lambda progress: heard.append(progress.text)) if streamed else None
        options = Options(timeout=seconds, on_progress=listen)
        summary, error = None, None
        with self.model() as model:
            try:
                summary = summarize(DOCUMENT, model=model, prompt=prompt, options=options)
            except SummarizerError as caught:
                error = caught
        return Outcome(summary, error, self.clock() - begun, heard)
