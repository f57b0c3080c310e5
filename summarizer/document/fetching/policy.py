"""What a fetch may do, and what it brings back."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.document.fetching.network import Network
from summarizer.version import __version__

# The token that robots.txt files address, and the name that servers log.
PRODUCT = "summarizer"
USER_AGENT = f"{PRODUCT}/{__version__}"


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """The limits of one fetch; the defaults are those of ``summarize URL``.

    ``max_bytes`` counts the body after decompression. ``seconds`` is the whole fetch: names,
    ``robots.txt``, redirects and body. ``robots=False`` is for who has the site's permission.
    ``proxies=True`` goes through ``HTTP_PROXY`` and ``HTTPS_PROXY``, where set and not excepted by
    ``NO_PROXY``; the proxy then looks names up itself and must guard its own network. ``network``
    is for tests.
    """

    max_bytes: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5
    robots: bool = True
    proxies: bool = False
    ports: frozenset[int] = frozenset({80, 443})
    network: Network = field(default_factory=Network, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Fetched:
    """One page as it came: ``body`` is decompressed and otherwise untouched.

    ``url`` is what was asked for, ``final_url`` where the body came from, and ``redirects`` each
    address redirected to, in order, ``final_url`` the last of them. ``media_type`` is lower case
    and without parameters; where the server names none it is read from the body's first bytes.
    ``charset`` is what the header declares, lower case, ``""`` if nothing.
    """

    url: str
    final_url: str
    media_type: str
    charset: str
    body: bytes
    redirects: tuple[str, ...] = ()
