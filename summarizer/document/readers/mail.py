"""A mail (``.eml``), or a page saved as one (``.mhtml``), into an article.

The standard library reads it. Of a text and an HTML rendering of the same the text is taken, the
HTML where there is no text worth the name. Earlier mails quoted in it and attachments are left out
and reported; the subject is the headline.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import cast

from summarizer.document.decoding import Declared, Decoded, decode_markup
from summarizer.document.origin import Removed
from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.mail_quotes import COVER, forwarded, without_quotes
from summarizer.document.readers.page import declared_inside, read_markup
from summarizer.document.readers.page_blocks import blocks_of
from summarizer.document.readers.page_hidden import remove_hidden
from summarizer.document.readers.page_tree import drop, parse, text_in
from summarizer.document.readers.samples import removed
from summarizer.errors import SourceEmpty, SourceNotText, SummarizerError

_MOST_PARTS = 200
# What the standard library raises for headers that are none.
_ODD = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_FLOWED = "flowed"
_FORWARDED = "it forwards another mail, whose text is read as part of it"


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    removed: tuple[Removed, ...]
    decoded: Decoded
    notes: tuple[str, ...] = ()


def read_mail(raw: Raw, media_type: str = "message/rfc822") -> Content:
    """Read a mail. Raises SourceEmpty without a text in it, SourceNotText for what is no mail."""
    message = _parsed(raw)
    parts = list(_parts(message))
    page = _saved_page(message, parts)
    if page is not None:
        return _read_saved_page(page, message, raw)
    inside = _only_forwards(parts)
    if inside is not None:
        return _read_forwarded(inside, message, raw, media_type)
    body, left = _body(parts, raw)
    subject = _header(message, "subject")
    text = f"{subject}\n\n{body.text}" if subject else body.text
    attachments = [part for part in parts if part is not left]
    origin = raw.origin(media_type, body.decoded)
    origin = replace(
        origin,
        notes=(*origin.notes, *body.notes),
        title=subject,
        authors=_authors(message),
        published=_date(message),
        removed=(*body.removed, *removed("attachment", map(_attachment, attachments))),
    )
    return Content(text, origin)


def _only_forwards(parts: list[Message]) -> Message | None:
    """The mail that a mail carries whole, where it says little itself."""
    carried = [part for part in parts if part.get_content_type() == "message/rfc822"]
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    if len(carried) != 1:
        return None
    own = sum(len(str(part.get_payload()).split()) for part in plain)
    found = carried[0].get_payload()
    inside = found[0] if own <= COVER and isinstance(found, list) and found else None
    return inside if isinstance(inside, Message) else None


def _read_forwarded(inside: Message, message: Message, raw: Raw, media_type: str) -> Content:
    """The carried mail as the article: its own subject, sender and date."""
    try:
        body = inside.as_bytes()
    except (MessageError, UnicodeError, *_ODD):
        raise _broken(raw) from None
    if len(body) >= len(raw.body):
        raise _broken(raw)
    content = read_mail(replace(raw, body=body), media_type)
    sender = ", ".join(_authors(message)) or "somebody"
    note = f"{sender} forwards this mail; what stands above it was left out"
    origin = replace(
        content.origin,
        raw_sha256=raw.origin(media_type).raw_sha256,
        notes=(note, *content.origin.notes),
    )
    return replace(content, origin=origin)


def _parsed(raw: Raw) -> EmailMessage:
    try:
        message = email.message_from_bytes(raw.body, policy=email.policy.default)
    except (MessageError, ValueError, RecursionError, IndexError, AttributeError, TypeError):
        raise _broken(raw) from None
    return message


def _broken(raw: Raw) -> SourceNotText:
    return SourceNotText(
        "it is a mail that cannot be read",
        document=raw.name,
        remedy="Save it anew from the mail program, or give its text as plain text",
    )


def _parts(message: Message) -> Iterator[Message]:
    """The parts that are not made of others, in order; a mail inside the mail stays one part."""
    todo = [message]
    for _ in range(_MOST_PARTS):
        if not todo:
            return
        part = todo.pop(0)
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            todo[:0] = cast("list[Message]", part.get_payload())
        else:
            yield part


def _body(parts: list[Message], raw: Raw) -> tuple[_Body, Message]:
    """The text of the mail, and the part it is from; raises SourceEmpty."""
    shown = [part for part in parts if _disposition(part) != "attachment"]
    plain = [part for part in shown if part.get_content_type() == "text/plain"]
    pages = [part for part in shown if part.get_content_type() == "text/html"]
    found = [(_plain_body(part, raw), part) for part in plain[:1]]
    if not found or (pages and len(found[0][0].text.split()) < 20):
        found += [(_page_body(part, raw), part) for part in pages[:1]]
    found = [(body, part) for body, part in found if body.text.strip()]
    if not found:
        raise SourceEmpty("there is no text in the mail", document=raw.name)
    return max(found, key=lambda pair: len(pair[0].text.split()))


def _decoded(part: Message, raw: Raw) -> Decoded:
    try:
        payload = part.get_payload(decode=True)
    except (AssertionError, *_ODD):
        raise _broken(raw) from None
    body = payload if isinstance(payload, bytes) else b""
    declared = Declared(raw.encoding, part.get_content_charset() or "", declared_inside(body))
    decoded = decode_markup(body, raw.name, declared)
    return replace(decoded, text=decoded.text.replace("\r\n", "\n").replace("\x00", ""))


def _plain_body(part: Message, raw: Raw) -> _Body:
    decoded = _decoded(part, raw)
    text = decoded.text
    if str(part.get_param("format") or "").lower() == _FLOWED:
        text = _unflowed(text, str(part.get_param("delsp") or "").lower() == "yes")
    own, fields, inside = forwarded(text)
    if inside:
        own, quoted = f"{own}\n\n{inside}".strip("\n"), [fields]
        return _Body(own, removed("quoted", quoted), decoded, (_FORWARDED,))
    own, quoted = without_quotes(text)
    return _Body(own, removed("quoted", quoted), decoded)


def _unflowed(text: str, delete_space: bool) -> str:
    """Lines that end in a blank go on in the next (RFC 3676); quoted ones are left as they are."""
    out: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        if goes_on and not line.startswith(">") and line != "-- ":
            out[-1] += line.removeprefix(" ")
        else:
            out.append(line)
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if goes_on and delete_space:
            out[-1] = out[-1][:-1]
    return "\n".join(out)


def _page_body(part: Message, raw: Raw) -> _Body:
    decoded = _decoded(part, raw)
    try:
        tree = parse(decoded.text, raw.name)
    except SummarizerError:
        return _Body("", (), decoded)
    hidden = remove_hidden(tree)
    quotes = [node for node in tree.iter("blockquote", "div") if _is_quote(node)]
    quoted = [text_in(node) for node in quotes]
    for node in quotes:
        drop(node)
    text = "\n\n".join(block.text for block in blocks_of(tree))
    return _Body(text, (*removed("quoted", quoted), *hidden), decoded)


def _is_quote(node: object) -> bool:
    get = node.get  # type: ignore[attr-defined]
    named = f"{get('class') or ''} {get('id') or ''} {get('type') or ''}".lower()
    return any(mark in named for mark in ("gmail_quote", "yahoo_quoted", "cite", "divrplyfwdmsg"))


def _saved_page(message: Message, parts: list[Message]) -> Message | None:
    """The page of a saved page; None where the message is a mail."""
    if message.get("Snapshot-Content-Location") is None and "multipart/related" not in str(
        message.get("Content-Type", "")
    ):
        return None
    if message.get("To") is not None or message.get("Received") is not None:
        return None
    return next((part for part in parts if part.get_content_type() == "text/html"), None)


def _read_saved_page(page: Message, message: Message, raw: Raw) -> Content:
    location = _header(message, "snapshot-content-location") or _header(page, "content-location")
    url = location if location.startswith(("http://", "https://")) else ""
    return read_markup(_decoded(page, raw), replace(raw, url=raw.url or url), "multipart/related")


def _header(message: Message, name: str) -> str:
    """A header on one line; "" where there is none, or none that can be read."""
    try:
        value = message.get(name)
        return " ".join(str(value).split())[:400] if value is not None else ""
    except (MessageError, *_ODD):
        return ""


def _authors(message: Message) -> tuple[str, ...]:
    return tuple(
        name or address
        for name, address in getaddresses([_header(message, "from")])
        if name or address
    )


def _date(message: Message) -> str:
    try:
        return parsedate_to_datetime(_header(message, "date")).isoformat()
    except _ODD:
        return ""


def _disposition(part: Message) -> str:
    try:
        return part.get_content_disposition() or ""
    except (MessageError, ValueError, IndexError, AttributeError):
        return ""


def _attachment(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (MessageError, ValueError, IndexError, AttributeError, TypeError):
        name = ""
    return f"{name} ({part.get_content_type()})".strip()
