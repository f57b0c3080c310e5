"""Who says what in German and Spanish: verbs second or last in the clause, subjects left out."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts.attribution import Attribution, read_attributions


def read(text: str, language: str) -> list[Attribution]:
    return read_attributions(Document.from_text(text, language=language))


def said(text: str, language: str) -> list[tuple[str, str, str]]:
    """(name, content, status) of each attribution."""
    return [(a.name, text[a.start : a.end], a.status) for a in read(text, language)]


GERMAN = {
    "subject before the verb": (
        "Der Betreiber sagte, dass der Tunnel gesperrt bleibt.",
        [("Der Betreiber", "der Tunnel gesperrt bleibt", "attributed")],
    ),
    "subject behind an adjunct": (
        "Am Abend meldete die Feuerwehr drei Verletzte.",
        [("die Feuerwehr", "drei Verletzte", "attributed")],
    ),
    "a main clause in reported mood": (
        "Der Trainer erklärte am Montag, die Mannschaft sei müde.",
        [("Der Trainer", "die Mannschaft sei müde", "attributed")],
    ),
    "speaker behind what is said": (
        "Die Kosten seien gestiegen, sagte Stadträtin Vera Lohm.",
        [("Vera Lohm", "Die Kosten seien gestiegen", "attributed")],
    ),
    "a short quotation": (
        "„Das reicht nicht“, sagte Trainer Jonas Wirth.",
        [("Jonas Wirth", "Das reicht nicht", "attributed")],
    ),
    "a quotation and so": (
        "„Wir haben lange darauf gewartet“, so die Gewerkschaft.",
        [("die Gewerkschaft", "Wir haben lange darauf gewartet", "attributed")],
    ),
    "a separable verb": (
        "Der Verband teilte am Freitag mit, dass die Messe ausfällt.",
        [("Der Verband", "die Messe ausfällt", "attributed")],
    ),
    "the perfect": (
        "Der Minister hatte im Mai gesagt, die Steuer sinke.",
        [("Der Minister", "die Steuer sinke", "attributed")],
    ),
    "laut": (
        "Laut Polizei wurde niemand verletzt.",
        [("Polizei", "wurde niemand verletzt", "attributed")],
    ),
    "nach Angaben, in the middle": (
        "Das Dach ist nach Angaben der Bahn undicht.",
        [("Bahn", "Das Dach ist nach Angaben der Bahn undicht", "attributed")],
    ),
    "zufolge": (
        "Dem Bericht zufolge fehlen 40 Lehrer.",
        [("Bericht", "fehlen 40 Lehrer", "attributed")],
    ),
    "an accusation": (
        "Die Opposition wirft dem Senat vor, Zahlen zu verschweigen.",
        [("Die Opposition", "dem Senat vor, Zahlen zu verschweigen", "disputed")],
    ),
    "a denial": (
        "Der Angeklagte bestreitet, dass er am Tatort war.",
        [("Der Angeklagte", "er am Tatort war", "denied")],
    ),
    "not confirmed": (
        "Die Behörde konnte den Vorfall nicht bestätigen.",
        [("Die Behörde", "den Vorfall nicht bestätigen", "unconfirmed")],
    ),
    "hearsay has no speaker": ("Der Brand sei gelöscht, hieß es.", []),
    "a verb that is no saying": ("Der Rat teilte das Geld unter drei Vereinen auf.", []),
}

SPANISH = {
    "subject before the verb": (
        "La alcaldesa aseguró que el puente abrirá en mayo.",
        [("La alcaldesa", "el puente abrirá en mayo", "attributed")],
    ),
    "a name set off by commas": (
        "El presidente del club, Raúl Mena, dijo que habrá fichajes.",
        [("Raúl Mena", "habrá fichajes", "attributed")],
    ),
    "a relative clause before the verb": (
        "El juez, que llegó tarde, explicó que no había pruebas.",
        [("El juez", "no había pruebas", "attributed")],
    ),
    "speaker behind a quotation": (
        "«No habrá más recortes este año», afirmó la ministra.",
        [("la ministra", "No habrá más recortes este año", "attributed")],
    ),
    "a relative clause behind the speaker": (
        "«Llevamos meses esperando una respuesta», dijo Eva Soto, que vive allí.",
        [("Eva Soto", "Llevamos meses esperando una respuesta", "attributed")],
    ),
    "cue in the middle": (
        "El presupuesto, explicó la consejera, se aprobará en otoño.",
        [
            (
                "la consejera",
                "El presupuesto, explicó la consejera, se aprobará en otoño",
                "attributed",
            )
        ],
    ),
    "según": (
        "Según el sindicato, faltan 200 enfermeras.",
        [("el sindicato", "faltan 200 enfermeras", "attributed")],
    ),
    "según, at the end": (
        "Faltan 200 enfermeras, según el sindicato.",
        [("el sindicato", "Faltan 200 enfermeras", "attributed")],
    ),
    "a number": (
        "La policía cifró los daños en 3 millones.",
        [("La policía", "los daños en 3 millones", "attributed")],
    ),
    "an accusation": (
        "El comité acusó a la empresa de ocultar datos.",
        [("El comité", "a la empresa de ocultar datos", "disputed")],
    ),
    "two verbs with one subject": (
        "El técnico habló de errores, pero negó que fuera a dimitir.",
        [
            ("El técnico", "de errores", "attributed"),
            ("El técnico", "fuera a dimitir", "denied"),
        ],
    ),
    "what lo stands for": ("El ministerio lo negó.", [("El ministerio", "lo", "denied")]),
    "not confirmed": (
        "La empresa no ha confirmado la cifra.",
        [("La empresa", "la cifra", "unconfirmed")],
    ),
    "a noun like a verb": ("La cifra que espera el sector bajó en marzo.", []),
}


@pytest.mark.parametrize(("text", "expected"), GERMAN.values(), ids=GERMAN)
def test_german(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH.values(), ids=SPANISH)
def test_spanish(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text, "es") == expected


def test_german_reported_mood_goes_on_with_the_last_speaker() -> None:
    text = "Trainer Karl Brandt bestritt das. Der Keller gehöre seiner Schwester. Es regnete."
    assert [(a.name, a.sentence, a.status) for a in read(text, "de")] == [
        ("Karl Brandt", 1, "denied"),
        ("Karl Brandt", 2, "attributed"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Laut Chefin Petra Lang fehlt Geld. „Wir müssen jetzt sparen“, sagte sie.",
            "de",
            ["Petra Lang", "Petra Lang"],
        ),
        (
            "«No vamos a recurrir la sentencia», dijo Luis Mora. Negó que hubiera prisa.",
            "es",
            ["Luis Mora", "Luis Mora"],
        ),
    ],
    ids=["a pronoun", "no subject at all"],
)
def test_who_is_meant(text: str, language: str, names: list[str]) -> None:
    assert [a.name for a in read(text, language)] == names
