"""Which quantities a text holds: value, unit, qualification, and what is no quantity at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.figures import CHANGES, KINDS, Figure, read_figures


def one(text: str, language: str = "en") -> Figure:
    """The only figure of a text."""
    figures = read_figures(text, language)
    assert len(figures) == 1, [figure.text for figure in figures]
    return figures[0]


def row(case: str) -> list[str]:
    return [cell.strip() for cell in case.split("|")]


VALUES = """
The harbour handled 12,500 containers | 12500
A crowd of twelve thousand five hundred people came | 12500
It lost 1.5 million customers | 1500000
Sales of $3.2bn were booked | 3200000000
The firm owes £40m | 40000000
They counted 54m viewers | 54000000
About 300K homes have no power | 300000
Farmers got 2 lakh rupees | 200000
The scheme costs 15 crore rupees | 150000000
A hundred and six boats sank | 106
They need two and a half million doses | 2500000
Half a million people fled | 500000
A quarter of a million pounds was raised | 250000
Nearly two dozen villages flooded | 24
A million and a half tonnes of wheat rotted | 1500000
The vessel carried 12,34,567 crates | 1234567
The tank holds 2½ litres | 2.5
It weighs 3 1/2 tonnes | 3.5
Roughly five point two tonnes leaked | 5.2
The probe measured 1.5×10^3 volts | 1500
The night fell to minus 12 degrees Celsius | -12
The index moved by -0.4 percent | -0.4
One hundred twenty-three thousand four hundred voters registered | 123400
"""


@pytest.mark.parametrize("case", VALUES.strip().splitlines())
def test_the_value_is_the_number_with_its_scale(case: str) -> None:
    text, value = row(case)
    figure = one(text)
    assert figure.low == figure.high == Decimal(value)


UNITS = """
The road is 12 km long | kilometre | measure
Winds of 155mph hit the coast | mile per hour | measure
The site covers 40 square miles | square mile | measure
A 1,520 sq m hall opened | square metre | measure
It burns 30 litres per hour | litre per hour | measure
Prices rose 4 per cent | percentage | percent
Support fell two percentage points | percentage point | percent
The yield widened 15 basis points | basis point | percent
She paid €1,200 | euro | money
He got US$40 million | dollar | money
The fee is A$300 | australian dollar | money
They were fined HK$5.4m | hong kong dollar | money
It costs 90 Danish crowns | danish krone | money
The grant of 3 million pounds came late | pound sterling | money
He lost 25 pounds on that diet | pound-mass | measure
Oil traded at $58.24 per barrel | dollar per barrel | money
Rent is $3,500 a month | dollar per month | money
Talks lasted three weeks | week | duration
A five-year plan was agreed | year | duration
The 45-year-old driver fled | year of age | age
A boy aged 9 was found | year of age | age
Ms Okafor, 52, denied it | year of age | age
Police held 14 protesters | protester | count
Seven European countries signed | european country | count
The fleet lost two patrol boats | patrol boat | count
Twelve children were saved | child | count
Thousands of commuters waited | commuter | count
They make 3,000 tests per day | test per day | count
"""


@pytest.mark.parametrize("case", UNITS.strip().splitlines())
def test_the_unit_is_named_in_the_singular(case: str) -> None:
    text, unit, kind = row(case)
    figure = one(text)
    assert (figure.unit, figure.kind) == (unit, kind)


CHANGED = """
More than 400 staff walked out | > | more than 400 staff
At least 12 people died | > | at least 12 people
No fewer than 30 trucks crossed | > | No fewer than 30 trucks
Over 10,000 fans queued | > | Over 10,000 fans
The bill runs to $5 million or more | > | $5 million or more
Up to 80 flights were cut | < | Up to 80 flights
Fewer than 50 seats were left | < | Fewer than 50 seats
Just under 20 percent agreed | < | Just under 20 percent
About 70 villagers hid | ~ | About 70 villagers
Approximately 12,000 tents were sent | ~ | Approximately 12,000 tents
An estimated 600 whales passed | ~ | An estimated 600 whales
It took an hour or so plus 30 minutes | = | 30 minutes
Profit rose 3 % | up | 3 %
Shares slid 4.8 percent | down | 4.8 percent
Output grew by 2 percent | up | 2 percent
The rate is down from 41 percent | down | 41 percent
The Dow added +0.2% | up | +0.2%
Exports rose more than 3 % | > | more than 3 %
Turnover climbed to $9 billion | = | $9 billion
They raised $280 million | = | $280 million
"""


@pytest.mark.parametrize("case", CHANGED.strip().splitlines())
def test_a_bound_or_a_rise_is_told_and_lies_in_the_span(case: str) -> None:
    text, change, written = row(case)
    figure = one(text)
    assert (figure.change, figure.text.lower()) == (change, written.lower())


def test_a_bound_wins_over_a_direction_which_stays_known() -> None:
    figure = one("Exports fell by more than 7 percent")
    assert (figure.change, figure.direction) == (">", "down")


def test_a_noun_of_change_after_the_number_gives_the_direction() -> None:
    figure = one("Staff got a 5 % rise")
    assert (figure.change, figure.direction) == ("=", "up")


RANGES = """
10 to 15 ships are due | 10 | 15 | ship
The repair costs $3-5 million | 3000000 | 5000000 | dollar
It takes between 5 and 7 days | 5 | 7 | day
Fares range from $200 to $4 million | 200 | 4000000 | dollar
Growth slowed from 4.8 to 4.7 percent | 4.7 | 4.8 | percentage
They waited three or four years | 3 | 4 | year
A 5-10W lamp hung there | 5 | 10 | watt
A five per cent to 20 per cent share is likely | 5 | 20 | percentage
Consumption went from 20 mpg in 2008 to 29 mpg | 20 | 29 | mile per gallon
Dozens of huts burned | 12 | 120 | hut
Tens of thousands of workers marched | 10000 | 100000 | worker
"""


@pytest.mark.parametrize("case", RANGES.strip().splitlines())
def test_a_range_has_two_ends_and_one_unit(case: str) -> None:
    text, low, high, unit = row(case)
    figure = one(text)
    assert (figure.low, figure.high, figure.unit) == (Decimal(low), Decimal(high), unit)
    assert figure.is_range


def test_a_rise_and_the_level_it_led_to_are_two_figures() -> None:
    rise, level = read_figures("The share price rose $2 to $45 on the news")
    assert (rise.low, rise.change, level.low, level.change) == (2, "up", 45, "=")


FRACTIONS = """
A third of the crop was lost | 0.333
Two-thirds of voters agreed | 0.667
Almost half of the fleet is old | 0.5
Two in five pupils walk to school | 0.4
Nine out of ten doctors disagreed | 0.9
3/4 of the seats were empty | 0.75
"""


@pytest.mark.parametrize("case", FRACTIONS.strip().splitlines())
def test_a_fraction_is_its_value(case: str) -> None:
    text, value = row(case)
    figure = one(text)
    assert figure.kind == "fraction"
    assert round(figure.low, 3) == Decimal(value)


SCORES = [
    "The court ruled 7-2 on Monday",
    "They won 7–2 at home",
    "A 7-2 decision ended the case",
]


@pytest.mark.parametrize("text", SCORES)
def test_a_score_or_vote_keeps_both_numbers(text: str) -> None:
    figure = one(text)
    assert (figure.kind, figure.low, figure.high) == ("score", 2, 7)


NO_QUANTITY = [
    "The law took effect on March 3, 2021",
    "It was founded in 1998",
    "The 2019 elections were postponed",
    "Music of the 1980s and the '90s",
    "The 2019-20 season was cut short",
    "The train leaves at 10:45 and at 5 p.m. daily",
    "A Boeing 737 landed safely",
    "Section 427 was repealed",
    "The G7 met in Bonn",
    "Covid-19 has changed travel",
    "The TPP-11 pact holds",
    "An iPhone 14 was found",
    "Channel 5 showed it first",
    "The S&P 500 closed early",
    "He drives at Indianapolis 500 races",
    "Phase Two begins soon",
    "He came third, and she was 21st",
    "No one saw it, and nobody told the one who asked",
    "Read more at https://example.org/2024/11/4567",
    "Call 555-0134 now",
    "The 5G network and 3D glasses",
    "She lives at 49 Orchard Ridge Road",
    "The bottom three go down",
    "He told 60 Minutes about it",
    "The second half was dull",
    "Use version 3.11.2 or later",
]


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_dates_times_ordinals_and_names_are_no_quantities(text: str) -> None:
    assert [figure.text for figure in read_figures(text)] == []


def test_a_number_like_a_year_counts_where_a_unit_or_bound_says_so() -> None:
    assert [
        figure.low for figure in read_figures("more than 2000 people in 2000, over 1950 km")
    ] == [
        2000,
        1950,
    ]


def test_the_unit_said_once_goes_to_each_number_of_the_list() -> None:
    figures = read_figures("four-, five- and six-cylinder engines")
    assert [(figure.low, figure.unit) for figure in figures] == [
        (4, "cylinder"),
        (5, "cylinder"),
        (6, "cylinder"),
    ]


def test_a_conversion_in_brackets_takes_the_bound_of_what_it_converts() -> None:
    figures = read_figures("It flew more than 7 miles (11 km)")
    assert [figure.change for figure in figures] == [">", ">"]


GERMAN = """
Rund 1.234,5 Tonnen Getreide | 1234.5 | tonne | ~
Der Umsatz stieg um 3,5 Prozent | 3.5 | percentage | up
Mehr als 10.000 Soldaten kamen | 10000 |  | >
Etwa eine halbe Million Euro fehlt | 500000 | euro | ~
Fünfundzwanzig Menschen starben | 25 |  | =
Es kostet 7 Mio. Euro im Jahr | 7000000 | euro | =
"""
FRENCH = """
Plus de 10 000 soldats sont partis | 10000 |  | >
Environ 1 234,56 euros | 1234.56 | euro | ~
Quatre-vingt-dix-neuf morts | 99 |  | =
Il coûte 2,5 milliards d'euros | 2500000000 | euro | =
"""
SPANISH = """
Más de 10.000 soldados | 10000 |  | >
Unos 1.234,56 euros | 1234.56 | euro | ~
Tres mil millones de euros | 3000000000 | euro | =
Treinta y cinco muertos | 35 |  | =
"""


@pytest.mark.parametrize(
    ("language", "case"),
    [
        (code, case)
        for code, cases in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
        for case in cases.strip().splitlines()
    ],
)
def test_other_languages_have_their_own_formats_and_words(language: str, case: str) -> None:
    text, value, unit, change = row(case)
    figure = one(text, language)
    assert (figure.low, figure.unit, figure.change) == (Decimal(value), unit, change)


def test_an_unknown_language_is_read_as_english() -> None:
    assert one("12,500 boats", "tlh").low == 12500


PIECES = (
    "3 12,500 1.5 $ € % million m k - – to from between and or of the about more than up fell by"
    " half a third two one dozens thousands people years old . , ( ) / : + × 10 ½ Boeing 737 2019"
    " May 5 p.m. é\u0301 \u00a0 \u202f\n ' ″"
)


@given(
    st.lists(st.one_of(st.sampled_from(PIECES.split(" ")), st.text(max_size=3)), max_size=30),
    st.booleans(),
)
def test_any_text_gives_ordered_figures_that_are_verbatim(pieces: list[str], glue: bool) -> None:
    text = ("" if glue else " ").join(pieces)
    end = 0
    for figure in read_figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert end <= figure.start < figure.end
        assert figure.start <= figure.value_start < figure.value_end <= figure.end
        assert figure.low <= figure.high
        assert figure.change in CHANGES
        assert figure.kind in KINDS
        end = figure.end


@given(st.integers(0, 10**12))
def test_grouped_digits_read_back(number: int) -> None:
    assert one(f"They shipped {number:,} boxes there").low == number


@given(st.integers(1, 999_999), st.sampled_from(["thousand", "million", "billion"]))
def test_a_scale_word_multiplies(number: int, scale: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert one(f"${number} {scale}").low == number * factor


TOGETHER = """
He stands 5 feet 2 inches tall | 5.1667 | foot
The flight took 2 hours and 30 minutes | 2.5 | hour
It costs 3 dollars 50 cents | 3.5 | dollar
She got a half million dollars | 500000 | dollar
A quarter million dollars was spent | 250000 | dollar
"""


@pytest.mark.parametrize("case", TOGETHER.strip().splitlines())
def test_two_units_of_one_quantity_are_one_figure(case: str) -> None:
    text, value, unit = row(case)
    figure = one(text)
    assert (round(figure.low, 4), figure.unit) == (Decimal(value), unit)


def test_a_sign_belongs_to_one_number_only() -> None:
    assert [figure.text for figure in read_figures("Pay 10 $ 30 times")] == ["10 $", "30 times"]


NO_CHANGE = [
    "Children make up 2 percent of patients",
    "They were jump-started by a 5 percent grant",
    "Some 7 inches fell that day",
]


@pytest.mark.parametrize("text", NO_CHANGE)
def test_a_verb_of_another_sense_tells_no_change(text: str) -> None:
    assert one(text).direction == ""


@pytest.mark.parametrize(
    ("text", "language", "low", "unit", "change"),
    [
        pytest.param('He saw "well over 90" boats.', "en", "90", "", ">", id="a closing quote"),
        pytest.param("They slept half an hour.", "en", "0.5", "hour", "=", id="half a unit"),
        pytest.param("A decline of 2 percentage points.", "en", "2", "percentage point", "down",
                     id="a noun of change before"),
        pytest.param("They were not more than 600.", "en", "600", "", "<", id="negated bound"),
        pytest.param("It opens within two weeks.", "en", "2", "week", "<", id="within"),
        pytest.param("It took about 80 boats.", "en", "80", "boat", "~", id="took about"),
        pytest.param("He left school at 14.", "en", "14", "year of age", "=", id="an age"),
        pytest.param("A loan of 240,000 crowns.", "en", "240000", "crown", "=", id="crowns"),
        pytest.param("Die Mehrheit stand gegen 17 Stimmen.", "de", "17", "", "=", id="against"),
        pytest.param("Es kamen gegen 300 Boote.", "de", "300", "", "~", id="gegen is about"),
        pytest.param("Seguirá al menos seis semanas.", "es", "6", "week", ">", id="al menos"),
        pytest.param("No fueron más de 600.", "es", "600", "", "<", id="no fueron más de"),
    ],
)  # fmt: skip
def test_the_words_around_a_number_qualify_it(
    text: str, language: str, low: str, unit: str, change: str
) -> None:
    figure = one(text, language)
    assert (figure.low, figure.unit, figure.change) == (Decimal(low), unit, change)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Cover was raised from $5m to $7m.", ["5000000", "7000000"]),
        ("The flow rose from 6 litres a second in May to 14 by June.", ["6", "14"]),
    ],
)
def test_the_ends_of_a_change_are_two_figures_when_read_apart(text: str, values: list[str]) -> None:
    apart = read_figures(text, apart=True)
    assert [figure.low for figure in apart] == [Decimal(value) for value in values]
    assert len({figure.unit for figure in apart}) == 1


def test_a_range_stays_one_figure_when_changes_are_read_apart() -> None:
    (figure,) = read_figures("It costs $5m to $7m.", apart=True)
    assert (figure.low, figure.high) == (Decimal(5_000_000), Decimal(7_000_000))


@pytest.mark.parametrize("text", ["The run took 212 hours, not 90 boats.", "It paid $5m to 3 men."])
def test_a_number_with_a_noun_takes_no_unit_from_the_one_before(text: str) -> None:
    assert read_figures(text)[-1].kind == "count"
