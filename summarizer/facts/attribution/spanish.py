"""Spanish: the words that tell who says something."""

from __future__ import annotations

import re

from summarizer.facts.attribution.clause_words import ClauseWords, said_verbs
from summarizer.facts.words import word_set

_VERBS = said_verbs(
    {
        ("attributed", "C"): (
            "dijo dice dijeron dicen afirmó afirma afirmaron afirman aseguró asegura aseguraron"
            " aseguran explicó explica explicaron explican señaló señala señalaron señalan indicó"
            " indica indicaron añadió añade añadieron agregó agrega declaró declara declararon"
            " manifestó manifestaron subrayó subraya destacó destaca recordó recuerda reconoció"
            " reconoce reconocieron admitió admite admitieron advirtió advierte advirtieron"
            " advierten avisó avisa insistió insiste opinó opina respondió responde replicó"
            " contestó precisó precisa comentó comenta relató relata escribió escribe quejó queja"
            " lamentó lamenta zanjó concluyó concluye cree creen considera consideran teme temen"
            " confesó matizó apuntó apunta detalló argumentó argumenta publicó publicaron apostilló"
            " prometió promete"
        ),
        ("attributed", "CN"): (
            "informó informa informaron informan cifró cifra cifraron cifran calculó calcula"
            " calculan calcularon estimó estima estiman estimaron anunció anuncia anunciaron"
            " anuncian prevé prevén espera esperan habló habla hablaron adelantó adelanta"
            " adelantaron elevó eleva elevaron confirmó confirma confirmaron confirman comunicó"
            " comunicaron criticó critica criticaron exigió exige pidió pide pidieron contabilizó"
        ),
        ("disputed", "C"): "sostiene sostuvo sostienen sostuvieron alega alegó mantiene mantuvo",
        (
            "disputed",
            "CN",
        ): "acusó acusa acusaron acusan denunció denuncia denuncian denunciaron cuestionó",
        ("denied", "CN"): (
            "negó niega negaron niegan desmintió desmiente desmintieron rechazó rechaza rechazaron"
        ),
    }
)
_PARTICIPLES = said_verbs(
    {
        ("attributed", "C"): (
            "dicho afirmado asegurado explicado señalado indicado añadido declarado reconocido"
            " admitido advertido"
        ),
        ("attributed", "CN"): "anunciado informado cifrado calculado estimado confirmado confirmar",
        ("disputed", "CN"): "acusado denunciado",
        ("denied", "CN"): "negado desmentido rechazado",
    }
)

# What a finite verb of the language mostly looks like.
_FINITE = re.compile(
    r"\A(?:[a-zñáéíóú]{1,20}(?:ó|ía|ían|aba|aban|aron|ieron|ará|erá|irá|arán|erán|irán)"
    r"|es|son|era|fue|está|están|ha|han|hay|tiene|tienen|va|van|puede|pueden|debe)"
)
_CANNOT_CONFIRM = re.compile(
    r"\bno (?:puede|podía|pudo|ha|había|han)(?: podido)? (?:confirmar|descartar|confirmado)"
)

ES_CLAUSES = ClauseWords(
    verbs=_VERBS,
    particles={},
    participles=_PARTICIPLES,
    perfect=word_set("ha han había habían pudo quiso puede pudieron quisieron"),
    sources=(
        ("según",),
        ("de", "acuerdo", "con"),
        ("a", "juicio", "de"),
        ("en", "opinión", "de"),
        ("en", "palabras", "de"),
    ),
    behind=frozenset(),
    own=(),
    that=word_set("que si"),
    joins=word_set("y e pero aunque que cuando como mientras porque donde ni sino pues quien"),
    linking=word_set("de del"),
    objects=frozenset(),
    clitics=word_set("se le les lo la me también ya no"),
    finite=_FINITE,
    nouns_capital=False,
    drops_subject=True,
    relatives=word_set("que quien quienes cuyo cuya"),
    also_nouns=word_set("cifra espera denuncia critica teme queja calcula habla pide anuncia"),
)

ES_WORDS = {
    "cannot_confirm": _CANNOT_CONFIRM,
    "pronouns": word_set("él ella ellos ellas he she it they"),
    "stands_for": {"él": "he", "ella": "she", "ellos": "they", "ellas": "they"},
    "determiners": word_set(
        "el la los las un una unos unas su sus este esta estos estas ese esa varios varias dos tres"
        " muchos algunos otro otra ningún"
    ),
    "prepositions": word_set(
        "a al ante bajo con contra de del desde durante en entre hacia hasta para por según sin"
        " sobre tras mediante"
    ),
    "adverbs": word_set(
        "también además después luego ayer hoy ahora ya aún todavía entonces así sólo solo siempre"
        " nunca no incluso antes finalmente tampoco más menos casi"
    ),
    "times": word_set(
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio"
        " julio agosto septiembre octubre noviembre diciembre mañana tarde noche semana año mes"
    ),
    "negations": word_set("no nunca tampoco"),
    "role_nouns": word_set(
        "presidente presidenta ministro ministra alcalde alcaldesa portavoz director directora"
        " entrenador entrenadora técnico técnica abogado abogada juez jueza fiscal secretario"
        " secretaria jefe jefa concejal diputado diputada senador senadora profesor profesora"
        " doctor doctora médico médica delegado delegada gobernador gobernadora consejero"
        " consejera delantero defensa capitán capitana investigador investigadora"
    ),
    "anonymous_nouns": word_set(
        "fuentes testigos expertos vecinos analistas críticos funcionarios observadores"
    ),
    "source_nouns": word_set("informe estudio encuesta diario periódico acta documento"),
    "women": word_set("señora doña ministra alcaldesa presidenta entrenadora ana maría laura"),
    "men": word_set("señor don ministro alcalde presidente entrenador josé juan carlos"),
}
