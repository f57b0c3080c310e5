"""What a script or an emoji needs in order to be drawn, though it cannot be seen by itself.

Joiners between letters of scripts that join, and between emoji; a zero-width space between letters
of scripts written without spaces; one variation selector after its base; the tags of a
subdivision's flag; Hangul fillers beside jamo.
"""

from __future__ import annotations

import regex

_JOINERS = "\u200c\u200d"
_JOINING = regex.compile(
    r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Nko}\p{Mandaic}\p{Devanagari}\p{Bengali}\p{Gurmukhi}"
    r"\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Tibetan}"
    r"\p{Myanmar}\p{Khmer}\p{Balinese}\p{Javanese}]"
)
_UNSPACED = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")
_EMOJI_BEFORE = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]")
_EMOJI_AFTER = regex.compile(r"\p{Extended_Pictographic}")
_HAN = regex.compile(r"[\p{Han}\p{Mongolian}]")
_JAMO = regex.compile(r"[\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]")
# ISO 3166-2: a country and up to three letters or digits, ended by the cancel tag (UTS #51).
_FLAG_TAGS = regex.compile(r"[\U000E0061-\U000E007A]{2}[\U000E0030-\U000E007A]{1,3}\U000E007F")
_BLACK_FLAG = "\U0001f3f4"


def needed(text: str, start: int, end: int, kind: str) -> int:
    """How many characters at the start of a run are needed to draw what stands around it."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if kind == "tag":
        flag = _FLAG_TAGS.match(text, start, end) if before == _BLACK_FLAG else None
        return flag.end() - start if flag else 0
    if kind == "selector":
        return int(_takes_selector(before, text[start]) and end - start == 1)
    if kind == "zero_width" and before:
        return int(end - start == 1 and _joins(before, text[start], after))
    return 0


def _takes_selector(base: str, selector: str) -> bool:
    """Whether a variation selector chooses how ``base`` is drawn."""
    if "\ufe00" <= selector <= "\ufe0f":
        return bool(base) and not base.isspace() and not (base.isascii() and base.isalpha())
    return bool(base and _HAN.match(base))


def _joins(before: str, character: str, after: str) -> bool:
    if character in _JOINERS:
        emoji = character == "\u200d" and _EMOJI_BEFORE.match(before) and _EMOJI_AFTER.match(after)
        joining = _JOINING.match(before) and (character == "\u200d" or _JOINING.match(after))
        return bool(emoji or joining)
    if character == "\u200b":
        return bool(_UNSPACED.match(before) and _UNSPACED.match(after))
    if character == "\u180e":
        return bool(_JOINING.match(before) and _JOINING.match(after))
    return character in "\u115f\u1160" and bool(_JAMO.match(before) or _JAMO.match(after))
