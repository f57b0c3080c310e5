"""What a page says about itself: title, authors, dates, site, language.

By the page's own JSON-LD first (schema.org's NewsArticle and its like), then what trafilatura
reads of Open Graph, meta elements and the visible page. Nothing of it is checked; what does not
look like what it should be is left out.
"""

from __future__ import annotations

import datetime
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from summarizer.document.readers.bylines import read_byline
from summarizer.document.readers.extras import need
from summarizer.document.readers.page_blocks import blocks_of
from summarizer.document.readers.page_hidden import remove_hidden
from summarizer.document.readers.page_tree import Element, parse, text_in
from summarizer.errors import SourceEmpty, SourceNotText

_ARTICLE = re.compile(
    r"(?:News|Scholarly|Tech|AdvertiserContent|Satirical)?Article\Z|(?:Live)?BlogPosting\Z"
    r"|(?:Reportage|Analysis|Opinion|Review|Background)NewsArticle\Z|Report\Z"
)
_XML = "{http://www.w3.org/XML/1998/namespace}"
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}[0-9:.,+\-Z ]{0,24})?\Z")
_MOST_JSON = 1_000_000
_LONGEST = 400  # characters of a title, a name
_LONGEST_BODY = 1_000_000
_PUBLISHED = ("article:published_time", "datepublished", "og:published_time", "dc.date.issued",
              "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate",
              "date")  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified",
             "last-modified")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; "" for what it does not say. ``free`` is False at a paywall.

    ``body`` is the article's text as the page declares it for machines, a blank line between
    paragraphs.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    published: str = ""
    modified: str = ""
    description: str = ""
    language: str = ""
    url: str = ""
    free: bool = True
    body: str = ""


def read_facts(tree: Element, url: str = "") -> Facts:
    """Read what is declared, before anything is taken out of ``tree``; ``url`` is the page's."""
    ld = _article_of(tree)
    meta = _metas(tree)
    found = _by_trafilatura(tree, url)
    authors = _names(ld.get("author")) or _with_byline(tree, found.author or "")
    return Facts(
        title=_line(ld.get("headline")) or _line(found.title),
        authors=tuple(dict.fromkeys(name for name in authors if _is_name(name)))[:20],
        site=next(iter(_names(ld.get("publisher"))), "") or _line(found.sitename),
        published=_date(ld.get("datePublished"))
        or _first(meta, _PUBLISHED)
        or _time(tree)
        or _seen_date(found.date),
        modified=_date(ld.get("dateModified")) or _first(meta, _MODIFIED),
        description=_line(ld.get("description")) or _line(found.description),
        language=_language(tree, ld, meta),
        url=_own_address(tree, meta, url),
        free=str(ld.get("isAccessibleForFree", True)).lower() != "false",
        body=_body(ld.get("articleBody")),
    )


def _body(value: Any) -> str:
    """The declared text of an article, its markup and hidden parts taken out."""
    if not isinstance(value, str):
        return ""
    text = value[:_LONGEST_BODY]
    if "<" in text or "&" in text:
        try:
            tree = parse(
                f"<html><body><div>{text.replace(chr(10), '<br><br>')}</div></body></html>"
            )
        except (SourceEmpty, SourceNotText):
            return ""
        remove_hidden(tree)
        return "\n\n".join(block.text for block in blocks_of(tree))
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def _with_byline(tree: Element, known: str) -> tuple[str, ...]:
    """The authors that the page shows in its byline, else those that trafilatura found."""
    declared = tuple(name.strip() for name in known.split(";") if name.strip())
    for node in tree.iter("p", "div", "span", "address", "li", "td", "strong", "em", "a"):
        if len(node) > 6:
            continue
        line = " ".join(text_in(node)[:300].split())
        found = read_byline(line) if len(line) < 200 else ()
        if found and set(declared) <= set(found):
            return found
    return declared


def _by_trafilatura(tree: Element, url: str) -> Any:
    """Its metadata. The date is not searched for in the text: a wrong one is worse than none."""
    trafilatura = need("trafilatura", "pages")
    config = {
        "original_date": True,
        "extensive_search": False,
        "max_date": (datetime.date.today() + datetime.timedelta(days=2)).isoformat(),
    }
    try:
        return trafilatura.extract_metadata(tree, default_url=url or None, date_config=config)
    except Exception:  # a page that it fails at still has its own declarations
        return trafilatura.settings.Document()


def _article_of(tree: Element) -> dict[str, Any]:
    """The first article that the page's JSON-LD describes; empty without one."""
    left = _MOST_JSON
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        left -= len(text)
        if left < 0:
            break
        try:
            parsed = json.loads(text.removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(parsed):
            types = node.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE.match(name) for name in names):
                return node
    return {}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script: itself, those of a list, those of a graph."""
    todo = [value]
    for _ in range(500):
        if not todo:
            return
        node = todo.pop(0)
        if isinstance(node, list):
            todo[:0] = node[:100]
        elif isinstance(node, dict):
            yield node
            todo += [
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(node.get(key), list | dict)
            ]


def _metas(tree: Element) -> dict[str, str]:
    """Name, property or itemprop of the meta elements, in lower case, to their content."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (
            meta.get("property")
            or meta.get("name")
            or meta.get("itemprop")
            or meta.get("http-equiv")
        )
        content = meta.get("content")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((date for name in names if (date := _date(meta.get(name)))), "")


def _time(tree: Element) -> str:
    """The time that the page marks as that of its publication."""
    for node in tree.iter("time"):
        marked = (
            node.get("pubdate") is not None
            or "datepublished" in (node.get("itemprop") or "").lower()
        )
        if marked and (found := _date(node.get("datetime"))):
            return found
    return ""


def _date(value: Any) -> str:
    """An ISO date or time as it is written, "" for what is none, or is no day."""
    if not isinstance(value, str):
        return ""
    text = value.strip()
    if not _DATE.match(text):
        return ""
    try:
        datetime.date.fromisoformat(text[:10])
    except ValueError:
        return ""
    return text


def _seen_date(value: Any) -> str:
    """A date that trafilatura saw; the first of a month is how it rounds what it saw half of."""
    found = _date(value)
    return "" if found[8:10] == "01" else found


def _names(value: Any) -> tuple[str, ...]:
    """The names of a person, an organisation, or a list of them."""
    listed = value if isinstance(value, list) else [value]
    found = []
    for item in listed[:20]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, list):
            name = next(iter(name), "")
        if (line := _line(name)) and "://" not in line:
            found.append(line)
    return tuple(found)


def _is_name(name: str) -> bool:
    return bool(name) and "://" not in name and len(name) <= 120


def _line(value: Any) -> str:
    """One line of text, its character references resolved; "" for anything else."""
    if not isinstance(value, str):
        return ""
    return " ".join(html.unescape(value).split())[:_LONGEST]


def _language(tree: Element, ld: dict[str, Any], meta: dict[str, str]) -> str:
    """The ISO 639 code that the page declares, without its region."""
    root = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    said = (
        ld.get("inLanguage"), root.get("lang"), root.get(f"{_XML}lang"),
        root.get("xml:lang"), meta.get("og:locale"), meta.get("content-language"),
        meta.get("language"),
    )  # fmt: skip
    for value in said:
        found = _LANGUAGE.match(value.strip()) if isinstance(value, str) else None
        if found:
            return found.group(1).lower()
    return ""


def _own_address(tree: Element, meta: dict[str, str], url: str) -> str:
    """The address that the page says is its own, if it is one of the same site; else ``url``."""
    declared = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for address in (*declared, meta.get("og:url", "")):
        try:
            whole = urljoin(url, address.strip()) if url else address.strip()
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.hostname or len(whole) > 2_000:
            continue
        if not url or _site(parts.hostname) == _site(urlsplit(url).hostname or ""):
            return whole
    return url


def _site(host: str) -> str:
    """A host without the part that only says which rendering of a site it is."""
    host = host.lower()
    for part in ("www.", "amp.", "m."):
        host = host.removeprefix(part)
    return host
