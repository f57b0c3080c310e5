"""Quotes: what is one, where it stands, and what is changed in one that is none."""

from __future__ import annotations

import random

import pytest
import regex
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts.quotes import locate_quote

ARTICLE = (
    "The harbour board said on Tuesday that it would not raise fees by 5.5% this year. "
    "“We will keep our word,” said Anna O’Hara, the vice-chair. She can't say why, but more than "
    "1,900 people queued, and 5 million euros were lost. Ticket prices rose 5% in May and the "
    "index fell -5 points in 1½ hours. The US told us about twenty-five non-violent protests. "
    "It was illegal. The pass costs $900 and not a cent less; one hundred and five boats left. "
    "The bank, which has kept rates low for years, expects growth of 2.4 percent next year."
)
EXACT = [
    "would not raise fees",
    "1,900 people queued",
    "raise fees by 5.5%",
    "-5 points",
    "$900",
    "5 million euros",
    "twenty-five",
    "can't say why",
    "in 1½ hours",
    "It was illegal.",
]
TYPOGRAPHIC = [
    ("straight marks", '"We will keep our word," said Anna O\'Hara'),
    ("a stop in place of the comma", "We will keep our word."),
    ("marks around", "“would not raise fees”"),
    ("marks of another kind around", "«would not raise fees»"),
    ("brackets around", "(would not raise fees)"),
    ("capital in brackets", "[W]ould not raise fees"),
    ("capitals", "IT WAS ILLEGAL"),
    ("all in lower case", "the us told us about"),
    ("first letter", "Would not raise fees"),
    ("edge marked as cut", "…would not raise fees…"),
    ("dash breaking off", "would not raise fees—"),
    ("wrapped lines", "would not\r\n raise\u00a0fees"),
    ("hyphenated", "would not raise fees by 5.5% this year. “We will keep our w-\nord"),
    ("compound broken at its hyphen", "about twenty-five non-\nviolent protests"),
    ("space before the unit", "prices rose 5 % in May"),
    ("full width", "ｒｏｓｅ　５％"),
]
ALTERED = [
    ("digit", "would not raise fees by 5.6% this year", "number"),
    ("digit dropped", "would not raise fees by 55% this year", "number"),
    ("inside a number", "900 people", "number"),
    ("before a decimal", "by 5", "number"),
    ("scale dropped", "5", "number"),
    ("unit of a scale dropped", "5 million", "unit"),
    ("percent dropped", "rose 5", "unit"),
    ("percent word dropped", "growth of 2.4", "unit"),
    ("currency dropped", "900 and not a cent", "unit"),
    ("currency changed", "The pass costs €900", "unit"),
    ("sign dropped", "5 points", "number"),
    ("fraction flattened", "fell -5 points in 11/2 hours", "number"),
    ("fraction cut", "½ hours", "number"),
    ("half of a number word", "five non-violent protests", "number"),
    ("hundred dropped", "five boats left", "number"),
    ("not dropped", "it would raise fees by 5.5% this year", "negation"),
    ("n't cut off", "She can", "negation"),
    ("prefix cut off", "violent protests", "negation"),
    ("modal changed", "it will not raise fees", "modality"),
    ("name changed", "said Anna Reed, the vice-chair", "name"),
    ("name cut", "Hara, the vice-chair", "wording"),
    ("title cut", "chair. She can't say why", "wording"),
    ("word cut", "he harbour board said", "wording"),
    ("prefix inside the word cut", "legal", "wording"),
    ("a capital that makes another word", "The US told US about", "name"),
    ("a month in lower case", "Ticket prices rose 5% in may", "name"),
    ("word changed", "“We will keep our promise,” said Anna O’Hara", "wording"),
    ("question made of it", "We will keep our word?", "wording"),
    ("elided", "The harbour board said … that it would not raise fees", "elision"),
    ("elided in brackets", "The harbour board [...] would not raise fees", "elision"),
    ("elision that hides a negation", "it would … raise fees", "negation"),
    (
        "two places",
        "The harbour board said on Tuesday that twenty-five non-violent protests left",
        "",
    ),
    (
        "stitched",
        "The bank, which has kept rates low for years, told us about twenty-five",
        "stitched",
    ),
    ("full stop before the number", "The harbour board would not raise fees by.", "wording"),
]
ABSENT = [
    ("blank", " \n"),
    ("empty", ""),
    ("nothing like it", "Penguins marched quietly through the old library"),
    ("one word", "penguins"),
    ("common words only", "of the and to a"),
]


@pytest.mark.parametrize("quote", EXACT)
def test_a_verbatim_quote_is_exact(quote: str) -> None:
    match = locate_quote(quote, ARTICLE)
    assert match.status == "exact"
    assert match.differences == ()
    assert ARTICLE[match.start : match.end] == quote


@pytest.mark.parametrize("quote", [row[1] for row in TYPOGRAPHIC], ids=[r[0] for r in TYPOGRAPHIC])
def test_typography_is_no_alteration(quote: str) -> None:
    match = locate_quote(quote, Document.from_text(ARTICLE))
    assert match.status == "typographic"
    assert match.differences == ()


@pytest.mark.parametrize(
    ("quote", "kind"), [row[1:] for row in ALTERED], ids=[row[0] for row in ALTERED]
)
def test_a_change_of_meaning_is_an_alteration(quote: str, kind: str) -> None:
    match = locate_quote(quote, ARTICLE)
    assert match.status == "altered"
    assert not kind or kind in {difference.kind for difference in match.differences}


@pytest.mark.parametrize("quote", [row[1] for row in ABSENT], ids=[row[0] for row in ABSENT])
def test_what_is_not_there_is_absent(quote: str) -> None:
    match = locate_quote(quote, ARTICLE)
    assert (match.status, match.start, match.end, match.spans) == ("absent", None, None, ())


def test_the_bounds_of_a_rewritten_quote_are_those_of_its_source() -> None:
    match = locate_quote("'we will keep our word'", ARTICLE)
    assert ARTICLE[match.start : match.end] == "We will keep our word"


def test_a_stop_that_the_source_has_too_belongs_to_the_quote() -> None:
    match = locate_quote('"IT WAS ILLEGAL."', ARTICLE)
    assert ARTICLE[match.start : match.end] == "It was illegal."


def test_a_full_stop_may_not_stand_in_for_a_negation_or_a_number() -> None:
    article = "We will not. The talks end on May 2, he said."
    kinds = [
        {difference.kind for difference in locate_quote(quote, article).differences}
        for quote in ("We will.", "The talks end on May.")
    ]
    assert kinds == [{"negation"}, {"number"}]


def test_all_places_of_a_repeated_quote() -> None:
    article = "So be it. So, be it. “So be it.” SO BE IT."
    match = locate_quote("So be it", article)
    assert [(span.start, span.end) for span in match.spans] == [(0, 8), (22, 30)]
    rewritten = locate_quote("so be it", article)
    assert [span.start for span in rewritten.spans] == [0, 22, 33]


def test_a_place_that_cuts_a_number_does_not_spoil_one_that_does_not() -> None:
    match = locate_quote("900 people", "First 1,900 people came, then 900 people.")
    assert (match.status, [span.start for span in match.spans]) == ("exact", [30])


def test_an_elision_alone_can_be_told_from_one_that_hides_something() -> None:
    honest = locate_quote("The harbour board … would not raise fees", ARTICLE)
    assert {difference.kind for difference in honest.differences} == {"elision"}
    assert [ARTICLE[span.start : span.end] for span in honest.spans] == [
        "The harbour board",
        "would not raise fees",
    ]
    assert ARTICLE[honest.start : honest.end].startswith("The harbour board said")


def test_parts_in_another_order_are_stitched() -> None:
    match = locate_quote("It was illegal … The harbour board said", ARTICLE)
    assert {difference.kind for difference in match.differences} == {"elision", "stitched"}


def test_a_stitched_quote_shows_its_places() -> None:
    match = locate_quote(
        "The harbour board said on Tuesday it was illegal. The pass costs", ARTICLE
    )
    assert match.status == "altered"
    assert len(match.spans) == 2


@pytest.mark.parametrize(
    ("quote", "article"),
    [
        ("5 m", "It is 5 mm wide."),
        ("16", "The F-16 landed."),
        ("COVID", "COVID-19 spread."),
        ("7", "They won 7-2."),
        ("2", "They won 7-2."),
        ("3 thousand", "On 3 thousand million"),
        ("10", "10² is a hundred"),
        ("900", "It cost 1 900 francs"),
        ("5 MW", "It used 5 mW, not more."),
        ("5' wide", 'It is 5" wide.'),
        ("5", "从5万人"),
    ],
)
def test_a_number_is_whole_or_it_is_no_quote(quote: str, article: str) -> None:
    expected = {"COVID": True}
    assert locate_quote(quote, article).accepted == expected.get(quote, False)


@pytest.mark.parametrize(
    ("quote", "article"),
    [
        ("l’homme", "Il voit l’homme."),
        ("homme", "Il voit l’homme."),
        ("北京的天气", "今天北京的天气很好。"),
        ("서울", "그는 서울에서 산다."),
        ("Brand", "The Brand™ name"),
        ("Anna", "Anna's boat"),
        ("“word", "He said “word by word”."),
    ],
)
def test_a_word_is_whole_by_the_rules_of_its_script(quote: str, article: str) -> None:
    assert locate_quote(quote, article).status == "exact"


@pytest.mark.parametrize(
    ("quote", "article"),
    [
        ("a" * 1_000, "a" * 1_000_000),
        ("a " * 20_000 + "b", "a " * 100_000),
        ("1" * 100, "1" * 200_000),
        ("(" * 20_000 + "a" + ")" * 20_000, "a (b) " * 1_000),
        ("a … " * 5_000, "a b " * 20_000),
        ("x" + "\u0301" * 50_000, "x" + "\u0301" * 50_000 + "!"),
    ],
    ids=["letters", "words", "digits", "brackets", "ellipses", "marks"],
)
def test_hostile_text_gets_an_answer(quote: str, article: str) -> None:
    assert locate_quote(quote, article).status in {"exact", "altered", "absent"}


WORD = st.sampled_from(
    [
        *["Anna", "ßo", "“so”", "it’s", "cafe\u0301", "ﬁn", "—", "…", "co\u00adop", "中文"],
        *["\U0001f468\u200d\U0001f469", "état,", "fled;", "(why)"],
    ]
)
SPACE = st.sampled_from([" ", "  ", "\r\n", "\u00a0", "\n"])
TEXT = st.lists(st.tuples(WORD, SPACE), min_size=1, max_size=25)


@settings(deadline=None)
@given(TEXT, st.data())
def test_words_of_a_text_are_a_quote_of_it(
    words: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(word + space for word, space in words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = sum(len(word + space) for word, space in words[:first])
    quote = "".join(word + space for word, space in words[first : last + 1])
    quote = quote[: -len(words[last][1])]
    match = locate_quote(quote, text)
    assert match.status == "exact"
    assert (start, start + len(quote)) in {(span.start, span.end) for span in match.spans}


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(min_size=1, max_size=20))
def test_any_text_between_spaces_is_a_quote(before: str, after: str, quote: str) -> None:
    assume(quote.strip() and not any(c.isnumeric() for c in before + quote + after))
    text = f"{before}. {quote} .{after}"
    match = locate_quote(quote, text)
    start = len(before) + 2 + len(quote) - len(quote.lstrip())
    whole = {0, *(found.end() for found in regex.finditer(r"\X", text))}
    place = (start, start + len(quote.strip()))
    assume(whole.issuperset(place))
    assert match.status == "exact"
    assert place in {(span.start, span.end) for span in match.spans}


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=12))
def test_no_place_splits_a_cluster(text: str, quote: str) -> None:
    whole = {0, *(found.end() for found in regex.finditer(r"\X", text))}
    for span in locate_quote(quote, text).spans:
        assert whole.issuperset((span.start, span.end))


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_one_digit_changed_is_never_accepted(rng: random.Random) -> None:
    places = [at for at, character in enumerate(ARTICLE) if character.isdigit()]
    at = rng.choice(places)
    start = rng.randrange(max(at - 40, 0), at + 1)
    end = rng.randrange(at + 1, at + 40)
    digit = rng.choice([d for d in "0123456789" if d != ARTICLE[at]])
    quote = ARTICLE[start:at] + digit + ARTICLE[at + 1 : end]
    assume(quote.strip() not in ARTICLE)
    assert not locate_quote(quote, ARTICLE).accepted


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=30))
def test_every_answer_is_consistent(text: str, quote: str) -> None:
    match = locate_quote(quote, text)
    assert (match.start is None) == (match.status == "absent") == (not match.spans)
    assert bool(match.differences) == (match.status == "altered")
    if match.status == "exact":
        assert text[match.start : match.end] == quote.strip()
