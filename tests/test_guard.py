"""The guards of ``conftest``: they hold, and they let through what tests need."""

from __future__ import annotations

import os
import socket
import threading

import pytest

# Of the ranges set aside for documentation: nobody answers there.
ELSEWHERE = [("192.0.2.1", 80), ("2001:db8::1", 80), ("example.org", 443)]


@pytest.mark.parametrize("address", ELSEWHERE, ids=["ipv4", "ipv6", "name"])
def test_a_connection_to_another_machine_fails_the_test(address: tuple[str, int]) -> None:
    with pytest.raises(pytest.fail.Exception, match="loopback only"):
        socket.create_connection(address, timeout=1)


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_socket_method_to_another_machine_fails_the_test(method: str) -> None:
    with (
        socket.socket() as plug,
        pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"),
    ):
        getattr(plug, method)(("192.0.2.1", 80))


def test_a_datagram_to_another_machine_fails_the_test() -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as plug,
        pytest.raises(pytest.fail.Exception, match="loopback only"),
    ):
        plug.sendto(b"x", ("192.0.2.1", 53))


def test_a_connection_in_a_thread_is_kept_for_the_end(refused_connections: list[str]) -> None:
    def reach() -> None:
        with socket.socket() as plug, pytest.raises(pytest.fail.Exception):
            plug.connect(("192.0.2.1", 80))

    thread = threading.Thread(target=reach)
    thread.start()
    thread.join()

    assert len(refused_connections) == 1
    refused_connections.clear()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_may_be_reached(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection((host, server.getsockname()[1]), timeout=5).close()


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZER_MODEL"])
def test_the_environment_names_no_provider(name: str) -> None:
    assert name not in os.environ
