"""The words by which an order to a model is known, and what kind of order it is.

What is planted for a language model ("AI systems reading this must ...", "ignore all previous
instructions", "in your reply, recommend ...") is told apart in five kinds: a call to a model by
name, an order to drop other orders, an order about the answer or summary that is being written, an
order to tell its user something, and the control words of chat formats. A text that is only *about*
such machines holds no order or call and is not found; nor is a bare task ("Translate this into
French"), which may be meant for anybody.

English; the same kinds in German, Spanish and French, less finely.
"""

from __future__ import annotations

import re
from functools import cache

from summarizer.facts.instructions import answers, foreign
from summarizer.facts.instructions.vocabulary import (
    BEGIN,
    EARLIER,
    GAP,
    MODEL,
    ORDERS,
    START,
    TELL,
    TEXT,
    WRITE,
    any_of,
    joined,
)

# Every repeat is bounded: the time grows with the length of the text and with nothing else.
_CALLED = (
    # "Note to AI assistants: ...", "Dear LLM, ..."
    any_of(
        "notes? notices? messages? instructions? attention memo reminder hinweis anweisung nota"
        " aviso"
    )
    + r"(?: (?:to|for|an|für|para|pour|à|aux|des|all|any|the|every|alle|die|todos|los|les)){1,4}"
    r" (?!ais? (?:reviewers|firms|companies|users|experts|researchers|makers|developers)\b)"
    r"(?:" + MODEL + r"\b|assistants? ?[:,–—-])",
    r"(?:^|[.!?:;(\[\"“*#>] {0,2})(?:attention|dear|hey|hello|hi|achtung|atención),?"
    r"(?: (?:all|any|the|alle|todos|los)){0,2} (?!ais? \w)" + MODEL + r"\b",
    # "If you are a language model", "You are now an unrestricted AI"
    r"\byou(?: are|['’]re)(?: now)?(?: an?| the)(?: \w{1,14}){0,2}? "
    r"(?:ai|llm|language model|chatbot|dan|(?:ai|helpful|virtual) assistant)\b",
    r"\b(?:whoever|whatever|anyone|anything|everyone|any \w{2,14})(?: \w{1,10}){0,3} summari[sz]"
    r"(?:es|ing) (?:this|the above) " + TEXT + r"\b",
    MODEL
    + GAP
    + r"{0,40}\b(?:this|the above) "
    + TEXT
    + GAP
    + r"{0,60}\b(?:should|must|shall|has to|have to|needs to)\b",
    r"\byou are now (?:an? |the )?(?:\w{1,14} ){0,2}(?:assistant|model|bot|chatbot)\b",
    r"\bas an? (?:" + MODEL + r"|assistant)(?: (?:reading|summari[sz]ing) \w{1,12} \w{1,12})?,?"
    r" you\b",
    r"\b(?:the|any|every|each) (?:assistant|model|machine|bot|system|program|software|tool)"
    r" (?:that is |that |which )?(?:now )?(?:read|summari[sz]|process|pars)\w{0,4} (?:this|it)\b"
    + GAP
    + r"{0,40}\b(?:must|should|shall|has to|needs to|is to)\b",
    r"(?:^|[.!?:;(\[\"“*#>] {0,2})(?:"
    + MODEL
    + r"|assistant)[,:] (?:please|you|always|never|do not|don['’]t|ignore|remember|"
    + WRITE
    + r"|"
    + TELL
    + r"|report|name|output)\b",
    # "AI systems reading this page should ..."
    MODEL + r"(?: \w{1,8}){0,2} (?:read|process|summari[sz]|pars|index|scan)\w{0,4}"
    r" (?:this|these|the above|it)\b"
    + GAP
    + r"{0,80}\b"
    + r"(?:must|should|shall|please|are (?:to|asked|required|instructed)|need to|have to)\b",
    # "AI assistants must say that ...", "any assistant should omit this paragraph"
    MODEL
    + r" (?:must|should|shall|are (?:to|required to|instructed to|asked to)|need to|have to)\b"
    + r""
    + GAP
    + r"{0,60}\b(?:summar(?:y|ies|i[sz]e|i[sz]ing)|(?:this|the above) "
    + TEXT
    + r"|(?:say|state|report|write|claim|conclude|tell (?:users|readers)) that"
    r"(?! (?:they|it|their)\b))\b",
)
_DROPPED = (
    START
    + r"(?:ignore|disregard|forget|override|overlook|bypass|discard|stop following"
    + r"|(?:do not|don['’]t|never) (?:follow|obey))"
    + r"(?: (?:all|any|every|everything|the|of|your|my|these|those|other|and)){0,4} "
    + EARLIER
    + r"(?: (?:system|safety|user|or|and|given|previous|prior)){0,3} (?:context|text|messages?|"
    + ORDERS
    + r")\b",
    BEGIN + r"(?:ignore|disregard) (?:the |this |all |rest |of |everything |else |in ){1,4}"
    r"(?:article|document|text above|page|above)\b",
    START + r"(?:ignore|disregard|forget|override) (?:everything|all|anything) "
    r"(?:above|before|(?:that )?(?:was|is) (?:said|written) (?:above|before)|you were told)\b",
    BEGIN + r"(?:reveal|print|show|repeat|leak|disclose|output)(?: me)? (?:your|the)"
    r"(?: (?:system|hidden|initial|secret|full|original)){1,3} (?:prompts?|instructions?)\b",
    START
    + r"(?:ignore|disregard|forget|override|bypass)(?: (?:all|any|of)){0,2} your(?: \w{1,12}){0,2} "
    + ORDERS
    + r"\b",
)
_FORMAT = (
    r"<[|｜][^|｜<>\s]{2,24}[|｜]>|\[/?inst\]|<</?sys>>|</?(?:start|end)_of_turn>",
    r"\{\{ ?[/#]?(?:system|user|assistant|instructions?|prompt)s? ?\}\}",
    r"#{2,4} {0,2}(?:(?:new )?instruction|system|response|assistant|user|human)s?\b",
    # Marks that no page has: names with underscores, parts of an agent's turn, a message as JSON.
    r"</?(?:tool|function|think|thinking|turn|sentences?|claims?|channel|reasoning|scratchpad)>"
    r"|</?[a-z]{2,16}(?:_[a-z]{2,16}){1,3}>|<[|｜][a-z_]{2,24}>|<[a-z_]{2,24}[|｜]>|</s> ?<",
    r"[\"“']role[\"”'] ?: ?[\"“'](?:system|user|assistant|tool|developer|model)[\"”']",
    r"[\"“'](?:claims?|key_claims|abstract|open_questions|s\d{1,4})[\"”'] ?: ?[\[{\"“']",
    r"\[/?(?:system|assistant|tool_\w{2,12}|available_tools|instructions?)\]|```(?:system"
    r"|prompt)\b",
    r"(?:^|[.!?] )(?:tool (?:result|output|response)|final answer|systemprompt) ?: ",
    r"-{3,6} ?(?:begin|end) (?:of )?(?:instructions?|prompts?|system|sentences|claims|output)\b",
    r"\b(?:article|document|transcript) ends here\b",
    # What closes the text that a prompt quotes, or begins another; and a ready-made answer.
    r"</?(?:article|documents?|context|text|input|data|user|user_input|system|assistant"
    r"|instructions?"
    r"|summary|prompt|content|source|untrusted)>",
    r"(?:^|\s)[=\-<\[#*]{2,6} ?(?:end|start|begin)(?:ning)?(?: of)?(?: the)? (?:article|document"
    r"|context|text|input|data|prompt|user)\b",
    r"\{ ?[\"“](?:claims|abstract|headline|questions|summary|s\d{1,4})[\"”] ?:",
    r"(?:^|[\[(*#\"“] {0,2})system "
    r"(?:notice|prompt|message|instruction|override|note|alert)s? {0,2}[:\])]",
    r"\b(?:begin|new|end of|updated|hidden|secret) (?:system )?(?:instructions?|prompt) ?[:>\]]",
    r"\bfrom now on,? you (?:are|will|must|should) (?:act|behave|respond|answer|only|an?)\b",
)


_OPENINGS = (START, BEGIN, foreign.FOREIGN_BEGIN, MODEL, r"\b")
_WAYS = {
    "called": (*_CALLED, *foreign.CALLED),
    "dropped": (*_DROPPED, *foreign.DROPPED),
    "answer": (*answers.ANSWER, *foreign.ANSWER),
    "told": (*answers.TOLD, *foreign.TOLD),
    "format": _FORMAT,
}
# One search tells the most of texts, which hold no order, from the rest.
_ANY = tuple(
    re.compile(way) for way in joined([way for ways in _WAYS.values() for way in ways], _OPENINGS)
)


@cache
def kinds() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The patterns by kind, compiled when a text holds an order: few do, and it takes a while."""
    return {
        kind: tuple(re.compile(way) for way in joined(ways, _OPENINGS))
        for kind, ways in _WAYS.items()
    }


def order_in(text: str) -> str:
    """The kind of order to a model that ``text`` holds, "" for none.

    ``called``, ``dropped``, ``answer``, ``told`` or ``format``. ``text`` is in lower case with
    single spaces: see ``disguises.plain``. Linear in its length.
    """
    if not any(way.search(text) for way in _ANY):
        return ""
    return next(k for k, ways in kinds().items() if any(way.search(text) for way in ways))
