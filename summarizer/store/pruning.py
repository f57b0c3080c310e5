"""Forgetting: old runs, and old results that no run which stays refers to."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from summarizer.store.types import Old, Pruned

if TYPE_CHECKING:
    import sqlite3

    from summarizer.store.types import Run

_STAYING = "SELECT digest FROM items WHERE run NOT IN (SELECT id FROM going)"
_GOING = """
    digest NOT IN ({staying}) AND digest NOT IN (SELECT digest FROM leases WHERE expires > :now)
    AND {aged}
"""
_BY_AGE = "created < :before"
_BY_RUN = "(run IN (SELECT id FROM going) OR digest IN (SELECT digest FROM items))"
"""Without an age only what belongs to a run goes with it: what no run computed has no number."""


def runs_to_go(runs: Collection[Run], old: Old) -> list[int]:
    """The numbers of the runs that are old and over. ``runs`` are all there are, the newest first.

    A run that is at work stays whatever its age.
    """
    rest = [run for run in runs if run.status != "running"][old.keep or 0 :]
    return [run.id for run in rest if old.before is None or run.started < old.before]


def prune(
    connection: sqlite3.Connection, going: Collection[int], old: Old, now: float, *, delete: bool
) -> Pruned:
    """Delete the runs ``going`` and the results that are old and that no other run refers to.

    Without ``delete`` only counts them.
    """
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS going (id INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.going")
    connection.executemany("INSERT INTO temp.going VALUES (?)", [(id,) for id in going])
    aged = _BY_RUN if old.before is None else _BY_AGE
    where = _GOING.format(staying=_STAYING, aged=aged)
    values = {"now": now, "before": old.before}
    counted = connection.execute(
        f"SELECT COUNT(summary), COALESCE(SUM(bytes), 0) FROM results WHERE {where}", values
    ).fetchone()
    if delete:
        connection.execute(f"DELETE FROM results WHERE {where}", values)
        connection.execute("DELETE FROM items WHERE run IN (SELECT id FROM going)")
        connection.execute("DELETE FROM runs WHERE id IN (SELECT id FROM going)")
        connection.execute("DELETE FROM leases WHERE expires <= :now", values)
    return Pruned(len(going), *counted)
