"""Article text in, a typed and checked summary out.

The model proposes, the code checks, the reader sees both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.version import __version__

if TYPE_CHECKING:
    from summarizer.document import Document
    from summarizer.models import open_model
    from summarizer.pipeline import Options, summarize, summarize_many
    from summarizer.summary import Summary

__all__ = [
    "Document",
    "Options",
    "Summary",
    "__version__",
    "open_model",
    "summarize",
    "summarize_many",
]

# Loaded when first asked for: `summarize --help` needs none of them.
_HOMES = {
    "Document": "summarizer.document",
    "Options": "summarizer.pipeline",
    "Summary": "summarizer.summary",
    "open_model": "summarizer.models",
    "summarize": "summarizer.pipeline",
    "summarize_many": "summarizer.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
