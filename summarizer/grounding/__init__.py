"""From what a model said to what the article supports. Pure: a draft and a document in, checked
items out.

The rule for a wording that fails its check: where a sentence of the article stands behind it (the
one the model cited, or the one that shares most of its words), the item is shown in that
sentence's own words, ``wording: "verbatim"``; where none does, it is left out. In both cases what
was said goes to ``rejected`` with the reasons. Nothing is dropped in silence.
"""

from summarizer.grounding.ground import Grounded, ground

__all__ = ["Grounded", "ground"]
