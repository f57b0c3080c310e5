from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer import errors
from summarizer.pipeline import DEFAULT_PROMPT, DEFAULT_TIMEOUT
from summarizer.render import View, render
from summarizer.summary import Summary
from summarizer.testing import FakeModel

from .conftest import ARTICLE, Run

UseModel = Callable[[FakeModel], FakeModel]
UNTRUE = (2, "the grid company", "About 9,900 households lost power.")


def test_a_file_becomes_a_view_on_standard_output_and_nothing_else(run: Run, article: Path) -> None:
    ran = run(article, "-m", "extractive")
    assert ran.code == 0
    assert ran.out.startswith("Storm leaves Carrow without power")
    assert "1,200 households" in ran.out
    assert ran.err == ""


def test_standard_input_is_a_dash(run: Run) -> None:
    ran = run("-", "-m", "extractive", "-f", "json", stdin=ARTICLE.encode())
    summary = Summary.model_validate_json(ran.out)
    pieces = [piece for claim in summary.key_claims for piece in claim.evidence]
    assert pieces
    assert all(ARTICLE[piece.start : piece.end] == piece.quote for piece in pieces)


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "markdown"])
def test_a_format_is_what_the_library_renders(run: Run, article: Path, format: str) -> None:
    from summarizer import Document

    written = Summary.model_validate_json(run(article, "-m", "extractive", "-f", "json").out)
    ran = run(article, "-m", "extractive", "-f", format)
    expected = render(written, Document.from_text(ARTICLE), format, View())

    def timeless(text: str) -> str:
        """Without what differs from one run to the next."""
        changing = (f"{written.provenance.created:%Y-%m-%d}", written.provenance.result_sha256)
        return text[: min(text.find(part) % (len(text) + 1) for part in changing)]

    assert timeless(ran.out) == timeless(expected)


def test_without_format_the_ending_of_the_file_decides(run: Run, article: Path) -> None:
    for name, begins in [("a.json", "{\n"), ("a.md", "# Storm"), ("a.out", "Storm")]:
        path = article.with_name(name)
        assert run(article, "-m", "extractive", "-o", path).code == 0
        assert path.read_text("utf-8").startswith(begins)


def test_several_sources_stand_under_their_names(run: Run, article: Path) -> None:
    other = article.with_name("other.txt")
    other.write_text(ARTICLE.replace("Carrow", "Dunmore"), encoding="utf-8")
    out = run(article, other, "-m", "extractive").out
    heads = [line for line in out.splitlines() if line.startswith("==>")]
    assert heads == [f"==> {article} <==", f"==> {other} <=="]
    assert out.index("Carrow") < out.index(heads[1]) < out.index("Dunmore")


def test_json_of_several_sources_is_one_document_a_line(run: Run, article: Path) -> None:
    out = run(article, article, "-m", "extractive", "-f", "json").out
    headlines = [json.loads(line)["headline"] for line in out.splitlines()]
    assert headlines == ["Storm leaves Carrow without power"] * 2


def test_markdown_of_several_sources_is_parted_by_rules(run: Run, article: Path) -> None:
    out = run(article, article, "-m", "extractive", "-f", "markdown").out
    assert out.startswith("# Storm")
    assert "\n\n---\n\n# Storm" in out


def test_one_source_that_fails_does_not_cost_the_others(run: Run, article: Path) -> None:
    ran = run("nowhere.txt", article, "-m", "extractive", "-f", "json")
    assert ran.code == 2
    assert json.loads(ran.out)["headline"].startswith("Storm")
    assert ran.err.startswith("summarize: nowhere.txt: there is no such file")


BAD_INPUT = {
    "missing": ("nowhere.txt", None, "no such file"),
    "empty": ("a.txt", b"", "text"),
    "blank": ("a.txt", b" \n\t\n", "text"),
    "binary": ("a.txt", b"\x00\x01\x02\xff" * 100, "UTF-8"),
    "not UTF-8": ("a.txt", b"caf\xe9 au lait", "UTF-8"),
    "directory": (".", None, "directory"),
    "broken pdf": ("a.pdf", b"%PDF-1.7 and nothing", "it is broken"),
    "page without text": ("a.html", b"<html><img src=x></html>", "no text in the page"),
    "verb in the wrong place": ("schema", None, "stands first"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("name", "data", "says"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_bad_input_is_one_clear_line_and_code_2(
    run: Run, use_model: UseModel, name: str, data: bytes | None, says: str
) -> None:
    model = use_model(FakeModel())
    if data is not None:
        Path(name).write_bytes(data)
    ran = run("-m", "fake/model", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"summarize: {name}: ")
    assert says in ran.err
    assert model.requests == []


BAD_CHOICES = {
    "format": (["-f", "rtf"], "no format 'rtf'"),
    "model": (["-m", "gpt"], "gpt"),
    "local model": (["-m", "local/gpt"], "gpt"),
    "prompt": (["-m", "extractive", "-p", "summary@99"], "summary@99"),
    "folder of the output": (["-m", "extractive", "-o", "no/such/a.json"], "no folder"),
    "output that is a folder": (["-m", "extractive", "-o", "."], "is a folder"),
}


@pytest.mark.parametrize(("words", "says"), BAD_CHOICES.values(), ids=BAD_CHOICES)
def test_a_bad_choice_is_one_clear_line_and_code_2(
    run: Run, article: Path, words: list[str], says: str
) -> None:
    ran = run(article, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert says in ran.err


@pytest.mark.parametrize(
    "words", [[], ["--nonsense", "a"], ["--timeout", "0", "a"], ["--timeout", "soon", "a"]]
)
def test_bad_usage_is_code_2_and_says_where_help_is(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "Try 'summarize -h' for help" in ran.err
    assert "Traceback" not in ran.err


def leaves(kind: type[errors.SummarizerError]) -> list[type[errors.SummarizerError]]:
    return [kind, *(leaf for below in kind.__subclasses__() for leaf in leaves(below))]


@pytest.mark.parametrize("kind", leaves(errors.SummarizerError), ids=lambda kind: kind.__name__)
def test_every_error_becomes_one_line_and_its_own_code(
    run: Run, article: Path, use_model: UseModel, kind: type[errors.SummarizerError]
) -> None:
    use_model(FakeModel(error=kind("it went wrong", remedy="Do that")))
    ran = run(article, "-m", "fake/model")
    assert (ran.code, ran.out) == (kind.exit_code, "")
    assert ran.err == f"summarize: {article}: it went wrong. Do that\n"


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (errors.AnswerInvalid, 4),  # both questions about both documents
        (errors.DeadlineExceeded, 2),
        (errors.ProviderRejected, 1),
        (errors.ModelUnavailable, 1),
        (errors.WeightsUnavailable, 1),
    ],
)
def test_a_failure_that_every_document_would_meet_ends_the_run(
    run: Run,
    article: Path,
    use_model: UseModel,
    kind: type[errors.SummarizerError],
    asked: int,
) -> None:
    model = use_model(FakeModel(error=kind("no")))
    assert run(article, article, "-m", "fake/model").code == 4
    assert len(model.requests) == asked


def test_what_an_error_quotes_cannot_act_on_the_terminal(run: Run) -> None:
    ran = run("-m", "extractive", "a\x1b[2J\u202e\n.txt")
    assert ran.err.startswith("summarize: a⟨U+001B⟩[2J⟨U+202E⟩ .txt: there is no such file")


def test_strict_shows_the_summary_and_exits_with_3(
    run: Run, article: Path, use_model: UseModel
) -> None:
    use_model(FakeModel(claims=[UNTRUE]))
    ran = run(article, "-m", "fake/model", "--strict")
    assert ran.code == 3
    assert "REJECTED" in ran.out
    assert ran.err == "summarize: --strict: 1 of 1 not fully supported or not read whole\n"


def test_without_strict_a_rejected_item_is_shown_and_the_code_is_0(
    run: Run, article: Path, use_model: UseModel
) -> None:
    use_model(FakeModel(claims=[UNTRUE]))
    ran = run(article, "-m", "fake/model")
    assert ran.code == 0
    assert "9,900" in ran.out[ran.out.index("REJECTED") :]


def test_strict_with_nothing_to_object_to_is_0(run: Run, article: Path) -> None:
    assert run(article, "-m", "extractive", "--strict").code == 0


def test_the_defaults_are_the_library_s(run: Run, article: Path, use_model: UseModel) -> None:
    model = use_model(FakeModel())
    run(article, "-m", "fake/model")
    assert DEFAULT_TIMEOUT - 1 < model.requests[0].deadline <= DEFAULT_TIMEOUT
    assert f"[default: {DEFAULT_PROMPT}]" in run("--help").out
    assert f"Default: {DEFAULT_TIMEOUT:.0f}." in run("--help").out


def test_timeout_reaches_the_model(run: Run, article: Path, use_model: UseModel) -> None:
    model = use_model(FakeModel())
    run(article, "-m", "fake/model", "--timeout", "7.5")
    assert 7 < model.requests[0].deadline <= 7.5


def test_a_fallback_takes_over_when_the_model_cannot_be_reached(run: Run, article: Path) -> None:
    ran = run(article, "--model", "openai/gpt-5.4-mini", "--fallback", "extractive", "-f", "json")

    provenance = json.loads(ran.out)["provenance"]
    assert ran.code == 0
    assert (provenance["model"], provenance["fallback_for"]) == (
        "extractive",
        "openai/gpt-5.4-mini",
    )


def test_the_language_is_guessed_unless_it_is_given(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Es waren 5.200 Menschen auf der Brücke, und das Wasser stieg.", "utf-8")

    guessed = json.loads(run(path, "-m", "extractive", "-f", "json").out)
    given = json.loads(run(path, "-m", "extractive", "-f", "json", "--language", "en").out)

    assert (guessed["provenance"]["language"], guessed["figures"][0]["low"]) == ("de", "5200")
    assert (given["provenance"]["language"], given["figures"][0]["low"]) == ("en", "5.2")
