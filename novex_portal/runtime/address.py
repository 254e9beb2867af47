"""Where the portal listens, and under which names this machine is reached.

By itself it listens on 127.0.0.1 alone. With HOST=0.0.0.0 everybody in the network gets at it, under
any of the machine's own addresses and under its name; no other name is answered to.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import ipaddress
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass

from novex_portal.runtime.children import StartError

HERE = ("localhost", "127.0.0.1", "[::1]")
DOCUMENTATION_ADDRESS = ("192.0.2.1", 9)
"""Nobody's; asking the way there sends nothing."""


@dataclass(frozen=True)
class Address:
    """An IP address, or all there are, and a port to listen on."""

    host: str
    port: int

    @property
    def is_open(self) -> bool:
        """Whether others in the network can get here."""
        return not ipaddress.ip_address(self.host).is_loopback

    @property
    def from_here(self) -> str:
        """The IP address at which this machine itself finds the portal."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104

    @property
    def url(self) -> str:
        """The portal's address on this machine."""
        return self._url(self.from_here)

    @property
    def url_for_others(self) -> str:
        """The address to type on a telephone; that on this machine when there is no network."""
        return self._url(self._seen_by_others())

    def names(self) -> list[str]:
        """Return every name the portal answers to when it is open, as it stands in the Host header."""
        if self.host not in {"0.0.0.0", "::"}:  # noqa: S104
            return list(dict.fromkeys([*HERE, _in_url(self.host)]))
        name = socket.gethostname()
        called = [name, name.partition(".")[0], f"{name.partition('.')[0]}.local"]
        return list(dict.fromkeys([*HERE, *map(_in_url, own_addresses()), *map(str.lower, called)]))

    def problem(self) -> str:
        """Say why we cannot listen here; nothing when we can."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        try:
            with socket.socket(family) as attempt:
                attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                attempt.bind((self.host, self.port))
        except PermissionError:
            return f"Poort {self.port} mag alleen een beheerder gebruiken. Kies een andere, zoals PORT=8000."
        except OSError as error:
            if error.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
                own = ", ".join(["127.0.0.1", "0.0.0.0 (alle)", *own_addresses()])
                return f"HOST={self.host} is geen adres van deze machine. Kies uit: {own}"
            return f"Poort {self.port} is al in gebruik. Kies een andere, bijvoorbeeld: make run PORT={self.port + 1}"
        return ""

    def _seen_by_others(self) -> str:
        if self.host not in {"0.0.0.0", "::"}:  # noqa: S104
            return self.host
        return _way_out() or next(iter(own_addresses()), self.from_here)

    def _url(self, host: str) -> str:
        return f"http://{_in_url(host)}:{self.port}"


def address_of(host: str, port: int) -> Address:
    """Return the address to listen on, of HOST as somebody gave it. Raises StartError."""
    plain = "127.0.0.1" if host == "localhost" else host.removeprefix("[").removesuffix("]")
    try:
        ipaddress.ip_address(plain)
    except ValueError:
        raise StartError(
            f"HOST={host} is geen IP-adres. Kies 127.0.0.1 (alleen deze machine) of 0.0.0.0 (het hele netwerk)."
        ) from None
    return Address(plain, port)


def own_addresses() -> list[str]:
    """Return this machine's addresses at which others may find it, IPv4 first."""
    found = [ipaddress.ip_address(text) for text in _interface_addresses()]
    wanted = {address for address in found if not (address.is_loopback or address.is_link_local)}
    return [str(address) for address in sorted(wanted, key=lambda address: (address.version, int(address)))]


def _way_out() -> str:
    """Return the address with which this machine goes into the network; nothing without a network."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as question:
        question.connect(DOCUMENTATION_ADDRESS)
        address = str(question.getsockname()[0])
        return "" if ipaddress.ip_address(address).is_loopback else address
    return ""


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class _Interface(ctypes.Structure):
    """`struct ifaddrs` of the C library, as far as we read it."""


_Interface._fields_ = [
    ("next", ctypes.POINTER(_Interface)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.POINTER(ctypes.c_ubyte)),
]


def _interface_addresses() -> Iterator[str]:
    library = ctypes.CDLL(None)
    first = ctypes.POINTER(_Interface)()
    if library.getifaddrs(ctypes.byref(first)) != 0:
        return
    try:
        interface = first
        while interface:
            if text := _as_text(interface.contents.address):
                yield text
            interface = interface.contents.next
    finally:
        library.freeifaddrs(first)


def _as_text(address: ctypes._Pointer[ctypes.c_ubyte]) -> str:
    """Return the address in a `struct sockaddr`; nothing when it is of another kind."""
    if not address:
        return ""
    # The family is a number of two bytes, on BSD and macOS a length and a number of one byte each.
    family = address[1] if os.uname().sysname != "Linux" else int.from_bytes(bytes(address[0:2]), "little")
    if family == socket.AF_INET:
        return socket.inet_ntop(socket.AF_INET, bytes(address[4:8]))
    if family == socket.AF_INET6:
        return socket.inet_ntop(socket.AF_INET6, bytes(address[8:24]))
    return ""
