"""What each failure of a provider means: try again, stop the document, or stop the run.

Messages name the status and the provider's error code, never its text: that may quote the key or
the article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
import openai

from summarizer.errors import (
    AnswerInvalid,
    AnswerRefused,
    ModelError,
    ModelUnavailable,
    ProviderBusy,
    ProviderRejected,
    RequestInvalid,
    SourceTooLong,
    SummarizerError,
)
from summarizer.models.answers import Unusable
from summarizer.models.transport import Transient, retry_after

# Letters only: what is shown of a provider's text can then be no key and no address.
_CODE = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+){0,7}")
_LONGEST_CODE = 64
_OUT_OF_MONEY = frozenset(
    {"insufficient_quota", "billing_not_active", "billing_hard_limit_reached", "access_terminated"}
)
_TOO_LONG = frozenset({"context_length_exceeded", "exceed_context_size_error"})
_FILTERED = frozenset({"content_filter", "content_policy_violation"})
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
_TOO_MANY, _UNAVAILABLE = 429, 503
_OVERLOADED = frozenset({_TOO_MANY, 529})
_OVERLOAD_CODES = frozenset(
    {"overloaded", "overloaded_error", "engine_overloaded", "server_overloaded", "slow_down"}
    | {"rate_limit_exceeded", "rate_limit_error", "rate_limited", "too_many_requests"}
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OPTIONAL = frozenset(
    {"temperature", "seed", "max_tokens", "max_completion_tokens", "stream_options"}
)
# A value that is wrong is no field that is unknown: leaving the field out would not mend it.
_WRONG_VALUE = frozenset(
    {"invalid_value", "integer_above_max_value", "integer_below_min_value"}
    | {"decimal_above_max_value", "decimal_below_min_value", "invalid_type"}
)
_UNREACHED_PATIENCE = 4
_UNREADABLE_PATIENCE = 3


_NEVER_SENT = (httpx2.LocalProtocolError, httpx2.UnsupportedProtocol, httpx2.InvalidURL)


class BodyRefused(Exception):
    """The guard on the HTTP body stopped reading; the message says why."""


def meaning(
    error: BaseException, unsupported: set[str], headers: Mapping[str, str] | None = None
) -> Exception:
    """The typed error, or a Transient, for what the client raised.

    ``unsupported`` collects optional fields that the server refuses, so that the next attempt goes
    without them. ``headers`` are those of an answer that was begun.
    """
    match error:
        case SummarizerError() | Transient():
            return error
        case openai.APIStatusError():
            body = error.body if isinstance(error.body, dict) else {}
            status = error.status_code
            return _meaning_of(_Failure(status, body, error.response.headers, status), unsupported)
        case Unusable():
            return Transient(
                AnswerInvalid(
                    f"The provider's answer cannot be read: {error.reason}",
                    remedy="Check OPENAI_BASE_URL: a proxy or another service may be in between",
                ),
                retry_after=retry_after(headers or {}),
                patience=_UNREADABLE_PATIENCE,
            )
        case openai.APIConnectionError() | httpx2.HTTPError() | httpx2.InvalidURL() | OSError():
            return _connection(error)
        case BodyRefused():
            return AnswerInvalid(f"The provider's answer was refused: {error}")
        case _:
            return ModelError(f"The client failed unexpectedly ({type(error).__name__})")


def embedded(
    error: Mapping[str, Any], unsupported: set[str], headers: Mapping[str, str]
) -> Exception:
    """The meaning of an error object that came with status 200 or inside a stream."""
    code = error.get("code")
    told = code if isinstance(code, int) and 400 <= code < 600 else 0
    return _meaning_of(_Failure(told or 500, error, headers, told), unsupported)


def _connection(error: BaseException) -> Exception:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, BodyRefused):
            return AnswerInvalid(f"The provider's answer was refused: {cause}")
        if isinstance(cause, _NEVER_SENT):
            return RequestInvalid(
                "The request cannot be sent",
                remedy="Check OPENAI_BASE_URL, and OPENAI_API_KEY for stray characters",
            )
        if isinstance(cause, httpx2.ConnectError):
            return Transient(
                ModelUnavailable(
                    "The provider cannot be reached",
                    remedy="Check the network, and the address in OPENAI_BASE_URL",
                ),
                patience=_UNREACHED_PATIENCE,
            )
        cause = cause.__cause__
    return Transient(ProviderBusy("The connection to the provider broke off"))


@dataclass(frozen=True, slots=True)
class _Failure:
    """An error that a provider told of.

    ``shown`` is the status as a reader is told of it: 0 where the provider gave none.
    """

    status: int
    body: Mapping[str, Any]
    headers: Mapping[str, str]
    shown: int

    @property
    def codes(self) -> list[str]:
        """Its names, the particular one before the general one."""
        named = (_identifier(self.body.get(key)) for key in ("code", "type"))
        return [name for name in named if name]

    @property
    def said(self) -> str:
        """Status and name, for a message."""
        words = [str(self.shown)] * bool(self.shown) + self.codes[:1]
        return " ".join(words) or "an error in place of an answer"


def _meaning_of(failure: _Failure, unsupported: set[str]) -> Exception:
    status, codes = failure.status, set(failure.codes)
    if status in (401, 402, 403) or codes & _OUT_OF_MONEY:
        return ProviderRejected(f"The provider refused the key or the account ({failure.said})")
    if status in _AGAIN:
        busy = ProviderBusy(f"The provider was overloaded or failing ({failure.said})")
        asked = retry_after(failure.headers)
        return Transient(busy, retry_after=asked, overload=_is_overload(status, codes, asked))
    if codes & _TOO_LONG or status == 413:
        return SourceTooLong("The article does not fit the model's context")
    if codes & _FILTERED:
        return AnswerRefused("The provider's filter declined the article")
    if status in _REDIRECTS:
        return RequestInvalid(
            f"The server redirects elsewhere ({status}), which is not followed",
            remedy="Set OPENAI_BASE_URL to the final address",
        )
    field = "" if codes & _WRONG_VALUE else _identifier(failure.body.get("param"))
    return _wrong_request(status, failure.said, field, unsupported)


def _is_overload(status: int, codes: set[str], asked: float | None) -> bool:
    """Whether fewer requests at once would help: the provider says it gets too many.

    That is what 429 (RFC 6585) and 529 (Anthropic's "overloaded") mean, and codes of those names
    with any status, as OpenAI sends 503 "slow down". A 503 of nobody in particular means overload
    or maintenance (RFC 9110, section 15.6.4); one that says when to come back is taken for the
    first. Other 5xx and connections that break happen at any load: sending less mends none of
    them, and after an outage the window would have to grow again from one.
    """
    if status in _OVERLOADED or codes & _OVERLOAD_CODES:
        return True
    return status == _UNAVAILABLE and bool(asked)


def _wrong_request(status: int, said: str, field: str, unsupported: set[str]) -> Exception:
    invalid = RequestInvalid(f"The provider says that the request is wrong ({said})")
    if status in (400, 422) and field in _OPTIONAL and field not in unsupported:
        unsupported.add(field)
        return Transient(invalid)
    return invalid


def _identifier(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_CODE or not _CODE.fullmatch(value):
        return ""
    return value
