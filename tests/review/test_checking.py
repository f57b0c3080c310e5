"""An editor's wording is held against the item's evidence, as the model's is."""

from __future__ import annotations

import pytest

from summarizer.review import check_edit, check_edits, items_of
from tests.render.html.making import decision_on, item_of, whole
from tests.render.sample import DOCUMENT

SUMMARY = whole()
CASES = {
    "a claim reworded": ("claim", "About 1,200 households had lost power.", True),
    "a claim with another number": ("claim", "About 1,900 households lost power.", False),
    "a claim denied": ("claim", "About 1,200 households had not lost power.", False),
    "a claim of other things": ("claim", "The bridge will open in May.", False),
    "a figure with what it counts": ("figure", "about 1,200 households", True),
    "a figure that is another": ("figure", "about 12,000 households", False),
    "a rejected claim put right": ("rejected", "Halder put the number at more than 2,000.", True),
    "a rejected claim again": ("rejected", "Halder put the number at 3,000.", False),
    "an actor with the role in the article": ("actor", "Mayor Ines Halder", True),
    "an abstract from its evidence": ("abstract", "About 1,200 households had lost power.", True),
    "a headline that rests on nothing": ("headline", "Dam gates open", False),
    "a question": ("question", "Who paid 3,000 euros?", None),
    "a conflict's name": ("conflict", "homes without power", None),
    "a mark's message": ("marked", "harmless", None),
}


@pytest.mark.parametrize(("kind", "text", "holds"), CASES.values(), ids=CASES)
def test_what_holds(kind: str, text: str, holds: bool | None) -> None:
    found = check_edit(item_of(SUMMARY, kind), text, DOCUMENT)

    assert found.holds is holds
    assert bool(found.problems) == (holds is False)


def test_without_the_article_a_figure_is_held_against_its_own_words() -> None:
    assert check_edit(item_of(SUMMARY, "figure"), "about 1,200").holds is True


def test_the_decisions_carry_what_was_found_now_not_what_they_said() -> None:
    claim = item_of(SUMMARY, "claim")
    said = [
        decision_on(SUMMARY, claim, "edited", text="About 1,900 households.", holds=True),
        decision_on(SUMMARY, claim, "accepted", holds=False),
    ]

    wrong, plain = check_edits(said, items_of(SUMMARY), DOCUMENT)

    assert (wrong.holds, plain.holds) == (False, None)
    assert wrong.problems
