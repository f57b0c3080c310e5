"""What can be wrong with a claim, as data."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "number",
    "unit",
    "negation",
    "modality",
    "direction",
    "name",
    "role",
    "attribution",
    "content",
)
"""What :attr:`Problem.kind` may be."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that the claim says and its evidence does not, or says otherwise.

    ``message`` is for an editor; ``claim_text`` and ``evidence_text`` are the words of each side
    ("" where that side has none). A problem that is not ``severe`` lowers the score and does not
    by itself make the claim unsupported.
    """

    kind: str
    message: str
    claim_text: str = ""
    evidence_text: str = ""
    severe: bool = True
