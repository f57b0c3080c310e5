"""The article on the page: every character of it, and where evidence begins and ends."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.inert import inert
from summarizer.render.review.article import ArticleView, cut_article, show

from .making import piece


class _Reader(HTMLParser):
    """The characters that HTML stands for: text, and what an element with ``data-u`` writes out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = self.seen = ""
        self._written_out = False
        self.feed(str(html))  # what is Markup would escape what is joined to it
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "i"
        points = dict(attrs)["data-u"] or ""
        self.text += "".join(chr(int(point, 16)) for point in points.split())
        self._written_out = True

    def handle_endtag(self, tag: str) -> None:
        self._written_out = False

    def handle_data(self, data: str) -> None:
        self.seen += data
        self.text += "" if self._written_out else data


def read(html: str) -> str:
    # A browser reads a bare return as a line feed; this parser does not.
    assert "\r" not in html
    return _Reader(html).text


def pieces(view: ArticleView) -> list[str]:
    return [read(piece.shown) for p in view.paragraphs for piece in (*p.pieces, *p.gap)]


def words_at(view: ArticleView, ranges: str) -> list[str]:
    numbers = [tuple(map(int, pair.split("-"))) for pair in ranges.split()]
    return ["".join(pieces(view)[start:end]) for start, end in numbers]


TRICKY = st.lists(
    st.sampled_from(
        [*"ab é\u0301\u0488 \t\n\r\ufeff\u200b\u202e\u2066\x00\x0c\x1b\x85\u2028&<>\"'"]
    )
    | st.sampled_from(
        ["👩\u200d🚒", "🏳️\u200d🌈", "\r\n", "\n\n", "🇩🇪", "\U000e0041", "\ud800", "𝒳"]
    )
    | st.characters(),
    max_size=60,
).map("".join)


@given(TRICKY, st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6))
def test_the_pieces_are_the_text_and_evidence_is_whole_pieces(
    text: str, spans: list[tuple[int, int]]
) -> None:
    evidence = [piece(text, start, end) for start, end in spans if start < end <= len(text)]

    view = cut_article(text, [("c", e) for e in evidence])

    assert "".join(pieces(view)) == text
    for one in evidence:
        assert words_at(view, view.ranges([one])) == [text[one.start : one.end]]


@given(TRICKY)
def test_no_character_that_acts_or_hides_is_left_to_see(text: str) -> None:
    seen = _Reader(show(text)).seen

    assert [c for c in seen if inert(c).startswith("⟨U+")] == []


@pytest.mark.parametrize(
    ("text", "seen"),
    {
        "override": ("a\u202eb", "a⟨U+202E⟩b"),
        "a few unseen": ("a\u200b\u200cb", "a⟨U+200B⟩\u200cb"),
        "many unseen": ("a" + "\U000e0061" * 12 + "b", "a⟨U+E0061 and 11 more unseen⟩b"),
        "null": ("a\x00b", "a⟨U+0000⟩b"),
        "lone surrogate": ("a\ud800b", "a⟨U+D800⟩b"),
        "form feed": ("a\x0cb", "a b"),
        "heap of marks": ("a" + "\u0301" * 9, "a" + "\u0301" * 4 + "⟨5 more marks⟩"),
        "emoji of several parts": ("👩\u200d🚒", "👩\u200d🚒"),
        "blank letter": ("a\u3164b\uffa0", "a⟨U+3164⟩b⟨U+FFA0⟩"),
        "soft hyphen": ("a\xadb", "a\xadb"),
        "which form of an emoji": ("🏳\ufe0f", "🏳\ufe0f"),
        "selectors that hide data": ("a\ufe0f\ufe01\ufe02b", "a\ufe0f⟨U+FE01⟩⟨U+FE02⟩b"),
        "heap of hebrew marks": ("א" + "\u05b0" * 6, "א" + "\u05b0" * 4 + "⟨2 more marks⟩"),
        "markup": ("<b>&amp;", "<b>&amp;"),
    }.values(),
)
def test_what_is_seen(text: str, seen: str) -> None:
    assert _Reader(show(text)).seen == seen


def test_paragraphs_are_those_of_the_text_and_wrapped_lines_are_one() -> None:
    first = "The council met for the third time this week in order to talk about the"
    wrapped = f"{first}\nbudget of next year.\n\n"
    text = f"Headline\n\n{wrapped}By Ann Poole\nLast line."

    view = cut_article(text, [])

    assert [
        ("".join(read(p.shown) for p in paragraph.pieces)) for paragraph in view.paragraphs
    ] == [
        "Headline",
        wrapped.rstrip(),
        "By Ann Poole",
        "Last line.",
    ]
    assert [paragraph.apart for paragraph in view.paragraphs] == [True, True, False, True]


def test_evidence_that_is_not_at_its_place_is_left_out() -> None:
    text = "One two three."
    moved = piece(text, 4, 7).model_copy(update={"start": 5, "end": 8})
    beyond = piece(text, 4, 7).model_copy(update={"start": 40, "end": 43})

    view = cut_article(text, [("c", moved), ("c", beyond)])

    assert view.ranges([moved, beyond]) == ""
    assert pieces(view) == [text]


def test_a_piece_knows_the_kinds_of_items_that_rest_on_it() -> None:
    text = "One two three."

    view = cut_article(text, [("c", piece(text, 0, 7)), ("f", piece(text, 4, 13))])

    assert [(read(p.shown), p.kinds) for p in view.paragraphs[0].pieces] == [
        ("One ", "c"),
        ("two", "cf"),
        (" three", "f"),
        (".", ""),
    ]
