"""What the words of a speaker tell: its head noun, its number, a name behind a role, anonymity."""

from __future__ import annotations

from summarizer.facts.attribution.cue_table import CueTable
from summarizer.facts.words import word_set

SINGULAR = word_set("he she")
THINGS = word_set(
    "report reports study studies results findings data figures survey poll statement",
    "documents records evidence analysis filing lawsuit letter email post tweet paper bulletin",
    "log notice inquiry investigation audit review questionnaire supplement record",
)
COMPANY = word_set("company firm business")
# Behind these a name says whose somebody is: "lawyers for Dunn", "the office of Ms. Roe".
BELONGING = word_set("for of to with by from against at in under on")
ENDS_HEAD = word_set("of from at in for with by close familiar who to on")
# Capitalised words a name has at most behind a role ("judge Ana Maria de Souza").
_NAME_WORDS = 4


def behind_role(phrase: str, table: CueTable) -> str:
    """A person's name that no list knows: the capitalised words behind a role or title, or ""."""
    words = phrase.split(",", maxsplit=1)[0].split()
    roles = [i for i, w in enumerate(words) if w.lower().strip(".") in table.role_nouns]
    rest = words[roles[-1] + 1 :] if roles else []
    governed = roles[-1] - 1 if roles else -1
    while governed >= 0 and words[governed][:1].isupper():
        governed -= 1
    if governed > 0 and words[governed] in BELONGING:
        # "lawyers for Mr. Dunn" name no speaker; "undersecretary for Education Mr. Roe" does.
        office = words[governed - 1].lower() in table.role_nouns and governed + 1 < roles[-1]
        if not office:
            return ""
    if not 1 <= len(rest) <= _NAME_WORDS or not all(word[:1].isupper() for word in rest):
        return ""
    return " ".join(rest)


def head_of(words: list[str], table: CueTable) -> str:
    """The noun of a bare phrase: its last word before a preposition."""
    for index, word in enumerate(words):
        if word in table.prepositions or word == "who":
            return words[index - 1] if index > 1 else ""
    return words[-1] if len(words) > 1 else ""


def is_plural(phrase: str) -> bool:
    """Whether several people or bodies are named."""
    words = phrase.replace(",", " ").split()
    ends = [i for i, word in enumerate(words) if word in ENDS_HEAD and i]
    head = words[ends[0] - 1 if ends else -1] if words else ""
    plural = head.endswith("s") and not head.endswith(("'s", "ss", "us"))
    both = words[:1] == ["both"] or " nor " in phrase
    return plural or both or head == "police" or " and " in phrase


def is_bare(name: str) -> bool:
    """Whether a speaker was kept by its words and not by a name."""
    return name.lower().startswith(("the ", "a ", "an ", "his ", "her ", "their ", "its "))


def without_apposition(phrase: str) -> str:
    """A speaker's phrase up to the first comma."""
    return phrase.split(", ", maxsplit=1)[0] if " and " not in phrase else phrase


def is_anonymous(phrase: str, has_person: bool, table: CueTable) -> bool:
    """Whether a phrase leaves open who speaks: "two officials", "a person who was there".

    A body ("the ministry", "police") and its spokesperson are not anonymous.
    """
    if not phrase or has_person:
        return not phrase
    words = phrase.lower().replace(",", " ").split()
    if words[0] in table.pronouns:
        return False
    ends = [i for i, word in enumerate(words) if word in ENDS_HEAD and i]
    return words[ends[0] - 1 if ends else -1] in table.anonymous_nouns
