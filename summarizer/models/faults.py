"""What each failure of a provider means: try again, stop the document, or stop the run.

Messages name the status and the provider's error code, never its text: that may quote the key or
the article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
            return _status(error.status_code, body, error.response.headers, unsupported)
        case Unusable():
            return Transient(
                AnswerInvalid(f"The provider's answer cannot be read: {error.reason}"),
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
    status = code if isinstance(code, int) and 400 <= code < 600 else 500
    return _status(status, error, headers, unsupported)


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


def _status(
    status: int, body: Mapping[str, Any], headers: Mapping[str, str], unsupported: set[str]
) -> Exception:
    codes = {value for key in ("code", "type") if (value := _identifier(body.get(key)))}
    said = f"{status} {min(codes)}" if codes else str(status)
    if status in (401, 402, 403) or codes & _OUT_OF_MONEY:
        return ProviderRejected(f"The provider refused the key or the account ({said})")
    if status in _AGAIN:
        busy = ProviderBusy(f"The provider was overloaded or failing ({said})")
        return Transient(busy, retry_after=retry_after(headers))
    if codes & _TOO_LONG or status == 413:
        return SourceTooLong("The article does not fit the model's context")
    if codes & _FILTERED:
        return AnswerRefused("The provider's filter declined the article")
    if 300 <= status < 400:
        return RequestInvalid(
            f"The server redirects elsewhere ({status}), which is not followed",
            remedy="Set OPENAI_BASE_URL to the final address",
        )
    field = "" if codes & _WRONG_VALUE else _identifier(body.get("param"))
    return _wrong_request(status, said, field, unsupported)


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
