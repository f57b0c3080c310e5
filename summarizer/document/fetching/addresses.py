"""Which internet addresses belong to somebody else's public server.

The tables are the IANA special-purpose address registries (RFC 6890 and its updates), kept here
because ``ipaddress.is_global`` answers differently from one Python release to the next. IPv6 is
the other way round: only 2000::/3 is given out as global unicast, so the rest is refused unseen,
with it IPv4-mapped and -compatible, NAT64, link-local, site-local, unique-local and multicast.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_V4 = tuple(
    (IPv4Network(block), kind)
    for block, kind in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "cloud metadata"),  # Azure's, on an address that looks public
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "AS112 sink"),  # these three are answered by whoever is nearest
        ("192.52.193.0/24", "multicast relay"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "AS112 sink"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("255.255.255.255/32", "broadcast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_V6_GLOBAL = IPv6Network("2000::/3")
# Inside 2000::/3, and not for servers.
_V6 = tuple(
    (IPv6Network(block), kind)
    for block, kind in (
        ("2001::/32", "Teredo"),
        ("2001::/23", "protocol assignments"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("2620:4f:8000::/48", "AS112 sink"),
        ("3fff::/20", "documentation"),
    )
)
# Outside 2000::/3: only to name in a message what was refused.
_V6_NAMES = tuple(
    (IPv6Network(block), kind)
    for block, kind in (
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::ffff:0:0/96", "IPv4-mapped"),
        ("::ffff:0:0:0/96", "IPv4-translated"),
        ("::/96", "IPv4-compatible"),
        ("64:ff9b::/96", "NAT64"),
        ("64:ff9b:1::/48", "NAT64"),
        ("fc00::/7", "unique local"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
# ISATAP (RFC 5214) carries an IPv4 address behind these 32 bits of the interface part.
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def is_public(address: str | IPv4Address | IPv6Address) -> bool:
    """Whether ``address`` is a public unicast address; ``False`` for what is not an address.

    A string is read strictly: four decimal numbers, or IPv6 without a zone.
    """
    return not address_kind(address)


def address_kind(address: str | IPv4Address | IPv6Address) -> str:
    """What makes an address unfit to fetch from, as "loopback"; ``""`` for a public one."""
    try:
        parsed = ip_address(address) if isinstance(address, str) else address
    except ValueError:
        return "unreadable"
    if isinstance(parsed, IPv4Address):
        return _first_v4(parsed)
    return _v6_kind(parsed)


def is_number(host: str) -> bool:
    """Whether ``host`` is an IP address and not a name."""
    return address_kind(host) != "unreadable"


def _first_v4(address: IPv4Address) -> str:
    return next((kind for block, kind in _V4 if address in block), "")


def _v6_kind(address: IPv6Address) -> str:
    if address.scope_id:
        return "zoned"
    if address not in _V6_GLOBAL:
        return next((kind for block, kind in _V6_NAMES if address in block), "unassigned")
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return "ISATAP"
    return next((kind for block, kind in _V6 if address in block), "")
