"""Quotation spans: marks, paragraphs, and what is speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.attribution.quotations import read_quotations


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "it is late" twice.', ["it is late"]),
        ("He said “it is late” twice.", ["it is late"]),
        ("He said 'it is late' twice.", ["it is late"]),
        ("He said `` it is late '' twice .", ["it is late"]),
        ("The workers' hall and the dogs' bowl", []),
        ("It's a dog's life, isn't it", []),
        ("'The workers' hall is shut,' he said.", ["The workers' hall is shut,"]),
        ("the 'first accounts' such as 'this one'", ["first accounts", "this one"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ('A 6" pipe broke.', []),
    ],
)
def test_what_stands_between_marks(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in read_quotations(text)] == inner


def test_an_open_mark_at_the_start_of_a_paragraph_runs_to_its_end() -> None:
    text = '"We were at home that night.\n"Nobody came."'
    first, second = read_quotations(text)
    assert (first.closed, second.closed) == (False, True)
    assert text[first.inner_start : first.inner_end] == "We were at home that night."


def test_speech_joined_into_one_paragraph_ends_before_the_next_opening_mark() -> None:
    text = "‘The first part is long. ‘The second part ends.’"
    assert [text[q.inner_start : q.inner_end] for q in read_quotations(text)] == [
        "The first part is long.",
        "The second part ends.",
    ]


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ('"Yes," he said.', True),
        ('the "buffer zone" there', False),
        ('a plan "to feed the whole town in a day" and', True),
    ],
)
def test_speech_is_told_from_emphasis(text: str, speech: bool) -> None:
    assert [q.speech for q in read_quotations(text)] == [speech]


@given(st.text(alphabet="ab s.,\n\"'“”‘’`«»", max_size=120))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for q in read_quotations(text):
        assert end <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
        end = q.end
