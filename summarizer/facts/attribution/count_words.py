"""The words that tell who gives a number without a verb of saying."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.facts.attribution.conjugation import Form, verb_forms
from summarizer.facts.names.org_words import KNOWN_ORGANIZATIONS, ORGANIZATION_WORDS
from summarizer.facts.names.places import CAPITALS, COUNTRY_NAMES, PLACES
from summarizer.facts.words import word_set


@dataclass(frozen=True, slots=True)
class CountWords:
    """What the readers of given numbers look up in one language. All entries are lower case."""

    put_verbs: dict[str, Form]
    count_verbs: dict[str, Form]
    figure_givers: frozenset[str]
    figure_nouns: frozenset[str]
    own_figures: frozenset[str]
    owned_nouns: frozenset[str]
    counters: frozenset[str]
    places: frozenset[str]
    body_nouns: frozenset[str]
    carriers: frozenset[str]
    carried_nouns: frozenset[str]
    unsure: frozenset[str]


EN_COUNTING = CountWords(
    put_verbs=verb_forms({"attributed": {"": "put:put estimate peg:pegged assess"}}),
    count_verbs=verb_forms({"attributed": {"": "count reckon tally estimate"}}),
    figure_givers=word_set(
        "name named names give gave gives given offer offered offers cite cited cites quoted"
        " provide provided provides publish published publishes release released releases issue"
        " issued issues"
    ),
    figure_nouns=word_set(
        "toll number numbers figure figures total count estimate tally cost costs loss losses"
        " damage"
        " deaths dead population size strength bill price value turnout attendance crowd odds"
        " chance chances probability rate level unemployment inflation growth share age speed"
        " distance budget deficit revenue sales profit casualties injured wounded displaced missing"
        " membership valuation debt wealth fortune"
    ),
    # What belongs to who gives it ("the bank's estimate"). The toll of a ministry is its count,
    # that of a city is what happened to it: for such a noun the owner must be one that counts.
    own_figures=word_set("figure estimate count tally toll number total"),
    owned_nouns=word_set("tally toll number total"),
    counters=word_set(
        "ministry department police agency agencies government officials authority authorities"
        " army military observatory commission bureau institute office intelligence service"
        " pentagon kremlin committee campaign board monitor monitors union organisers organizers"
        " un coroner prosecutors rescuers council"
    ),
    places=frozenset(
        name.lower() for name in (*COUNTRY_NAMES, *CAPITALS, *PLACES) if " " not in name
    ),
    body_nouns=frozenset(word.lower() for word in ORGANIZATION_WORDS | KNOWN_ORGANIZATIONS),
    carriers=word_set(
        "carry carries carried publish publishes published air aired broadcast circulated"
    ),
    carried_nouns=word_set(
        "claim claims report reports account accounts allegation allegations estimate estimates"
        " rumour rumours rumor rumors"
    ),
    unsure=word_set("unconfirmed unverified uncorroborated unsubstantiated"),
)
