"""Alignment: which evidence word a claim word is held against."""

from __future__ import annotations

from summarizer.facts.claims.comparison import compare


def _pairs(claim: str, evidence: str) -> dict[str, str | None]:
    both = compare(claim, evidence)
    words = both.evidence.words
    return {
        link.word.form: words[link.place].form if link.place >= 0 else None for link in both.links
    }


def test_forms_synonyms_and_number_words_meet() -> None:
    pairs = _pairs("Seven workers were arrested.", "Police detained 7 employees.")
    assert pairs == {"seven": "7", "workers": "employees", "arrested": "detained"}


def test_a_word_without_counterpart_has_none() -> None:
    assert _pairs("A comet fell.", "A stone fell.")["comet"] is None


def test_of_two_like_words_the_one_beside_its_neighbours_is_taken() -> None:
    evidence = "Nine boats sank in the bay. Later nine houses burned."
    both = compare("Nine houses burned.", evidence)
    places = [both.evidence.words[link.place].sentence for link in both.links]
    assert places == [1, 1, 1]


def test_a_word_from_another_sentence_costs_more_than_one_from_the_same() -> None:
    evidence = "The mill burned in May. The barn stood in June."
    near = compare("The mill burned in May.", evidence).links[-1]
    far = compare("The mill burned in June.", evidence).links[-1]
    assert near.quality == far.quality
    assert near.cost < far.cost


def test_an_equal_figure_in_another_form_is_a_counterpart() -> None:
    assert _pairs("A herd of 12,000 sheep", "a herd of 12 thousand sheep")["12,000"] == "12"
