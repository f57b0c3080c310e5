"""A page as a tree of elements: parsed without reaching anything, and walked without recursion.

Needs lxml, of the extra ``pages``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.document.readers.extras import need
from summarizer.errors import SourceEmpty, SourceNotText

Element = Any
"""An ``lxml.html.HtmlElement``; the library has no types."""

MAX_DEPTH = 200
MAX_ELEMENTS = 200_000
"""Far over any article: the front page of a large paper has some 5,000 elements, 40 deep."""

_XML_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,300}\?>")
# What XML, and so the parser, does not take as a character; browsers show nothing for them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROLS = {
    **dict.fromkeys([*range(9), 11, *range(14, 32), 127, 0xFFFE, 0xFFFF]),
    12: " ",
}


def parse(markup: str, name: str = "") -> Element:
    """The tree of a page. Raises SourceEmpty without an element, SourceNotText for a monster."""
    html = need("lxml.html", "pages")
    etree = need("lxml.etree", "pages")
    text = markup.removeprefix("\ufeff").translate(_CONTROLS)
    text = _XML_DECLARATION.sub("", text, count=1)
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError, ValueError):
        raise SourceEmpty("there is nothing in the page", document=name) from None
    if tree is None:
        raise SourceEmpty("there is nothing in the page", document=name)
    _refuse_monsters(tree, name)
    _clean(tree)
    return tree


def _clean(tree: Element) -> None:
    """Take out the characters that references such as ``&#1;`` bring in: libraries fail at them."""
    for node in tree.iter():
        if node.text and _FORBIDDEN.search(node.text):
            node.text = node.text.translate(_CONTROLS)
        if node.tail and _FORBIDDEN.search(node.tail):
            node.tail = node.tail.translate(_CONTROLS)


def _refuse_monsters(tree: Element, name: str) -> None:
    elements, deepest = 0, 0
    for _, depth in walk(tree):
        elements += 1
        deepest = max(deepest, depth)
    if elements > MAX_ELEMENTS or deepest > MAX_DEPTH:
        raise SourceNotText(
            f"it is no page that a person wrote: {elements:,} elements, {deepest} deep",
            document=name,
            remedy="Give its text as plain text",
        )


def walk(tree: Element) -> Iterator[tuple[Element, int]]:
    """Every element in order, comments left out, with its depth; the tree's own is 0."""
    depth = 0
    etree = need("lxml.etree", "pages")
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            yield node, depth
            depth += 1
        else:
            depth -= 1


def drop(node: Element) -> None:
    """Take an element and all that is in it out of its tree; the text behind it stays."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def text_in(node: Element) -> str:
    """All text in an element, as it stands, comments left out."""
    return "".join(node.itertext(tag="*"))
