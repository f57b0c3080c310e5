"""How the work on an article is cut into questions to a model: one file a plan.

A plan turns an analysis and a prompt into a Draft. It decides what is asked; whether the answers
hold is decided by the grounding, the same for all of them.
"""

from __future__ import annotations

from collections.abc import Callable

from summarizer.draft import Draft
from summarizer.facts.analysis import Analysis
from summarizer.plans import split, whole
from summarizer.plans.questions import Questions
from summarizer.prompts import Prompt

Plan = Callable[[Prompt, Analysis, Questions], Draft]

PLANS: dict[str, Plan] = {"split": split.draft, "whole": whole.draft}


def draft_by_plan(prompt: Prompt, analysis: Analysis, questions: Questions) -> Draft:
    """What the model says of an article, asked in the way the prompt lays down.

    Nothing is asked where nothing is left to read. Raises ModelError where one of the questions
    fails; ``questions.usage`` is what was spent.
    """
    if not analysis.document.sentences:
        return Draft(claims=(), abstract="", headline="", questions=())
    return PLANS[prompt.plan](prompt, analysis, questions)


__all__ = ["PLANS", "Plan", "Questions", "draft_by_plan"]
