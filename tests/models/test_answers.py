"""Guards on raw answers, by themselves: what passes unchanged and what is refused."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.models.answers import (
    MAX_ANSWER_CHARS,
    MAX_DEPTH,
    Unusable,
    check_answer,
    read_envelope,
    unfenced,
)

PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc")))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | PRINTABLE,
    lambda inner: st.lists(inner) | st.dictionaries(PRINTABLE, inner),
    max_leaves=20,
)


@given(JSON)
def test_plain_json_passes(value: object) -> None:
    check_answer(json.dumps(value))
    check_answer(json.dumps(value, ensure_ascii=False, indent=2))


@pytest.mark.parametrize("blank", ["\n", "\t", "\r\n", "\u2028", "\u200e"])
def test_white_space_and_marks_of_direction_pass(blank: str) -> None:
    check_answer(json.dumps({"a": f"x{blank}y"}))


@pytest.mark.parametrize(
    "code", [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xD800, 0xDFFF]
)
def test_control_character_is_refused_in_values_and_keys(code: int) -> None:
    for value in ({"a": chr(code)}, {chr(code): 1}, ["x", [chr(code)]]):
        with pytest.raises(Unusable, match="control"):
            check_answer(json.dumps(value))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1, "a": 1}', "twice"),
        ('{"x": {"a": 1, "\\u0061": 2}}', "twice"),
        ("[NaN]", "finite"),
        ("[-Infinity]", "finite"),
        ("[1e999]", "finite"),
        ("[" + "1" * 65 + "]", "digits"),
        ("[0." + "1" * 65 + "]", "digits"),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "deep"),
        ("[" * 100_000, "JSON"),
        ('"' + "x" * MAX_ANSWER_CHARS + '"', "long"),
        ("", "empty"),
        ("nope", "JSON"),
        ("{} {}", "JSON"),
    ],
    ids=lambda value: value[:20],
)
def test_ambiguous_or_absurd_json_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        check_answer(text)


@given(st.text())
def test_refusal_quotes_nothing_of_the_answer(text: str) -> None:
    with pytest.raises(Unusable) as refused:
        check_answer(f'CANARY{text}"')
    assert "CANARY" not in str(refused.value)


@given(st.binary())
def test_envelope_is_an_object_or_refused(raw: bytes) -> None:
    with suppress(Unusable):
        assert isinstance(read_envelope(raw), dict)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("```json\n{}\n```", "{}"),
        ("  ```\n{}\n```  ", "{}"),
        ("{}", "{}"),
        ("```{}```", "```{}```"),
        ("``` {}", "``` {}"),
    ],
)
def test_fence_around_the_whole_answer_is_taken_off(text: str, inside: str) -> None:
    assert unfenced(text) == inside
