"""The stem of an English word: what "rose", "rising" and "rises" have in common.

A light suffix rule with a table of irregular forms, not a full stemmer: it joins the inflections
of one word and leaves derived words apart ("govern", "government"), which ``kindred`` joins with
care. Stems are compared with each other, never shown.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR_FORMS = """
be am is are was were been being; have has had having; do does did done doing; say said;
go goes went gone; get got gotten; make made; know knew known; think thought; take took taken;
see saw seen; come came; give gave given; find found; tell told; feel felt; become became;
leave left; put; mean meant; keep kept; let; begin began begun; show shown; hear heard; run ran;
bring brought; write wrote written; sit sat; stand stood; lose lost losing; pay paid; meet met;
lead led; understand understood; speak spoke spoken; read; spend spent; grow grew grown;
win won winning; teach taught; buy bought; send sent; build built; fall fell fallen;
rise rose risen; sell sold; fight fought; throw threw thrown; catch caught; draw drew drawn;
choose chose chosen; hold held; break broke broken; drive drove driven; fly flew flown flies;
eat ate eaten; drink drank drunk; sing sang sung; swim swam swum; shoot shot;
strike struck stricken; steal stole stolen; hide hid hidden; bite bitten; forget forgot forgotten;
forgive forgave forgiven;
seek sought; sleep slept; wear wore worn; shake shook shaken; sink sank sunk; shrink shrank shrunk;
slide slid; swear swore sworn; tear tore torn; wake woke woken; withdraw withdrew withdrawn;
undergo underwent undergone; overcome overcame; freeze froze frozen; ride rode ridden;
ring rang rung; spring sprang sprung; swing swung; stick stuck; dig dug; hang hung; bind bound;
feed fed; flee fled; lend lent; bend bent; lay laid laying; lie lay lain; light lit; deal dealt;
dream dreamt; learn learnt; burn burnt; prove proven; die died dying; tie tied tying;
child children; man men; woman women; person people; foot feet; tooth teeth; mouse mice;
life lives; wife wives; knife knives; wolf wolves; half halves; leaf leaves; good better best;
bad worse worst; crisis crises; analysis analyses; policeman policemen; policewoman policewomen;
businessman businessmen; spokesman spokesmen; bleed bled; breed bred; sweep swept; weep wept;
creep crept; kneel knelt; shine shone; swell swollen; weave wove woven; arise arose arisen;
awake awoke; bear bore borne; beat beaten; bid; bet; blow blew blown; cost; cut; hit; hurt; quit;
rid; set; shed; shut; spread; split; upset; lawmaker lawmakers; tax taxes; news; species; series;
kill killed killing; sue sued suing; bus buses; gas gases; use used using; species; plane planes
"""

_VOWELS = set("aeiouy")
_KEPT_DOUBLE = set("lsz")
_UNINFLECTED_ENDS = ("ss", "us", "is")


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    groups = (group.split() for group in _IRREGULAR_FORMS.split(";"))
    return {form: _trimmed(forms[0]) for forms in groups for form in forms}


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of ``word`` (any case, with or without a possessive), in lower case."""
    form = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    known = _irregular().get(form)
    if known is not None:
        return known
    if len(form) <= 3 or not form.isascii():
        return form
    return _one_spelling(_trimmed(_without_ending(form)))


def _one_spelling(base: str) -> str:
    """British and American spelling made one ("organis", "organiz"; "colour", "color")."""
    base = base.replace("isation", "ization")
    if len(base) > 5 and base.endswith(("is", "ys")):
        return base[:-1] + "z"
    if len(base) > 5 and base.endswith("our"):
        return base[:-3] + "or"
    return base


def _without_ending(form: str) -> str:
    if form.endswith("ies") or form.endswith("ied"):
        return form[:-3] + "y" if len(form) > 4 else form[:-1]
    for ending in ("ing", "ed"):
        base = form.removesuffix(ending)
        if base != form and len(base) >= 3 and not base.endswith("e") and _VOWELS & set(base):
            return _undoubled(base)
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(_UNINFLECTED_ENDS):
        return form[:-1]
    if form.endswith("ly") and len(form) > 6:
        return form[:-2]
    return form


def _undoubled(base: str) -> str:
    double = len(base) > 3 and base[-1] == base[-2] and base[-1] not in _KEPT_DOUBLE
    return base[:-1] if double else base


def _trimmed(base: str) -> str:
    return base[:-1] if len(base) > 3 and base.endswith("e") else base


@lru_cache(maxsize=16384)
def kindred(left: str, right: str) -> bool:
    """Whether two stems are of one family by their letters ("announc", "announcement").

    They share a beginning of at least four letters, and one of them ends there, give or take a
    letter, while the other goes on for at most five; or they share seven letters or more and
    differ in at most four. Numbers never are of one family.
    """
    shared = _shared_letters(left, right)
    if shared < 4 or not (left.isalpha() and right.isalpha()):
        return False
    short, long = sorted((len(left), len(right)))
    if short - shared <= (1 if shared >= 5 else 0):
        return long - shared <= 5
    return shared >= 7 and long - shared <= 4


def _shared_letters(left: str, right: str) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
