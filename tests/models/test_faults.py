"""What failures of a provider mean for the requests of other documents."""

from __future__ import annotations

import pytest

from summarizer.models.faults import embedded
from summarizer.models.transport import Transient


@pytest.mark.parametrize(
    ("status", "code", "retry_after", "overload"),
    [
        (429, "rate_limit_exceeded", "", True),
        (429, None, "", True),
        (529, "overloaded_error", "", True),
        (503, "slow_down", "", True),
        (500, "overloaded_error", "", True),
        (503, None, "7", True),
        (503, None, "", False),
        (503, None, "soon", False),
        (500, "server_error", "7", False),
        (502, None, "", False),
        (504, None, "", False),
        (408, None, "", False),
    ],
)
def test_only_overload_is_a_reason_to_send_less_at_once(
    status: int, code: str | None, retry_after: str, overload: bool
) -> None:
    headers = {"retry-after": retry_after} if retry_after else {}

    failure = embedded({"code": status, "type": code}, set(), headers)

    assert isinstance(failure, Transient)
    assert failure.overload is overload
