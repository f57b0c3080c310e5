from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.evaluation.report import ReportRun, render_html
from summarizer.evaluation.report.articles import VERDICTS
from summarizer.evaluation.results import FIELDS
from summarizer.render.inert import inert

from .hostile import HOSTILE
from .pages import Element, marked, read, structure
from .sample import Sample

SAMPLE = Sample()


@cache
def page_with(word: str) -> Element:
    return read(render_html(Sample(word).data()))


PLAIN = page_with("plain")
PAGE = page_with("")


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_change_no_tag_and_no_attribute(word: str) -> None:
    page = page_with(word)

    assert structure(page) == structure(PLAIN)
    assert not [name for e in page.all() for name in e.attributes if name.startswith("on")]


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("<>\"'&/=!-{}%#\\` \n") | st.characters(codec="utf-8")))
def test_no_words_at_all_change_a_tag_or_an_attribute(word: str) -> None:
    assert structure(read(render_html(Sample(f"a{word}a").data()))) == structure(PLAIN)


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_shown_as_they_are_and_nothing_in_them_hides(word: str) -> None:
    page = page_with(word)

    claim = page.all("button", "item", "gold")[0]
    assert f"340 people were stranded {inert(word)}.".split() == claim.one("span").text.split()
    shown = page.text.replace("\n", " ")
    assert inert(shown).split() == shown.split()


def test_the_page_can_be_written_as_utf_8_whatever_is_in_it() -> None:
    document = dataclasses.replace(SAMPLE.case.document, text=SAMPLE.text + "a\ud800b")
    case = dataclasses.replace(SAMPLE.case, document=document)

    assert "a⟨U+D800⟩b".encode() in render_html(SAMPLE.data(cases=(case,))).encode()


def test_nothing_is_loaded_and_links_stay_on_the_page() -> None:
    loading = {"src", "srcset", "action", "formaction", "data", "poster", "style", "srcdoc"}
    ids = {e.attributes["id"] for e in PAGE.all() if "id" in e.attributes}

    assert not [e for e in PAGE.all() if loading & set(e.attributes)]
    assert not [e.tag for e in PAGE.all() if e.tag in ("link", "iframe", "img", "object", "base")]
    assert "url(" not in PAGE.one("style").text
    assert "@import" not in PAGE.one("style").text
    for link in PAGE.all("a"):
        assert link.attributes["href"].removeprefix("#") in ids
        assert link.attributes["href"].startswith("#")


@pytest.mark.parametrize("part", ["style", "script"])
def test_the_policy_allows_this_pages_own_parts_by_hash_and_no_other(part: str) -> None:
    [policy] = [
        e.attributes["content"]
        for e in PAGE.all("meta")
        if e.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    digest = hashlib.sha256(PAGE.one(part).text.encode()).digest()

    assert f"{part}-src 'sha256-{base64.b64encode(digest).decode()}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


def words(element: Element) -> str:
    return " ".join(element.text.split())


def rows(page: Element = PAGE, run: int = 0) -> list[Element]:
    [section] = [s for s in page.all("section", "run") if s.attributes["data-run"] == str(run)]
    return section.all("li", "row")


def test_a_pair_stands_in_one_row_with_its_similarity_and_what_is_wrong_in_it() -> None:
    row = rows()[0]

    assert "partly" in row.classes
    assert row.one("button", "gold").text == "c1 340 people were stranded."
    assert row.one("button", "shown").text == "claim 1 About 340 were stranded."
    assert row.one("p", "verdict").text.split() == ["≈", "partly", "0.93"]
    assert [li.text for li in row.one("ul", "attributes").all("li")] == [
        "✓ speaker",
        "✗ status: gold “attributed”, shown “stated”",
    ]


def test_what_one_side_only_has_stands_alone() -> None:
    claims = [(words(r.one("p", "verdict")), len(r.all("button"))) for r in rows()[:5]]

    assert claims == [
        ("≈ partly 0.93", 2),
        ("○ missed", 1),
        ("○ missed", 1),
        ("✗ wrong", 1),
        ("+ extra", 1),
    ]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_is_a_sign_and_a_word_not_only_a_colour(verdict: str) -> None:
    sign, word, _ = next(words for name, words in VERDICTS.items() if name == verdict)
    found = [row for run in (0, 1) for row in rows(run=run) if verdict in row.classes]

    assert found
    for row in found:
        assert row.one("p", "verdict").text.startswith(f"{sign} {word}")


def test_choosing_an_item_marks_exactly_its_evidence() -> None:
    summary = SAMPLE.summary()
    row = rows()[0]
    conflict = next(r for r in rows() if r.all("button", "shown") and "x1" in r.text)

    [claim] = summary.key_claims[0].evidence
    assert marked(row.one("button", "shown")) == [claim.quote]
    assert marked(row.one("button", "gold")) == list(SAMPLE.case.gold.claims[0].evidence)
    assert marked(conflict.one("button", "shown")) == ["About 340", "more than 500"]


def test_every_item_with_evidence_marks_some_and_the_article_is_whole() -> None:
    for button in PAGE.all("button", "item"):
        assert all(words.strip() for words in marked(button))
    assert PAGE.one("div", "text").text == SAMPLE.text
    assert sum(bool(b.attributes["data-e"]) for b in PAGE.all("button", "item")) > 20


def test_what_must_not_be_said_and_is_stands_out_at_the_top_and_in_its_article() -> None:
    [top, there] = PAGE.all("div", "loud")

    assert "A · local/test · summary@1: 1 must-not hit" in top.text
    assert "It sank." in there.text
    assert "claim 4" in there.text
    assert "stops for a week" in there.text
    assert "⚠ A: 1 must-not" in PAGE.one("details", "article").all("summary")[0].text
    assert [r.one("p", "verdict").text for r in rows() if "must" in r.classes] == [
        "⚠ said",
        "✓ avoided",
    ]


def test_a_report_without_a_hit_has_no_alarm() -> None:
    run = SAMPLE.run("summary@2", found_all=True)

    page = read(render_html(SAMPLE.data(runs=(run,), comparisons=())))

    assert not page.all("div", "loud")


def test_the_matchers_agreement_stands_beside_every_f1() -> None:
    for title in ["Overview", "Claims", "Actors", "Figures", "Conflicts", "Open questions"]:
        [heading] = [h for h in PAGE.all("h2") if h.text == title]
        section = heading.within("section")
        assert "AUC 0.86 on 300 pairs" in section.all("p", "agreement")[0].text


def test_a_change_has_its_numbers_its_picture_and_its_verdict() -> None:
    table = PAGE.one("table", "changes")
    first, second, third, fourth = table.one("tbody").all("tr")[:4]

    assert cells(first) == [
        *("Claims: F1", "0.40", "0.80", "+0.40 +0.10 to +0.70 p 0.01", ""),
        *("▲ better", "7 of 9", "±0.20"),
    ]
    assert cells(second)[3:6] == ["−0.30 −0.50 to −0.10 p 0.02", "", "▼ worse"]
    assert cells(third)[5:7] == ["= the same in every article", "0 of 3"]
    assert cells(fourth)[1:6] == ["–", "–", "–", "", "= not measured"]
    label = first.one("svg", "track").attributes["aria-label"]
    assert label == "Difference in Claims: F1: +0.40, interval +0.10 to +0.70"


def cells(row: Element) -> list[str]:
    return [words(e) for e in row.all() if e.tag in ("th", "td")]


def test_the_gates_reasons_and_what_must_never_happen_are_told() -> None:
    gate = PAGE.one("div", "gate")

    assert "✗ The gate fails" in gate.text
    assert "figures.f1 is worse by 0.30" in gate.one("ul").text
    assert "too few articles to show a loss: Actors: F1" in gate.text
    assert words(PAGE.one("p", "never")) == (
        "Must never happen: ⚠ must-not hits 1, was 0 (more in ferry) · "
        "evidence not verbatim 2, was 2"
    )


def test_items_that_flipped_are_named() -> None:
    [flip] = PAGE.one("ul", "flips").all("li")

    assert words(flip) == "▲ gained Claims c2 Nobody was told."


def test_every_plot_says_in_words_what_it_draws() -> None:
    drawn = [e for e in PAGE.all("svg", "track") if "axis" not in e.classes]

    assert len(drawn) == 2 * len(FIELDS) + 1 + 3
    for track in drawn:
        assert track.attributes["role"] == "img"
        assert track.attributes["aria-label"]
    labels = [track.attributes["aria-label"] for track in drawn]
    assert "Claims F1 of run A: 0.40, interval 0.31 to 0.87" in labels
    assert "Open questions F1 of run B: nothing to count" in labels
    assert "Claims recall of ferry: run A 0.33; run B 0.67" in labels


def test_there_is_a_filter_for_every_verdict_and_field_that_the_style_knows() -> None:
    boxes = {e.attributes["data-hide"] for e in PAGE.all("input") if "data-hide" in e.attributes}
    style = PAGE.one("style").text

    assert boxes == {*VERDICTS, *FIELDS, "must_not"}
    for box in boxes:
        assert re.search(rf"\.hide-{box} \.(row|field)\.{box}\b", style)


def test_a_run_without_its_summary_shows_scores_and_says_so() -> None:
    run = SAMPLE.run("summary@1", found_all=False)
    bare = ReportRun(run.score)

    page = read(render_html(SAMPLE.data(runs=(bare,), comparisons=())))

    assert "The summary itself is not at hand" in page.text
    assert rows(page)[0].one("button", "shown").text == "claim 1 (the summary is not at hand)"


def test_a_failure_is_told_where_the_summary_would_be() -> None:
    run = dataclasses.replace(
        SAMPLE.run("summary@1", found_all=False), summaries={}, failures={"ferry": "timed out"}
    )

    page = read(render_html(SAMPLE.data(runs=(run,), comparisons=())))

    assert "✗ No summary: timed out" in page.one("section", "run").text


def test_an_article_that_no_run_has_a_score_for_is_shown_without_one() -> None:
    page = read(render_html(SAMPLE.data(runs=(), comparisons=())))

    assert "No run has a score for it." in page.one("details", "article").text


def test_articles_whose_names_differ_in_signs_only_have_anchors_of_their_own() -> None:
    cases = tuple(dataclasses.replace(SAMPLE.case, slug=slug) for slug in ("a b", "a-b", "«»", "é"))

    page = read(render_html(SAMPLE.data(cases=cases, comparisons=())))

    anchors = [details.attributes["id"] for details in page.all("details", "article")]
    assert len(set(anchors)) == len(cases)
    assert all(re.fullmatch(r"article-[a-z0-9-]+", anchor) for anchor in anchors)


def test_an_articles_words_are_in_the_page_once_however_many_runs() -> None:
    runs = tuple(SAMPLE.run(f"summary@{n}", found_all=True) for n in range(4))

    page = read(render_html(SAMPLE.data(runs=runs, comparisons=())))

    assert page.text.count("Captain Lena Brandt spoke of more than 500") == 1


def test_sixteen_long_articles_and_four_runs_stay_under_five_megabytes() -> None:
    small = SAMPLE.summary()
    small = SAMPLE.summary(
        key_claims=small.key_claims[:1] * 30,
        actors=small.actors * 20,
        figures=small.figures * 40,
    )
    document = dataclasses.replace(
        SAMPLE.case.document, text=SAMPLE.text + "More words here. " * 900
    )
    cases = tuple(
        dataclasses.replace(SAMPLE.case, slug=f"ferry-{n}", document=document) for n in range(16)
    )
    score = SAMPLE.score(found_all=True)
    claims = score.fields["claims"].model_copy(update={"extra": tuple(range(2, 30))})
    figures = score.fields["figures"].model_copy(update={"extra": tuple(range(1, 40))})
    actors = score.fields["actors"].model_copy(update={"extra": tuple(range(1, 20))})
    fields = {**score.fields, "claims": claims, "figures": figures, "actors": actors}
    base = SAMPLE.run("summary@1", found_all=True)
    articles = tuple(
        score.model_copy(update={"slug": case.slug, "fields": fields}) for case in cases
    )
    run = ReportRun(
        base.score.model_copy(update={"articles": articles}), {c.slug: small for c in cases}
    )

    page = render_html(SAMPLE.data(cases=cases, runs=(run,) * 4, comparisons=()))

    assert page.count('class="row extra"') == 4 * 16 * (28 + 39 + 19)
    assert len(page.encode()) < 5_000_000
