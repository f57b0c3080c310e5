"""What holds for every test: none leaves the machine, none sees the keys of who runs it."""

from __future__ import annotations

import ipaddress
import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

ENVIRONMENT = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZER_MODEL")

# No test asserts a wall time: a busy machine is not a defect.
settings.register_profile("project", deadline=None)
settings.load_profile("project")


def stays_here(host: object) -> bool:
    """Whether a host is this machine: loopback by number or name, or none at all."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def host_of(address: object) -> object:
    """The host of a socket address; a Unix socket's is none."""
    return address[0] if isinstance(address, tuple) else None


@pytest.fixture(scope="session", autouse=True)
def refused_connections() -> Iterator[list[str]]:
    """Fail what tries to reach another machine; the list holds what was tried in threads."""
    in_threads: list[str] = []

    def refuse(host: object) -> None:
        message = f"a test tried to reach {host!r}: tests may connect to loopback only"
        if threading.current_thread() is not threading.main_thread():
            in_threads.append(message)
        # Not an Exception: no handler of the code under test can swallow it.
        pytest.fail(message)

    def guarded(name: str, host: Callable[..., object]) -> Callable[..., Any]:
        original = getattr(socket.socket, name)

        def method(self: socket.socket, *args: Any) -> Any:
            if self.family != socket.AF_UNIX and not stays_here(host(*args)):
                refuse(host(*args))
            return original(self, *args)

        return method

    original_lookup = socket.getaddrinfo

    def lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not stays_here(host):
            refuse(host)
        return original_lookup(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, guarded(name, host_of))
        patch.setattr(socket.socket, "sendto", guarded("sendto", lambda *args: host_of(args[-1])))
        patch.setattr(socket, "getaddrinfo", lookup)
        yield in_threads


@pytest.fixture(autouse=True)
def no_connection_in_a_thread(refused_connections: list[str]) -> Iterator[None]:
    """A thread cannot fail its test: what it tried is told when the test is over."""
    yield
    tried = refused_connections.copy()
    refused_connections.clear()
    if tried:
        pytest.fail("; ".join(tried))


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key, server or model from outside; SUMMARIZER_CACHE stays, as it saves a download."""
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def store_names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("stores")
    return (str(folder / f"{number}.db") for number in itertools.count())


@pytest.fixture(autouse=True)
def own_store(monkeypatch: pytest.MonkeyPatch, store_names: Iterator[str]) -> None:
    """A store for each test, which finds nothing of another one's and nothing of who runs it."""
    monkeypatch.setenv("SUMMARIZER_STORE", next(store_names))
