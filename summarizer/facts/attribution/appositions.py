"""What stands between commas beside a name: an age, a role, or something else."""

from __future__ import annotations

from summarizer.facts.attribution.tokens import QUOTE, WORD, Sentence

# Commas that one subject may hold ("Jane Doe, 45, a nurse, of Leeds, said").
APPOSITIONS = 4
# Words of a phrase named before the verb of saying; longer ones are a clause misread.
LONGEST = 45


_IN_NAMES = frozenset(("of", "de", "van", "al", "bin", "."))


def back_to(sentence: Sentence, at: int, kind: str) -> int:
    """Index of the nearest token of ``kind`` before ``at``, or -1."""
    depth = 0
    for index in range(at - 1, max(at - LONGEST, -1), -1):
        found = sentence.kind(index)
        if found == kind and not depth:
            return index
        if found == ")":
            depth += 1
        elif found == "(":
            depth = max(depth - 1, 0)
        elif found in (QUOTE, ";", ":"):
            return -1
    return -1


def stands_after_name(sentence: Sentence, start: int) -> bool:
    """Whether a comma and a name (or an age) stand right before the phrase."""
    if sentence.kind(start - 1) != "," or start < 2:
        return False
    before = sentence.tokens[start - 2]
    if before.low.isdigit():
        return sentence.kind(start - 3) == ","
    first = start - 2
    while first > 0 and sentence.tokens[first - 1].capital:
        first -= 1
    at_place = sentence.low(first - 1) in ("in", "at", "from", "near", "to", "on", "of")
    return before.capital and not sentence.is_time(start - 2) and not at_place


def is_apposition(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the range says who somebody is: an age, a role, a name; not a clause or a place."""
    if end <= start or end - start > LONGEST or sentence.is_time(start):
        return False
    first = sentence.tokens[start]
    table = sentence.table
    if end - start == 1:
        return first.low.isdigit() or first.capital
    if first.low in table.prepositions:
        return first.low in ("of", "from") and end - start <= 5
    if (
        first.low in table.relatives
        or first.low in table.boundaries
        or first.low.endswith("ing")
        or (first.low.endswith("ed") and not first.capital)
    ):
        return False
    words = sentence.tokens[start:end]
    named = all(word.capital or word.low in _IN_NAMES or word.low == "&" for word in words)
    roles = any(word.low.removesuffix("'s") in table.role_nouns for word in words)
    described = first.low in ("a", "an", "the") and not sentence.has_verb(start, end)
    return named or roles or described


def with_appositions(sentence: Sentence, end: int) -> int:
    """The end of a phrase whose appositions are taken in (", 45, the head of the centre,")."""
    for _ in range(APPOSITIONS):
        if sentence.kind(end) != ",":
            return end
        close = end + 1
        while close < len(sentence.tokens) and sentence.kind(close) in (WORD, "&", "/", "-"):
            close += 1
        if sentence.kind(close) not in (",", ".", "", QUOTE, ";"):
            return end
        if sentence.has_verb(end + 1, close) or not is_apposition(sentence, end + 1, close):
            return end
        first = sentence.tokens[end + 1]
        named = first.capital or first.low in ("a", "an", "the", "of", "from")
        if not any(
            t.low in sentence.table.role_nouns or t.low.isdigit() or (t.capital and named)
            for t in sentence.tokens[end + 1 : close]
        ):
            return end
        end = close
    return end
