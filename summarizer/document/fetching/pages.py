"""Fetching one page: the address, its redirects and what ``robots.txt`` says of each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from summarizer.document.fetching.bodies import read_body, read_start
from summarizer.document.fetching.locations import Location, locate, redirected, shown
from summarizer.document.fetching.media import check_declared, read_type, settle_type
from summarizer.document.fetching.policy import PRODUCT, Fetched, FetchPolicy
from summarizer.document.fetching.robots import MAX_BYTES, Rule, allows, read_rules
from summarizer.document.fetching.transport import Answer, Wire
from summarizer.errors import FetchError, FetchFailed, FetchRefused, RobotsForbid

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WHOLE = frozenset({200, 203})
_LED = "it redirects"
_REMEDIES = {
    401: "The page wants a login: save it from a browser and give the file",
    402: "The page is paid for: save it from a browser and give the file",
    403: "The site does not serve programs: save the page from a browser and give the file",
    404: "Check the address: there is no such page",
    410: "The page was taken down; a web archive may have it",
    429: "The site asks for fewer requests: try again later",
    451: "The page is withheld for legal reasons",
}


def fetch(url: str, *, policy: FetchPolicy | None = None) -> Fetched:
    """The page at ``url``, within the limits of ``policy``.

    Only public http and https servers are connected to, and the address that was checked is the
    one connected to, for each redirect too. No cookie and no credential is sent.

    Raises ``FetchRefused`` (an address not to go to; nothing was sent there), ``RobotsForbid``,
    ``FetchTooLarge``, ``FetchTimeout``, ``FetchUnsupported`` or ``FetchFailed``, all of
    ``FetchError``, with the address as their ``document``.
    """
    limits = policy or FetchPolicy()
    try:
        start = locate(url, limits.ports)
        with Wire(limits) as wire, _follow(wire, start, limits, _Robots(wire, limits)) as arrival:
            return _read(url, arrival, limits)
    except FetchError as refused:
        raise refused.about(shown(url)) from None


@dataclass(frozen=True, slots=True)
class _Arrival:
    """The answer that is no redirect, where it came from, and the way there."""

    where: Location
    answer: Answer
    redirects: tuple[str, ...]


@contextmanager
def _follow(
    wire: Wire, start: Location, policy: FetchPolicy, permit: Callable[[Location], None]
) -> Iterator[_Arrival]:
    """Go to ``start`` and on to where it redirects; ``permit`` raises for where not to."""
    where, visited = start, list[str]()
    while len(visited) <= policy.redirects:
        with _led_to(visited):
            permit(where)
            with wire.get(where) as answer:
                if answer.status not in _REDIRECTS:
                    yield _Arrival(where, answer, tuple(visited))
                    return
                target = answer.header("location")
        if not target:
            raise FetchFailed("the site redirects, and does not say where to")
        with _led_to([target]):
            where = redirected(where, target, policy.ports)
        visited.append(where.url)
    raise FetchRefused(
        f"{_LED} more than {policy.redirects} times",
        remedy="Open the page in a browser and give the address it ends at",
    )


@contextmanager
def _led_to(visited: list[str]) -> Iterator[None]:
    """Say in a refusal which redirect led there, if one did."""
    try:
        yield
    except FetchRefused as refused:
        if visited and not refused.message.startswith(_LED):
            _prefix(refused, f"{_LED} to {shown(visited[-1])}")
        raise


def _prefix(error: FetchError, context: str) -> None:
    error.message = f"{context}: {error.message}"
    error.args = (error.message,)


def _read(url: str, arrival: _Arrival, policy: FetchPolicy) -> Fetched:
    answer = arrival.answer
    if answer.status not in _WHOLE:
        raise _status_failure(answer.status)
    declared, charset = read_type(answer.header("content-type"))
    check_declared(declared)
    body = read_body(answer, policy.max_bytes)
    media_type = settle_type(declared, charset, body)
    return Fetched(url, arrival.where.url, media_type, charset, body, arrival.redirects)


def _status_failure(status: int) -> FetchFailed:
    remedy = "The site is in trouble: try again later" if status >= 500 else ""
    failure = FetchFailed(
        f"the site answers with status {status}", remedy=_REMEDIES.get(status, remedy)
    )
    failure.status = status
    return failure


class _Robots:
    """Asks each site's ``robots.txt`` once, over the same guarded connections."""

    def __init__(self, wire: Wire, policy: FetchPolicy) -> None:
        self._wire = wire
        self._policy = policy
        self._rules: dict[str, tuple[Rule, ...]] = {}

    def __call__(self, where: Location) -> None:
        if not self._policy.robots:
            return
        if where.origin not in self._rules:
            self._rules[where.origin] = self._read(where)
        if not allows(self._rules[where.origin], where.target):
            raise RobotsForbid(f"robots.txt of {where.origin} asks programs not to fetch this page")

    def _read(self, where: Location) -> tuple[Rule, ...]:
        """RFC 9309, 2.3.1: where there is none all is allowed, where the site fails nothing is."""
        place = Location(where.scheme, where.host, where.port, "/robots.txt")
        status = 0
        try:
            with _follow(self._wire, place, self._policy, lambda _: None) as arrival:
                status = arrival.answer.status
                if status in _WHOLE:
                    text = read_start(arrival.answer, MAX_BYTES).decode("utf-8", "replace")
                    return read_rules(text, PRODUCT)
        except FetchError as failed:
            if status or failed.message.startswith(_LED):  # else it is the site, not this file
                _prefix(failed, f"robots.txt of {where.origin}")
            raise
        if status >= 500:
            raise RobotsForbid(f"robots.txt of {where.origin} cannot be read (status {status})")
        return ()
