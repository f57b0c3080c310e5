"""What a mail quotes of earlier ones, and the mail that it forwards in its text."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"\s{0,3}>")
_INTRODUCES = re.compile(
    r"(?:On|Am|Le|El|Il|Op)\b.{4,200}(?:wrote|schrieb|écrit|escribió|scritto|schreef)[^\n]{0,120}:\s{0,5}\Z"
)
_SEPARATOR = re.compile(
    r"\A\s{0,5}(?:-{3,20}\s{0,5}(?:Original Message|Ursprüngliche Nachricht|Message d'origine|"
    r"Mensaje original|Forwarded message)\b.{0,60}|_{20,80})\s{0,5}\Z",
    re.IGNORECASE,
)
_FORWARDS = re.compile(
    r"\A[\s>-]{0,30}(?:Begin forwarded message|Forwarded message|Weitergeleitete Nachricht|"
    r"Anfang der weitergeleiteten (?:E-Mail|Nachricht)|Message (?:transféré|réexpédié)|"
    r"D[ée]but du message (?:transféré|réexpédié)|Mensaje reenviado|Messaggio inoltrato|"
    r"Doorgestuurd bericht)\b.{0,60}\Z",
    re.IGNORECASE,
)
_FORWARDED_FIELD = re.compile(r"[\s>*]{0,10}[A-Z][\w -]{1,20}:\*?\s.{0,400}\Z")
COVER = 60  # words above a forwarded mail, beyond which they are the mail itself
_SIGNATURE = re.compile(r"-- ?\Z")
_HEADER = re.compile(r"(?:From|Von|De|Da|Sent|Gesendet|Envoyé):\s.{1,200}\Z")


def forwarded(text: str) -> tuple[str, str, str]:
    """What stands above a forwarded mail, that mail's own fields, and its text; "" without one."""
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines) if _FORWARDS.match(line[:200])), None)
    if at is None or len(" ".join(lines[:at]).split()) > COVER:
        return "", "", ""
    rest = [line.removeprefix(">").removeprefix(" ") for line in lines[at + 1 :]]
    end = _end_of_fields(rest)
    own, _ = without_quotes("\n".join(lines[:at]))
    body, _ = without_quotes("\n".join(rest[end:]))
    return own, "\n".join([lines[at], *rest[:end]]), body


def _end_of_fields(lines: list[str]) -> int:
    """How many lines from the first are a forwarded mail's fields, and blank ones around them."""
    end = 0
    for number, line in enumerate(lines[:20]):
        if _FORWARDED_FIELD.match(line):
            end = number + 1
        elif line.strip():
            break
    return end


def without_quotes(text: str) -> tuple[str, list[str]]:
    """The mail's own lines, and what it quotes of earlier ones; a signature goes with them."""
    kept: list[str] = []
    quoted: list[str] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        following = next((later for later in lines[number + 1 : number + 3] if later.strip()), "")
        if _SEPARATOR.match(line) and (_HEADER.match(following) or "-" in line[:5]):
            quoted.append("\n".join(lines[number:]))
            break
        if _SIGNATURE.match(line):
            quoted.append("\n".join(lines[number:]))
            break
        introduces = _INTRODUCES.match(line.strip()) and _QUOTED.match(following)
        if _QUOTED.match(line) or introduces:
            quoted.append(line)
        else:
            kept.append(line)
    return "\n".join(kept).strip("\n"), _grouped(quoted)


def _grouped(quoted: list[str]) -> list[str]:
    return ["\n".join(quoted)] if quoted else []
