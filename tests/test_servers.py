"""Addresses of servers, with any sign in a password, become what Django and redis-py ask for."""

from pathlib import Path

import pytest

from novex_portal.servers import cache, database, mailer


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
    assert mailer("", tmp_path)["OPTIONS"] == {"file_path": str(tmp_path)}


def test_secure_mail_has_its_own_port(tmp_path: Path) -> None:
    options = mailer("smtps://naam:p%3Aq@mail.example.nl", tmp_path)["OPTIONS"]

    assert isinstance(options, dict)
    assert (options["host"], options["port"], options["password"], options["use_ssl"]) == (
        "mail.example.nl",
        465,
        "p:q",
        True,
    )
