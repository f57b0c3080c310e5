"""Reading an address (URL) strictly: one meaning, or none.

What two programs could read in two ways is refused and not mended: an attack on a checked
address lives on the checker and the connector reading it differently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from summarizer.errors import FetchRefused

SCHEMES = {"http": 80, "https": 443}
# Longer ones exist as attacks only; servers themselves stop at about 8,000.
MAX_CHARACTERS = 8000
_LONGEST_NAME = 253  # RFC 1035, without the last dot
# Special-use names (RFC 6761, 7686, 8375, and "internal" of ICANN): never a public site.
_LOCAL_NAMES = ("localhost", "local", "internal", "home.arpa", "onion")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_NAME = re.compile(r"\A[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,126}", re.ASCII)
# The rule of the WHATWG URL standard: a name that ends in a number is meant as an IPv4 address.
_NUMBER = re.compile(r"(?:[0-9]{1,255}|0x[0-9a-f]{0,255})", re.ASCII)
_PORT = re.compile(r"[0-9]{1,5}", re.ASCII)
# What may stand unescaped in a path and query (RFC 3986), "%" kept as it is.
_SAFE = "/%:@!$&'()*+,;=-._~?"


@dataclass(frozen=True, slots=True)
class Location:
    """A checked address: ``host`` in ASCII, or an IP address without brackets."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host, and port if it is not the scheme's own, as in the ``Host`` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == SCHEMES[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority: what one ``robots.txt`` speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address, in ASCII, without a fragment."""
        return self.origin + self.target


def locate(url: str, ports: frozenset[int]) -> Location:
    """Read ``url``; ``FetchRefused`` if it is not a plain http(s) address on one of ``ports``.

    Fragments are dropped; spaces and letters outside ASCII in the path are percent-encoded.
    """
    if len(url) > MAX_CHARACTERS:
        raise FetchRefused(f"the address is longer than {MAX_CHARACTERS:,} characters")
    if _CONTROL.search(url):
        raise FetchRefused("the address holds control characters or a backslash")
    try:
        parts = urlsplit(url.strip(" "))
    except ValueError as wrong:
        raise FetchRefused(f"the address cannot be read: {wrong}") from None
    scheme = parts.scheme.lower()
    if scheme not in SCHEMES:
        raise FetchRefused("the address is not one of http or https")
    if "@" in parts.netloc:
        raise FetchRefused("the address holds a user name or password")
    host, port = _split_authority(parts.netloc)
    number = port or SCHEMES[scheme]
    if number not in ports:
        raise FetchRefused(f"port {number} is not one of {', '.join(map(str, sorted(ports)))}")
    name = _read_host(host)
    target = quote(parts.path or "/", safe=_SAFE.replace("?", ""), errors="replace")
    if not target.startswith("/"):
        raise FetchRefused("the address has no path after its host")
    if parts.query:
        target += "?" + quote(parts.query, safe=_SAFE, errors="replace")
    return Location(scheme, name, number, target)


def redirected(base: Location, location: str, ports: frozenset[int]) -> Location:
    """Where a ``Location`` header points to, as strictly read; not from https back to http."""
    if _CONTROL.search(location):
        raise FetchRefused("the address holds control characters or a backslash")
    try:
        joined = urljoin(base.url, location)
    except ValueError as wrong:
        raise FetchRefused(f"the address cannot be read: {wrong}") from None
    target = locate(joined, ports)
    if base.scheme == "https" and target.scheme == "http":
        raise FetchRefused(
            "it leads from https to http, where anybody on the way can change the page",
            remedy="Give the http address itself if that is accepted",
        )
    return target


def shown(url: str) -> str:
    """``url`` fit for a message: no password, no control characters, not endless."""
    head, separator, rest = url.partition("://")
    authority, slash, tail = rest.partition("/")
    plain = head + separator + authority.rpartition("@")[2] + slash + tail
    quiet = _UNSEEN.sub("\ufffd", plain)
    return quiet if len(quiet) <= 200 else quiet[:199] + "…"


def _split_authority(netloc: str) -> tuple[str, int]:
    """Host (an IPv6 one in its brackets) and port, 0 if none is given."""
    if netloc.startswith("["):
        host, bracket, rest = netloc.partition("]")
        host += bracket
    else:
        host, colon, after = netloc.partition(":")
        rest = colon + after
    if rest in ("", ":"):
        return host, 0
    if not rest.startswith(":") or not _PORT.fullmatch(rest[1:]) or not int(rest[1:]):
        raise FetchRefused("the address has no readable port")
    return host, int(rest[1:])


def _read_host(written: str) -> str:
    if written.startswith("["):
        return _read_v6(written)
    if len(written) > _LONGEST_NAME + 1:
        raise FetchRefused("the host's name is too long")
    host = _to_ascii(written).removesuffix(".")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _read_v4(host, written)
    if not _NAME.fullmatch(host) or len(host) > _LONGEST_NAME:
        raise FetchRefused("the address has no full host name, as in 'www.example.org'")
    if any(host == name or host.endswith("." + name) for name in _LOCAL_NAMES):
        raise FetchRefused("the host's name is one of local networks")
    return host


def _read_v6(written: str) -> str:
    if "%" in written:
        raise FetchRefused("the address names a network zone")
    try:
        return str(IPv6Address(written[1:-1]))
    except ValueError:
        raise FetchRefused("the address has no readable IPv6 host") from None


def _read_v4(host: str, written: str) -> str:
    """Four plain decimal numbers: no octal, hexadecimal, short or decorated spelling."""
    try:
        plain = str(IPv4Address(host))
    except ValueError:
        plain = ""
    if not plain or written.removesuffix(".") != plain:
        raise FetchRefused("the host is a number in an odd spelling")
    return plain


def _to_ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii").lower()
    except UnicodeError:
        raise FetchRefused("the host is not a name that can be looked up") from None
