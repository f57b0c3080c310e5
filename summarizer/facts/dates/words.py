"""The words that dates are made of, a table a language. Nothing here reads a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DateWords:
    """A language's months and weekdays (numbered from 1 and from Monday 0), and relative days.

    ``short_months`` may take a full stop. ``after_day`` and ``before_year`` are patterns of what
    stands between the parts of a date, ``leads`` are the words that may stand before a month alone.
    ``capital`` tells that months are written with a capital.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, int]
    after_day: str
    before_year: str
    leads: frozenset[str]
    capital: bool
    short_months: dict[str, int]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(names: str, first: int) -> dict[str, int]:
    return {name: number for number, name in enumerate(names.split(), first)}


ENGLISH = DateWords(
    months=_numbered(
        "january february march april may june july august september october november december", 1
    ),
    weekdays=_numbered("monday tuesday wednesday thursday friday saturday sunday", 0),
    relative={
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "overnight": 0,
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
    },
    after_day=r"(?:st|nd|rd|th)?(?:\s(?:of\s)?|-)",
    before_year=r"(?:,|\sof)?",
    leads=_words("in since by until from during late early mid of before after"),
    capital=True,
    short_months=_numbered("jan feb mar apr", 1)
    | _numbered("jun jul aug sep oct nov dec", 6)
    | {"sept": 9},
)

GERMAN = DateWords(
    months=_numbered(
        "januar februar märz april mai juni juli august september oktober november dezember", 1
    ),
    weekdays=_numbered("montag dienstag mittwoch donnerstag freitag samstag sonntag", 0),
    relative={"heute": 0, "gestern": -1, "vorgestern": -2},
    after_day=r"\.\s?",
    before_year="",
    leads=_words("im seit ab bis anfang ende mitte"),
    capital=True,
    short_months={},
)

FRENCH = DateWords(
    months=_numbered(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1
    ),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    relative={"aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1},
    after_day=r"(?:er)?\s",
    before_year="",
    leads=_words("en dès depuis de fin début mi"),
    capital=False,
    short_months={},
)

SPANISH = DateWords(
    months=_numbered(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        1,
    ),
    weekdays=_numbered("lunes martes miércoles jueves viernes sábado domingo", 0),
    relative={"hoy": 0, "ayer": -1, "anteayer": -2},
    after_day=r"\s(?:de\s)?",
    before_year=r"(?:\sdel?)?",
    leads=_words("en desde de hasta"),
    capital=False,
    short_months={},
)

DATE_WORDS = {"de": GERMAN, "en": ENGLISH, "es": SPANISH, "fr": FRENCH}
"""The tables by ISO 639-1 code."""

COUNTS = {
    word: number
    for number, words in enumerate(
        ["a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
    for word in words.split()
}
"""English number words of "two weeks ago"."""

STEPS = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
"""English words of "last week", as steps from the present one."""
