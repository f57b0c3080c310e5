from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.inert import inert, shorten

JOINERS = "\u200c\u200d"

ACTS = {
    "escape sequence that colours": ("a\x1b[31mb", "a⟨U+001B⟩[31mb"),
    "escape sequence of the other control set": ("a\x9b31mb", "a⟨U+009B⟩31mb"),
    "window title": ("\x1b]0;title\x07", "⟨U+001B⟩]0;title⟨U+0007⟩"),
    "hyperlink": ("\x1b]8;;http://x\x1b\\y", "⟨U+001B⟩]8;;http://x⟨U+001B⟩\\y"),
    "backspace that overwrites": ("safe\x08\x08\x08\x08evil", "safe" + "⟨U+0008⟩" * 4 + "evil"),
    "right-to-left override": ("a\u202eb", "a⟨U+202E⟩b"),
    "isolate": ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
    "direction mark": ("a\u200fb", "a⟨U+200F⟩b"),
    "zero-width space": ("a\u200bb", "a⟨U+200B⟩b"),
    "byte order mark": ("\ufeffa", "⟨U+FEFF⟩a"),
    "tag character": ("a\U000e0041", "a⟨U+E0041⟩"),
    "lone surrogate": ("a\ud800b", "a⟨U+D800⟩b"),
    "null": ("a\x00b", "a⟨U+0000⟩b"),
}


@pytest.mark.parametrize(("text", "shown"), ACTS.values(), ids=ACTS)
def test_what_acts_is_written_out(text: str, shown: str) -> None:
    assert inert(text) == shown


STAYS = {
    "letters with marks": "Größe, naïve, Việt Nam",
    "Arabic": "قالت الوزارة",
    "Persian with its non-joiner": "می\u200cخواهم",
    "Hindi with its joiner": "क\u094d\u200dष",
    "emoji of several parts": "👩\u200d🚒",
    "no-break space": "10\u00a0000",
    "markup is only text": "[bold]x[/bold] :smile: *y* <b>",
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_what_is_spelling_stays(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize("blank", ["\n", "\r\n", "\t", "\r", "\v", "\f", "\u2028", "\x85", " \n "])
def test_blanks_and_line_ends_become_one_space(blank: str) -> None:
    assert inert(f"a{blank}b") == "a b"


def test_soft_hyphens_go() -> None:
    assert inert("minis\xadter") == "minister"


def test_heaps_of_marks_are_cut() -> None:
    assert inert("a" + "\u0301" * 500) == "a" + "\u0301" * 4


@given(st.text(st.characters(codec=None)))
def test_nothing_that_acts_is_left(text: str) -> None:
    for char in inert(text):
        category = unicodedata.category(char)
        assert category not in ("Cc", "Cs", "Zl", "Zp"), hex(ord(char))
        assert unicodedata.bidirectional(char) not in (
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        )  # fmt: skip


@given(st.text(st.characters(codec=None)))
def test_making_inert_twice_changes_nothing(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short", 5, "short"),
        ("one two three", 9, "one two…"),
        ("one two three", 8, "one two…"),
        ("one, two", 5, "one…"),
        ("abcdefghij", 5, "abcd…"),
        ("漢字仮名交じり文", 4, "漢字仮…"),
    ],
)
def test_shortening_cuts_at_a_word(text: str, limit: int, shown: str) -> None:
    assert shorten(text, limit) == shown


@given(st.text(), st.integers(1, 50))
def test_shortening_keeps_the_limit(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit
