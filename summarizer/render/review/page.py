"""The page: one file, no network, no script but its own, every foreign word inert.

Words of articles, models, editors and sources are values of the template, never templates. Each is
made inert (``render.inert``) and escaped; the article itself is written by ``article.show``, and
what the script needs is JSON in an element that no browser runs.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from summarizer.render import wording
from summarizer.render.inert import inert
from summarizer.render.review.about import provenance_of, read_as, removed_of
from summarizer.render.review.article import ArticleView, cut_article
from summarizer.render.review.rows import marked_in, missing_in, sections_of, speakers_of, value_of
from summarizer.review import Item, ReviewRecord, items_of, version_of

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.summary import Summary

_STYLES = (
    "base.css",
    "layout.css",
    "article.css",
    "items.css",
    "phone.css",
    "forced.css",
    "print.css",
)
_SCRIPTS = (
    "core.js",
    "article.js",
    "items.js",
    "record.js",
    "editing.js",
    "filters.js",
    "keys.js",
    "start.js",
)
STATUSES = ("stated", "attributed", "disputed", "denied", "unconfirmed")
# What would end the element that holds the JSON, or a line of a script.
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


@dataclass(frozen=True)
class Setting:
    """What a page knows beside summary and article.

    ``record`` is an earlier review, and ``record_name`` the file that Save makes; ``summary_name``
    is that of the summary's file. ``by`` is who reviews, as far as known. ``served`` is whether a
    ``summarize review`` stands behind the page, which saves and checks for it.
    """

    record: ReviewRecord | None = None
    record_name: str = ""
    summary_name: str = ""
    by: str = ""
    served: bool = False


def review_page(summary: Summary, document: Document | None, setting: Setting | None = None) -> str:
    """The page. Give it to a browser as UTF-8, which can spell all of it."""
    chosen = setting or Setting()
    items = items_of(summary)
    article = cut_article(document.text, marked_in(items)) if document else None
    css, script = _joined(_STYLES), _joined(_SCRIPTS, "(() => {\n", "\n})();")
    page = (
        _environment()
        .get_template("page.html")
        .render(
            summary=summary,
            document=document,
            article=article,
            sections=sections_of(items, article),
            missing=missing_in(items),
            speakers=speakers_of(items),
            title=_title(summary, document),
            warnings=_warnings(summary, document, article),
            provenance=provenance_of(summary),
            read_as=read_as(summary.source),
            removed=removed_of(summary.source),
            figures={i.value.id: i.id for i in items if i.kind == "figure"},
            total=len(items),
            setting=chosen,
            css=css,
            script=script,
            policy=content_policy(chosen.served),
            data=_data(summary, document, items, chosen),
        )
    )
    return page.encode("utf-8", "replace").decode()


@cache
def content_policy(served: bool = False) -> str:
    """The content security policy of the page: its own style and script by their hashes, else
    nothing; when ``served``, also requests to the server that it came from."""
    css, script = _joined(_STYLES), _joined(_SCRIPTS, "(() => {\n", "\n})();")
    reach = "connect-src 'self'; " if served else ""
    return (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; {reach}"
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
        "trusted-types 'none'"
    )


def _title(summary: Summary, document: Document | None) -> str:
    name = document.name if document and document.name != "-" else ""
    return summary.source.title or name or summary.provenance.document or summary.headline


def _warnings(
    summary: Summary, document: Document | None, article: ArticleView | None
) -> list[str]:
    found = [*wording.warnings_of(summary), *summary.source.notes]
    if document is None:
        found.append("The article itself was not given: evidence is shown as quotes only")
    elif document.sha256 != summary.provenance.document_sha256:
        found.append(
            "This is not the article that was summarised, or another version of it: evidence that "
            "is not at its place is not shown"
        )
    return found


def _data(
    summary: Summary, document: Document | None, items: Sequence[Item], setting: Setting
) -> Markup:
    """What the script works with, as JSON that no parser of HTML takes for anything else."""
    version = version_of(summary, document)
    record = setting.record
    decisions = record.model_dump(mode="json")["decisions"] if record else []
    name = document.name if document else summary.provenance.document
    held = {
        "served": setting.served,
        "record": setting.record_name or _record_name(name),
        "summary": setting.summary_name,
        "document": name,
        "by": setting.by,
        "result": version.result_sha256,
        "article": version.document_sha256,
        "items": [{"id": item.id, "kind": item.kind, "wording": item.wording} for item in items],
        "decisions": decisions,
    }
    return Markup(json.dumps(held, ensure_ascii=True).translate(_IN_SCRIPT))


def _record_name(document: str) -> str:
    """A file name for the record of a summary whose file is not known: that of the article."""
    last = document.replace("\\", "/").rstrip("/").rpartition("/")[2]
    stem = "".join(c for c in last.rpartition(".")[0] or last if c.isalnum() or c in " ._-")
    return f"{stem.strip(' .-')[:80] or 'summary'}.review.json"


def _joined(names: Sequence[str], before: str = "", after: str = "") -> Markup:
    """Parts of the page's own code as one."""
    return Markup(before + "\n".join(_asset(name) for name in names) + after)


@cache
def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text(encoding="utf-8").strip()


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("summarizer.render.review"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(STATUSES=STATUSES, wording=wording, value_of=value_of)
    environment.filters.update(plural=wording.plural)
    return environment


def _finalize(value: Any) -> Any:
    """Every value on its way into the page, before it is escaped."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value
