"""Folding: what is one spelling, what stays apart, and the way back to the source."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.folding import fold

ALIKE = [
    ("case", "The MINISTER", "the minister"),
    ("sharp s", "Straße", "STRASSE"),
    ("composed and decomposed", "caf\u00e9", "cafe\u0301"),
    ("ligatures", "the oﬀicial ﬁgures", "the official figures"),
    ("full width", "ＡＢＣ　１２３！", "abc 123!"),
    ("half width kana", "ﾃﾚﾋﾞ", "テレビ"),
    ("mathematical letters", "𝐁𝐨𝐥𝐝 𝟗𝟎", "bold 90"),
    ("digits of another script", "٣٠ ९", "30 9"),
    ("curly and straight marks", "“It’s ‘so’”", "\"It's 'so'\""),
    ("two single marks for a double one", "''so''", '"so"'),
    ("angle marks with spaces", "« mot » et", '"mot" et'),
    ("angle marks the other way", "»Wort« sagte", '"Wort" sagte'),
    ("em dash, spaced or not", "so—he said", "so -- he said"),
    ("en dash in a range", "10–12", "10-12"),
    ("dashes in a row", "so —- he", "so-he"),
    ("minus and hyphen", "\u22125", "-5"),
    ("no-break hyphen", "well\u2011known", "well-known"),
    ("ellipsis", "so… it", "so ... it"),
    ("spaced ellipsis", "so . . . it", "so…it"),
    ("no-break and thin spaces", "10\u00a0km\u2009off", "10 km off"),
    ("runs of white space", "a \t\n  b", "a b"),
    ("line endings", "a\r\nb\rc\nd\u2028e", "a b c d e"),
    ("zero-width characters", "\ufeffwo\u200bw\u2060ord", "woword"),
    ("soft hyphen", "co\u00adoperate", "cooperate"),
    ("hyphen at a line end", "inter-\n  national", "international"),
    ("soft hyphen at a line end", "inter\u00ad\r\nnational", "international"),
    ("a compound number at a line end", "1990-\n1991", "1990-1991"),
    ("lines of Chinese", "中文\n中文", "中文中文"),
    ("space before a stop", "quoi ?", "quoi?"),
    ("fraction with its number", "1½", "1 1/2"),
    ("fraction alone", "½ a day", "1⁄2 a day"),
    ("raised digit after a letter", "5 km²", "5 km2"),
    ("lowered digit after a letter", "CO₂", "CO2"),
]
APART = [
    ("mixed fraction and its compatibility form", "1½", "11⁄2"),
    ("power", "10²", "102"),
    ("circled number", "①", "1"),
    ("number with a full stop", "9⒈", "91."),
    ("sign and hyphen", "fell -5", "fell-5"),
    ("sign and spaced hyphen", "3 -5", "3 - 5"),
    ("decimal and thousands", "1.5", "1,5"),
    ("digits with a space", "10 000", "10000"),
    ("words with and without a hyphen", "re-sign", "resign"),
    ("words with and without a space", "can not", "cannot"),
    ("question and statement", "so?", "so."),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in ALIKE], ids=[r[0] for r in ALIKE])
def test_one_spelling_for_what_only_typography_tells_apart(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in APART], ids=[r[0] for r in APART])
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_case_can_be_kept() -> None:
    assert fold("“US”", case=False).text == "'US'"


def test_a_place_leads_back_to_the_source() -> None:
    source = "He said:  “We’ll ﬁnd cafe\u0301s” —\r\n often."
    folded = fold(source)
    start = folded.text.index("find cafés")
    span = folded.to_source(start, start + len("find cafés"))
    assert source[span.start : span.end] == "ﬁnd cafe\u0301s"


def test_a_place_inside_a_ligature_leads_back_to_the_whole_of_it() -> None:
    assert fold("oﬃce").to_source(2, 3) == fold("oﬃce").to_source(1, 4)


def test_where_a_line_end_leaves_a_hyphen_open_is_noted() -> None:
    assert fold("a well-\nknown inter-\nnational").soft == (6, 17)


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0301" * 200_000,
        "a" + "\u0301\u0323" * 100_000,
        "\U0001f1e6" * 200_000,
        "\U0001f468\u200d" * 100_000,
        "x" * 1_000_000,
        " -" * 300_000,
        "½" * 100_000,
    ],
    ids=["marks", "marks to sort", "flags", "joiners", "one line", "dashes", "fractions"],
)
def test_hostile_text_is_folded_and_mapped(text: str) -> None:
    folded = fold(text)
    assert folded.to_source(0, len(folded.text)).end == len(text)


PIECES = st.sampled_from(
    [
        *"ab A1½²…—-.'\"«»\n\r\t\u00a0\u00ad\u200b\u200d\ufb01\u0301é中\u1100\u1161क्\u0903ß",
        "\r\n",
        "...",
        "--",
        "\U0001f1e6\U0001f1e7",
        "\U0001f468\u200d\U0001f469",
        "-\n",
        "1½",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


@settings(deadline=None)
@given(TEXTS)
def test_every_place_leads_back_to_whole_clusters(text: str) -> None:
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    folded = fold(text)
    for start in range(len(folded.text)):
        span = folded.to_source(start, start + 1)
        assert span.start in edges
        assert span.end in edges


@settings(deadline=None)
@given(TEXTS)
def test_the_way_back_is_monotone_and_covers(text: str) -> None:
    folded = fold(text)
    spans = [folded.to_source(at, at + 1) for at in range(len(folded.text))]
    assert spans == sorted(spans)
    ends = [span.end for span in spans]
    assert ends == sorted(ends)
    if spans:
        assert folded.to_source(0, len(folded.text)).end == spans[-1].end


@settings(deadline=None)
@given(TEXTS)
def test_there_and_back_gives_at_least_the_same_place(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        span = folded.to_source(start, start + 1)
        back = folded.from_source(span.start, span.end)
        assert back.start <= start
        assert back.end >= start + 1


@settings(deadline=None)
@given(st.text(max_size=60))
def test_canonically_equal_texts_fold_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(composed).text == fold(unicodedata.normalize("NFD", composed)).text
