"""Groups of people that a text speaks of without a proper name: ``North Korean troops``."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.facts.actors.group_words import GROUP_MODIFIERS, GROUP_NOUNS
from summarizer.facts.names import country_of
from summarizer.facts.names.places import DEMONYMS, PEOPLES
from summarizer.facts.names.tokens import Token, is_acronym
from summarizer.facts.words import word_set
from summarizer.facts.words.counted_words import COUNTED_CLASS


@dataclass(frozen=True, slots=True)
class GroupMention:
    """A mention of a group: where it stands, its noun, and the nation it belongs to or ``""``.

    Nouns for the same body of people (troops, soldiers, forces) are one ``noun``.
    """

    start: int
    end: int
    text: str
    noun: str
    nation: str


def read_groups(tokens: list[Token], text: str) -> list[GroupMention]:
    """Mentions of groups in order: the group's noun with the modifiers that say which group."""
    found = []
    for index, token in enumerate(tokens):
        noun = token.word.lower()
        if noun not in GROUP_NOUNS or (token.capital and not token.weak):
            continue
        if index + 1 < len(tokens) and _goes_on(tokens[index + 1], token):
            continue
        first = index
        while first > 0 and index - first < 4 and _modifies(tokens[first - 1], tokens[first]):
            first -= 1
        if tokens[first].gap == "-":
            continue
        end = token.start + len(token.word)
        start = tokens[first].start
        nation = _nation(" ".join(t.word for t in tokens[first:index]))
        nation = nation or _origin(tokens[index + 1 : index + 4])
        same = COUNTED_CLASS.get(noun, noun)
        kept = same if same in _MERGED else noun
        found.append(GroupMention(start, end, text[start:end], kept, nation))
    return found


_MERGED = {"troops", "demonstrators", "fighters"}


def _goes_on(following: Token, token: Token) -> bool:
    """Whether the noun only modifies the next one: ``police station``, ``school children``."""
    if following.gap != " " or token.word != token.text:
        return False
    return following.text.lower() in GROUP_NOUNS or following.text.lower() in _PLAIN_HEADS


_PLAIN_HEADS = word_set(
    "station officer officers car chief department force report movements movement deployment "
    "deployments statement custody investigation presence member members rights"
)


def _modifies(token: Token, following: Token) -> bool:
    if following.gap not in (" ", "-") or token.word != token.text:
        return False
    word = token.text
    if word.lower() in GROUP_MODIFIERS:
        return True
    if word in DEMONYMS or word in PEOPLES or country_of(word):
        return True
    return word in {"North", "South", "New", "Sri", "Saudi"} or is_acronym(word)


def _origin(following: list[Token]) -> str:
    """The nation of ``soldiers from North Korea``, or ``""``."""
    if len(following) < 2 or following[0].text != "from" or following[0].gap != " ":
        return ""
    pair = " ".join(token.word for token in following[1:])
    return country_of(pair) or country_of(following[1].word)


def _nation(modifiers: str) -> str:
    words = modifiers.split()
    for size in (2, 1):
        for at in range(len(words) - size + 1):
            piece = " ".join(words[at : at + size])
            found = country_of(piece, demonyms=True) or (piece if piece in PEOPLES else "")
            if found:
                return found
    return ""
