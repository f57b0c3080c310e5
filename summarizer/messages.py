"""What a model is shown of an article: its numbered sentences, and the leads that code found."""

from __future__ import annotations

from summarizer.document import Sentence
from summarizer.draft import Draft, draft_asking
from summarizer.facts.analysis import Analysis

LEADS_ASKED = 8
"""How many sentences a model is asked to word. Each costs some 45 output tokens, and a page of news
with its prompt 1,500: eight keep the whole under 2,100."""

QUESTIONS_ASKED = 1
_ANCHOR_WORDS = 4


def prompt_values(analysis: Analysis) -> dict[str, str]:
    """The values of the templates' placeholders."""
    return {"sentences": numbered_sentences(analysis), "leads": numbered_leads(analysis)}


def numbered_sentences(analysis: Analysis) -> str:
    """``[1] ...`` a line; the words of a sentence are the article's, character for character."""
    return "\n".join(f"[{s.number}] {s.text}" for s in analysis.document.sentences)


def numbered_leads(analysis: Analysis) -> str:
    """Number, speaker and first words of each lead, in the order of the text.

    The first words are an anchor: by the number alone a small model takes a neighbour.
    """
    leads = sorted(leads_asked(analysis), key=lambda lead: lead.number)
    return "\n".join(_lead(lead, analysis) for lead in leads)


def leads_asked(analysis: Analysis) -> tuple[Sentence, ...]:
    """The leads a model is asked to word: the best, fewer for a short article."""
    return analysis.leads[:LEADS_ASKED]


def draft_type(analysis: Analysis) -> type[Draft]:
    """The type of the answer: as many claims as there are leads in the list."""
    return draft_asking(len(leads_asked(analysis)), QUESTIONS_ASKED)


def _lead(sentence: Sentence, analysis: Analysis) -> str:
    said = [a for a in analysis.attributions if a.sentence == sentence.number and a.name]
    speaker = f"{analysis.speaker_name(said[0])}: " if said else ""
    return f"[{sentence.number}] {speaker}{' '.join(sentence.text.split()[:_ANCHOR_WORDS])}"
