"""A real Chromium, and pages in it that tell everything that must not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import open_browser

from .making import page_of, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation",
    (event) => console.error("policy: " + event.violatedDirective));"""

Open = Callable[..., "Page"]
WIDE: dict[str, Any] = {"viewport": {"width": 1400, "height": 900}}


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    yield from open_browser()


@pytest.fixture
def told() -> list[str]:
    """What happened in the page that must not: errors, dialogs, and every address asked for."""
    return []


@pytest.fixture(scope="package")
def desk(browser: Browser) -> BrowserContext:
    """A context with a wide screen: most tests need no other, and a new one takes its time."""
    return browser.new_context(**WIDE)


@pytest.fixture
def watched(browser: Browser, desk: BrowserContext, told: list[str]) -> Iterator[Open]:
    """Opens an address, in a context of its own where there are settings, and tells what happens
    there."""
    to_close: list[BrowserContext | Page] = []

    def opened(address: str, **settings: Any) -> Page:
        context = browser.new_context(**(WIDE | settings)) if settings else desk
        page = context.new_page()
        to_close.append(context if settings else page)
        page.add_init_script(TELL_VIOLATIONS)
        page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (told.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: told.append(f"request: {request.url}"))
        page.on("popup", lambda _: told.append("popup"))
        page.goto(address)
        assert told.pop(0) == f"request: {address}"
        return page

    yield opened
    for one in to_close:
        one.close()


@pytest.fixture
def open_page(watched: Open, tmp_path: Path) -> Open:
    """Opens the page of a summary (the whole sample where none is given) as a file."""

    def opened(*args: Any, **settings: Any) -> Page:
        return watched(write(page_of(*args), tmp_path), **settings)

    return opened
