"""The room that is set aside for results under way."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import StoreFull
from summarizer.store.reserve import Reserve

SIZE = 10_000


@pytest.fixture
def reserve(tmp_path: Path) -> Reserve:
    return Reserve(tmp_path / "s.db", SIZE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "s.db-reserve"


def free(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    usage = type("Usage", (), {"free": size})
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)


def test_it_takes_real_room(reserve: Reserve, file: Path) -> None:
    reserve.ensure()

    assert file.stat().st_size == SIZE
    assert len(set(file.read_bytes())) > 200  # a file system could squeeze zeros to nothing


def test_it_is_made_once(reserve: Reserve, file: Path) -> None:
    reserve.ensure()
    before = file.read_bytes()
    reserve.ensure()

    assert file.read_bytes() == before


def test_it_can_be_given_up_once(reserve: Reserve, file: Path) -> None:
    reserve.ensure()

    assert reserve.give_up()
    assert not file.exists()
    assert not reserve.give_up()


@pytest.mark.parametrize(("times", "enough"), [(3.9, False), (4, True)])
def test_it_is_made_anew_only_where_there_is_ample_room(
    reserve: Reserve, file: Path, monkeypatch: pytest.MonkeyPatch, times: float, enough: bool
) -> None:
    free(monkeypatch, int(times * SIZE))

    if enough:
        reserve.ensure()
    else:
        with pytest.raises(StoreFull, match="the disk is full"):
            reserve.ensure()

    assert file.exists() == enough


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT], ids=["disk", "quota"])
def test_a_disk_that_fills_up_meanwhile_is_full(
    reserve: Reserve, file: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    refuse(monkeypatch, code)

    with pytest.raises(StoreFull):
        reserve.ensure()

    assert list(file.parent.iterdir()) == []


def test_another_limit_does_not_stop_the_work(
    reserve: Reserve, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, errno.EFBIG)

    reserve.ensure()

    assert list(file.parent.iterdir()) == []


def refuse(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def replace(*_: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "replace", replace)
