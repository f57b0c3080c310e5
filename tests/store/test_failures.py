"""An error as a row is the same error again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import errors
from summarizer.errors import SummarizerError
from summarizer.store import error_from_record, error_record

CLASSES = [
    item
    for item in vars(errors).values()
    if isinstance(item, type) and issubclass(item, SummarizerError)
]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_error_comes_back_from_its_record(cls: type[SummarizerError]) -> None:
    error = cls("it broke", document="a.txt", remedy="Mend it")

    again = error_from_record(json.loads(json.dumps(error_record(error))))

    assert type(again) is cls
    assert str(again) == str(error)
    assert again.exit_code == error.exit_code


def test_what_an_error_carries_besides_is_not_written_down() -> None:
    error = errors.AnswerInvalid("it broke")
    error.answer = "words of an article"  # type: ignore[attr-defined]

    assert set(error_record(error)) == {"type", "message", "document", "remedy", "exit_code"}


@pytest.mark.parametrize("name", ["NotYetInvented", "Any", "annotations", ""])
def test_an_error_of_another_version_keeps_its_words_and_its_exit_code(name: str) -> None:
    record = {**error_record(errors.AnswerInvalid("it broke")), "type": name}

    again = error_from_record(record)

    assert type(again) is SummarizerError
    assert (again.message, again.exit_code) == ("it broke", 4)


@pytest.mark.parametrize("record", [{}, {"exit_code": "4", "message": None}])
def test_a_record_with_parts_missing_is_an_error_all_the_same(record: dict[str, Any]) -> None:
    assert error_from_record(record).exit_code == 1
