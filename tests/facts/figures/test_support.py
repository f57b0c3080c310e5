"""Whether a text supports a number: exactly, rounded, as a bound, or by one derivation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.figures import read_numbers, supported_numbers, supports_number

CASES = """
$300K | She was paid 300,000 dollars | exact
two | Both 2 and 3 were drawn | exact
2nd | It was the second attempt | exact
21st | The twenty-first victim was found | exact
20th victim | The toll rose to 20 | exact
$1.5B | The fine was $1.53 billion | rounded
$8M | He found $8.2 million | rounded
more than 230 | In all 238 people wrote | bounded
34 years | It happened in 1985. (May 10, 2019) An arrest was made | derived
16 years | The ban lasted sixteen years | exact
aged 81 | He was 81 years old | exact
2022 | The invasion began on 24 February 2022 | exact
Covid-19 | A case of Covid-19 was found | exact
Flight 93 | United Flight 93 was honoured | exact
half of them | 50 % of them left | exact
40 | Between 30 and 40 boats sank | exact
$300K | She was paid 400,000 dollars |
$300K | She has 300,000 readers |
41 percent | He saw 41 ships |
3rd | Three men stood on March 3 |
2023 | The invasion began in 2022 |
Covid-18 | A case of Covid-19 was found |
12 days | Dozens of days passed |
$1.6B | The fine was $1.53 billion |
237 people | In all 238 people wrote |
3 | They met on March 3 at 3 p.m. |
33 years | It happened in 1985. (May 10, 2019) An arrest was made |
no number here | 5 |
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_how_a_number_is_supported(case: str) -> None:
    number, text, how = (cell.strip() for cell in case.split("|"))
    support = supports_number(number, text)
    assert support.how == how
    assert support.supported == bool(how)


def test_the_place_of_the_support_is_told() -> None:
    text = "In all 71,145 dollars came in."
    support = supports_number("$71K", text)
    assert text[support.start : support.end] == "71,145"


def test_every_number_of_a_claim_is_looked_up() -> None:
    found = supported_numbers("12 boats and $5 sank in 2021", "In 2021, 12 boats sank; £5 was lost")
    assert [support.how for _, support in found] == ["exact", "", "exact"]


ROLES = [
    ("In 1998 he won 7-2", ["year", "quantity"]),
    (
        "On May 5 the first Boeing 737 left at 10:30",
        ["date", "ordinal", "name", "masked", "masked"],
    ),
    ("No one came", ["pronoun"]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_every_number_has_a_role(text: str, roles: list[str]) -> None:
    assert [number.role for number in read_numbers(text)] == roles


@given(st.integers(13, 10**7))
def test_a_number_supports_itself_and_not_its_neighbour(number: int) -> None:
    text = f"The company counted {number:,} parcels"
    assert supports_number(f"{number:,} parcels", text).how == "exact"
    assert not supports_number(f"{number + 1:,} parcels", text).supported


@given(st.text(max_size=60))
def test_numbers_of_any_text_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for number in read_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
