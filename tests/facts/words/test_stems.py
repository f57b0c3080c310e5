"""Stems: forms of one word meet, other words stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.words import kindred, stem

ONE_WORD = [
    ("rise", "rose", "risen", "rising", "rises"),
    ("release", "released", "releasing", "releases"),
    ("stop", "stopped", "stopping", "stops"),
    ("agency", "agencies", "agency's", "agency’s"),
    ("carry", "carried", "carries", "carrying"),
    ("box", "boxes"),
    ("die", "died", "dying"),
    ("child", "children"),
    ("organise", "organized", "organising"),
    ("colour", "color", "colours"),
]
FAMILY = [("announce", "announcement"), ("Iran", "Iranian"), ("reduce", "reduction")]
STRANGERS = [
    ("contract", "contrast"),
    ("commit", "community"),
    ("2019", "20190"),
    ("car", "carpet"),
]


@pytest.mark.parametrize("forms", ONE_WORD, ids=[forms[0] for forms in ONE_WORD])
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["business", "crisis", "police", "bus", "his"])
def test_an_s_that_is_no_ending_stays(word: str) -> None:
    assert stem(word) != word[:-1] or not word.endswith("s")


@pytest.mark.parametrize(("left", "right"), FAMILY)
def test_derived_words_are_of_one_family(left: str, right: str) -> None:
    assert stem(left) != stem(right)
    assert kindred(stem(left), stem(right))


@pytest.mark.parametrize(("left", "right"), STRANGERS)
def test_words_that_only_begin_alike_are_not(left: str, right: str) -> None:
    assert not kindred(stem(left), stem(right))


@given(st.text(max_size=20), st.text(max_size=20))
def test_kinship_goes_both_ways(left: str, right: str) -> None:
    assert kindred(left, right) == kindred(right, left)
