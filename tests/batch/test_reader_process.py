"""What a reader process answers, asked without a process."""

from __future__ import annotations

import os
import pickle
from typing import Any

import pytest

from summarizer import Document
from summarizer.batch.reader_process import answer
from summarizer.errors import SourceEmpty, SummarizerError


def answered(*message: object) -> Any:
    return pickle.loads(answer(pickle.dumps(message)))


def test_an_article_is_read() -> None:
    done, read = answered(60, "read", Document.from_text("The bridge was closed on Monday."))
    assert done
    assert read.analysis.document.text == "The bridge was closed on Monday."


def test_an_article_without_text_is_the_error_it_is_everywhere() -> None:
    done, error = answered(60, "read", Document.from_text(" "))
    assert not done
    assert isinstance(error, SourceEmpty)


def test_a_fault_is_a_typed_error_without_the_articles_words() -> None:
    done, error = answered(60, "check", pickle.dumps((True, "secret")), None, None)
    assert not done
    assert type(error) is SummarizerError
    assert "AttributeError" in str(error)
    assert "secret" not in str(error)


def test_a_class_that_is_not_known_there_is_told_so() -> None:
    message = pickle.dumps((60, "read", Document("text"))).replace(b"Document", b"Dokument")
    assert pickle.loads(answer(message)) == (False, None)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no alarms")
def test_no_alarm_is_left_after_an_answer() -> None:
    import signal

    answered(60, "read", Document.from_text("The bridge was closed."))
    assert signal.alarm(0) == 0
