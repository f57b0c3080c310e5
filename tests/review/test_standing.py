"""Which decisions count for a version of a summary."""

from __future__ import annotations

from summarizer.review import Decision, Standing, items_of, standing_of, version_of
from tests.render.html.making import decision_on, item_of, record_of, whole

SUMMARY = whole()
ITEMS = items_of(SUMMARY)
VERSION = version_of(SUMMARY)
CLAIM, REJECTED = item_of(SUMMARY, "claim"), item_of(SUMMARY, "rejected")
OTHER = {"result_sha256": "6" * 64}


def standing(*decisions: Decision) -> Standing:
    return standing_of(record_of(SUMMARY, *decisions), ITEMS, VERSION)


def on(verdict: str, **more: object) -> Decision:
    return decision_on(SUMMARY, CLAIM, verdict, **more)


def test_no_record_leaves_all_open_and_is_not_stale() -> None:
    nothing = standing_of(None, ITEMS, VERSION)

    assert not nothing.stale
    assert nothing.counts["open"] == len(ITEMS)


def test_the_last_decision_about_an_item_counts() -> None:
    found = standing(on("accepted"), on("rejected"), on("open", note="Wait"))

    assert found.current[CLAIM.id].note == "Wait"
    assert found.counts == {"open": len(ITEMS)}


def test_a_decision_about_another_summary_does_not_count() -> None:
    found = standing(on("accepted", **OTHER))

    assert found.stale
    assert not found.current
    assert [d.item for d in found.earlier] == [CLAIM.id]
    assert found.earlier_sources == ("summary",)


def test_a_decision_about_another_article_does_not_count() -> None:
    found = standing(on("accepted", document_sha256="7" * 64, **OTHER))

    assert found.stale
    assert found.earlier_sources == ("summary", "article")


def test_a_review_taken_up_again_is_not_stale() -> None:
    found = standing(on("rejected", **OTHER), on("accepted"))

    assert not found.stale
    assert found.counts["accepted"] == 1
    assert len(found.earlier) == 1


def test_an_item_changed_by_hand_makes_the_review_stale() -> None:
    edited = SUMMARY.key_claims[0].model_copy(update={"text": "About 9,000 lost power."})
    changed = SUMMARY.model_copy(update={"key_claims": (edited, *SUMMARY.key_claims[1:])})

    found = standing_of(record_of(SUMMARY, on("accepted")), items_of(changed), VERSION)

    assert found.stale
    assert [d.item for d in found.gone] == [CLAIM.id]


def test_what_readers_are_told_is_counted_apart() -> None:
    found = standing(on("accepted"), decision_on(SUMMARY, REJECTED, "rejected"))

    assert (found.counts["rejected"], found.published["rejected"]) == (1, 0)
    assert found.published["accepted"] == 1


def test_a_summary_without_a_hash_has_a_version_of_its_content() -> None:
    bare = SUMMARY.provenance.model_copy(update={"result_sha256": ""})
    one = SUMMARY.model_copy(update={"provenance": bare})
    two = one.model_copy(update={"headline": "Another"})

    assert version_of(one) == version_of(one)
    assert version_of(one).result_sha256 != version_of(two).result_sha256
