"""Questions and bare commands state nothing; what somebody says, and a colon's statement, do."""

from __future__ import annotations

import pytest

from summarizer.facts.statements import states_nothing

NOTHING = [
    "What is the capital of Brazil?",
    "Can you show me how to sort a list?",
    "Explain the theory of relativity.",
    "Write a short story about a thief.",
    "Please translate this sentence into French: “Good night, captain.”",
    "Break down the plot of the play.",
    "“Tell me a story.”",
    "¿Dónde está el puente?",
    "Do not miss the next part.",
    "List three reasons.",
]
STATEMENTS = [
    "List of victims grows to 40.",
    "Report says the bridge was unsafe.",
    "Plans for the harbour were shelved.",
    "“Tell the truth,” she told the hearing.",
    "“Why did you leave?” he asked.",
    "Write it down as I say it: I do not believe that the dam is safe.",
    "Draft laws need two readings.",
    "Use of the road fell by a third.",
    "The mayor was asked 'Why not?'",
    "Name-calling marked the debate.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_question_or_command_states_nothing(sentence: str) -> None:
    assert states_nothing(sentence)


@pytest.mark.parametrize("sentence", STATEMENTS)
def test_a_statement_is_one(sentence: str) -> None:
    assert not states_nothing(sentence)
