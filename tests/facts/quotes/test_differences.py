"""What differs between two wordings, by kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.facts.quotes.differences import KINDS, compare_wordings

CASES = [
    ("digit", "rose 5.4 percent", "rose 5.5 percent", [("number", "5.4", "5.5")]),
    ("digit against word", "killed 3 men", "killed three men", [("number", "3", "three")]),
    ("scale", "5 million votes", "5 billion votes", [("number", "million", "billion")]),
    ("sign", "it fell 5 points", "it fell -5 points", [("number", "5", "-5")]),
    ("separator", "about 10000 men", "about 10,000 men", [("number", "10000", "10,000")]),
    ("currency", "cost €900", "cost $900", [("unit", "€", "$")]),
    ("measure", "ran 5 miles", "ran 5 kilometres", [("unit", "miles", "kilometres")]),
    ("not dropped", "we will raise it", "we will not raise it", [("negation", "", "not")]),
    ("not added", "we will not raise it", "we will raise it", [("negation", "not", "")]),
    ("modal", "it may rain", "it will rain", [("modality", "may", "will")]),
    ("hedge dropped", "he fled", "he reportedly fled", [("modality", "", "reportedly")]),
    ("name", "said Anna Brook", "said Anna Stone", [("name", "Brook", "Stone")]),
    ("word", "a large crowd", "a small crowd", [("wording", "large", "small")]),
    ("comma", "eat, grandma", "eat grandma", [("wording", ",", "")]),
    ("question", "is it so?", "is it so.", [("wording", "?", ".")]),
    (
        "two kinds at one place",
        "he will get 5 euros",
        "he never got 6 euros",
        [("negation", "", "never"), ("modality", "will", ""), ("wording", "get", "got")],
    ),
]


@pytest.mark.parametrize(
    ("quote", "source", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_each_difference_has_its_kind(
    quote: str, source: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [(d.kind, d.quote_text, d.source_text) for d in compare_wordings(quote, source)]
    assert [difference for difference in expected if difference not in found] == []


def test_the_same_words_differ_in_nothing_whatever_the_typography() -> None:
    assert compare_wordings("“It’s 5 %” — he said…", '"It\'s 5%" -- He said ...') == ()


def test_a_contraction_is_no_change_of_negation() -> None:
    kinds = {d.kind for d in compare_wordings("they do not know", "they don't know")}
    assert kinds == {"wording"}


TOKENS = ["The", "not", "may", "5", "5.5", "%", "$", "men", "Anna", "fled,", "of", "…", "“so”"]
WORDS = st.lists(st.sampled_from([*TOKENS, "never", "10,000", "€", "will"]), max_size=12).map(
    " ".join
)


@settings(deadline=None)
@given(WORDS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare_wordings(text, text) == ()


@settings(deadline=None)
@given(WORDS, WORDS)
def test_every_difference_stands_where_it_says(quote: str, source: str) -> None:
    for difference in compare_wordings(quote, source):
        assert difference.kind in KINDS
        assert source[difference.start : difference.end] == difference.source_text
        assert difference.quote_text in quote
        assert difference.quote_text or difference.source_text
