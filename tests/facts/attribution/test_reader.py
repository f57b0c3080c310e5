"""Who says what: speaker, cue, content and status of attributions in news sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document, Span
from summarizer.facts.attribution import (
    Attribution,
    confirm_speaker,
    read_attributions,
    reader,
    speaker_of,
)


def read(text: str) -> list[Attribution]:
    return read_attributions(Document.from_text(text))


def said(text: str) -> list[tuple[str, str]]:
    """(speaker, content) of each attribution."""
    return [(a.speaker, text[a.start : a.end]) for a in read(text)]


ONE_SPEAKER = [
    # court
    (
        "The defendant lied under oath, prosecutors told the jury on Thursday.",
        "prosecutors",
        "The defendant lied under oath",
    ),
    (
        "Judge Maria Keller ruled that the letters could not be used.",
        "Judge Maria Keller",
        "the letters could not be used",
    ),
    (
        "Defence lawyer Tom Hale argued his client had been at home.",
        "Defence lawyer Tom Hale",
        "his client had been at home",
    ),
    (
        "The court heard that the driver had been drinking.",
        "The court",
        "the driver had been drinking",
    ),
    (
        "Witness Ali Khan told police that the car had not stopped.",
        "Witness Ali Khan",
        "the car had not stopped",
    ),
    ("Lawyers for Mr. Dunn say he is innocent.", "Lawyers for Mr. Dunn", "he is innocent"),
    # business
    (
        "Acme Corp. said Tuesday it would cut 400 jobs and close two plants.",
        "Acme Corp.",
        "it would cut 400 jobs and close two plants",
    ),
    (
        "Chief executive Lena Ortiz told analysts on a call that demand had weakened.",
        "Chief executive Lena Ortiz",
        "demand had weakened",
    ),
    (
        "According to a company filing, the sale will close in May.",
        "a company filing",
        "the sale will close in May",
    ),
    (
        "The sale will close in May, according to two people familiar with the matter.",
        "two people familiar with the matter",
        "The sale will close in May",
    ),
    (
        "A person who declined to be named said the board was split.",
        "A person",
        "the board was split",
    ),
    ("The bank announced a loss of $3 million.", "The bank", "a loss of $3 million"),
    ("The firm cut its forecast, saying demand was weak.", "The firm", "demand was weak"),
    ("Economists expect prices to rise by 2%.", "Economists", "prices to rise by 2%"),
    # council
    (
        "Councillor Ann Wright, 52, of the Green group, said the road would stay closed.",
        "Councillor Ann Wright, 52, of the Green group",
        "the road would stay closed",
    ),
    ("Unions voiced anger about the cuts.", "Unions", "the cuts"),
    ("In Porter's view, the plan is too expensive.", "Porter", "the plan is too expensive"),
    (
        "The mayor, who took office in May, said repairs would begin soon.",
        "The mayor",
        "repairs would begin soon",
    ),
    (
        "As the ministry said last week, the border will reopen.",
        "the ministry",
        "the border will reopen",
    ),
    (
        "The town hall has issued warnings that the bridge may close.",
        "The town hall",
        "the bridge may close",
    ),
    (
        "Speaking at the opening, the governor insisted that taxes would fall.",
        "the governor",
        "taxes would fall",
    ),
    # sports
    (
        "Coach Dana Reed believes her team can win the league.",
        "Coach Dana Reed",
        "her team can win the league",
    ),
    (
        "The player was told by the club that his contract would end.",
        "the club",
        "his contract would end",
    ),
    ("He agreed to pay the fine, said his lawyer.", "his lawyer", "He agreed to pay the fine"),
    ("United fans called the decision a joke.", "United fans", "the decision a joke"),
    # health
    (
        "Health officials in Oslo said on Friday that 12 people had fallen ill.",
        "Health officials in Oslo",
        "12 people had fallen ill",
    ),
    (
        "The hospital said in a statement that the patient was stable.",
        "The hospital",
        "the patient was stable",
    ),
    (
        "Dr. Sue Lim, a virologist at the university, cautioned against panic.",
        "Dr. Sue Lim, a virologist at the university",
        "against panic",
    ),
    (
        "The study found that the vaccine cut deaths by half.",
        "The study",
        "the vaccine cut deaths by half",
    ),
    ("Doctors are confident that the boy will recover.", "Doctors", "the boy will recover"),
    # world
    (
        "A spokesperson for the airline confirmed the cancellations.",
        "A spokesperson for the airline",
        "the cancellations",
    ),
    (
        "The president on Tuesday told lawmakers the budget would pass.",
        "The president",
        "the budget would pass",
    ),
    (
        "The group's leader, Omar Aziz, in an interview on Monday, said that fighters had left.",
        "The group's leader, Omar Aziz",
        "fighters had left",
    ),
    (
        "Foreign Minister Kim Roe and its trade chief, Ana Silva, voiced fears about tariffs.",
        "Foreign Minister Kim Roe and its trade chief, Ana Silva",
        "tariffs",
    ),
    (
        "Reports from local radio stations indicate that nine houses burned.",
        "Reports from local radio stations",
        "nine houses burned",
    ),
    (
        "Officials from Lisbon and several coastal towns warned that the dam could break.",
        "Officials from Lisbon and several coastal towns",
        "the dam could break",
    ),
    ("Officials say floods killed nine", "Officials", "floods killed nine"),
    (
        "Mohammed Said told the newspaper he would not return.",
        "Mohammed Said",
        "he would not return",
    ),
    (
        "She was quoted by state media as saying the talks had failed.",
        "She",
        "the talks had failed",
    ),
    (
        "Two roads are blocked, a Sunday newspaper reported.",
        "a Sunday newspaper",
        "Two roads are blocked",
    ),
    (
        "The storm, forecasters said, would pass by noon.",
        "forecasters",
        "The storm, forecasters said, would pass by noon",
    ),
    ("Luke waved when he saw them, the family said.", "the family", "Luke waved when he saw them"),
    ("The chairman claims children are at risk.", "The chairman", "children are at risk"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), ONE_SPEAKER, ids=lambda v: str(v)[:30])
def test_speaker_and_content_are_read(text: str, speaker: str, content: str) -> None:
    assert said(text) == [(speaker, content)]


NESTED_OR_SEVERAL = [
    (
        "Police said the man was armed; his brother said he was not.",
        [("Police", "the man was armed"), ("his brother", "he was not")],
    ),
    (
        "The bank reported a loss, while rival Norvik said profits had doubled.",
        [("The bank", "a loss"), ("rival Norvik", "profits had doubled")],
    ),
    (
        "The army said it had shot down a drone, adding that nobody was hurt.",
        [("The army", "it had shot down a drone"), ("The army", "nobody was hurt")],
    ),
    (
        "The ministry said the Pentagon had reported 30 cases.",
        [
            ("The ministry", "the Pentagon had reported 30 cases"),
            ("the Pentagon", "30 cases"),
        ],
    ),
    (
        "Khan said the car had not stopped, but the driver insisted he had braked.",
        [("Khan", "the car had not stopped"), ("the driver", "he had braked")],
    ),
    (
        "The envoy said the raids were a reply to what he described as open threats.",
        [
            ("The envoy", "the raids were a reply to what he described as open threats"),
            ("he", "open threats"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NESTED_OR_SEVERAL, ids=lambda v: str(v)[:30])
def test_several_speakers_in_one_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


NO_ATTRIBUTION = [
    "England will fear nobody this summer.",
    "The result has to be confirmed by a doctor.",
    "The route, a reversal of the old plan, is longer.",
    "Edward Said wrote the book in 1978.",
    'The so-called "safe zone" has been widened.',
    "Everything went according to plan.",
    "The reported cases rose to 40.",
    "The newly announced route is longer.",
    "She added salt to the soup.",
    "The festival continues a long tradition, drawing crowds.",
    "A hat believed to be his was found.",
    "The cup fell in the final minute.",
    "The crew found a wallet under the seat.",
    "Brazil is one of the United States' partners.",
    "A merger that Acme has never explained grew larger on paper.",
    "A fee that the council announced on Monday angered residents.",
    "The loss, which the firm has not disclosed, worried investors.",
    "The plan which the mayor has never explained looms over the talks.",
]


@pytest.mark.parametrize("text", NO_ATTRIBUTION)
def test_look_alikes_attribute_nothing(text: str) -> None:
    assert said(text) == []


STATUS = [
    ("The council denied that it had ignored residents.", "denied"),
    ("Mayor Stone rejected claims that the bridge was unsafe.", "denied"),
    ("The party accused the governor of taking bribes.", "disputed"),
    ("The rebels claimed responsibility for the attack.", "disputed"),
    ("The suspect allegedly fled on foot.", "disputed"),
    ("The talks have reportedly failed.", "unconfirmed"),
    ("The ministry could not confirm that the bridge had fallen.", "unconfirmed"),
    ("The firm declined to say how many jobs would go.", "unconfirmed"),
    ("The house is believed to be empty.", "unconfirmed"),
    ("The minister does not believe the figures are right.", "disputed"),
    ("The minister said the figures were right.", "attributed"),
    ("No official has confirmed the deaths.", "unconfirmed"),
    ("Neither side has acknowledged a loss.", "unconfirmed"),
    ("Neither Acme nor Norvik has acknowledged a loss.", "unconfirmed"),
]


@pytest.mark.parametrize(("text", "status"), STATUS, ids=lambda v: str(v)[:30])
def test_status_follows_the_cue(text: str, status: str) -> None:
    assert [a.status for a in read(text)] == [status]


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("Sources said the deal was dead.", True),
        ("Two senior officials said the deal was dead.", True),
        ("A person familiar with the talks said the deal was dead.", True),
        ("The suspect allegedly fled.", True),
        ("The ministry said the deal was dead.", False),
        ("Police said the deal was dead.", False),
        ("A spokesman for the firm said the deal was dead.", False),
        ("Official Ann Poe said the deal was dead.", False),
    ],
)
def test_anonymous_sources_are_flagged(text: str, anonymous: bool) -> None:
    assert [a.anonymous for a in read(text)] == [anonymous]


RESOLVED = [
    ("Mayor Paul Stone opened the park. He said it was overdue.", "Paul Stone"),
    ("Paul Stone, the mayor, said it was late. The mayor added that it was full.", "Paul Stone"),
    ("Analyst Lena Ortiz said prices fell. Ortiz added that wages rose.", "Lena Ortiz"),
    ("Ms Ortiz and Mr Hale met. Lena Ortiz said no. She added that it was final.", "Lena Ortiz"),
    ("Acme Corp. said sales fell. The company added that costs rose.", "Acme Corp"),
    ("Mary Poe thanked the crew. Tom Hale said they were late. She said she was glad.", "Mary Poe"),
]


@pytest.mark.parametrize(("text", "name"), RESOLVED, ids=lambda v: str(v)[:30])
def test_pronouns_titles_and_surnames_are_resolved(text: str, name: str) -> None:
    assert read(text)[-1].name == name


def test_two_people_who_speak_together_are_both_named() -> None:
    text = "Minister Kim Roe and trade chief Ana Silva said the talks had failed."
    assert read(text)[0].resolved == "Kim Roe and Ana Silva"


def test_neither_nor_names_both() -> None:
    (found,) = read("Neither Acme nor Norvik has acknowledged a loss.")
    assert (found.speaker, found.resolved) == ("Neither Acme nor Norvik", "Acme and Norvik")


@pytest.mark.parametrize(
    ("before", "both"),
    [
        ("Mayor Paul Stone met Ana Silva, the trade chief, in Oslo.", "Paul Stone and Ana Silva"),
        ("Paul Stone and Ana Silva said it was late.", "Paul Stone and Ana Silva"),
        ("Paul Stone met Ana Silva and Omar Aziz in Oslo.", ""),
        ("Paul Stone opened the park.", ""),
        ("Paul Stone met Ana Silva's brother.", ""),
        ("Officials said it was late.", ""),
    ],
    ids=["two", "joint", "three", "one", "owner", "no names"],
)
def test_both_are_the_two_people_named_before(before: str, both: str) -> None:
    found = read(before + " Both said they feared a strike.")
    assert [a.resolved for a in found if a.speaker in ("Both", "they")] == [both, both]


@pytest.mark.parametrize(
    "text",
    ["The row that Ann Poe said began at noon is over.", "He said that Ann Poe announced a fee."],
)
def test_a_clause_that_somebody_does_say_is_kept(text: str) -> None:
    assert "Ann Poe" in [a.speaker for a in read(text)]


def test_offsets_and_sentence_belong_to_the_document() -> None:
    text = "A bridge fell.\nThe mayor said nobody was hurt."
    attribution = read(text)[0]
    assert attribution.sentence == 2
    assert text[attribution.speaker_start : attribution.speaker_end] == "The mayor"
    assert text[attribution.cue_start : attribution.cue_end] == "said"


def test_a_language_without_cues_gives_nothing() -> None:
    document = Document.from_text("Ministeri sanoi, että on myöhä.", language="fi")
    assert read_attributions(document) == []


def test_speaker_of_is_the_innermost_speaker() -> None:
    text = "The ministry said the army had reported 30 cases. Rain fell."
    document = Document.from_text(text)

    def who(words: str) -> str | None:
        start = text.index(words)
        found = speaker_of(document, Span(start, start + len(words)))
        return found.speaker if found else None

    assert who("30 cases") == "the army"
    assert who("the army had reported") == "The ministry"
    assert who("Rain fell") is None


def test_hearsay_gives_way_to_a_named_speaker() -> None:
    text = "Police said the man allegedly fled."
    found = speaker_of(Document.from_text(text), Span(text.index("the man"), len(text) - 1))
    assert found is not None
    assert found.speaker == "Police"


@pytest.mark.parametrize(
    ("name", "confirmed"),
    [
        ("Lena Ortiz", True),
        ("Ortiz", True),
        ("Chief executive Lena Ortiz", True),
        ("Tom Hale", False),
    ],
)
def test_a_named_speaker_is_confirmed_against_the_text(name: str, confirmed: bool) -> None:
    text = "Chief executive Lena Ortiz said that demand had weakened."
    span = Span(text.index("demand"), len(text) - 1)
    assert (confirm_speaker(name, Document.from_text(text), span) is not None) is confirmed


def test_the_lawyers_of_somebody_are_not_that_person() -> None:
    assert read("Lawyers for Mr. Dunn say he is innocent.")[0].name == "Lawyers for Mr. Dunn"


def test_nobody_is_confirmed_for_what_the_article_says_itself() -> None:
    text = "Lena Ortiz said demand fell. Shares rose."
    span = Span(text.index("Shares"), len(text))
    assert confirm_speaker("Lena Ortiz", Document.from_text(text), span) is None


_PIECES = st.sampled_from(
    ["the mayor", "said", "told", '"', "'", "“", "”", ", ", ". ", "\n", "that", "according to",
     "Ann Poe", "he", "accused", "of", "(", ")", ";", ":", "who", "and", "—", "allegedly", "ill",
     "not", "could", "confirm", "was", "by", "— Ann (@ann)", "é", "中文", "’s"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map(" ".join))
def test_every_attribution_stands_in_the_text(text: str) -> None:
    for a in read(text):
        assert 0 <= a.start < a.end <= len(text)
        assert text[a.speaker_start : a.speaker_end] == a.speaker
        assert text[a.cue_start : a.cue_end] == a.cue
        assert a.speech in {"direct", "indirect"}
        assert a.status in {"attributed", "disputed", "denied", "unconfirmed"}
        assert 1 <= a.sentence <= len(Document.from_text(text).sentences)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize(("text", "times"), [("Sales rose by 4%.", 0), ("Ann Poe said no.", 1)])
def test_names_are_read_only_where_somebody_speaks(
    text: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(reader, "read_names", lambda text: calls.append(text) or [])
    read(text)
    assert len(calls) == times
