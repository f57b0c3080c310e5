"""French. Groups of three stand apart by a space; the decimal mark is a comma."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.figures.languages.base import (
    Language,
    decimals,
    marked,
    table,
    tens_of,
)
from summarizer.facts.figures.tokens import SPACES, Phrases, words

_ONES = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}


def _below_twenty() -> dict[int, str]:
    plain = dict(enumerate(_ONES))
    return plain | {17: "dix - sept", 18: "dix - huit", 19: "dix - neuf"}


def _cardinals() -> dict[str, int]:
    low = _below_twenty()
    table = {word: value for value, word in low.items() if value != 1}
    for tens, word in _TENS.items():
        table[word] = tens
        for value in range(1, 20 if tens == 60 else 10):
            joint = " et " if value in {1, 11} else " - "
            table[f"{word}{joint}{low[value]}"] = tens + value
            table[f"{word}{joint.replace(' et ', ' - et - ')}{low[value]}"] = tens + value
    table["quatre - vingts"] = table["quatre - vingt"] = 80
    return table | {f"quatre - vingt - {low[value]}": 80 + value for value in range(1, 20)}


_SCALES = decimals(
    "douzaine 12, mille 1e3, millier 1e3, milliers 1e3, million 1e6, millions 1e6, milliard 1e9,"
    "milliards 1e9, md 1e9, mds 1e9"
)

FRENCH = Language(
    code="fr",
    group=" ." + SPACES,
    decimal=",",
    cardinals=Phrases(_cardinals()),
    hundreds=words("cent cents"),
    scales=_SCALES,
    short_scales=decimals("k 1e3, md 1e9, mds 1e9"),
    bare_scales=words("cent mille"),
    vague=tens_of({"milliers": "millier", "millions": "million", "milliards": "milliard"}, _SCALES)
    | {
        "dizaines": (Decimal(10), Decimal(100)),
        "centaines": (Decimal(100), Decimal(1000)),
        "douzaines": (Decimal(12), Decimal(120)),
    },
    half=words("demi demie moitié"),
    fractions={"tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "dixième": 10},
    articles=words("un une"),
    number_and=words("et"),
    range_from=words("de"),
    range_between=words("entre"),
    range_to=words("à - – —"),
    range_and=words("et"),
    range_or=words("ou"),
    out_of=marked(["sur"]),
    of=words("de des du d"),
    scale_of=words("de d"),
    by=words("de"),
    minus=words("moins"),
    point=words("virgule"),
    per=words("par"),
    before=Phrases(
        [
            *table(
                ">",
                "plus de, plus d ', au moins, au minimum, supérieur à, au - delà de, pas moins de",
            ),
            *table(
                "<",
                "moins de, moins d ', jusqu ' à, au plus, au maximum, pas plus de, inférieur à,"
                "à peine moins de",
            ),
            *table(
                "~",
                "environ, près de, quelque, quelques, presque, à peu près, aux alentours de,"
                "autour de, approximativement, une, un",
            ),
        ]
    ),
    after=Phrases([*table(">", "ou plus, et plus, au moins"), *table("~", "environ")]),
    up=words("augmenté augmente augmenté hausse progressé progresse grimpé grimpe bondi monté crû"),
    down=words("baissé baisse chuté chute reculé recule diminué diminue perdu tombé"),
    adverbs=words("de encore seulement d environ près"),
    stop=words(
        "le la les l un une des du de d et ou mais à au aux en dans par pour sur sous avec"
        " sans  chez depuis pendant avant après contre entre vers est sont était étaient a ont"
        " avait avaient  sera seront qui que qu dont où ne pas plus moins ce cette ces son sa"
        " ses leur leurs se"
    ),
    plurals={"travaux": "travail"},
    plural_endings=("s", "x"),
    designators=words(
        "article articles numéro n no page chapitre section vol boeing airbus ligne"
        " chambre phase groupe catégorie route"
    ),
    ordinals={"premier": 1, "première": 1, "deuxième": 2, "troisième": 3, "quatrième": 4},
    ordinal_endings=words("e er re ère ème nd nde"),
    aged=marked(["âgé de", "âgée de", "âgés de", "à l ' âge de"]),
    year_before=words("en depuis dès fin début année mi"),
    score_words=words("victoire défaite voix match nul score gagné perdu battu"),
)
