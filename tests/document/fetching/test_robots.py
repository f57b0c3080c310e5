"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.fetching.robots import allows, read_rules

OURS = "summarizer"


def may(robots: str, target: str) -> bool:
    return allows(read_rules(robots, OURS), target)


@pytest.mark.parametrize(
    ("robots", "target", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("user-AGENT:*\ndisALLOW:/a", "/a/b", False),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("User-agent: *\nDisallow: /a/", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: Summarizer/2.0\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: summarizer\nAllow: /", "/a", True),
        ("User-agent: summarizer\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", True),
        ("User-agent: summarizer\nDisallow: /a\nUser-agent: summarizer\nDisallow: /b", "/b", False),
        ("User-agent: x\nUser-agent: summarizer\nDisallow: /", "/a", False),
        ("User-agent: x\nDisallow: /\nUser-agent: summarizer\nDisallow: /b", "/a", True),
        ("User-agent: summarizer\nCrawl-delay: 5\nDisallow: /a", "/a", False),
        ("User-agent: *\nSitemap: /s.xml\nUser-agent: summarizer\nDisallow: /a", "/a", False),
        ("Disallow: /\nUser-agent: x", "/a", True),
        ("User-agent: *\nDisallow: /a # all of it", "/a", False),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
    ],
)
def test_the_group_for_this_program_is_taken(robots: str, target: str, allowed: bool) -> None:
    assert may(robots, target) == allowed


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a/b\nDisallow: /a", "/a/c", False),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /*.pdf", "/x/y.pdf?z", False),
        ("Disallow: /*a*a$", "/ba", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: *secret", "/x/secret", False),
        ("Disallow: /a**b", "/a-b", False),
        ("Disallow: /?q=", "/?q=1", False),
        ("Disallow: /caf%C3%A9", "/café", False),
        ("Disallow: /café", "/caf%c3%a9", False),
        ("Disallow: /%61b", "/ab", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: /$", "/", False),
        ("Disallow: /$", "/a", True),
    ],
)
def test_the_longest_rule_that_fits_says(rules: str, target: str, allowed: bool) -> None:
    assert may(f"User-agent: *\n{rules}", target) == allowed


@given(st.text(alphabet="/ab*$", max_size=12), st.text(alphabet="/ab", max_size=12))
def test_a_pattern_fits_as_the_plain_reading_of_it_does(pattern: str, path: str) -> None:
    expected = bool(pattern) and _fits_slowly(pattern.strip(), "/" + path)

    assert may(f"User-agent: *\nDisallow: {pattern}", "/" + path) == (not expected)


def _fits_slowly(pattern: str, path: str) -> bool:
    """Every way to spend the stars, tried one after the other."""
    if not pattern:
        return True
    if pattern == "$":
        return not path
    if pattern[0] == "*":
        return any(_fits_slowly(pattern[1:], path[n:]) for n in range(len(path) + 1))
    return bool(path) and path[0] == pattern[0] and _fits_slowly(pattern[1:], path[1:])


def test_stars_cost_no_backtracking() -> None:
    stars = "/" + "*a" * 50_000 + "b$"

    assert may(f"User-agent: *\nDisallow: {stars}", "/" + "a" * 8000)
