"""Fetching a page without letting its address reach into the reader's own network.

``fetch(url)`` goes to public http and https servers only, checks the very address it connects to,
at each redirect too, and stops at limits of size, time and kind; see ``FetchPolicy``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lazy import lazy_names

if TYPE_CHECKING:
    from summarizer.document.fetching.addresses import is_public
    from summarizer.document.fetching.network import Network
    from summarizer.document.fetching.pages import fetch
    from summarizer.document.fetching.policy import Fetched, FetchPolicy

_HOME = "summarizer.document.fetching"
__getattr__ = lazy_names(
    __name__,
    {
        "FetchPolicy": f"{_HOME}.policy",
        "Fetched": f"{_HOME}.policy",
        "Network": f"{_HOME}.network",
        "fetch": f"{_HOME}.pages",
        "is_public": f"{_HOME}.addresses",
    },
)

__all__ = ["FetchPolicy", "Fetched", "Network", "fetch", "is_public"]
