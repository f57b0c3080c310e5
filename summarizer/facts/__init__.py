"""What a text says, read by code and without a model. Pure functions: text in, findings out.

Each is useful alone: ``locate_quote`` judges a quote, ``read_figures`` reads quantities,
``check_claim`` holds a sentence against its evidence; ``analyse`` reads a whole article.
"""

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
