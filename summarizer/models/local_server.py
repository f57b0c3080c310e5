"""llama.cpp's own OpenAI-compatible server, inside this process, on a free loopback port.

The same client path as for a remote provider is used, so there is one transport to get right. The
server answers only to a key made for this process, and dies with it.
"""

from __future__ import annotations

import os
import secrets
import threading
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import MissingExtra, ModelUnavailable, WeightsUnavailable
from summarizer.models.cores import available_cores

CONTEXT_TOKENS = 8192
"""Prompt and answer together, by default. The cache of the default model takes 28 KB a token."""

_ERRORS_ONLY = -1
_GGUF_MAGIC = b"GGUF"
_WAIT_POLICY = "OMP_WAIT_POLICY"


@dataclass(frozen=True, slots=True)
class LocalOptions:
    """How a local model runs; ``threads`` 0 stands for the physical cores that are free to use."""

    context_tokens: int = CONTEXT_TOKENS
    threads: int = 0


class LocalServer:
    """A server that is up until it is closed. Starting reads the weights: 0.5 to 10 seconds.

    While it starts, the interpreter stands still (the binding holds the interpreter's lock).
    Raises MissingExtra, WeightsUnavailable, ModelUnavailable.
    """

    def __init__(self, weights: Path, name: str, options: LocalOptions) -> None:
        self.key = secrets.token_urlsafe(24)
        held = [_start(weights, name, options, self.key)]
        self.base_url = f"{held[0].listening_address}/v1"
        self._lock = threading.Lock()
        # Dropping the last reference stops the server; also at the interpreter's exit.
        self._finalizer = weakref.finalize(self, held.clear)

    def close(self) -> None:
        """Stop the server; may be called twice."""
        with self._lock:
            self._finalizer()


def _start(weights: Path, name: str, options: LocalOptions, key: str) -> Any:
    xllamacpp = _binding()
    _check_file(weights)
    try:
        parameters = _parameters(xllamacpp, weights, options)
        parameters.model_alias = {name}
        parameters.api_keys = [key]
        return xllamacpp.Server(parameters)
    except RuntimeError:
        raise ModelUnavailable(
            f"llama.cpp cannot load {weights.name}",
            remedy="The file may be damaged, of an unknown kind, or too large for the memory",
        ) from None


def _binding() -> Any:
    """The module xllamacpp, its threads set to sleep, not spin, while they wait for each other.

    OpenMP reads that setting once, when the library is loaded. Measured on 2 cores that two other
    processes kept busy (python -m evals.bench local_model): 5.7 tokens/s of output with it, 1.1 to
    2.1 without.
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
            remedy="It needs the system's OpenMP library; on Debian: apt install libgomp1",
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
    # What is not set here is llama.cpp's default, which no other setting beat for certain. CPU
    # milliseconds a token on 2 cores with the default model, reading / writing
    # (python -m evals.bench local_model): defaults 28 / 73; weights not repacked 25 / 91; no flash
    # attention 29 / 65; batches of 128 28 / 83; drafts from an n-gram cache 27 / 88.
    threads = options.threads or available_cores()
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.n_ctx = options.context_tokens
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
