"""What an editor is shown of an article's text that is not for readers: marked, and no evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.document import Document, Removed, Span
from summarizer.document.hidden import Hidden, find_hidden, hidden_message
from summarizer.facts.instructions import Passage
from summarizer.facts.readable import Readable
from summarizer.grounding.support import evidence_at
from summarizer.summary import Evidence, Marked

MOST_PLACES = 20
"""Places shown of characters of one kind; the message counts all of them."""

_MOST_SAID = 300
_SAMPLE = 80
_CONTEXT = 24
_ORDERS = {
    "called": "it calls on a language model",
    "dropped": "it tells a language model to drop the instructions it was given",
    "answer": "it says what a machine's answer or summary is to hold",
    "told": "it says what a machine is to tell its users",
    "format": "it has the shape of a chat with a model, or of a prompt",
    "disguised": "it hides an order to a language model in its spelling",
}
_LEFT_OUT = "It was left out of what the model read, and nothing rests on it."
_QUOTED = "Nothing rests on the sentence."
_TASK = "A task or question that has nothing to do with the article."
_NAMES = {
    "tag": ("invisible tag character", "invisible tag characters"),
    "bidi": ("character that turns the direction of text", "characters that turn its direction"),
    "selector": ("stray variation selector", "stray variation selectors"),
    "zero-width": ("character without width", "characters without width"),
    "control": ("control character", "control characters"),
}
# What typesetters put into honest text: counted with the source, and no news to an editor.
_BYTE_ORDER_MARK = "\ufeff"
_ORDINARY = frozenset("\u00ad\u200e\u200f\u061c\u2060\ufeff")


def mark(article: Document, found: Readable) -> tuple[Marked, ...]:
    """The passages that address a model, and where characters are hidden; offsets of ``article``.

    Soft hyphens, byte order marks, word joiners and the marks of right-to-left text are common in
    honest text: those are only counted, by ``count_hidden``.
    """
    return (*_instructions(article, found), *_hidden(article))


def left_out_note(found: Readable) -> tuple[str, ...]:
    """What the coverage says of passages that the model was not shown; nothing where none is."""
    passages = [passage for passage in found.instructions if not passage.quoted]
    if not passages:
        return ()
    sentences = sum(passage.last - passage.first + 1 for passage in passages)
    left_out = "1 sentence is" if sentences == 1 else f"{sentences} sentences are"
    nothing = "" if found.document.sentences else "; nothing else was left to read"
    return (f"{left_out} text for a machine: marked, and left out of the summary{nothing}",)


def count_hidden(article: Document) -> tuple[Removed, ...]:
    """The hidden characters by their kind, as the source tells of what was left out.

    But for the byte order mark at the beginning of a file, which says how it is encoded.
    """
    if article.visible is article:  # mostly, and it is known already
        return ()
    by_kind: dict[str, list[str]] = {}
    for run in find_hidden(article.text):
        kind = run.kind if run.kind in ("tag", "bidi") else "zero-width"
        characters = article.text[run.start : run.end]
        if run.start == 0:
            characters = characters.removeprefix(_BYTE_ORDER_MARK)
        if characters:
            by_kind.setdefault(kind, []).append(characters)
    return tuple(
        Removed(kind, len(characters), len(characters), _sample(runs))
        for kind, runs in by_kind.items()
        for characters in ("".join(runs),)
    )


def _sample(runs: Sequence[str]) -> str:
    """What the runs say, else the names of the first characters: they cannot be seen."""
    said = "".join(filter(None, map(hidden_message, runs)))
    return said[:_SAMPLE] or " ".join(f"U+{ord(c):04X}" for c in runs[0][:4])


def _instructions(article: Document, found: Readable) -> Iterator[Marked]:
    for passage in found.instructions:
        yield Marked(
            kind="instruction",
            message=_reason(passage),
            evidence=tuple(
                evidence_at(article, span.start, span.end)
                for span in found.visible.to_source(passage.start, passage.end)
            ),
        )


def _reason(passage: Passage) -> str:
    if passage.kind == "task":
        return f"{_TASK} {_QUOTED}"
    if passage.quoted:
        return f"The article quotes text for a machine: {_ORDERS[passage.kind]}. {_QUOTED}"
    return f"Text for a machine, not for readers: {_ORDERS[passage.kind]}. {_LEFT_OUT}"


def _hidden(article: Document) -> Iterator[Marked]:
    if article.visible is article:
        return
    by_kind: dict[str, list[Hidden]] = {}
    for run in find_hidden(article.text):
        if not _ORDINARY.issuperset(article.text[run.start : run.end]):
            by_kind.setdefault(run.kind, []).append(run)
    for kind, runs in by_kind.items():
        count = sum(run.end - run.start for run in runs)
        name = _NAMES[kind][count > 1]
        said = _said(article.text, runs)
        message = f"{count} {name} that no reader sees, left out of what the model read"
        message += f"; decoded: {said}" if said else ""
        yield Marked(kind="hidden", message=message, evidence=_places(article, runs))


def _said(text: str, runs: Sequence[Hidden]) -> str:
    said = " ".join(filter(None, (hidden_message(text[run.start : run.end]) for run in runs)))
    return said if len(said) <= _MOST_SAID else f"{said[:_MOST_SAID]}…"


def _places(article: Document, runs: Sequence[Hidden]) -> tuple[Evidence, ...]:
    """The words that hold the runs, each once: what is hidden cannot be looked at by itself."""
    places: list[Evidence] = []
    end = -1
    for run in runs:
        if len(places) == MOST_PLACES:
            break
        if run.start < end:
            continue
        word = _word_around(article.text, run)
        end = word.end
        places.append(evidence_at(article, word.start, word.end))
    return tuple(places)


def _word_around(text: str, run: Hidden) -> Span:
    start, end = run.start, run.end
    while start > max(run.start - _CONTEXT, 0) and not text[start - 1].isspace():
        start -= 1
    while end < min(run.end + _CONTEXT, len(text)) and not text[end].isspace():
        end += 1
    return Span(start, end)
