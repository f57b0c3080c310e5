"""Folding: one spelling for what typography writes in many ways, with the way back.

Folded alike are: case; Unicode composition (NFC, NFD) and the harmless part of compatibility
(ligatures, full and half width, presentation forms, letters in mathematical fonts); curly,
straight, angle and corner quotation marks, single or double; hyphens, dashes and minus signs
with the space around a dash; ellipses; every kind of white space and runs of it; line endings;
zero-width characters, soft hyphens and hyphenation at line ends; digits of any script.

What folding does not do is let two different numbers or units meet, which plain NFKC does: there
``1½`` becomes ``11⁄2`` and ``10²`` becomes ``102``. Here ``1½`` is ``1 1/2``, a raised digit
stays raised after a digit (after a letter it is lowered: ``km²`` is ``km2``), a circled or
dotted number stays itself, and a sign keeps the space before it (`` -5`` is not ``-5`` of ``3-5``).

Everything goes cluster by cluster (UAX #29), so no span that comes back splits one. Linear: the
length of a cluster that is normalised is bounded, a longer one is kept as it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

from summarizer.document.model import Span
from summarizer.document.offsets import OffsetMap

# UAX #15, stream-safe text: 30 marks after a base are more than any orthography uses. Sorting
# the marks of a longer cluster is quadratic in CPython (1.2 s for 40,000 marks).
LONGEST_CLUSTER = 32

# For each \X the `regex` module counts regional indicators back to the start of their run, 140 s
# on a run of 200,000; so flags, which are pairs of them, are taken before it sees them.
_CLUSTER = regex.compile(
    r"[\U0001F1E6-\U0001F1FF]{2}[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]*+|\X"
)
_NOT_ASCII = regex.compile(r"[^\x00-\x7f]+")

_MARKS = "‘’‚‛′‵´ʼʻ“”„‟″‶〝〞〟＂＇「」『』‹›"
_HYPHENS = "‐‑‒–−⁃"
_DASHES = "―⸺⸻﹘"
_CHARACTERS = {
    **dict.fromkeys(_MARKS, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_DASHES, "—"),
    **dict.fromkeys("\u0085\u2028\u2029", "\n"),
    '"': "'",
    "`": "'",
    "⁄": "/",
    "∕": "/",
    "‥": "..",
    "⋯": "…",
    "…": "…",
}
_ASCII_MARKS = str.maketrans('"`', "''")
_ZERO_WIDTH_SPACE = "\u200b"
# Without soft hyphen and zero-width space: what they stand next to is known in step two only.
_IGNORABLE = regex.compile(
    r"[\u034F\u061C\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF"
    r"\U000E0000-\U000E0FFF]"
)
_DIGIT = regex.compile(r"[0-9]")
# Compatibility decompositions (UAX #44) that change the look and never the meaning.
_LOOKS = {
    "<wide>",
    "<narrow>",
    "<font>",
    "<noBreak>",
    "<compat>",
    "<initial>",
    "<medial>",
    "<final>",
    "<isolated>",
    "<vertical>",
    "<square>",
    "<small>",
    "<super>",
    "<sub>",
}

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
# The alternatives begin with different characters, each repeat is possessive: linear. A single
# plain space is passed over unless something that swallows it follows. The look ahead decides
# nothing; it makes the scan five times as fast.
_SEQUENCES = regex.compile(
    r"""
    (?=[^\S ]|\ [\s\-—….!?:;»\u00AD\u200B]|[\u00AD\u200B\-—….«»'⁰¹²³⁴-⁹₀-₉¼½¾⅐-⅞↉])
    (?:
        (?P<joined>(?<=[\p{L}\p{M}])[-\u00AD]\ {0,8}(?:\r\n|\n|\r)[ \t]{0,32}(?=\p{L}))
      | (?P<soft>[\u00AD\u200B]++)
      | (?P<space>(?:[^\S ]|\ (?=[\s\-—….!?:;»\u00AD\u200B]))[\s\u00AD\u200B]*+)
        (?:
            (?P<spaced_dots>(?:\.?+…\.?+|\.{3,}+|\.(?:\ \.){2,}+)\s*+)
          | (?P<spaced_dash>(?:—|-(?=[-—]))[-—]*+\s*+|-(?:\s++|(?![\p{N}\p{Sc}.])))
          | (?P<closing>»)(?!\w)
          | (?P<stop>(?=[!?:;]))
        )?
      | (?P<dots>(?:\.?+…\.?+|\.{3,}+|\.(?:\ \.){2,}+)\s*+)
      | (?P<dash>(?:—|-(?=[-—]))[-—]*+\s*+|-\s++)
      | (?P<opening>(?<![^\s(\[])«\s*+)
      | (?P<angle>[«»])
      | (?P<marks>''++)
      | (?P<raised>(?<=\p{L})[⁰¹²³⁴-⁹₀-₉]++)
      | (?P<fraction>[¼½¾⅐-⅞↉])
    )
    """,
    regex.VERBOSE,
)
_WIDE_SCRIPT = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_FIXED = {
    "joined": "",
    "soft": "",
    "spaced_dots": "…",
    "spaced_dash": "-",
    "closing": "'",
    "stop": "",
    "dots": "…",
    "dash": "-",
    "opening": "'",
    "angle": "'",
    "marks": "'",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to its source.

    ``soft`` holds the offsets in ``text`` where a hyphen at a line end or a zero-width space was
    taken out, in order: a hyphen or a space there may be real or not.
    """

    text: str
    soft: tuple[int, ...]
    _layers: tuple[OffsetMap, ...]

    def to_source(self, start: int, end: int) -> Span:
        """Where the folded characters ``start`` to ``end`` stand in the source.

        Widened to whole grapheme clusters, and to the whole of what was folded to one thing (a
        run of white space, a ligature). Monotone in both arguments.
        """
        for layer in reversed(self._layers):
            start, end = layer.to_source(start, end)
        return Span(start, end)

    def from_source(self, start: int, end: int) -> Span:
        """Where the source's characters ``start`` to ``end`` stand in the folded text."""
        for layer in self._layers:
            start, end = layer.to_target(start, end)
        return Span(start, end)

    def splits_cluster(self, offset: int) -> bool:
        """Whether the source offset lies inside a grapheme cluster (``\\r\\n`` is not seen)."""
        return self._layers[0].cuts_atom(offset)


def fold(text: str, *, case: bool = True) -> Folded:
    """Fold ``text``; with ``case=False`` upper and lower case stay apart. Never raises."""
    characters = _fold_characters(text, case)
    first = characters.take_text()
    sequences, soft = _fold_sequences(first)
    return Folded(sequences.take_text(), soft, (characters, sequences))


def _fold_characters(text: str, case: bool) -> OffsetMap:
    """Step one, cluster by cluster: case, composition, compatibility, one mark of each sort."""
    out = OffsetMap()
    known: dict[str, str] = {}
    position = 0
    for start, end in _areas(text):
        out.copy(_fold_ascii(text[position:start], case))
        for cluster in _CLUSTER.findall(text, start, end):
            folded = known.get(cluster)
            if folded is None:
                folded = known[cluster] = _fold_cluster(cluster, case)
            if len(cluster) == 1 == len(folded) or cluster == folded == "\r\n":
                out.copy(folded)
            else:
                out.atom(folded, len(cluster))
        position = end
    out.copy(_fold_ascii(text[position:], case))
    return out


def _fold_ascii(text: str, case: bool) -> str:
    return (text.lower() if case else text).translate(_ASCII_MARKS)


def _areas(text: str) -> list[tuple[int, int]]:
    """Stretches with characters outside ASCII, one ASCII character around them included.

    Between two ASCII characters there is always a cluster boundary, but for ``\\r\\n``.
    """
    areas: list[tuple[int, int]] = []
    for match in _NOT_ASCII.finditer(text):
        start, end = max(match.start() - 1, 0), min(match.end() + 1, len(text))
        if areas and start < areas[-1][1]:
            areas[-1] = (areas[-1][0], end)
        else:
            areas.append((start, end))
    return areas


def _fold_cluster(cluster: str, case: bool) -> str:
    if len(cluster) > LONGEST_CLUSTER:
        return cluster
    composed = unicodedata.normalize("NFC", cluster)
    if composed == " \u0301":  # what NFKC makes of an acute accent used as an apostrophe
        return "'"
    plain = "".join(_look(character) for character in composed)
    plain = _IGNORABLE.sub("", plain)
    if case:
        plain = unicodedata.normalize("NFD", plain).casefold()
    return unicodedata.normalize("NFC", plain)


@lru_cache(maxsize=4096)
def _look(character: str) -> str:
    """One character without what is only its look: width, font, ligature, script of a digit."""
    if character in _CHARACTERS:
        return _CHARACTERS[character]
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    tag, *points = unicodedata.decomposition(character).split() or [""]
    if tag not in _LOOKS:
        return character
    parts = "".join(chr(int(point, 16)) for point in points)
    if _DIGIT.search(parts) or (tag == "<compat>" and parts[0] == " "):
        return character  # raised, dotted or framed digits; a free-standing accent
    return "".join(_look(part) for part in parts)


def _fold_sequences(text: str) -> tuple[OffsetMap, tuple[int, ...]]:
    """Step two, on what step one left: white space, dashes, ellipses, line ends, fractions."""
    out = OffsetMap()
    soft: list[int] = []
    position = 0
    for match in _SEQUENCES.finditer(text):
        out.copy(text[position : match.start()])
        folded = _fold_sequence(match)
        if len(folded) == 1 == len(match.group()):
            out.copy(folded)
        else:
            out.atom(folded, len(match.group()))
        if match.lastgroup == "joined" or _ZERO_WIDTH_SPACE in match.group():
            soft.append(out.target_length)
        position = match.end()
    out.copy(text[position:])
    return out, tuple(soft)


def _fold_sequence(match: regex.Match[str]) -> str:
    kind = match.lastgroup or ""
    found: str = match.group()
    if kind == "raised":
        return found.translate(_RAISED)
    if kind == "fraction":
        before = match.string[match.start() - 1 : match.start()]
        return (" " if before.isdigit() else "") + _fraction(found)
    if kind != "space":
        return _FIXED[kind]
    around = match.string[match.start() - 1 : match.start()], match.string[match.end() :][:1]
    wraps = "\n" in found or "\r" in found
    return "" if wraps and all(_WIDE_SCRIPT.match(side) for side in around) else " "


def _fraction(character: str) -> str:
    return unicodedata.normalize("NFKC", character).replace("⁄", "/")
