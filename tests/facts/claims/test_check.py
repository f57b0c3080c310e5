"""``check_claim``: what is supported, what is refused and why, on sentences made for this."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.claims import KINDS, check_claim

from .cases import REFUSED, SUPPORTED

ARTICLE = [
    "The harbour of Westhaven was closed on Monday after a ferry ran aground.",
    "Coastguard chief Mona Reyes said 140 passengers were taken ashore in 3 hours.",
    "Two of them were treated for broken bones, but nobody was killed.",
    "The operator, Blue Line, had not replaced the ferry's radar since 2011.",
    "Its shares fell 7 % to 12.40 euros, while those of its rival Northsea rose 4 %.",
    "The harbour is expected to reopen on Thursday, according to the mayor's office.",
    "An inquiry could take up to six months.",
]


@pytest.mark.parametrize(("claim", "evidence"), SUPPORTED, ids=[case[0] for case in SUPPORTED])
def test_a_faithful_claim_is_supported(claim: str, evidence: str | list[str]) -> None:
    check = check_claim(claim, evidence)
    assert check.supported, check


@pytest.mark.parametrize(
    ("claim", "evidence", "kind"), REFUSED, ids=[f"{case[2]}: {case[0]}" for case in REFUSED]
)
def test_an_unfaithful_claim_is_refused_for_what_is_wrong(
    claim: str, evidence: str, kind: str
) -> None:
    check = check_claim(claim, evidence)
    assert not check.supported, check
    assert kind in {problem.kind for problem in check.problems}, check


@pytest.mark.parametrize("sentence", ARTICLE)
def test_a_sentence_supports_itself(sentence: str) -> None:
    check = check_claim(sentence, sentence)
    assert check.supported
    assert check.problems == ()
    assert check.score > 0.9


@pytest.mark.parametrize("sentence", ARTICLE)
def test_a_sentence_is_supported_by_its_article(sentence: str) -> None:
    assert check_claim(sentence, ARTICLE).supported


@pytest.mark.parametrize(
    "sentence", [sentence for sentence in ARTICLE if re.search(r"\d", sentence)]
)
def test_a_changed_digit_is_refused_and_scores_lower(sentence: str) -> None:
    for match in re.finditer(r"\d", sentence):
        digit = str((int(match.group()) + 3) % 10)
        changed = sentence[: match.start()] + digit + sentence[match.end() :]
        check = check_claim(changed, ARTICLE)
        assert not check.supported, changed
        assert check.score < check_claim(sentence, ARTICLE).score


def test_a_number_from_elsewhere_in_the_article_is_not_enough() -> None:
    check = check_claim("Coastguard chief Mona Reyes said 12.40 passengers were saved.", ARTICLE)
    assert not check.supported


def test_figures_of_two_subjects_may_not_change_places() -> None:
    right = check_claim("Blue Line's shares fell 7 % and Northsea's rose 4 %.", ARTICLE)
    wrong = check_claim("Blue Line's shares rose 7 % and Northsea's fell 4 %.", ARTICLE)
    assert right.score > wrong.score
    assert "direction" in {problem.kind for problem in wrong.problems}


@pytest.mark.parametrize(
    ("true", "altered"),
    [
        ("Nobody was killed.", "Two were killed."),
        ("The inquiry could take six months.", "The inquiry will take six months."),
        ("The harbour is expected to reopen on Thursday.", "The harbour reopened on Thursday."),
        ("The harbour closed on Monday.", "The harbour closed on Thursday."),
        ("Blue Line had not replaced the radar.", "Blue Line had replaced the radar."),
        ("Mona Reyes said passengers were taken ashore.", "Blue Line said passengers were saved."),
    ],
)
def test_the_true_sentence_scores_higher(true: str, altered: str) -> None:
    assert check_claim(true, ARTICLE).score > check_claim(altered, ARTICLE).score


def test_evidence_as_a_list_is_its_sentences_in_order() -> None:
    claim = "140 passengers were taken ashore."
    assert check_claim(claim, ARTICLE) == check_claim(claim, "\n".join(ARTICLE))


def test_a_hedge_that_the_claim_adds_is_told_and_forgiven() -> None:
    check = check_claim("The harbour may have closed.", "The harbour closed on Monday.")
    assert check.supported
    assert [(problem.kind, problem.severe) for problem in check.problems] == [("modality", False)]


def test_an_invented_thing_is_told() -> None:
    check = check_claim("The ferry ran aground near a lighthouse.", ARTICLE[0])
    assert "lighthouse" in {problem.claim_text for problem in check.problems}


def test_a_message_gives_both_sides_to_an_editor() -> None:
    check = check_claim("The town has 12,000 residents.", "The town has 10,000 residents.")
    assert [problem.message for problem in check.problems] == [
        "the claim says 12,000; the evidence says 10,000"
    ]


@pytest.mark.parametrize(("claim", "evidence"), [("", "It rained."), ("It rained.", ""), ("", [])])
def test_nothing_is_not_supported(claim: str, evidence: str | list[str]) -> None:
    check = check_claim(claim, evidence)
    assert (check.supported, check.score) == (False, 0.0)


PIECES = ["not", "12", "million", "Ann", "said", "rose", "fell", "may", ".", ",", "\n", "“", "é"]


@given(
    claim=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=9),
    evidence=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=12),
)
def test_any_text_gets_a_score_and_known_kinds(claim: list[str], evidence: list[str]) -> None:
    check = check_claim(" ".join(claim), " ".join(evidence))
    assert 0 <= check.score <= 1
    assert {problem.kind for problem in check.problems} <= set(KINDS)
