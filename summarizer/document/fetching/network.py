"""The way out of this machine: looking a name up, opening a socket, the time.

One small class, so that a test can stand another world in its place. No command-line option and
no environment variable reaches it: only a program that calls ``fetch`` can.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from ipaddress import ip_address

# An address nobody has (RFC 5737): a machine that lets it be bound lets any be bound.
_NOBODYS = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}


class Network:
    """The machine's own network."""

    def resolve(self, host: str, port: int) -> list[str]:
        """All addresses of ``host``, in the order to try them; ``OSError`` if there are none."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        """A TCP connection to exactly this numeric address; no name is looked up."""
        opened = socket.socket(_family(address), socket.SOCK_STREAM)
        try:
            opened.settimeout(timeout)
            opened.connect((address, port))
        except BaseException:
            opened.close()
            raise
        return opened

    def is_own(self, address: str) -> bool:
        """Whether a public address is one of this machine itself, where local services listen."""
        return _bindable(address) and not _bindable(_NOBODYS[_family(address)])

    def tls(self) -> ssl.SSLContext:
        """Certificates checked against the system's authorities, and host names against them."""
        import httpcore2

        return httpcore2.default_ssl_context()

    def now(self) -> float:
        """Seconds on a clock that only goes forward."""
        return time.monotonic()


def resolve_within(network: Network, host: str, port: int, seconds: float) -> list[str]:
    """``network.resolve``, given up after ``seconds`` with ``TimeoutError``.

    The system's lookup cannot be interrupted: it is left behind in a daemon thread.
    """
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            answers.put(network.resolve(host, port))
        except Exception as failed:
            answers.put(failed)

    threading.Thread(target=look_up, name="name lookup", daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.0))
    except queue.Empty:
        raise TimeoutError(f"{host} was not looked up in time") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _family(address: str) -> socket.AddressFamily:
    return socket.AF_INET if ip_address(address).version == 4 else socket.AF_INET6


def _bindable(address: str) -> bool:
    """Whether a socket may take ``address`` for its own end; nothing is sent."""
    try:
        with socket.socket(_family(address), socket.SOCK_DGRAM) as probe:
            probe.bind((address, 0))
    except OSError:
        return False
    return True
