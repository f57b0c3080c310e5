"""Reading an address: the plain ones as they are meant, and messages that are safe to print."""

from __future__ import annotations

import pytest

from summarizer.document.fetching.locations import MAX_CHARACTERS, locate, redirected, shown
from summarizer.errors import FetchRefused

PORTS = frozenset({80, 443})


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("http://news.example", "http://news.example/"),
        ("HTTPS://News.Example/A", "https://news.example/A"),
        ("https://news.example:443/", "https://news.example/"),
        ("http://news.example:443/", "http://news.example:443/"),
        ("https://news.example:80/", "https://news.example:80/"),
        ("http://news.example:/", "http://news.example/"),
        ("http://news.example./", "http://news.example/"),
        ("http://news.example?q=1", "http://news.example/?q=1"),
        ("http://news.example/a?b=c?d&e=%20#part", "http://news.example/a?b=c?d&e=%20"),
        ("http://news.example/the long one", "http://news.example/the%20long%20one"),
        (
            "http://news.example/Ελλάδα?q=ü",
            "http://news.example/%CE%95%CE%BB%CE%BB%CE%AC%CE%B4%CE%B1?q=%C3%BC",
        ),
        ("http://news.example/a;b@c:d", "http://news.example/a;b@c:d"),
        ("http://news.example//twice", "http://news.example//twice"),
        ("http://news.example/100%", "http://news.example/100%"),
        ("http://Bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://пример.example/", "http://xn--e1afmkfd.example/"),
        ("http://my_paper.example/", "http://my_paper.example/"),
        ("http://1.example/", "http://1.example/"),
        ("http://93.184.216.34/", "http://93.184.216.34/"),
        (
            "http://[2606:2800:220:1:248:1893:25C8:1946]/",
            "http://[2606:2800:220:1:248:1893:25c8:1946]/",
        ),
        ("  http://news.example/  ", "http://news.example/"),
        ("http://news.example/\ud800", "http://news.example/%3F"),
    ],
)
def test_an_address_is_read_in_one_spelling(url: str, read: str) -> None:
    assert locate(url, PORTS).url == read


@pytest.mark.parametrize(
    ("header", "leads"),
    [
        ("/next", "https://news.example/next"),
        ("next?x=1", "https://news.example/a/next?x=1"),
        ("?page=2", "https://news.example/a/b?page=2"),
        ("//other.example/x", "https://other.example/x"),
        ("https://other.example/ü", "https://other.example/%C3%BC"),
        ("#part", "https://news.example/a/b"),
    ],
)
def test_a_redirect_is_read_against_where_it_came_from(header: str, leads: str) -> None:
    base = locate("https://news.example/a/b", PORTS)

    assert redirected(base, header, PORTS).url == leads


def test_a_redirect_does_not_lead_from_https_to_http() -> None:
    with pytest.raises(FetchRefused, match="from https to http"):
        redirected(locate("https://news.example/", PORTS), "http://news.example/", PORTS)


def test_a_redirect_may_lead_from_http_to_https() -> None:
    base = locate("http://news.example/", PORTS)

    assert redirected(base, "https://news.example/", PORTS).scheme == "https"


def test_the_ports_are_those_of_the_policy() -> None:
    assert locate("http://news.example:8000/", frozenset({8000})).port == 8000
    with pytest.raises(FetchRefused, match="port 80 is not one of 8000"):
        locate("http://news.example/", frozenset({8000}))


@pytest.mark.parametrize("userinfo", ["anna@", "anna:secret@", "@", "http:@"])
def test_a_user_name_is_refused_for_what_it_is(userinfo: str) -> None:
    with pytest.raises(FetchRefused, match="user name or password"):
        locate(f"http://{userinfo}news.example/", PORTS)


@pytest.mark.parametrize("character", ["\t", "\n", "\r", "\0", "\x1b", "\x7f", "\x85", "\\"])
def test_what_readers_drop_or_turn_is_refused_anywhere(character: str) -> None:
    with pytest.raises(FetchRefused, match="control characters"):
        locate(f"http://news.example/a{character}b", PORTS)
    with pytest.raises(FetchRefused, match="control characters"):
        redirected(locate("http://news.example/", PORTS), f"/a{character}b", PORTS)


def test_an_endless_address_is_refused() -> None:
    with pytest.raises(FetchRefused, match="longer than"):
        locate("http://news.example/" + "a" * MAX_CHARACTERS, PORTS)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://anna:secret@news.example/a@b", "https://news.example/a@b"),
        ("http://news.example/\x1b[31m\u202e", "http://news.example/\ufffd[31m\ufffd"),
        ("http://a\ud800", "http://a\ufffd"),
    ],
)
def test_a_message_shows_no_password_and_moves_no_terminal(url: str, safe: str) -> None:
    assert shown(url) == safe


def test_a_message_is_not_endless() -> None:
    assert len(shown("http://news.example/" + "a" * 5000)) == 200
