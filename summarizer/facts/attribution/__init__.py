"""Who says what in an article: each piece of attributed content with its speaker and cue.

Sources: the cues are those that news agencies' style guides list for attribution; the word lists
are in ``cue_table``. Method: per sentence, a cue and the noun phrase beside it (``cues``); over
sentences, quotations that run on (``carried``), pasted posts (``posts``), and pronouns and bare
titles brought back to a name (``speakers``). ``lookup`` asks who says what stands at a place.
"""

from __future__ import annotations

from summarizer.facts.attribution.lookup import confirm_speaker, speaker_of
from summarizer.facts.attribution.model import Attribution, Speech, Status
from summarizer.facts.attribution.reader import read_attributions

__all__ = [
    "Attribution",
    "Speech",
    "Status",
    "confirm_speaker",
    "read_attributions",
    "speaker_of",
]
