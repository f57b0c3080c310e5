"""How many words a text has, with and without spaces between them."""

from __future__ import annotations

import pytest

from summarizer.document.readers.lengths import word_count

TEXTS = {"": 0, "The ferry sank.": 3, "渡轮周二沉没": 3, "渡轮 Amaranth 沉没": 3, "สวัสดี": 3, "!": 0}


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_counted(text: str) -> None:
    assert word_count(text) == TEXTS[text]
