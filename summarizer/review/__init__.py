"""What an editor decided about a summary, item by item, and the file that keeps it."""

from __future__ import annotations

from summarizer.review.checking import Edited, check_edit, check_edits
from summarizer.review.files import add_decisions, read_record, record_path
from summarizer.review.items import KIND_NAMES, Item, items_of
from summarizer.review.record import Decision, ReviewRecord, Version, version_of
from summarizer.review.standing import Standing, standing_of

__all__ = [
    "KIND_NAMES",
    "Decision",
    "Edited",
    "Item",
    "ReviewRecord",
    "Standing",
    "Version",
    "add_decisions",
    "check_edit",
    "check_edits",
    "items_of",
    "read_record",
    "record_path",
    "standing_of",
    "version_of",
]
