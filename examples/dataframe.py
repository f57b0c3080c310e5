"""A column of articles becomes a column of summaries, and a table of their claims.

frame = pandas.read_csv("articles.csv")            # a column "text"
frame = with_summaries(frame)                      # adds "summary" and "error"
claims = claim_table(frame)                        # one row a claim, with the article's index
"""

from __future__ import annotations

import pandas as pd

from summarizer import Summary, summarize_many


def with_summaries(frame: pd.DataFrame, column: str = "text") -> pd.DataFrame:
    """The frame with a summary for each article, or the reason why there is none."""
    outcomes = list(summarize_many(frame[column]))
    summaries = [outcome if isinstance(outcome, Summary) else None for outcome in outcomes]
    errors = ["" if isinstance(outcome, Summary) else str(outcome) for outcome in outcomes]
    return frame.assign(
        summary=pd.Series(summaries, index=frame.index, dtype=object),
        error=pd.Series(errors, index=frame.index, dtype=object),
    )


def claim_table(frame: pd.DataFrame) -> pd.DataFrame:
    """One row for each claim; the index is that of its article."""
    rows = [
        (index, claim.text, claim.speaker, claim.status, claim.evidence[0].quote)
        for index, summary in frame["summary"].dropna().items()
        for claim in summary.key_claims
    ]
    columns = ["article", "claim", "speaker", "status", "quote"]
    return pd.DataFrame(rows, columns=columns).set_index("article")
