"""Everything that talks to a language model.

Importing this package imports no client: that happens when a model is opened.
"""

from summarizer.models.budget import MAX_REQUESTS, Budget, Cancellation
from summarizer.models.catalog import CatalogEntry, known_models
from summarizer.models.local_server import LocalOptions
from summarizer.models.resolve import Settings, check_model_id, default_model_id, open_model
from summarizer.models.types import Answer, Message, Model, OnProgress, Progress, Request, Usage

__all__ = [
    "MAX_REQUESTS",
    "Answer",
    "Budget",
    "Cancellation",
    "CatalogEntry",
    "LocalOptions",
    "Message",
    "Model",
    "OnProgress",
    "Progress",
    "Request",
    "Settings",
    "Usage",
    "check_model_id",
    "default_model_id",
    "known_models",
    "open_model",
]
