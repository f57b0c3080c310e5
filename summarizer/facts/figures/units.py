"""Units of measure: each name in the singular, what it measures, and where one is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.facts.figures.model import FigureKind
from summarizer.facts.figures.tokens import Phrases, Token, joined_rows, words
from summarizer.facts.figures.unit_table import UNIT_TABLE


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``name``, the ``dimension`` it measures, its ``factor`` to that dimension's base.

    Units of one dimension compare; ``kind`` is the figure's kind.
    """

    name: str
    dimension: str
    factor: Decimal
    kind: FigureKind


def _plural(words: str) -> str:
    """The English plural of the phrase's last word, or of the noun before "per"/"an"/"a"."""
    return words + ("es" if words.endswith(("s", "x", "ch", "sh")) else "s")


_DURATIONS = frozenset({"time", "month", "night", "weekend"})
_PERCENTS = frozenset({"percent", "point"})


def _kind(dimension: str) -> FigureKind:
    if dimension in _DURATIONS:
        return "duration"
    return "percent" if dimension in _PERCENTS else "measure"


def _rows() -> Iterator[tuple[Unit, list[str], list[str]]]:
    for line in joined_rows(UNIT_TABLE):
        name, dimension, factor, spoken, signs = (cell.strip() for cell in line.split("|"))
        unit = Unit(name, dimension, Decimal(factor), _kind(dimension))
        yield (
            unit,
            [word.strip() for word in spoken.split(",") if word.strip()],
            [sign.strip() for sign in signs.split(",") if sign.strip()],
        )


def _word_table() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for unit, spoken, _ in _rows():
        for word in spoken:
            table.setdefault(word, unit)
    for word, unit in list(table.items()):
        table.setdefault(_plural(word), unit)
    return table


WORDS: Phrases[Unit] = Phrases(_word_table())
"""Units by their words in lower case."""

SIGNS: dict[str, Unit] = {sign: unit for unit, _, signs in _rows() for sign in signs}
"""Units by their signs, in the case they are written in."""

NAMES: dict[str, Unit] = {unit.name: unit for unit, _, _ in _rows()}
"""Units by name."""

LOOSE = words(
    "km cm mm kg mg ml mL oz lb lbs ft MW GW kW TWh GWh MWh kWh Wh hp Hz kHz MHz GHz GB MB TB KB W"
    " V N Nm Pa kPa MPa GPa hPa mph ha dB kV mAh Bq mSv Mbps Gbps nm μm µm ° °C °F ℃ ℉ C F % ％ ‰ ″"
    " ′ MP m² km² m³ ft² t bar mbar px PS cv kcal J kJ MJ A PB min TW ppt b L l g m s h"
)
"""Signs that may stand after a space too; the others must touch their number."""

BARE_LETTERS = words("A C F N V J L m s h g t l b W")
"""One-letter signs: after a space only where no noun can follow from them (see ``sign_at``)."""


def sign_at(text: str, tokens: Sequence[Token], index: int) -> tuple[Unit, int] | None:
    """The unit whose sign stands at ``index``, and the index after it.

    A sign of up to three tokens is tried first ("km / h", "m 2"). After a space a single letter
    counts only before a mark, the end, or a word in lower case ("5 W laser", not "Plan 5 A Team").
    """
    longest = min(index + 4, len(tokens))
    stop = index + 1
    while stop < longest and tokens[stop].glued:
        stop += 1
    for end in range(stop if index < len(tokens) else index, index, -1):
        parts = [part.text for part in tokens[index:end]]
        unit = SIGNS.get(" ".join(parts)) or SIGNS.get("".join(parts))
        if unit is None or (end < len(tokens) and _runs_on(tokens[end])):
            continue
        if _closes_speech(text, tokens[index]):
            return None
        if tokens[index].glued or _may_stand_apart(tokens, index, end):
            return unit, end
    return None


def _closes_speech(text: str, token: Token) -> bool:
    """Whether a double quote behind a number ends what one before it began, and is no inch."""
    if token.text != '"':
        return False
    start = max(text.rfind("\n", 0, token.start) + 1, token.start - _LONGEST_SPEECH)
    return text.count('"', start, token.start) % 2 == 1


_LONGEST_SPEECH = 400


def _runs_on(token: Token) -> bool:
    """Whether a sign would be cut off inside a longer word."""
    return token.glued and token.kind == "word"


def _may_stand_apart(tokens: Sequence[Token], index: int, end: int) -> bool:
    sign = "".join(token.text for token in tokens[index:end])
    if sign not in LOOSE and end - index == 1:
        return False
    if sign not in BARE_LETTERS:
        return True
    following = tokens[end] if end < len(tokens) else None
    if following is None or following.kind == "mark" or following.text.islower():
        return True
    return sign in {"W", "V"} and following.text.isupper()


def word_at(tokens: Sequence[Token], index: int) -> tuple[Unit, int] | None:
    """The unit named at ``index`` in words, and the index after it."""
    return WORDS.at(tokens, index)
