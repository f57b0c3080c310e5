"""llama.cpp in this process: what is told when a part of it is missing, and how it is stopped."""

from __future__ import annotations

import gc
import os
import socket
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import MissingExtra
from summarizer.models import local_server, weights
from summarizer.models.local_server import LocalOptions, LocalServer

SMALL = "local/smollm2-135m"


@pytest.mark.parametrize(
    ("module", "remedy"),
    [
        ("raise ModuleNotFoundError(name='xllamacpp')", r"pip install 'summarizer\[local\]'"),
        ("raise ImportError('libgomp.so.1: cannot open shared object file')", "libgomp1"),
    ],
    ids=["not-installed", "library-missing"],
)
def test_missing_part_is_told_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, remedy: str
) -> None:
    (tmp_path / "xllamacpp.py").write_text(module)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    with pytest.raises(MissingExtra, match=remedy):
        LocalServer(tmp_path / "x.gguf", "x", LocalOptions())


@pytest.mark.parametrize("chosen", [None, "ACTIVE"])
def test_wait_policy_is_a_matter_of_the_import_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str | None
) -> None:
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    if chosen:
        monkeypatch.setenv("OMP_WAIT_POLICY", chosen)
    (tmp_path / "xllamacpp.py").write_text(
        "import os\nraise ImportError(os.environ['OMP_WAIT_POLICY'])"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    with pytest.raises(MissingExtra, match=chosen or "PASSIVE"):
        LocalServer(tmp_path / "x.gguf", "x", LocalOptions())
    assert os.environ.get("OMP_WAIT_POLICY") == chosen


# --- stopping ----------------------------------------------------------------------------------


@pytest.fixture
def binding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A stand-in for the binding, whose servers answer at ``binding.address``."""
    (tmp_path / "xllamacpp.py").write_text(
        "from types import SimpleNamespace\n"
        "def CommonParams():\n"
        "    return SimpleNamespace(**{n: SimpleNamespace() for n in PARTS})\n"
        "PARTS = ('model', 'cpuparams', 'cpuparams_batch')\n"
        "class Server:\n"
        "    def __init__(self, parameters):\n"
        "        self.listening_address = address\n"
        "        started.append(self)\n"
        "started = []\n"
    )
    (tmp_path / "x.gguf").write_bytes(b"GGUF")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    import xllamacpp

    yield xllamacpp
    monkeypatch.delitem(sys.modules, "xllamacpp")


def stopped(binding: Any, weights: Path) -> bool:
    """Whether closing drops the binding's server."""
    server = LocalServer(weights, "x", LocalOptions())
    dropped = weakref.ref(binding.started.pop())
    server.close()
    server.close()
    gc.collect()
    return dropped() is None


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server that answers, and what it was asked with which key."""
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(f"{self.path} {self.headers['Authorization']}")
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}", heard
        running.shutdown()
        thread.join()


def test_server_is_asked_whether_it_is_idle_then_stopped(
    binding: Any, asked: tuple[str, list[str]], tmp_path: Path
) -> None:
    binding.address, heard = asked
    assert stopped(binding, tmp_path / "x.gguf")
    assert len(heard) == 1


def test_server_that_goes_on_computing_is_left_to_itself(
    binding: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_server, "_CLOSE_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        binding.address = f"http://127.0.0.1:{mute.getsockname()[1]}"
        assert not stopped(binding, tmp_path / "x.gguf")


STOPPED_AT_ONCE = """
import sys
from pathlib import Path
from summarizer.models.local_server import LocalOptions, LocalServer
for _ in range(5):
    LocalServer(Path(sys.argv[1]), "x", LocalOptions(256, threads=1)).close()
"""

INTERRUPTED = """
import signal, sys
from pathlib import Path
from summarizer.models.local_server import LocalOptions, LocalServer, _binding
_binding()
signal.signal(signal.SIGALRM, signal.default_int_handler)
for _ in range(5):
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    try:
        LocalServer(Path(sys.argv[1]), "x", LocalOptions(256, threads=1))
    except KeyboardInterrupt:
        continue
    raise SystemExit("not interrupted")
"""


@pytest.mark.parametrize("script", [STOPPED_AT_ONCE, INTERRUPTED], ids=["closed", "interrupted"])
def test_server_that_has_answered_nothing_yet_ends(script: str) -> None:
    # A process of its own: where this fails, the interpreter stands still for good.
    pytest.importorskip("xllamacpp", reason="the extra 'local' is not installed")
    if not weights.is_installed(SMALL):
        pytest.skip(f"no weights: run 'summarize models pull {SMALL}' first")
    command = [sys.executable, "-c", script, str(weights.path_of(SMALL))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
