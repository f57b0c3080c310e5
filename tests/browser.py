"""The browser as a fixture's body: tests that need one are skipped where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from evals.browser import NoBrowser, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def open_browser() -> Iterator[Browser]:
    """The browser while it is open; not for a whole session: its loop keeps asyncio out."""
    try:
        with chromium() as browser:
            yield browser
    except NoBrowser as missing:
        pytest.skip(str(missing))
