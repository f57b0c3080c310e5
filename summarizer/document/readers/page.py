"""A web page into an article: its hidden text taken out, its main text chosen.

The text begins with the headline, then a blank line, as the articles of wire services do.
"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.document.decoding import Decoded, decode_markup
from summarizer.document.language import plausible
from summarizer.document.origin import Removed
from summarizer.document.readers.content import Content, Raw
from summarizer.document.readers.lengths import word_count
from summarizer.document.readers.page_blocks import HEADINGS, Block, blocks_of
from summarizer.document.readers.page_facts import Facts, read_facts
from summarizer.document.readers.page_hidden import remove_hidden
from summarizer.document.readers.page_main import Choice, choose
from summarizer.document.readers.page_tree import Element, parse
from summarizer.document.readers.samples import removed
from summarizer.errors import SourceEmpty

# Where a page declares its encoding: in its first kilobyte, or as an XML declaration.
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.\-]{2,40})", re.I
)
_XML = re.compile(
    rb"\s{0,100}<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_:.\-]{2,40})", re.I
)
_HEAD = 4_096
_WORD = re.compile(r"\w+")
_SAME_TITLE = 0.6
_NEXT_TO_NOTHING = 30  # words, fewer than which are no article where one is declared
_TOO_SHORT = 8  # words, with which an article could begin and not end
_REFRESH = re.compile(r"url\s{0,5}=\s{0,5}[\"']?([^\s\"'>]{1,900})", re.IGNORECASE)
_TIGHT = ("li", "tr", "dd", "dt")  # these stand line under line, without blank ones


def read_page(raw: Raw, media_type: str = "text/html") -> Content:
    """Read a page. Raises SourceEmpty where no text is left, MissingExtra without the libraries."""
    decoded = decode_markup(raw.body, raw.name, raw.declared(declared_inside(raw.body)))
    return read_markup(decoded, raw, media_type)


def declared_inside(body: bytes) -> str:
    """The encoding that a page or an XML file itself declares, "" for none."""
    found = _XML.match(body[:_HEAD].removeprefix(b"\xef\xbb\xbf")) or _CHARSET.search(body[:_HEAD])
    return found.group(1).decode("ascii") if found else ""


def read_markup(decoded: Decoded, raw: Raw, media_type: str) -> Content:
    """Read a page whose text is known; see ``read_page``."""
    tree = parse(decoded.text, raw.name)
    url = raw.fetched_from or raw.url
    facts = read_facts(tree, url)
    leads_to = _leads_to(tree)
    hidden = remove_hidden(tree)
    blocks = blocks_of(tree)
    if not blocks and not facts.body:
        raise _without_text(hidden, leads_to, raw.name)
    choice = choose(tree, blocks, url) if blocks else Choice(())
    headline = _headline(choice, blocks, facts)
    text, missing = _whole_text(choice, headline, facts, leads_to)
    origin = replace(
        raw.origin(media_type, decoded),
        url=facts.url or url,
        title=facts.title or headline,
        authors=facts.authors,
        site=facts.site,
        published=facts.published,
        modified=facts.modified,
        description=facts.description,
        removed=(*_left_out(choice, headline), *hidden),
    )
    language, notes = _language(facts.language, text)
    if not facts.free:
        notes = (*notes, "the page says that not all of the article is free to read")
    return Content(text, replace(origin, notes=(*origin.notes, *notes, *missing)), language)


def _leads_to(tree: Element) -> str:
    """The address that a page has in place of a text: of its first frame, or where it sends on."""
    for node in tree.iter("frame", "iframe"):
        if source := (node.get("src") or "").strip():
            return " ".join(source.split())[:200]
    for node in tree.iter("meta"):
        if (node.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.search((node.get("content") or "")[:1_000])
            if found:
                return found.group(1)[:200]
    return ""


def _whole_text(
    choice: Choice, headline: str, facts: Facts, leads_to: str
) -> tuple[str, tuple[str, ...]]:
    """The article's text, and a note where it is likely not all of it.

    Where the page shows next to nothing, what it declares as its article's text stands in for it:
    a script would show it.
    """
    text = _text(choice.article, headline)
    shown = sum(word_count(block.text) for block in choice.article if block.text != headline)
    declared = word_count(facts.body)
    if facts.body and facts.free and shown < _NEXT_TO_NOTHING <= declared:
        body = facts.body.removeprefix(headline).strip()
        note = "the page shows no article without its scripts; this is the text it declares"
        return f"{headline}\n\n{body}".strip(), (f"{note} for machines (JSON-LD)",)
    if facts.free and declared > 2 * shown + _NEXT_TO_NOTHING:
        note = f"the page declares an article of {declared:,} words, and shows {shown:,} of them"
        return text, (f"{note} without its scripts",)
    if shown < _TOO_SHORT:
        hint = f", or stand at {leads_to}" if leads_to else ""
        note = f"the page shows {shown} words of an article; the rest may be written by a script"
        return text, (note + hint,)
    return text, ()


def _without_text(hidden: tuple[Removed, ...], leads_to: str, name: str) -> SourceEmpty:
    if leads_to:
        return SourceEmpty(
            "there is no text in the page itself; it shows or leads to another",
            document=name,
            remedy=f"Give the address of that page: {leads_to}",
        )
    if any(part.kind == "hidden" for part in hidden):
        return SourceEmpty(
            "its own style hides all of its text",
            document=name,
            remedy="Give the text that a browser shows, as plain text",
        )
    return SourceEmpty(
        "there is no text in the page",
        document=name,
        remedy="It may be written by a script: give the text that a browser shows, as plain text",
    )


def _headline(choice: Choice, blocks: list[Block], facts: Facts) -> str:
    """The page's headline as the page shows it; as it declares it where it shows none."""
    declared = set(_WORD.findall(facts.title.lower()))
    shown = [block for block in blocks if block.tag == "h1"]
    if not declared:
        return shown[0].text if shown else ""
    headings = shown + [block for block in blocks if block.tag in HEADINGS[1:]]
    for block in (*headings, *choice.article[:2]):
        own = set(block.words)
        if len(own & declared) >= _SAME_TITLE * max(len(own), min(len(declared), len(own) + 2)):
            return " ".join(block.text.split("\n"))
    return facts.title


def _text(article: tuple[Block, ...], headline: str) -> str:
    """The headline and the blocks, a blank line between them; items and rows line under line."""
    words = _WORD.findall(headline.lower())
    body = list(article)
    if headline:
        # The same heading further down would be a second headline.
        body = [block for block in body if list(block.words) != words]
    parts: list[str] = [headline] if headline else []
    previous = ""
    for block in body:
        tight = block.tag in _TIGHT and block.tag == previous
        parts += (["\n" if tight else "\n\n"] if parts else []) + [block.text]
        previous = block.tag
    return "".join(parts)


def _left_out(choice: Choice, headline: str) -> tuple[Removed, ...]:
    """What was left out; not the headline, which is shown apart from the article on many pages."""
    words = tuple(_WORD.findall(headline.lower()))

    def others(blocks: tuple[Block, ...]) -> list[str]:
        return [block.text for block in blocks if block.words != words]

    return (
        *removed("navigation", others(choice.navigation)),
        *removed("discussion", others(choice.discussion)),
        *removed("boilerplate", others(choice.boilerplate)),
    )


def _language(declared: str, text: str) -> tuple[str, tuple[str, ...]]:
    """The declared language where it may be the text's, and a note where it is not."""
    if not declared or plausible(declared, text):
        return declared, ()
    return "", (f"the page declares the language {declared}, and reads like another",)
