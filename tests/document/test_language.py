"""Which language a text is in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer import summarize
from summarizer.document import Document
from summarizer.document.language import guess_language, unread_note
from summarizer.facts.figures import read_figures

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


SCRIPTS = {
    "ru": "Паром затонул во вторник, сообщили власти. Причина пока неизвестна.",
    "uk": "Пором затонув у вівторок, повідомила влада. Причина поки невідома, її з'ясовують.",
    "ar": "غرقت العبارة يوم الثلاثاء، حسبما ذكرت السلطات.",
    "ja": "フェリーは火曜日に沈没したと当局が発表した。",
    "zh": "渡轮周二沉没，约四十人失踪。",
    "ko": "여객선이 화요일에 침몰했다고 당국이 밝혔다.",
    "el": "Το πλοίο βυθίστηκε την Τρίτη, ανακοίνωσαν οι αρχές.",
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_another_script_names_the_language_that_is_mostly_written_in_it(language: str) -> None:
    assert guess_language(SCRIPTS[language]) == language


def test_a_few_words_of_another_script_do_not_change_the_language() -> None:
    assert guess_language(f"{TEXTS['en']} The Паром line is called ΑΒΓ in Athens.") == "en"


def test_foreign_names_do_not_make_an_english_text_foreign() -> None:
    text = "The head of Banco de la Nación and Der Spiegel de Los Angeles met in La Paz on Friday."
    assert guess_language(text) == "en"


def test_a_language_that_is_given_is_not_guessed() -> None:
    assert Document.from_text(TEXTS["de"], language="fr").language == "fr"


def test_a_german_number_is_read_as_a_german_one() -> None:
    from summarizer.facts.analysis import analyse

    text = TEXTS["de"] + " Die Brücke kostet 4,75 Millionen Euro."
    assert [f.low for f in analyse(Document.from_text(text)).figures] == [4_750_000]


@pytest.mark.parametrize(
    ("language", "figures"),
    [
        ("it", ["4.2", "10000"]),
        ("ru", ["4.2", "10000"]),
        ("pt-BR", ["4.2", "10000"]),
        ("ja", ["4", "2", "10"]),
    ],
)
def test_numbers_of_other_languages_have_their_own_decimal_mark(
    language: str, figures: list[str]
) -> None:
    found = read_figures("x 4,2 y; z 10.000 w", language)

    assert [figure.low for figure in found] == [Decimal(figure) for figure in figures]


@pytest.mark.parametrize("language", ["en", "de-AT", "es", "fr_CA"])
def test_nothing_is_told_of_a_language_that_is_read(language: str) -> None:
    assert unread_note(language) == ()


def test_a_language_that_is_not_read_is_told() -> None:
    (note,) = summarize(
        Document.from_text("警方表示,约有三千人参加了游行。"), model="extractive"
    ).coverage.notes

    assert note == ("The language (zh) is none of English, German, Spanish and French: expect gaps")
