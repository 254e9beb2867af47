"""The throw-away servers every test runs on."""

import os

import pytest
from django.core.cache import cache
from django.db import connection

pytestmark = pytest.mark.django_db


def test_lower_case_knows_accents_without_a_system_locale() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('É') = 'é'")
        assert cursor.fetchone() == (True,)


def test_throwaway_database_does_not_wait_for_the_disk() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW fsync")
        assert cursor.fetchone() == ("off",)


def test_server_log_leaves_out_what_people_wrote() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW log_error_verbosity")
        assert cursor.fetchone() == ("terse",)


def test_cache_is_the_embedded_valkey() -> None:
    cache.set("answer", 42)
    assert (cache.get("answer"), os.environ["REDIS_URL"].split(":")[0]) == (42, "redis+socket")
