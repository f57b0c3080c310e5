"""Which blocks of a page are its article.

trafilatura chooses, and the words are taken from the page itself. Its choice is then mended where
it is known to go wrong: repeated teasers and boxes inside the article are left out; what was lost
between two kept paragraphs (a list, a pull quote, a caption, a short paragraph) is taken back; and
where it kept little of what the page itself marks as its article, that is taken instead.
``python -m evals.bench pages`` measures both.
"""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from summarizer.document.readers.extras import need
from summarizer.document.readers.page_blocks import HEADINGS, Block
from summarizer.document.readers.page_tree import Element

_WORD = re.compile(r"\w+")
_NAMES = re.compile(r"[a-z]+")
# Class names and ids by which pages name what is not the article, as whole words of the name.
_ASIDE = frozenset(
    [
        "related",
        "recommended",
        "recommendations",
        "newsletter",
        "signup",
        "subscribe",
        "subscription",
        "share",
        "sharing",
        "social",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "breadcrumb",
        "breadcrumbs",
        "promo",
        "promoted",
        "sponsored",
        "advert",
        "advertisement",
        "ads",
        "outbrain",
        "taboola",
        "trending",
        "popular",
        "sidebar",
        "paywall",
        "login",
        "toolbar",
        "pagination",
        "teaser",
        "teasers",
        "readmore",
        "morefrom",
    ]
)
_DISCUSSION = frozenset(
    ["comments", "comment", "disqus", "commentlist", "respond", "discussion", "replies"]
)
_PHRASES = (("most", "read"), ("read", "more"), ("read", "next"), ("also", "read"), ("more", "on"),
            ("see", "also"), ("you", "may"))  # fmt: skip
_NAVIGATION = ("nav", "header", "footer", "aside", "form", "menu", "button")
_ROLES = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu")
_BYLINE = frozenset(["byline", "author", "authors", "timestamp", "meta", "dateline", "published"])
_SHORT = 15  # words
_MATCHED = 0.7  # share of a block's word triples that the choice must hold
_POOR = 0.5  # of the marked article's words: a choice with fewer has lost it
_PARAGRAPH = 6  # words that make a block a paragraph
_STRAY = 0.3  # words outside the headed article, as a share of its own: more is a part of it
_INSIDE = 0.8  # of the chosen words, that the article's element must hold
# Blocks beyond which trafilatura goes without its second opinions: the time of one of them, of
# jusText, grows with the square of the blocks (0.7 s for 2,000, 240 s for 38,000, on one core).
_MOST_COMPARED = 4_000


@dataclass(frozen=True, slots=True)
class Choice:
    """The blocks of the article, in order, and the others: navigation, discussion, the rest."""

    article: tuple[Block, ...]
    navigation: tuple[Block, ...] = ()
    discussion: tuple[Block, ...] = ()
    boilerplate: tuple[Block, ...] = ()


def choose(tree: Element, blocks: Sequence[Block], url: str = "") -> Choice:
    """The article among the ``blocks`` of ``tree``."""
    places = _Places()
    kept = _matched(blocks, chosen_by_trafilatura(tree, url, fast=len(blocks) > _MOST_COMPARED))
    kept = _mended(blocks, _headed(blocks, kept, places), places)
    marked = _marked_article(blocks, places)
    if _words(blocks, kept) < _POOR * _words(blocks, marked):
        kept = marked
    if not kept:
        kept = {number for number, block in enumerate(blocks) if not places.is_aside(block.element)}
    return _sorted_out(blocks, kept, places)


def chosen_by_trafilatura(tree: Element, url: str = "", *, fast: bool = False) -> str:
    """The main text as trafilatura alone gives it; "" where it finds none.

    ``fast`` leaves out the other extractors that it compares itself with.
    """
    trafilatura = need("trafilatura", "pages")
    for name in ("trafilatura", "htmldate", "courlan", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree),
            url=url or None,
            include_comments=False,
            include_tables=True,
            fast=fast,
        )
    except Exception:  # a page that it fails at is still read, by what the page itself marks
        return ""
    return (found.text or "") if found is not None else ""


class _Places:
    """What kind of part of the page an element is in, remembered."""

    def __init__(self) -> None:
        self._known: dict[Element, str] = {}

    def kind(self, element: Element, top: Element | None = None) -> str:
        """``discussion``, ``aside``, ``navigation`` or "", by the nearest that says so.

        What is at ``top`` or above says nothing.
        """
        path = []
        found = ""
        while element is not None and element is not top:
            known = self._known.get(element) if top is None else None
            if known is not None:
                found = known
                break
            path.append(element)
            found = _kind(element)
            if found:
                break
            element = element.getparent()
        if top is None:
            for passed in path:
                self._known[passed] = found
        return found

    def is_aside(self, element: Element) -> bool:
        return bool(self.kind(element))


def _kind(element: Element) -> str:
    if element.tag in ("html", "body", "main", "article"):
        return ""
    words = _NAMES.findall(f"{element.get('class') or ''} {element.get('id') or ''}".lower()[:400])
    named = set(words)
    if named & _DISCUSSION:
        return "discussion"
    if named & _ASIDE or any(pair in _PHRASES for pair in itertools.pairwise(words)):
        return "aside"
    role = (element.get("role") or "").lower()
    if element.tag in _NAVIGATION or role in _ROLES:
        inside = element.tag in ("header", "footer") and _within_article(element)
        return "" if inside or (element.tag == "aside" and "quote" in named) else "navigation"
    return ""


def _within_article(element: Element) -> bool:
    return any(
        outer.tag in ("article", "main", "blockquote", "figure")
        for outer in element.iterancestors()
    )


def _matched(blocks: Sequence[Block], chosen: str) -> set[int]:
    """The numbers of the blocks whose words are in the chosen text."""
    words = _WORD.findall(chosen.lower())
    triples = set(zip(words, words[1:], words[2:], strict=False))
    lines = {
        tuple(_WORD.findall(part))
        for line in chosen.lower().split("\n")
        for part in (line, *line.split("|"))
    }
    kept = set()
    for number, block in enumerate(blocks):
        own = block.words
        if len(own) < 3 or own in lines:
            if own in lines:
                kept.add(number)
            continue
        mine = list(zip(own, own[1:], own[2:], strict=False))
        if sum(triple in triples for triple in mine) >= _MATCHED * len(mine):
            kept.add(number)
    return kept


def _headed(blocks: Sequence[Block], kept: set[int], places: _Places) -> set[int]:
    """What was chosen within the element that the page marks as an article and heads with ``h1``.

    All that was chosen, where there is no such element, or where too much is outside of it.
    """
    heads = [block for block in blocks if block.tag == "h1"]
    for element in heads[0].element.iterancestors() if heads else ():
        if not _is_marked(element):
            continue
        mine = {n for n, block in enumerate(blocks) if _is_in(block.element, element)}
        own = {n for n in mine if not places.kind(blocks[n].element, element)}
        body = {n for n in own if len(blocks[n].words) >= _PARAGRAPH and blocks[n].tag != "h1"}
        strays = {n for n in kept - mine if not _is_stray(blocks[n], places)}
        if body and _words(blocks, strays) <= _words(blocks, mine) * _STRAY:
            return (kept & mine) | body
    return kept


def _is_stray(block: Block, places: _Places) -> bool:
    """Whether a block outside the article's element is nothing that it could be missing."""
    teaser = any(_is_marked(outer) for outer in block.element.iterancestors())
    return teaser or block.mostly_links or places.is_aside(block.element)


def _mended(blocks: Sequence[Block], kept: set[int], places: _Places) -> set[int]:
    """Without repeats and boxes, and with what was lost in between."""
    if not kept:
        return kept
    top = _common(blocks, kept)
    inside = {number for number in kept if _is_in(blocks[number].element, top)}
    outside = {n for n in kept - inside if not places.is_aside(blocks[n].element)}
    boxes = {n for n in inside if places.kind(blocks[n].element, top) in ("aside", "discussion")}
    if _words(blocks, inside - boxes) >= _POOR * _words(blocks, inside):
        inside -= boxes
    first, last = min(inside), max(inside)
    for number in range(first, last + 1):
        block = blocks[number]
        if number in inside or not _is_in(block.element, top) or block.mostly_links:
            continue
        if not places.kind(block.element, top) and not _is_byline(block):
            inside.add(number)
    return _once(blocks, inside, outside)


def _is_byline(block: Block) -> bool:
    """A short line of who wrote it and when: it is among the page's facts."""
    named = set(_NAMES.findall((block.element.get("class") or "").lower()))
    return len(block.words) <= _SHORT and bool(named & _BYLINE)


def _common(blocks: Sequence[Block], kept: set[int]) -> Element:
    """The innermost element that holds most of the kept words."""
    total = _words(blocks, kept)
    held: dict[Element, int] = {}
    for number in kept:
        block = blocks[number]
        for element in (block.element, *block.element.iterancestors()):
            held[element] = held.get(element, 0) + len(block.words)
    enough = [element for element, words in held.items() if words >= _INSIDE * total]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()))


def _is_in(element: Element, top: Element) -> bool:
    return element is top or any(outer is top for outer in element.iterancestors())


def _once(blocks: Sequence[Block], inside: set[int], outside: set[int]) -> set[int]:
    """No block twice; of two that say the same, the one in the article's element."""
    said: set[tuple[str, ...]] = set()
    kept = set()
    for number in (*sorted(inside), *sorted(outside)):
        words = blocks[number].words
        if len(words) >= 5 and words in said:
            continue
        if number in outside and _is_part_of(words, said):
            continue
        said.add(words)
        kept.add(number)
    return kept


def _is_part_of(words: tuple[str, ...], said: Iterable[tuple[str, ...]]) -> bool:
    part = f" {' '.join(words)} "
    return any(part in f" {' '.join(whole)} " for whole in said)


def _marked_article(blocks: Sequence[Block], places: _Places) -> set[int]:
    """The blocks of the element that the page itself marks as its article, boxes left out."""
    best: set[int] = set()
    groups: dict[Element, set[int]] = {}
    for number, block in enumerate(blocks):
        for element in (block.element, *block.element.iterancestors()):
            if _is_marked(element) and not places.kind(block.element, element):
                groups.setdefault(element, set()).add(number)
    for numbers in groups.values():
        if _words(blocks, numbers) > _words(blocks, best):
            best = numbers
    return {number for number in best if not blocks[number].mostly_links}


def _is_marked(element: Element) -> bool:
    body = (element.get("itemprop") or "").lower() == "articlebody"
    return body or element.tag == "article" or (element.get("role") or "").lower() == "article"


def _words(blocks: Sequence[Block], numbers: Iterable[int]) -> int:
    return sum(len(blocks[number].words) for number in numbers)


def _sorted_out(blocks: Sequence[Block], kept: set[int], places: _Places) -> Choice:
    kept = _without_last_headings(blocks, kept)
    groups: dict[str, list[Block]] = {"navigation": [], "discussion": [], "": [], "aside": []}
    for number, block in enumerate(blocks):
        if number not in kept:
            groups[places.kind(block.element)].append(block)
    return Choice(
        tuple(blocks[number] for number in sorted(kept)),
        tuple(groups["navigation"]),
        tuple(groups["discussion"]),
        (*groups[""], *groups["aside"]),
    )


def _without_last_headings(blocks: Sequence[Block], kept: set[int]) -> set[int]:
    """A heading with nothing under it belongs to what was left out."""
    left = sorted(kept)
    while len(left) > 1 and blocks[left[-1]].tag in HEADINGS:
        left.pop()
    return set(left)
