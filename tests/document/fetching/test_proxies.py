"""Proxies of the environment: used on request only, and no way around the guard."""

from __future__ import annotations

import socket

import pytest

from summarizer.document.fetching import fetch
from summarizer.document.fetching.locations import locate
from summarizer.document.fetching.proxies import Proxy, proxy_for
from summarizer.errors import FetchFailed, FetchRefused
from tests.document.fetching.world import HOME, HOST, Scene, World, moved, reply

PROXY = "proxy.internal"
AT = ("10.1.1.1", 3128)


@pytest.fixture
def proxied(here: Scene, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """The environment names a proxy of the local network; the site plays it."""
    monkeypatch.setenv("http_proxy", f"http://anna:s%40cret@{PROXY}:3128")
    monkeypatch.setenv("https_proxy", f"http://{PROXY}:3128")
    here.world._dns[PROXY] = [[AT[0]]]
    whole = World.connect

    def connect(self: World, address: str, port: int, timeout: float) -> socket.socket:
        if (address, port) != AT:
            return whole(self, address, port, timeout)
        self.dialled.append(AT)
        return socket.create_connection(("127.0.0.1", self._site.port), timeout)

    monkeypatch.setattr(World, "connect", connect)
    here.site.pages[f"{HOME}/"] = reply("by proxy")
    return here


def test_the_environment_is_not_looked_at_without_being_asked(proxied: Scene) -> None:
    fetch(f"{HOME}/", policy=proxied.policy())

    assert AT not in proxied.world.dialled


def test_a_proxy_is_used_when_asked_for(proxied: Scene) -> None:
    page = fetch(f"{HOME}/", policy=proxied.policy(proxies=True))

    assert page.body == b"by proxy"
    assert set(proxied.world.dialled) == {AT}
    assert all("Proxy-Authorization: Basic " in head for head in proxied.site.requests)


def test_a_host_excepted_from_the_proxy_is_fetched_from_itself(
    proxied: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", HOST)

    page = fetch(f"{HOME}/", policy=proxied.policy(proxies=True))

    assert page.body == b"<p>The ferry sailed.</p>"
    assert AT not in proxied.world.dialled


def test_a_host_excepted_from_the_proxy_is_guarded_as_ever(
    proxied: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", HOST)
    proxied.world._dns[HOST] = [["10.0.0.1"]]

    with pytest.raises(FetchRefused):
        fetch(f"{HOME}/", policy=proxied.policy(proxies=True))

    assert proxied.world.dialled == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://localhost/",
        "http://2130706433/",
        "http://169.254.169.254/",
        "http://metadata.google.internal/",
        "http://lan.example/",
    ],
)
def test_a_proxy_is_not_asked_for_what_is_known_to_be_local(proxied: Scene, url: str) -> None:
    proxied.world._dns["lan.example"] = [["192.168.1.1"]]

    with pytest.raises(FetchRefused):
        fetch(url, policy=proxied.policy(proxies=True))

    assert proxied.world.dialled == []


def test_a_redirect_through_a_proxy_is_checked(proxied: Scene) -> None:
    proxied.site.pages[f"{HOME}/"] = moved("http://127.0.0.1/")

    with pytest.raises(FetchRefused, match="it redirects to"):
        fetch(f"{HOME}/", policy=proxied.policy(proxies=True))

    assert not any("127.0.0.1" in head for head in proxied.site.requests)


def test_a_name_only_the_proxy_knows_is_the_proxys_to_look_up(proxied: Scene) -> None:
    proxied.site.pages["http://outside.example/"] = reply("by proxy")

    page = fetch("http://outside.example/", policy=proxied.policy(proxies=True))

    assert page.body == b"by proxy"


def test_https_goes_through_a_tunnel_to_the_named_host(proxied: Scene) -> None:
    with pytest.raises(FetchFailed):
        fetch(f"https://{HOST}/", policy=proxied.policy(proxies=True))

    assert proxied.site.requests[0].startswith(f"CONNECT {HOST}:443 ")


@pytest.mark.parametrize(
    ("value", "proxy"),
    [
        ("http://p.example:3128", Proxy("http://p.example:3128", None)),
        ("p.example:3128", Proxy("http://p.example:3128", None)),
        ("http://p.example", Proxy("http://p.example:80", None)),
        ("http://a:b%3a@p.example:1", Proxy("http://p.example:1", ("a", "b:"))),
        ("http://[fd00::1]:3128", Proxy("http://[fd00::1]:3128", None)),
    ],
)
def test_a_proxy_is_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, value: str, proxy: Proxy
) -> None:
    monkeypatch.setenv("HTTP_PROXY", value)

    assert proxy_for(locate(f"{HOME}/", frozenset({80}))) == proxy


@pytest.mark.parametrize("value", ["socks5://p.example:1080", "https://p.example", "http://p:x"])
def test_a_proxy_of_another_kind_is_refused_and_not_passed_by(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", value)

    with pytest.raises(FetchRefused, match="proxy"):
        proxy_for(locate(f"{HOME}/", frozenset({80})))
