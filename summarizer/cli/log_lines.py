"""The log on standard error: ``--log-level`` and ``--log-format``."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from summarizer import logs
from summarizer.cli.messages import say


class _ToStderr(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            say(self.format(record))
        except Exception:
            self.handleError(record)


@contextmanager
def log_lines(level: str | None, format: str = "text") -> Iterator[bool]:
    """Log from ``level`` up, as text or JSON lines; None logs nothing.

    Yields whether anything is logged: the lines then take the place of progress.
    """
    if level is None:
        yield False
        return
    logger = logging.getLogger(logs.ROOT)
    before = logger.level
    handler = _ToStderr()
    handler.setFormatter(logs.JsonLines() if format == "json" else logs.TextLines())
    logger.addHandler(handler)
    logger.setLevel(level.upper())
    try:
        yield True
    finally:
        logger.setLevel(before)
        logger.removeHandler(handler)
