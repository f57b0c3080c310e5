from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.passages import cut

TEXTS = st.text(max_size=40)
SPANS = st.lists(st.tuples(st.integers(-5, 45), st.integers(-5, 45)), max_size=8)


@given(TEXTS, SPANS)
def test_the_pieces_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    assert "".join(cut(text, spans).pieces) == text


@given(TEXTS, SPANS)
def test_the_pieces_of_a_span_are_its_characters(text: str, spans: list[tuple[int, int]]) -> None:
    passages = cut(text, spans)
    for start, end in spans:
        ranges = passages.ranges([(start, end)], len(text))
        words = "".join(
            "".join(passages.pieces[slice(*map(int, part.split("-")))]) for part in ranges.split()
        )
        assert words == (text[max(start, 0) : end] if end > max(start, 0) else "")


@pytest.mark.parametrize(
    ("spans", "ranges"),
    [
        ([(0, 3)], "0-1"),
        ([(0, 3), (5, 7)], "0-1 2-3"),
        ([(0, 3), (0, 3)], "0-1"),
        ([(5, 5)], ""),
        ([], ""),
    ],
    ids=["one", "two", "twice", "empty", "none"],
)
def test_ranges_count_pieces(spans: list[tuple[int, int]], ranges: str) -> None:
    assert cut("0123456789", [(0, 3), (5, 7)]).ranges(spans, 10) == ranges
