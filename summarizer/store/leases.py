"""Who may compute which result now: at most one holder a key, until the lease runs out.

Each holder has its own token. Renewing, committing and giving back are done for the token and not
for the key: who lost a lease, perhaps because its machine slept, can do nothing with it any more.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from summarizer.keys import ResultKey, canonical_json
from summarizer.store.holders import has_died
from summarizer.store.types import Busy, Lease

if TYPE_CHECKING:
    import sqlite3

_CLOCK_SLACK = 5.0
"""Seconds the clock may be set back before a lease from the future counts as run out."""


def holder_of(connection: sqlite3.Connection, digest: str, now: float) -> Busy | None:
    """Who is computing this result; None if nobody is, or its holder is gone."""
    row = connection.execute(
        "SELECT owner, renewed, expires FROM leases WHERE digest = ?", (digest,)
    ).fetchone()
    if row is None:
        return None
    owner, renewed, expires = row
    if now >= expires or now < renewed - _CLOCK_SLACK or has_died(owner):
        return None
    return Busy(digest, owner, expires - now)


def take(connection: sqlite3.Connection, key: ResultKey, lease: Lease, owner: str) -> None:
    """Write down a lease, in place of one that has run out. ``holder_of`` was asked before."""
    connection.execute(
        "INSERT OR REPLACE INTO leases"
        " (digest, key, token, owner, run, position, renewed, expires) VALUES (?,?,?,?,?,?,?,?)",
        (
            lease.digest,
            canonical_json(key.fields),
            lease.token,
            owner,
            lease.run,
            lease.position,
            lease.began,
            lease.expires,
        ),
    )


def renew(connection: sqlite3.Connection, lease: Lease, now: float, expires: float) -> bool:
    """Put off the end of a lease; whether it was still held."""
    changed = connection.execute(
        "UPDATE leases SET renewed = ?, expires = ? WHERE digest = ? AND token = ?",
        (now, expires, lease.digest, lease.token),
    )
    return changed.rowcount == 1


def give_back(connection: sqlite3.Connection, lease: Lease) -> str | None:
    """End a lease; the key it was for as JSON, or None if it was no longer held."""
    held = (lease.digest, lease.token)
    row = connection.execute(
        "SELECT key FROM leases WHERE digest = ? AND token = ?", held
    ).fetchone()
    connection.execute("DELETE FROM leases WHERE digest = ? AND token = ?", held)
    return None if row is None else str(row[0])


def new_token() -> str:
    """A token that no other lease has."""
    return secrets.token_hex(16)
