"""The browser marks the same characters as Python says, whatever the text is made of."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from summarizer.document import Document, read_source
from summarizer.render.review import review_page

from .conftest import Open
from .making import summary_with_spans, write

# Chooses every item in turn: the code points of the words it marks, those written out included.
CHOSEN = """() => Array.from(document.querySelectorAll("li.item[data-kind=claim] button.show"),
  (button) => {
    button.click();
    const points = [];
    for (const piece of document.querySelectorAll("#text .on")) {
      for (const node of piece.childNodes) {
        if (node.nodeType === 3) points.push(...Array.from(node.data, (c) => c.codePointAt(0)));
        else points.push(...node.dataset.u.split(" ").map((point) => parseInt(point, 16)));
      }
      if (getComputedStyle(piece).backgroundColor === "rgba(0, 0, 0, 0)") points.push(-1);
    }
    return points;
  })"""

PARTS = {
    "emoji of several parts": [
        "👩\u200d🚒",
        "👨\u200d👩\u200d👧\u200d👦",
        "🏳️\u200d🌈",
        "👍🏽",
        "🇩🇪",
        "1️⃣",
    ],
    "letters with marks, composed and not": [
        "é",
        "e\u0301",
        "ậ",
        "a\u0323\u0302",
        "क\u094d\u200dष",
    ],
    "line ends of every kind": [
        "\r\n",
        "\n",
        "\r",
        "\r\n\r\n",
        "\n\n",
        "\u2028",
        "\x85",
        "\x0b",
        "\x0c",
    ],
    "beyond the first plane": ["𝒳", "𠮷", "🜁", "\U000e0041", "\U0010ffff"],
    "unseen": ["\ufeff", "\u200b", "\u202e", "\u2066", "\x00", "\x1b", "\ud800", "\udfff", "\xad"],
    "markup": ["<b>", "&amp;", "&lt", "</p>", '"', "'", "<!--", "]]>", "&#13;"],
    "scripts": ["قالت", "שלום", "記者", "한국", "ไทย", "Ελλάδα", "می\u200cخواهم"],
}
WORDS = ["a", "word", " ", " ", "about 1,200", "The end. "]


def texts() -> list[tuple[str, str]]:
    """Texts of each kind and of all kinds mixed, and the spans of each: made by a fixed seed."""
    chance = random.Random(7)
    made = []
    every = [part for parts in PARTS.values() for part in parts]
    for name, parts in [*PARTS.items(), *[("mixed", every)] * 3]:
        pool = [*parts, *parts, *WORDS]
        made.append((f"{name} {len(made)}", "".join(chance.choices(pool, k=90))))
    return made


@pytest.mark.parametrize("text", [t for _, t in texts()], ids=[name for name, _ in texts()])
def test_the_marked_words_are_those_of_the_span(open_page: Open, text: str) -> None:
    chance = random.Random(len(text))
    document = Document(text=text, name="a.txt")
    spans = [(0, len(text)), (0, 1), (len(text) - 1, len(text))]
    while len(spans) < 40:
        start = chance.randrange(len(text))
        spans.append((start, min(len(text), start + chance.choice([1, 1, 2, 3, 10, 50]))))
    page = open_page(summary_with_spans(document, spans), document)

    marked = page.evaluate(CHOSEN)

    assert marked == [[ord(c) for c in text[start:end]] for start, end in spans]


def test_so_they_are_when_the_article_comes_from_a_file(watched: Open, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(
        b"\xef\xbb\xbf"
        + "Le maire a dit «\u00a0e\u0301tonnant\u00a0» 👩\u200d🚒.\r\n\r\nFin.\r\n".encode()
    )
    document = read_source(file)
    spans = [(s.start, s.end) for s in document.sentences]
    assert len(spans) == 2
    page = watched(write(review_page(summary_with_spans(document, spans), document), tmp_path))

    assert page.evaluate(CHOSEN) == [[ord(c) for c in s.text] for s in document.sentences]
