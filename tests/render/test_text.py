from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from summarizer.render import View, render
from summarizer.summary import Actor, Claim, Summary
from tests.hostile import payloads

from .drafts import hostile_mark, hostile_source
from .sample import (
    DOCUMENT,
    coverage,
    empty_summary,
    evidence,
    full_summary,
    provenance,
    source,
)

ESCAPE = "\x1b"


def text_of(summary: Summary, *, width: int = 80, colour: bool = False, **view: int) -> str:
    return render(summary, DOCUMENT, "text", View(width=width, colour=colour, **view))


def section(shown: str, title: str) -> str:
    """The lines under a title, up to the next empty line."""
    return re.split(rf"^{title} \d+$", shown, flags=re.MULTILINE)[1].split("\n\n")[0]


def test_conflicts_stand_before_everything_but_headline_and_abstract() -> None:
    shown = text_of(full_summary())
    parts = ["Orlen counts", "Power failed", "CONFLICTS", "KEY CLAIMS", "FIGURES"]
    parts += ["OPEN QUESTIONS", "ACTORS", "REJECTED", "read all 5 sentences"]
    found = [shown.index(part) for part in parts]
    assert found == sorted(found)


HOLDS = {
    "CONFLICTS": [
        "households without power: cannot all be true",
        "exclude each other",
        "about 1,200      The water board  F1 s2 3:37",
        "more than 2,000  Ines Halder      F2 s3 4:37",
    ],
    "KEY CLAIMS": [
        "1 About 1,200 households lost power. [model]",
        "The water board · attributed, indirect speech · s2 3:1 · F1",
        "“The water board said on Monday",
        "2 We were not warned, [verbatim] picked by code",
        "Ines Halder · disputed, direct speech · s4",
    ],
    "FIGURES": ["F1  about 1,200, households (2025-03-03)", "(unconfirmed)", "s2 3:37"],
    "OPEN QUESTIONS": ["Who ordered the gates to be opened? unknown", "“It is not known", "s5 5:1"],
    "ACTORS": ["Ines Halder, mayor", "person", "2 mentions", "first s3 4:7", "also Halder"],
    "REJECTED": ["claim: “Halder put the number at 3,000.” (Ines Halder)", "number: says 3,000",
                 "shown in the article's own words · s3 4:1"],
}  # fmt: skip


@pytest.mark.parametrize("title", HOLDS)
def test_each_section_says_what_who_how_and_where(title: str) -> None:
    lines = section(text_of(full_summary()), title)
    for part in HOLDS[title]:
        assert part in lines


def test_a_claim_in_the_articles_words_is_not_quoted_again() -> None:
    [_, verbatim] = full_summary().key_claims
    shown = text_of(full_summary(key_claims=(verbatim,)))
    assert shown.count(verbatim.text) == 1


def test_words_that_two_claims_rest_on_are_quoted_once() -> None:
    first, other = full_summary().key_claims
    again = first.model_copy(update={"text": "Power failed."})
    shown = text_of(full_summary(key_claims=(first, other, again)))
    assert shown.count(first.evidence[0].quote[:40]) == 1
    assert section(shown, "KEY CLAIMS").splitlines()[-1].strip() == "quoted under 1"


def test_a_question_in_the_articles_words_is_not_quoted_again() -> None:
    [question] = full_summary().open_questions
    same = question.model_copy(update={"text": question.evidence[0].quote})
    assert text_of(full_summary(open_questions=(same,))).count(same.text) == 1


@pytest.mark.parametrize(
    ("text", "measures", "shown"),
    [
        ("about 1,200", "households", "about 1,200, households (2025-03-03)"),
        ("about 1,200 Households", "households", "about 1,200 Households (2025-03-03)"),
        ("about 1,200", "", "about 1,200 (2025-03-03)"),
        ("Twelve people", "people who fled", "Twelve people who fled (2025-03-03)"),
    ],
    ids=["not in the words", "in the words", "nothing counted", "partly in the words"],
)
def test_what_a_figure_counts_is_said_once(text: str, measures: str, shown: str) -> None:
    figure = full_summary().figures[0].model_copy(update={"text": text, "measures": measures})
    assert f"{shown}  " in section(text_of(full_summary(figures=(figure,)), width=120), "FIGURES")


def test_what_was_rejected_again_and_again_is_shown_once() -> None:
    [item] = full_summary().rejected
    other = item.model_copy(update={"text": "Another."})
    lines = section(text_of(full_summary(rejected=(item, other, item, item))), "REJECTED")
    assert lines.count("3,000.”") == 1
    assert "“Halder put the number at 3,000.” (Ines Halder) (3 times)" in lines
    assert "“Another.” (Ines Halder)\n" in lines


def test_minor_actors_are_shown_by_name_only() -> None:
    [actor] = full_summary().actors
    many = tuple(actor.model_copy(update={"name": f"Person {n}"}) for n in range(11))
    lines = section(text_of(full_summary(actors=many)), "ACTORS")
    assert lines.count("mayor") == 8
    assert "also named: Person 8, Person 9, Person 10" in lines


def test_sources_that_can_all_be_right_are_said_to() -> None:
    [conflict] = full_summary().conflicts
    compatible = conflict.model_copy(update={"compatible": True})
    shown = text_of(full_summary(conflicts=(compatible,)))
    assert "sources differ, all may be true" in shown
    assert "cannot" not in shown


def test_sections_without_items_are_named_in_one_line() -> None:
    shown = text_of(empty_summary())
    assert "None found: conflicts, key claims, figures, open questions, actors, rejected." in shown
    assert "CONFLICTS" not in shown


def test_what_the_source_says_of_itself_stands_under_the_headline() -> None:
    lines = text_of(full_summary(), width=200).splitlines()
    assert lines[1] == (
        "“Dam repairs in Orlen may take until autumn” · by Ada Moss, Ib Frey · 2025-03-04 · "
        "updated 2025-03-05 · Orlen Post · https://orlenpost.example/2025/dam"
    )


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"title": "ORLEN counts the cost"}, "by Ada Moss"),
        ({"title": "", "authors": ("", "")}, "2025-03-04 · updated"),
        ({"published": "yesterday", "modified": "yesterday"}, "yesterday · Orlen Post"),
        ({"title": "x" * 400}, "x" * 158 + "… · by"),
    ],
    ids=["the headline is the title", "nothing said", "no date", "too long"],
)
def test_a_source_is_told_shortly(changes: dict[str, object], shown: str) -> None:
    assert shown in text_of(full_summary(source=source(**changes)), width=900).splitlines()[1]


def test_a_source_that_says_nothing_has_no_line() -> None:
    assert text_of(empty_summary()).splitlines()[1] == ""


def test_what_is_marked_stands_before_the_findings() -> None:
    shown = text_of(full_summary())
    assert section(shown, "MARKED").splitlines()[1:] == [
        "  ! instruction: addressed to a model, not to readers",
        "    “Dam repairs in Orlen may take until autumn” s1 1:1",
    ]
    assert shown.index("MARKED 1") < shown.index("CONFLICTS 1")


def test_what_was_left_out_in_reading_is_one_line() -> None:
    assert text_of(full_summary(), width=500).splitlines()[-2] == (
        "Left out in reading: 12 navigation (3,400 characters), 1 hidden (31 characters) “Readers "
        "with a screen see nothing”, 4 zero-width characters. Encoding guessed: windows-1252. "
        "The page says it is in UTF-8 and is not."
    )


def test_the_closing_line_holds_coverage_and_provenance() -> None:
    closing = text_of(full_summary(), width=500).splitlines()[-1]
    for part in ["read all 5 sentences, cited 4", "local/test", "summary@1 (01234567)",
                 "1,203 (900 cached) + 402 tokens, 74 s", DOCUMENT.sha256[:12],
                 "s4 5:1 = sentence 4, line 5, column 1"]:  # fmt: skip
        assert part in closing


def test_a_summary_of_a_part_says_so_first() -> None:
    cut = coverage(complete=False, sentences_read=3, notes=("the end was cut",))
    first, second, *_ = text_of(full_summary(coverage=cut)).splitlines()
    assert first == "! Incomplete: 3 of 5 sentences were read"
    assert second == "! the end was cut"


def test_a_fallback_says_so_first() -> None:
    made = provenance(model="extractive", fallback_for="openai/x")
    first = text_of(full_summary(provenance=made)).splitlines()[0]
    assert first == "! Written by extractive, because openai/x failed"


def test_an_anonymous_speaker_and_none_are_told_apart() -> None:
    piece = evidence("The water board said")
    claims = tuple(
        Claim(text="x", wording="model", status="stated", anonymous=hidden, evidence=(piece,))
        for hidden in (True, False)
    )
    shown = text_of(full_summary(key_claims=claims))
    assert "a source not named" in shown
    assert "the article · stated" in shown


def test_long_quotes_are_shortened_in_the_view_only() -> None:
    long = "The water board said on Monday that about 1,200 households had lost power."
    shown = text_of(full_summary(), quote_length=30)
    assert "“The water board said on…”" in shown
    assert long not in shown
    assert long in render(full_summary(), DOCUMENT, "json", View(quote_length=30))


def test_without_colour_there_is_no_escape_sequence() -> None:
    assert ESCAPE not in text_of(full_summary())


@pytest.mark.parametrize("name", ["FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"])
def test_the_environment_does_not_overrule_the_view(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "1")
    assert ESCAPE not in text_of(full_summary())


def test_colour_changes_nothing_but_colour() -> None:
    coloured = text_of(full_summary(), colour=True)
    assert ESCAPE in coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    strip = [line.rstrip() for line in plain.splitlines()]
    assert "\n".join(strip).rstrip() == text_of(full_summary())


HOSTILE = {
    "rich markup": "[bold red]x[/bold red]",
    "rich link": "[link=http://evil]x[/link]",
    "unclosed rich markup": "[/nothing] [",
    "emoji code": ":warning:",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_markup_in_an_article_is_only_text(words: str) -> None:
    shown = text_of(hostile_summary(words), width=200)
    assert shown.count(words) >= 12


@pytest.mark.parametrize("colour", [True, False])
def test_escape_sequences_in_an_article_never_reach_the_terminal(colour: bool) -> None:
    shown = text_of(hostile_summary("a\x1b[2Jb\x9b\u202ec\x07"), width=200, colour=colour)
    assert "\x1b[2J" not in shown
    assert not {"\x9b", "\u202e", "\x07"} & set(shown)
    assert shown.count("⟨U+001B⟩[2J") >= 12


PAYLOADS = payloads("terminal")
# All that may be between the characters of a view: line ends, and the styles that we use.
STYLE = r"\x1b\[(?:[0-4]|3[136])(?:;(?:[0-4]|3[136]))*m"
STEERS = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def steering(shown: str) -> list[str]:
    """What in a view would act on a terminal, or be seen by no reader."""
    return STEERS.findall(re.sub(STYLE, "", shown))


def test_one_hundred_payloads_do_steer_where_nothing_is_done() -> None:
    acting = [words for words in PAYLOADS.values() if steering(words)]
    assert len(acting) >= 100


@pytest.mark.parametrize("words", PAYLOADS.values(), ids=PAYLOADS)
def test_no_payload_reaches_the_terminal_from_any_field(words: str) -> None:
    summary = hostile_summary(words)
    plain, coloured = text_of(summary, width=100), text_of(summary, width=100, colour=True)

    assert steering(plain) == []
    assert steering(coloured) == []
    assert coloured.endswith("\x1b[0m") or ESCAPE not in coloured.splitlines()[-1]
    assert not re.search(r"[\u0300-\u036f]{5}", plain)
    for line in plain.splitlines():
        assert cell_len(line) <= 100


def hostile_summary(words: str) -> Summary:
    """A summary in which every field that an article or a model can fill holds these words."""
    full = full_summary()
    piece = evidence("Ines Halder").model_copy(update={"quote": words})
    problem = full.rejected[0].problems[0].model_copy(update={"kind": words, "message": words})
    side = full.conflicts[0].sides[0].model_copy(update={"text": words, "speaker": words})
    return full_summary(
        headline=words,
        abstract=words,
        key_claims=(
            full.key_claims[0].model_copy(
                update={"text": words + ".", "speaker": words, "evidence": (piece,)}
            ),
        ),
        actors=(
            Actor(
                name=words, aliases=(words,), kind="person", role=words, salience=0,
                evidence=(piece,),
            ),
        ),
        figures=(
            full.figures[0].model_copy(
                update={"text": words, "measures": words, "speaker": words, "as_of": words}
            ),
        ),
        conflicts=(
            full.conflicts[0].model_copy(
                update={"about": words, "reason": words, "sides": (side,)}
            ),
        ),
        open_questions=(
            full.open_questions[0].model_copy(update={"text": words, "evidence": (piece,)}),
        ),
        rejected=(
            full.rejected[0].model_copy(
                update={"text": words, "speaker": words, "problems": (problem,)}
            ),
        ),
        coverage=coverage(notes=(words,)),
        provenance=provenance(
            served_model=words, model=words, document=words, fallback_for=words, prompt=words
        ),
        source=hostile_source(words),
        marked=(hostile_mark(words),),
    )  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1), st.integers(20, 120))
def test_no_line_is_wider_than_the_view(words: str, width: int) -> None:
    for line in text_of(hostile_summary(words), width=width).splitlines():
        assert cell_len(line) <= width


def test_eighty_columns_break_no_word() -> None:
    words = set(re.findall(r"\w{5,}", text_of(full_summary(), width=400)))
    assert words <= set(re.findall(r"\w{5,}", text_of(full_summary())))


def test_a_narrow_view_lists_figures_instead_of_a_table() -> None:
    lines = section(text_of(full_summary(), width=44), "FIGURES").splitlines()
    assert lines[1:3] == [
        " F1 about 1,200, households (2025-03-03)",
        "    The water board · s2 3:37",
    ]


def test_lines_have_no_trailing_blanks() -> None:
    assert not re.search(r"[ \t]$", text_of(full_summary()), re.MULTILINE)
