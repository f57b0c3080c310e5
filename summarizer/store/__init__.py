"""Results that survive: which runs there were, what each document came to, who computes what now.

One SQLite file holds results, runs and leases, and several processes may use it at once. It is the
cache too: a key (``summarizer.keys.ResultKey``) has at most one committed result, and who asks for
it again gets it without paying.

>>> with Store(path) as store:                                      # doctest: +SKIP
...     run = store.begin_run({"model": "openai/some-model"})
...     match store.acquire(key, document="a.txt", run=run, position=0):
...         case Lease() as lease: store.complete(lease, compute()) # or fail, or release
...         case Stored() as known: print(known.summary())          # paid for already
...         case Busy() as busy: ...                                # someone else is at it
...     store.end_run(run, "done")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lazy import lazy_names

if TYPE_CHECKING:
    from summarizer.store.failures import error_from_record, error_record
    from summarizer.store.places import default_store_path, store_path
    from summarizer.store.store import Store
    from summarizer.store.types import (
        Busy,
        Counts,
        Item,
        ItemStatus,
        Lease,
        Old,
        Pruned,
        Run,
        RunStatus,
        Size,
        Spent,
        Stored,
    )

__all__ = [
    "Busy",
    "Counts",
    "Item",
    "ItemStatus",
    "Lease",
    "Old",
    "Pruned",
    "Run",
    "RunStatus",
    "Size",
    "Spent",
    "Store",
    "Stored",
    "default_store_path",
    "error_from_record",
    "error_record",
    "store_path",
]

_TYPES = (
    "Busy",
    "Counts",
    "Item",
    "ItemStatus",
    "Lease",
    "Old",
    "Pruned",
    "Run",
    "RunStatus",
    "Size",
    "Spent",
    "Stored",
)

__getattr__ = lazy_names(
    __name__,
    {
        **dict.fromkeys(_TYPES, "summarizer.store.types"),
        "Store": "summarizer.store.store",
        "default_store_path": "summarizer.store.places",
        "store_path": "summarizer.store.places",
        "error_from_record": "summarizer.store.failures",
        "error_record": "summarizer.store.failures",
    },
)
