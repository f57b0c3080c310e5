"""Telling a person about a download before it begins: what, how large, under which licence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from summarizer.cli.messages import say

if TYPE_CHECKING:
    from summarizer.models import CatalogEntry


def announce(entry: CatalogEntry) -> None:
    """Say on standard error what is about to be fetched."""
    from summarizer.models.weights import cache_folder

    say(
        f"summarize: fetching local/{entry.name} ({entry.title}): {entry.size / 1e6:,.0f} MB, "
        f"licence {entry.license}, once, into {cache_folder()}"
    )


def announce_missing(model: str | None, base_url: str = "") -> None:
    """Announce the download of the model that will be used, where its weights are not here yet.

    ``model`` is the name given, None for the default. A wrong name is left to the model's opening.
    """
    from summarizer.errors import SummarizerError
    from summarizer.models import check_model_id, default_model_id, known_models
    from summarizer.models.weights import is_installed

    try:
        name = check_model_id(model or default_model_id(os.environ), base_url)
    except SummarizerError:
        return
    entry = known_models().get(name.removeprefix("local/"))
    if name.startswith("local/") and entry and not is_installed(entry.name):
        announce(entry)
