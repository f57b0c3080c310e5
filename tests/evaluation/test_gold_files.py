"""A gold file is loaded whole and right, or refused with all that is wrong with it."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import GoldInvalid
from summarizer.evaluation.gold_files import load_gold, load_gold_file
from tests.evaluation.sample import ARTICLE, GOLD, bridge

Gold = dict[str, Any]


def written(folder: Path, gold: Gold = GOLD, article: str = ARTICLE) -> Path:
    (folder / "bridge.txt").write_text(article, encoding="utf-8")
    path = folder / "bridge.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    return path


def with_change(change: Callable[[Gold], object]) -> Gold:
    gold = copy.deepcopy(GOLD)
    change(gold)
    return gold


def test_a_gold_file_is_loaded_with_its_article(tmp_path: Path) -> None:
    case = load_gold_file(written(tmp_path))

    assert case.slug == "bridge"
    assert case.gold == bridge().gold
    assert case.document.text == ARTICLE


BREAKS: list[tuple[str, Callable[[Gold], object], str]] = [
    ("evidence", lambda g: g["claims"][0].update(evidence=["No such words."]), "c1: evidence"),
    (
        "evidence twice",
        lambda g: g["claims"][0].update(evidence=["bridge"]),
        "times in the article",
    ),
    ("no evidence", lambda g: g["claims"][0].update(evidence=[]), "claims.0.evidence"),
    ("side", lambda g: g["conflicts"][0]["sides"][0].update(evidence=["Not there."]), "Not there."),
    ("id twice", lambda g: g["claims"][1].update(id="c1"), "the id c1 is given 2 times"),
    ("id form", lambda g: g["claims"][0].update(id="claim one"), "claims.0.id"),
    ("name", lambda g: g["actors"][0].update(name="Petra Lind-Qvist"), "does not write"),
    ("speaker", lambda g: g["claims"][0].update(speaker="The king"), "is no actor"),
    ("figure", lambda g: g["figures"][0].update(text="9.2 million euros"), "f1: '9.2 million"),
    ("range", lambda g: g["figures"][0].update(low=9, high=8), "is above high"),
    ("number", lambda g: g["claims"][0].update(text="It would close for 15 weeks."), "number 15"),
    ("hash", lambda g: g.update(article_sha256="0" * 64), "article_sha256"),
    ("date", lambda g: g["figures"][2].update(as_of="in 2023"), "as_of"),
    ("unknown field", lambda g: g.update(notes="x"), "notes"),
    ("no claims", lambda g: g.update(claims=[]), "claims"),
    ("status", lambda g: g["claims"][0].update(status="true"), "claims.0.status"),
]


@pytest.mark.parametrize(
    ("change", "said"), [case[1:] for case in BREAKS], ids=[case[0] for case in BREAKS]
)
def test_what_does_not_hold_is_refused(
    change: Callable[[Gold], object], said: str, tmp_path: Path
) -> None:
    with pytest.raises(GoldInvalid) as caught:
        load_gold_file(written(tmp_path, with_change(change)))

    assert said in caught.value.message
    assert "bridge.json" in caught.value.document


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    def change(gold: Gold) -> None:
        gold["claims"][0].update(speaker="The king")
        gold["figures"][0].update(text="9.2 million euros")

    with pytest.raises(GoldInvalid) as caught:
        load_gold_file(written(tmp_path, with_change(change)))

    assert "The king" in caught.value.message
    assert "9.2 million" in caught.value.message


def test_an_article_that_was_changed_is_seen(tmp_path: Path) -> None:
    with pytest.raises(GoldInvalid, match="article_sha256"):
        load_gold_file(written(tmp_path, article=ARTICLE + "\n"))


def test_a_changed_gold_file_has_another_fingerprint(tmp_path: Path) -> None:
    before = load_gold_file(written(tmp_path)).fingerprint
    changed = with_change(lambda gold: gold["claims"][0].update(grade="acceptable"))

    assert load_gold_file(written(tmp_path, changed)).fingerprint != before
    assert load_gold_file(written(tmp_path)).fingerprint == before


def test_a_folder_is_loaded_by_name(tmp_path: Path) -> None:
    text = written(tmp_path).read_text(encoding="utf-8")
    (tmp_path / "arch.json").write_text(text, encoding="utf-8")

    assert [case.slug for case in load_gold(tmp_path)] == ["arch", "bridge"]
    assert [case.slug for case in load_gold(tmp_path, ["bridge"])] == ["bridge"]


@pytest.mark.parametrize("slugs", [[], ["other"]], ids=["empty folder", "unknown name"])
def test_gold_that_is_not_there_is_refused(slugs: list[str], tmp_path: Path) -> None:
    with pytest.raises(GoldInvalid, match="there is no gold file for"):
        load_gold(tmp_path, slugs)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldInvalid, match="no such folder"):
        load_gold(tmp_path / "gold")


def test_the_articles_hash_is_of_its_bytes(tmp_path: Path) -> None:
    article = ARTICLE.replace("\n", "\r\n")
    gold = {**GOLD, "article_sha256": hashlib.sha256(article.encode()).hexdigest()}
    path = written(tmp_path, gold)
    (tmp_path / "bridge.txt").write_bytes(article.encode())

    assert load_gold_file(path).document.text == article
