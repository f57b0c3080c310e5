"""The marks by which a sentence is known to hold no wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.gaps.idioms import _PATTERNS, _TABLES, MARKS


@pytest.mark.parametrize("wording", [wording for _, wording in _TABLES["en"]])
@given(data=st.data())
def test_each_english_wording_has_one_of_the_marks(wording: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(_PATTERNS[wording], alphabet=st.characters(max_codepoint=127)))

    assert any(mark in text.lower() for mark in MARKS)
