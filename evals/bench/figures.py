"""Reading quantities: NewsQuant (value, unit, change) and NumHG (headline numbers).

**NewsQuant.** Scored as its authors score (CQE, Almasian et al., EMNLP 2023), one to one: a
figure read matches a quantity annotated in the same sentence when the values agree to one part in
100,000, a range only with a range, and both its ends. Each figure and each annotation counts in
at most one match; precision is over all figures read, recall over all annotated, F1 over the
whole set. "value + unit" asks also for the same normalised unit, in lower case, where the pairs
in ``SYNONYMS`` are one unit and nothing else is (a counted noun must agree in all its words);
"value + change" asks for the same change sign. An annotated range is taken from its lower end to
its higher.

**NumHG.** The number that was cut out of each headline is put back, as it was and with one digit
changed (every place, every other digit), read in the headline's words (unit, scale, role), and
the text's numbers are asked whether they support it (``summarizer.facts.figures.support``).
Reported are the share of true numbers supported and the share of changed ones, each headline
weighing the same. The date line that heads each text is part of it.

**Recognizers.** Of the numbers that the English specifications of Recognizers-Text expect
(currencies, dimensions, temperatures, ages, percentages), the share for which a figure of the
same value is read. They hold many made-up forms that news never writes, so this row has no bar;
it shows a step back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.bench.table import Row, skipped
from summarizer.facts.figures import Figure, Number, read_figures, read_numbers
from summarizer.facts.figures.support import supporting

SYNONYMS = {
    "percent": "percentage",
    "united states dollar": "dollar",
    "us dollar": "dollar",
    "pence": "penny",
    "°": "degree",
    "pound": "pound-mass",
    "kilometer per hour": "kilometre per hour",
    "% -": "",
    "-": "",
}


@dataclass(frozen=True)
class Quantity:
    """An annotated quantity."""

    low: float
    high: float
    unit: str
    change: str


def annotated(entry: dict[str, Any]) -> Quantity:
    """A quantity of the set; "1.0-3.0" is a range, a leading minus a sign."""
    ends = re.fullmatch(r"(-?[\d.]+(?:E-?\d+)?)(?:\s*-\s*([\d.]+))?", entry["value"].strip())
    if ends is None:
        raise ValueError(f"no value: {entry['value']!r}")
    values = sorted(float(end) for end in ends.groups() if end is not None)
    return Quantity(values[0], values[-1], name(entry["normalized_unit"]), entry["change"])


def name(unit: str) -> str:
    """A unit's name as it is compared."""
    plain = unit.lower().strip()
    return SYNONYMS.get(plain, plain)


def same_value(figure: Figure, quantity: Quantity) -> bool:
    """Whether both ends agree to one part in 100,000."""
    return all(
        abs(float(read) - told) <= 1e-8 + 1e-5 * abs(told)
        for read, told in ((figure.low, quantity.low), (figure.high, quantity.high))
    ) and (figure.low == figure.high) == (quantity.low == quantity.high)


def fits(figure: Figure, quantity: Quantity, wanted: str) -> bool:
    """Whether a figure matches an annotation in its value and what else is ``wanted``."""
    if not same_value(figure, quantity):
        return False
    if wanted == "unit":
        return name(figure.unit) == quantity.unit
    return wanted != "change" or figure.change == quantity.change


def matched(figures: list[Figure], quantities: list[Quantity], wanted: str) -> int:
    """How many annotations find a figure of their own. (Equal values make a bipartite matching
    greedy: any figure that fits one of two equal annotations fits the other.)
    """
    free = list(figures)
    count = 0
    for quantity in quantities:
        hit = next((figure for figure in free if fits(figure, quantity, wanted)), None)
        if hit is not None:
            free.remove(hit)
            count += 1
    return count


def news_quantities(path: Path) -> Iterator[tuple[str, list[Figure], list[Quantity]]]:
    """Each sentence with the figures read and the quantities annotated."""
    for entry in json.loads(path.read_text(encoding="utf-8")):
        yield (
            entry["text"],
            read_figures(entry["text"]),
            [annotated(q) for q in entry["quantities"]],
        )


def f1(hits: int, read: int, told: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return 200 * hits / (read + told) if read + told else 0.0


BARS = {"value": 92.0, "unit": 86.0, "change": 88.0}


def newsquant_rows(path: Path) -> list[Row]:
    """F1 for value, value + unit, value + change."""
    sentences = list(news_quantities(path))
    read = sum(len(figures) for _, figures, _ in sentences)
    told = sum(len(quantities) for _, _, quantities in sentences)
    found = []
    for wanted, bar in BARS.items():
        hits = sum(matched(figures, quantities, wanted) for _, figures, quantities in sentences)
        score = f1(hits, read, told)
        what = "value" if wanted == "value" else f"value + {wanted}"
        value = f"{score:.1f} (P {100 * hits / read:.1f} R {100 * hits / told:.1f})"
        found.append(Row(f"NewsQuant F1, {what}", value, f">= {bar:.0f}", score >= bar))
    return found


BLANK = "____"


def digit_changes(number: str) -> Iterator[str]:
    """The number with one digit changed: every place, every other digit, no new leading zero."""
    for place, digit in enumerate(number):
        for other in "0123456789" if digit.isdigit() else "":
            if other != digit and not (other == "0" and place == 0):
                yield number[:place] + other + number[place + 1 :]


def accepted(headline: str, number: str, evidence: list[Number]) -> bool:
    """Whether the text's numbers support ``number`` in the headline's blank, read in its words."""
    start = headline.index(BLANK)
    filled = headline.replace(BLANK, number, 1)
    end = start + len(number)
    there = [n for n in read_numbers(filled) if n.start < end and start < n.end]
    return any(supporting(n, evidence).supported for n in there)


def numhg_rows(path: Path) -> list[Row]:
    """The share of true headline numbers accepted, and of those with a digit changed."""
    true, altered = [], []
    for entry in json.loads(path.read_text(encoding="utf-8")):
        evidence = read_numbers(entry["text"])
        true.append(accepted(entry["cloze"], entry["cloze_gt"], evidence))
        changed = list(digit_changes(entry["cloze_gt"]))
        hits = sum(accepted(entry["cloze"], number, evidence) for number in changed)
        altered.append(hits / len(changed))
    right, wrong = 100 * sum(true) / len(true), 100 * sum(altered) / len(altered)
    return [
        Row("NumHG, true numbers accepted", f"{right:.1f} % of {len(true)}", ">= 90", right >= 90),
        Row("NumHG, altered numbers accepted", f"{wrong:.1f} %", "<= 6", wrong <= 6),
    ]


SPECIFICATIONS = (
    "Number/PercentModel.json",
    "NumberWithUnit/AgeModel.json",
    "NumberWithUnit/CurrencyModel.json",
    "NumberWithUnit/DimensionModel.json",
    "NumberWithUnit/TemperatureModel.json",
)


def recognizers_rows(folder: Path) -> list[Row]:
    """The share of the expected numbers that are read, by specification."""
    found = []
    for file in SPECIFICATIONS:
        told = hits = 0
        for entry in json.loads((folder / file).read_text(encoding="utf-8-sig")):
            figures = read_figures(entry["Input"])
            for result in entry["Results"]:
                value = str((result.get("Resolution") or {}).get("value")).rstrip("%")
                if re.fullmatch(r"-?[\d.]+", value):
                    wanted = Quantity(float(value), float(value), "", "=")
                    told += 1
                    hits += any(same_value(figure, wanted) for figure in figures)
        name = Path(file).stem.removesuffix("Model").lower()
        found.append(
            Row(f"Recognizers, {name} values read", f"{100 * hits / told:.1f} % of {told}")
        )
    return found


def rows(data: Path) -> list[Row]:
    """The table of this subject."""
    parts: list[tuple[str, str, Callable[[Path], list[Row]]]] = [
        ("NewsQuant", "newsquant_dev.json", newsquant_rows),
        ("NumHG", "numhg_dev.json", numhg_rows),
        ("Recognizers", "recognizers_english", recognizers_rows),
    ]
    found: list[Row] = []
    for what, file, measure in parts:
        path = data / file
        found += measure(path) if path.exists() else [skipped(what, path)]
    return found
