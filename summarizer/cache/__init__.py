"""Nothing is paid for twice: a store of results, asked before a model is.

>>> from summarizer import Options, summarize
>>> from summarizer.cache import Cache
>>> from summarizer.store import Store, default_store_path
>>> with Store(default_store_path()) as store:                      # doctest: +SKIP
...     summarize(text, options=Options(cache=Cache(store)))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lazy import lazy_names

if TYPE_CHECKING:
    from summarizer.cache.found import as_given
    from summarizer.cache.keying import Keys, full_name, keys_for
    from summarizer.cache.lookup import Cache, Memory

__all__ = ["Cache", "Keys", "Memory", "as_given", "full_name", "keys_for"]

__getattr__ = lazy_names(
    __name__,
    {
        "Cache": "summarizer.cache.lookup",
        "Keys": "summarizer.cache.keying",
        "Memory": "summarizer.cache.lookup",
        "as_given": "summarizer.cache.found",
        "full_name": "summarizer.cache.keying",
        "keys_for": "summarizer.cache.keying",
    },
)
