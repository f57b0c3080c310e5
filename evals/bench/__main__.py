"""``python -m evals.bench [NAME ...] [--data DIR]``: run the benchmarks and print one table."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from pathlib import Path

import evals.bench
from evals.bench.table import render

DEFAULT_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
NOT_BENCHMARKS = {"__main__", "table"}


def names() -> list[str]:
    """Every benchmark there is: a module of this package with a ``rows(data)`` function."""
    found = (module.name for module in pkgutil.iter_modules(evals.bench.__path__))
    return sorted(set(found) - NOT_BENCHMARKS)


def main() -> None:
    """Run the benchmarks named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("name", nargs="*", help=f"of: {', '.join(names())}")
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="the folder of the sets")
    arguments = parser.parse_args()
    for name in arguments.name or names():
        module = importlib.import_module(f"evals.bench.{name}")
        print(f"[{name}]\n{render(module.rows(arguments.data))}\n", flush=True)


if __name__ == "__main__":
    main()
