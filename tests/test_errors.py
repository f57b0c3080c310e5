"""The tree of errors: each says what, to which document and what to do, and survives a process."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from summarizer import errors
from summarizer.errors import SummarizerError

# Documented for the command: 2 bad input, 4 the model or its provider, 5 documents of a batch left
# undone, 130 interrupted.
EXIT_CODES = {1, 2, 4, 5, 130}


def family(root: type[SummarizerError]) -> Iterator[type[SummarizerError]]:
    yield root
    for child in root.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from family(child)


EVERY = pytest.mark.parametrize("cls", list(family(SummarizerError)), ids=lambda cls: cls.__name__)


def test_every_class_of_the_module_is_of_the_tree() -> None:
    classes = {item for item in vars(errors).values() if isinstance(item, type)}
    own = {cls for cls in classes if cls.__module__ == errors.__name__}

    assert own == set(family(SummarizerError))


@EVERY
def test_an_error_survives_pickling_with_all_it_knows(cls: type[SummarizerError]) -> None:
    error = cls("it broke", document="a.txt", remedy="Mend it")
    error.attempts = 3  # type: ignore[attr-defined] - what a caller adds travels too

    copy = pickle.loads(pickle.dumps(error))

    assert type(copy) is cls
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)
    assert copy.args == error.args
    assert copy.exit_code == error.exit_code


@EVERY
def test_an_error_names_its_document_and_its_remedy(cls: type[SummarizerError]) -> None:
    error = cls("it broke", document="a.txt", remedy="Mend it")

    assert str(error) == "a.txt: it broke. Mend it"


@EVERY
def test_an_exit_code_is_one_of_those_documented(cls: type[SummarizerError]) -> None:
    assert cls.exit_code in EXIT_CODES


@EVERY
def test_an_error_says_what_it_means(cls: type[SummarizerError]) -> None:
    assert (cls.__doc__ or "").strip()


@EVERY
def test_a_default_remedy_stands_where_none_is_given(cls: type[SummarizerError]) -> None:
    assert cls("it broke").remedy == cls.default_remedy


def test_an_error_without_a_document_or_a_remedy_is_its_message() -> None:
    assert str(SummarizerError("it broke")) == "it broke"


def test_a_document_can_be_named_later_and_only_once() -> None:
    error = SummarizerError("it broke").about("a.txt").about("b.txt")

    assert error.document == "a.txt"
    assert isinstance(error, SummarizerError)


def test_what_is_added_to_a_message_is_part_of_it() -> None:
    error = SummarizerError("it broke", remedy="Mend it").adding(" (again)")

    assert (str(error), error.args) == ("it broke (again). Mend it", ("it broke (again)",))


def test_an_error_that_is_kept_holds_no_frames_and_no_other_error() -> None:
    article = "words of the article"
    caught: list[SummarizerError] = []
    for cause in (None, ValueError(article)):
        try:
            try:
                raise KeyError(article)
            except KeyError:
                raise SummarizerError("it broke") from cause
        except SummarizerError as error:
            caught.append(error.bare())

    assert [(e.__traceback__, e.__cause__, e.__context__) for e in caught] == [(None,) * 3] * 2


@pytest.mark.parametrize(
    ("cls", "code"),
    [
        (errors.InputError, 2),
        (errors.ModelError, 4),
        (errors.RunCancelled, 130),
    ],
)
def test_a_branch_shares_its_exit_code(cls: type[SummarizerError], code: int) -> None:
    assert {member.exit_code for member in family(cls)} == {code}
