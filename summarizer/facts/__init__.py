"""What a text says, read by code and without a model. Pure functions: text in, findings out.

Each is useful alone: ``locate_quote`` judges a quote, ``read_figures`` reads quantities,
``check_claim`` holds a sentence against its evidence; ``analyse`` reads a whole article.

A package answers one question, and imports only those above it in this list:

- ``words``: which words are forms of one word? ``polarity``: which negate, hedge, rise or fall?
- ``names``: what is named? ``dates``: when? ``figures``: how much?
- ``subjects``: what does a figure count? ``conflicts``: which figures differ?
- ``actors``: who acts? ``attribution``: who says what?
- ``gaps``: what is left open?
- ``quotes``: does a quote stand in the text? ``claims``: does the evidence support a sentence?
- ``leads``: which sentences carry the story? ``analysis``: all of it, read once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lazy import lazy_names

if TYPE_CHECKING:
    from summarizer.facts.actors import Actor, read_actors
    from summarizer.facts.analysis import Analysis, analyse
    from summarizer.facts.attribution import Attribution, read_attributions, speaker_of
    from summarizer.facts.claims import ClaimCheck, Problem, check_claim
    from summarizer.facts.conflicts import Conflict, find_conflicts
    from summarizer.facts.dates import DateMention, read_dates
    from summarizer.facts.figures import Figure, read_figures
    from summarizer.facts.gaps import Gap, find_gaps
    from summarizer.facts.names import Name, read_names, same_name
    from summarizer.facts.quotes import Difference, QuoteMatch, locate_quote

__all__ = [
    "Actor",
    "Analysis",
    "Attribution",
    "ClaimCheck",
    "Conflict",
    "DateMention",
    "Difference",
    "Figure",
    "Gap",
    "Name",
    "Problem",
    "QuoteMatch",
    "analyse",
    "check_claim",
    "find_conflicts",
    "find_gaps",
    "locate_quote",
    "read_actors",
    "read_attributions",
    "read_dates",
    "read_figures",
    "read_names",
    "same_name",
    "speaker_of",
]

__getattr__ = lazy_names(
    __name__,
    {
        "Actor": "summarizer.facts.actors",
        "Analysis": "summarizer.facts.analysis",
        "Attribution": "summarizer.facts.attribution",
        "ClaimCheck": "summarizer.facts.claims",
        "Conflict": "summarizer.facts.conflicts",
        "DateMention": "summarizer.facts.dates",
        "Difference": "summarizer.facts.quotes",
        "Figure": "summarizer.facts.figures",
        "Gap": "summarizer.facts.gaps",
        "Name": "summarizer.facts.names",
        "Problem": "summarizer.facts.claims",
        "QuoteMatch": "summarizer.facts.quotes",
        "analyse": "summarizer.facts.analysis",
        "check_claim": "summarizer.facts.claims",
        "find_conflicts": "summarizer.facts.conflicts",
        "find_gaps": "summarizer.facts.gaps",
        "locate_quote": "summarizer.facts.quotes",
        "read_actors": "summarizer.facts.actors",
        "read_attributions": "summarizer.facts.attribution",
        "read_dates": "summarizer.facts.dates",
        "read_figures": "summarizer.facts.figures",
        "read_names": "summarizer.facts.names",
        "same_name": "summarizer.facts.names",
        "speaker_of": "summarizer.facts.attribution",
    },
)
