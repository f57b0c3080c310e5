"""A small internet on loopback: names and public addresses lead to servers of the test.

Nothing outside this machine is reached: a connection to the site's public address goes to the
site's loopback server, and one to any other address goes to the canary, which counts it.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from summarizer.document.fetching import FetchPolicy, Network

# Public addresses, as the guard wants them; both lead to the site, in a test.
SITE = "93.184.216.34"
SITE_V6 = "2606:2800:220:1:248:1893:25c8:1946"
PUBLIC = {(address, port) for address in (SITE, SITE_V6) for port in (80, 443)}
HOST = "news.example"
HOME = f"http://{HOST}"

Reply = bytes | Callable[[socket.socket], None]


def reply(body: bytes | str = b"", status: int = 200, **headers: str) -> bytes:
    """An HTTP answer, HTML unless another ``content_type`` is given; ``""`` leaves a header out."""
    payload = body.encode() if isinstance(body, str) else body
    named = {"content_type": "text/html; charset=utf-8", "content_length": str(len(payload))}
    lines = [f"{k.replace('_', '-')}: {v}" for k, v in {**named, **headers}.items() if v]
    return "\r\n".join([f"HTTP/1.1 {status} X", *lines, "", ""]).encode() + payload


def moved(to: str, status: int = 302) -> bytes:
    """A redirect."""
    return reply(status=status, location=to)


def zipped(body: bytes) -> bytes:
    """An answer with a gzip-coded body."""
    return reply(gzip.compress(body), content_encoding="gzip")


class Listener:
    """A loopback server that calls ``serve`` in a thread for each connection."""

    def __init__(self, serve: Callable[[socket.socket], None]) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.socket.getsockname()[1]
        self._serve = serve
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        try:
            with connection:
                self._serve(connection)
        except OSError:  # the other side went away, as it may
            return

    def close(self) -> None:
        # Wakes the accept, which closing alone does not do everywhere.
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


@dataclass
class Site:
    """Pages by ``host/path`` or by ``/path``; without one for it, ``robots.txt`` is a 404."""

    pages: dict[str, Reply] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    tls: ssl.SSLContext | None = None

    def serve(self, connection: socket.socket) -> None:
        raw = self.tls.wrap_socket(connection, server_side=True) if self.tls else connection
        with raw, raw.makefile("rb") as lines:
            while head := "".join(self._head(lines)):
                self.requests.append(head)
                answer = self._page(head)
                if callable(answer):
                    answer(raw)
                    return
                raw.sendall(answer)

    @staticmethod
    def _head(lines: object) -> Iterator[str]:
        for line in lines:  # type: ignore[attr-defined]
            yield line.decode("latin-1")
            if line in (b"\r\n", b"\n"):
                return

    def _page(self, head: str) -> Reply:
        path = head.split(" ")[1]
        host = head.lower().partition("\r\nhost: ")[2].partition("\r\n")[0]
        nothing = reply("no such page", status=404)
        return self.pages.get(host + path, self.pages.get(path, nothing))

    @property
    def paths(self) -> list[str]:
        return [head.split(" ")[1] for head in self.requests]


class Canary:
    """What must never be connected to: the reader's own network, in one server."""

    def __init__(self) -> None:
        self.connections = 0

    def serve(self, connection: socket.socket) -> None:
        self.connections += 1
        connection.recv(65536)
        connection.sendall(reply("the canary's secret", connection="close"))


class World(Network):
    """The network a test puts in the place of the machine's.

    ``dns`` maps a name to successive answers, the last of which stays. ``dialled`` is every
    address and port a connection was asked for, in order.
    """

    def __init__(
        self,
        site: Listener,
        canary: Listener,
        dns: Mapping[str, list[list[str]]] | None = None,
        trusted: ssl.SSLContext | None = None,
    ) -> None:
        self._site = site
        self._canary = canary
        self._dns = {HOST: [[SITE]], **(dns or {})}
        self._trusted = trusted
        self.looked_up: list[str] = []
        self.dialled: list[tuple[str, int]] = []

    def resolve(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        try:  # as the system does: "127.1", "0x7f000001" and "2130706433" are addresses to it
            return [socket.inet_ntoa(socket.inet_aton(host))]
        except OSError:
            pass
        answers = self._dns.get(host.removesuffix("."), [[]])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if not answer:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return list(answer)

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        self.dialled.append((address, port))
        server = self._site if (address, port) in PUBLIC else self._canary
        return socket.create_connection(("127.0.0.1", server.port), timeout)

    def tls(self) -> ssl.SSLContext:
        return self._trusted or super().tls()

    @property
    def astray(self) -> list[tuple[str, int]]:
        """What was dialled that is not the site."""
        return [dialled for dialled in self.dialled if dialled not in PUBLIC]


@dataclass
class Scene:
    """A world with its two servers, and the policy that lives in it."""

    site: Site
    canary: Canary
    world: World

    def policy(self, **changes: object) -> FetchPolicy:
        return FetchPolicy(network=self.world, **changes)  # type: ignore[arg-type]


@contextmanager
def scene(
    pages: Mapping[str, Reply] | None = None,
    dns: Mapping[str, list[list[str]]] | None = None,
    tls: ssl.SSLContext | None = None,
    trusted: ssl.SSLContext | None = None,
) -> Iterator[Scene]:
    site, canary = Site(dict(pages or {}), tls=tls), Canary()
    servers = Listener(site.serve), Listener(canary.serve)
    copied = {name: [list(answer) for answer in answers] for name, answers in (dns or {}).items()}
    try:
        yield Scene(site, canary, World(*servers, dns=copied, trusted=trusted))
    finally:
        for server in servers:
            server.close()
