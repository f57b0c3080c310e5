"""What a site's ``robots.txt`` lets this program fetch: RFC 9309.

``urllib.robotparser`` is older than that standard: it knows no wildcard, and takes the first rule
that fits where the standard takes the longest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

# The standard wants at least 500 kibibytes to be read.
MAX_BYTES = 512_000
_TOKEN = re.compile(r"[a-z_-]{1,100}")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SAFE = "/%:@!$&'()*+,;=-._~?#[]"


@dataclass(frozen=True, slots=True)
class Rule:
    """``allow`` or not what ``pattern`` fits; ``*`` in it is anything, ``$`` at its end the end."""

    allow: bool
    pattern: str


def read_rules(text: str, product: str) -> tuple[Rule, ...]:
    """The rules for ``product`` (a lower-case token): its own groups, or else those of ``*``."""
    groups: dict[str, list[Rule]] = {}
    tokens: list[str] = []
    in_rules = False
    for key, value in _lines(text):
        if key == "user-agent":
            tokens = [] if in_rules else tokens
            in_rules = False
            tokens.append(_token(value))
            groups.setdefault(tokens[-1], [])
        elif key in ("allow", "disallow"):
            in_rules = True
            if value:
                rule = Rule(key == "allow", _normal(value))
                for token in dict.fromkeys(tokens):
                    groups[token].append(rule)
    return tuple(groups.get(product, groups.get("*", ())))


def allows(rules: tuple[Rule, ...], target: str) -> bool:
    """Whether ``target``, a path with its query, may be fetched: the longest rule that fits says.

    Of two as long, the one that allows; where none fits, yes.
    """
    wanted = _normal(target)
    fitting = [(len(rule.pattern), rule.allow) for rule in rules if _fits(rule.pattern, wanted)]
    return max(fitting, default=(0, True))[1]


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _token(value: str) -> str:
    lowered = value.lower()
    found = _TOKEN.match(lowered)
    return found.group() if found else lowered[:1]


def _fits(pattern: str, target: str) -> bool:
    """Left to right, each part at its first place after the one before: no backtracking."""
    ends = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    if ends and not parts:
        return at == len(target)
    last = parts.pop() if ends else ""
    for part in parts:
        found = target.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or (len(target) - len(last) >= at and target.endswith(last))


def _normal(path: str) -> str:
    """One spelling of each path: what needs no escape is not escaped, and escapes in capitals."""
    return _ESCAPE.sub(_unescaped, quote(path, safe=_SAFE, errors="replace"))


def _unescaped(escape: re.Match[str]) -> str:
    character = chr(int(escape.group()[1:], 16))
    return character if character in _UNRESERVED else escape.group().upper()
