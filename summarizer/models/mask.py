"""A key that a server says back: nothing of an answer is believed, shown or kept with it inside."""

from __future__ import annotations

import json

HIDDEN = "[key]"
_SHORTEST = 8
_ANYHOW = 20
_SHOWN = 6
"""Characters of a key's beginning that may be seen while an answer is still coming: "sk-..."."""


class Mask:
    """Takes ``key`` out of texts. What is no secret stays: "none", "not-needed", no key at all.

    A secret has 20 characters or more, or 8 or more with a digit among them. Servers that want no
    key are given a word, and a word may well stand in an article.
    """

    def __init__(self, key: str) -> None:
        long = len(key) >= _ANYHOW
        secret = long or (len(key) >= _SHORTEST and any(map(str.isdigit, key)))
        self._key = key if secret else ""

    def text(self, text: str) -> str:
        """The text without the key."""
        return text.replace(self._key, HIDDEN) if self._key else text

    def beginning(self, text: str) -> str:
        """The same of a text that is not whole: one that breaks off inside the key ends before."""
        if not self._key:
            return text
        shown = self.text(text)
        while begun := self._begun_at_end_of(shown):
            shown = shown[:-begun]  # what is left may end in a beginning of its own
        return shown

    def _begun_at_end_of(self, text: str) -> int:
        """How many characters of the key the text ends with; 0 for those that may be seen."""
        lengths = range(min(len(self._key), len(text)), _SHOWN, -1)
        return next((length for length in lengths if text.endswith(self._key[:length])), 0)

    def answer(self, text: str) -> str:
        """The same of JSON, where characters may be spelled as escapes. Raises ValueError."""
        shown = self.text(text)
        if not self._key or "\\u" not in shown:
            return shown
        spelled = json.dumps(json.loads(shown), ensure_ascii=False)
        return self.text(spelled) if self._key in spelled else shown
