from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.simulated_runs import World, simulated_pair
from summarizer.errors import InputError
from summarizer.evaluation.baselines import (
    Baseline,
    NoBaseline,
    StaleBaseline,
    baseline_path,
    comparable_baselines,
    load_baseline,
    save_baseline,
)
from summarizer.evaluation.results import RunKey, RunScore

KEY = RunKey(
    model="local/qwen2.5-coder-1.5b",
    prompt="summary@1",
    prompt_fingerprint="f1",
    schema_sha256="s1",
    gold="g1",
)


def run(**key: str) -> RunScore:
    scored, _ = simulated_pair(World(articles=2), np.random.default_rng(0))
    return scored.model_copy(update={"key": KEY.model_copy(update=key)})


def key(**update: str) -> RunKey:
    return KEY.model_copy(update=update)


def test_what_was_saved_is_what_is_loaded(tmp_path: Path) -> None:
    path = save_baseline(tmp_path / "baselines", run())

    assert load_baseline(tmp_path / "baselines", KEY) == Baseline(path, run(), same_prompt=True)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_the_same_scores_make_the_same_file(tmp_path: Path) -> None:
    one, other = save_baseline(tmp_path / "a", run()), save_baseline(tmp_path / "b", run())

    assert one.read_bytes() == other.read_bytes()


def test_there_may_be_none(tmp_path: Path) -> None:
    assert load_baseline(tmp_path, KEY) == NoBaseline(baseline_path(tmp_path, KEY))
    assert comparable_baselines(tmp_path / "nowhere", KEY) == []


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"gold": "g2"}, "gold changed"),
        ({"schema_sha256": "s2"}, "schema changed"),
        ({"gold": "g2", "schema_sha256": "s2"}, "gold changed"),
        ({"gold": "g2", "prompt_fingerprint": "f2"}, "gold changed"),
    ],
    ids=["gold", "schema", "both", "gold-and-prompt"],
)
def test_a_changed_measure_is_never_passed_off_as_the_old(
    tmp_path: Path, changed: dict[str, str], why: str
) -> None:
    path = save_baseline(tmp_path, run())

    found = load_baseline(tmp_path, key(**changed))

    assert isinstance(found, StaleBaseline)
    assert (found.path, found.why) == (path, why)
    assert f"stale: {why}, not comparable" in found.message
    assert comparable_baselines(tmp_path, key(**changed)) == []


def test_a_prompt_with_new_content_is_compared_and_said_to_be_new(tmp_path: Path) -> None:
    save_baseline(tmp_path, run())

    found = load_baseline(tmp_path, key(prompt_fingerprint="f2"))

    assert isinstance(found, Baseline)
    assert not found.same_prompt


def test_a_new_prompt_is_compared_with_the_baseline_of_another(tmp_path: Path) -> None:
    save_baseline(tmp_path, run())
    new = key(prompt="summary@2", prompt_fingerprint="f2")

    assert isinstance(load_baseline(tmp_path, new), NoBaseline)
    found = load_baseline(tmp_path, new, prompt="summary@1")

    assert isinstance(found, Baseline)
    assert found.run.key == KEY


def test_all_that_can_be_compared_with_are_found(tmp_path: Path) -> None:
    save_baseline(tmp_path, run())
    save_baseline(tmp_path, run(model="extractive", prompt="", prompt_fingerprint=""))
    save_baseline(tmp_path, run(prompt="summary@0", gold="g0"))

    found = comparable_baselines(tmp_path, key(prompt="summary@2"))

    assert [baseline.run.key.model for baseline in found] == ["extractive", KEY.model]


def test_a_file_name_can_be_read_and_is_safe() -> None:
    assert baseline_path(Path(), KEY).name.startswith("local-qwen2.5-coder-1.5b--summary@1.")
    assert baseline_path(Path(), key(model="extractive", prompt="")).name.startswith("extractive.")


@given(st.text(), st.text())
def test_no_name_leaves_the_folder(model: str, prompt: str) -> None:
    path = baseline_path(Path("folder"), key(model=model, prompt=prompt))

    assert path.parent == Path("folder")
    assert set(path.name) <= set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._@-"
    )
    assert len(path.name) <= 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a/b", "p"), ("a-b", "p")),
        (("a--b", "c"), ("a", "b--c")),
        (("a", "b"), ("A", "B")),
        (("x" * 200, "p"), ("x" * 201, "p")),
    ],
    ids=["unsafe", "joined", "case", "long"],
)
def test_two_contestants_never_share_a_file(one: tuple[str, str], other: tuple[str, str]) -> None:
    names = {
        baseline_path(Path(), key(model=model, prompt=prompt)).name.lower()
        for model, prompt in (one, other)
    }

    assert len(names) == 2


@pytest.mark.parametrize(
    "content",
    ["", "{}", "not json", '{"key": 1, "articles": []}'],
    ids=["empty", "no-run", "no-json", "no-key"],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: str) -> None:
    path = baseline_path(tmp_path, KEY)
    path.write_text(content)

    with pytest.raises(InputError, match="is no baseline") as caught:
        load_baseline(tmp_path, KEY)

    assert caught.value.document == str(path)


def test_the_scores_of_another_are_refused_under_this_name(tmp_path: Path) -> None:
    path = save_baseline(tmp_path, run())
    held = json.loads(path.read_text())
    held["key"]["model"] = "openai/better"
    path.write_text(json.dumps(held))

    with pytest.raises(InputError, match="openai/better"):
        load_baseline(tmp_path, KEY)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_baseline(tmp_path, run())
    before = path.read_bytes()

    def fail(self: Path, target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        save_baseline(tmp_path, run(prompt_fingerprint="f2"))

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
