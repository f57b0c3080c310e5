"""What an actor is in the story, in the words of the text: a title, or an apposition."""

from __future__ import annotations

import re

from summarizer.facts.actors.gathered import Gathered, Mention
from summarizer.facts.names import romance_words
from summarizer.facts.names.person_words import ABBREVIATED_TITLES, ROLE_NOUNS, TITLES
from summarizer.facts.words import word_set
from summarizer.facts.words.phrase_words import AUXILIARIES, VERBS

_SELF = word_set("himself herself itself mismo misma lui-même elle-même")
_COURTESY = word_set(
    "Mr Mrs Ms Miss Mx Mr. Mrs. Ms. Sir Dame Madam Lord Lady Dr Dr. Messrs Herr Herrn Frau"
)
# Behind the name, to the next comma, dash or stop: ", the head of the agency, said".
_AFTER = re.compile(
    r", ?(?:who (?:is|was) )?((?:[^,.;:()\[\]\n–—]|\.(?=[\w'’])){3,90})(?=[,.;:)\n–—]|$)"
)
_BREAK = re.compile(r"[,.;:()\[\]\"“”]")
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVES = frozenset(("its", "their", "his", "her"))
_STOPS = (
    word_set(
        """
that while and but or when as after to in on at by with from than because if not they he she it we
i you which who whom whose our my for according also of
"""
    )
    | _ARTICLES
    | _POSSESSIVES
    | AUXILIARIES
)
_BEFORE_TITLES = word_set("former acting then ex-US interim outgoing incoming deputy vice chief")
_RELATIVE = re.compile(r", (?:who|which) ([a-z][^,.;:()\[\]\n–—]{5,90})(?=[,.;:)\n–—])")
_RELATIVES = frozenset(("who", "which", "that", "whose", "where"))
_AFTER_PARTICIPLE = word_set("by to in from at with on for as")
_FOREIGN_ARTICLES = word_set("el la los las le les un una une der die das ein eine")
_TIME = word_set("day days week weeks month months year years later earlier moment time hour hours")
# What a person does for a living, and a body by its nature; other relative clauses tell the story.
_ROLE_VERBS = word_set(
    """
heads headed leads led runs ran chairs chaired directs directed edits edited represents represented
manages managed owns owned founded co-founded works worked speaks follows covers teaches taught
studies commands commanded oversees oversaw coaches coached advises advised designed wrote writes
presides supervises supervised coordinates researches trains
"""
)
_BODY_VERBS = word_set(
    """
makes runs owns operates sells builds represents manages publishes supplies provides regulates
oversees licenses organises organizes employs produces insures supervises monitors funds
"""
)
_MOST_MENTIONS = 12
_LONGEST = 7  # words of a role in front of a name


def read_role(actor: Gathered, text: str) -> str:
    """The role of a person (or body) as written, or ``""``.

    The apposition behind the name (``"head of the agency"``) is preferred to the words in front
    (``"Pentagon spokesperson"``, ``"Foreign Minister"``), and those to a description that the name
    stands behind. Of several, the longest. Courtesy titles are no roles.
    """
    if actor.kind not in {"person", "organization"}:
        return ""
    mentions = [m for m in actor.mentions if not m.described][:_MOST_MENTIONS]
    readers = (_after_person, _before, _lead) if actor.kind == "person" else (_after_body,)
    for reader in readers:
        found = [role for mention in mentions if (role := reader(mention, text))]
        if found:
            return max(found, key=len)
    return ""


def _line_before(mention: Mention, text: str, reach: int) -> str:
    line = text.rfind("\n", 0, mention.start) + 1
    return text[max(line, mention.start - reach) : mention.start]


def _is_role(word: str) -> bool:
    plain = word.rstrip(".")
    parts = plain.lower().split("-")
    known = any(part in ROLE_NOUNS for part in parts) or plain in TITLES
    return known or plain in ABBREVIATED_TITLES or plain.lower() in romance_words.ROLE_NOUNS


def _tells_verb(word: str) -> bool:
    return word.lower() in VERBS or (word[:1].islower() and word.endswith("ed"))


def _before(mention: Mention, text: str) -> str:
    """The words in front of a name with its title: ``US President``, ``army spokesperson``."""
    kept: list[str] = []
    for word in reversed(_line_before(mention, text, 80).split(" ")):
        if not word:
            continue
        if _ends_role(word) or not (_is_role(word) if not kept else _goes_on(word, kept[-1])):
            break
        kept.append(word)
        if len(kept) == _LONGEST:
            break
    while kept and kept[-1] in _COURTESY:
        kept.pop()
    if not kept and mention.title and not set(mention.title.split()) & _COURTESY:
        return mention.title
    return " ".join(reversed(kept))


def _ends_role(word: str) -> bool:
    """Whether a word in front cannot be a part of a role."""
    if word.endswith((",", ":", ";", "?", "!", ")", '"', "”", "’", "-", "—")):
        return True
    if word.endswith(".") and word.rstrip(".") not in ABBREVIATED_TITLES and word.count(".") < 2:
        return True
    return not word[0].isalnum() or word.lower() in _STOPS or _tells_verb(word)


def _goes_on(word: str, following: str) -> bool:
    """Whether ``word`` belongs to the role ``following`` is in: a title takes capitals only."""
    return word[0].isupper() or following[0].islower() or word in _BEFORE_TITLES


def _apposition(mention: Mention, text: str) -> list[str]:
    """The words between the comma behind a name and the next mark, up to a clause of their own.

    ``a nurse who came late`` and ``a nurse trained in Leeds`` end before ``who`` and ``trained``;
    what holds a finite verb (``Poe, the minister said,``) is no apposition: then nothing.
    """
    found = _AFTER.match(text, mention.end)
    words = found.group(1).split() if found else []
    for at, word in enumerate(words):
        following = words[at + 1].lower() if at + 1 < len(words) else ""
        if at and (word in _RELATIVES or (word.endswith("ed") and following in _AFTER_PARTICIPLE)):
            return words[:at]
        if _tells_verb(word) or word.lower() in AUXILIARIES:
            return []
    return words


def _after_person(mention: Mention, text: str) -> str:
    relative = _RELATIVE.match(text, mention.end)
    if relative and relative.group(1).split()[0] in _ROLE_VERBS:
        return relative.group(1).rstrip()
    words = _apposition(mention, text)
    first = words[0].lower() if words else ""
    if first in {"a", "an"} and " " in mention.text:
        return "" if _TIME & {w.lower() for w in words} else " ".join(words[1:])
    if first in _ARTICLES or first in _FOREIGN_ARTICLES:
        words = words[1:]
    elif first in _STOPS and first not in _POSSESSIVES:
        return ""
    return " ".join(words) if any(_is_role(word) for word in words[:7]) else ""


def _after_body(mention: Mention, text: str) -> str:
    """``Acme, a maker of pumps,`` and ``Acme, which makes pumps,``; only when short."""
    relative = _RELATIVE.match(text, mention.end)
    if relative and relative.group(1).split()[0] in _BODY_VERBS:
        return relative.group(1).rstrip()
    words = _apposition(mention, text)
    is_described = 1 < len(words) < 9 and words[0].lower() in {"a", "an"}
    return " ".join(words[1:]) if is_described and not _TIME & set(words) else ""


def _lead(mention: Mention, text: str) -> str:
    """``its foreign policy chief, |Ann Poe|``: from the last article or verb on, if a role."""
    line = _line_before(mention, text, 95)
    if not line.endswith(", "):
        return ""
    words = _BREAK.split(line[:-2])[-1].split()
    while words and words[-1] in _SELF:
        words.pop()
    heads = [at for at, word in enumerate(words) if word[0].islower() and _is_role(word)]
    if not heads:
        return ""
    start = heads[0]
    while (
        start > 0 and words[start - 1].lower() not in _STOPS and not _tells_verb(words[start - 1])
    ):
        start -= 1
    tail = words[start:]
    return "" if len(tail) > _LONGEST + 2 or any(_tells_verb(w) for w in tail) else " ".join(tail)
