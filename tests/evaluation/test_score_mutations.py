"""One change to a summary that says exactly the gold, and exactly what it does to the scores.

Every number of a score that is not named in a case must stay as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from summarizer.evaluation.gold_files import GoldCase, load_gold
from summarizer.evaluation.results import ATTRIBUTES, GROUNDING, ArticleScore
from summarizer.evaluation.scores import Scorer
from summarizer.summary import Evidence, Problem, Rejected, Summary
from tests.evaluation.sample import BACKED, LITTLE, LOSS, SAFE, bridge, located, perfect

pytest.importorskip("scipy")

Change = Mapping[str, float]
Mutation = Callable[[Summary], Summary]
LISTS = ("key_claims", "actors", "figures", "conflicts", "open_questions")
FIELDS = ("claims", "actors", "figures", "conflicts", "open_questions")
OF_FIELD = {
    field: tuple(name for name in ATTRIBUTES if name.startswith(f"{field}.")) for field in FIELDS
}


def numbers(score: ArticleScore) -> dict[str, float]:
    """Every number of a score by its name."""
    found: dict[str, float] = {}
    for field, of_field in score.fields.items():
        for name, value in of_field.counts.model_dump().items():
            found[f"{field}.{name}"] = value
        found[f"{field}.missed"] = len(of_field.missed)
    for name, ratio in (*score.attributes.items(), *score.grounding.items()):
        found[f"{name}.right"], found[f"{name}.of"] = ratio.right, ratio.of
    found["must_not_hits"] = len(score.must_not_hits)
    for name in ("figures_without_value", "verbatim_claims", "rejected", "prompt_tokens"):
        found[name] = getattr(score, name)
    return found


def difference(before: ArticleScore, after: ArticleScore) -> dict[str, float]:
    """What changed, and by how much."""
    old, new = numbers(before), numbers(after)
    return {
        name: round(new[name] - old[name], 6) for name in new if abs(new[name] - old[name]) > 1e-9
    }


def together(*changes: Change) -> dict[str, float]:
    """The sum of changes, without those that cancel out."""
    names = {name for change in changes for name in change}
    sums = {name: sum(change.get(name, 0) for change in changes) for name in names}
    return {name: value for name, value in sums.items() if value}


def unmatched(field: str, core: bool, attributes: tuple[str, ...] | None = None) -> Change:
    """A gold item is found no more, and its attributes are not judged."""
    judged = OF_FIELD[field] if attributes is None else attributes
    return {
        f"{field}.matched": -1,
        f"{field}.missed": 1,
        f"{field}.soft": -1,
        **({f"{field}.core_matched": -1} if core else {}),
        **{f"{name}.{part}": -1 for name in judged for part in ("right", "of")},
    }


def grounded(step: int) -> Change:
    """One item more or fewer that passes all four grounding checks."""
    return {f"{name}.{part}": step for name in GROUNDING for part in ("right", "of")}


def fails(*questions: str) -> Change:
    return {f"{question}.right": -1 for question in questions}


def replaced(field: str, at: int, **values: Any) -> Mutation:
    """One item with other values."""

    def mutate(summary: Summary) -> Summary:
        items = list(getattr(summary, field))
        items[at] = items[at].model_copy(update=values)
        return summary.model_copy(update={field: tuple(items)})

    return mutate


def dropped(field: str, at: int) -> Mutation:
    def mutate(summary: Summary) -> Summary:
        items = list(getattr(summary, field))
        del items[at]
        return summary.model_copy(update={field: tuple(items)})

    return mutate


def doubled(field: str, at: int) -> Mutation:
    def mutate(summary: Summary) -> Summary:
        items = getattr(summary, field)
        return summary.model_copy(update={field: (*items, items[at])})

    return mutate


def turned_round(summary: Summary) -> Summary:
    """Every list the other way round."""
    return summary.model_copy(update={name: getattr(summary, name)[::-1] for name in LISTS})


def swapped(field: str, value: str) -> Mutation:
    """The values of the first two items changed over."""

    def mutate(summary: Summary) -> Summary:
        first, second, *rest = getattr(summary, field)
        one, other = getattr(first, value), getattr(second, value)
        items = (
            first.model_copy(update={value: other}),
            second.model_copy(update={value: one}),
            *rest,
        )
        return summary.model_copy(update={field: items})

    return mutate


def evidence_moved(field: str, at: int, **steps: int) -> Mutation:
    """The numbers of an item's first piece of evidence moved, its quote left."""

    def mutate(summary: Summary) -> Summary:
        item = getattr(summary, field)[at]
        first = item.evidence[0]
        moved = {name: getattr(first, name) + step for name, step in steps.items()}
        pieces = (first.model_copy(update=moved), *item.evidence[1:])
        return replaced(field, at, evidence=pieces)(summary)

    return mutate


def with_values(**values: Any) -> Mutation:
    return lambda summary: summary.model_copy(update=values)


def on(quote: str) -> tuple[Evidence, ...]:
    return located([quote], bridge().document)


# Matched still, but not in the same words.
LESS_LIKE = pytest.approx(-0.3, abs=0.25)
UNSAFE = "Engineers found that the bridge was unsafe."
MORE = "The shops would lose more than 3 million euros."
REJECTED = Rejected(
    item="claim",
    text=UNSAFE,
    problems=(Problem(kind="negation", message="the evidence negates it"),),
    shown_as="omitted",
)
NO_AS_OF = ("figures.change", "figures.measures", "figures.speaker")

# (what is done, the mutation, the exact change)
CASES: list[tuple[str, Mutation, Change]] = [
    ("nothing", lambda summary: summary, {}),
    ("every list reordered", turned_round, {}),
    (
        "a core claim dropped",
        dropped("key_claims", 1),
        together(unmatched("claims", core=True), {"claims.shown": -1}, grounded(-1)),
    ),
    (
        "an acceptable claim dropped",
        dropped("key_claims", 3),
        together(unmatched("claims", core=False), {"claims.shown": -1}, grounded(-1)),
    ),
    (
        "an actor dropped",
        dropped("actors", 1),
        together(unmatched("actors", core=True), {"actors.shown": -1}, grounded(-1)),
    ),
    (
        "a figure dropped",
        dropped("figures", 0),
        together(unmatched("figures", True, NO_AS_OF), {"figures.shown": -1}, grounded(-1)),
    ),
    (
        "the only conflict dropped",
        dropped("conflicts", 0),
        together(unmatched("conflicts", core=False), {"conflicts.shown": -1}, grounded(-1)),
    ),
    (
        "the only question dropped",
        dropped("open_questions", 0),
        together(unmatched("open_questions", True), {"open_questions.shown": -1}, grounded(-1)),
    ),
    *(
        (
            f"one of {name} said twice",
            doubled(name, 0),
            together({f"{field}.shown": 1, f"{field}.extra": 1}, grounded(1)),
        )
        for name, field in zip(LISTS, FIELDS, strict=True)
    ),
    *(
        (
            f"evidence of {name} moved by a character",
            evidence_moved(name, 0, start=1, end=1),
            fails("verbatim"),
        )
        for name in ("key_claims", "actors", "figures", "open_questions")
    ),
    (
        "evidence a character short",
        evidence_moved("key_claims", 0, end=-1),
        fails("verbatim"),
    ),
    (
        "evidence in another sentence by its number",
        evidence_moved("key_claims", 0, sentence=1),
        fails("verbatim"),
    ),
    (
        "evidence behind the end of the article",
        evidence_moved("open_questions", 0, end=10_000),
        fails("verbatim"),
    ),
    (
        "a claim without evidence",
        replaced("key_claims", 0, evidence=()),
        fails("verbatim", "supported", "numbers_and_names"),
    ),
    (
        "a claim negated",
        replaced("key_claims", 3, text="Engineers did not find rust in two piers of the bridge."),
        together(unmatched("claims", False), {"claims.wrong": 1}, fails("supported")),
    ),
    (
        "a digit of a claim changed",
        replaced("key_claims", 0, text="The harbour bridge would close for 15 weeks."),
        together(
            unmatched("claims", True), {"claims.wrong": 1}, fails("supported", "numbers_and_names")
        ),
    ),
    (
        "a name in a claim changed",
        replaced("key_claims", 2, text="Mayor Anton Brae backed the plan."),
        {"claims.soft": LESS_LIKE, **fails("supported", "numbers_and_names")},
    ),
    (
        "a claim on a sentence that does not say it",
        replaced("key_claims", 3, evidence=on(SAFE)),
        fails("supported", "numbers_and_names"),
    ),
    (
        "a true claim that is not in the gold, in the place of one that is",
        replaced("key_claims", 3, text=LITTLE, speaker="Petra Lindqvist", evidence=on(LITTLE)),
        together(unmatched("claims", False), {"claims.extra": 1}),
    ),
    (
        "another speaker",
        replaced("key_claims", 0, speaker="Anton Brae"),
        fails("claims.speaker"),
    ),
    (
        "a speaker for the article's own words",
        replaced("key_claims", 2, speaker="Anton Brae"),
        fails("claims.speaker"),
    ),
    ("no speaker", replaced("key_claims", 1, speaker=None), fails("claims.speaker")),
    ("the speaker by another name", replaced("key_claims", 1, speaker="Ms Lindqvist"), {}),
    (
        "a surname that two people share",
        replaced("key_claims", 0, speaker="Halder"),
        fails("claims.speaker"),
    ),
    (
        "two speakers swapped",
        swapped("key_claims", "speaker"),
        {"claims.speaker.right": -2},
    ),
    (
        "two claims on each other's sentences",
        swapped("key_claims", "evidence"),
        {"supported.right": -2, "numbers_and_names.right": -2},
    ),
    ("another status", replaced("key_claims", 0, status="denied"), fails("claims.status")),
    (
        "an actor by an invented name",
        replaced("actors", 1, name="Boris Tull"),
        together(unmatched("actors", True), {"actors.wrong": 1}, fails("supported")),
    ),
    ("an actor of another kind", replaced("actors", 1, kind="group"), fails("actors.kind")),
    (
        "an actor without a role",
        replaced("actors", 0, role=""),
        fails("actors.role"),
    ),
    (
        "an actor with a role of another's",
        replaced("actors", 2, role="member of the council"),
        fails("actors.role", "supported"),
    ),
    (
        "an actor whose mention is another's",
        replaced("actors", 2, evidence=on("Jonas Halder")),
        fails("supported"),
    ),
    (
        "a figure with another value",
        replaced("figures", 0, low=Decimal(9_200_000), high=Decimal(9_200_000)),
        together(
            unmatched("figures", True, NO_AS_OF),
            {"figures.wrong": 1, "figures_without_value": 1},
            fails("supported", "numbers_and_names"),
        ),
    ),
    (
        "a figure with a digit of its words changed",
        replaced("figures", 0, text="9.2 million euros"),
        fails("supported", "numbers_and_names"),
    ),
    (
        "a figure in another unit",
        replaced("figures", 0, unit="dollar"),
        together(unmatched("figures", True, NO_AS_OF), {"figures.wrong": 1}, fails("supported")),
    ),
    ("another bound", replaced("figures", 1, change="="), fails("figures.change")),
    (
        "another thing measured",
        replaced("figures", 0, measures="sales of the shops"),
        fails("figures.measures"),
    ),
    (
        "two measures swapped",
        swapped("figures", "measures"),
        {"figures.measures.right": -2},
    ),
    (
        "a figure of another speaker",
        replaced("figures", 1, speaker="Petra Lindqvist"),
        fails("figures.speaker"),
    ),
    ("another year", replaced("figures", 2, as_of="2022"), fails("figures.as_of")),
    ("a day in the year", replaced("figures", 2, as_of="2023-04-01"), {}),
    (
        "two values and their words swapped",
        lambda s: swapped("figures", "low")(swapped("figures", "high")(s)),
        {
            "figures.matched": -2,
            "figures.missed": 2,
            "figures.soft": -2,
            "figures.core_matched": -2,
            **{f"{name}.{part}": -2 for name in NO_AS_OF for part in ("right", "of")},
            "figures.wrong": 2,
            "figures_without_value": 2,
            "supported.right": -2,
            "numbers_and_names.right": -2,
        },
    ),
    (
        "a disagreement that is none",
        replaced("conflicts", 0, compatible=True),
        fails("conflicts.compatible"),
    ),
    (
        "another reason",
        replaced("open_questions", 0, reason="unheard"),
        fails("open_questions.reason"),
    ),
    (
        "a question about something else on the same sentence",
        replaced("open_questions", 0, text="When did the council last meet with traders?"),
        {"open_questions.soft": LESS_LIKE, **fails("supported")},
    ),
    (
        "what must not be said, as a claim",
        replaced("key_claims", 3, text=UNSAFE, evidence=on(SAFE)),
        together(
            unmatched("claims", False),
            {"claims.wrong": 1, "must_not_hits": 1},
            fails("supported"),
        ),
    ),
    (
        "what must not be said, in the headline",
        with_values(headline=UNSAFE, headline_evidence=on(SAFE)),
        together({"must_not_hits": 1}, fails("supported")),
    ),
    (
        "what must not be said, in the abstract",
        with_values(abstract=f"{BACKED} {UNSAFE}", abstract_evidence=(*on(BACKED), *on(SAFE))),
        together({"must_not_hits": 1}, grounded(1), fails("supported")),
    ),
    (
        "what must not be said, given as rejected",
        with_values(rejected=(REJECTED,)),
        {"rejected": 1},
    ),
    (
        "what only one speaker must not say, by the right one",
        replaced(
            "key_claims", 3, text=MORE, speaker="Anton Brae", status="attributed", evidence=on(LOSS)
        ),
        together(unmatched("claims", False), {"claims.extra": 1}),
    ),
    (
        "what only one speaker must not say, by that one",
        replaced(
            "key_claims",
            3,
            text=MORE,
            speaker="Petra Lindqvist",
            status="attributed",
            evidence=on(LOSS),
        ),
        together(unmatched("claims", False), {"claims.extra": 1, "must_not_hits": 1}),
    ),
    (
        "a claim in the article's words",
        replaced("key_claims", 0, wording="verbatim"),
        {"verbatim_claims": 1},
    ),
    (
        "no headline",
        with_values(headline="", headline_evidence=()),
        grounded(-1),
    ),
]


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer(bridge())


@pytest.mark.parametrize(
    ("mutation", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_change_moves_these_numbers_and_no_other(
    mutation: Mutation, expected: Change, scorer: Scorer
) -> None:
    summary = perfect(scorer.case)

    found = difference(scorer.score(summary), scorer.score(mutation(summary)))

    assert found == expected


def test_the_unchanged_summary_is_perfect(scorer: Scorer) -> None:
    score = scorer.score(perfect(scorer.case))

    assert {of.counts.f1 for of in score.fields.values()} == {1.0}
    assert {of.counts.soft_f1 for of in score.fields.values()} == {1.0}
    assert {ratio.rate for ratio in (*score.attributes.values(), *score.grounding.values())} == {1}
    assert (score.must_not_hits, score.figures_without_value) == ((), 0)


FOLDER = Path(__file__).resolve().parents[2] / "evals" / "gold"
SLUGS = sorted(path.stem for path in FOLDER.glob("*.json"))


@cache
def gold_scorer(slug: str) -> Scorer:
    return Scorer(load_gold(FOLDER, [slug])[0])


def each_gold(test: Callable[..., None]) -> Callable[..., None]:
    return pytest.mark.parametrize("slug", SLUGS)(test)


@each_gold
def test_the_gold_itself_is_found_whole(slug: str) -> None:
    scorer = gold_scorer(slug)

    score = scorer.score(perfect(scorer.case))

    counts = {field: of.counts for field, of in score.fields.items()}
    assert {f: c.matched for f, c in counts.items()} == {f: c.gold for f, c in counts.items()}
    assert not any(c.extra or c.wrong for c in counts.values())
    assert all(pair.item == at for of in score.fields.values() for at, pair in enumerate(of.pairs))
    assert all(ratio.right == ratio.of for ratio in score.attributes.values())
    assert score.grounding["verbatim"].rate == 1
    assert not score.must_not_hits


@each_gold
def test_the_order_of_the_items_plays_no_part(slug: str) -> None:
    scorer = gold_scorer(slug)
    summary = perfect(scorer.case)

    assert not difference(scorer.score(summary), scorer.score(turned_round(summary)))


def lists_of(case: GoldCase) -> list[tuple[str, str]]:
    """The lists of a gold file that hold something, by both of their names."""
    return [
        (name, field)
        for name, field in zip(LISTS, FIELDS, strict=True)
        if getattr(case.gold, field)
    ]


def ends(items: Sequence[object]) -> set[int]:
    """The first, the middle and the last: all of them would say no more and take minutes."""
    return {0, len(items) // 2, len(items) - 1} if items else set()


@each_gold
def test_a_dropped_item_is_missed_and_nothing_else(slug: str) -> None:
    scorer = gold_scorer(slug)
    summary = perfect(scorer.case)
    before = scorer.score(summary)
    for name, field in lists_of(scorer.case):
        gold = getattr(scorer.case.gold, field)
        for at in ends(gold):
            after = scorer.score(dropped(name, at)(summary))

            changed = difference(before, after)
            pair = before.fields[field].pairs[at]
            core = getattr(gold[at], "grade", "") == "core"
            expected = {**unmatched(field, core, tuple(pair.attributes)), f"{field}.shown": -1}
            expected[f"{field}.soft"] = -1 if field == "figures" else round(-pair.similarity, 6)
            assert {k: v for k, v in changed.items() if k.startswith(f"{field}.")} == expected
            assert not {k for k in changed if k.partition(".")[0] in set(FIELDS) - {field}}
            assert after.fields[field].missed == (gold[at].id,)


@each_gold
def test_a_doubled_item_is_over(slug: str) -> None:
    scorer = gold_scorer(slug)
    summary = perfect(scorer.case)
    before = scorer.score(summary)
    for name, field in lists_of(scorer.case):
        after = scorer.score(doubled(name, 0)(summary))

        counts = after.fields[field].counts
        assert counts.extra + counts.wrong == 1
        assert counts.matched == before.fields[field].counts.matched
        assert counts.shown == before.fields[field].counts.shown + 1


@each_gold
def test_a_moved_offset_is_not_verbatim_and_nothing_else(slug: str) -> None:
    scorer = gold_scorer(slug)
    summary = perfect(scorer.case)
    before = scorer.score(summary)
    for at in ends(summary.key_claims):
        moved = evidence_moved("key_claims", at, sentence=1)(summary)

        assert difference(before, scorer.score(moved)) == fails("verbatim")


@each_gold
def test_another_value_is_another_figure(slug: str) -> None:
    scorer = gold_scorer(slug)
    summary = perfect(scorer.case)
    before = scorer.score(summary)
    for at in ends(summary.figures):
        figure = summary.figures[at]
        other = figure.high * 1000 + 7
        after = scorer.score(replaced("figures", at, low=other, high=other)(summary))

        counts = after.fields["figures"].counts
        assert (counts.matched, counts.wrong) == (len(summary.figures) - 1, 1)
        assert after.figures_without_value >= before.figures_without_value
        assert after.figures_without_value > 0


@each_gold
def test_an_unknown_speaker_is_wrong_and_nothing_else(slug: str) -> None:
    scorer = gold_scorer(slug)
    summary = perfect(scorer.case)
    before = scorer.score(summary)
    for at in ends(summary.key_claims):
        after = scorer.score(replaced("key_claims", at, speaker="Xaver Quillhammer")(summary))

        assert difference(before, after) == fails("claims.speaker")
