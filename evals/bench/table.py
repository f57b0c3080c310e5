"""What a benchmark returns, and how its rows are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, the value as printed, the bar it is held to.

    ``met`` is None for a row without a bar.
    """

    what: str
    value: str
    bar: str = ""
    met: bool | None = None


def skipped(what: str, missing: Path) -> Row:
    """The row of a benchmark whose data set is not on this machine."""
    return Row(what, f"skipped: {missing.name} is not here")


def render(rows: Iterable[Row]) -> str:
    """The rows as an aligned plain-text table."""
    listed = list(rows)
    width = max((len(row.what) for row in listed), default=0)
    value = max((len(row.value) for row in listed), default=0)
    verdicts = {True: "met", False: "NOT MET", None: ""}
    return "\n".join(
        f"{row.what:<{width}}  {row.value:<{value}}  {row.bar}  {verdicts[row.met]}".rstrip()
        for row in listed
    )
