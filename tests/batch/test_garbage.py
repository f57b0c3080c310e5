"""What is set aside during a run, and given back after it."""

from __future__ import annotations

import gc
import weakref

import pytest

from summarizer import summarize_many
from summarizer.batch.garbage import modules_set_aside


class Node:
    """Holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def thawed() -> None:
    gc.unfreeze()


def test_what_is_there_is_set_aside_and_given_back() -> None:
    with modules_set_aside():
        assert gc.get_freeze_count() > 0

    assert gc.get_freeze_count() == 0


def test_garbage_that_is_made_meanwhile_is_found() -> None:
    with modules_set_aside():
        node = weakref.ref(Node())
        gc.collect()

        assert node() is None


def test_garbage_from_before_is_found_afterwards() -> None:
    node = weakref.ref(Node())
    with modules_set_aside():
        gc.collect()
    gc.collect()

    assert node() is None


def test_what_a_program_has_frozen_stays_frozen() -> None:
    gc.freeze()
    before = gc.get_freeze_count()
    with modules_set_aside():
        pass

    assert gc.get_freeze_count() == before


def test_a_run_that_is_broken_off_gives_back_what_it_set_aside() -> None:
    run = summarize_many(["The bridge was closed on Monday."] * 4, model="extractive")
    next(run)
    assert gc.get_freeze_count() > 0

    run.close()

    assert gc.get_freeze_count() == 0
