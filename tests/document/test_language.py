"""Which language a text is in."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.document.language import guess_language

TEXTS = {
    "en": "The council said on Friday that it would not sell the ferry line to a rival.",
    "de": "Der Rat hat am Freitag beschlossen, die Fähre nicht zu verkaufen, und das mit Mehrheit.",
    "es": "El consejo decidió el viernes que no va a vender la línea de los barcos a un rival.",
    "fr": "Le conseil a décidé vendredi de ne pas vendre la ligne des bateaux à un rival.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_that_of_most_function_words(language: str) -> None:
    assert guess_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "12.500", "Berlin", "Żółw idzie do sklepu po mleko"])
def test_a_text_that_fits_no_table_is_read_as_english(text: str) -> None:
    assert guess_language(text) == "en"


def test_foreign_names_do_not_make_an_english_text_foreign() -> None:
    text = "The head of Banco de la Nación and Der Spiegel de Los Angeles met in La Paz on Friday."
    assert guess_language(text) == "en"


def test_a_language_that_is_given_is_not_guessed() -> None:
    assert Document.from_text(TEXTS["de"], language="fr").language == "fr"


def test_a_german_number_is_read_as_a_german_one() -> None:
    from summarizer.facts.analysis import analyse

    text = TEXTS["de"] + " Die Brücke kostet 4,75 Millionen Euro."
    assert [f.low for f in analyse(Document.from_text(text)).figures] == [4_750_000]
