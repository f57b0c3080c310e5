"""Everything code reads from one article, read once and kept together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.document import Document, Sentence, Span
from summarizer.facts.actors import Actor, read_actors
from summarizer.facts.attribution import Attribution, read_attributions, speaker_of
from summarizer.facts.citable import citable_at
from summarizer.facts.conflicts import Conflict, find_conflicts
from summarizer.facts.figures import Figure, read_figures
from summarizer.facts.gaps import Gap, find_gaps
from summarizer.facts.leads import Findings, rank_leads
from summarizer.facts.names import same_name
from summarizer.facts.subjects import with_dates, with_shared_subjects, with_subjects

# "the Pentagon" is named Pentagon; "the opposition" has no name, and keeps its article.
_ARTICLE = re.compile(r"\A[Tt]he (?=[A-Z])")


@dataclass(frozen=True)
class Analysis:
    """What was read from ``document``; all offsets are into its text.

    ``figures`` carry their subject, date and speaker. ``leads`` are the sentences that carry the
    story, most telling first.
    """

    document: Document
    figures: tuple[Figure, ...]
    attributions: tuple[Attribution, ...]
    actors: tuple[Actor, ...]
    conflicts: tuple[Conflict, ...]
    gaps: tuple[Gap, ...]
    leads: tuple[Sentence, ...]

    def attribution_at(self, span: Span) -> Attribution | None:
        """Who says what stands at ``span``: the innermost attribution that holds it."""
        return speaker_of(self.document, span, self.attributions)

    def speaker_at(self, span: Span) -> str:
        """The name of who says what stands at ``span``, "" where the article itself does."""
        attribution = self.attribution_at(span)
        return self.speaker_name(attribution) if attribution else ""

    def speaker_name(self, attribution: Attribution) -> str:
        """The name of an attribution's speaker: the actor's, where it is one of the actors."""
        written = _ARTICLE.sub("", attribution.name)
        if written not in self._names:
            self._names[written] = self._name_for(written)
        return self._names[written]

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names that were asked for: each speaker is asked for many times."""
        return {}

    def _name_for(self, written: str) -> str:
        if " and " in written:  # two speak as one: neither name alone would do
            return written
        for actor in self.actors:
            if actor.kind == "person" and same_name(actor.name, written):
                return actor.name
        return written

    def figures_in(self, span: Span) -> tuple[Figure, ...]:
        """The figures that stand wholly inside ``span``."""
        return tuple(f for f in self.figures if span.contains(Span(f.start, f.end)))


def analyse(document: Document) -> Analysis:
    """Read everything from ``document``. Pure, and linear in the length of the text.

    Nothing is read from a sentence that states nothing (see ``citable``), and no actor is one for
    being named in such sentences only.
    """
    attributions = tuple(read_attributions(document))
    actors = tuple(
        actor
        for actor in read_actors(document)
        if any(citable_at(document, mention.start) for mention in actor.mentions)
    )
    bare = Analysis(document, (), attributions, actors, (), (), ())
    figures = _read_figures(bare)
    conflicts = tuple(find_conflicts(figures, document.text))
    gaps = tuple(
        gap
        for gap in find_gaps(document, attributions, figures, conflicts)
        if citable_at(document, gap.start)
    )
    leads = rank_leads(document, Findings(attributions, figures, actors, conflicts, gaps))
    return Analysis(document, figures, attributions, actors, conflicts, gaps, leads)


def _read_figures(analysis: Analysis) -> tuple[Figure, ...]:
    document = analysis.document
    text, language = document.text, document.language
    read = with_subjects(read_figures(text, language, apart=True), text, language)
    dated = with_dates(read, text, document.date, language)
    said = [_with_speaker(figure, analysis) for figure in dated]
    shared = with_shared_subjects(said, analysis.attributions, text)
    return tuple(figure for figure in shared if citable_at(document, figure.start))


def _with_speaker(figure: Figure, analysis: Analysis) -> Figure:
    speaker = analysis.speaker_at(Span(figure.value_start, figure.value_end))
    return figure if speaker == figure.speaker else replace(figure, speaker=speaker)
