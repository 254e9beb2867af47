"""Where the portal listens, and what this machine is called."""

import ipaddress
import socket

import pytest

from novex_portal.runtime.address import Address, address_of, own_addresses
from novex_portal.runtime.children import StartError


@pytest.mark.parametrize(
    ("given", "listens", "url", "is_open"),
    [
        ("127.0.0.1", "127.0.0.1", "http://127.0.0.1:8000", False),
        ("localhost", "127.0.0.1", "http://127.0.0.1:8000", False),
        ("[::1]", "::1", "http://[::1]:8000", False),
        ("::1", "::1", "http://[::1]:8000", False),
        ("0.0.0.0", "0.0.0.0", "http://127.0.0.1:8000", True),
        ("::", "::", "http://[::1]:8000", True),
        ("10.1.2.3", "10.1.2.3", "http://10.1.2.3:8000", True),
    ],
)
def test_host_is_read_as_people_write_it(given: str, listens: str, url: str, *, is_open: bool) -> None:
    address = address_of(given, 8000)

    assert (address.host, address.url, address.is_open) == (listens, url, is_open)


def test_host_that_is_no_address_is_refused_with_what_to_choose() -> None:
    with pytest.raises(StartError, match=r"HOST=portaal is geen IP-adres. Kies 127.0.0.1"):
        address_of("portaal", 8000)


def test_address_of_another_machine_is_named() -> None:
    assert "HOST=192.0.2.77 is geen adres van deze machine" in Address("192.0.2.77", 8000).problem()


def test_own_addresses_are_those_one_can_listen_on() -> None:
    for address in own_addresses():
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as attempt:
            attempt.bind((address, 0))
        assert not ipaddress.ip_address(address).is_loopback


def test_open_portal_answers_to_every_own_address_and_to_the_machine_s_name() -> None:
    names = Address("0.0.0.0", 8000).names()

    assert {"localhost", "127.0.0.1", "[::1]", socket.gethostname().lower()} <= set(names)
    assert "*" not in names
