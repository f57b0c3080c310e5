"""How many threads: physical cores, within the container's quota."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.models.cores import available_cores, available_cpus


@pytest.fixture
def cpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Eight hardware threads on four cores; this process may use six of them, on three cores."""
    for cpu in range(8):
        folder = tmp_path / f"cpu{cpu}" / "topology"
        folder.mkdir(parents=True)
        (folder / "thread_siblings_list").write_text(f"{cpu % 4},{cpu % 4 + 4}\n")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1, 2, 4, 5, 6}, raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("quota", "cores"),
    [
        ("max 100000", 3),
        ("200000 100000", 2),
        ("50000 100000", 1),
        ("900000 100000", 3),
        ("rubbish", 3),
        (None, 3),
    ],
)
def test_cores(cpus: Path, quota: str | None, cores: int) -> None:
    path = cpus / "cpu.max"
    if quota is not None:
        path.write_text(quota)
    assert available_cores(cpus, path) == cores


def test_threads_count_as_cores_where_nothing_tells_them_apart(tmp_path: Path, cpus: Path) -> None:
    assert available_cores(tmp_path / "nowhere", tmp_path / "nothing") == 6


@pytest.mark.parametrize(
    ("quota", "count"), [("max 100000", 6), ("200000 100000", 2), ("50000 100000", 1), (None, 6)]
)
def test_hardware_threads(cpus: Path, quota: str | None, count: int) -> None:
    path = cpus / "cpu.max"
    if quota is not None:
        path.write_text(quota)
    assert available_cpus(path) == count
