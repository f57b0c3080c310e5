"""Words that an article, a page or a model could bring to make something act: data, by sink.

Each file is a JSON object of payloads by name. To report a new one, add a line.
"""

from __future__ import annotations

import json
from pathlib import Path


def payloads(sink: str) -> dict[str, str]:
    """The payloads for ``terminal``, ``markdown``, ``csv``, ... by name."""
    found: dict[str, str] = json.loads((Path(__file__).parent / f"{sink}.json").read_text("utf-8"))
    return found
