"""The server behind ``summarize review``: for one page, one person, and this machine only.

It listens on 127.0.0.1 at a random port, under a path that holds a random token. A page of another
site can make a browser send requests here; it knows no token, and its Host (after DNS rebinding)
and Origin are not ours, so that nothing is answered and nothing saved.
"""

from __future__ import annotations

import hmac
import json
import secrets
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.cli.messages import say
from summarizer.errors import InputError, SummarizerError
from summarizer.review import (
    Decision,
    ReviewRecord,
    add_decisions,
    check_edit,
    check_edits,
    items_of,
    read_record,
    version_of,
)
from summarizer.review.record import MAX_WORDS

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.summary import Summary

_Model = TypeVar("_Model", bound=BaseModel)

HOST = "127.0.0.1"
MAX_BODY = 20_000_000
PATIENCE_S = 10.0
"""How long a client may take to send its request."""


class _Saving(BaseModel):
    model_config = ConfigDict(extra="forbid")
    decisions: tuple[Decision, ...] = Field(max_length=10_000)


class _Checking(BaseModel):
    model_config = ConfigDict(extra="forbid")
    item: str
    text: str = Field(max_length=MAX_WORDS)


class Desk:
    """The summary that is reviewed, its article, and the record at ``path``.

    ``added`` counts the decisions saved so far.
    """

    def __init__(
        self, summary: Summary, document: Document, path: Path, name: str, by: str
    ) -> None:
        self.summary = summary
        self.document = document
        self.path = path
        self.name = name
        self.by = by
        self.added = 0
        self.version = version_of(summary, document)
        self._items = {item.id: item for item in items_of(summary)}
        self._lock = threading.Lock()

    def record(self) -> ReviewRecord | None:
        """The record as the file holds it now; None where there is none yet."""
        return read_record(self.path) if self.path.exists() else None

    def page(self) -> str:
        """The page, with what the record holds now."""
        from summarizer.render.review import Setting, review_page

        setting = Setting(self.record(), self.path.name, self.name, self.by, served=True)
        return review_page(self.summary, self.document, setting)

    def save(self, body: bytes) -> dict[str, Any]:
        """Add decisions to the record; the answer holds it whole, with what others saved meanwhile.

        What the browser says of wording and checks is not taken over: both are made here. Raises
        InputError for what does not fit the summary.
        """
        decisions = _parsed(_Saving, body).decisions
        for decision in decisions:
            if decision.version != self.version:
                raise InputError("a decision is about another version of the summary or article")
            if decision.item not in self._items or not decision.by.strip():
                raise InputError("a decision is about no item of the summary, or nobody's")
        items = self._items
        known = [
            d.model_copy(
                update={
                    "kind": items[d.item].kind,
                    "wording": _spelled(items[d.item].wording)[:MAX_WORDS],
                }
            )
            for d in decisions
        ]
        checked = check_edits(known, tuple(items.values()), self.document)
        with self._lock:
            names = (_spelled(self.name), _spelled(self.document.name))
            record = add_decisions(self.path, checked, self.version, names)
            self.added += len(checked)
        return {"decisions": record.model_dump(mode="json")["decisions"]}

    def check(self, body: bytes) -> dict[str, Any]:
        """What code makes of a new wording. Raises InputError for an item that there is not."""
        asked = _parsed(_Checking, body)
        item = self._items.get(asked.item)
        if item is None:
            raise InputError("there is no such item")
        found = check_edit(item, asked.text, self.document)
        problems = [problem.model_dump() for problem in found.problems]
        return {"holds": found.holds, "problems": problems}


def _parsed(kind: type[_Model], body: bytes) -> _Model:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(f"what was sent cannot be used ({where}: {first['msg']})") from error


def _spelled(text: str) -> str:
    """The text as UTF-8 can spell it: a lone surrogate has no place in a file."""
    return text.encode("utf-8", "replace").decode()


class _Server(ThreadingHTTPServer):
    """Answers for one desk. ``ticket`` opens the page once, for the browser started here."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, desk: Desk) -> None:
        super().__init__((HOST, 0), _Handler)
        self.desk = desk
        self.token = secrets.token_urlsafe(24)
        self.ticket = secrets.token_urlsafe(24)
        self.origin = f"http://{HOST}:{self.server_port}"

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"{self.origin}/{self.token}/"

    def spend(self, ticket: str) -> bool:
        """Whether this is the ticket, which then is worth nothing any more."""
        valid = bool(self.ticket) and _same(ticket, self.ticket)
        if valid:
            self.ticket = ""
        return valid


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = PATIENCE_S
    server_version = "summarize"
    sys_version = ""

    def do_GET(self) -> None:
        if not self._for_us():
            self._refuse(HTTPStatus.FORBIDDEN)
        elif self.path.startswith("/open/") and self.server.spend(self.path[len("/open/") :]):
            self._answer(HTTPStatus.SEE_OTHER, b"", {"Location": f"/{self.server.token}/"})
        elif self._asked() == "":
            try:
                page = self.server.desk.page().encode()
            except SummarizerError as error:
                self._tell(error)
                return
            from summarizer.render.review.page import content_policy

            policy = f"{content_policy(served=True)}; frame-ancestors 'none'"
            kind = "text/html; charset=utf-8"
            headers = {"Content-Type": kind, "Content-Security-Policy": policy}
            self._answer(HTTPStatus.OK, page, headers)
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        asked = self._asked()
        if not self._for_us() or self.headers.get_all("Origin") != [self.server.origin]:
            self._refuse(HTTPStatus.FORBIDDEN)
        elif asked not in ("save", "check", "done"):
            self._refuse(HTTPStatus.NOT_FOUND)
        elif self.headers.get("Content-Type") != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        elif (body := self._body()) is None:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._do(asked, body)

    def _do(self, asked: str, body: bytes) -> None:
        try:
            desk = self.server.desk
            done = {"save": desk.save, "check": desk.check}.get(asked, lambda _: {})(body)
        except SummarizerError as error:
            self._tell(error)
            return
        self._json(HTTPStatus.OK, done)
        if asked == "done":
            threading.Thread(target=self.server.shutdown, daemon=True).start()

    def _for_us(self) -> bool:
        """Whether the browser knows us by our number: a name rebound to it is another's."""
        return self.headers.get_all("Host") == [self.server.origin.removeprefix("http://")]

    def _asked(self) -> str | None:
        """What is asked for under the token; None where the token is wrong."""
        _, token, rest = [*self.path.split("/", 2), "", ""][:3]
        return rest if _same(token, self.server.token) and self.path.count("/") == 2 else None

    def _body(self) -> bytes | None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > MAX_BODY:
            return None
        return self.rfile.read(int(length))

    def _tell(self, error: SummarizerError) -> None:
        self._json(HTTPStatus.BAD_REQUEST, {"error": str(error)})

    def _refuse(self, status: HTTPStatus) -> None:
        self._json(status, {"error": status.phrase.lower()})

    def _json(self, status: HTTPStatus, value: Mapping[str, Any]) -> None:
        body = json.dumps(value).encode()
        self._answer(status, body, {"Content-Type": "application/json"})

    def _answer(self, status: HTTPStatus, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**_ALWAYS, **headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the address holds the token."""


_ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def serve(desk: Desk, *, open_browser: bool) -> None:
    """Serve the page until it says that it is done; the address is told on standard error.

    Raises SummarizerError where no port can be had. An interruption ends it too.
    """
    try:
        server = _Server(desk)
    except OSError as error:
        raise SummarizerError(f"cannot listen on {HOST}: {error.strerror}") from error
    with server:
        say(f"summarize: review at {server.address}")
        say("summarize: Done in the page, or Ctrl-C here, ends it")
        if open_browser:
            _open_browser(f"{server.origin}/open/{server.ticket}")
        server.serve_forever(poll_interval=0.1)


def _open_browser(address: str) -> None:
    """Start the browser. Others on this machine may see the address it is started with: it works
    once, and then leads nowhere."""
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _same(given: str, secret: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())
