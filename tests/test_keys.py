"""The key of a result: whatever shapes a result is part of it, and nothing else is."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.document import Document, Origin
from summarizer.keys import ResultKey, canonical_json
from summarizer.revision import revision

FIELDS = [field.name for field in dataclasses.fields(ResultKey)]
ARTICLE = Document("The dam held.", "a.txt", "en", datetime.date(2026, 3, 1))
PARTS: dict[str, Any] = {
    "prompt": "5f2c",
    "schema": "77ab",
    "model": "openai/some-model",
    "parameters": {"temperature": 0.0, "seed": 7, "fallback": ["extractive"]},
}

TEXTS = st.text(max_size=20)
KEYS = st.builds(ResultKey, **dict.fromkeys(FIELDS, TEXTS))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    # Half a surrogate pair is a string in JSON, too.
    | st.text(st.characters(exclude_categories=()), max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("field", FIELDS)
@given(key=KEYS, value=TEXTS)
def test_any_field_changed_is_another_digest(field: str, key: ResultKey, value: str) -> None:
    assume(value != getattr(key, field))

    assert dataclasses.replace(key, **{field: value}).digest != key.digest


@given(first=KEYS, second=KEYS)
def test_two_keys_have_one_digest_only_if_they_are_equal(
    first: ResultKey, second: ResultKey
) -> None:
    assert (first.digest == second.digest) == (first == second)


@given(key=KEYS, data=st.data())
def test_a_character_that_moves_to_the_next_field_is_another_digest(
    key: ResultKey, data: st.DataObject
) -> None:
    one, two = data.draw(st.sampled_from(list(itertools.pairwise(FIELDS))))
    assume(getattr(key, one))
    left, right = getattr(key, one), getattr(key, two)

    moved = dataclasses.replace(key, **{one: left[:-1], two: left[-1] + right})

    assert moved.digest != key.digest


@pytest.mark.parametrize(
    "change",
    [
        {"text": "The dam held. "},
        {"language": "de"},
        {"date": datetime.date(2026, 3, 2)},
        {"date": None},
    ],
    ids=["text", "language", "date", "no-date"],
)
def test_another_article_is_another_key(change: dict[str, Any]) -> None:
    changed = dataclasses.replace(ARTICLE, **change)

    assert ResultKey.of(changed, **PARTS) != ResultKey.of(ARTICLE, **PARTS)


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "5f2d"},
        {"schema": "77ac"},
        {"model": "openai/another-model"},
        {"parameters": {**PARTS["parameters"], "temperature": 0.5}},
        {"parameters": {**PARTS["parameters"], "fallback": []}},
        {"parameters": {**PARTS["parameters"], "seed": None}},
        {"parameters": {}},
    ],
    ids=["prompt", "schema", "model", "temperature", "fallback", "seed", "none"],
)
def test_another_question_is_another_key(change: dict[str, Any]) -> None:
    assert ResultKey.of(ARTICLE, **{**PARTS, **change}) != ResultKey.of(ARTICLE, **PARTS)


def test_other_code_is_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = ResultKey.of(ARTICLE, **PARTS)
    assert before.pipeline == revision()

    monkeypatch.setattr("summarizer.keys.revision", lambda: "changed")

    assert ResultKey.of(ARTICLE, **PARTS).digest != before.digest


@pytest.mark.parametrize(
    "change",
    [{"name": "b.txt"}, {"origin": Origin(title="Dam holds", url="https://example.org/a")}],
    ids=["name", "origin"],
)
def test_what_shapes_no_result_is_no_part_of_its_key(change: dict[str, Any]) -> None:
    changed = dataclasses.replace(ARTICLE, **change)

    assert ResultKey.of(changed, **PARTS) == ResultKey.of(ARTICLE, **PARTS)


def test_the_order_of_parameters_does_not_matter() -> None:
    reversed_ = dict(reversed(PARTS["parameters"].items()))

    assert ResultKey.of(ARTICLE, **{**PARTS, "parameters": reversed_}) == ResultKey.of(
        ARTICLE, **PARTS
    )


def test_a_digest_is_the_same_in_every_process_and_release() -> None:
    key = ResultKey(*FIELDS)

    assert key.digest == "393de22f5de02d6594d0c15e2b7abe9666adb6412b21c20d5df4c276db3bc117"


@given(first=JSON, second=JSON)
def test_canonical_json_tells_values_apart(first: Any, second: Any) -> None:
    # 1, 1.0 and True are equal in Python and three things in JSON.
    assume(repr(first) != repr(second) and first != second)

    assert canonical_json(first) != canonical_json(second)


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), {1, 2}, b"bytes", object()],
    ids=["nan", "infinity", "set", "bytes", "object"],
)
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical_json({"value": value})
