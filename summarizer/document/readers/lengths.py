"""How long a text is, in words, also where it is written without spaces between them."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
# Han, kana, Thai, Lao, Khmer, Myanmar: the scripts that put no space between words.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
_CHARACTERS = 2  # of such a script for a word, on average


def word_count(text: str) -> int:
    """The words of ``text``; of a script without spaces, half its characters.

    >>> word_count("The ferry sank."), word_count("渡轮周二沉没")
    (3, 3)
    """
    unspaced = len(_UNSPACED.findall(text))
    if not unspaced:
        return len(_WORD.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + -(-unspaced // _CHARACTERS)
