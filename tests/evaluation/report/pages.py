"""Reads a report's HTML back: its elements, the words in them, and what evidence points at."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "circle", "rect", "path", "line"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", *classes: str) -> list[Element]:
        """Every element below, in order, of a tag and with all of some classes."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                if tag in ("", child.tag) and set(classes) <= child.classes:
                    found.append(child)
                found += child.all(tag, *classes)
        return found

    def one(self, tag: str = "", *classes: str) -> Element:
        [found] = self.all(tag, *classes)
        return found

    def within(self, tag: str, *classes: str) -> Element:
        """The nearest element above."""
        above = self.parent
        while above and not (above.tag == tag and set(classes) <= above.classes):
            above = above.parent
        assert above, f"{self.tag} is in no {tag}"
        return above


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.at = self.at if tag in VOID else self.at.parent or self.root

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.at.tag, f"</{tag}> closes <{self.at.tag}>"
        self.at = self.at.parent or self.root

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def read(page: str) -> Element:
    """The page as a tree; fails where a tag is not closed in its place."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is never closed"
    return reader.root


def structure(element: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Every tag in order with the names of its attributes: what no foreign word may change."""
    return [(e.tag, tuple(e.attributes)) for e in element.all()]


def marked(button: Element) -> list[str]:
    """The words of the article that choosing an item marks, a string for each range."""
    pieces = button.within("div", "case").one("div", "text").all("span")
    ranges = [tuple(map(int, r.split("-"))) for r in button.attributes["data-e"].split()]
    return ["".join(piece.text for piece in pieces[start:end]) for start, end in ranges]
