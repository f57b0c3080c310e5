"""A model that runs on this machine: its weights, its server, and the common client path to it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from summarizer.models.budget import Budget
from summarizer.models.catalog import CatalogEntry, entry
from summarizer.models.channel import Channel
from summarizer.models.client import make_client
from summarizer.models.fetch import OnPull
from summarizer.models.local_server import LocalOptions, LocalServer, library_version
from summarizer.models.openai_adapter import ChatModel
from summarizer.models.transport import Transport
from summarizer.models.types import Answer, OnProgress, Request, T
from summarizer.models.weights import pull
from summarizer.models.wire import LLAMA_CPP


class LocalModel(ChatModel):
    """A ``ChatModel`` whose server this process runs.

    Nothing is fetched or loaded before the first question, or ``start``.
    """

    def __init__(
        self, model_id: str, options: LocalOptions, on_pull: OnPull | None, transport: Transport
    ) -> None:
        super().__init__(model_id, Channel(self._client), LLAMA_CPP, transport=transport)
        self._file, self._entry = _weights(self.name)
        self._options = options
        self._on_pull = on_pull
        self._server: LocalServer | None = None
        self._starting = threading.Lock()
        trained = self._entry.trained_context if self._entry else options.context_tokens
        self.context_tokens = min(options.context_tokens, trained)

    @property
    def parameters(self) -> Mapping[str, Any]:
        """What a reader needs to know to repeat the answer."""
        known = self._entry
        weights = {"weights": known.title, "sha256": known.sha256} if known else {}
        engine = {"engine": "llama.cpp", "xllamacpp": library_version()}
        return {**super().parameters, **weights, **engine, "context_tokens": self.context_tokens}

    def start(self) -> None:
        """Fetch the weights if they are not here, and load them; at once if that is done.

        Raises WeightsUnavailable, ModelUnavailable, MissingExtra.
        """
        with self._starting:
            if self._server is None:
                path = self._file or pull(self.name, self._on_pull)
                self._server = LocalServer(path, path.stem, self._options)

    def ask(
        self,
        request: Request[T],
        on_progress: OnProgress | None = None,
        *,
        budget: Budget | None = None,
    ) -> Answer[T]:
        """As ``ChatModel.ask``; fetching and loading do not count against the deadline."""
        if budget is None:
            self.start()
        else:
            began = budget.clock()
            self.start()
            budget.extend(budget.clock() - began)
        return super().ask(request, on_progress, budget=budget)

    def close(self) -> None:
        """Stop what is under way, and the server; may be called twice."""
        super().close()
        if self._server is not None:
            self._server.close()

    def _client(self) -> Any:
        assert self._server is not None
        return make_client(base_url=self._server.base_url, api_key=self._server.key, loopback=True)


def _weights(name: str) -> tuple[Path | None, CatalogEntry | None]:
    if name.endswith(".gguf"):
        return Path(name).expanduser(), None
    return None, entry(name)
