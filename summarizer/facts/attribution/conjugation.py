"""Verbs of saying and the forms in which they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.facts.attribution.model import Status


@dataclass(frozen=True, slots=True)
class Verb:
    """How a verb of saying is used.

    ``frames`` are letters: C a clause may follow without "that"; c a clause only where it looks
    like one; N a noun phrase may be what is said ("announced a recall"); n only a noun phrase about
    words ("dismissed the claims"); A somebody is told and must stand first ("told reporters");
    a somebody may be told ("warned investors that"); V an infinitive ("vowed to appeal"); P a
    preposition brings what is said ("warned of floods"); Q quotations only; T is said by things
    ("the report shows that"); k names something ("called it a joke", "called for help").
    ``status`` is that of what is said.
    """

    lemma: str
    frames: str
    status: Status = "attributed"


@dataclass(frozen=True, slots=True)
class Form:
    """A verb as it stands in a text: ``tense`` is "past", "present", "base" or "ing"."""

    verb: Verb
    tense: str


_VOWELS = "aeiou"
_DOUBLING = frozenset(["quip", "rebut", "admit"])


def _forms(entry: str) -> list[tuple[str, str]]:
    """(form, tense) of a verb written as ``lemma[:past[:participle]]``."""
    parts = entry.split(":")
    lemma = parts[0]
    doubled = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    stem = lemma[:-1] if lemma.endswith("e") else doubled
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        hiss = lemma.endswith(("s", "sh", "ch", "x", "z"))
        third, past = lemma + ("es" if hiss else "s"), stem + "ed"
    ing = (lemma if lemma.endswith("y") else stem) + "ing"
    pasts = parts[1:] or [past]
    return [(lemma, "base"), (third, "present"), (ing, "ing"), *((p, "past") for p in pasts)]


def verb_forms(listed: dict[Status, dict[str, str]]) -> dict[str, Form]:
    """Form -> verb; a verb listed under several frames has the frames of all."""
    frames: dict[str, str] = {}
    status: dict[str, Status] = {}
    entries: dict[str, str] = {}
    for kind, groups in listed.items():
        for letters, words in groups.items():
            for entry in words.split():
                lemma = entry.split(":")[0]
                frames[lemma] = frames.get(lemma, "") + letters
                status[lemma] = kind
                if len(entry) > len(entries.get(lemma, "")):
                    entries[lemma] = entry
    forms: dict[str, Form] = {}
    for lemma, entry in entries.items():
        verb = Verb(lemma, "".join(sorted(set(frames[lemma]))), status[lemma])
        for form, tense in _forms(entry):
            forms[form] = Form(verb, tense)
    return forms
