"""Damaged files of every format: read, or refused with an error of ours, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from summarizer.document.readers.content import Raw
from summarizer.document.reading import articles_of
from summarizer.errors import InputError

from .files import SECRET, STORY, lines, mail, p, page, paragraphs, pdf, r, rss, stream, word

PAGE = page(
    f"<nav><a href=/>x</a></nav><article><h1>Ferry</h1>{paragraphs(STORY)}<p class=a>{SECRET}</p>"
    "<table><tr><td>1<td>2</table><ul><li>a<li>b</ul></article>",
    "<style>.a > b, .a{display:none;color:#fff;left:-9999px} @media print{p{opacity:0}}</style>"
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>',
)
FORM = stream(
    lines("In a form."),
    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >>",
)
SEEDS = {
    "page.html": PAGE,
    "paper.pdf": pdf(
        lines(STORY) + "q 1 0 0 1 0 0 cm 1 g 3 Tr (x) Tj Q /X1 Do", lines("Two."),
        resources="/XObject << /X1 100 0 R >>", objects={100: FORM},
    ),
    "letter.docx": word(
        p(STORY) + p(r(SECRET, "<w:vanish/>")), {"comments": p("x"), "header": p("y")}
    ),
    "wire.eml": mail(STORY, PAGE.decode()).as_bytes(),
    "feed.xml": rss(
        "<title>x</title><link>https://a.example/</link>"
        f"<description><![CDATA[{STORY}]]></description>"
    ),
    "plain.txt": STORY.encode("utf-16"),
}  # fmt: skip


TOKENS = [
    b"\0" * 9, b"\xff\xfe", b"<!--", b"]]>", b"<![CDATA[", b"%PDF-", b"-1e309", b"9" * 40,
    b"<div>" * 300, b"(" * 500, b"[" * 500, b"<<" * 200, b"\r\n\r\n", b"&#x0;", b"&#xD800;",
]  # fmt: skip


def flipped(raw: bytes, dice: random.Random) -> bytes:
    out = bytearray(raw)
    for _ in range(dice.randint(1, 12)):
        out[dice.randrange(len(out))] = dice.randrange(256)
    return bytes(out)


def cut(raw: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(raw))
    return raw[:start] + raw[start + dice.randint(1, 200) :]


def doubled(raw: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(raw))
    piece = raw[start : start + dice.randint(1, 60)]
    return raw[:start] + piece * dice.randint(2, 20) + raw[start:]


def ended(raw: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randrange(1, len(raw))]


def spliced(raw: bytes, dice: random.Random) -> bytes:
    token = dice.choice(TOKENS)
    start = dice.randrange(len(raw))
    return raw[:start] + token + raw[start:]


def outcome(raw: Raw) -> str:
    """What becomes of a file, in words; an error that is none of ours goes through."""
    try:
        texts = [load().text for _, load in articles_of(raw)]
    except InputError as error:
        return str(error)
    return "read" if all(texts) else "nothing"


@pytest.mark.parametrize(
    "damage", [flipped, cut, doubled, ended, spliced], ids=lambda f: f.__name__
)
@pytest.mark.parametrize("name", SEEDS)
def test_a_damaged_file_is_read_or_refused_by_name(
    name: str, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    dice = random.Random(f"{name} {damage.__name__}")
    for _ in range(12):
        raw = damage(SEEDS[name], dice)
        said = outcome(Raw(raw, name))
        assert "\n" not in said
        assert "it is broken (" not in said  # the net under the readers: none should need it


@pytest.mark.parametrize("name", SEEDS)
def test_the_undamaged_file_is_read(name: str) -> None:
    ((_, load),) = articles_of(Raw(SEEDS[name], name))

    assert "ran aground off Tolmar" in load().text
    assert SECRET not in load().text


LARGE = {
    "deep elements": b"<html>" + b"<div>" * 50_000,
    "deep lists": b"<html>" + b"<ul><li>" * 20_000,
    "many elements": b"<html>" + b"<p>x</p>" * 210_000,
    "one long line": b"<html><p>" + b"x " * 500_000,
    "one long word": b"<html><p>" + b"x" * 1_000_000,
    "many attributes": b"<html><p " + b"a=b " * 50_000 + b">x",
    "many rules": b"<html><style>" + b".a .b .c > d{color:#fff}" * 20_000 + b"</style><p>x y z",
    "deep selectors": b"<html><style>" + b"a " * 900 + b"{display:none}</style><p>x y z",
    "deep style": b"<html><style>" + b"@media screen{" * 3_000 + b"</style><p>x y z",
    "long style": b"<html><p style='" + b"color:red;" * 100_000 + b"'>x y z",
    "many tables": b"<html>" + b"<table><tr><td>" * 60,
    "unclosed comment": b"<html><!--" + b"-" * 500_000,
    "many declarations": b"<?xml " * 50_000,
    "many meta": b"<html>" + b"<meta name=date content=2026>" * 20_000 + b"<p>x y z",
}


@pytest.mark.parametrize("raw", LARGE.values(), ids=LARGE)
def test_a_page_made_to_cost_time_ends(raw: bytes) -> None:
    assert outcome(Raw(raw, "a.html", "text/html"))
