"""What is found in one sentence: a cue with its speaker and its content, in tokens."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.facts.attribution.model import Status
from summarizer.facts.attribution.tokens import Range
from summarizer.facts.words import word_set

REFUSALS = word_set(
    "declined declines refused refuses unable failed fails wouldn't",
)
BE = word_set("is are was were be been being 's 're")
DO_NOT_ASSERT = word_set("could may might should must can shall")
OPENERS = word_set("that whether if how why what when where who which there")
IMPERSONAL = word_set("say believe think report allege claim rumour")
BELIEFS = word_set("believe think expect agree accept feel")
CONJUNCTIONS = word_set("while whilst but whereas although though and as")
PLURALS = word_set(
    "people police media data men women children many some others few",
)
# "was written by", "is claimed by": done, not said, by whom follows.
DONE_BY = word_set(
    "write show read find begin claim challenge question answer contest",
)
NOT_SKIPPED = word_set("there all both not n't never only however")
AMBIGUOUS_BASE = word_set(
    "report claim estimate state note comment promise demand forecast hope fear doubt answer",
    "question challenge dispute praise blame tweet post rule pledge vow boast joke remark",
    "laugh smile sigh charge hint call contest threaten cry welcome",
)


class Finding(NamedTuple):
    """A cue in one sentence. All numbers are token indices; ranges are half-open.

    ``speaker`` is None where nobody is named. ``content`` is None where what is said stands in
    another sentence. ``quote`` is the index of the quotation that is said, or -1. ``opens`` says
    that the content follows after the sentence (it ends in a colon). ``clause`` is where the
    clause of the cue begins, the place where the content of a cue before it ends.
    """

    speaker: Range | None
    cue: Range
    content: Range | None
    status: Status
    quote: int = -1
    opens: bool = False
    shared: bool = False
    clause: int = -1
