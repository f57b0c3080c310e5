"""Runs of words that make one name: where it begins and ends, and the title taken off its front."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.facts.names.aliases import country_of
from summarizer.facts.names.common_words import OPENERS, looks_common
from summarizer.facts.names.org_words import (
    EVENT_WORDS,
    KNOWN_ORGANIZATIONS,
    ORGANIZATION_WORDS,
    OWN_POSSESSIVE,
    POSSESSIVE_INSIDE,
)
from summarizer.facts.names.person_words import (
    ABBREVIATED_TITLES,
    GIVEN_NAMES,
    PARTICLES,
    POST_NOMINALS,
    TITLE_MODIFIERS,
    TITLES,
)
from summarizer.facts.names.places import DEMONYMS, PEOPLES
from summarizer.facts.names.titles import HEADS, Run, is_title, split_run
from summarizer.facts.names.tokens import (
    BREAKERS,
    MONTHS,
    NAMED_DAYS,
    WEEKDAYS,
    Token,
    Usage,
    names_something,
)
from summarizer.facts.words import word_set

# Names that go on with a number; elsewhere a number after a name is a figure.
_NUMBERED = word_set(
    "Boeing Airbus Apollo Flight Route Highway Interstate Section Article Chapter Amendment Type "
    "Explorer Windows Formula Channel Falcon Model Block Zone Group Phase Cup Olympics Games Expo "
    "iPhone Galaxy Radio Pier Gate Room Level Grade Class Unit Area Mach Proposition Prop Bill "
    "Resolution Title Rule Canada Pixel Xbox PlayStation Catch Agenda Euro"
)
_OF_THE = HEADS | {
    "Daughters",
    "Sons",
    "Lord",
    "Knights",
    "Lords",
    "Keepers",
    "Guardians",
    "Friends",
}
_LONGEST_RUN = 15  # words; longer runs of capitals are no names
_PLURAL_POSSESSIVE = ("' ", "’ ")  # Teachers' Union
_CAPTIONS = word_set("Image Images Photo Photos Picture File Video Credit Caption")
# What may follow a hyphen in lower case as part of a Korean or Chinese given name is short.
_NOT_GIVEN = word_set(
    "led made born run era like wide level based style held owned free only old long day week year "
    "one two in out up on off bid deal war ally allied mad style turn time"
)


def read_runs(tokens: list[Token], usage: Usage) -> Iterator[Run]:
    """The names of a text as runs of its tokens, in order, without overlap."""
    index = 0
    while index < len(tokens):
        if not _starts(tokens, index, usage):
            index += 1
            continue
        last, keeps = _extend(tokens, index, usage)
        yield from split_run(tokens, index, last, keeps)
        index = last + 1


def _following(tokens: list[Token], index: int) -> Token | None:
    return tokens[index + 1] if index + 1 < len(tokens) else None


def _starts(tokens: list[Token], index: int, usage: Usage) -> bool:
    token = tokens[index]
    if not token.capital:
        return False
    following = _following(tokens, index)
    if names_something(token, following, usage):
        return True
    if token.word in NAMED_DAYS and following and following.text in WEEKDAYS:
        return True
    is_title = token.word in TITLES or token.text in ABBREVIATED_TITLES
    glued = following is not None and following.capital and following.gap in (" ", ". ")
    return is_title and glued


def _extend(tokens: list[Token], first: int, usage: Usage) -> tuple[int, bool]:
    """The last token of the run that starts at ``first``, and whether it keeps its ``'s``."""
    last = first
    while True:
        word = tokens[last].text
        following = _following(tokens, last)
        own = word.replace("’", "'") in OWN_POSSESSIVE
        if following is None or last - first >= _LONGEST_RUN:
            return last, own
        owns = tokens[last].word != word
        if owns and not (following.capital and _keeps_possessive(tokens, last)):
            return last, own
        step = _step(tokens, last, first, usage)
        if following.text in POST_NOMINALS and last > first:
            return last, own
        if not step:
            return last, own
        last += step


def _keeps_possessive(tokens: list[Token], at: int) -> bool:
    """Whether a name goes on behind an ``'s``: ``People's Republic``, ``St. Paul's Hall``."""
    is_saint = at > 0 and tokens[at - 1].text in {"St", "Saint"}
    written = tokens[at].text.replace("’", "'")
    return is_saint or written in OWN_POSSESSIVE or written in POSSESSIVE_INSIDE


def _step(tokens: list[Token], last: int, first: int, usage: Usage) -> int:
    """How many tokens the run goes on with after ``last``; 0 at its end."""
    following = tokens[last + 1]
    gap, word = following.gap, tokens[last].text
    if gap == "-":
        return _hyphen_step(tokens, last)
    if following.capital and gap in (" ", "\u00a0", " & ", ". ", ".\u00a0"):
        return int(_continues(tokens, last, gap, usage))
    plural = gap in _PLURAL_POSSESSIVE and word.endswith("s") and following.word in HEADS
    if plural or (
        gap == ", " and following.text in {"D.C.", "DC", "Inc", "Ltd", "Jr", "Sr", "LLC"}
    ):
        return 1
    if gap != " ":
        return 0
    if following.text.isdigit() and len(following.text) < 5 and word in _NUMBERED:
        return 1
    return _connector_step(tokens, last, first)


def _hyphen_step(tokens: list[Token], last: int) -> int:
    following = tokens[last + 1]
    if following.capital or following.text[0].isdigit():
        return 1
    is_given = (
        len(following.text) < 7
        and following.text.isalpha()
        and following.text not in _NOT_GIVEN
        and not following.text.endswith(("ed", "ing", "er"))
        and 1 < len(tokens[last].text) < 6
        and not country_of(tokens[last].text, demonyms=True)
        and (last > 0 and tokens[last - 1].capital and tokens[last].gap == " ")
    )
    return int(is_given)


def _continues(tokens: list[Token], last: int, gap: str, usage: Usage) -> bool:
    """Whether the capitalised word after ``last`` belongs to the same name."""
    token, following = tokens[last], tokens[last + 1]
    word = following.word
    if gap.startswith(".") and not _is_abbreviated(token.text, word):
        return False
    if word in WEEKDAYS:
        return token.text in NAMED_DAYS
    if word in MONTHS:
        return _is_month_name(tokens, last)
    ends = (word.lower() in BREAKERS and not word.isupper()) or word in _CAPTIONS
    # "the U.S. Officials said": the full stop of the acronym may end the sentence too
    opens = token.text.endswith(".") and len(token.text) > 2 and looks_common(word)
    if ends or opens:
        return False
    return not following.headline or names_something(following, _following(tokens, last + 1), usage)


def _is_abbreviated(word: str, following: str) -> bool:
    """Whether the full stop behind ``word`` is an abbreviation's: ``J. Smith``, ``St. Louis``."""
    is_initial = len(word) == 1 and following.lower() not in OPENERS
    return is_initial or word in ABBREVIATED_TITLES or word in {"St", "Mt", "Ft"}


def _is_month_name(tokens: list[Token], last: int) -> bool:
    """Whether the month behind a given name is a surname: ``Theresa May``, not ``Ann May 3``."""
    after = tokens[last + 2] if last + 2 < len(tokens) else None
    dated = after is not None and after.text[0].isdigit() and after.gap in (" ", ", ")
    return len(tokens[last + 1].text) < 7 and tokens[last].text in GIVEN_NAMES and not dated


def _connector_step(tokens: list[Token], last: int, first: int) -> int:
    """Small words inside a name: ``Bank of England``, ``Centers for Disease Control and ...``."""
    small = tokens[last + 1].text
    at = last + 2
    if at >= len(tokens) or tokens[at].gap != " ":
        return 0
    if small in PARTICLES:
        at += tokens[at].text in PARTICLES
        return at - last if at < len(tokens) and _joins_by_particle(tokens, at) else 0
    if tokens[at].text == "the" and small in {"of", "for", "on"} and at + 1 < len(tokens):
        at += 1
    day = tokens[at].text in WEEKDAYS or tokens[at].text in MONTHS
    is_name = tokens[at].capital and not day
    return at - last if is_name and _joins(tokens, first, last, at) else 0


def _joins(tokens: list[Token], first: int, last: int, at: int) -> bool:
    """Whether the small word behind ``last`` and the capital at ``at`` go on the name."""
    small, left = tokens[last + 1].text, tokens[last].word
    has_article = at > last + 2
    if small == "of":
        is_person = first < last and tokens[first].text in GIVEN_NAMES
        plain = first < last and left not in HEADS and not looks_common(left)
        if plain or is_title(left) or left in DEMONYMS or country_of(left) or is_person:
            return False
        if is_title(tokens[at].text) or _opens_person(tokens, at):
            return False
        return not has_article or (left in _OF_THE and not _is_country(tokens, at))
    if small in {"for", "on", "against"}:
        return left in ORGANIZATION_WORDS or left in EVENT_WORDS
    return small == "and" and not has_article and _joins_by_and(tokens, first, last)


def _opens_person(tokens: list[Token], at: int) -> bool:
    """Whether a title and a name begin at ``at``: ``the party of | Prime Minister Ann Poe``."""
    words = [token.text for token in tokens[at : at + 3] if token.capital]
    return len(words) == 3 and is_title(words[1]) and words[0] in TITLE_MODIFIERS


def _is_country(tokens: list[Token], at: int) -> bool:
    pair = " ".join(token.text for token in tokens[at : at + 2])
    return bool(country_of(tokens[at].text) or country_of(pair)) and tokens[at - 1].text == "the"


def _joins_by_particle(tokens: list[Token], at: int) -> bool:
    return tokens[at].capital and tokens[at].gap in (" ", "-")


def _joins_by_and(tokens: list[Token], first: int, last: int) -> bool:
    """``Security and Exchange Commission``, ``Department of Health and Human Services``."""
    right = tokens[last + 2].word
    if right in KNOWN_ORGANIZATIONS or country_of(right, demonyms=True) or right in PEOPLES:
        return False
    inside = {token.text for token in tokens[first : last + 1]}
    if {"of", "for", "on"} & inside and tokens[first].text in HEADS:
        return right not in GIVEN_NAMES
    left = tokens[last].word
    if country_of(left, demonyms=True) or left in KNOWN_ORGANIZATIONS or left in GIVEN_NAMES:
        return False
    end = last + 2
    while end + 1 < len(tokens) and tokens[end + 1].capital and tokens[end + 1].gap == " ":
        end += 1
    closes = tokens[end].word
    return first == last and end > last + 2 and closes in ORGANIZATION_WORDS
