"""In which order the sentences that carry the story come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts.actors import read_actors
from summarizer.facts.attribution import Attribution
from summarizer.facts.figures import read_figures
from summarizer.facts.leads import MAX_LEADS, Findings, rank_leads

STORY = """Harbour council votes to close the old fish market

The harbour council voted on Tuesday to close the old fish market after ninety years of trade.
It was a long evening, and the room was warm and very full of people from the whole town.
Rain had fallen since the early morning on the roofs of the houses along the quiet river bank.
Does anybody remember the first stall?
The council put the loss of the market at 4.2 million crowns and the number of its stalls at 61.
"""


def leads(text: str, attributions: tuple[Attribution, ...] = ()) -> list[str]:
    document = Document.from_text(text, language="en")
    findings = Findings(attributions, read_figures(text), read_actors(document), (), ())
    return [sentence.text for sentence in rank_leads(document, findings)]


def spoken(text: str, sentence: int, speaker: str) -> Attribution:
    start = text.index(speaker)
    return Attribution(
        sentence, speaker, start, start + len(speaker), "said", start, start, "indirect",
        "attributed", start, start, speaker, anonymous=False,
    )  # fmt: skip


def test_the_opening_of_the_story_leads_and_figures_come_before_the_weather() -> None:
    found = leads(STORY)
    assert found[0].startswith("The harbour council voted")
    assert found[1].startswith("The council put the loss")


def test_headlines_and_questions_do_not_lead() -> None:
    assert not any(lead.startswith(("Harbour council", "Does anybody")) for lead in leads(STORY))


QUIET = (
    "The evening began with a long report on the drains below the northern car park.",
    "Workers cleaned every lamp along the eastern corridor before breakfast last spring.",
    "A wooden bridge over some mill stream will be rebuilt once winter finally ends.",
    "Guests danced until midnight while three musicians played waltzes near that window.",
    "Nobody found many mushrooms among tall birches behind either farm this autumn season.",
    "Children painted twelve fences green because their teacher owned too much colour.",
)


def test_a_sentence_that_leans_on_the_one_before_comes_later() -> None:
    leaning = "It was a wooden bridge over some mill stream that will be rebuilt once winter ends."
    lines = [*QUIET[:2], leaning, *QUIET[3:]]
    assert leads("\n".join(lines)).index(leaning) > leads("\n".join(QUIET)).index(QUIET[2])


def test_the_headlines_words_bring_a_sentence_forward() -> None:
    body = "\n".join(QUIET)
    with_it = leads("Twelve fences painted green by children\n\n" + body)
    assert with_it.index(QUIET[5]) < leads(body).index(QUIET[5])


def test_a_sentence_in_which_somebody_speaks_comes_forward() -> None:
    speech = (
        "Ines Marlow said nobody found many mushrooms among birches behind her farm this season."
    )
    text = "\n".join((*QUIET[:4], speech, QUIET[5]))
    assert leads(text, (spoken(text, 5, "Ines Marlow"),)).index(speech) < leads(text).index(speech)


def test_a_second_sentence_with_the_same_words_comes_last() -> None:
    said = "The old mill beside the river burned down on Sunday night after a short circuit.\n"
    again = "After a short circuit the old mill beside the river burned down on Sunday night.\n"
    other = "Two guests of a nearby hotel were taken to the clinic with light burns on Monday.\n"
    assert leads(said + again + other)[-1] == again.strip()


@given(st.lists(st.sampled_from(STORY.splitlines()), max_size=60))
def test_every_lead_is_a_sentence_of_the_text_and_none_comes_twice(lines: list[str]) -> None:
    text = "\n".join(lines)
    document = Document.from_text(text, language="en")
    found = rank_leads(document, Findings((), (), (), (), ()))
    assert len(found) == len({lead.number for lead in found}) <= MAX_LEADS
    assert all(text[lead.start : lead.end] == lead.text for lead in found)
