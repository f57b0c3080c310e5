"""The machine's own network, as far as a test may look at it."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys

import pytest

from summarizer.document.fetching import FetchPolicy, Network, network


def test_the_policy_uses_the_machines_network() -> None:
    assert type(FetchPolicy().network) is Network


def test_a_name_gives_each_address_once() -> None:
    found = Network().resolve("localhost", 80)

    assert "127.0.0.1" in found
    assert len(found) == len(set(found))


def test_a_connection_goes_to_a_number_and_looks_nothing_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", None)
    server = socket.create_server(("127.0.0.1", 0))
    with server, Network().connect("127.0.0.1", server.getsockname()[1], 5) as opened:
        assert opened.getpeername() == server.getsockname()


def test_a_name_cannot_be_connected_to() -> None:
    with pytest.raises(ValueError, match="localhost"):
        Network().connect("localhost", 80, 5)


def test_an_address_of_this_machine_is_known() -> None:
    assert Network().is_own("127.0.0.1")
    assert not Network().is_own("93.184.216.34")


def test_where_every_address_may_be_bound_none_is_taken_for_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(network, "_bindable", lambda address: True)

    assert not Network().is_own("93.184.216.34")


def test_certificates_and_host_names_are_checked() -> None:
    context = Network().tls()

    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_time_goes_forward() -> None:
    network = Network()

    assert network.now() <= network.now()


def test_the_http_library_is_loaded_when_a_page_is_fetched_and_not_before() -> None:
    program = (
        "import sys\nfrom summarizer.document.fetching import FetchPolicy, is_public\n"
        "FetchPolicy()\nprint(sorted({n.split('.')[0] for n in sys.modules}))\n"
        "from summarizer.document.fetching import fetch\n"
        "print(sorted({n.split('.')[0] for n in sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    before, after = ran.stdout.splitlines()

    assert "'httpcore2'" not in before
    assert "'httpcore2'" in after
    assert "'openai'" not in after
