"""What a page's own style says of its elements: of the properties by which text is hidden.

Style attributes and ``<style>`` elements are read, by the cascade (importance, specificity,
order); what stands in files elsewhere is not fetched. tinycss2 reads the style and cssselect turns
selectors into XPath, both of the extra ``pages``. Rules for other media, for a width of the window
or for states such as ``:hover`` are left out.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarizer.document.readers.extras import need
from summarizer.document.readers.page_tree import Element
from summarizer.document.readers.page_values import (
    ROOTS,
    Declaration,
    Tokens,
    solid,
    with_variables,
)

PROPERTIES = frozenset(
    [
        "display",
        "visibility",
        "opacity",
        "color",
        "background",
        "background-color",
        "background-image",
        "background-clip",
        "-webkit-background-clip",
        "-webkit-text-fill-color",
        "font-size",
        "position",
        "left",
        "top",
        "right",
        "bottom",
        "text-indent",
        "margin-left",
        "margin-top",
        "clip",
        "clip-path",
        "width",
        "height",
        "max-width",
        "max-height",
        "overflow",
        "overflow-x",
        "overflow-y",
        "transform",
        "scale",
        "translate",
        "filter",
        "content-visibility",
    ]
)
_PLAIN = frozenset(string.ascii_letters + string.digits + " \n\t\r_-.#,>+~*")
_NAME = re.compile(r"[.#]([\w-]+)")
_MEDIA = frozenset(("", "all", "screen", "only screen"))
_LONGEST = 500_000  # characters of style that are read
_MOST_SELECTORS = 3_000
_MOST_VISITS = 60_000_000  # selectors times elements: about two seconds
_COSTLY = 20_000  # elements, beyond which sibling selectors would be quadratic


@dataclass(slots=True)
class Styles:
    """The declarations that win, of each element that has some; ``whole`` if all were read."""

    of: dict[Element, dict[str, Declaration]] = field(default_factory=dict)
    whole: bool = True

    def get(self, element: Element) -> Mapping[str, Declaration]:
        """Property to winning declaration; empty for an element without style."""
        return self.of.get(element, {})

    def add(self, element: Element, declarations: Iterable[tuple[str, Declaration]]) -> None:
        """Declarations that apply to an element: each wins over those that weigh less."""
        mine = self.of.setdefault(element, {})
        for name, declaration in declarations:
            if name not in mine or mine[name].weight <= declaration.weight:
                mine[name] = declaration

    def resolve(self, variables: Mapping[str, Tokens]) -> None:
        """Put what ``variables`` stand for in their places."""
        for mine in self.of.values():
            for name, declaration in mine.items():
                tokens = with_variables(declaration, name, variables)
                if tokens is not declaration.tokens:
                    mine[name] = Declaration(tokens, declaration.weight)


def read_styles(tree: Element) -> Styles:
    """The style of every element of ``tree``, as far as the page itself says it."""
    styles = Styles()
    present = _Present.of(tree)
    left = min(_MOST_SELECTORS, _MOST_VISITS // max(present.elements, 1))
    unread: list[int] = []
    variables: dict[str, Tokens] = {}
    for order, (prelude, declared) in enumerate(_rules(tree, unread)):
        if not ROOTS.isdisjoint(part.strip() for part in prelude.split(",")):
            variables |= {name: value for name, value, _ in declared if name.startswith("--")}
        if not present.may_match(prelude):
            continue
        for selector in _selectors(prelude, present.elements):
            left -= 1
            if left < 0:
                unread.append(1)
                continue
            weighed = list(_weighed(declared, selector.specificity, order, inline=False))
            for element in selector.elements(tree):
                styles.add(element, weighed)
    for element in tree.iter("*"):
        inline = element.get("style")
        if inline:
            declared = list(_declarations(inline[:5_000]))
            styles.add(element, _weighed(declared, (0, 0, 0), 0, inline=True))
    styles.resolve(variables)
    styles.whole = not any(unread)
    return styles


@dataclass(frozen=True, slots=True)
class _Present:
    """The names that a page has: most rules of a site are for other pages of it."""

    names: frozenset[str]
    elements: int

    @classmethod
    def of(cls, tree: Element) -> _Present:
        """Every class and id in the page, and how many elements it has."""
        names: set[str] = set()
        elements = 0
        for element in tree.iter("*"):
            elements += 1
            names.update((element.get("class") or "").split())
            names.update((element.get("id") or "").split())
        return cls(frozenset(names), elements)

    def may_match(self, prelude: str) -> bool:
        """Whether all names in one of the selectors are there; yes where that is not simple."""
        if not _PLAIN.issuperset(prelude):
            return True
        return any(
            all(name in self.names for name in _NAME.findall(selector))
            for selector in prelude.split(",")
        )


@dataclass(frozen=True, slots=True)
class _Selector:
    specificity: tuple[int, int, int]
    xpath: Any

    def elements(self, tree: Element) -> list[Element]:
        etree = need("lxml.etree", "pages")
        try:
            return [found for found in self.xpath(tree) if isinstance(found.tag, str)]
        except etree.XPathError:
            return []


def _selectors(prelude: str, elements: int) -> Iterator[_Selector]:
    """The selectors of a rule that say something of a page which nobody has touched."""
    cssselect = need("cssselect", "pages")
    etree = need("lxml.etree", "pages")
    if len(prelude) > 2_000 or ":has(" in prelude or ":is(" in prelude:
        return
    if elements > _COSTLY and any(mark in prelude for mark in ("~", "+", ":")):
        return
    try:
        parsed = cssselect.parse(prelude)
    except cssselect.SelectorError:
        return
    translator = cssselect.HTMLTranslator()
    for selector in parsed:
        if selector.pseudo_element or selector.canonical().count(" ") > 12:
            continue
        try:
            xpath = translator.selector_to_xpath(selector)
            yield _Selector(selector.specificity(), etree.XPath(xpath))
        except (cssselect.SelectorError, etree.XPathError, RecursionError):
            continue


def _rules(
    tree: Element, unread: list[int]
) -> Iterator[tuple[str, list[tuple[str, Tokens, bool]]]]:
    """The rules of all ``<style>`` elements in order: selector text, and what they declare.

    To ``unread`` is added how many characters were too many to be read.
    """
    tinycss2 = need("tinycss2", "pages")
    left = _LONGEST
    for style in tree.iter("style"):
        if (style.get("media") or "").strip().lower() not in _MEDIA:
            continue
        whole = style.text or ""
        text = whole[:left]
        unread.append(len(whole) - len(text))
        left -= len(text)
        sheet = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        yield from _rules_of(sheet, tinycss2, 0)


def _rules_of(
    rules: list[Any], tinycss2: Any, depth: int
) -> Iterator[tuple[str, list[tuple[str, Tokens, bool]]]]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _block_of(tinycss2.serialize(rule.prelude).strip(), rule.content, depth)
        elif rule.type == "at-rule" and rule.content is not None and depth < 5:
            media = tinycss2.serialize(rule.prelude).strip().lower()
            if rule.lower_at_keyword == "media" and media not in _MEDIA:
                continue
            if rule.lower_at_keyword in ("media", "supports", "layer"):
                inner = tinycss2.parse_rule_list(
                    rule.content, skip_comments=True, skip_whitespace=True
                )
                yield from _rules_of(inner, tinycss2, depth + 1)


def _block_of(
    prelude: str, content: Any, depth: int
) -> Iterator[tuple[str, list[tuple[str, Tokens, bool]]]]:
    """What a rule declares itself, then the rules that stand inside of it (CSS Nesting)."""
    tinycss2 = need("tinycss2", "pages")
    declared = list(_declarations(content))
    if declared:
        yield prelude, declared
    if depth >= 5:
        return
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "qualified-rule":
            inner = _nested(prelude, tinycss2.serialize(node.prelude).strip())
            yield from _block_of(inner, node.content, depth + 1)
        elif node.type == "at-rule" and node.content is not None:
            conditional = node.lower_at_keyword in ("supports", "layer")
            media = tinycss2.serialize(node.prelude).strip().lower()
            if conditional or (node.lower_at_keyword == "media" and media in _MEDIA):
                yield from _block_of(prelude, node.content, depth + 1)


def _nested(outer: str, inner: str) -> str:
    """The selector of a rule inside another: ``&`` is the outer one, and stands before all else."""
    if "(" in outer:
        return outer if inner == "&" else f"{outer} {inner.replace('&', '')}".strip()
    return ", ".join(
        part.replace("&", whole) if "&" in part else f"{whole} {part}"
        for whole in (one.strip() for one in outer.split(",")[:20])
        for part in (one.strip() for one in inner.split(",")[:20])
    )


def _declarations(content: Any) -> Iterator[tuple[str, Tokens, bool]]:
    """Name, value and importance of the declarations that can hide something.

    Those of variables (``--name``) are given too.
    """
    tinycss2 = need("tinycss2", "pages")
    parsed = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for node in parsed:
        if node.type != "declaration":
            continue
        if node.lower_name in PROPERTIES or node.name.startswith("--"):
            tokens = solid(node.value)
            if tokens:
                name = node.name if node.name.startswith("--") else node.lower_name
                yield name, tokens, bool(node.important)


def _weighed(
    declared: Iterable[tuple[str, Tokens, bool]],
    specificity: tuple[int, int, int],
    order: int,
    *,
    inline: bool,
) -> Iterator[tuple[str, Declaration]]:
    for name, tokens, important in declared:
        yield name, Declaration(tokens, (important, inline, specificity, order))
