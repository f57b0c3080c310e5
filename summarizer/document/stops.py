"""Whether a full stop, or another mark, ends its sentence.

A chain of rules: the first that knows the answer gives it, and where none does the sentence ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from summarizer.document import abbreviations as known

# Ends that stand without a blank after them, in scripts that write none or often forget it.
UNSPACED = "。！？｡।॥"
_DANDAS = "।॥"

_ELLIPSIS = re.compile(r"…+|\.[. \xa0]*\.")
_NEXT = re.compile(r"[\"'“‘«‹„‚(\[{¿¡「『《—–`-]{0,4}[ \xa0]?([^\s\"“”,;:!?…。！？।()\[\]]{0,24})")
_LINK = re.compile(r"https?://|www\.|pic\.twitter")
_GOES_ON = re.compile(r"[,;:)\]}”]|»(?!\w)")
_GOES_ON_UNSPACED = frozenset("，、；：,;:)とっ।॥0123456789")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_NUMERAL = re.compile(r"\d|[IVXLC]{1,6}\b|[A-Z]\b")
_INITIAL = re.compile(r"[A-Z]\.")
_SPEAKER = re.compile(rf"(?:[A-Z][\w.'’-]{{0,20}}+\s){{1,4}}+(?:{known.SAYING})\b")
_CREDIT = re.compile(r"[A-Z][a-z]{2,12}:\s")
_LABEL = re.compile(r"\(?\d{1,3}")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff“「『《]")
_JOINER = re.compile(r"[–—/(\[-]")
_OPENERS = "\"'“‘«‹„‚([{¿¡`*_"
_QUOTES = frozenset("\"'”’»“«")
_FIRST_PERSON = frozenset(["I", "I'm", "I’m", "I've", "I’ve"])
# Shorter words before a full stop and a small letter are too often abbreviations unknown here.
_PLAIN_LENGTH = 4
_WORDS_OF_A_TIME = 3
# Languages that write an ordinal as a number and a full stop ("am 3. Oktober").
_ORDINAL_LANGUAGES = frozenset(
    ["cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "sk", "sl", "sr", "tr"]
)


@dataclass(slots=True)
class Place:
    """A mark that may end a sentence, and what stands around it.

    ``before`` is the sentence so far (the last of it); ``closers`` the quotes and brackets that
    close after the mark; ``spaced`` whether a blank follows them; ``ahead`` the text after that.
    ``caseless``: the whole text has no capitals, so that small letters say nothing.

    ``words`` are the last words before the mark, the last one last (the first may be several);
    ``word`` the one the mark stands at, ``next`` the one after the gap, both without opening marks,
    and both as the tables hold them in ``key`` and ``next_key``.
    """

    mark: str
    before: str
    closers: str
    spaced: bool
    ahead: str
    caseless: bool
    language: str
    words: list[str] = field(init=False)
    word: str = field(init=False)
    key: str = field(init=False)
    next: str = field(init=False)
    next_key: str = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.before.rsplit(maxsplit=2)
        # What a dash or a bracket joins to the word is another word: "D-Ariz", "president(J".
        self.word = _JOINER.split(self.words[-1])[-1].lstrip(_OPENERS) if self.words else ""
        self.key = self.word.casefold()
        found = _NEXT.match(self.ahead)
        self.next = found[1] if found else ""
        self.next_key = self.next.replace("’", "'").rstrip(".").casefold()

    @property
    def detached(self) -> bool:
        """Whether the mark stands by itself, as in tokenised text."""
        return self.before[-1:].isspace()

    @property
    def quoted(self) -> bool:
        """Whether a quotation ends at the mark."""
        return not _QUOTES.isdisjoint(self.closers)

    @property
    def starter(self) -> bool:
        """Whether the next word plainly begins a sentence (or a credit: "Photo: ...")."""
        return self.next_key in known.STARTERS or _CREDIT.match(self.ahead) is not None

    @property
    def capital(self) -> bool:
        """Whether the word could be a name's abbreviation: with a capital where there are any."""
        return self.caseless or not self.word[0].islower()

    @property
    def number_follows(self) -> bool:
        """Whether the next word is a number."""
        return self.next[:1].isdigit()


def ends_sentence(place: Place) -> bool:
    """Whether a sentence ends at this place, of which more text follows on the same line."""
    for rule in _RULES:
        verdict = rule(place)
        if verdict is not None:
            return verdict
    return True


def _no_blank_follows(place: Place) -> bool | None:
    """Scripts that write no blanks, or one that was forgotten."""
    if place.spaced:
        return None
    last, following = place.mark[-1], place.ahead[0]
    if last in UNSPACED:
        title = place.closers[-1:] in ("》", "〉")
        return not title and following not in _GOES_ON_UNSPACED
    if last in "…!?" and _IDEOGRAPH.match(place.before[-1:]):
        return _IDEOGRAPH.match(following) is not None
    return _blank_forgotten(place)


def _blank_forgotten(place: Place) -> bool:
    """Whether a plain word stands before, and a word that begins sentences after."""
    if place.mark not in (".", "!", "?") or not place.word[1:].isalpha():
        return False
    plain = place.word[1:].islower() and len(place.next) > 1
    return plain and place.next[0].isupper() and place.starter


def _post_signature(place: Place) -> bool | None:
    """The handle and the date under a pasted post end it."""
    return not place.next[:1].islower() if place.mark[0] == "(" else None


def _unspaced_script(place: Place) -> bool | None:
    """The full stops of Chinese, Japanese and the scripts of India do nothing else."""
    return True if place.mark[-1] in UNSPACED else None


def _goes_on(place: Place) -> bool | None:
    """A comma, a link or a small letter shows that the sentence goes on."""
    if _GOES_ON.match(place.ahead) or _LINK.match(place.ahead):
        return False
    if place.caseless or not place.next[:1].islower() or _BRAND.match(place.next):
        return None
    # Somebody who begins sentences in lower case, or text that was tokenised.
    return place.mark == "." and not place.closers and (place.detached or _plain(place.word))


def _plain(word: str) -> bool:
    """A word of some length that is no abbreviation: its full stop is one, whatever follows."""
    if len(word) < _PLAIN_LENGTH or not (word.isascii() and word.isalpha() and word.islower()):
        return False
    return word not in known.ABBREVIATIONS


def _ellipsis(place: Place) -> bool | None:
    """Three dots end a sentence before a capital, except at its start and before "I"."""
    if not _ELLIPSIS.fullmatch(place.mark):
        return None
    return bool(place.words) and place.next not in _FIRST_PERSON


def _exclamation(place: Place) -> bool | None:
    """A question or a cry ends a sentence, but not before the words that say whose it is."""
    if "!" not in place.mark and "?" not in place.mark:
        return None
    if place.key in known.NAMES_WITH_MARK and not place.starter:
        return False
    return not (place.quoted and _SPEAKER.match(place.ahead))


def _no_abbreviation(place: Place) -> bool | None:
    """Other marks, and full stops that stand at no word."""
    if place.mark != "." or place.detached or not any(map(str.isalnum, place.word)):
        return True
    return None


def _inside(place: Place) -> bool | None:
    """Abbreviations and titles that something always follows."""
    title = place.key in known.TITLES and place.capital
    return False if title or place.key in known.INSIDE else None


def _number(place: Place) -> bool | None:
    """A number: the label of a list item, an ordinal, or the last word of a sentence."""
    if not place.word.isdigit():
        return None
    if len(place.words) == 1 and _LABEL.fullmatch(place.words[0]):
        return False
    if len(place.word) > 2:
        return True
    if place.next_key in known.ORDINAL_MONTHS:
        return False
    return place.language not in _ORDINAL_LANGUAGES or place.starter


def _dotted(place: Place) -> bool | None:
    """Letters with full stops between: "U.S", "Ph.D", "p.m"."""
    parts = place.word.split(".")
    if len(parts) == 1 or not all(map(_is_letter_or_two, parts)):
        return None
    if place.key in known.STATES:
        return _state(place)
    if place.key in ("a.m", "p.m") and not place.caseless:
        # "At 3 p.m. President Ade spoke": too little for a sentence.
        whole = len(place.before.split()) > _WORDS_OF_A_TIME
        return place.next_key not in known.AFTER_CLOCK and (whole or place.starter)
    return place.starter


def _is_letter_or_two(part: str) -> bool:
    return part in known.SPELLED_LETTERS or (0 < len(part) < 3 and part.isalpha())


def _letter(place: Place) -> bool | None:
    """A single letter: an initial, a label ("Group C."), or a word."""
    letter, small = place.word, place.word.islower() and not place.caseless
    if letter in known.SPELLED_LETTERS:
        return False
    if len(letter) != 1 or not letter.isalpha():
        return None
    if place.number_follows:
        return letter.isupper()
    if small:  # the label of a list item, or the first of two ("z. B.")
        return len(place.words) > 1 and _INITIAL.match(place.ahead) is None
    labelled = place.words[-2:-1] and place.words[-2].casefold() in known.LETTERED
    return bool(labelled) or place.starter


def _numbered(place: Place) -> bool | None:
    """ "No. 10", "Art. IV", "Fig. A"."""
    numeral = place.key in known.BEFORE_NUMBER and _NUMERAL.match(place.next)
    return False if numeral else None


def _date(place: Place) -> bool | None:
    """ "Nov. 4", "Tues. Nov. 5"; but "The trial opens in Sept. The jury ..."."""
    if place.key not in known.MONTHS and place.key not in known.WEEKDAYS:
        return None
    dated = place.number_follows or place.next_key in known.ANY_MONTH
    return not (dated and place.capital)


def _state(place: Place) -> bool | None:
    """ "FRESNO, Calif. (AP) - Two people", "Calif. Gov. Lee", "in Macon, Ga. Deputies"."""
    if place.key not in known.STATES or not place.capital:
        return None
    if place.ahead[:1] in tuple("(—–-") or place.next_key in known.TITLES:
        return False
    after_comma = bool(place.words[-2:-1]) and place.words[-2][-1] == ","
    return after_comma or place.starter


def _maybe(place: Place) -> bool | None:
    """ "Inc.", "Jr.": only a word that plainly begins a sentence shows that one has ended."""
    return place.starter if place.key in known.MAYBE else None


_RULES: tuple[Callable[[Place], bool | None], ...] = (
    _no_blank_follows,
    _post_signature,
    _unspaced_script,
    _goes_on,
    _ellipsis,
    _exclamation,
    _no_abbreviation,
    _inside,
    _number,
    _dotted,
    _letter,
    _numbered,
    _date,
    _state,
    _maybe,
)
