"""What a text must have in it for a stretch without quantities to be looked for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.figures.context import _NO_QUANTITIES


@pytest.mark.parametrize(("pattern", "marks"), _NO_QUANTITIES)
@given(data=st.data())
def test_each_stretch_has_one_of_the_marks(
    pattern: re.Pattern[str], marks: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern))

    assert any(mark in text for mark in marks)
