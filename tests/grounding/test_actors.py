"""Which of an article's actors a summary shows."""

from __future__ import annotations

from summarizer.document import Document
from summarizer.facts.analysis import analyse
from summarizer.grounding.actors import ground_actors

ARTICLE = """Ferry line Orvane Lines stops night boats

BRAMFORD, 3 May 2024 — Orvane Lines stopped its night boats on Friday. Passengers slept there.
Mara Quist, who runs the line, said the boats would be back in June. Quist gave no day for it.
The coastguard said the boats had been safe. A baker near the city council sold bread to passengers.
In Bramford the trade ministry was closed. Later Tom Arden of Hale Insurance rang.
"""


def shown() -> dict[str, str]:
    document = Document.from_text(ARTICLE, language="en")
    return {actor.name: actor.kind for actor in ground_actors((), analyse(document))[0]}


def test_people_and_bodies_with_a_full_name_are_shown() -> None:
    kinds = {"Mara Quist": "person", "Orvane Lines": "organization", "Tom Arden": "person"}
    assert kinds.items() <= shown().items()


def test_a_body_without_a_name_is_shown_when_it_speaks() -> None:
    assert "coastguard" in shown()
    assert not shown().keys() & {"city council", "trade ministry"}


def test_a_place_that_something_happens_in_is_not_shown() -> None:
    assert "Bramford" not in shown()


def test_a_group_that_only_suffers_the_story_is_not_shown() -> None:
    assert "passengers" not in shown()
