"""``locate_quote``: tolerant of typography, strict about meaning.

A quote is looked for as it is; then folded (``document.folding``), without the marks around it;
then the most similar place is found and what differs there is named. Only the first two are a
quotation.

What counts as typography: all that folding levels; quotation marks or brackets around the quote;
a comma, full stop, semicolon, colon, dash or ellipsis at its end that the source has not, or has
otherwise; ``[T]he`` for ``the``; white space next to a mark. A change of case is typography unless
it makes another word inside a sentence (``US`` and ``us``, ``May`` and ``may``) or another unit
(``MW`` and ``mW``); a quote set wholly in capitals, in title case or in lower case is judged by
its letters alone.

What never does: any other word, digit or mark; an edge that cuts a word, a number or a number's
unit (``edges``); words left out, also where the quote says so with an ellipsis.
"""

from __future__ import annotations

from summarizer.document.model import Document
from summarizer.facts.quotes.asked import Asked
from summarizer.facts.quotes.elision import locate_elided
from summarizer.facts.quotes.index import QuoteIndex, index_of
from summarizer.facts.quotes.match import QuoteMatch, match_at
from summarizer.facts.quotes.reworded import locate_reworded
from summarizer.facts.quotes.verbatim import exact_places, folded_places

_BLANK = QuoteMatch("absent")


def locate_quote(quote: str, document: Document | str) -> QuoteMatch:
    """Judge whether ``quote`` stands in ``document``, where, and what differs.

    White space around the quote is no part of it; a blank quote is absent. Never raises. Linear
    in the text, which is indexed once; the last few texts stay indexed.
    """
    asked = Asked(quote.strip())
    if not asked.text:
        return _BLANK
    return _locate(index_of(document if isinstance(document, str) else document.text), asked)


def _locate(index: QuoteIndex, asked: Asked) -> QuoteMatch:
    exact = exact_places(index, asked.text)
    if exact:
        return match_at("exact", exact, [])
    if not asked.folded.text:
        return _BLANK
    places = folded_places(index, asked)
    if places.clean:
        return match_at("typographic", places.clean, [])
    if places.spoilt:
        return match_at("altered", [places.spoilt], places.why)
    return locate_elided(index, asked) or locate_reworded(index, asked) or _BLANK
