"""Which script a text is written in."""

from __future__ import annotations

import pytest

from summarizer.facts.words import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Олена Коваль", "CYRILLIC"),
        ("Émilie Roux", "LATIN"),
        ("Ana Ruiz / Ана", "LATIN"),
        ("東京", "CJK"),
        ("12 % — 3!", ""),
        ("", ""),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_a_few_names_do_not_change_the_script_of_a_long_text() -> None:
    assert script_of("Олена Коваль. " + "The harbour was closed again. " * 2000) == "LATIN"
