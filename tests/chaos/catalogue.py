"""Every fault by name, from all tables."""

from __future__ import annotations

from .body_faults import BROKEN_STREAMS, ENDINGS, ENVELOPES, STREAMS
from .connection_faults import CONNECTIONS
from .fault import Fault
from .http_faults import STATUSES
from .text_faults import TEXTS

TABLES: dict[str, dict[str, Fault]] = {
    "status": STATUSES,
    "connection": CONNECTIONS,
    "envelope": ENVELOPES,
    "ending": ENDINGS,
    "stream": STREAMS,
    "broken": BROKEN_STREAMS,
    "text": TEXTS,
}
FAULTS = {
    f"{table}-{name}": fault for table, rows in TABLES.items() for name, fault in rows.items()
}
# What is the same either way is played once: a status and a broken connection are what they are
# before anybody knows of a stream, and the model's text is judged alike however it came.
FEW_TEXTS = ("prose", "half", "nul", "lone-surrogate", "duplicate-keys", "a-megabyte", "fenced")
FEW_STATUSES = ("408", "429-page", "503", "500-odd-charset", "error-in-a-stream")
STREAMING = ("drip-events", "drip-comments", "50-megabytes-in-a-line", "50-megabytes-of-events")


def _of(tables: str, *few: tuple[str, dict[str, Fault], tuple[str, ...]]) -> dict[str, Fault]:
    """All faults of ``tables``, and a few of others."""
    picked = {
        f"{table}-{name}": fault
        for table in tables.split()
        for name, fault in TABLES[table].items()
    }
    return picked | {f"{table}-{n}": rows[n] for table, rows, names in few for n in names}


_TEXTS = ("text", TEXTS, FEW_TEXTS)
STREAMED = _of("envelope ending stream broken", _TEXTS, ("connection", CONNECTIONS, STREAMING))
MENDED = {
    name: fault
    for name, fault in _of(
        "connection envelope ending broken", _TEXTS, ("status", STATUSES, FEW_STATUSES)
    ).items()
    if fault.mended
}
