"""Whether a sentence states something, or only asks or orders.

"Explain the theory of relativity." and "What is the capital?" may stand in an article, meant for a
reader or for a machine; nobody claims anything with them. They are not marked as instructions,
for they are not addressed to a model; they are only no evidence of anything.
"""

from __future__ import annotations

import re


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


# Verbs of tasks that are nouns or adjectives as well: an order only with what follows an order.
_EITHER = _any(
    "answer call change click comment contact copy design draft draw end estimate format group keep"
    " list make mention name note open order outline paraphrase plan present print program prompt"
    " rank rate reply report review share show sketch start state suggest summary tell test use"
    " visit write work"
)
_PLAIN = _any(
    "add analy[sz]e append append apply arrange ask build calculate classify compare complete"
    " compose"
    " compute consider construct convert create decode define deliver demonstrate describe"
    " determine"
    " develop differentiate discuss download elaborate encode enter evaluate expand explain find"
    " fix"
    " generate give help identify illustrate imagine implement include incorporate insert introduce"
    " invent jumble misspell perform pretend proofread provide rearrange recite recommend remove"
    " repeat rephrase replace reverse rewrite scramble select send shuffle simplify solve spell"
    " subscribe substitute swap summari[sz]e teach transform translate weave"
)
_OBJECT = (
    r"(?:an?|the|this|that|these|those|your|my|our|his|her|its|their|any|all|each|every|some|no|it"
    r"|me|us|them|how|what|why|who|whether|where|when|which|if|as|in|into|on|up|down|out|about|here"
    r"|two|three|five|ten|\d+|[\"“'‘]\S+|\w{3,15}ly|\w{3,15}s|between|briefly|for|by)\b"
)
_DETERMINED = (
    r"(?:an?|the|this|that|these|those|your|my|our|his|her|its|any|all|each|every|some|me|us|them"
    r"|it|here|how|what|why|who|whether|where|two|three|five|ten|\d+|[\"“'‘]\S+)(?:\b|(?= ))"
)
_OPENS = r"\A(?:(?:please|kindly|now|then|also|next|just|simply|finally|\w{3,12}ly),? ){0,2}"
_COMMAND = re.compile(
    _OPENS + rf"(?:{_PLAIN} {_OBJECT}|{_EITHER} {_DETERMINED}|break down |come up with |act as "
    r"|respond (?:with|in|to|only)|do not \w|don['’]t \w|make sure|be sure|let['’]s \w)",
    re.IGNORECASE,
)
_POLITE = re.compile(r"\A(?:can|could|will|would) you ", re.IGNORECASE)
_QUESTION = re.compile(r"[?？؟][\"'”’»)\]]{0,3}\Z")
_ASKED = re.compile(r"[?？؟]\)?\Z")
_ASKS = re.compile(
    r"\A(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will"
    r"|would|should|has|have|had|wer|was|wann|wo|warum|wie|welche\w?|qui|que|quand|où|pourquoi"
    r"|comment|quel\w{0,3}|est-ce|[¿])",
    re.IGNORECASE,
)
# "Write it down: I do not believe that ...": what follows the colon is a statement.
_STATED = re.compile(r":\s+(?![\"“'‘«„])(?:[^\W\d_]\S{0,40}\s+){4}")
# "Tell the truth," she said: somebody says it, and that is a statement.
_SAID = re.compile(r"\A[\"“«„‘']")
_SAID_AFTER = re.compile(r"[\"”»“’'],? [\w(]")


def states_nothing(sentence: str) -> bool:
    """Whether ``sentence`` is a bare command or question, of no speaker that it names."""
    return asks(sentence) or orders_somebody(sentence)


def asks(sentence: str) -> bool:
    """Whether ``sentence`` is a question, and not a statement that only quotes one at its end."""
    bare = _own_words(sentence)
    if not _QUESTION.search(bare):
        return False
    quoted = _SAID.match(sentence.strip())
    return bool(quoted or _ASKED.search(bare) or _ASKS.match(bare))


def orders_somebody(sentence: str) -> bool:
    """Whether ``sentence`` is a bare command, in English."""
    bare = _own_words(sentence)
    ordered = _COMMAND.match(bare) or _POLITE.match(bare)
    return bool(ordered) and not _STATED.search(bare)


def _own_words(sentence: str) -> str:
    """The sentence without an opening quotation mark; "" where somebody is said to say it."""
    bare = sentence.strip()
    if not _SAID.match(bare):
        return bare
    return "" if _SAID_AFTER.search(bare[1:]) else bare[1:]
