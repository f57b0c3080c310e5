"""A stored summary as that of the document it was found for.

The texts of the two are the same, their names and what their sources say of themselves need not be:
the same report stands on many pages.
"""

from __future__ import annotations

import json

from summarizer.document import Document
from summarizer.summary import Source, Summary, sealed

_OF_THE_TEXT = frozenset({"zero-width", "bidi", "tag"})
"""What is counted in the text itself (``grounding.marking``): the same for every document of it."""


def as_given(summary_json: str, name: str, source_json: str = "") -> str:
    """The summary's JSON with this document's name, and its source where that is given.

    ``source_json`` is what ``source_of`` makes. The same string where nothing differs.
    """
    source = f'"source":{source_json},' if source_json else ""
    if f'"document":{_spelled(name)},' in summary_json and source in summary_json:
        return summary_json
    summary = Summary.model_validate_json(summary_json)
    given = Source.model_validate_json(source_json) if source_json else summary.source
    return told_of(summary, name, given).model_dump_json()


def told_of(summary: Summary, name: str, source: Source) -> Summary:
    """The summary under this name, with this source, and the hash that it then has.

    What the summary's own source tells of characters that the model was not shown stays in it.
    """
    if source != summary.source:
        hidden = (one for one in summary.source.removed if one.kind in _OF_THE_TEXT)
        own = (one for one in source.removed if one.kind not in _OF_THE_TEXT)
        source = source.model_copy(update={"removed": (*own, *hidden)})
    said = summary.provenance.model_copy(update={"document": name})
    return sealed(summary.model_copy(update={"provenance": said, "source": source}))


def source_of(document: Document) -> str:
    """What the document's source says of itself, as JSON."""
    return Source.of(document.origin).model_dump_json()


def _spelled(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
