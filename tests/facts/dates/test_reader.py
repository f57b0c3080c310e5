"""Where dates stand, and which day, month or year they mean."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.dates import read_dates

TUESDAY = datetime.date(2024, 11, 5)

ABSOLUTE = """
It opened on November 4, 2024. | November 4, 2024 | 2024-11-04 | day
It opened on 4 November 2024. | 4 November 2024 | 2024-11-04 | day
It opened on the 3rd of March 2021. | 3rd of March 2021 | 2021-03-03 | day
Sept. 11, 2001 was a Tuesday by the calendar | Sept. 11, 2001 | 2001-09-11 | day
Seen 2024-11-04 in a log | 2024-11-04 | 2024-11-04 | day
Due 25/12/2023 at noon | 25/12/2023 | 2023-12-25 | day
Due 03/04/2023 at noon | 03/04/2023 | | day
The fair of Nov. 4-6, 2023 sold out | Nov. 4-6, 2023 | 2023-11-04 | day
In December 2023 it closed | December 2023 | 2023-12 | month
The war that began in 2022 goes on | 2022 | 2022 | year
"""
RELATIVE = """
It spoke on Tuesday. | Tuesday | 2024-11-05 | day
It spoke on Monday. | Monday | 2024-11-04 | day
It spoke on Wednesday. | Wednesday | 2024-10-30 | day
It spoke last Tuesday. | last Tuesday | 2024-10-29 | day
It will speak next Friday. | next Friday | 2024-11-08 | day
It spoke yesterday. | yesterday | 2024-11-04 | day
It left last week. | last week | 2024-10-28 | day
It left last month. | last month | 2024-10 | month
It left last year. | last year | 2023 | year
It left two weeks ago. | two weeks ago | 2024-10-22 | day
It began in August. | August | 2024-08 | month
It began in December. | December | 2023-12 | month
It began on 4 Nov and stayed | 4 Nov | 2024-11-04 | day
It began on March 3. | March 3 | 2024-03-03 | day
It began on Dec. 24 with snow | Dec. 24 | 2023-12-24 | day
It returns by next March | next March | 2025-03 | month
"""


def row(case: str) -> list[str]:
    return [cell.strip() for cell in case.split("|")]


@pytest.mark.parametrize("case", (ABSOLUTE.strip() + RELATIVE.rstrip()).splitlines())
def test_a_date_is_found_and_resolved_from_the_articles_day(case: str) -> None:
    text, written, iso, precision = row(case)
    found = [d for d in read_dates(text, TUESDAY) if d.text == written]
    assert [(date.iso, date.precision) for date in found] == [(iso, precision)]


@pytest.mark.parametrize("case", RELATIVE.strip().splitlines())
def test_without_the_articles_day_a_relative_date_stays_unresolved(case: str) -> None:
    text, written, _, precision = row(case)
    found = [d for d in read_dates(text) if d.text == written]
    assert [(date.iso, date.precision) for date in found] == [("", precision)]


NONE = [
    "It may march on",
    "They may be right, May said so",
    "A decision on 1.5 million",
    "February 31, 2020 is no day",
    "The route is 2024.5 km long",
    "They sold 12,022 copies",
    "It costs $2020",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [date.text for date in read_dates(text, TUESDAY) if date.precision == "day"] == []
    assert "2020" not in [date.text for date in read_dates("It costs $2020", TUESDAY)]


LANGUAGES = [
    ("de", "am 4. November 2024", "4. November 2024", "2024-11-04"),
    ("de", "am Dienstag", "Dienstag", "2024-11-05"),
    ("fr", "le 1er mai 2023", "1er mai 2023", "2023-05-01"),
    ("fr", "en août", "août", "2024-08"),
    ("es", "el 4 de noviembre de 2024", "4 de noviembre de 2024", "2024-11-04"),
    ("es", "ayer", "ayer", "2024-11-04"),
]


@pytest.mark.parametrize(("language", "text", "written", "iso"), LANGUAGES)
def test_other_languages(language: str, text: str, written: str, iso: str) -> None:
    assert [(date.text, date.iso) for date in read_dates(text, TUESDAY, language)] == [
        (written, iso)
    ]


@given(st.dates(datetime.date(1600, 1, 1), datetime.date(2140, 1, 1)))
def test_a_full_date_needs_no_article_day(day: datetime.date) -> None:
    text = f"signed on {day.strftime('%B')} {day.day}, {day.year}."
    assert [date.iso for date in read_dates(text)] == [day.isoformat()]


WEEKDAYS = [datetime.date(2024, 1, day).strftime("%A") for day in range(1, 8)]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_latest_one_not_after_the_articles_day(
    today: datetime.date, name: str
) -> None:
    (date,) = read_dates(f"on {name} it rained", today)
    day = datetime.date.fromisoformat(date.iso)
    assert day.strftime("%A") == name
    assert 0 <= (today - day).days < 7


@given(st.text(max_size=80), st.dates())
def test_any_text_gives_ordered_verbatim_dates(text: str, today: datetime.date) -> None:
    end = 0
    for date in read_dates(text, today):
        assert end <= date.start < date.end
        assert text[date.start : date.end] == date.text
        end = date.end
