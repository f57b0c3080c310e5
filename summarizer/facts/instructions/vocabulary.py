"""The words that orders to a model are made of, as pieces of regular expressions.

They match lower case with single spaces: see ``disguises.plain``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def any_of(words: str) -> str:
    """An alternation of the words, separated by white space; ``_`` in a word is a space."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


def joined(ways: Sequence[str], openings: Sequence[str]) -> Iterator[str]:
    """One pattern for all that begin alike: the place where they may begin is looked for once."""
    left = list(ways)
    for opening in openings:
        alike = [way.removeprefix(opening) for way in left if way.startswith(opening)]
        left = [way for way in left if not way.startswith(opening)]
        if alike:
            yield f"{opening}(?:{'|'.join(alike)})"
    yield from left


MODEL = (
    r"(?:(?:ai|a\.i\.|ki|ia|llm|gpt)[ -](?:(?:powered|based|driven|language) )?"
    + any_of("assistants? agents? models? systems? summari[sz]ers? chatbots? bots? readers? tools?")
    + r"|(?:large )?language models?|llms?|chat-?bots?|chatgpt|gpt-\d\w{0,3}|copilot"
    + r"|(?:automated|automatic|machine) (?:readers?|summari[sz]ers?|systems?|assistants?|tools?)"
    + r"|summari[sz](?:ers?|(?:ation|ing) (?:tools?|systems?|models?|bots?|engines?|software))"
    + r"|(?:virtual|digital) assistants?|ais?"
    + r"|ki(?:-| )(?:assistent|system|modell)\w{0,3}|sprachmodelle?n?"
    + r"|asistentes? de (?:ia|inteligencia artificial)|modelos? de lenguaje"
    + r"|assistants? (?:ia|d['’]ia)|modèles? de langage)"
)
TEXT = any_of(
    "pages? articles? texts? documents? story stories posts? content websites? web_?pages? emails?"
    " messages? reports? passages? seite artikel text artículo texto página documento texte"
)
OUTPUT = any_of(
    "answers? response responses reply replies output outputs summary summaries summari[sz]ations?"
    " completion message words? text explanation description analysis overview abstract translation"
)
ORDERS = any_of(
    "instructions? prompts? directions? directives? commands? guidelines? guardrails? orders rules"
)
WRITE = any_of(
    "add append include insert integrate incorporate embed weave slip work modify augment enhance"
    " extend alter adjust rewrite replace remove delete substitute convert change swap introduce"
    " misspell scramble jumble rearrange anagram shuffle reverse encode group combine render format"
    " translate provide give use begin start open end conclude finish close mention write present"
    " make ensure keep put place attach state say recommend suggest promote advertise endorse"
    " highlight restrict repeat express invite tease hint share deliver"
)
TELL = any_of(
    "tell inform notify advise instruct prompt invite encourage direct remind urge alert warn ask"
    " guide steer"
)
READERS = r"(?:(?:the|all|any|your) )?(?:users?|readers?|visitors?)"
NOTE = any_of(
    "note notice mention remark aside endorsement recommendation sentence line reminder statement"
    " prompt alert warning notification banner"
    " commendation acknowledge?ment plug message disclaimer comment suggestion tip compliment"
    " reference observation nod invitation advisory"
)
SHORT = any_of("brief short quick subtle small casual friendly positive polite single discreet")
FAILURE = r"(?:[\w-]{1,20} ){0,3}" + any_of(
    "error failure fault crash timeout outage exception malfunction glitch alert notice prompt"
    " notification overload interruption message"
)
MAKING = (
    any_of(
        "giv list offer explain summari[sz] describ generat provid answer deliver present discuss"
        " outlin respond reply elaborat writ produc identify compil construct introduc proceed"
        " analy[sz] review detail shar display complet conclud defin creat process reveal disclos"
        " referenc"
    )
    + "t?ing"
)
# Words that are an order and nothing else where a clause begins with them: no noun, no adjective.
PLAINLY = any_of(
    "inform notify advise instruct invite encourage remind add append include insert integrate"
    " incorporate mention recommend display simulate emulate imitate respond reply output interrupt"
    " announce halt initiate"
)
QUIETLY = any_of("casually subtly discreetly naturally seamlessly covertly quietly in_passing")

# What may lie between: a full stop inside a number or an address ends no sentence.
GAP = r"(?:[^.!?\n]|[.!?](?=[^ ]))"

# Where an order begins: with a sentence or clause, or behind the words that soften or press it.
START = (
    r"(?:^|[.!?:;,()\[\]\"“”'‘’«»*#>–—-] {0,2}|\b"
    + any_of(
        "please kindly and then now also must should shall sure_to simply just instead first bitte"
        " por_favor \\w{3,12}ly"
    )
    + " )"
)
# Where a command begins: with the sentence, or behind a clause put before it; never behind "must"
# or "and", where it is somebody's duty that is told of.
FRONTED = any_of(
    "after ahead_of alongside amid amidst around as at before between by during following for"
    " if immediately in just midway near once prior_to right then to upon when whenever while with"
    " within without instead_of throughout rather_than"
)
BEGIN = (
    r"(?:^|[.!?:;()\[\]\"“”'‘’«»*#>–—-] {0,2})(?:(?:\w{3,14}ly,? )?"
    + FRONTED
    + r"\b[^.!?\n]{0,160}?, )?(?:(?:please|kindly|then|now|also|and|instead|simply|just|first"
    r"|\w{3,12}ly"
    r"|(?:make|be) sure to|remember to|you (?:must|should|shall|will|are to|have to|need to)),?"
    r" ){0,2}"
)
EARLIER = any_of(
    "previous prior above earlier preceding foregoing former existing original initial system"
)
