from __future__ import annotations

from importlib import import_module

import pytest

from summarizer.errors import UnknownName
from summarizer.render import FORMATS, format_known, render

from .sample import DOCUMENT, empty_summary, full_summary


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_a_module_that_says_what_it_is(format: str) -> None:
    assert import_module(f"summarizer.render.{format}").__doc__


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("document", [DOCUMENT, None], ids=["with article", "without article"])
def test_each_format_shows_a_full_and_an_empty_summary(format: str, document: object) -> None:
    for summary in (full_summary(), empty_summary()):
        shown = render(summary, document, format)  # type: ignore[arg-type]
        assert summary.headline in shown or format == "csv"
        assert shown
        assert not shown.endswith("\n")


@pytest.mark.parametrize("format", ["htm", "", "TEXT", "inert", "../text"])
def test_any_other_format_is_refused_by_name(format: str) -> None:
    with pytest.raises(UnknownName, match="Formats are text, json"):
        format_known(format)
