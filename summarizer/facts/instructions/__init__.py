"""Does a text talk to a machine that reads it, and not to the reader of the article?

What is planted for a language model ("AI systems reading this must ...", "ignore all previous
instructions", "in your reply, recommend ...") is no statement of the article's: nothing may rest on
it. ``orders`` knows the words, ``foreign`` those of other languages, ``disguises`` the spellings,
``turns`` the shape of a chat; ``passages`` tells how far in an article such a text reaches.
"""

from summarizer.facts.instructions.passages import Passage, find_instructions
from summarizer.facts.instructions.reader import addresses_a_model, read_order

__all__ = ["Passage", "addresses_a_model", "find_instructions", "read_order"]
