"""The claims of an article as rows: who says what, and where it stands.

python examples/script.py article.txt
"""

from __future__ import annotations

import json
import sys
from typing import Any

from summarizer import SummarizerError, summarize
from summarizer.document import read_source


def claim_rows(source: str) -> list[dict[str, Any]]:
    """One row a claim; ``start`` and ``end`` are code points of the article's text."""
    summary = summarize(read_source(source))
    return [
        {
            "claim": claim.text,
            "speaker": claim.speaker,
            "status": claim.status,
            "quote": claim.evidence[0].quote,
            "start": claim.evidence[0].start,
            "end": claim.evidence[0].end,
        }
        for claim in summary.key_claims
    ]


if __name__ == "__main__":
    for source in sys.argv[1:]:
        try:
            for row in claim_rows(source):
                print(json.dumps(row, ensure_ascii=False))
        except SummarizerError as error:  # which article, what happened, what to do
            sys.exit(str(error))
