"""The whole path with a real language model: weights, server, client, grammar, grounding."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Document, open_model, summarize
from summarizer.models import weights
from summarizer.models.budget import MAX_REQUESTS

MODEL = "local/smollm2-135m"
SEED = Path(__file__).resolve().parents[1] / "seeds" / "troops-in-kursk.txt"


def test_a_real_model_summarises_a_real_article() -> None:
    pytest.importorskip("xllamacpp", reason="the extra 'local' is not installed")
    if not weights.is_installed(MODEL):
        pytest.skip(f"no weights here: run 'summarize models pull {MODEL}'")
    lines = SEED.read_text(encoding="utf-8").splitlines(keepends=True)
    document = Document.from_text("".join(lines[:8]), name="seed")

    with open_model(MODEL) as model:
        summary = summarize(document, model=model)

    provenance = summary.provenance
    assert provenance.served_model == "smollm2-135m"
    assert provenance.prompt_tokens > 300
    assert provenance.completion_tokens > 20
    assert 1 <= provenance.attempts <= MAX_REQUESTS
    evidence = [e for claim in summary.key_claims for e in claim.evidence]
    assert evidence
    assert all(document.text[e.start : e.end] == e.quote for e in evidence)
