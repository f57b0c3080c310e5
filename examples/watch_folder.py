"""Articles are dropped into one folder; summaries appear in another.

    python examples/watch_folder.py inbox/ summaries/

Each change runs the batch again over the whole folder: what is done already costs nothing, what
failed is tried again, and nothing is missed after a restart. Move articles into the folder when
they are whole.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from watchfiles import watch


def watch_folder(inbox: Path, summaries: Path, stop: threading.Event | None = None) -> None:
    """Summarise what is in ``inbox`` now and whatever comes, until ``stop`` is set."""
    begun = False
    # It is watched before the first run, so what comes meanwhile is seen; that run begins after
    # the first second without a change.
    for changes in watch(inbox, stop_event=stop, yield_on_timeout=True, rust_timeout=1000):
        if changes or not begun:
            begun = True
            summarize_folder(inbox, summaries)


def summarize_folder(inbox: Path, summaries: Path) -> None:
    """Summarise every article of ``inbox``; one that fails is told, and does not stop the rest."""
    if not any(path.is_file() for path in inbox.rglob("*")):
        return
    program = str(Path(sys.executable).with_name("summarize"))
    command = [program, "batch", str(inbox), "-o", f"{summaries}/", "--quiet"]
    subprocess.run(command, check=False)


if __name__ == "__main__":
    watch_folder(Path(sys.argv[1]), Path(sys.argv[2]))
