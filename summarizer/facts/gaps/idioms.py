"""Sayings by which an article leaves something open: "nobody knows", "steht noch nicht fest".

They complete ``open_clauses``, which reads the grammar of English: here each language has a table
of fixed wordings, looked for in a sentence that has no other open clause. What is asked is taken
where it follows ("nobody knows |how many stayed|"); else the clause itself is told.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from summarizer.document import Document, Sentence
from summarizer.facts.gaps.model import Gap, GapKind, gap_at
from summarizer.facts.gaps.phrasing import LONGEST_CLAUSE, capital

_Wordings = tuple[tuple[GapKind, str], ...]
LONGEST = 500
"""Characters of a sentence that are looked at; one of news has fewer."""


def _table(kind: GapKind, *wordings: str) -> _Wordings:
    return tuple((kind, wording) for wording in wordings)


_NOT = r"(?: not|n['’]t)"
_CANNOT = rf"(?:(?:could|would|did|does|do|has|have|had|will){_NOT}|cannot|can['’]t)"
_ASKED = r" (?P<asked>(?:whether|how|why|what|who|where|when|which) .{3,220})"
_NOBODY = r"\b(?:nobody|no one|no-one|none of (?:them|us|the \w{1,20}))\b"
_SAID = r"(?:knows?|(?:can|could|will|would)(?: \w{1,8})? (?:say|tell|know|explain))"
_FOUND = (
    r"(?:known|established|determined|explained|disclosed|identified|published|released|found|"
    r"made public|resolved|tested|examined|studied|investigated)"
)

_ENGLISH: _Wordings = (
    *_table(
        "unknown",
        rf"{_NOBODY}[^.;:]{{0,40}}? {_SAID}{_ASKED}",
        rf"{_NOBODY}[^.;:]{{0,40}}? {_SAID}\b(?! that\b| me\b| him\b| her\b)",
        r"\bnobody has managed to (?:prove|explain|say|show)\b",
        rf"\bit {_CANNOT} (?:yet )?(?:say|tell|specify|disclose){_ASKED}",
        rf"\bleaves? (?:it )?open is{_ASKED}",
        r"\b(?:is|are|remains?) (?:still )?an open question\b",
        r"\b(?:is|are|was|were) (?:even )?(?:less|far from|anything but) clear\b",
        rf"\bimpossible to (?:determine|say|tell|know|establish){_ASKED}",
        rf"\bnor (?:has|have|had|is|was)\b[^.;]{{1,60}}? been {_FOUND}{_ASKED}",
        rf"\bnor (?:has|have|had)\b[^.;]{{1,60}}? been {_FOUND}\b",
        rf"\bnor (?:can|could|does|do|did)\b[^.;]{{1,40}}? (?:say|tell|explain|know){_ASKED}",
        rf"\b(?:cannot|can['’]t|could{_NOT})(?: now)? be {_FOUND}\b",
        rf"\b(?:has|have){_NOT} (?:yet |so far )?been {_FOUND}\b",
        rf"\bno (?:result|explanation|cause|motive|reason)s? (?:was|were|has been|have been) "
        rf"(?:ever |yet )?(?:issued|given|{_FOUND})\b",
        r"\b(?:reasons?|details?|terms|causes?) (?:was|were) not (?:given|stated|made public)\b",
        rf"\b(?:did|has|have|had){_NOT} (?:yet )?(?:named?|identify|identified|publish|published|"
        r"release|released|disclosed?|explained?) (?:the|its|any|those|who|why)\b",
        r"^(?:whether|what|why|how|who|where|when)\b[^.;?!]{5,180}? (?:I|we|he|she|they)"
        r"(?: \w{2,12})? "
        rf"(?:(?:do|does|did){_NOT}|don['’]t) know\b",
        r"\bsays? nothing about\b",
        r"\b(?:is|are|remains?) (?:still |as yet )?undecided\b",
        r"\bthere is no record (?:that|of)\b",
        r"\bno decision (?:has been|had been|would be|will be|was) (?:taken|made)\b",
        r"\b(?:will|is to|are to) (?:examine|look into|investigate|decide) "
        r"(?P<asked>whether .{3,220})",
        rf"\bI {_CANNOT} tell you (?P<asked>(?:that|whether|if) .{{3,220}})",
    ),
    *_table(
        "unconfirmed",
        rf"\b(?:{_CANNOT}|declined to|refused to) (?:exclude|rule out)\b",
        r"\b(?:could|can)(?:not| not|n['’]t) be (?:excluded|ruled out)\b",
        r"\bstopped short of (?:promising|saying|confirming|ruling)\b",
        r"\b(?:neither|not) (?:be )?(?:proved|proven|confirmed?|verified) n?or \w{3,12}\b",
        r"\bneither confirm(?:ed)? nor (?:deny|denied)\b",
        r"\bunconfirmed (?:claim|report|account|rumou?r)s?\b",
        r"\bnone of (?:them|these|those)\b[^.;]{0,30}? (?:be|been) (?:independently )?"
        r"(?:verified|confirmed)\b",
    ),
    *_table(
        "disputed",
        r"\b(?:denied|denies|disputed|disputes|rejected|rejects) (?:that|this|it)[.,;]",
        r"\bdisputes? the \w{3,20}[.,;]",
    ),
    *_table(
        "unheard",
        r"\bneither [^.;]{2,50}? nor [^.;]{2,50}? (?:has|have|had) (?:acknowledged|confirmed|"
        r"commented|responded|replied|explained|reviewed)\b",
        rf"\b(?:has|have|had){_NOT} yet (?:given evidence|testified|spoken|commented|been heard)"
        r"\b(?! to\b)",
        r"\bno one from [^.;]{2,40}? has (?:yet )?(?:been called|been heard|commented|spoken)\b",
        rf"\b(?:was|were){_NOT} (?:contacted|asked) for (?:the|this|its|their|comment)\b",
        r"\b(?:would not|refused to|refuses to|declined to) be drawn\b",
    ),
)
_GERMAN: _Wordings = (
    *_table(
        "unknown",
        r"\b(?:ist|sind|war|bleibt|blieb|sei)\b[^.;]{0,80}? (?:unklar|ungeklärt|ungewiss|unbekannt|"
        r"offen|nicht bekannt|noch nicht entschieden|nicht untersucht|nicht geklärt)\b",
        r"\b(?:steht|stand|stehe)\b[^.;]{0,50}? (?:noch )?nicht fest\b",
        r"\bentschieden (?:ist|sei|war|wurde)\b[^.;]{0,30}? (?:noch )?(?:nicht|nichts)\b",
        r"\b(?:niemand|keiner)\b[^.;]{0,30}? (?:weiß|kann sagen|konnte sagen)\b",
        r"\bkonnten? (?:er|sie|der|die|das)?[^.;]{0,40}? nicht sagen\b",
    ),
    *_table(
        "unconfirmed",
        r"\b(?:nicht|noch nicht|weder) (?:unabhängig )?(?:bestätigt|überprüf\w{1,6}|belegt)\b",
        r"\b(?:Gutachten|Beleg\w{0,2}|Beweis\w{0,2}|Bestätigung)\b[^.;]{0,80}? nicht vor\b",
        r"\b(?:keine Bestätigung|keinen Beleg|keine Belege)\b",
    ),
    *_table(
        "unheard",
        r"\b(?:wollte|wollten|mochte)\b[^.;]{0,60}? nicht (?:äußern|kommentieren|sagen)\b",
        r"\b(?:äußerte|äußerten) sich (?:zunächst )?nicht\b",
        r"\b(?:reagierte|antwortete)n? (?:zunächst )?nicht\b",
        r"\blehnten?\b[^.;]{0,30}? (?:Stellungnahme|Kommentar|Auskunft) ab\b",
        r"\bließ(?:en)?\b[^.;]{0,40}? unbeantwortet\b",
    ),
)
_SPANISH: _Wordings = (
    *_table(
        "unknown",
        r"\bse (?:desconoce|ignora)n?\b",
        r"\bno se sabe\b",
        r"\bno (?:está|queda|quedó) claro\b",
        r"\bno (?:sabemos|sabe nadie)\b",
        r"\bnadie (?:sabe|puede decir)\b",
        r"\best(?:á|aba) por (?:ver|decidir|determinar)\b",
        r"\b(?:no ha|no han|ni ha|ni han) (?:aclarado|difundido|publicado|revelado|precisado|"
        r"explicado)\b",
        r"\bsin (?:aclarar|esclarecer|resolver)\b",
    ),
    *_table(
        "unconfirmed",
        r"\bno (?:ha|han|había|habían) (?:sido )?(?:confirmad[oa]s?|verificad[oa]s?)\b",
        r"\bsin confirmar\b",
        r"\bno (?:pudo|pudieron|se ha podido|se pudo) (?:ser )?(?:confirmar|verificar)(?:se)?\b",
    ),
    *_table(
        "unheard",
        r"\bno (?:quiso|quisieron) (?:hablar|comentar|responder|hacer|pronunciarse|opinar)\b",
        r"\bno (?:respondió|respondieron|contestó|contestaron)\b",
        r"\bdeclin(?:ó|aron) (?:hacer|comentar|responder|hablar)\b",
    ),
)
_TABLES = {"en": _ENGLISH, "de": _GERMAN, "es": _SPANISH}
_PATTERNS = {
    wording: re.compile(wording, re.IGNORECASE)
    for wordings in _TABLES.values()
    for _, wording in wordings
}


def _any_of(wordings: _Wordings) -> str:
    """One pattern for some wordings: where a word begins is looked for once for them."""
    plain = [wording.replace("(?P<asked>", "(?:") for _, wording in wordings]
    inner = [wording.removeprefix(r"\b") for wording in plain if wording.startswith(r"\b")]
    others = [wording for wording in plain if not wording.startswith(r"\b")]
    return "|".join([rf"\b(?:{'|'.join(inner)})", *others])


_TOGETHER = 12  # more in one pattern take too long on a text made for it
# A few searches tell the most of sentences, which leave nothing open, from the rest.
_ANY = {
    code: tuple(_any_of(table[at : at + _TOGETHER]) for at in range(0, len(table), _TOGETHER))
    for code, table in _TABLES.items()
}
_ANY_PATTERNS = {
    some: re.compile(some, re.IGNORECASE) for searches in _ANY.values() for some in searches
}
# Each of the English wordings has one of these in it, in small letters: they are found sooner yet.
MARKS = (
    *("not", "n't", "nor ", "neither", "nobody", "no one", "no-one", "none of", "nothing about"),
    *("no result", "no explanation", "no cause", "no motive", "no reason", "no record"),
    *("no decision", "open is", "open question", "impossible to", "undecided", "whether "),
    *("declined to", "refused to", "stopped short", "unconfirmed", "denie", "dispute", "reject"),
    *("be drawn", " clear"),
)


def idiom_gaps(
    document: Document, sentences: Sequence[Sentence], taken: Container[int]
) -> Iterator[tuple[str, Gap]]:
    """What the sentences leave open by a saying; those whose number is in ``taken`` are left out.

    Linear: every wording is bounded, and looked for in the first ``LONGEST`` characters.
    """
    language = document.language.lower()[:2]
    table = _TABLES.get(language)
    if table is None:
        return
    for sentence in sentences:
        text = sentence.text[:LONGEST]
        if sentence.number in taken or not _may_leave_open(text, language):
            continue
        for kind, wording in table:
            match = _PATTERNS[wording].search(text)
            if match is not None:
                yield kind, _idiom_gap(document, sentence, kind, match)
                break


def _may_leave_open(text: str, language: str) -> bool:
    if language == "en" and text.isascii():
        small = text.lower()
        if not any(mark in small for mark in MARKS):
            return False
    return any(_ANY_PATTERNS[some].search(text) for some in _ANY[language])


def _idiom_gap(document: Document, sentence: Sentence, kind: GapKind, match: re.Match[str]) -> Gap:
    text = match.string
    start = text.rfind(";", 0, match.start()) + 1
    start += len(text[start:]) - len(text[start:].lstrip())
    stop = text.find(";", match.end())
    end = len(text.rstrip()) if stop < 0 else stop
    asked = match.groupdict().get("asked")
    question = " ".join(text[start:end].split())
    if asked is not None:
        clause = _clause(asked)
        told = " ".join(text[match.start() : match.start("asked")].split())
        if clause and len(clause) < LONGEST_CLAUSE:
            state = _told(told) if _SAYER.match(told) else "the article leaves it open"
            question = f"{capital(_as_question(clause))}: {state}."
    return gap_at(document, kind, sentence.start + start, sentence.start + end, question)


_CLAUSE_END = re.compile(
    r"[;.?!”\"]|, (?=(?:and|but|or|who|which|although|because|he|she|they|it)\b)"
)


_SAYER = re.compile(r"(?:it|nobody|no one|no-one|none) ", re.IGNORECASE)


def _told(words: str) -> str:
    return words[:1].lower() + words[1:]


def _clause(asked: str) -> str:
    """What is asked, without the clause that follows it."""
    end = _CLAUSE_END.search(asked)
    return " ".join((asked[: end.start()] if end else asked).split())


def _as_question(clause: str) -> str:
    first, _, rest = clause.partition(" ")
    return f"whether {rest}" if first.lower() in {"that", "if"} else clause
