"""Addresses of servers, with any sign in a password, become what Django and redis-py ask for."""

from pathlib import Path

import pytest
from kombu.utils.url import parse_url
from redis.connection import parse_url as redis_parse_url

from novex_portal import env
from novex_portal.servers import cache, database, mailer

ODD = """a/b@c#d%e$f:g?h&i=j'k"l\\m n+o é"""


def test_database_address_gives_back_every_part() -> None:
    settings = database("postgresql://naam:p%40s%2Fs%23@db.example.nl:5433/portaal", pool=0)

    assert [settings[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "naam",
        "p@s/s#",
        "db.example.nl",
        "5433",
        "portaal",
    ]


def test_what_follows_the_question_mark_goes_to_the_driver() -> None:
    settings = database("postgresql://naam@db/portaal?sslmode=require&host=%2Frun%2Fsockets", pool=0)

    assert (settings["HOST"], settings["OPTIONS"]) == ("/run/sockets", {"sslmode": "require"})


@pytest.mark.parametrize(
    ("broker", "location"),
    [
        ("redis://valkey:6379/0", "redis://valkey:6379/1"),
        ("redis://valkey", "redis://valkey/1"),
        (
            "rediss://:p%2Fq@valkey:6380/0?ssl_cert_reqs=required",
            "rediss://:p%2Fq@valkey:6380/1?ssl_cert_reqs=required",
        ),
        ("redis+socket:///tmp/x/valkey.sock", "unix:///tmp/x/valkey.sock?db=1"),
    ],
)
def test_cache_is_database_one_of_the_same_server(broker: str, location: str) -> None:
    assert cache(broker)["LOCATION"] == location


def test_mail_goes_to_files_until_a_server_is_named(tmp_path: Path) -> None:
    assert mailer("", "", tmp_path)["OPTIONS"] == {"file_path": str(tmp_path)}


def test_secure_mail_has_its_own_port(tmp_path: Path) -> None:
    options = mailer("smtps://naam:p%3Aq@mail.example.nl", "", tmp_path)["OPTIONS"]

    assert isinstance(options, dict)
    assert (options["host"], options["port"], options["password"], options["use_ssl"]) == (
        "mail.example.nl",
        465,
        "p:q",
        True,
    )


def test_mail_password_of_its_own_needs_no_encoding(tmp_path: Path) -> None:
    options = mailer("smtp+starttls://naam@mail.example.nl:587", ODD, tmp_path)["OPTIONS"]

    assert isinstance(options, dict)
    assert (options["username"], options["password"], options["use_tls"]) == ("naam", ODD, True)


def test_database_password_in_parts_may_hold_any_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL")
    parts = {
        "DATABASE_HOST": "db.example.nl",
        "DATABASE_USER": "na@m",
        "DATABASE_PASSWORD": ODD,
        "DATABASE_NAME": "p/q",
    }
    for name, value in parts.items():
        monkeypatch.setenv(name, value)

    settings = database(env.database_url(), pool=0)

    assert [settings[key] for key in ("HOST", "USER", "PASSWORD", "NAME")] == list(parts.values())


def test_broker_password_in_parts_may_hold_any_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDIS_URL")
    monkeypatch.setenv("REDIS_HOST", "valkey")
    monkeypatch.setenv("REDIS_PASSWORD", ODD)

    url = env.redis_url()

    assert (parse_url(url)["password"], parse_url(url)["hostname"]) == (ODD, "valkey")  # as Celery reads it
    assert redis_parse_url(str(cache(url)["LOCATION"]))["password"] == ODD


def test_address_as_a_whole_goes_before_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql:///geheel")
    monkeypatch.setenv("DATABASE_HOST", "deel")

    assert env.database_url() == "postgresql:///geheel"


def test_socket_directory_and_ipv6_are_places_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL")
    hosts = []
    for host in ("/run/PostgreSQL", "2001:db8::1"):
        monkeypatch.setenv("DATABASE_HOST", host)
        hosts.append(database(env.database_url(), pool=0)["HOST"])

    assert hosts == ["/run/PostgreSQL", "2001:db8::1"]
