"""The type of an attribution: who says what, where it stands and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.document import Span

Speech = Literal["direct", "indirect"]
"""Whether the words stand as they were said, between marks, or are retold."""

Status = Literal["stated", "attributed", "disputed", "denied", "unconfirmed"]
"""How sure something is that is said: see :class:`Attribution`."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something. Offsets are code points of the document's text, half-open.

    ``sentence`` is the number of the sentence in which the content begins. ``speaker`` is as
    written, with title and apposition ("" where the text names nobody: "allegedly", "was accused
    of"); ``resolved`` is the name it stands for: that of a person with a title, of a pronoun, a
    bare title or a surname; "" where the words as written are all there is. ``cue`` is the word
    that tells ("said", "according to"); a quotation that runs on has the cue of the part before it,
    one whose speaker only the sentence before it tells has none (""). Where the verb has its
    subject in it ("dijo"), ``speaker`` is empty and ``resolved`` says who.
    ``speech`` is "direct" or "indirect". ``start``/``end`` hold what is said: for direct speech the
    words between the marks. ``status`` is "attributed" (said, nothing else known), "disputed" (an
    allegation, or what the speaker contests), "denied" (what the speaker denies) or "unconfirmed"
    (what the speaker could or would not confirm, or hearsay). A claim without any attribution is
    the article's own statement ("stated"); such claims are not listed. ``anonymous``: the text
    leaves open who speaks ("two officials", "sources", nobody).
    """

    sentence: int
    speaker: str
    speaker_start: int
    speaker_end: int
    cue: str
    cue_start: int
    cue_end: int
    speech: Speech
    status: Status
    start: int
    end: int
    resolved: str = ""
    anonymous: bool = False

    @property
    def span(self) -> Span:
        """Where the attributed content stands."""
        return Span(self.start, self.end)

    @property
    def name(self) -> str:
        """The speaker's name where one is known, else the words as written."""
        return self.resolved or self.speaker
