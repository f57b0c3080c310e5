"""Words for what news counts, and which of them count the same thing."""

from __future__ import annotations

from types import MappingProxyType

from summarizer.facts.words.word_sets import word_set

_CLASSES = {
    "troops": "troop troops soldier soldiers force forces personnel serviceman servicemen military "
    "combatant combatants servicepeople army infantry marine marines",
    "people": "people person persons victim victims individual individuals civilian civilians "
    "human humans resident residents inhabitant inhabitants life lives",
    "votes": "vote votes ballot ballots",
    "jobs": "job jobs post posts position positions redundancy redundancies layoff layoffs",
    "homes": "home homes house houses household households dwelling dwellings",
    "employees": "employee employees worker workers staff workforce",
    "demonstrators": "demonstrator demonstrators protester protesters protestor protestors marcher "
    "marchers",
    "revenue": "revenue revenues turnover sales",
    "profit": "profit profits earnings",
    "price": "price prices",
    "share": "share shares stock stocks",
    "cost": "cost costs price-tag bill",
    "wages": "wage wages pay salary salaries",
    "children": "child children kid kids",
    "fighters": "fighter fighters militant militants rebel rebels insurgent insurgents gunman "
    "gunmen",
    "migrants": "migrant migrants refugee refugees",
    "case": "case cases infection infections",
    "attendance": "attendee attendees spectator spectators crowd visitor visitors",
    "vehicle": "vehicle vehicles car cars",
    "ruling": "ruling decision verdict judgment judgement vote",
    "unemployment": "unemployment joblessness jobless",
}
COUNTED_CLASS = MappingProxyType(
    {word: name for name, words in _CLASSES.items() for word in words.split()}
)
"""A noun, lower case, to the class of nouns that count the same."""

_FATES = {
    "dead": "dead died dies die dying killed killing deaths death fatalities fatality perished "
    "slain toll murdered drowned",
    "injured": "injured injuries injury wounded hurt hospitalised hospitalized",
    "missing": "missing unaccounted disappeared",
    "arrested": "arrested detained arrests arrest detentions custody",
    "displaced": "displaced evacuated homeless fled evacuees",
    "rescued": "rescued saved",
    "infected": "infected",
    "captured": "captured prisoner prisoners",
}
FATES = MappingProxyType({word: name for name, words in _FATES.items() for word in words.split()})
"""What happened to those counted, by the words that tell it; ``"lost their lives"`` is ``dead``."""

FATE_PHRASES = MappingProxyType(
    {
        "lost their lives": "dead",
        "lost his life": "dead",
        "lost her life": "dead",
        "left without homes": "displaced",
        "forced to flee": "displaced",
        "in custody": "arrested",
    }
)

CHANGE_NOUNS = word_set(
    """
rise rises increase increases drop drops fall falls decline declines growth gain gains jump jumps
cut cuts reduction reductions hike hikes surge slump decrease boost uptick dip loss slide climb
improvement premium discount raise expansion contraction change swing
"""
)
"""Nouns of a change, whose subject follows in ``in`` or ``of``: ``a rise in profits``."""

MEASURE_NOUNS = word_set(
    "number total amount share rest majority minority proportion percentage sum rate level value "
    "average most half part estimate figure count tally toll size volume"
)
"""Nouns that say how something is measured and not what: ``the number of troops``."""

GENERIC = word_set(
    "people votes jobs homes employees revenue profit price share cost wages children "
    "vehicle case attendance unemployment"
)
"""Classes so general that two figures need more in common to be about the same thing."""
