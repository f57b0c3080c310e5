"""Which encoding some bytes are in that declare none and are not UTF-8; none where it is unsure.

A wrong guess turns a name or a currency into another one, so a guess counts only where nothing
else fits. Four languages are read by their own letters. For scripts other than Latin there is
charset-normalizer, where it is installed; between the Latin code pages of Europe it is not to be
relied on (it takes French in windows-1252 for windows-1250), and is not asked.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from dataclasses import dataclass

from summarizer.document.codecs import codec_of
from summarizer.document.language import function_words

_LETTERS = {
    "en": "éèêëáàâäåæçñïîíóôöøœüúû",
    "de": "äöüßéèáàçñ",
    "es": "áéíóúüñçàè",
    "fr": "àâæçéèêëîïôœùûüÿñ",
}
_ALONE = {"en": "", "de": "", "es": "éóúá", "fr": "àô"}  # letters that are words
_MARKS = frozenset("“”„‘’‚«»‹›–—…•·€£§°©®™½¼¾¿¡ºª²³×\xa0\u2009\u202f\xad")
_ELSEWHERE = ("cp1250", "cp1254")  # what the rest of Europe writes Latin letters in
_ESCAPED = {
    "iso2022_kr": re.compile(rb"\A.{0,400}?\x1b\$\)C", re.DOTALL),
    "iso2022_jp": re.compile(rb"\x1b\$[@B]"),
}
# What charset-normalizer names by its widest kin, and files are labelled and written as.
_KNOWN_AS = {
    "euc_jis_2004": "euc_jp",
    "euc_jisx0213": "euc_jp",
    "shift_jis_2004": "cp932",
    "shift_jisx0213": "cp932",
}
_CANDIDATES = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_LEAST_WORDS = 5  # function words, without which the language is not known
LATIN_SHARE = 0.25  # with fewer bytes above ASCII than this, a text is of a Latin alphabet
_CONFUSED = 0.05  # two readings whose disorder differs by less are both possible
_LESS_COHERENT = 0.01  # of charset-normalizer's coherence: a reading with less is out
_SAMPLE = 65_536
_CJK_SIGNS = "。，、의는을를"
_UNLIKELY = ("HALFWIDTH", "PRIVATE")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, as Python calls it; ``sure`` where no other reading of the bytes fits.

    ``others`` are as likely, where nothing tells them apart.
    """

    codec: str
    sure: bool
    others: tuple[str, ...] = ()


def detect(raw: bytes) -> Guess | None:
    """The encoding of text that is not UTF-8 and declares none; None without an idea."""
    wide = _wide(raw)
    if wide is not None:
        return wide
    sample = raw[:_SAMPLE]
    western = _western(sample)
    if western is not None and western.sure:
        return western
    return _asked(sample) or western


def escaped_codec(raw: bytes) -> str:
    """The encoding that shifts by escapes between ASCII and another script; "" for none of them.

    Its bytes are all ASCII, so that it passes for UTF-8 (ISO-2022-JP and -KR: RFC 1468, RFC 1557).
    """
    if b"\x1b$" not in raw or not raw.isascii():
        return ""
    return next((codec for codec, mark in _ESCAPED.items() if mark.search(raw)), "")


def _wide(raw: bytes) -> Guess | None:
    """UTF-16 without its mark: every second byte of Latin text is NUL."""
    sample = raw[:_SAMPLE]
    even, odd = sample[::2], sample[1::2]
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high.count(0) > 0.9 * len(high) and low.count(0) == 0:
            text = _decoded(raw, codec)
            return Guess(codec, text is not None and not _controls(text))
    return None


def _western(sample: bytes) -> Guess | None:
    """By letters: those beyond ASCII must be of the language, in one reading only."""
    fitting: dict[str, str] = {}
    for codec in _CANDIDATES:
        text = _decoded(sample, codec)
        if text is not None and _is_of_its_language(text):
            fitting.setdefault(text, codec)
    if len(fitting) == 1:
        return Guess(next(iter(fitting.values())), sure=True)
    if sum(byte > 0x7F for byte in sample) >= LATIN_SHARE * len(sample):
        return None
    words = function_words(sample.decode("ascii", "replace"))
    others = _ELSEWHERE if max(words.values()) < _LEAST_WORDS else ()
    return Guess("cp1252", sure=False, others=others)


def _is_of_its_language(text: str) -> bool:
    found = function_words(text)
    language = max(found, key=lambda code: found[code])
    if found[language] < _LEAST_WORDS:
        return False
    letters, alone = _LETTERS[language], _ALONE[language]
    around = zip(f" {text}", text, f"{text[1:]} ", strict=False)
    return all(
        character <= "\x7f"
        or character in _MARKS
        or (character.lower() in letters and _fits(before, character, after, alone))
        for before, character, after in around
    )


def _fits(before: str, character: str, after: str, alone: str) -> bool:
    """Whether a letter may stand between these two: no capital after a small one, few alone."""
    if (before.islower() and character.isupper()) or (character.islower() and after.isupper()):
        return False
    return before.isalpha() or after.isalpha() or character.lower() in alone


def _asked(sample: bytes) -> Guess | None:
    """What charset-normalizer says, of scripts that are not Latin."""
    if sum(byte > 0x7F for byte in sample) < LATIN_SHARE * len(sample) and b"\x1b" not in sample:
        return None
    try:
        from charset_normalizer import from_bytes
    except ModuleNotFoundError:
        return None
    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    matches = list(from_bytes(sample))
    if not matches:
        return None
    best, text = matches[0], str(matches[0])
    beyond = [char for char in text if char > "\x7f" and char.isalpha()]
    if not beyond or sum("LATIN" in unicodedata.name(char, "") for char in beyond) > 1:
        return None
    rivals = [
        match
        for match in matches[1:]
        if str(match) != text
        and _letters(str(match)) >= _letters(text)
        and match.coherence > best.coherence - _LESS_COHERENT
    ]
    clear = best.chaos < 0.03 and all(rival.chaos > best.chaos + _CONFUSED for rival in rivals)
    known = best.coherence >= 0.5 or any(sign in text for sign in _CJK_SIGNS)
    odd = any(unicodedata.name(char, "PRIVATE").startswith(_UNLIKELY) for char in beyond)
    return Guess(_as_known(best.encoding, sample, text), clear and known and not odd)


def _as_known(codec: str, sample: bytes, text: str) -> str:
    """The encoding by the name that files are labelled with, where that reads the same."""
    usual = _KNOWN_AS.get(codec, codec)
    return (codec_of(usual) or usual) if _decoded(sample, codec_of(usual)) == text else codec


def _letters(text: str) -> float:
    """The share of letters in what is beyond ASCII."""
    beyond = [char for char in text if char > "\x7f"]
    return sum(map(str.isalpha, beyond)) / max(len(beyond), 1)


def _decoded(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _controls(text: str) -> bool:
    return any(char < " " and char not in "\t\n\r\f" for char in text)
