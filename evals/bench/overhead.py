"""The program's own time for one article, against an OpenAI-compatible server on loopback.

The server answers at once with a fixed draft; what is left is reading, checking and the client.
The server's own time is measured and taken off.
"""

from __future__ import annotations

import json
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from evals.bench.table import Row
from summarizer import Document, Options, open_model, summarize
from summarizer.models import Model, Settings

RUNS = 25
ARTICLE_BYTES = 5_000
BAR_MS = 60.0
EXTRACTIVE_BAR_MS = 100.0
TEXT_CACHES = {"index_of", "_names_of", "read", "_plain", "_words", "_parse", "words_of", "_read"}
SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def rows(data: Path) -> list[Row]:
    """Median milliseconds of our own for a 5 KB article, one open model, and the spread."""
    del data  # the articles are the project's own
    article = Document.from_text(_article())
    draft = _draft(article)
    with _server(draft) as (url, spent):
        options = Options(settings=Settings(base_url=url, api_key="none"))
        with open_model("openai/none", options.settings) as model:
            summarize(article, model=model, options=options)  # clients are made, regexes compiled
            asked = [_milliseconds(article, model, options, spent) for _ in range(RUNS)]
    alone = [_milliseconds(article, "extractive", Options(), []) for _ in range(RUNS)]
    return [
        _row("own time for a 5 KB article, loopback server", asked, BAR_MS),
        _row("extractive on a 5 KB article", alone, EXTRACTIVE_BAR_MS),
    ]


def _milliseconds(
    article: Document, model: str | Model, options: Options, spent: list[float]
) -> float:
    spent.clear()
    _forget()
    # A fresh document each time: nothing it has worked out before is kept.
    fresh = Document.from_text(article.text)
    begun = time.perf_counter()
    summarize(fresh, model=model, options=options)
    return (time.perf_counter() - begun - sum(spent)) * 1000


def _forget() -> None:
    """Empty the caches that hold what was read from a text: no run profits from the one before.

    Tables and the stems of words stay, as they do in a process that reads many articles.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith(("summarizer.facts", "summarizer.grounding")):
            for function in TEXT_CACHES & set(vars(module)):
                getattr(vars(module)[function], "cache_clear", int)()


def _row(what: str, times: list[float], bar: float) -> Row:
    median = statistics.median(times)
    value = f"median {median:.1f} ms (min {min(times):.1f}, max {max(times):.1f})"
    return Row(what, value, f"at most {bar:.0f} ms", median <= bar)


def _article() -> str:
    """Seed articles joined until they reach 5 KB."""
    text = ""
    for seed in sorted(SEEDS.glob("*.txt")) * 5:
        text += seed.read_text(encoding="utf-8") + "\n\n"
        if len(text.encode()) >= ARTICLE_BYTES:
            break
    return text[:ARTICLE_BYTES]


def _draft(article: Document) -> str:
    long = [s for s in article.sentences if len(s.text.split()) > 8][:9]
    claims = [{"sentence": s.number, "speaker": "", "claim": _reworded(s.text)} for s in long]
    return json.dumps(
        {
            "claims": claims,
            "questions": [{"sentence": long[0].number, "question": "What is not known?"}],
            "abstract": " ".join(_reworded(s.text) for s in long[:2]),
            "headline": " ".join(long[0].text.split()[:10]),
        }
    )


def _reworded(sentence: str) -> str:
    """The sentence without every fifth word: no copy, so that each wording is really checked."""
    return " ".join(w for at, w in enumerate(sentence.split(), 1) if at % 5)[:180]


@contextmanager
def _server(content: str) -> Iterator[tuple[str, list[float]]]:
    spent: list[float] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            begun = time.perf_counter()
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            body = _stream(content) if asked.get("stream") else _whole(content)
            kind = "text/event-stream" if asked.get("stream") else "application/json"
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            spent.append(time.perf_counter() - begun)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", spent
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


_USAGE = {"prompt_tokens": 1500, "completion_tokens": 400, "total_tokens": 1900}


def _whole(content: str) -> bytes:
    message = {"role": "assistant", "content": content}
    return json.dumps(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "none",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": _USAGE,
        }
    ).encode()


def _stream(content: str) -> bytes:
    """The answer as server-sent events, in one piece."""
    base = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "none"}
    delta = {"role": "assistant", "content": content}
    events = [
        {**base, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]},
        {**base, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
        {**base, "choices": [], "usage": _USAGE},
    ]
    lines = "".join(f"data: {json.dumps(event)}\n\n" for event in events)
    return (lines + "data: [DONE]\n\n").encode()
