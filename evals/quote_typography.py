"""Sixteen ways to set a true quote otherwise without changing what it says.

Each takes the quote as it stands in its article; where the quote has nothing that the way would
change, None. All randomness comes in.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

Rewrite = Callable[[str, random.Random], str | None]

_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ"}


def _changed(new: str, old: str) -> str | None:
    return new if new != old else None


def upper_case(quote: str, rng: random.Random) -> str | None:
    return _changed(quote.upper(), quote)


def lower_case(quote: str, rng: random.Random) -> str | None:
    return _changed(quote.lower(), quote)


def curly_quotes(quote: str, rng: random.Random) -> str | None:
    """Straight marks become curly ones; the outer ones angled, now and then."""
    text = re.sub(r"(^|[\s(—–-])\"", r"\1“", quote).replace('"', "”")
    text = re.sub(r"(^|[\s(“—–-])'", r"\1‘", text).replace("'", "’")
    if rng.random() < 0.2:
        text = text.replace("“", "« ").replace("”", " »")
    return _changed(text, quote)


def straight_quotes(quote: str, rng: random.Random) -> str | None:
    table = str.maketrans("‘’‚“”„", "'''\"\"\"")
    return _changed(quote.translate(table), quote)


def dashes(quote: str, rng: random.Random) -> str | None:
    """Dashes of any length for each other, spaced or not; hyphens that do not break."""
    text = re.sub(r"\s?(?:—|--)\s?", rng.choice([" – ", "—", " -- ", "--", " - "]), quote)
    text = text.replace("–", rng.choice(["-", "–", "−", "‒"]))
    return _changed(re.sub(r"(?<=\w)-(?=\w)", rng.choice(["‑", "‐", "–", "-"]), text), quote)


def ellipses(quote: str, rng: random.Random) -> str | None:
    text = re.sub(r"\s?(?:\.{3,}|…)", rng.choice(["…", "...", " . . .", " ..."]), quote)
    return _changed(text, quote)


def no_break_spaces(quote: str, rng: random.Random) -> str | None:
    spaces = "\u00a0\u202f\u2009\u2007\u3000"
    text = "".join(rng.choice(spaces) if c == " " and rng.random() < 0.4 else c for c in quote)
    return _changed(text, quote)


def zero_width(quote: str, rng: random.Random) -> str | None:
    marks = "\u200b\u200c\u2060\ufeff"
    text = "".join(rng.choice(marks) + c if rng.random() < 0.15 else c for c in quote)
    return _changed("\ufeff" + text, quote)


def soft_hyphens(quote: str, rng: random.Random) -> str | None:
    text = re.sub(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{3})", lambda _: rng.choice(["\u00ad", ""]), quote)
    return _changed(text, quote)


def hyphenation(quote: str, rng: random.Random) -> str | None:
    """Words broken at line ends with a hyphen; compounds broken at theirs."""

    def broken(_: re.Match[str]) -> str:
        return rng.choice(["-\n", "-\r\n", "\u00ad\n", "-\n  "]) if rng.random() < 0.2 else ""

    text = re.sub(r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})", broken, quote)
    return _changed(re.sub(r"(?<=[^\W\d_]-)(?=[^\W\d_])", "\n", text), quote)


def ligatures(quote: str, rng: random.Random) -> str | None:
    text = re.sub("ffi|ffl|ff|fi|fl|st", lambda found: _LIGATURES[found.group()], quote)
    return _changed(text, quote)


def full_width(quote: str, rng: random.Random) -> str | None:
    table = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
    return _changed(quote.translate(table), quote)


def composition(quote: str, rng: random.Random) -> str | None:
    """NFD, NFC, NFKC or NFKD, whichever changes something."""
    forms = ["NFD", "NFKC", "NFKD", "NFC"]
    rng.shuffle(forms)
    texts = [unicodedata.normalize(form, quote) for form in forms]  # type: ignore[arg-type]
    return next((text for text in texts if text != quote), None)


def white_space(quote: str, rng: random.Random) -> str | None:
    """Runs, tabs, and lines wrapped with any line ending."""
    runs = ["\r\n", "\n", "\r", "  ", "\t", " \n ", "\u2028", " \u00a0"]
    text = re.sub(" ", lambda _: rng.choice(runs) if rng.random() < 0.3 else " ", quote)
    return _changed(text, quote)


def set_around(quote: str, rng: random.Random) -> str | None:
    """Quotation marks or brackets around, another stop at the end, an ellipsis at an edge."""
    core = quote.rstrip(".,") if rng.random() < 0.5 else quote
    return rng.choice(['"{}"', "“{},”", "‘{}’", "({})", "…{}", "“{}…”", "«{}»", "{}—"]).format(core)


def mathematical(quote: str, rng: random.Random) -> str | None:
    """Bold, italic or sans letters of the mathematical alphabets, as posts use them."""
    first = rng.choice([0x1D400, 0x1D5D4, 0x1D63C])
    table = {65 + n: first + n for n in range(26)} | {97 + n: first + 26 + n for n in range(26)}
    return _changed(quote.translate(table), quote)


REWRITES: dict[str, Rewrite] = {
    "upper case": upper_case,
    "lower case": lower_case,
    "curly quotes": curly_quotes,
    "straight quotes": straight_quotes,
    "dashes": dashes,
    "ellipses": ellipses,
    "no-break spaces": no_break_spaces,
    "zero width": zero_width,
    "soft hyphens": soft_hyphens,
    "hyphenation at line ends": hyphenation,
    "ligatures": ligatures,
    "full width": full_width,
    "composition": composition,
    "white space, line ends": white_space,
    "marks around": set_around,
    "mathematical letters": mathematical,
}
