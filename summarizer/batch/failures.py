"""Whatever a document ends with, as an error of the tree: no batch breaks on one document."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

from summarizer.errors import SummarizerError


def unexpected(error: Exception) -> SummarizerError:
    """The error itself where it is one of the tree, else one that names its class and place.

    The message of a foreign error is left out: it may quote the article.
    """
    if isinstance(error, SummarizerError):
        return error
    frames = extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return SummarizerError(
        f"unexpected failure ({type(error).__name__}{place})",
        remedy="This is a fault of the program: please report it with the version and the place",
    )
