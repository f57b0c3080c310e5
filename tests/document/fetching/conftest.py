"""One world for each test: a site with a page, and a canary."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.document.fetching.world import Scene, reply, scene


@pytest.fixture
def here() -> Iterator[Scene]:
    with scene({"/": reply("<p>The ferry sailed.</p>")}) as made:
        yield made


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine the tests run on."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
