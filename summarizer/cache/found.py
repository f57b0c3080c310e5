"""A stored summary under the name of the document it was found for: their texts are the same."""

from __future__ import annotations

import json


def renamed(summary_json: str, name: str) -> str:
    """The summary's JSON with ``name`` as its document's; the same string where it is that."""
    if f'"document":{_spelled(name)},' in summary_json:
        return summary_json
    summary = json.loads(summary_json)
    summary["provenance"]["document"] = name
    return _spelled(summary)


def _spelled(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
