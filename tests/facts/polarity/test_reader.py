"""Negation, modality and direction: which words count as cues, and which only look like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.polarity import read_directions, read_modals, read_negations

NEGATIONS = [
    ("The mayor did not resign.", [("not", "not")]),
    ("The mayor didn't resign.", [("not", "n't")]),
    ("The mayor didn’t resign.", [("not", "n’t")]),
    ("the mayor did n't resign .", [("not", "n't")]),
    ("They won't go and can't stay.", [("not", "n't"), ("not", "n't")]),
    ("It cannot be repaired.", [("not", "cannot")]),
    ("It is no longer sold.", [("not", "no longer")]),
    ("No ship was lost.", [("no", "No")]),
    ("She never left without him.", [("never", "never"), ("without", "without")]),
    ("Neither side nor its allies spoke.", [("neither", "Neither"), ("neither", "nor")]),
    ("It hardly matters.", [("hardly", "hardly")]),
    ("The bank failed to pay.", [("fail", "failed to")]),
    ("The firm declined to comment.", [("refuse", "declined to")]),
    ("The minister denied it and refused.", [("deny", "denied"), ("refuse", "refused")]),
    ("Doctors were unable to help.", [("unable", "unable")]),
    ("i dont know", [("not", "dont")]),
    ("It was not only late but dear.", []),
    ("There is no doubt about it.", []),
    ("She lives at No. 10 now.", []),
    ("A knot, a note and a notable north.", []),
]

MODALS = [
    ("Rates may fall.", [("possible", "may")]),
    ("It could and might happen.", [("possible", "could"), ("possible", "might")]),
    ("He couldn't come.", [("possible", "could")]),
    ("They won't come.", [("future", "wo")]),
    ("They'll come.", [("future", "'ll")]),
    ("She is expected to win.", [("likely", "is expected")]),
    ("The port is likely shut.", [("likely", "likely")]),
    ("The firm plans to close it.", [("planned", "plans to")]),
    ("He is about to leave.", [("future", "about to")]),
    ("Rebels reportedly took it.", [("reported", "reportedly")]),
    ("They are believed to be alive.", [("reported", "are believed")]),
    ("The council should act; it must.", [("duty", "should"), ("duty", "must")]),
    ("It would cost more.", [("conditional", "would")]),
    ("They met in May.", []),
    ("the vote on may 8 was close", []),
    ("He met Will Smith.", []),
    ("Her will was read.", []),
    ("Profit was higher than expected.", []),
]

DIRECTIONS = [
    ("Sales rose and costs fell.", [("up", "rose"), ("down", "fell")]),
    ("An increase after the decline.", [("up", "increase"), ("down", "decline")]),
    ("Shares were up 3 %.", [("up", "were up")]),
    ("Shares, up 3 %, led.", [("up", "up 3")]),
    ("It was down from 41.", [("down", "was down")]),
    ("He grew up there and fell ill last fall.", []),
    ("The court declined to rule.", []),
    ("They set up a shop, up to ten of them.", []),
]


def _found(cues: list) -> list[tuple[str, str]]:
    return [(cue.value, cue.text) for cue in cues]


@pytest.mark.parametrize(("text", "expected"), NEGATIONS, ids=[case[0] for case in NEGATIONS])
def test_negations(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(read_negations(text)) == expected


@pytest.mark.parametrize(("text", "expected"), MODALS, ids=[case[0] for case in MODALS])
def test_modals(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(read_modals(text)) == expected


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS, ids=[case[0] for case in DIRECTIONS])
def test_directions(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(read_directions(text)) == expected


def test_each_reader_names_its_kind() -> None:
    text = "It may not fall."
    kinds = [read(text)[0].kind for read in (read_negations, read_modals, read_directions)]
    assert kinds == ["negation", "modality", "direction"]


def test_a_language_without_a_lexicon_has_no_cues() -> None:
    assert read_negations("It is not so.", language="xx") == []


PIECES = ["not", "may", "fell", "won't", "n’t", "No.", "4", "%", "Will", " ", ".", "é", "\n", "'"]


@pytest.mark.parametrize("read", [read_negations, read_modals, read_directions])
@given(parts=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=12))
def test_a_cue_is_cut_from_the_text_where_it_says(read, parts: list[str]) -> None:
    text = "".join(parts)
    cues = read(text)
    assert all(text[cue.start : cue.end] == cue.text for cue in cues)
    assert all(left.end <= right.start for left, right in pairwise(cues))
