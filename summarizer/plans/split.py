"""Sentence by sentence: the model takes the leads apart, then tells the story from what held.

A small model that is shown a page copies it; shown one sentence it takes it apart well. It is asked
only about sentences with more than one thing in them; simple ones stand as the article has them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.document import Sentence
from summarizer.document.language import NAMES
from summarizer.draft import MOST_CLAIMS, Draft, DraftClaim, HeadedStory, Story, split_asking
from summarizer.facts.analysis import Analysis
from summarizer.facts.claims import check_claim
from summarizer.facts.headline import own_headline
from summarizer.facts.names.datelines import without_dateline
from summarizer.plans.inert import in_line
from summarizer.plans.questions import Part, Questions
from summarizer.prompts import Prompt

LEADS = 12
"""How many sentences the story is told from."""

SPLITS = 5
"""How many of them are taken apart where each is a question of its own: with the story six of the
eight requests a document may cost. A sixth takes a page of news over 2,100 tokens with
``summary@2``."""

SPLIT_TOKENS = 320
STORY_TOKENS = 400
_HEADLINE = "headline: at most 12 words.\n"
_LONGEST_CLAIM = 720
"""Characters that a draft's claim may have; facts that were joined can have more."""

_FEWEST_WORDS = 14
_POINTS_BACK = re.compile(
    r"\A(?:(?:He|She|It|They|This|These|His|Her|Its|Their)\b"
    r"|.{0,60}\bof (?:them|these|those|it)\b)"
)
_CODE = re.compile(r"[a-z]{2,3}\Z")
_JOINT = re.compile(r"[,;:–—(]|\s(?:and|but|while|which|who|und|aber|y|pero|que|et|mais)\s")


def draft(prompt: Prompt, analysis: Analysis, questions: Questions) -> Draft:
    """Ask for the facts of each compound lead, then for the story. Raises ModelError."""
    leads = analysis.leads[:LEADS]
    if not leads:  # headlines, links, questions: a model would make the story up
        return Draft(claims=(), abstract="", headline="", questions=())
    room = max(questions.requests_left - 1, 0)  # one request is the story's
    one_by_one = [s for s in leads if is_compound(s)][: min(SPLITS, room)]
    asked = one_by_one if questions.one_at_a_time else leads[: room * LEADS]
    facts = _ask_facts(prompt, analysis, asked, questions)
    story = _ask_story(prompt, analysis, facts, questions)
    claims = tuple(
        DraftClaim(sentence=lead.number, speaker="", claim=fact[:_LONGEST_CLAIM])
        for lead in leads
        for fact in facts.get(lead.number, ())
    )[:MOST_CLAIMS]
    if not facts and story is None and questions.failed:
        raise questions.failed  # nothing it said is of use
    headline = story.headline if isinstance(story, HeadedStory) else ""
    abstract = story.abstract if story else ""
    return Draft(claims=claims, abstract=abstract, headline=headline, questions=())


def is_compound(sentence: Sentence) -> bool:
    """Whether a sentence is long enough, and has a joint, to hold more than one fact."""
    return len(sentence.text.split()) >= _FEWEST_WORDS and bool(_JOINT.search(sentence.text))


def _ask_facts(
    prompt: Prompt, analysis: Analysis, sentences: Sequence[Sentence], questions: Questions
) -> dict[int, tuple[str, ...]]:
    facts: dict[int, tuple[str, ...]] = {}
    size = 1 if questions.one_at_a_time else max(len(sentences), 1)
    for at in range(0, len(sentences), size):
        batch = sentences[at : at + size]
        listed = "\n".join(
            f"s{s.number}: {_quotable(in_line(without_dateline(s.text)))}" for s in batch
        )
        schema = split_asking(tuple(sentence.number for sentence in batch))
        values = {"sentences": listed, "language": _language(analysis)}
        messages = prompt.render(values, "split")
        named = ", ".join(str(sentence.number) for sentence in batch)
        part = Part(f"sentence {named}", schema, SPLIT_TOKENS * len(batch))
        answer = questions.ask_part(messages, part)
        if answer is not None:
            facts |= {number: _joined(told) for number, told in answer.by_sentence.items()}
    return facts


def _joined(facts: Sequence[str]) -> tuple[str, ...]:
    """The facts, with one that only points back ("It will not ...") told after the one before."""
    joined: list[str] = []
    for fact in facts:
        if joined and _POINTS_BACK.match(fact):
            joined[-1] = f"{joined[-1]} {fact}"
        else:
            joined.append(fact)
    return tuple(joined)


def _ask_story(
    prompt: Prompt,
    analysis: Analysis,
    facts: dict[int, tuple[str, ...]],
    questions: Questions,
) -> Story | None:
    lines: list[str] = []
    for lead in sorted(analysis.leads[:LEADS], key=lambda s: s.number):
        speaker = in_line(analysis.speaker_at(lead.span))
        held = [fact for fact in facts.get(lead.number, ()) if _holds(fact, lead)]
        told = in_line(" ".join(held) or without_dateline(lead.text))
        lines.append(f"- {speaker}: {told}" if held and speaker else f"- {told}")
    # The article's own headline is its editor's: a model's is asked for only where there is none.
    kind = Story if own_headline(analysis.document) else HeadedStory
    values = {
        "facts": "\n".join(lines),
        "language": _language(analysis),
        "headline": _HEADLINE if kind is HeadedStory else "",
    }
    messages = prompt.render(values, "story")
    return questions.ask_part(messages, Part("the story", kind, STORY_TOKENS))


def _holds(fact: str, sentence: Sentence) -> bool:
    return check_claim(fact, sentence.text).supported


def _quotable(text: str) -> str:
    """The text with curly quotation marks: a straight one, copied, ends the answer's string."""
    parts = text.split('"')
    return "".join(
        part + ("" if at == len(parts) - 1 else "”" if at % 2 else "“")
        for at, part in enumerate(parts)
    )


def _language(analysis: Analysis) -> str:
    code = analysis.document.language
    # A page may say anything of its language; it is read as English where it is no code.
    return NAMES.get(code, code if _CODE.match(code) else NAMES["en"])
