"""A mail into an article: its own words, and what it quotes and carries, reported."""

from __future__ import annotations

import datetime
import hashlib
from contextlib import suppress
from email.message import EmailMessage

import pytest

from summarizer.document import Document, read_bytes
from summarizer.errors import SourceEmpty

from .files import SECRET, STORY, mail, page, paragraphs

HEADLINE = "Ferry runs aground off Tolmar"


def read(raw: bytes) -> Document:
    return read_bytes(raw, name="a.eml")


def removed(document: Document) -> dict[str, str]:
    return {part.kind: part.sample for part in document.origin.removed}


def test_subject_sender_and_date_are_headline_author_and_date() -> None:
    document = read(mail().as_bytes())

    assert document.text.startswith(f"{HEADLINE}\n\n{STORY[:40]}")
    assert document.origin.title == HEADLINE
    assert document.origin.authors == ("Coast Desk",)
    assert document.origin.published == "2026-03-03T07:15:00+01:00"
    assert document.date == datetime.date(2026, 3, 3)
    assert document.origin.media_type == "message/rfc822"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_the_text_is_decoded_as_it_declares(charset: str, cte: str) -> None:
    message = mail("")
    del message["Subject"]
    message["Subject"] = "Fähre läuft auf Grund"
    message.set_content("Die Fähre lief am Dienstag auf Grund.\n", charset=charset, cte=cte)

    assert (
        read(message.as_bytes()).text.strip()
        == "Fähre läuft auf Grund\n\nDie Fähre lief am Dienstag auf Grund."
    )


HTML = page(paragraphs("Hello.", STORY) + f'<p style="display:none">{SECRET}</p>').decode()
BODIES = {
    "text": (mail(STORY), False),
    "html": (mail("", HTML), True),
    "both": (mail(STORY, page(paragraphs("Other.")).decode()), False),
    "a text that only says look at the html": (mail("This mail is in HTML.", HTML), True),
}


@pytest.mark.parametrize("name", BODIES)
def test_the_part_with_the_article_is_read(name: str) -> None:
    message, from_html = BODIES[name]
    document = read(message.as_bytes())

    assert "ran aground off Tolmar" in document.text
    assert SECRET not in document.text
    assert ("hidden" in removed(document)) == from_html


QUOTING = {
    "marks": f"{STORY}\n\nOn Monday, 2 March 2026, Tom wrote:\n> What happened?\n> Tell us.\n",
    "german": f"{STORY}\n\nAm 2. März 2026 schrieb Tom:\n> Was ist passiert?\n",
    "outlook": f"{STORY}\n\n-----Original Message-----\nFrom: Tom\n\nWhat happened?\n",
    "signature": f"{STORY}\n-- \nLena, Coast Desk\n",
}


@pytest.mark.parametrize("text", QUOTING.values(), ids=QUOTING)
def test_what_is_quoted_of_earlier_mails_is_left_out_and_reported(text: str) -> None:
    document = read(mail(text).as_bytes())

    assert document.text == f"{HEADLINE}\n\n{STORY}"
    assert removed(document)["quoted"]


FIELDS = "From: Tom Averill <tom@coast.example>\nDate: Mon, 2 March 2026\nSubject: Ferry\n\n"
FORWARDING = {
    "a web mailer": f"Please use.\n\n---------- Forwarded message ---------\n{FIELDS}{STORY}\n",
    "a mac": "Please use.\n\n> Begin forwarded message:\n> \n"
    + "".join(f"> {line}\n" for line in f"{FIELDS}{STORY}".split("\n")),
    "german": f"Please use.\n\n-------- Weitergeleitete Nachricht --------\n{FIELDS}{STORY}\n",
}


@pytest.mark.parametrize("text", FORWARDING.values(), ids=FORWARDING)
def test_a_forwarded_mail_is_the_article(text: str) -> None:
    document = read(mail(text).as_bytes())

    assert document.text == f"{HEADLINE}\n\nPlease use.\n\n{STORY}"
    assert "Tom Averill" in removed(document)["quoted"]
    assert document.origin.notes == ("it forwards another mail, whose text is read as part of it",)


def test_an_article_above_a_forwarded_mail_stays_the_article() -> None:
    text = (
        f"{STORY} {STORY}\n\n{STORY}\n\n---------- Forwarded message ---------\n{FIELDS}{SECRET}\n"
    )
    document = read(mail(text).as_bytes())

    assert SECRET not in document.text
    assert "Forwarded message" in removed(document)["quoted"]


def test_a_mail_carried_whole_is_the_article() -> None:
    inner = mail()
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "Tom Averill <tom@coast.example>", "Fwd: for tomorrow"
    outer.set_content("FYI\n")
    outer.add_attachment(inner)
    document = read(outer.as_bytes())

    assert document.text.startswith(f"{HEADLINE}\n\n{STORY[:40]}")
    assert document.origin.authors == ("Coast Desk",)
    assert document.origin.raw_sha256 == hashlib.sha256(outer.as_bytes()).hexdigest()
    assert document.origin.notes == (
        "Tom Averill forwards this mail; what stands above it was left out",
    )


def test_a_quote_in_html_is_left_out() -> None:
    body = f'<p>{STORY}</p><blockquote type="cite"><p>What happened?</p></blockquote>'
    document = read(mail("", page(body).decode()).as_bytes())

    assert "What happened?" not in document.text
    assert removed(document)["quoted"] == "What happened?"


def test_attachments_are_named_and_not_read() -> None:
    message = mail()
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="report.pdf")
    message.add_attachment(SECRET, filename="note.txt")
    document = read(message.as_bytes())

    assert SECRET not in document.text
    assert removed(document)["attachment"] == "report.pdf (application/pdf)"


def test_flowed_lines_are_one() -> None:
    message = mail("x")
    message.replace_header("Content-Type", "text/plain; charset=utf-8; format=flowed")
    message.set_payload("The ferry \nran aground.\n\nNobody was hurt.\n")

    assert read(message.as_bytes()).text.endswith("The ferry ran aground.\n\nNobody was hurt.")


def test_a_page_saved_as_a_mail_is_read_as_a_page() -> None:
    message = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://coast.example/ferry\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        f"{page(f'<article><h1>Ferry</h1>{paragraphs(STORY)}</article>').decode()}\r\n--b--\r\n"
    )
    document = read_bytes(message.encode(), name="a.mhtml")

    assert document.text == f"Ferry\n\n{STORY}"
    assert document.origin.url == "https://coast.example/ferry"


EMPTY = {
    "nothing": mail("").as_bytes(),
    "attachment only": b"Content-Type: application/pdf\nContent-Disposition: attachment\n\nx",
    "blank": b"Subject: x\n\n\n\n",
}


@pytest.mark.parametrize("raw", EMPTY.values(), ids=EMPTY)
def test_a_mail_without_text_says_so(raw: bytes) -> None:
    with pytest.raises(SourceEmpty, match="no text in the mail"):
        read(raw)


ODD = {
    "broken base64": b"From: a\nContent-Transfer-Encoding: base64\n\n!!!!QUJD====A",
    "no such charset": b"From: a\nContent-Type: text/plain; charset=klingon\n\nThe ferry sank.",
    "no boundary": b"From: a\nContent-Type: multipart/mixed\n\nThe ferry sank.",
    "bad date": b"From: a\nDate: yesterday\n\nThe ferry sank.",
    "bad subject": b"From: a\nSubject: =?utf-8?q?=ff=fe?= =?x?y?z?=\n\nThe ferry sank.",
    "bad sender": b'From: "<<>>,,@;\n\nThe ferry sank.',
}


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD)
def test_odd_mails_are_read_or_refused_by_name(raw: bytes) -> None:
    with suppress(SourceEmpty):
        assert read(raw).text
