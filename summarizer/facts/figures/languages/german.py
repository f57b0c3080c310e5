"""German. A noun has a capital, so the next word with one is what is counted."""

from __future__ import annotations

from summarizer.facts.figures.languages.base import (
    Language,
    decimals,
    marked,
    table,
    tens_of,
)
from summarizer.facts.figures.tokens import Phrases, words

_ONES = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
_TEENS = "fünfzehn sechzehn siebzehn achtzehn neunzehn"
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"


def _cardinals() -> dict[str, int]:
    ones = [*_ONES.split(), *_TEENS.split()]
    below = {word: value for value, word in enumerate(ones)} | {"zwo": 2}
    for tens, word in enumerate(_TENS.split(), 2):
        below[word] = tens * 10
        for value in range(1, 10):
            stem = "ein" if value == 1 else ones[value]
            below[f"{stem}und{word}"] = tens * 10 + value
    table = dict(below)
    for word, value in below.items():
        if 1 < value < 100:
            table[f"{word}tausend"] = value * 1000
        if 1 < value < 10:
            table[f"{word}hundert"] = value * 100
            table[f"{word}hunderttausend"] = value * 100_000
    return table | {"einhundert": 100, "eintausend": 1000, "hunderttausend": 100_000}


_SCALES = decimals(
    "dutzend 12, tausend 1e3, million 1e6, millionen 1e6, mio 1e6, milliarde 1e9, milliarden 1e9,"
    "mrd 1e9, billion 1e12, billionen 1e12, bio 1e12"
)

GERMAN = Language(
    code="de",
    group=".",
    decimal=",",
    cardinals=Phrases(_cardinals()),
    hundreds=words("hundert"),
    scales=_SCALES,
    short_scales=decimals("mio 1e6, mrd 1e9, k 1e3"),
    bare_scales=words("hundert tausend"),
    vague=tens_of(
        {
            "dutzende": "dutzend",
            "tausende": "tausend",
            "tausenden": "tausend",
            "millionen": "million",
            "milliarden": "milliarde",
        },
        _SCALES,
    ),
    half=words("halb halbe halben hälfte"),
    fractions={
        "drittel": 3,
        "viertel": 4,
        "fünftel": 5,
        "sechstel": 6,
        "achtel": 8,
        "zehntel": 10,
        "hundertstel": 100,
    },
    articles=words("ein eine einem einen einer"),
    range_from=words("von"),
    range_between=words("zwischen"),
    range_to=words("bis auf - – —"),
    range_and=words("und"),
    range_or=words("oder"),
    out_of=marked(["von", "von je"]),
    of=words("von der des"),
    by=words("um"),
    minus=words("minus"),
    point=words("komma"),
    per=words("pro je"),
    before=Phrases(
        [
            *table(
                ">",
                "mehr als, über, mindestens, wenigstens, nicht weniger als, ab, gut, knapp über,"
                "zumindest, jenseits von",
            ),
            *table(
                "<", "weniger als, unter, höchstens, bis zu, maximal, nicht mehr als, knapp unter"
            ),
            *table(
                "~",
                "etwa, rund, ungefähr, circa, ca ., zirka, fast, knapp, nahezu, beinahe, an die,"
                "in etwa, schätzungsweise, annähernd, gegen",
            ),
        ]
    ),
    after=Phrases([*table(">", "oder mehr, und mehr, +"), *table("<", "oder weniger")]),
    up=words(
        "stieg stiegen gestiegen steigt steigen wuchs wuchsen gewachsen wächst kletterte zulegte"
        " erhöhte erhöht plus zugelegt gewann"
    ),
    down=words(
        "fiel fielen gefallen fällt fallen sank sanken gesunken sinkt sinken schrumpfte ging"
        " verlor verloren minus gesenkt"
    ),
    adverbs=words("um weitere weiteren noch einmal nochmals sogar nur ein eine"),
    stop=words(
        "der die das des dem den ein eine einer einem einen und oder aber in im an am auf aus"
        " bei  mit nach seit von vom vor zu zum zur für über unter durch gegen ohne um bis als"
        " wie ist sind  war waren wird werden wurde wurden hat haben hatte hatten sowie pro je"
        " nicht auch noch"
    ),
    capital_nouns=True,
    plural_endings=("\0",),
    designators=words(
        "artikel paragraf paragraph § nummer nr seite kapitel absatz boeing airbus flug"
        " linie gleis zimmer euro_ a b bundesstraße autobahn gruppe phase kategorie"
    ),
    ordinals={
        "erste": 1,
        "ersten": 1,
        "erster": 1,
        "erstes": 1,
        "zweite": 2,
        "zweiten": 2,
        "zweiter": 2,
        "dritte": 3,
        "dritten": 3,
        "dritter": 3,
        "vierte": 4,
        "vierten": 4,
    },
    ordinal_dot=True,
    old=marked(["alt", "- alt", "alte", "alter", "alten"]),
    aged=marked(["im alter von", "alter von"]),
    year_before=words("in im seit bis von ab jahr jahre jahres anfang ende mitte um nach vor"),
    score_words=words(
        "sieg siegte gewann verlor niederlage stimmen unentschieden endstand tor tore"
    ),
)
