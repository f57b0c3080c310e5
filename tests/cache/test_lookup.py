"""The store as ``summarize`` uses it: nothing is paid twice, and nothing is lost to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from summarizer import Document, Options, summarize, summarize_many
from summarizer.cache import Cache
from summarizer.document import Origin
from summarizer.errors import AnswerRefused, ModelUnavailable, StoreError
from summarizer.models import resolve
from summarizer.pipeline import summarize_in_turn
from summarizer.store import Store
from summarizer.summary import Summary
from summarizer.testing import FakeModel

TEXT = "About 1,200 households lost power on Friday, the grid company said."
ONE = "summary@1"
"""A prompt that asks once a document, so that questions can be counted."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.db") as opened:
        yield opened


def asked(cache: Cache | None, model: FakeModel, text: str = TEXT, name: str = "a.txt") -> Summary:
    document = Document.from_text(text, name=name)
    return summarize(document, model=model, prompt=ONE, options=Options(cache=cache))


def test_the_same_article_is_asked_about_once(store: Store) -> None:
    model = FakeModel()

    first, second = (asked(Cache(store), model) for _ in range(2))

    assert first == second
    assert len(model.requests) == 1


def test_without_a_cache_nothing_is_kept() -> None:
    model = FakeModel()
    for _ in range(2):
        asked(None, model)

    assert len(model.requests) == 2


def test_a_batch_and_a_single_document_share_their_results(store: Store) -> None:
    model = FakeModel()
    asked(Cache(store), model)
    list(summarize_many([TEXT], model=model, prompt=ONE, store=store))
    assert len(model.requests) == 1

    list(summarize_many(["Another."], model=model, prompt=ONE, store=store))
    asked(Cache(store), model, "Another.")
    assert len(model.requests) == 2


def test_many_take_the_cache_of_the_options(store: Store) -> None:
    model = FakeModel()
    for _ in range(2):
        options = Options(cache=Cache(store))
        list(summarize_many([TEXT], model=model, prompt=ONE, options=options))

    assert len(model.requests) == 1


def test_refresh_asks_anew_and_keeps_the_new(store: Store) -> None:
    model = FakeModel()
    first = asked(Cache(store), model)

    second = asked(Cache(store, refresh=True), model)

    assert second.provenance.created > first.provenance.created
    assert asked(Cache(store), model) == second
    assert len(model.requests) == 2


def test_the_first_of_two_that_were_computed_at_once_is_kept(store: Store) -> None:
    """Each looked before the other had kept its own."""

    class Late(FakeModel):
        def ask(self, *args: object, **kwargs: object):  # type: ignore[no-untyped-def]
            answer = super().ask(*args, **kwargs)  # type: ignore[arg-type]
            early.append(asked(Cache(store), FakeModel()))
            return answer

    early: list[Summary] = []
    asked(Cache(store), Late())

    assert asked(Cache(store), FakeModel()) == early[0]


def test_what_is_found_is_told_with_the_name_and_the_source_of_the_document(store: Store) -> None:
    heard: list[Summary] = []
    made = asked(Cache(store), FakeModel())
    page = Document.from_text(TEXT, name="b.html", origin=Origin(title="Storm"))

    options = Options(cache=Cache(store, on_found=heard.append))
    found = summarize(page, model=FakeModel(), prompt=ONE, options=options)

    assert heard == [found]
    assert (found.provenance.document, found.source.title) == ("b.html", "Storm")
    assert found.provenance.created == made.provenance.created
    assert found.provenance.prompt_tokens == made.provenance.prompt_tokens


def never(*_: object) -> FakeModel:
    raise AssertionError("the model was opened")


def test_a_model_is_not_opened_for_what_is_known(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    monkeypatch.setattr(resolve, "open_model", lambda *_: FakeModel())
    options = Options(cache=Cache(store))
    list(summarize_in_turn([TEXT], model="fake/model", prompt=ONE, options=options))
    monkeypatch.setattr(resolve, "open_model", never)

    for _ in range(2):
        (found,) = summarize_in_turn([TEXT], model="fake/model", prompt=ONE, options=options)
        assert isinstance(found, Summary)
        summarize(TEXT, model="fake/model", prompt=ONE, options=options)


def test_an_error_is_not_kept(store: Store) -> None:
    with pytest.raises(AnswerRefused):
        asked(Cache(store), FakeModel(error=AnswerRefused("declined")))

    model = FakeModel()
    asked(Cache(store), model)
    assert len(model.requests) == 1


def test_what_no_model_said_is_not_kept(store: Store) -> None:
    """It costs nothing, and the model is asked again when it is back."""
    options = Options(cache=Cache(store), fallback=("extractive",))
    down = FakeModel(error=ModelUnavailable("down"))
    summarize(TEXT, model=down, prompt=ONE, options=options)
    summarize(TEXT, model="extractive", options=options)
    assert store.size().summaries == 0

    back = summarize(TEXT, model=FakeModel(), prompt=ONE, options=options)
    assert back.provenance.model == "fake/model"


def test_nor_is_it_taken_from_a_batch_that_kept_it(store: Store) -> None:
    options = Options(fallback=("extractive",))
    down = FakeModel(error=ModelUnavailable("down"))
    list(summarize_many([TEXT], model=down, prompt=ONE, options=options, store=store))
    assert store.size().summaries == 1

    options = Options(cache=Cache(store), fallback=("extractive",))
    back = summarize(TEXT, model=FakeModel(), prompt=ONE, options=options)

    assert back.provenance.model == "fake/model"


def test_a_fallback_that_spoke_is_kept_and_says_so(store: Store) -> None:
    class Second(FakeModel):
        id = "fake/second"

    second = Second()
    for _ in range(2):
        options = Options(cache=Cache(store), fallback=(second,))
        down = FakeModel(error=ModelUnavailable("down"))
        summary = summarize(TEXT, model=down, prompt=ONE, options=options)
        assert summary.provenance.fallback_for == "fake/model"

    assert len(second.requests) == 1


def locked(path: Path) -> object:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    return connection


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 0x53756D31")
        connection.execute("PRAGMA user_version = 99")


UNUSABLE: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "no database": lambda path: path.write_text("A text of mine. " * 100, "utf-8"),
    "in no folder": lambda path: path.parent.joinpath("store").write_text("x", "utf-8"),
    "locked": locked,
    "of a newer version": newer,
}


@pytest.mark.parametrize("spoil", UNUSABLE.values(), ids=UNUSABLE)
def test_a_store_that_cannot_be_used_costs_no_summary(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    path = tmp_path / "store" / "s.db" if spoil is UNUSABLE["in no folder"] else tmp_path / "s.db"
    if spoil is UNUSABLE["in no folder"]:
        (tmp_path / "store").write_text("x", "utf-8")
    else:
        kept = spoil(path)  # noqa: F841 - a lock lasts as long as its connection
    told: list[StoreError] = []
    model = FakeModel()
    with Store(path, busy_seconds=0.0) as store:
        cache = Cache(store, on_failure=told.append)
        for _ in range(3):
            asked(cache, model)

    assert len(told) == 1
    assert len(model.requests) == 3


class Full(Store):
    """A store that can be read, on a disk that is full."""

    def keep(self, *_: object, **__: object) -> None:
        raise StoreError("the disk is full")


def test_one_that_cannot_be_written_is_still_read(store: Store) -> None:
    model, told = FakeModel(), list[StoreError]()
    asked(Cache(store), model)
    with Full(store.path) as full:
        cache = Cache(full, on_failure=told.append)
        for text in (TEXT, "Another.", "A third.", TEXT):
            asked(cache, model, text)

    assert len(told) == 1
    assert len(model.requests) == 3


def test_a_result_that_somebody_else_has_written_is_made_anew(store: Store) -> None:
    model = FakeModel()
    asked(Cache(store), model)
    store.close()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE results SET summary = '{}'")
        connection.commit()

    asked(Cache(store), model)

    assert len(model.requests) == 2


def test_a_name_that_is_no_unicode_is_no_obstacle(store: Store) -> None:
    model = FakeModel()

    names = [asked(Cache(store), model, name="caf\udce9").provenance.document for _ in range(2)]

    assert names == ["caf\udce9"] * 2
    assert len(model.requests) == 1
