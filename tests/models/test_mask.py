"""A key is taken out of a server's words, and no word of an article is taken for one."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.models.mask import HIDDEN, Mask

KEY = "sk-4f1d8a77c0b2e95d"


@pytest.mark.parametrize("key", ["", "none", "EMPTY", "not-needed", "anything", "sk-x", "a1"])
def test_a_word_that_is_no_secret_stays(key: str) -> None:
    text = f'{{"claim": "There is {key} here."}}'

    assert Mask(key).text(text) == Mask(key).answer(text) == Mask(key).beginning(text) == text


@pytest.mark.parametrize("key", ["token-a1", "p4ssword", "a-key-of-twenty-letters"])
def test_a_short_one_with_a_digit_and_any_long_one_is_a_secret(key: str) -> None:
    assert Mask(key).text(f"<{key}>") == f"<{HIDDEN}>"


@given(st.text(), st.text())
def test_the_key_is_in_no_text_that_was_masked(before: str, after: str) -> None:
    assert KEY not in Mask(KEY).text(f"{before}{KEY}{after}")


@given(st.text(), st.text())
def test_a_text_without_the_key_is_left_alone(before: str, after: str) -> None:
    mask = Mask("9" * 30)

    assert mask.text(before + after) == before + after


@given(st.text("ab4"), st.text("ab4"))
@example("ab4ab4a", "")
def test_no_beginning_of_an_answer_shows_more_than_the_first_letters(
    before: str, after: str
) -> None:
    key = "ab4ab4abb4aa"
    whole = f"{before}{key}{after}"
    for end in range(len(whole)):
        shown = Mask(key).beginning(whole[:end])
        assert key[:7] not in shown[-7:]
        assert key not in shown


@pytest.mark.parametrize("escaped", range(0, len(KEY), 5))
def test_letters_spelled_as_escapes_are_letters(escaped: int) -> None:
    spelled = "".join(
        f"\\u{ord(letter):04x}" if place >= escaped else letter for place, letter in enumerate(KEY)
    )
    answer = f'{{"claim": "It is {spelled}.", "n": [1, 2.5, null]}}'
    assert KEY not in answer

    masked = json.loads(Mask(KEY).answer(answer))

    assert masked == {"claim": f"It is {HIDDEN}.", "n": [1, 2.5, None]}


def test_other_escapes_stay_as_they_are() -> None:
    answer = '{"claim": "caf\\u00e9"}'

    assert Mask(KEY).answer(answer) is answer
