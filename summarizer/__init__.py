"""Article text in, a typed and checked summary out.

The model proposes, the code checks, the reader sees both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lazy import lazy_names
from summarizer.version import __version__

if TYPE_CHECKING:
    from summarizer.batch import summarize_many
    from summarizer.document import Document
    from summarizer.errors import InputError, ModelError, SummarizerError
    from summarizer.models import open_model
    from summarizer.pipeline import Options, summarize
    from summarizer.summary import Summary
    from summarizer.verification import verify

__all__ = [
    "Document",
    "InputError",
    "ModelError",
    "Options",
    "SummarizerError",
    "Summary",
    "__version__",
    "open_model",
    "summarize",
    "summarize_many",
    "verify",
]

__getattr__ = lazy_names(
    __name__,
    {
        "Document": "summarizer.document",
        "InputError": "summarizer.errors",
        "ModelError": "summarizer.errors",
        "Options": "summarizer.pipeline",
        "SummarizerError": "summarizer.errors",
        "Summary": "summarizer.summary",
        "open_model": "summarizer.models",
        "summarize": "summarizer.pipeline",
        "summarize_many": "summarizer.batch",
        "verify": "summarizer.verification",
    },
)
