"""Ages, sizes and numbers as a person writes and reads them."""

from __future__ import annotations

import re

import typer

_AGE = re.compile(r"([0-9]{1,6})([hdw])")
_UNITS = {"h": 3600.0, "d": 86400.0, "w": 7 * 86400.0}


def seconds_of(age: str) -> float:
    """``12h``, ``30d`` or ``8w`` in seconds. Raises BadParameter."""
    match = _AGE.fullmatch(age.strip().lower())
    if match is None:
        raise typer.BadParameter(f"'{age}' is no age like 12h, 30d or 8w")
    return int(match[1]) * _UNITS[match[2]]


def size_of(size: int) -> str:
    """Bytes as ``512 B``, ``1.2 KB``, ``3.4 MB``: thousands, as the models' sizes are."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("KB", 1e3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} B"


def counted(number: int, one: str, more: str) -> str:
    """``1 run``, ``1,200 runs``."""
    return f"{number:,} {one if number == 1 else more}"
