"""Who wrote an article, by the line in which it says so: "By Ida Berg and Tom Ash, in Kell"."""

from __future__ import annotations

import regex

_WORDS = r"(?:By|Von|Par|Por|Di|Door|Av|Af|Autor(?:in)?:|Text:|Texte:|Texto:)"
# Two to five words with capitals, small ones such as "van der" between them.
_NAME = (
    r"\p{Lu}[\p{L}\p{M}.'’\-]{0,30}"
    r"(?: (?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|zu|y) ){0,2}"
    r"\p{Lu}[\p{L}\p{M}.'’\-]{0,30}){1,3}"
)
_AND = r"(?:, | and | und | et | y | e | en | og | och | & )"
_BYLINE = regex.compile(rf"{_WORDS} (?P<name>{_NAME})(?:{_AND}(?P<name>{_NAME})){{0,5}}")
# What may stand behind the names: nothing, or what is set off from them.
_END = regex.compile(r"\s{0,3}(?:\Z|[|,·•—–(/\-]|\d)")
_MOST_WORDS = 25


def read_byline(line: str) -> tuple[str, ...]:
    """The names in a line that says who wrote the article; none where it is no such line.

    >>> read_byline("By Ida Berg and Tom Ash | 7 May")
    ('Ida Berg', 'Tom Ash')
    >>> read_byline("By Monday Kell had shipped 1,200 tonnes.")
    ()
    """
    if len(line.split()) > _MOST_WORDS:
        return ()
    found = _BYLINE.match(line)
    if found is None or not _END.match(line, found.end()):
        return ()
    return tuple(dict.fromkeys(found.captures("name")))
