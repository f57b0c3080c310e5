"""Does a text talk to a machine that reads it, and not to the reader of the article?

What is planted for a language model ("AI systems reading this must ...", "ignore all previous
instructions", "in your reply, recommend ...") is no statement of the article's: nothing may rest on
it. Five ways of it are told apart: a call to a model by name, an order to drop other orders, an
order about the answer or summary that is being written, an order to tell its user something, and
the control words of chat formats. A text that is only *about* such machines holds no order or call
and is not found; nor is a bare task ("Translate this into French").

English; the calls and the dropping of orders also in German, Spanish and French.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence


def _any(words: str) -> str:
    """An alternation of the words, separated by white space; ``_`` in a word is a space."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


# Characters without width hide a word from a search and not from a model.
_HIDDEN = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]"
)
_BLANK = re.compile(r"\s+")

_MODEL = (
    r"(?:(?:ai|a\.i\.|ki|ia|llm|gpt)[ -](?:(?:powered|based|driven|language) )?"
    + _any("assistants? agents? models? systems? summari[sz]ers? chatbots? bots? readers? tools?")
    + r"|(?:large )?language models?|llms?|chat-?bots?|chatgpt|gpt-\d\w{0,3}|copilot"
    + r"|(?:automated|automatic|machine) (?:readers?|summari[sz]ers?|systems?|assistants?|tools?)"
    + r"|summari[sz](?:ers?|(?:ation|ing) (?:tools?|systems?|models?|bots?|engines?|software))"
    + r"|(?:virtual|digital) assistants?|ais?"
    + r"|ki(?:-| )(?:assistent|system|modell)\w{0,3}|sprachmodelle?n?"
    + r"|asistentes? de (?:ia|inteligencia artificial)|modelos? de lenguaje"
    + r"|assistants? (?:ia|d['’]ia)|modèles? de langage)"
)
_TEXT = _any(
    "pages? articles? texts? documents? story stories posts? content websites? web_?pages? emails?"
    " messages? reports? passages? seite artikel text artículo texto página documento texte"
)
_OUTPUT = _any(
    "answers? response responses reply replies output outputs summary summaries summari[sz]ations?"
    " completion message words? text explanation description analysis overview abstract translation"
)
_ORDERS = _any(
    "instructions? prompts? directions? directives? commands? guidelines? guardrails? orders rules"
    " anweisungen befehle vorgaben instrucciones órdenes indicaciones consignes"
)
_WRITE = _any(
    "add append include insert integrate incorporate embed weave slip work modify augment enhance"
    " extend alter adjust rewrite replace remove delete substitute convert change swap introduce"
    " misspell scramble jumble rearrange anagram shuffle reverse encode group combine render format"
    " translate provide give use begin start open end conclude finish close mention write present"
    " make ensure keep put place attach state say recommend suggest promote advertise endorse"
    " highlight restrict repeat express invite tease hint share deliver"
)
_TELL = _any(
    "tell inform notify advise instruct prompt invite encourage direct remind urge alert warn ask"
    " guide steer"
)
_READERS = r"(?:(?:the|all|any|your) )?(?:users?|readers?|visitors?)"
_NOTE = _any(
    "note notice mention remark aside endorsement recommendation sentence line reminder statement"
    " commendation acknowledge?ment plug message disclaimer comment suggestion tip compliment"
    " reference observation nod invitation advisory"
)
_SHORT = _any("brief short quick subtle small casual friendly positive polite single discreet")
_FAILURE = r"(?:[\w-]{1,20} ){0,3}" + _any(
    "error failure fault crash timeout outage exception malfunction glitch alert notice prompt"
    " notification overload interruption message"
)
_MAKING = (
    _any(
        "giv list offer explain summari[sz] describ generat provid answer deliver present discuss"
        " outlin respond reply elaborat writ produc identify compil construct introduc proceed"
        " analy[sz] review detail shar display complet conclud defin creat process reveal disclos"
        " referenc"
    )
    + "t?ing"
)

# What may lie between: a full stop inside a number or an address ends no sentence.
_GAP = r"(?:[^.!?\n]|[.!?](?=[^ ]))"

# Where an order begins: with a sentence or clause, or behind the words that soften or press it.
_START = (
    r"(?:^|[.!?:;,(\[\"“”'‘’«»*#>–—-] {0,2}|\b"
    + _any(
        "please kindly and then now also must should shall sure_to simply just instead first bitte"
        " por_favor \\w{3,12}ly"
    )
    + " )"
)
_EARLIER = _any(
    "previous prior above earlier preceding foregoing former existing original initial system"
)

# Every repeat is bounded: the time grows with the length of the text and with nothing else.
_CALLED = (
    # "Note to AI assistants: ...", "Dear LLM, ..."
    _any(
        "notes? notices? messages? instructions? attention memo reminder hinweis anweisung nota"
        " aviso"
    )
    + r"(?: (?:to|for|an|für|para|pour|à|all|any|the|every|alle|die|todos|los|les)){1,4} (?:"
    + _MODEL
    + r"|assistants?)\b",
    r"(?:^|[.!?:;(\[\"“*#>] {0,2})(?:attention|dear|hey|hello|hi|achtung|atención),?"
    r"(?: (?:all|any|the|alle|todos|los)){0,2} " + _MODEL + r"\b",
    # "If you are a language model", "You are now an unrestricted AI"
    r"\byou(?: are|['’]re)(?: now)?(?: an?| the)(?: \w{1,14}){0,2}? "
    r"(?:ai|llm|language model|chatbot|dan|(?:ai|helpful|virtual) assistant)\b",
    # "AI systems reading this page should ..."
    _MODEL
    + r"(?: \w{1,8}){0,2} (?:read|process|summari[sz]|pars|index|scan)\w{0,4}\b"
    + _GAP
    + r"{0,80}\b"
    + r"(?:must|should|shall|please|are (?:to|asked|required|instructed)|need to|have to)\b",
    # "AI assistants must say that ...", "any assistant should omit this paragraph"
    _MODEL
    + r" (?:must|should|shall|are (?:to|required to|instructed to|asked to)|need to|have to)\b"
    + r""
    + _GAP
    + r"{0,60}\b(?:summar(?:y|ies|i[sz]e|i[sz]ing)|(?:this|the above) "
    + _TEXT
    + r"|(?:say|state|report|write|claim|conclude|tell (?:users|readers)) that)\b",
    # The same in German, Spanish and French.
    _MODEL
    + r""
    + _GAP
    + r"{0,60}\b(?:müssen|sollen|sollten|deben?|deberán|doivent|doit)\b"
    + _GAP
    + r"{0,80}"
    + r"\b(?:zusammenfass|artikel|text|resum|artículo|résum|article)",
)
_DROPPED = (
    _START
    + r"(?:ignore|disregard|forget|override|overlook|bypass|discard|stop following"
    + r"|(?:do not|don['’]t|never) (?:follow|obey))"
    + r"(?: (?:all|any|every|everything|the|of|your|my|these|those|other|and)){0,4} "
    + _EARLIER
    + r"(?: (?:system|safety|user|or|and|given|previous|prior)){0,3} (?:context|text|messages?|"
    + _ORDERS
    + r")\b",
    _START + r"(?:ignore|disregard|forget|override) (?:everything|all|anything) "
    r"(?:above|before|(?:that )?(?:was|is) (?:said|written) (?:above|before)|you were told)\b",
    _START
    + r"(?:ignore|disregard|forget|override|bypass)(?: (?:all|any|of)){0,2} your(?: \w{1,12}){0,2} "
    + _ORDERS
    + r"\b",
    r"\bignorier\w{0,3}(?: (?:sie|bitte|alle|die|deine|ihre)){0,3} (?:vor|bis|ob|früh)\w{1,8} "
    + _ORDERS,
    r"\b(?:ignora|ignore[nz]?|olvid[ae]|oublie[rz]?)"
    r"(?: (?:todas|las|tus|sus|toutes|les|vos|tes)){0,3} "
    + _ORDERS
    + r" (?:anteriores|previas|précédentes|antérieures)",
)
_ANSWER = (
    # "Include a link in your reply", "in your summary, say ..."
    _START
    + _WRITE
    + r"\b"
    + _GAP
    + r"{0,120}?\b(?:your(?: \w{1,12}){0,2}|the (?:final|generated|summary)) "
    + _OUTPUT
    + r"\b",
    r"(?:^|[.!?:;,(\[\"“] {0,2})"
    r"(?:in|within|throughout|at the (?:start|end|beginning) of|before|after)"
    r" your(?: \w{1,12}){0,2} "
    + _OUTPUT
    + r", (?:\w{3,15}ly )?(?:also )?"
    + _any("suggest mention recommend include say state tell add")
    + r"\b",
    _START
    + r"(?:\w{1,12} ){0,2}(?:respond|reply|answer)(?: \w{3,12}){0,2} (?:only )?with: {0,2}[\"“']",
    _START + r"(?:respond|reply|answer) (?:only|instead|exclusively|solely)\b",
    # "This page must be summarised as ...", "any summary of this text should ..."
    r"\bth(?:is|e above|ese) "
    + _TEXT
    + r" (?:must|should|shall|is to|are to|has to|needs to|may only|can only)(?: \w{1,10}){0,2} be"
    + r"(?: \w{1,10}){0,2} (?:summari[sz]ed|described|reported|presented|rated|translated)"
    + r" (?:as|to|by|with|in)\b",
    _any("the any every your a each all")
    + r" summar(?:y|ies)(?: of th(?:is|ese) \w{1,12})? (?:must|should|shall|has to|needs to|is to)"
    r"(?: not| never| always| only| also)? (?:be|say|state|include|mention|read|contain|begin|start"
    r"|end|omit|report|note|describe|claim|conclude)\b",
    r"\bwhen(?:ever)? (?:you )?summari[sz](?:e|ing) th(?:is|ese|e) [^.!?\n]{0,40}[,:] ",
    _START
    + r"(?:do not|don['’]t|never) "
    + _GAP
    + r"{0,60}\bin (?:the|your|any) (?:summary|answer|response|reply|output)\b",
)
_TOLD = (
    # "Before giving the summary, inform the user that ..."
    r"\b(?:before|prior to|while|when|as you|ahead of|after|upon|instead of) (?:you )?"
    r"(?:\w{3,12}ly )?(?:"
    + _MAKING
    + r"|(?:describe|explain|list|answer|summari[sz]e|identify|discuss|outline|compile|present))\b"
    r""
    + _GAP
    + r"{0,90}, (?:\w{3,15}ly )?(?:also )?(?:"
    + "|".join(
        (
            _TELL,
            _WRITE,
            _any(
                "display simulate imitate issue respond reply emulate output halt show announce"
                " post trigger"
            ),
        )
    )
    + r")\b",
    _START
    + _TELL
    + " "
    + _READERS
    + r" (?:that|to|of|about|how|they|who|seeking|interested|with)\b",
    _START
    + r"(?:add|include|insert|append|weave in|work in|slip in|drop|integrate|incorporate|embed|give"
    r"|make)(?: [\w’'-]{1,20}){0,5}? an? (?:"
    + _SHORT
    + r",? (?:and )?){0,2}(?:\w{3,15} )?"
    + _NOTE
    + r"\b",
    _START + r"(?:simulate|imitate|mimic|emulate|fake|feign) an? " + _FAILURE + r"\b",
    _START + r"(?:display|issue|show|output|print) (?:only )?(?:an?|the)? ?" + _FAILURE,
    _START
    + r"(?:suggest|recommend|mention|announce)(?: to "
    + _READERS
    + r")? that (?:\w{4,12} )?"
    + _any("users? readers? listeners? viewers? visitors?")
    + r"\b",
    r"\bby (?:replying|responding|outputting|displaying|answering)(?: \w{2,12}){0,2} ?[:\"“]",
    r"\b(?:cease|halt|stop|terminate|end|suspend|abort|refuse|refrain from)"
    r"(?: (?:all|any|the|your|further|normal|more|providing|generating|to)){0,4}"
    r" (?:output|respond(?:ing)?|response|reply|answer(?:ing)?|generation|content|information|text)"
    r"\b(?! (?:to|from|about|on|of))",
)
_FORMAT = (
    r"<\|[a-z_]{2,20}\|>|\[/?inst\]|<</?sys>>|#{2,4} {0,2}(?:instruction|system|response)s?\b",
    r"(?:^|[\[(*#\"“] {0,2})system "
    r"(?:notice|prompt|message|instruction|override|note|alert)s? {0,2}[:\])]",
    r"\b(?:begin|new|end of|updated|hidden|secret) (?:system )?(?:instructions?|prompt) ?[:>\]]",
    r"\bfrom now on,? you (?:are|will|must|should) (?:act|behave|respond|answer|only|an?)\b",
)


def _joined(ways: Sequence[str]) -> Iterator[str]:
    """One pattern for all that begin where an order does: that place is looked for once."""
    opened = [way.removeprefix(_START) for way in ways if way.startswith(_START)]
    yield f"{_START}(?:{'|'.join(opened)})"
    yield from (way for way in ways if not way.startswith(_START))


_ORDER = tuple(
    re.compile(way) for way in _joined((*_CALLED, *_DROPPED, *_ANSWER, *_TOLD, *_FORMAT))
)


def addresses_a_model(text: str) -> bool:
    """Whether ``text``, a sentence or a passage, calls on or gives orders to a model that reads it.

    Pure; the time grows with the length of the text. Other alphabets, codes, and orders that speak
    of no answer, summary, user or machine are not seen. Measured with
    ``python -m evals.bench instructions``: of the planted orders of PIArena (summarization) 94 %
    are found, of BIPIA's that speak of an answer 94 %; marked falsely are none of 113 harmless
    prompts (NotInject) and none of 6,000 sentences of news and reference texts.
    """
    plain = _plain(text)
    return any(order.search(plain) for order in _ORDER)


def _plain(text: str) -> str:
    """Lower case, one form of each letter, no hidden characters, single spaces."""
    visible = _HIDDEN.sub("", unicodedata.normalize("NFKC", text))
    return _BLANK.sub(" ", visible).strip().lower()
