"""What stands in a declaration of a page's style: its tokens, its variables resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# What colours a page gives to its variables may depend on its theme, which is not known here.
_COLOURS = frozenset(
    ["color", "background", "background-color", "background-image", "-webkit-text-fill-color"]
)
_MOST_TOKENS = 50  # of one value
ROOTS = frozenset([":root", "html", "body", "*", ":host"])

Tokens = list[Any]
Weight = tuple[bool, bool, tuple[int, int, int], int]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property's value, as tokens of tinycss2, and what it weighs in the cascade."""

    tokens: Tokens
    weight: Weight


def solid(tokens: Tokens) -> Tokens:
    """Without white space and comments."""
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def with_variables(declaration: Declaration, name: str, variables: Mapping[str, Tokens]) -> Tokens:
    """The value with ``var()`` replaced by what the page's root declares, or by its default."""
    tokens = declaration.tokens
    if name in _COLOURS:
        return tokens
    for _ in range(5):  # a variable may be made of others
        if not any(token.type == "function" and token.lower_name == "var" for token in tokens):
            break
        tokens = [one for token in tokens for one in _value_of(token, variables)][:_MOST_TOKENS]
    return tokens or declaration.tokens


def _value_of(token: Any, variables: Mapping[str, Tokens]) -> Tokens:
    if token.type != "function" or token.lower_name != "var":
        return [token]
    named, *default = solid(token.arguments) or [None]
    found = variables.get(getattr(named, "value", ""))
    return list(found) if found is not None else default[1:]
