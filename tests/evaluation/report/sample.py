"""A report over one made-up article: two runs, every kind of row, any foreign word replaceable."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from summarizer.document import Document
from summarizer.evaluation.bootstrap import Estimate
from summarizer.evaluation.comparison import Comparison, Row, ZeroCount
from summarizer.evaluation.gate import GateResult, Loss
from summarizer.evaluation.gold import GoldFile
from summarizer.evaluation.gold_files import GoldCase
from summarizer.evaluation.report import ReportComparison, ReportData, ReportRun
from summarizer.evaluation.results import (
    ArticleScore,
    Counts,
    FieldScore,
    Hit,
    Pair,
    Ratio,
    RunKey,
    RunScore,
)
from summarizer.summary import (
    Actor,
    Claim,
    Conflict,
    ConflictSide,
    Coverage,
    Evidence,
    FigureItem,
    OpenQuestion,
    Problem,
    Provenance,
    Rejected,
    Summary,
)

TEXT = """Ferry 🚢 to Ostrava island stops for a week

About 340 passengers were stranded on Friday, the harbour office said.
Captain Lena Brandt spoke of more than 500. "Nobody told us," Brandt said.
It is not known when the pier will open again{word}.
"""
Evidences = dict[str, Any]


class Sample:
    """``word`` stands in every string that an article, a gold file or a model could bring."""

    def __init__(self, word: str = "") -> None:
        self.word = f" {word}" if word else ""
        self.text = TEXT.replace("{word}", self.word)
        self.slug = f"ferry{self.word}"
        self.case = GoldCase(
            self.slug, self._gold(), Document.from_text(self.text, name="ferry.txt")
        )

    def data(self, **changes: Any) -> ReportData:
        old, new = self.run("summary@1", found_all=False), self.run("summary@2", found_all=True)
        values: dict[str, Any] = {
            "title": f"Evaluation{self.word}",
            "created": datetime.datetime(2026, 5, 4, 9, 30, tzinfo=datetime.UTC),
            "runs": (old, new),
            "cases": (self.case,),
            "comparisons": (self.comparison(old.score, new.score),),
            "agreement": f"AUC 0.86 on 300 pairs{self.word}",
        }
        return ReportData(**(values | changes))

    def comparison(self, old: RunScore, new: RunScore) -> ReportComparison:
        better = Row("claims.f1", 0.4, 0.8, 9, 7, 0.4, 0.1, 0.7, 0.005, 0.01, 0.2, 0.05, "better")

        worse = Row(
            f"figures.f1{self.word}",
            0.9,
            0.6,
            9,
            5,
            -0.3,
            -0.5,
            -0.1,
            0.01,
            0.02,
            0.2,
            0.05,
            "worse",
        )
        same = Row("conflicts.f1", 0.5, 0.5, 3, 0, 0.0, 0.0, 0.0, 1.0, 1.0)
        rows = (better, worse, same, Row("actors.f1", None, None))
        counts = (
            ZeroCount(f"must-not hits{self.word}", 0, 1, (self.slug,)),
            ZeroCount("evidence not verbatim", 2, 2),
        )
        gate = GateResult((Loss(worse, 0.02, 0.05),), (f"actors.f1{self.word}",))
        return ReportComparison(old, new, Comparison(new.key, old.key, rows, counts), gate)

    def run(self, prompt: str, *, found_all: bool) -> ReportRun:
        key = RunKey(
            model=f"local/test{self.word}",
            prompt=f"{prompt}{self.word}",
            prompt_fingerprint="0123456789abcdef",
            schema_sha256="ab",
            gold="cd",
        )
        score = RunScore(key=key, articles=(self.score(found_all=found_all),))
        intervals = {"claims.f1": Estimate(0.4, 0.31, 0.87, 0.1, 1)}
        return ReportRun(score, {self.slug: self.summary()}, intervals=intervals)

    def score(self, *, found_all: bool, **changes: Any) -> ArticleScore:
        second = Pair(gold="c2", item=1, similarity=0.71, attributes={"claims.speaker": True})
        first = Pair(
            gold="c1",
            item=0,
            similarity=0.93,
            attributes={"claims.speaker": True, "claims.status": False},
        )
        values: dict[str, Any] = {
            "slug": self.slug,
            "fields": {
                "claims": FieldScore(
                    counts=Counts(
                        gold=3,
                        matched=2 if found_all else 1,
                        core=1,
                        core_matched=1,
                        shown=4,
                        extra=1,
                        wrong=1,
                        soft=0.9,
                    ),
                    pairs=(first, second) if found_all else (first,),
                    missed=("c3",) if found_all else ("c2", "c3"),
                    extra=(2,) if found_all else (1,),
                    wrong=(3,),
                ),
                "actors": self._one("a1", {"actors.kind": True, "actors.role": False}),
                "figures": self._one("f1", {"figures.change": True}),
                "conflicts": self._one("x1", {"conflicts.compatible": False}),
                "open_questions": FieldScore(counts=Counts()),
            },
            "attributes": {"claims.speaker": Ratio(right=2, of=2)},
            "grounding": {
                "verbatim": Ratio(right=9, of=9),
                "supported": Ratio(right=7, of=9),
                "numbers_and_names": Ratio(right=9, of=9),
                "not_an_instruction": Ratio(right=9, of=9),
            },
            "must_not_hits": (
                ()
                if found_all
                else (Hit(must_not="m1", where=f"claim 4{self.word}", text=f"It sank{self.word}."),)
            ),
            "prompt_tokens": 1200,
            "completion_tokens": 300,
            "seconds": 12.5,
        }
        return ArticleScore(**(values | changes))

    def summary(self, **changes: Any) -> Summary:
        word, at = self.word, self.evidence
        office, captain = f"harbour office{word}", f"Lena Brandt{word}"
        values: dict[str, Any] = {
            "headline": f"Ferry stops{word}",
            "headline_evidence": (at("Ferry 🚢 to Ostrava island"),),
            "abstract": f"Passengers are stranded{word}.",
            "key_claims": (
                claim(f"About 340 were stranded{word}.", at("About 340 passengers"), office),
                claim(f"Nobody told us{word}", at("Nobody told us"), captain, wording="verbatim"),
                claim(f"The pier is shut{word}.", at("It is not known when the pier"), None),
                claim(f"The ferry sank{word}.", at("to Ostrava island stops"), None),
            ),
            "actors": (
                Actor(
                    name=captain,
                    aliases=(f"Brandt{word}",),
                    kind="person",
                    role=f"master{word}",
                    salience=0.5,
                    evidence=(at("Lena Brandt"), at("Brandt said")),
                ),
            ),
            "figures": (
                FigureItem(
                    id="F1",
                    text=f"About 340{word}",
                    low=Decimal(340),
                    high=Decimal(340),
                    unit=f"person{word}",
                    change="~",
                    measures=f"passengers{word}",
                    speaker=office,
                    evidence=(at("About 340 passengers"),),
                ),
            ),
            "conflicts": (
                Conflict(
                    about=f"passengers{word}",
                    compatible=True,
                    reason="differ",
                    sides=(
                        ConflictSide(text=f"340{word}", evidence=(at("About 340"),)),
                        ConflictSide(
                            text=f"500{word}", speaker=captain, evidence=(at("more than 500"),)
                        ),
                    ),
                ),
            ),
            "open_questions": (
                OpenQuestion(
                    text=f"When will it open{word}?",
                    reason="unknown",
                    evidence=(at("It is not known when the pier will open again"),),
                ),
            ),
            "rejected": (
                Rejected(
                    item="claim",
                    text=f"3,400 were stranded{word}.",
                    problems=(Problem(kind=f"number{word}", message=f"says 3,400{word}"),),
                    shown_as="omitted",
                ),
            ),
            "coverage": Coverage(
                sentences=5,
                sentences_read=5,
                sentences_cited=4,
                characters=len(self.text),
                complete=True,
            ),
            "provenance": Provenance(
                prompt="summary@1",
                prompt_fingerprint="0123456789abcdef",
                model="local/test",
                provider="local",
                document_sha256="ab",
                schema_sha256="cd",
                created=datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC),
                software="summarizer 0.1.0",
            ),
        }
        return Summary(**(values | changes))

    def evidence(self, quote: str) -> Evidence:
        start = self.text.index(quote)
        return Evidence(sentence=1, start=start, end=start + len(quote), quote=quote)

    def _one(self, gold: str, attributes: dict[str, bool]) -> FieldScore:
        return FieldScore(
            counts=Counts(gold=1, matched=1, shown=1, soft=0.8),
            pairs=(Pair(gold=gold, item=0, similarity=0.8, attributes=attributes),),
        )

    def _gold(self) -> GoldFile:
        word = self.word
        office, captain = f"harbour office{word}", f"Lena Brandt{word}"

        def item(id: str, evidence: str, **values: Any) -> dict[str, Any]:
            return {"id": id, "evidence": [evidence], **values}

        stranded = "About 340 passengers were stranded on Friday, the harbour office said."
        spoke = "Captain Lena Brandt spoke of more than 500."

        def side(text: str, evidence: str, speaker: str) -> dict[str, Any]:
            return {"text": f"{text}{word}", "speaker": speaker, "evidence": [evidence]}

        return GoldFile.model_validate(
            {
                "article": "ferry.txt",
                "article_sha256": "0" * 64,
                "genre": f"notice{word}",
                "origin": "invented",
                "traps": [f"two counts{word}"],
                "claims": [
                    item("c1", stranded, text=f"340 people were stranded{word}.", grade="core",
                         speaker=office, status="attributed"),
                    item("c2", '"Nobody told us," Brandt said.', text=f"Nobody was told{word}.",
                         grade="acceptable", speaker=captain),
                    item("c3", spoke, text=f"Brandt counts over 500{word}.", grade="acceptable"),
                ],
                "actors": [
                    item("a1", "Captain Lena Brandt", name=captain, aliases=[f"Brandt{word}"],
                         kind="person", role=f"captain{word}", grade="core"),
                ],
                "figures": [
                    item("f1", "About 340 passengers", text=f"About 340{word}", low=340, high=340,
                         change="~", measures=f"passengers{word}", unit=f"person{word}",
                         grade="core", speaker=office),
                ],
                "conflicts": [
                    item("x1", spoke, about=f"passengers{word}", compatible=False,
                         sides=[side("340", "About 340 passengers", office),
                                side("over 500", "more than 500", captain)]),
                ],
                "must_not": [
                    item("m1", "stops for a week", text=f"The ferry sank{word}.",
                         why=f"made up{word}", speaker=captain, statuses=["stated"]),
                    item("m2", spoke, text=f"Brandt counts 340{word}.", why=f"swapped{word}"),
                ],
            }
        )  # fmt: skip


def claim(text: str, evidence: Evidence, speaker: str | None, **changes: Any) -> Claim:
    values: dict[str, Any] = {"text": text, "wording": "model", "status": "stated"}
    return Claim(**(values | {"speaker": speaker, "evidence": (evidence,)} | changes))
