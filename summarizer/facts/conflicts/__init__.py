"""Which figures of an article are about the same thing and differ, and can both of them hold?

``topics`` brings what a figure counts to a form that compares, ``contexts`` reads what tells two
figures apart, ``finder`` groups those that nothing tells apart.
"""

from __future__ import annotations

from summarizer.facts.conflicts.finder import TOLERANCE, Conflict, find_conflicts

__all__ = ["TOLERANCE", "Conflict", "find_conflicts"]
