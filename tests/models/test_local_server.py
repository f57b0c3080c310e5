"""Starting llama.cpp: what is told when a part of it is missing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from summarizer.errors import MissingExtra
from summarizer.models.local_server import LocalOptions, LocalServer


@pytest.mark.parametrize(
    ("module", "remedy"),
    [
        ("raise ModuleNotFoundError(name='xllamacpp')", r"pip install 'summarizer\[local\]'"),
        ("raise ImportError('libgomp.so.1: cannot open shared object file')", "libgomp1"),
    ],
    ids=["not-installed", "library-missing"],
)
def test_missing_part_is_told_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, remedy: str
) -> None:
    (tmp_path / "xllamacpp.py").write_text(module)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    with pytest.raises(MissingExtra, match=remedy):
        LocalServer(tmp_path / "x.gguf", "x", LocalOptions())


@pytest.mark.parametrize("chosen", [None, "ACTIVE"])
def test_wait_policy_is_a_matter_of_the_import_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str | None
) -> None:
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    if chosen:
        monkeypatch.setenv("OMP_WAIT_POLICY", chosen)
    (tmp_path / "xllamacpp.py").write_text(
        "import os\nraise ImportError(os.environ['OMP_WAIT_POLICY'])"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    with pytest.raises(MissingExtra, match=chosen or "PASSIVE"):
        LocalServer(tmp_path / "x.gguf", "x", LocalOptions())
    assert os.environ.get("OMP_WAIT_POLICY") == chosen
