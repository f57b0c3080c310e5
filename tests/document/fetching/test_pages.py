"""Fetching from a real server on loopback, as the world's public one."""

from __future__ import annotations

import pickle
import socket
import ssl
import threading
from itertools import repeat
from pathlib import Path

import pytest

from summarizer.document.fetching import Fetched, fetch
from summarizer.errors import (
    FetchError,
    FetchFailed,
    FetchRefused,
    FetchTimeout,
    FetchTooLarge,
    FetchUnsupported,
    RobotsForbid,
)
from summarizer.version import __version__
from tests.document.fetching.world import (
    HOME,
    HOST,
    SITE,
    SITE_V6,
    Scene,
    moved,
    reply,
    scene,
    zipped,
)

CERTIFICATE = Path(__file__).with_name("news.example.pem")
FORBID = "User-agent: *\nDisallow: /private"


def test_a_page_comes_as_it_was_sent(here: Scene) -> None:
    page = fetch(f"{HOME}/", policy=here.policy())

    assert page == Fetched(
        url=f"{HOME}/",
        final_url=f"{HOME}/",
        media_type="text/html",
        charset="utf-8",
        body=b"<p>The ferry sailed.</p>",
    )


def test_the_bytes_are_not_touched(here: Scene) -> None:
    body = b"\xef\xbb\xbf<p>caf\xe9\r\n\r"
    here.site.pages["/"] = reply(body, content_type="text/html; charset=ISO-8859-1")

    page = fetch(f"{HOME}/", policy=here.policy())

    assert (page.body, page.charset) == (body, "iso-8859-1")


def test_redirects_are_followed_and_told(here: Scene) -> None:
    here.site.pages.update(
        {"/a": moved("/b", 301), "/b": moved("http://other.example/c"), "/c": reply("there")}
    )
    here.world._dns["other.example"] = [[SITE]]

    page = fetch(f"{HOME}/a", policy=here.policy())

    assert page.url == f"{HOME}/a"
    assert page.final_url == "http://other.example/c"
    assert page.redirects == (f"{HOME}/b", "http://other.example/c")
    assert page.body == b"there"


def test_five_redirects_are_followed_and_six_are_not(here: Scene) -> None:
    here.site.pages.update({f"/{n}": moved(f"/{n + 1}") for n in range(6)})
    here.site.pages["/6"] = reply("there")

    assert len(fetch(f"{HOME}/1", policy=here.policy()).redirects) == 5
    with pytest.raises(FetchRefused, match="more than 5 times"):
        fetch(f"{HOME}/0", policy=here.policy())


def test_a_redirect_that_says_no_place_is_a_failure(here: Scene) -> None:
    here.site.pages["/"] = reply(status=302)

    with pytest.raises(FetchFailed, match="does not say where"):
        fetch(f"{HOME}/", policy=here.policy())


def test_nothing_private_is_sent(here: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    here.site.pages["/"] = moved("/again").replace(b"\r\n\r\n", b"\r\nSet-Cookie: a=b\r\n\r\n", 1)
    here.site.pages["/again"] = reply("there")
    netrc = Path(__file__).with_name("no.netrc")
    monkeypatch.setenv("NETRC", str(netrc))

    fetch(f"{HOME}/", policy=here.policy())

    names = {line.partition(":")[0].lower() for head in here.site.requests for line in lines(head)}
    assert names == {"host", "user-agent", "accept", "accept-encoding"}


def lines(head: str) -> list[str]:
    return head.strip().split("\r\n")[1:]


def test_the_program_gives_its_name_and_version(here: Scene) -> None:
    fetch(f"{HOME}/", policy=here.policy())

    assert all(f"User-Agent: summarizer/{__version__}\r\n" in head for head in here.site.requests)


def test_the_host_is_named_as_it_was_asked_for(here: Scene) -> None:
    fetch(f"{HOME}/", policy=here.policy())

    assert all(f"Host: {HOST}\r\n" in head for head in here.site.requests)


def test_one_host_is_asked_over_one_connection(here: Scene) -> None:
    here.site.pages["/"] = moved("/next")
    here.site.pages["/next"] = reply("there")

    fetch(f"{HOME}/", policy=here.policy(robots=False))

    assert here.world.dialled[0] == (SITE, 80)
    assert here.site.paths == ["/", "/next"]


def test_a_name_is_looked_up_once_a_connection(here: Scene) -> None:
    fetch(f"{HOME}/", policy=here.policy(robots=False))

    assert here.world.looked_up == [HOST]


def test_the_next_address_is_tried_when_one_is_dead(here: Scene) -> None:
    here.world._dns[HOST] = [[SITE_V6, SITE]]
    whole = here.world.connect

    def connect(address: str, port: int, timeout: float) -> socket.socket:
        if address == SITE_V6:
            raise OSError("Network is unreachable")
        return whole(address, port, timeout)

    here.world.connect = connect  # type: ignore[method-assign]

    assert fetch(f"{HOME}/", policy=here.policy()).body


def test_an_address_of_this_machine_is_refused_even_if_public(
    here: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(here.world, "is_own", lambda address: address == SITE)

    with pytest.raises(FetchRefused, match="this machine's own"):
        fetch(f"{HOME}/", policy=here.policy())

    assert here.world.dialled == []


@pytest.mark.parametrize(
    ("status", "remedy"),
    [(401, "login"), (403, "save the page"), (404, "no such page"), (429, "later"), (503, "later")],
)
def test_a_status_is_told_with_what_to_do(here: Scene, status: int, remedy: str) -> None:
    here.site.pages["/"] = reply("no", status=status)

    with pytest.raises(FetchFailed, match=f"status {status}") as failed:
        fetch(f"{HOME}/", policy=here.policy())

    assert failed.value.status == status
    assert remedy in failed.value.remedy


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"\x16\x03\x01" * 50,
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\nContent-Type: text/html\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n5\r\nsh",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200000 + b"\r\n\r\n",
    ],
    ids=["nothing", "no-http", "bad-length", "tls", "cut", "cut-chunk", "long-header"],
)
def test_a_broken_answer_is_a_failure_and_not_a_short_page(here: Scene, answer: bytes) -> None:
    def broken(connection: socket.socket) -> None:
        connection.sendall(answer)

    here.site.pages["/"] = broken

    with pytest.raises(FetchFailed):
        fetch(f"{HOME}/", policy=here.policy(robots=False))


def test_a_name_without_an_address_is_a_failure(here: Scene) -> None:
    with pytest.raises(FetchFailed, match=r"nowhere\.example cannot be looked up"):
        fetch("http://nowhere.example/", policy=here.policy())


def test_another_kind_of_page_is_refused_before_it_is_read(here: Scene) -> None:
    here.site.pages["/"] = reply(content_type="video/mp4", content_length="900000000")

    with pytest.raises(FetchUnsupported, match="video/mp4"):
        fetch(f"{HOME}/", policy=here.policy())


def test_a_coding_that_was_not_asked_for_is_a_failure(here: Scene) -> None:
    here.site.pages["/"] = reply(b"x", content_encoding="br")

    with pytest.raises(FetchFailed, match="'br'"):
        fetch(f"{HOME}/", policy=here.policy())


def test_an_error_names_the_address_without_its_password(here: Scene) -> None:
    with pytest.raises(FetchError) as refused:
        fetch(f"http://anna:secret@{HOST}/", policy=here.policy())

    assert refused.value.document == f"{HOME}/"
    assert "secret" not in str(refused.value.about("http://anna:secret@x/"))


def test_an_error_says_one_thing_and_survives_pickling(here: Scene) -> None:
    here.site.pages["/"] = moved("http://127.0.0.1/")

    with pytest.raises(FetchError, match=r"^http://news.example/: it redirects") as refused:
        fetch(f"{HOME}/", policy=here.policy())

    copy = pickle.loads(pickle.dumps(refused.value))
    assert copy.args == refused.value.args == (refused.value.message,)
    assert str(copy) == str(refused.value)


# robots.txt


def test_robots_is_asked_first_and_once(here: Scene) -> None:
    here.site.pages["/"] = moved("/next")
    here.site.pages["/next"] = reply("there")

    fetch(f"{HOME}/", policy=here.policy())

    assert here.site.paths == ["/robots.txt", "/", "/next"]


def test_what_robots_forbids_is_not_asked_for(here: Scene) -> None:
    here.site.pages["/robots.txt"] = reply(FORBID, content_type="text/plain")

    with pytest.raises(RobotsForbid) as forbidden:
        fetch(f"{HOME}/private", policy=here.policy())

    assert here.site.paths == ["/robots.txt"]
    assert "permission" in forbidden.value.remedy
    assert fetch(f"{HOME}/", policy=here.policy()).body


def test_what_robots_forbids_is_not_redirected_to(here: Scene) -> None:
    here.site.pages["/robots.txt"] = reply(FORBID)
    here.site.pages["/"] = moved("/private")

    with pytest.raises(RobotsForbid):
        fetch(f"{HOME}/", policy=here.policy())

    assert "/private" not in here.site.paths


def test_each_host_has_its_own_robots(here: Scene) -> None:
    here.world._dns["other.example"] = [[SITE]]
    here.site.pages["other.example/robots.txt"] = reply("User-agent: *\nDisallow: /")
    here.site.pages["/"] = moved("http://other.example/x")

    with pytest.raises(RobotsForbid, match=r"robots\.txt of http://other\.example"):
        fetch(f"{HOME}/", policy=here.policy())


def test_who_has_permission_need_not_ask_robots(here: Scene) -> None:
    here.site.pages["/robots.txt"] = reply("User-agent: *\nDisallow: /")

    assert fetch(f"{HOME}/", policy=here.policy(robots=False)).body
    assert here.site.paths == ["/"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429])
def test_where_there_is_no_robots_all_is_allowed(here: Scene, status: int) -> None:
    here.site.pages["/robots.txt"] = reply("User-agent: *\nDisallow: /", status=status)

    assert fetch(f"{HOME}/", policy=here.policy()).body


@pytest.mark.parametrize("status", [500, 503])
def test_where_robots_is_broken_nothing_is_allowed(here: Scene, status: int) -> None:
    here.site.pages["/robots.txt"] = reply(status=status)

    with pytest.raises(RobotsForbid, match=f"status {status}"):
        fetch(f"{HOME}/", policy=here.policy())


def test_robots_may_redirect_and_be_compressed(here: Scene) -> None:
    here.site.pages["/robots.txt"] = moved("/r.txt")
    here.site.pages["/r.txt"] = zipped(FORBID.encode())

    with pytest.raises(RobotsForbid):
        fetch(f"{HOME}/private", policy=here.policy())


def test_only_the_beginning_of_an_endless_robots_is_read(here: Scene) -> None:
    here.site.pages["/robots.txt"] = zipped(FORBID.encode() + b"\n#" * 2_000_000)

    assert fetch(f"{HOME}/", policy=here.policy(max_bytes=1000)).body
    with pytest.raises(RobotsForbid):
        fetch(f"{HOME}/private", policy=here.policy(max_bytes=1000))


# https


def server_side() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(CERTIFICATE))


def test_https_is_fetched_from_the_checked_address() -> None:
    with scene({"/": reply("safe")}, tls=server_side(), trusted=trusting()) as here:
        page = fetch(f"https://{HOST}/", policy=here.policy())

        assert page.body == b"safe"
        assert set(here.world.dialled) == {(SITE, 443)}


def test_a_certificate_that_nobody_vouches_for_is_a_failure() -> None:
    with scene({"/": reply("safe")}, tls=server_side()) as here:
        with pytest.raises(FetchFailed, match="certificate"):
            fetch(f"https://{HOST}/", policy=here.policy())

        assert here.site.requests == []


def test_a_certificate_of_another_host_is_a_failure() -> None:
    dns = {"other.example": [[SITE]]}
    with scene({"/": reply("safe")}, dns, tls=server_side(), trusted=trusting()) as here:
        with pytest.raises(FetchFailed, match="certificate"):
            fetch("https://other.example/", policy=here.policy())

        assert here.site.requests == []


def test_https_does_not_carry_more_than_the_limit_either() -> None:
    def endless(connection: socket.socket) -> None:
        for chunk in repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 1000):
            connection.sendall(chunk)

    world = scene({"/": endless}, tls=server_side(), trusted=trusting())
    with world as here, pytest.raises(FetchTooLarge):
        fetch(f"https://{HOST}/", policy=here.policy(max_bytes=1000, robots=False))


def test_a_robots_that_fails_is_named(here: Scene) -> None:
    here.site.pages["/robots.txt"] = reply(b"x", content_encoding="br")

    with pytest.raises(FetchFailed, match=r"robots\.txt of http://news\.example: the body"):
        fetch(f"{HOME}/", policy=here.policy())


def test_a_site_that_cannot_be_reached_is_not_called_its_robots(here: Scene) -> None:
    with pytest.raises(FetchFailed) as failed:
        fetch("http://nowhere.example/", policy=here.policy())

    assert "robots" not in failed.value.message


def test_https_leads_back_to_http_nowhere() -> None:
    pages = {"/": moved(f"{HOME}/")}
    world = scene(pages, tls=server_side(), trusted=trusting())
    with world as here, pytest.raises(FetchRefused, match="from https to http"):
        fetch(f"https://{HOST}/", policy=here.policy())


def test_a_hanging_handshake_ends_with_the_deadline() -> None:
    hang = threading.Event()
    with scene({}, trusted=trusting()) as here:
        here.site.serve = lambda _: bool(hang.wait(20))  # type: ignore[method-assign, assignment]
        here.world._site._serve = here.site.serve
        with pytest.raises(FetchTimeout):
            fetch(f"https://{HOST}/", policy=here.policy(seconds=0.2))
        hang.set()
