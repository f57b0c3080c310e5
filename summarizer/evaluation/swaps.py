"""Whether a difference could be chance: the two runs' results swapped, article by article.

Were both runs equally good, which result came from which run would be a coin toss for each article.
The p-value is the part of all tosses that give a difference at least as large as the one seen
(Fisher's paired randomisation test; recommended for such scores by Dror et al., ACL 2018).
scipy's permutation_test draws swaps of numbers; here whole counts are swapped and the score is made
from their sums, which is one matrix product.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.evaluation.extra import need

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Cells = NDArray[Any]

SEED = 20_260_101
RESAMPLES = 10_000
_ROUNDING = 1e-12


@dataclass(frozen=True)
class Swaps:
    """The differences that chance alone would give: absolute, largest first.

    ``exact`` where these are all swaps there are, not a sample. ``changed`` is the number of
    articles in which the two runs differ: only they can be swapped to any effect.
    """

    sizes: Cells
    exact: bool
    changed: int

    def p_value(self, difference: float) -> float:
        """The two-sided p-value; in a sample, the one seen counts as one of the swaps."""
        larger = int((self.sizes >= abs(difference) - _ROUNDING).sum())
        return larger / len(self.sizes) if self.exact else (larger + 1) / (len(self.sizes) + 1)

    @property
    def smallest_p(self) -> float:
        """The least p-value there could be: all articles that differ speak for one run."""
        least = 2.0 ** (1 - self.changed) if self.changed else 1.0
        return least if self.exact else max(least, 1 / (len(self.sizes) + 1))

    def critical(self, level: float) -> float | None:
        """The largest difference that is still put down to chance at ``level``; None: every one."""
        if self.smallest_p > level:
            return None
        total = len(self.sizes)
        allowed = int(level * total) if self.exact else int(level * (total + 1)) - 1
        return float(self.sizes[min(allowed, total - 1)])


def swaps(cells: Cells, resamples: int = RESAMPLES, seed: int = SEED) -> Swaps:
    """Swap the two runs in each article: all ways where they are few, ``resamples`` at random else.

    ``cells`` has a row an article: numerator and denominator of the new run, then of the old.
    A swap that leaves one run without a score counts as larger than any difference.
    """
    np = need("numpy")
    differs = (cells[:, :2] != cells[:, 2:]).any(axis=1)
    moving, changed = cells[differs], int(differs.sum())
    exact = 2**changed <= resamples
    if exact:
        keep = (np.arange(2**changed)[:, None] >> np.arange(changed)) & 1
    else:
        keep = np.random.default_rng(seed).integers(0, 2, (resamples, changed))
    still = cells[~differs][:, :2].sum(axis=0)
    # From the new run's counts where it keeps its own, and from the old run's where it does not.
    one = keep @ moving[:, :2] + (1 - keep) @ moving[:, 2:] + still
    other = keep @ moving[:, 2:] + (1 - keep) @ moving[:, :2] + still
    with np.errstate(divide="ignore", invalid="ignore"):
        sizes = np.abs(one[:, 0] / one[:, 1] - other[:, 0] / other[:, 1])
    sizes[np.isnan(sizes)] = np.inf
    return Swaps(np.sort(sizes)[::-1], exact, changed)
