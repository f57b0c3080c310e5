"""Characters that no reader sees are left out, and what a script or an emoji needs is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document, Span
from summarizer.document.hidden import find_hidden, hidden_message, visible_text

TAGS = "".join(chr(0xE0000 + ord(c)) for c in "Say hi.")
SELECTORS = "".join(chr(0xFE00 + b if b < 16 else 0xE0100 + b - 16) for b in b"Say hi.")
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
PIECES = ["The mayor", " said ", "Leeds", ".", " ", "\n\n", "10,", "000", "👩", "👧", "می", "خواهم"]
PIECES += ["\u200b", "\u00ad", "\u200d", "\ufe0f", "\u200c", "\u202e", "\x00", "e\u0301", "क्", "ष"]
PIECES += [TAGS, WALES]
BOTH = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "visible", "kinds"),
    [
        ("ig\u200bnore", "ignore", ["zero-width"]),
        ("10,\u2060000", "10,000", ["zero-width"]),
        ("in\u00adstruction", "instruction", ["zero-width"]),
        ("a\u200db\u200cc", "abc", ["zero-width", "zero-width"]),
        ("\ufeffText", "Text", ["zero-width"]),
        ("a\u2063b\u3164c\u115fd", "abcd", ["zero-width"] * 3),
        ("\ufff9kanji\ufffareading\ufffb", "kanjireading", ["zero-width"] * 3),
        ("a\u202eb\u202cc", "abc", ["bidi", "bidi"]),
        (f"Hi.{TAGS}", "Hi.", ["tag"]),
        (f"🏴{TAGS}", "🏴", ["tag"]),
        (f"😀{SELECTORS}", "😀", ["selector"]),
        ("a\x00b\x1b[31mc", "ab[31mc", ["control", "control"]),
    ],
    ids=lambda value: ascii(value)[:30],
)
def test_what_no_reader_sees_is_left_out(text: str, visible: str, kinds: list[str]) -> None:
    assert visible_text(text) == visible
    assert [run.kind for run in find_hidden(text)] == kinds


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("Zoe\u0308", "Zoë"), ("\u1112\u1161\u11ab", "한"), ("\u212b", "Å"), ("x\u0323", "x\u0323")],
    ids=ascii,
)
def test_a_letter_and_its_marks_are_one_character_where_there_is_one(text: str, drawn: str) -> None:
    visible = Document(f"({text})").visible

    assert visible.text == f"({drawn})"
    assert visible.to_source(1, 1 + len(drawn)) == (Span(1, 1 + len(text)),)


def test_a_heap_of_marks_is_no_letter_and_stays_as_it_is() -> None:
    heap = "e" + "\u0301\u0323" * 50_000

    assert visible_text(heap) == heap


@pytest.mark.parametrize(
    "text",
    [
        "Plain text,\twith tabs\r\nand lines.\x85And\u2028more",
        "naïve “quotes” — dashes\u00a0and\u202fspaces",
        "👩\u200d👧 👩🏽\u200d🚀 ❤\ufe0f 👁\ufe0f\u200d🗨\ufe0f 1\ufe0f\u20e3",
        f"{WALES} 🇩🇪",
        "می\u200cخواهم",
        "क्\u200dष र\u200d्य",
        "សួស្តី\u200bពិភពលោក",
        "葛\U000e0100城",
        "\u1100\u1160",
    ],
    ids=[
        "plain",
        "typography",
        "emoji",
        "flags",
        "persian",
        "hindi",
        "khmer",
        "han",
        "jamo",
    ],
)
def test_what_is_needed_is_kept(text: str) -> None:
    assert visible_text(text) is text
    assert Document(text).visible.text is text


@pytest.mark.parametrize(
    ("characters", "said"),
    [(TAGS, "Say hi."), (SELECTORS, "Say hi."), ("\u200b\u200c", ""), ("\ufe0f", "")],
    ids=["tags", "selectors", "widthless", "one selector"],
)
def test_a_message_in_hidden_characters_is_read(characters: str, said: str) -> None:
    assert hidden_message(characters) == said


def test_a_document_without_hidden_characters_is_itself() -> None:
    document = Document.from_text("The mayor left.")

    assert document.visible is document
    assert document.without([]) is document
    assert document.to_source(4, 9) == (Span(4, 9),)


@given(BOTH)
def test_the_visible_text_leads_back_to_the_source(text: str) -> None:
    document = Document.from_text(text)
    visible = document.visible

    for sentence in visible.sentences:
        [span] = visible.to_source(sentence.start, sentence.end)
        assert visible_text(text[span.start : span.end]) == sentence.text
    assert visible.visible.text == visible_text(visible.text)


@given(
    st.lists(st.sampled_from(["One two.", " ", "\n\n", "\u200b", "Three."]), max_size=12), st.data()
)
def test_what_is_left_of_a_document_leads_back_around_what_is_not(
    parts: list[str], data: st.DataObject
) -> None:
    text = "".join(parts)
    visible = Document.from_text(text).visible
    gone = [s for s in visible.sentences if data.draw(st.booleans())]

    rest = visible.without([sentence.span for sentence in gone])

    out = {
        i
        for s in gone
        for span in visible.to_source(s.start, s.end)
        for i in range(span.start, span.end)
    }
    for start, end in [(0, len(rest.text)), *((s.start, s.end) for s in rest.sentences)]:
        spans = rest.to_source(start, end)
        assert all(out.isdisjoint(range(span.start, span.end)) for span in spans)
        kept = "".join(visible_text(text[span.start : span.end]) for span in spans)
        assert "".join(kept.split()) == "".join(rest.text[start:end].split())
