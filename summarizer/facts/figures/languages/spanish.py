"""Spanish, in the format of Spain (1.234,56)."""

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
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_HUNDREDS = [
    "cien",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]


def _cardinals() -> dict[str, int]:
    table = {word: value for value, word in enumerate(_ONES) if value != 1}
    for tens, word in enumerate(_TENS, 3):
        table[word] = tens * 10
        table |= {f"{word} y {_ONES[value]}": tens * 10 + value for value in range(1, 10)}
    below = dict(table)
    for hundred, word in enumerate(_HUNDREDS, 1):
        table[word] = hundred * 100
        table[word.replace("os", "as")] = hundred * 100
        stem = "ciento" if hundred == 1 else word
        table |= {f"{stem} {low}": hundred * 100 + value for low, value in below.items() if value}
    return table


_SCALES = decimals(
    "docena 12, mil 1e3, millar 1e3, millón 1e6, millones 1e6, billón 1e12, billones 1e12"
)

SPANISH = Language(
    code="es",
    group="." + SPACES,
    decimal=",",
    cardinals=Phrases(_cardinals()),
    hundreds=frozenset(),
    scales=_SCALES,
    short_scales=decimals("k 1e3"),
    bare_scales=words("mil"),
    vague=tens_of(
        {"docenas": "docena", "miles": "mil", "millares": "mil", "millones": "millón"}, _SCALES
    )
    | {
        "decenas": (Decimal(10), Decimal(100)),
        "cientos": (Decimal(100), Decimal(1000)),
        "centenares": (Decimal(100), Decimal(1000)),
    },
    half=words("medio media mitad"),
    fractions={
        "tercio": 3,
        "tercios": 3,
        "cuarto": 4,
        "cuartos": 4,
        "quinto": 5,
        "quintos": 5,
        "décimo": 10,
    },
    articles=words("un una"),
    number_and=words("y"),
    range_from=words("de desde"),
    range_between=words("entre"),
    range_to=words("a hasta - – —"),
    range_and=words("y"),
    range_or=words("o"),
    out_of=marked(["de cada"]),
    of=words("de del"),
    scale_of=words("de"),
    by=words("un en"),
    minus=words("menos"),
    point=words("coma"),
    per=words("por al"),
    before=Phrases(
        [
            *table(
                ">",
                "más de, al menos, por lo menos, como mínimo, superior a, no menos de, superó los",
            ),
            *table("<", "menos de, hasta, como máximo, a lo sumo, no más de, inferior a"),
            *table(
                "~",
                "unos, unas, cerca de, aproximadamente, alrededor de, casi, en torno a,"
                "en torno al, cerca del, alrededor del",
            ),
        ]
    ),
    after=Phrases(
        [*table(">", "o más, y más"), *table("<", "o menos"), *table("~", "aproximadamente")]
    ),
    up=words("subió subieron sube aumentó aumentaron aumenta creció crecieron crece alza ganó"),
    down=words("bajó bajaron baja cayó cayeron cae descendió disminuyó perdió retrocedió"),
    adverbs=words("un el en otro otros solo casi cerca de"),
    stop=words(
        "el la los las un una unos unas y o pero de del a al en por para con sin sobre entre desde"
        " hasta durante es son era eran fue fueron ha han había habían será que quien cuyo donde no"
        " se su sus este esta estos estas más menos como ya después antes ante tras según cuando"
    ),
    plural_endings=("s",),
    designators=words(
        "artículo artículos número núm n página capítulo sección vuelo boeing airbus"
        " línea fase grupo categoría ruta minuto minutos_"
    ),
    ordinals={
        "primero": 1,
        "primer": 1,
        "primera": 1,
        "segundo": 2,
        "segunda": 2,
        "tercer": 3,
        "tercero": 3,
        "tercera": 3,
    },
    ordinal_endings=words("º ª er"),
    aged=marked(["edad de", "a los"]),
    year_before=words("en desde hasta año años finales principios de"),
    score_words=words("victoria derrota votos partido empate ganó perdió venció"),
)
