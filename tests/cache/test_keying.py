"""What makes a result another one: the model and where it runs, and who speaks in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Document
from summarizer.cache.keying import Keys, parameters_of
from summarizer.models import LocalOptions, Settings
from summarizer.models.catalog import known_models
from summarizer.prompts import load_prompt
from summarizer.testing import FakeModel

DOCUMENT = Document("One was closed.", name="a.txt")
HERE, THERE = Settings(base_url="http://here/v1"), Settings(base_url="http://there/v1")
PROMPT = load_prompt("summary@1")
BASE = Keys("mine/model", PROMPT, HERE, ())

OTHERS = {
    "model": Keys("mine/other", PROMPT, HERE, ()),
    "prompt": Keys("mine/model", load_prompt("summary@2"), HERE, ()),
    "server": Keys("mine/model", PROMPT, THERE, ()),
    "fallback": Keys("mine/model", PROMPT, HERE, ("extractive",)),
}


@pytest.mark.parametrize("keys", OTHERS.values(), ids=OTHERS)
def test_a_result_depends_on_it(keys: Keys) -> None:
    assert keys.of(DOCUMENT).digest != BASE.of(DOCUMENT).digest


def test_the_name_of_the_document_is_no_part_of_it() -> None:
    assert BASE.of(Document(DOCUMENT.text, name="b.txt")) == BASE.of(DOCUMENT)


def test_a_password_in_an_address_is_in_no_key() -> None:
    settings = Settings(base_url="https://user:secret@here:8000/v1?key=secret")
    assert parameters_of("mine/model", settings) == {"server": "https://here:8000/v1"}


def test_known_weights_are_told_by_their_hash() -> None:
    name, entry = next(iter(known_models().items()))
    told = parameters_of(f"local/{name}", Settings())
    assert told["weights"] == entry.sha256
    larger = Settings(local=LocalOptions(context_tokens=4096))
    assert parameters_of(f"local/{name}", larger) != told


def test_other_weights_in_the_same_file_are_another_model(tmp_path: Path) -> None:
    path = tmp_path / "own.gguf"
    path.write_bytes(b"GGUF one")
    before = parameters_of(f"local/{path}", Settings())
    path.write_bytes(b"GGUF another")
    assert parameters_of(f"local/{path}", Settings()) != before
    path.unlink()
    assert parameters_of(f"local/{path}", Settings())["weights"] == str(path)


def test_an_open_model_tells_its_parameters_itself() -> None:
    class Tuned(FakeModel):
        parameters = {"temperature": 0.7, "without": ["seed"]}  # type: ignore[assignment]  # noqa: RUF012

    assert parameters_of(Tuned(), Settings()) == {"temperature": 0.7}
