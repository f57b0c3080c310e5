"""How far a text makes a statement, and whether it says it."""

from __future__ import annotations

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.claim_features import Index, read_features
from summarizer.evaluation.similarity import (
    MATCHED_FROM,
    MATCHER_AGREEMENT,
    claim_similarity,
    could_say,
    likenesses,
    says,
    similarities,
)

SENTENCES = (
    "The council of Marrow Bay approved a tram line on Tuesday by 14 votes to 9.",
    "Opponents of the tram said the cost of 38 million euros was too high.",
    "A storm killed two fishermen off the coast of Tolland.",
    "Mayor Ines Okafor promised that no street would be closed for more than a week.",
    "Researchers found a new species of moss on the roof of a railway station.",
    "Halden Bank raised its forecast for growth to 2.1 per cent.",
)
sentences = st.sampled_from(SENTENCES)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_statement_is_made_by_itself(text: str) -> None:
    assert claim_similarity(text, text) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("gold", "shown"), [("", "A tram."), ("A tram.", ""), ("", ""), ("?", "?")]
)
def test_nothing_is_like_nothing(gold: str, shown: str) -> None:
    assert claim_similarity(gold, shown) == 0


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["en", "de", "es", "xx"]))
def test_any_texts_are_compared_on_a_scale_from_nought_to_one(
    gold: str, shown: str, language: str
) -> None:
    assert 0 <= claim_similarity(gold, shown, language) <= 1


@given(sentences, sentences, sentences)
def test_saying_more_costs_nothing(gold: str, shown: str, more: str) -> None:
    assert claim_similarity(gold, f"{shown} {more}") >= claim_similarity(gold, shown)


@given(st.lists(sentences, min_size=1, max_size=5), sentences)
def test_texts_looked_up_together_score_as_they_do_alone(shown: list[str], gold: str) -> None:
    together = similarities(read_features(gold), Index([read_features(text) for text in shown]))
    assert together == pytest.approx([claim_similarity(gold, text) for text in shown])


@pytest.mark.parametrize(
    ("gold", "shown", "language"),
    [
        pytest.param(
            "The council approved the tram line by 14 votes to 9.",
            "By 14 votes to 9, councillors backed the building of the tram line.",
            "en",
            id="other words",
        ),
        pytest.param(
            "Ines Okafor promised that no street would be closed for long.",
            "No street will stay closed for long, Mayor Okafor promised.",
            "en",
            id="surname only",
        ),
        pytest.param(
            "Growth is forecast at 2.1 per cent.",
            "The bank forecasts that growth will come to 2.1%.",
            "en",
            id="per cent",
        ),
        pytest.param(
            "Der Gemeinderat hat den Bau der Seilbahn mit 14 gegen 9 Stimmen beschlossen.",
            "Mit 14 gegen 9 Stimmen beschloss der Gemeinderat am Dienstag, die Seilbahn zu bauen.",
            "de",
            id="German",
        ),
        pytest.param(
            "El ayuntamiento aprobó la línea de tranvía por 14 votos a 9.",
            "La línea de tranvía fue aprobada por el ayuntamiento con 14 votos contra 9.",
            "es",
            id="Spanish",
        ),
    ],
)
def test_the_same_in_other_words_is_over_the_threshold(
    gold: str, shown: str, language: str
) -> None:
    assert claim_similarity(gold, shown, language) >= MATCHED_FROM


def test_statements_of_unrelated_articles_are_far_under_the_threshold() -> None:
    pairs = [(one, other) for one in SENTENCES[1:] for other in SENTENCES[1:] if one != other]
    assert max(claim_similarity(*pair) for pair in pairs) < MATCHED_FROM - 0.2


@pytest.mark.parametrize(
    ("gold", "nearer", "farther"),
    [
        pytest.param(
            "The firm cut 300 jobs.",
            "The company cut 300 jobs.",
            "The firm cut jobs.",
            id="a number counts more than a word",
        ),
        pytest.param(
            "The regulator was sued by Halden.",
            "Halden took the regulator to court.",
            "The regulator was sued by Brink.",
            id="a name that is missing lowers the whole",
        ),
        pytest.param(
            "The council approved the tram.",
            "The council gave its approval to the tram.",
            "The council dropped the tram.",
            id="words of one family",
        ),
        pytest.param(
            "The tram line will be delayed.",
            "The tram line will be postponed.",
            "The tram line will be painted.",
            id="words of one meaning",
        ),
        pytest.param(
            "The mayor opened a school.",
            "The mayor opened a school. A storm passed.",
            "The mayor passed a storm. A school opened.",
            id="words of one sentence",
        ),
    ],
)
def test_what_says_more_of_it_is_nearer(gold: str, nearer: str, farther: str) -> None:
    assert claim_similarity(gold, nearer) > claim_similarity(gold, farther)


def test_the_agreement_with_people_names_a_benchmark_that_exists() -> None:
    assert MATCHER_AGREEMENT.auc >= 0.83
    assert 0 < MATCHER_AGREEMENT.kappa < MATCHER_AGREEMENT.agreement < 1
    name = MATCHER_AGREEMENT.command.rsplit(" ", 1)[1]
    assert callable(importlib.import_module(f"evals.bench.{name}").rows)


JOBS = "The company will cut 300 jobs."


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        pytest.param(
            "The firm will cut 300 jobs.", "The firm will cut 300 jobs, it said.", id="said"
        ),
        pytest.param(JOBS, "The company closed two plants and will cut 300 jobs.", id="more"),
        pytest.param(
            JOBS, "Talks failed. On Friday the company said it will cut 300 jobs.", id="later"
        ),
        pytest.param(JOBS, "The company, which owns two plants, will cut 300 jobs.", id="aside"),
        pytest.param("The mayor took bribes.", "The mayor took bribes from builders.", id="bribes"),
        pytest.param(
            "No customer was affected.",
            "The breach was contained and no customer was affected.",
            id="both deny",
        ),
        pytest.param(
            "The mayor is accused of fraud.", "Prosecutors accuse the mayor of fraud.", id="accused"
        ),
        pytest.param(
            "The bank raised rates to 4.5 per cent.",
            "The bank raised its main rate to 4.5%.",
            id="per cent",
        ),
    ],
)
def test_a_statement_that_is_told_as_a_fact_is_said(statement: str, shown: str) -> None:
    assert says(statement, shown)


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        pytest.param(JOBS, "The company will not cut 300 jobs.", id="denied"),
        pytest.param(JOBS, "The company may cut 300 jobs.", id="possible"),
        pytest.param(JOBS, "The company will cut 200 jobs.", id="other number"),
        pytest.param(JOBS, "The company will hire staff.", id="something else"),
        pytest.param(JOBS, "It is unclear whether the company will cut 300 jobs.", id="open"),
        pytest.param(
            JOBS, "The report that the company will cut 300 jobs was withdrawn.", id="back"
        ),
        pytest.param(
            "Revenue of the rail division was 4m",
            "Rail division revenue was 9m, while buses earned 4m",
            id="number of another subject",
        ),
        pytest.param(
            "Twelve people died in the storm.",
            "The storm injured twelve people and killed two.",
            id="number of another fate",
        ),
        pytest.param(
            "Five members wanted to keep the rate.",
            "Five members backed the cut, three wanted to keep the rate.",
            id="number of another group",
        ),
        pytest.param(
            "The mayor took bribes.", "Prosecutors accuse the mayor of taking bribes.", id="accused"
        ),
        pytest.param("The mayor took bribes.", "The mayor denies taking bribes.", id="denies"),
        pytest.param("Unemployment rose in May.", "Unemployment fell in May.", id="direction"),
        pytest.param("Halden sued Brink.", "Brink sued Halden.", id="roles"),
        pytest.param(
            "The dam failed.", "Reports that the dam failed could not be verified.", id="unverified"
        ),
        pytest.param(
            "Ann Berg took fees from Tallow.",
            "Two authors took fees from Tallow; Berg was not one of them.",
            id="denied in the next clause",
        ),
    ],
)
def test_what_is_denied_hedged_or_of_something_else_is_not_said(statement: str, shown: str) -> None:
    assert not says(statement, shown)


@given(
    st.lists(sentences | st.text(max_size=40), max_size=5),
    sentences | st.text(max_size=80),
    st.sampled_from(["en", "de"]),
    st.sampled_from([0.0, 0.3, 0.45, 0.9]),
)
def test_statements_held_together_score_as_they_do_alone_from_the_least_on(
    gold: list[str], shown: str, language: str, least: float
) -> None:
    alone = [claim_similarity(one, shown, language) for one in gold]
    together = likenesses(tuple(gold), shown, language, least)
    for one, other in zip(alone, together, strict=True):
        assert other in {0.0, one} if one < least else other == one


@given(st.lists(sentences, max_size=4), st.lists(sentences, min_size=1, max_size=2))
def test_what_is_said_could_be_said(gold: list[str], shown: list[str]) -> None:
    text = " ".join(shown)
    said = [says(one, text) for one in gold]
    possible = could_say(tuple(gold), text)
    assert all(could for could, does in zip(possible, said, strict=True) if does)
    assert could_say(("A storm killed two fishermen.",), "The cost was high.") == (False,)


@pytest.mark.parametrize(
    ("statement", "shown", "language", "said"),
    [
        (
            "Die Firma streicht 300 Stellen.",
            "Am Montag streicht die Firma 300 Stellen.",
            "de",
            True,
        ),
        ("Die Firma streicht 300 Stellen.", "Die Firma streicht keine 300 Stellen.", "de", False),
        ("Die Firma streicht 300 Stellen.", "Die Firma könnte 300 Stellen streichen.", "de", False),
        ("La empresa recorta 300 empleos.", "La empresa recorta 300 empleos este año.", "es", True),
        ("La empresa recorta 300 empleos.", "La empresa no recorta 300 empleos.", "es", False),
        (
            "La empresa recorta 300 empleos.",
            "La empresa negó que recorta 300 empleos.",
            "es",
            False,
        ),
    ],
)
def test_german_and_spanish_are_read_by_their_words(
    statement: str, shown: str, language: str, said: bool
) -> None:
    assert says(statement, shown, language) is said


@given(st.text(max_size=60), st.text(max_size=60))
def test_saying_is_asked_of_any_texts(statement: str, shown: str) -> None:
    assert says(statement, shown) in {True, False}
