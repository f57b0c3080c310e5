"""Claims: what is kept, what is re-worded, what is left out, and that all of it is said."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.draft import Draft, DraftClaim
from summarizer.grounding import Grounded, ground

ARTICLE = (
    "Storm closes two bridges\n"
    "Wind of up to 140 kilometres an hour closed both bridges over the Lune on Sunday.\n"
    "At least 12 people were hurt, said fire chief Tom Hall.\n"
    "The power company said 3,000 homes had no electricity.\n"
    "Hall did not say that anybody was missing.\n"
    "The bridges could open again on Tuesday, the road agency said.\n"
    "Schools in the valley stay shut.\n"
)


def grounded(*claims: tuple[int, str, str]) -> Grounded:
    made = tuple(DraftClaim(sentence=n, speaker=s, claim=c) for n, s, c in claims)
    return ground(
        Draft(claims=made, abstract="", headline="", questions=()), Document.from_text(ARTICLE)
    )


def test_a_supported_wording_is_the_models_own() -> None:
    claim = grounded((3, "Tom Hall", "At least 12 people have been hurt.")).key_claims[0]

    assert (claim.text, claim.wording) == ("At least 12 people have been hurt.", "model")


def test_a_sentence_number_that_is_off_by_one_is_repaired() -> None:
    claim = grounded((2, "Tom Hall", "At least 12 people have been hurt.")).key_claims[0]

    assert [e.sentence for e in claim.evidence] == [3]


ALTERED = [
    pytest.param("At least 21 people have been hurt.", "number", id="digits swapped"),
    pytest.param("12,000 people were hurt.", "number", id="scale"),
    pytest.param("No people were hurt.", "negation", id="negation added"),
]


@pytest.mark.parametrize(("wording", "kind"), ALTERED)
def test_an_altered_wording_gives_way_to_the_articles_words(wording: str, kind: str) -> None:
    result = grounded((3, "Tom Hall", wording))

    assert result.key_claims[0].wording == "verbatim"
    assert "12 people were hurt" in result.key_claims[0].text
    assert kind in {p.kind for p in result.rejected[0].problems}
    assert result.rejected[0].shown_as == "verbatim"


OMITTED_WORDS = [
    pytest.param(5, "Hall said that anybody was missing.", id="a dropped not"),
    pytest.param(6, "The bridges will open again on Tuesday.", id="could became will"),
    pytest.param(4, "3,000 shops had no electricity.", id="another thing counted"),
    pytest.param(3, "At least 12 people were hurt in Leeds.", id="a name that is not there"),
]


@pytest.mark.parametrize(("number", "wording"), OMITTED_WORDS)
def test_a_wording_that_says_something_else_never_passes(number: int, wording: str) -> None:
    result = grounded((number, "", wording))

    assert wording not in [claim.text for claim in result.key_claims]
    assert wording in [rejected.text for rejected in result.rejected]


def test_a_claim_that_no_sentence_makes_is_left_out_and_shown_as_rejected() -> None:
    result = grounded((2, "", "Parliament dissolved itself after a scandal."))

    assert "Parliament" not in " ".join(claim.text for claim in result.key_claims)
    assert (result.rejected[0].shown_as, result.rejected[0].evidence) == ("omitted", ())


@pytest.mark.parametrize("number", [0, -1, 8, 10**9])
def test_a_sentence_number_that_does_not_exist_harms_nothing(number: int) -> None:
    claim = grounded((number, "Tom Hall", "At least 12 people have been hurt.")).key_claims[0]

    assert [e.sentence for e in claim.evidence] == [3]


def test_a_speaker_that_the_text_does_not_confirm_is_rejected_and_the_right_one_shown() -> None:
    result = grounded((3, "Rosa Diaz", "At least 12 people have been hurt."))

    assert result.key_claims[0].speaker == "Tom Hall"
    assert [p.kind for p in result.rejected[0].problems] == ["attribution"]


def test_a_speaker_named_for_what_the_article_itself_says_is_rejected() -> None:
    result = grounded((7, "The schools", "Valley schools stay shut."))

    assert result.key_claims[0].speaker is None
    assert result.rejected[0].shown_as == "corrected"


@pytest.mark.parametrize("nobody", ["", "-"])
def test_no_speaker_for_what_the_article_itself_says_is_right(nobody: str) -> None:
    assert grounded((7, nobody, "Valley schools stay shut.")).rejected == ()


def test_a_pronoun_that_points_at_nobody_is_not_printed() -> None:
    result = grounded((4, "", "They had no electricity in 3,000 homes."))

    assert result.key_claims[0].wording == "verbatim"
    assert "who or what 'They' is" in result.rejected[0].problems[0].message


def test_a_copy_that_ran_out_of_room_is_the_articles_words_and_nothing_is_rejected() -> None:
    result = grounded(
        (2, "", "Wind of up to 140 kilometres an hour closed both bridges over the Lu")
    )

    assert result.key_claims[0].text.endswith("on Sunday.")
    assert result.rejected == ()


def test_the_speakers_name_is_kept_out_of_the_wording() -> None:
    claim = grounded((3, "Tom Hall", "Tom Hall: At least 12 people have been hurt.")).key_claims[0]

    assert claim.text == "At least 12 people have been hurt."


def test_a_wording_of_its_own_that_breaks_off_is_not_printed() -> None:
    cut = (
        "On Sunday both of the bridges over the Lune were closed in wind of up to 140 kilometres an"
    )
    result = grounded((2, "", cut + " hour so that"))

    assert result.key_claims[0].wording == "verbatim"
    assert result.rejected[0].problems[-1].message == "the wording breaks off"


def test_the_same_claim_twice_is_one_claim() -> None:
    result = grounded(*[(3, "Tom Hall", "At least 12 people have been hurt.")] * 3)

    assert sum(claim.evidence[0].sentence == 3 for claim in result.key_claims) == 1


def test_a_claim_names_the_figures_in_it() -> None:
    result = grounded((4, "", "3,000 homes had no electricity."))

    figure = next(f for f in result.figures if f.id == result.key_claims[0].figures[0])
    assert "3,000 homes" in figure.text


def test_what_the_model_passed_over_is_added_in_the_articles_words() -> None:
    claims = grounded().key_claims

    assert len(claims) >= 5
    assert {(claim.wording, claim.proposed_by) for claim in claims} == {("verbatim", "code")}


@pytest.mark.parametrize(
    ("sentence", "wording", "stands"),
    [
        (
            "Helena Voss told the jury that it owed its bank 640,000 pounds.",
            "Helena Voss owed its bank 640,000 pounds.",
            False,
        ),
        (
            "The Relief Society said it had recorded 74 deaths by noon.",
            "The Relief Society recorded 74 deaths by noon.",
            True,
        ),
        (
            "Mayor Ida Berg said she had closed the bridge over the Lune.",
            "Ida Berg closed the bridge over the Lune.",
            True,
        ),
        (
            "Mayor Ida Berg said the firm closed the bridge over the Lune.",
            "Ida Berg closed the bridge over the Lune.",
            False,
        ),
    ],
)
def test_what_a_speaker_says_of_another_is_not_said_of_the_speaker(
    sentence: str, wording: str, stands: bool
) -> None:
    document = Document.from_text(sentence)
    draft = Draft(
        claims=(DraftClaim(sentence=1, speaker="", claim=wording),),
        questions=(),
        abstract="",
        headline="",
    )

    texts = [claim.text for claim in ground(draft, document).key_claims]

    assert (wording in texts) is stands


def test_a_wording_that_stops_in_the_middle_is_not_printed() -> None:
    result = grounded((3, "", "The fire chief said that"))

    assert "The fire chief said that" not in [claim.text for claim in result.key_claims]


def test_an_apposition_cut_out_of_its_sentence_is_no_claim() -> None:
    text = "All of them are in Kursk, the region where the units have held ground since August."
    cut = "The region where the units have held ground since August."
    draft = Draft(
        claims=(DraftClaim(sentence=1, speaker="", claim=cut),),
        questions=(),
        abstract=cut,
        headline="",
    )

    result = ground(draft, Document.from_text(text))

    assert cut not in [claim.text for claim in result.key_claims]
    assert result.abstract.text != cut
