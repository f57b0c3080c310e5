"""The proxy that the environment names for an address, when a fetch was told to use one."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from summarizer.document.fetching.locations import Location
from summarizer.errors import FetchRefused


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy: ``url`` without credentials, and those apart."""

    url: str
    auth: tuple[str, str] | None


def proxy_for(where: Location) -> Proxy | None:
    """The proxy of ``HTTP_PROXY`` or ``HTTPS_PROXY``; ``None`` if unset or in ``NO_PROXY``."""
    proxies = getproxies_environment()
    named = proxies.get(where.scheme) or proxies.get("all")
    if not named or proxy_bypass(where.host):
        return None
    try:
        parts = urlsplit(named if "://" in named else f"http://{named}")
        host, port = parts.hostname, parts.port or 80
    except ValueError:
        host, port = None, 0
    if not host or parts.scheme != "http":
        raise FetchRefused(
            "the environment's proxy is not an http:// address",
            remedy="Set HTTPS_PROXY and HTTP_PROXY to an http:// proxy, or do not ask for proxies",
        )
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    bracketed = f"[{host}]" if ":" in host else host
    return Proxy(f"http://{bracketed}:{port}", auth)
