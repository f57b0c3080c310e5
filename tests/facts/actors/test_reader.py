"""Who acts in an article, under which names, in which role, and how much it is about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts.actors import Actor, count_salient, read_actors, salient_actors

STORY = """Dockworkers in Marlow strike as port authority cuts pay
Dockworkers at the port of Marlow walked out on Monday, the Marlow Port Authority (MPA) said.
President Helena Brandt urged both sides to talk. "We need the port," Brandt told reporters.
Union leader Tomas Reyes said the MPA had refused to meet. The president was silent on wages.
Norwegian sailors joined the strike, and sailors from Norway blocked a gate.
Rita Solberg, the head of the harbour police, said nobody was hurt.
According to its finance chief, Ole Dahl, the authority has no money. Brandt left on Tuesday."""


def actors(text: str = STORY) -> dict[str, Actor]:
    return {actor.name: actor for actor in read_actors(Document.from_text(text))}


def test_a_surname_joins_the_full_name() -> None:
    assert "Brandt" in actors()["Helena Brandt"].aliases
    assert "Brandt" not in actors()


def test_an_acronym_in_brackets_joins_what_it_stands_for() -> None:
    assert "MPA" in actors()["Marlow Port Authority"].aliases


def test_a_description_that_can_mean_one_actor_only_is_a_mention_and_no_alias() -> None:
    brandt = actors()["Helena Brandt"]
    quoted = [STORY[m.start : m.end] for m in brandt.mentions]
    assert "The president" in quoted
    assert "The president" not in brandt.aliases


def test_a_description_that_can_mean_two_is_nobodys() -> None:
    text = STORY + "\nPresident Ines Ruiz of a rival union agreed. Later the president left."
    assert not any(
        text[m.start : m.end] == "the president" for a in actors(text).values() for m in a.mentions
    )


def test_two_people_with_one_surname_stay_two() -> None:
    found = actors("Ana Roe met Tom Roe. Later Tom Roe slept. Critics of Roe left.")
    assert {"Ana Roe", "Tom Roe"} <= set(found)
    assert "Roe" in found["Tom Roe"].aliases


@pytest.mark.parametrize(
    "signed",
    [
        "We hold on.\n— Олена Коваль / Olena Koval (@koval) May 4, 2023\n",
        "We hold on.\n— Olena Koval / Олена Коваль (@koval) May 4, 2023\n",
        "Олена Коваль (Olena Koval) is the mayor.\n",
        "Olena Koval (Олена Коваль) is the mayor.\n",
    ],
    ids=["post, foreign first", "post, foreign last", "bracketed", "foreign in brackets"],
)
def test_a_name_in_two_scripts_is_one_actor_called_as_the_article_writes(signed: str) -> None:
    found = actors(signed + "The mayor closed the bridge on Tuesday. Later Koval left the town.")
    assert {"Koval", "Олена Коваль"} <= set(found["Olena Koval"].aliases)
    assert "Олена Коваль" not in found


def test_a_name_given_in_another_script_alone_is_shown_as_written() -> None:
    assert "Олена Коваль" in actors("The bridge was closed by Олена Коваль on Tuesday.")


def test_a_group_is_known_by_noun_and_nation() -> None:
    group = actors()["Norwegian sailors"]
    assert group.kind == "group"
    assert len(group.mentions) == 2


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Helena Brandt", "President"),
        ("Tomas Reyes", "Union leader"),
        ("Rita Solberg", "head of the harbour police"),
        ("Ole Dahl", "finance chief"),
    ],
)
def test_the_role_is_in_the_words_of_the_text(name: str, role: str) -> None:
    assert actors()[name].role == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param(
            "Mara Quist, who runs the port's night office, left.", "Mara Quist",
            "runs the port's night office", id="what somebody does for a living",
        ),
        pytest.param("Mara Quist, who ate early, left.", "Mara Quist", "", id="what somebody did"),
        pytest.param(
            "Mara Quist, a glaciologist who was once lost there, left.", "Mara Quist",
            "glaciologist", id="up to a clause of its own",
        ),
        pytest.param(
            "Mara Quist, a diver trained by the navy, left.", "Mara Quist", "diver",
            id="up to a participle",
        ),
        pytest.param("Mara Quist, a day later, left.", "Mara Quist", "", id="a time"),
        pytest.param("Mara Quist, the minister said, left.", "Mara Quist", "", id="a clause"),
        pytest.param(
            "Mara Quist, the E.U.'s chief diplomat, left.", "Mara Quist", "E.U.'s chief diplomat",
            id="stops inside",
        ),
        pytest.param("The mayor himself, Mara Quist, left.", "Mara Quist", "mayor", id="himself"),
        pytest.param(
            "They left Quist Tools, a maker of nails, alone.", "Quist Tools", "maker of nails",
            id="a body",
        ),
        pytest.param(
            "Ayer habló Mara Quist, la entrenadora del equipo, y con razón.", "Mara Quist",
            "entrenadora del equipo", id="spanish",
        ),
        pytest.param(
            "Das sagte die Sprecherin der Stadt. Später kam Stadträtin Mara Quist und ging nicht.",
            "Mara Quist", "Stadträtin", id="german title",
        ),
    ],
)  # fmt: skip
def test_a_role_ends_where_the_story_goes_on(text: str, name: str, role: str) -> None:
    assert actors(text)[name].role == role


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("Mara Quist swims. Mara won.", "Mara Quist", "Mara"),
        ("They left Orvane Water, which pumps. Later Orvane closed.", "Orvane Water", "Orvane"),
    ],
    ids=["first name", "company"],
)
def test_a_first_word_joins_the_one_name_it_is_short_for(text: str, long: str, short: str) -> None:
    assert short in actors(text)[long].aliases
    assert short not in actors(text)


def test_a_first_word_that_two_names_begin_with_is_nobodys_short_form() -> None:
    found = actors("They left Orvane Water and Orvane Foods. Later Orvane closed.")
    assert "Orvane" in found


def test_a_central_bank_is_not_called_by_its_country() -> None:
    found = actors("The National Bank of Orvany cut rates. People in Orvany cheered.")
    assert "Orvany" not in found["National Bank of Orvany"].aliases


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday the health ministry said so.", "health ministry"),
        ("They asked the teachers' union about it.", "teachers' union"),
        ("On Monday the coastguard saved nine.", "coastguard"),
    ],
)
def test_a_body_without_a_name_is_an_organization(text: str, name: str) -> None:
    assert actors(text)[name].kind == "organization"


@pytest.mark.parametrize(
    "text",
    ["He ate at the police station.", "She found a ministry.", "The council leader left."],
    ids=["a noun that modifies", "no modifier", "a person"],
)
def test_what_only_sounds_like_a_body_is_none(text: str) -> None:
    assert actors(text) == {}


def test_a_body_called_by_the_end_of_its_name_is_that_body() -> None:
    found = actors("The Royal Weather Office warned. The weather office was right.")
    assert len(found["Royal Weather Office"].mentions) == 2


def test_a_courtesy_title_is_no_role() -> None:
    assert actors("They met Mr Tom Roe in town.")["Tom Roe"].role == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Helena Brandt", "person"), ("Marlow Port Authority", "organization"), ("Norway", "country")],
)
def test_each_actor_has_a_kind(name: str, kind: str) -> None:
    assert actors()[name].kind == kind


def test_events_and_photo_credits_are_no_actors() -> None:
    found = actors("He won the Ordun Cup with friends.\nImage: Nils Falk")
    assert "Ordun Cup" not in found
    assert "Nils Falk" not in found


def test_more_mentions_make_an_actor_more_salient() -> None:
    text = "Ana Roe met Tom Poe. It rained. Nobody came."
    more = text + " Ana Roe slept. Ana Roe woke."
    assert actors(more)["Ana Roe"].salience > actors(text)["Ana Roe"].salience


def test_the_first_named_comes_before_the_last_named() -> None:
    found = [a.name for a in read_actors(Document.from_text(STORY))]
    assert found.index("Helena Brandt") < found.index("Ole Dahl")


@pytest.mark.parametrize(
    ("saliences", "count"),
    [([], 0), ([0.1], 1), ([0.4, 0.3, 0.2, 0.1], 3), ([0.9] * 5 + [0.1], 5), ([0.9] * 20, 8)],
)
def test_worth_naming_are_three_to_eight(saliences: list[float], count: int) -> None:
    assert count_salient(saliences) == count


def test_salient_actors_are_the_first_of_all() -> None:
    document = Document.from_text(STORY)
    few = salient_actors(document)
    assert few == read_actors(document)[: len(few)]


@given(st.lists(st.sampled_from(STORY.replace("\n", " \n ").split(" ")), max_size=60))
def test_whatever_the_text_mentions_are_in_order_inside_it(words: list[str]) -> None:
    text = " ".join(words)
    for actor in read_actors(Document.from_text(text)):
        starts = [mention.start for mention in actor.mentions]
        assert starts == sorted(starts)
        assert all(text[m.start : m.end].strip() for m in actor.mentions)
        assert 0 <= actor.salience <= 1
        assert any(text[m.start : m.end] == actor.name for m in actor.mentions)
