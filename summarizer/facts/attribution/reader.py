"""Reads a whole document: the findings of each sentence, posts, and quotations that run on."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice

from summarizer.document import Document, Span
from summarizer.facts.attribution.carried import carry_on, content_of
from summarizer.facts.attribution.clauses import find_in_clauses
from summarizer.facts.attribution.cue_table import CueTable, table_for
from summarizer.facts.attribution.cues import find_cues
from summarizer.facts.attribution.finding import Finding
from summarizer.facts.attribution.model import Attribution, Status
from summarizer.facts.attribution.posts import Author, post_authors
from summarizer.facts.attribution.quotations import read_quotations
from summarizer.facts.attribution.retracted import without_retracted
from summarizer.facts.attribution.speaker_words import is_anonymous
from summarizer.facts.attribution.speakers import Speakers
from summarizer.facts.attribution.tokens import (
    LONGEST_SENTENCE,
    Sentence,
    Token,
    join_phrasal,
    tokens_of,
    words_of,
)
from summarizer.facts.names import read_names
from summarizer.facts.words import script_of

# Characters at the beginning of what is said that tell its status: further on it is a detail.
_OPENING = 90


def read_attributions(document: Document) -> list[Attribution]:
    """Every attribution of the document, in order of content. Linear in the length of its text.

    A language without a table of cues gives an empty list.
    """
    table = table_for(document.language)
    return without_retracted(document, Reader(document, table).read()) if table is not None else []


class Reader:
    """One reading of one document: what is found so far, and which quotations are taken."""

    def __init__(self, document: Document, table: CueTable) -> None:
        """``table`` is that of the document's language."""
        self.document = document
        self.text = document.text
        self.table = table
        self.script = script_of(self.text)
        self.quotations = read_quotations(self.text)
        self.spans = tuple((sentence.start, sentence.end) for sentence in document.sentences)
        self.words = words_of(self.text, self.spans)
        self.found: list[Attribution] = []
        self.said: dict[int, Attribution] = {}
        self.told: dict[int, Attribution] = {}

    @cached_property
    def speakers(self) -> Speakers:
        """Built when the first speaker is found: most short texts name none."""
        starts = [sentence.start for sentence in self.document.sentences]
        return Speakers(self.text, read_names(self.text), starts, self.table)

    def read(self) -> list[Attribution]:
        """Every attribution in order of content; the outer of two nested ones first."""
        posts = post_authors(self.document, self.table)
        first = 0
        for index, sentence in enumerate(self.document.sentences):
            while first < len(self.quotations) and self.quotations[first].end <= sentence.start:
                first += 1
            if index in posts:
                self._add_post(index, posts[index])
                continue
            known = len(self.found)
            for tokens in self._parts(index, first):
                for finding in self._findings(Sentence(tokens, self.table)):
                    self._add(index, tokens, finding)
            if len(self.found) == known:
                self._add_reported(index)
                self._add_told(index)
        self.found += carry_on(self.document, self.quotations, self.found, self.said, self.told)
        return sorted(self.found, key=lambda a: (a.start, -a.end, a.cue_start))

    def _findings(self, sentence: Sentence) -> list[Finding]:
        clauses = self.table.clauses
        return find_cues(sentence) if clauses is None else find_in_clauses(sentence, clauses)

    def _holds_speech(self, span: tuple[int, int], first: int) -> bool:
        """Whether one of the quotations from ``first`` on is speech, and stands in the span."""
        for quotation in islice(self.quotations, first, None):
            if quotation.start >= span[1]:
                return False
            if quotation.speech and quotation.end > span[0]:
                return True
        return False

    def _parts(self, index: int, first: int) -> Iterator[list[Token]]:
        tokens = list(self.words[index])
        if self._holds_speech(self.spans[index], first):
            tokens = tokens_of(self.text, *self.spans[index], self.quotations, first)
        tokens = join_phrasal(tokens, self.table.phrasal)
        for at in range(0, len(tokens), LONGEST_SENTENCE):
            yield tokens[at : at + LONGEST_SENTENCE]

    def _add(self, index: int, tokens: list[Token], finding: Finding) -> None:
        """Turns a finding, in tokens, into an attribution, in characters."""
        quote, content = self._content(index, tokens, finding)
        if content is None or quote in self.said:
            return
        cue = Span(tokens[finding.cue[0]].start, tokens[finding.cue[1] - 1].end)
        who = Span(cue.start, cue.start)
        if finding.speaker is not None:
            who = self._speaker(tokens, finding.speaker, finding.cue)
        speaker = self.text[who.start : who.end]
        # What "we" said outside a quotation is the article's own.
        if speaker.lower() in ("you", "we", "i"):
            return
        resolved = self.speakers.resolve(speaker, who.start, who.end) if speaker else ""
        if not speaker and self.table.clauses is not None:
            # The verb has its subject in it: whoever spoke, or was told about, last.
            resolved = self.speakers.last_speaker(cue.start)
        is_person = bool(resolved) and self.speakers.is_person(resolved)
        made = Attribution(
            sentence=self._number_at(content.start),
            speaker=speaker,
            speaker_start=who.start,
            speaker_end=who.end,
            cue=self.text[cue.start : cue.end],
            cue_start=cue.start,
            cue_end=cue.end,
            speech="direct" if quote >= 0 else "indirect",
            status=self._status(finding, content),
            start=content.start,
            end=content.end,
            resolved=resolved,
            anonymous=is_anonymous(speaker, is_person, self.table),
        )
        if quote >= 0:
            self.said[quote] = made
        self.found.append(made)

    def _status(self, finding: Finding, content: Span) -> Status:
        """What somebody says they cannot confirm is unconfirmed: "said he could not confirm"."""
        said = self.text[content.start : content.end]
        unsure = self.table.cannot_confirm.search(said[:_OPENING])
        return "unconfirmed" if unsure and finding.status == "attributed" else finding.status

    def _add_reported(self, index: int) -> None:
        """A sentence in the mood of reported speech goes on with what was said before it."""
        clauses = self.table.clauses
        sentence = self.document.sentences[index]
        if clauses is None or clauses.reported is None or not self.found or index == 0:
            return
        last = self.found[-1]
        before = self.document.sentences[index - 1]
        near = max(last.end, last.cue_end) > before.start
        if near and last.name and clauses.reported.search(sentence.text):
            self.found.append(
                replace(
                    last,
                    sentence=sentence.number,
                    speech="indirect",
                    status="attributed",
                    start=sentence.start,
                    end=sentence.end,
                )
            )

    def _add_told(self, index: int) -> None:
        """Whose words a quotation may be that follows a sentence of telling: "She laughs. ..." """
        sentence = self.document.sentences[index]
        quote = self._next_quote(index)
        if quote < 0:
            return
        name, start, end = self.speakers.told_about(sentence.start, sentence.end)
        if not name:
            return
        content = content_of(self.text, self.quotations[quote])
        self.told[quote] = Attribution(
            sentence=self._number_at(content.start),
            speaker=self.text[start:end],
            speaker_start=start,
            speaker_end=end,
            cue="",
            cue_start=end,
            cue_end=end,
            speech="direct",
            status="attributed",
            start=content.start,
            end=content.end,
            resolved=name,
        )

    def _speaker(self, tokens: list[Token], phrase: tuple[int, int], cue: tuple[int, int]) -> Span:
        start, end = tokens[phrase[0]].start, tokens[phrase[1] - 1].end
        # "In Porter's view": the cue holds the speaker, whose possessive is no part of the name.
        if cue[0] <= phrase[0] and self.text[end - 2 : end] in ("'s", "’s"):
            end -= 2
        return Span(start, end)

    # --- what is said ---

    def _content(
        self, index: int, tokens: list[Token], finding: Finding
    ) -> tuple[int, Span | None]:
        """(index of the quotation or -1, where what is said stands)."""
        quote = finding.quote
        if quote < 0 and finding.content is None:
            quote = self._next_quote(index) if finding.opens else self._quote_before(index)
        if quote >= 0:
            return quote, content_of(self.text, self.quotations[quote])
        if finding.content is None:
            return -1, self._next_sentence(index) if finding.opens else None
        first, last = tokens[finding.content[0]], tokens[finding.content[1] - 1]
        return -1, self._with_marks(first.start, last.end)

    def _with_marks(self, start: int, end: int) -> Span:
        """Takes in the marks of a quotation that begins or ends with the content."""
        at = bisect.bisect_left(self.quotations, start, key=lambda q: q.end)
        for quotation in self.quotations[at:]:
            if quotation.start >= end:
                break
            if quotation.inner_start <= start < quotation.inner_end:
                start = quotation.start if quotation.end <= end + 2 else start
            if quotation.inner_end - 1 <= end <= quotation.inner_end and quotation.closed:
                end = quotation.end
        return Span(start, end)

    def _quote_before(self, index: int) -> int:
        """The quotation that ends with the sentence before, in the same paragraph."""
        start = self.document.sentences[index].start
        at = bisect.bisect_right(self.quotations, start, key=lambda q: q.end) - 1
        if at < 0 or not self.quotations[at].speech:
            return -1
        between = self.text[self.quotations[at].end : start]
        return at if not between.strip() and "\n" not in between else -1

    def _next_quote(self, index: int) -> int:
        """The quotation that begins right after the sentence."""
        end = self.document.sentences[index].end
        at = bisect.bisect_left(self.quotations, end, key=lambda q: q.start)
        if at == len(self.quotations) or not self.quotations[at].speech:
            return -1
        return -1 if self.text[end : self.quotations[at].start].strip() else at

    def _next_sentence(self, index: int) -> Span | None:
        sentences = self.document.sentences
        return sentences[index + 1].span if index + 1 < len(sentences) else None

    def _number_at(self, offset: int) -> int:
        sentence = self.document.sentence_at(offset)
        return sentence.number if sentence else 0

    # --- pasted posts ---

    def _add_post(self, index: int, author: Author) -> None:
        sentence = self.document.sentences[index]
        written = self.text[author.name.start : author.name.end]
        # "Name / the name in another script": one person, who goes by the article's own script.
        parts = written.split(" / ")
        name = next((part for part in parts if script_of(part) == self.script), parts[0])
        at = author.name.start + written.index(name)
        self.found.append(
            Attribution(
                sentence=sentence.number,
                speaker=written,
                speaker_start=author.name.start,
                speaker_end=author.name.end,
                cue=self.text[author.handle.start : author.handle.end],
                cue_start=author.handle.start,
                cue_end=author.handle.end,
                speech="direct",
                status="attributed",
                start=sentence.start,
                end=sentence.end,
                resolved=self.speakers.resolve(name, at, at + len(name)) or name,
            )
        )
