"""Everything in one question: the model sees the numbered sentences, and the leads code found."""

from __future__ import annotations

from summarizer.document import Sentence
from summarizer.draft import Draft, draft_asking
from summarizer.facts.analysis import Analysis
from summarizer.plans.inert import in_line
from summarizer.plans.questions import Questions
from summarizer.prompts import Prompt

LEADS_ASKED = 8
"""How many sentences a model is asked to word. Each costs some 45 output tokens, and a page of news
with its prompt 1,500: eight keep the whole under 2,100."""

QUESTIONS_ASKED = 2
MAX_TOKENS = 1200
_ANCHOR_WORDS = 4
_NOBODY = "-"


def draft(prompt: Prompt, analysis: Analysis, questions: Questions) -> Draft:
    """Ask once for the whole draft. Raises ModelError."""
    messages = prompt.render(prompt_values(analysis))
    return questions.ask(messages, draft_type(analysis), MAX_TOKENS)


def prompt_values(analysis: Analysis) -> dict[str, str]:
    """The values of the templates' placeholders."""
    return {
        "sentences": numbered_sentences(analysis),
        "leads": numbered_leads(analysis),
        "gaps": numbered_gaps(analysis),
    }


def draft_type(analysis: Analysis) -> type[Draft]:
    """The type of the answer: as many claims and questions as there are sentences to ask about."""
    return draft_asking(len(leads_asked(analysis)), len(gaps_asked(analysis)))


def numbered_sentences(analysis: Analysis) -> str:
    """``[1] ...`` a line; the words of a sentence are the article's, see ``in_line``."""
    return "\n".join(f"[{s.number}] {in_line(s.text)}" for s in analysis.document.sentences)


def numbered_leads(analysis: Analysis) -> str:
    """Number, speaker and first words of each lead, in the order of the text.

    The first words are an anchor: by the number alone a small model takes a neighbour.
    """
    leads = sorted(leads_asked(analysis), key=lambda lead: lead.number)
    return "\n".join(f"[{s.number}] {_speaker(s, analysis)}: {_anchor(s)}" for s in leads)


def numbered_gaps(analysis: Analysis) -> str:
    """Number and first words of each sentence that says something is not known, or ``-``."""
    return "\n".join(f"[{s.number}] {_anchor(s)}" for s in gaps_asked(analysis)) or _NOBODY


def leads_asked(analysis: Analysis) -> tuple[Sentence, ...]:
    """The leads a model is asked to word: the best, fewer for a short article."""
    return analysis.leads[:LEADS_ASKED]


def gaps_asked(analysis: Analysis) -> tuple[Sentence, ...]:
    """The sentences with the most important gaps that stand in one sentence."""
    numbers = dict.fromkeys(gap.sentence for gap in analysis.gaps if gap.kind != "disagreement")
    sentences = analysis.document.sentences
    return tuple(sentences[number - 1] for number in numbers)[:QUESTIONS_ASKED]


def _speaker(sentence: Sentence, analysis: Analysis) -> str:
    said = (a for a in analysis.attributions if a.sentence == sentence.number and a.name)
    first = next(said, None)
    return in_line(analysis.speaker_name(first)) if first else _NOBODY


def _anchor(sentence: Sentence) -> str:
    return in_line(" ".join(sentence.text.split()[:_ANCHOR_WORDS]))
