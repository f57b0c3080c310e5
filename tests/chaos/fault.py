"""What a row of the tables of faults is."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    AnswerTruncated,
    DeadlineExceeded,
    ProviderBusy,
    ProviderRejected,
    RequestInvalid,
    SourceTooLong,
    SummarizerError,
)

from .server import Behaviour

MOST_REQUESTS = 8


@dataclass(frozen=True)
class Fault:
    """A behaviour, and what has to come of it when a server never behaves otherwise.

    ``error`` is None where a sound summary has to come all the same. ``requests`` is how many are
    sent for one question: what a lasting fault costs. ``mended``: one good answer after it is
    enough. ``seconds``: the time given, where the fault uses up all of it.
    """

    behave: Behaviour
    error: type[SummarizerError] | None
    requests: int
    mended: bool = False
    seconds: float = 600.0


def harmless(behave: Behaviour) -> Fault:
    """Odd, and right all the same."""
    return Fault(behave, None, 1)


def passing(behave: Behaviour, requests: int = MOST_REQUESTS) -> Fault:
    """Worth another try, until the requests of the document are spent."""
    return Fault(behave, ProviderBusy, requests, mended=requests > 1)


def unreadable(behave: Behaviour) -> Fault:
    """No chat completion: sent again twice, as a proxy may have been in the way."""
    return Fault(behave, AnswerInvalid, 3, mended=True)


def misshapen(behave: Behaviour) -> Fault:
    """Paid for, and not what was asked: asked again twice."""
    return Fault(behave, AnswerInvalid, 3, mended=True)


def refused_body(behave: Behaviour) -> Fault:
    """Not read to its end, and not asked for again."""
    return Fault(behave, AnswerInvalid, 1)


def stops_the_run(behave: Behaviour) -> Fault:
    """No key, no quota: nothing further may be sent."""
    return Fault(behave, ProviderRejected, 1)


def wrong_request(behave: Behaviour) -> Fault:
    """The same request cannot succeed."""
    return Fault(behave, RequestInvalid, 1)


def too_long(behave: Behaviour) -> Fault:
    """The article does not fit."""
    return Fault(behave, SourceTooLong, 1)


def declined(behave: Behaviour) -> Fault:
    """A refusal or a filter: exactly one paid call."""
    return Fault(behave, AnswerRefused, 1)


def cut_off(behave: Behaviour) -> Fault:
    """The limit was too low: one larger try."""
    return Fault(behave, AnswerTruncated, 2, mended=True)


def endless(behave: Behaviour) -> Fault:
    """It lasts until the document's time is up."""
    return Fault(behave, DeadlineExceeded, 1, seconds=0.05)
