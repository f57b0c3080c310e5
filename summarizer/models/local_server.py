"""llama.cpp's own OpenAI-compatible server, inside this process, on a free loopback port.

The same client path as for a remote provider is used, so there is one transport to get right. The
server answers only to a key made for this process, and dies with it.
"""

from __future__ import annotations

import ctypes
import os
import secrets
import threading
import weakref
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from summarizer.errors import MissingExtra, ModelUnavailable, WeightsUnavailable
from summarizer.models.cores import available_cores

CONTEXT_TOKENS = 8192
"""Prompt and answer together, by default. The cache of the default model takes 28 KB a token."""

BATCH_TOKENS = 64
"""Closing, and a question after one whose time was up, wait for the batch under way: about a second
with 64 tokens (2 cores, the default model), 6 with 512, 27 with llama.cpp's own 2048. Reading is 4
to 13 % slower than with 512: 64 and 70 tokens/s against 69 and 74, 60 against 69
(python -m evals.bench local_model)."""

_CLOSE_SECONDS = 2.0
"""How long closing waits for the batch of tokens that is being computed."""

_ERRORS_ONLY = -1
_GGUF_MAGIC = b"GGUF"
_WAIT_POLICY = "OMP_WAIT_POLICY"


@dataclass(frozen=True, slots=True)
class LocalOptions:
    """How a local model runs; ``threads`` 0 stands for the physical cores that are free to use.

    ``batch_tokens`` of the prompt are read in one go, which nothing interrupts.
    """

    context_tokens: int = CONTEXT_TOKENS
    threads: int = 0
    batch_tokens: int = BATCH_TOKENS


class LocalServer:
    """A server that is up until it is closed. Starting reads the weights: 0.5 to 10 seconds.

    While it starts, the interpreter stands still (the binding holds the interpreter's lock); a
    signal is heeded as soon as the weights are read. Raises MissingExtra, WeightsUnavailable,
    ModelUnavailable.
    """

    def __init__(self, weights: Path, name: str, options: LocalOptions) -> None:
        self.key = secrets.token_urlsafe(24)
        self._lock = threading.Lock()
        held: list[Any] = []
        # Also runs when the last reference is dropped, and at the interpreter's exit.
        self._finalizer = weakref.finalize(self, _stop, held, self.key)
        try:
            _start(held, weights, name, options, self.key)
            self.base_url = f"{held[0].listening_address}/v1"
        except BaseException:
            self._finalizer()
            raise

    def close(self) -> None:
        """Stop the server, in a little over two seconds at most; may be called twice.

        A server that is still computing after that is left to itself: its memory is given back when
        the process ends.
        """
        with self._lock:
            self._finalizer()


def _start(held: list[Any], weights: Path, name: str, options: LocalOptions, key: str) -> None:
    """Put the running server into ``held``."""
    xllamacpp = _binding()
    _check_file(weights)
    try:
        parameters = _parameters(xllamacpp, weights, options)
        parameters.model_alias = {name}
        parameters.api_keys = [key]
        # One call that makes and stores it: a signal's exception cannot come in between, and drop a
        # server that is not ready to be stopped.
        held.extend(map(xllamacpp.Server, (parameters,)))
    except RuntimeError:
        raise ModelUnavailable(
            f"llama.cpp cannot load {weights.name}",
            remedy="The file may be damaged, of an unknown kind, or too large for the memory",
        ) from None


def _stop(held: list[Any], key: str) -> None:
    """Drop the server in ``held``, if there is one and it is idle.

    Dropping it tells its loop to end and waits for that, with the interpreter's lock held, so that
    nothing could interrupt a wait that is long (a batch is computed) or endless (the loop had not
    begun and so was not told: 5 of 20 servers closed right after loading).
    """
    if not held:
        return
    extra = ctypes.py_object(held[0])
    ctypes.pythonapi.Py_IncRef(extra)
    if _is_idle(held[0].listening_address, key):
        ctypes.pythonapi.Py_DecRef(extra)
    held.clear()


def _is_idle(address: str, key: str) -> bool:
    """Whether the server's loop runs and has a moment: a question only the loop can answer."""
    from http.client import HTTPConnection, HTTPException

    connection = HTTPConnection(address.removeprefix("http://"), timeout=_CLOSE_SECONDS)
    try:
        connection.request("GET", "/lora-adapters", headers={"Authorization": f"Bearer {key}"})
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _binding() -> Any:
    """The module xllamacpp, its threads set to sleep, not spin, while they wait for each other.

    OpenMP reads that setting once, when the library is loaded. Output with it, on 2 cores: 14 to 18
    tokens/s on a quiet machine; 5.7 beside two other busy processes, where 1.1 to 2.1 were left
    without it. To compare: python -m evals.bench local_model, then again with
    OMP_WAIT_POLICY=ACTIVE. A short spin (GOMP_SPINCOUNT=20000) gave 25 in two runs, 3 in two
    others.
    """
    chosen = os.environ.get(_WAIT_POLICY)
    os.environ.setdefault(_WAIT_POLICY, "PASSIVE")
    try:
        import xllamacpp
    except ModuleNotFoundError:
        raise MissingExtra(
            "Local models need an optional part of this program",
            remedy="Run: pip install 'summarizer[local]'",
        ) from None
    except ImportError as error:
        raise MissingExtra(
            f"llama.cpp cannot be loaded here ({error})",
            remedy="It needs the system's OpenMP library, libgomp.so.1. "
            "Debian and Ubuntu: apt install libgomp1; Fedora: dnf install libgomp",
        ) from None
    finally:
        if chosen is None:
            del os.environ[_WAIT_POLICY]
    return xllamacpp


def _check_file(weights: Path) -> None:
    try:
        with weights.open("rb") as stream:
            magic = stream.read(len(_GGUF_MAGIC))
    except OSError as error:
        raise WeightsUnavailable(f"{weights} cannot be read ({error.strerror})") from None
    if magic != _GGUF_MAGIC:
        raise WeightsUnavailable(f"{weights} is not a GGUF file")


def _parameters(xllamacpp: Any, weights: Path, options: LocalOptions) -> Any:
    threads = options.threads or available_cores()
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.n_ctx = options.context_tokens
    parameters.n_batch = parameters.n_ubatch = options.batch_tokens
    parameters.cpuparams.n_threads = threads
    parameters.cpuparams_batch.n_threads = threads
    parameters.port = 0
    parameters.verbosity = _ERRORS_ONLY
    parameters.ui = False
    parameters.endpoint_slots = False
    return parameters


def library_version() -> str:
    """The version of the binding, for provenance."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("xllamacpp")
    except PackageNotFoundError:
        return ""
