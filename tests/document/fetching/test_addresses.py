"""Which addresses are public: every other one is refused in every spelling."""

from __future__ import annotations

import ipaddress
import json
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.document.fetching import is_public
from summarizer.document.fetching.addresses import address_kind
from summarizer.document.fetching.locations import locate
from summarizer.errors import FetchRefused

PORTS = frozenset({80, 443})
CASES = json.loads(Path(__file__).with_name("attacks.json").read_text(encoding="utf-8"))
LOCAL_V4 = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
]
# All of them carry an IPv4 address, or may: the last 32 bits are anything.
CARRIERS = ["::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::"]

local_v4 = st.sampled_from(LOCAL_V4).flatmap(
    lambda block: st.integers(0, IPv4Network(block).num_addresses - 1).map(
        lambda offset: IPv4Network(block)[offset]
    )
)


def between(blocks: list[str]) -> list[tuple[int, int]]:
    """The first and last address of each stretch that no block covers."""
    stretches, free = [], 0
    for block in sorted(map(IPv4Network, blocks)):
        if int(block[0]) > free:
            stretches.append((free, int(block[0]) - 1))
        free = int(block[-1]) + 1
    return stretches


public_v4 = st.sampled_from(between(LOCAL_V4)).flatmap(
    lambda stretch: st.integers(*stretch).map(IPv4Address)
)
any_v4 = st.integers(0, 2**32 - 1).map(IPv4Address)
outside_v6 = st.integers(0, 2**128 - 1).map(IPv6Address)


@pytest.mark.parametrize(
    "address",
    [
        "93.184.216.34",
        "8.8.8.8",
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "223.255.255.255",
        "168.63.129.15",
        "9.255.255.255",
        "11.0.0.0",
        "2606:4700:4700::1111",
        "2a00:1450:4001:81b::200e",
        "2001:4860:4860::8888",
        "2400::1",
    ],
)
def test_a_server_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "text",
    ["", "news.example", "127.1", "0177.0.0.1", "1.2.3.4 ", "::1%lo", "2606::1%2", "１.1.1.1"],
)
def test_what_is_not_plainly_an_address_is_not_public(text: str) -> None:
    assert not is_public(text)


@given(local_v4)
def test_no_local_address_is_public(address: IPv4Address) -> None:
    assert not is_public(address)


@given(public_v4)
def test_an_address_outside_the_local_blocks_is_public(address: IPv4Address) -> None:
    assume(str(address) != "168.63.129.16")

    assert is_public(address)


@given(any_v4, st.sampled_from(CARRIERS))
def test_an_address_that_carries_another_is_not_public(inner: IPv4Address, carrier: str) -> None:
    assert not is_public(IPv6Address(int(IPv6Address(carrier)) | int(inner)))


@given(any_v4, st.integers(0, 2**80 - 1))
def test_6to4_is_not_public(inner: IPv4Address, rest: int) -> None:
    assert not is_public(IPv6Address(0x2002 << 112 | int(inner) << 80 | rest))


@given(outside_v6)
def test_only_global_unicast_can_be_public(address: IPv6Address) -> None:
    assume(address not in IPv6Network("2000::/3"))

    assert not is_public(address)


@given(st.integers(0, 2**64 - 1))
def test_a_plain_global_address_is_public(interface: int) -> None:
    assume((interface >> 32) & 0xFDFFFFFF != 0x5EFE)

    assert is_public(IPv6Address(0x2606_2800_0220_0001 << 64 | interface))


@given(public_v4)
def test_the_table_is_no_weaker_than_the_standard_library(address: IPv4Address) -> None:
    assume(is_public(address))

    assert address.is_global
    assert not address.is_multicast


def test_every_kind_of_the_table_has_an_attack() -> None:
    kinds = {
        address_kind(url.removeprefix("http://").rstrip("/").strip("[]"))
        for url in (case["url"] for case in CASES)
    }

    assert len(kinds - {"", "unreadable"}) >= 20


def spellings(address: IPv4Address) -> list[str]:
    """What the C library, browsers or name folding take for ``address``."""
    number, parts = int(address), str(address).split(".")
    a, b, c, d = map(int, parts)
    wide = str(address).translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    return [
        str(number),
        hex(number),
        hex(number).upper(),
        f"0{number:o}",
        f"{a}.{number & 0xFFFFFF}",
        f"{a}.{b}.{number & 0xFFFF}",
        ".".join(hex(part) for part in (a, b, c, d)),
        ".".join(f"0{part:o}" for part in (a, b, c, d)),
        ".".join(f"{part:03}" for part in (a, b, c, d)) + ".",
        f"{a}.{b}.{c}.{hex(d)}",
        f"{a + 256}.{b}.{c}.{d}",
        wide,
        str(address).replace(".", "。"),
        str(address).replace(".", "%2e"),
    ]


@given(any_v4, st.data())
def test_an_odd_spelling_is_refused_whatever_it_means(
    address: IPv4Address, data: st.DataObject
) -> None:
    host = data.draw(st.sampled_from(spellings(address)))
    plain = host.removesuffix(".") == str(address)
    assume(not plain)

    with pytest.raises(FetchRefused):
        locate(f"http://{host}/", PORTS)


@given(st.text(min_size=1, max_size=40))
def test_a_host_is_read_as_a_name_or_a_public_looking_number_or_not_at_all(host: str) -> None:
    try:
        where = locate(f"http://{host}/", PORTS)
    except FetchRefused:
        return

    assert where.host.isascii()
    assert not set(where.host) & set("@/\\?#% \t\r\n[]")
