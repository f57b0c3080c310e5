"""Addresses that lead into the reader's own network: none of them gets a connection.

Each case goes through the whole of ``fetch``. A connection to the site's public address ends at a
loopback server that redirects as the case says; one to any other address would end at the canary,
which counts.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPHandler, OpenerDirector, ProxyHandler, Request, build_opener

import pytest

from summarizer.document.fetching import FetchPolicy, Network, fetch
from summarizer.document.fetching.transport import GuardedBackend
from summarizer.errors import FetchError, FetchRefused
from tests.document.fetching.world import Scene, World, moved, reply, scene

CASES = json.loads(Path(__file__).with_name("attacks.json").read_text(encoding="utf-8"))
DIRECT = [c for c in CASES if "redirects" not in c and not c["id"].startswith("rebind")]
# What the system itself takes for its loopback.
OWN_SPELLINGS = (
    "127.0.0.1",
    "127.0.0.1.",
    "127.1",
    "0.0.0.0",
    "0",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "[::ffff:127.0.0.1]",
    "[::1]",
    "[::]",
    "localhost",
    "１２７.0.0.1",
)
EVERY = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])


def stage(case: dict[str, Any]) -> Any:
    """The world of a case: its names and its redirects; the rest of the site is a page."""
    closing = {"connection": "close"} if case.get("close") else {}
    pages = {
        place: moved(to, case.get("status", 302)).replace(b"\r\n\r\n", head(closing), 1)
        for place, to in case.get("redirects", {}).items()
    }
    missing = reply("none", status=404, **closing)
    return scene({"/": reply("page", **closing), "/robots.txt": missing, **pages}, case.get("dns"))


def head(headers: dict[str, str]) -> bytes:
    return "".join(f"\r\n{k}: {v}" for k, v in headers.items()).encode() + b"\r\n\r\n"


def attack(case: dict[str, Any], here: Scene) -> FetchError:
    with pytest.raises(FetchError) as refused:
        fetch(case["url"], policy=here.policy(robots=case.get("robots", True), seconds=10))
    return refused.value


@EVERY
def test_an_attack_gets_no_connection(case: dict[str, Any]) -> None:
    with stage(case) as here:
        error = attack(case, here)

        assert here.world.astray == []
        assert here.canary.connections == 0
        assert error.remedy
        assert error.document


@pytest.mark.parametrize("case", DIRECT, ids=[case["id"] for case in DIRECT])
def test_an_attack_without_a_helper_reaches_nobody(case: dict[str, Any]) -> None:
    with stage(case) as here:
        attack(case, here)

        assert here.world.dialled == []


@pytest.mark.parametrize("host", OWN_SPELLINGS)
def test_the_real_network_is_guarded_too(host: str, ear: socket.socket) -> None:
    port = ear.getsockname()[1]
    policy = FetchPolicy(ports=frozenset({port}))

    with pytest.raises(FetchRefused):
        fetch(f"http://{host}:{port}/", policy=policy)

    assert not heard(ear)


def test_the_ear_of_the_real_network_hears(ear: socket.socket) -> None:
    Network().connect("127.0.0.1", ear.getsockname()[1], 5).close()

    assert heard(ear)


def test_without_the_check_the_canary_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GuardedBackend, "_check", lambda *_: None)

    assert len(reached(fetch_quietly)) >= 100


def test_looking_a_name_up_and_then_fetching_is_not_enough() -> None:
    passed = reached(plain_fetch)

    assert {"redirect-loopback-302", "rebind-first-answer", "redirect-name"} <= passed
    assert len(passed) >= 7


def reached(fetcher: Callable[[dict[str, Any], Scene], None]) -> set[str]:
    """The cases in which ``fetcher`` connects to what is not the site."""
    found = set()
    for case in CASES:
        with stage(case) as here:
            fetcher(case, here)
            if here.world.astray:
                found.add(case["id"])
    return found


def fetch_quietly(case: dict[str, Any], here: Scene) -> None:
    with suppress(FetchError):
        fetch(case["url"], policy=here.policy(robots=case.get("robots", True), seconds=10))


def plain_fetch(case: dict[str, Any], here: Scene) -> None:
    """The usual guard: look the name up, check what it is, hand the address to an HTTP client."""
    with suppress(OSError, ValueError, http.client.HTTPException):
        host = urlsplit(case["url"]).hostname or ""
        for address in here.world.resolve(host, 80):
            if not ipaddress.ip_address(address).is_global:
                return
        client(here.world).open(case["url"], timeout=5).close()


def client(world: World) -> OpenerDirector:
    """The standard library's client, in the test's world."""

    class Connection(http.client.HTTPConnection):
        def connect(self) -> None:
            address = world.resolve(self.host, self.port)[0]
            self.sock = world.connect(address, self.port, 5)

    class Opener(HTTPHandler):
        def http_open(self, req: Request) -> http.client.HTTPResponse:
            return self.do_open(Connection, req)

    return build_opener(ProxyHandler({}), Opener())


@pytest.fixture
def ear() -> Iterator[socket.socket]:
    """A listener on loopback that answers nobody: what connects waits in its queue."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield listener


def heard(ear: socket.socket) -> bool:
    try:
        ear.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def test_there_are_enough_cases_each_with_its_reason() -> None:
    assert len(CASES) >= 42
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert all(case["why"] for case in CASES)
