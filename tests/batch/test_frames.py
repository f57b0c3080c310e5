"""Messages between processes: whole, in order, or not at all."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.batch.frames import read_frame, write_frame


@given(st.lists(st.binary(max_size=3000), max_size=5))
def test_messages_arrive_as_they_were_sent(messages: list[bytes]) -> None:
    stream = io.BytesIO()
    for message in messages:
        write_frame(stream, message)
    stream.seek(0)
    assert [read_frame(stream) for _ in messages] == messages


@given(st.binary(min_size=1, max_size=50), st.data())
def test_a_message_that_breaks_off_is_none(message: bytes, data: st.DataObject) -> None:
    stream = io.BytesIO()
    write_frame(stream, message)
    whole = stream.getvalue()
    part = whole[: data.draw(st.integers(0, len(whole) - 1))]
    with pytest.raises(EOFError):
        read_frame(io.BytesIO(part))
