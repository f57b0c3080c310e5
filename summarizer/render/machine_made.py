"""How a summary came to be, in the terms of the IPTC's vocabulary of digital sources.

The vocabulary is http://cv.iptc.org/newscodes/digitalsourcetype/ (as of 2024-09-17); schema.org has
a name of its own for each term. Three of them can be true of a summary:

- ``trainedAlgorithmicMedia``: words of a language model are shown. That they passed a check against
  the article does not make them anybody else's words.
- ``compositeWithTrainedAlgorithmicMedia``: a language model chose, and every word that is shown is
  the article's or this program's: something existing, edited with a generative model.
- ``algorithmicMedia``: no model at all (``extractive``): code chose, by rules that no training data
  went into.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.summary import Summary

_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"


@dataclass(frozen=True, slots=True)
class DigitalSource:
    """A term: its name in English, its id in the vocabulary, its member in schema.org."""

    name: str
    uri: str
    member: str


def _term(name: str, code: str) -> DigitalSource:
    return DigitalSource(name, _VOCABULARY + code, f"{code[0].upper()}{code[1:]}DigitalSource")


GENERATED = _term("Created using Generative AI", "trainedAlgorithmicMedia")
EDITED = _term("Edited using Generative AI", "compositeWithTrainedAlgorithmicMedia")
COMPUTED = _term("Pure algorithmic media", "algorithmicMedia")


def digital_source(summary: Summary) -> DigitalSource:
    """The term that is true of the words which the summary shows."""
    if summary.provenance.provider == "extractive":
        return COMPUTED
    wordings = {claim.wording for claim in summary.key_claims} | {summary.headline_wording}
    if summary.abstract:
        wordings.add(summary.abstract_wording)
    by_model = "model" in wordings or any(
        question.proposed_by == "model" for question in summary.open_questions
    )
    return GENERATED if by_model else EDITED
