"""Is this sentence supported by this evidence? Checked by code, without a model.

``check`` runs the checks, each of which is a module here; ``comparison`` is what they look at.
"""

from __future__ import annotations

from summarizer.facts.claims.check import ClaimCheck, check_claim
from summarizer.facts.claims.problem import KINDS, Problem

__all__ = ["KINDS", "ClaimCheck", "Problem", "check_claim"]
