"""The people every test may ask for, and a client signed in as one of them."""

import gc
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from areas.accounts.middleware import HAS_SECOND_FACTOR, SEEN_AT, SIGNED_IN_AT
from areas.accounts.passwords import Argon2idHasher
from areas.enums import Role
from areas.models import Area, User
from novex_portal.health import HEARTBEAT_KEY
from tests.emptying import install
from tests.factories import make_area, make_member
from tests.worker import throw_away_queue

# On a loaded machine an example may take long; what a property says has nothing to do with time.
hypothesis.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("portal")


def pytest_collection_finish() -> None:
    """Leave what is loaded by now, hundreds of megabytes, out of every later search for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix() -> None:
    """Keep one name for the test database: every worker has a server of its own (tests/database.py)."""


@pytest.fixture(scope="session", autouse=True)
def database_is_emptied_quickly() -> Iterator[None]:
    """Delete what a test with real transactions left behind, instead of truncating every table."""
    with pytest.MonkeyPatch.context() as patch:
        install(patch)
        yield


FULL_COST = {"memory_cost": Argon2idHasher.memory_cost, "time_cost": Argon2idHasher.time_cost}


@pytest.fixture(scope="session", autouse=True)
def passwords_that_cost_little() -> Iterator[None]:
    """Keep passwords the way the portal does, at a fraction of the work."""
    with pytest.MonkeyPatch.context() as patch:
        for name, least in {"memory_cost": 64, "time_cost": 1}.items():
            patch.setattr(Argon2idHasher, name, least)
        yield


@pytest.fixture
def passwords_at_full_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep passwords with all the work the portal puts into them."""
    for name, cost in FULL_COST.items():
        monkeypatch.setattr(Argon2idHasher, name, cost)


@pytest.fixture
def area(db: None) -> Area:
    return make_area("zuid-limburg", name="Zuid-Limburg")


@pytest.fixture
def other_area(db: None) -> Area:
    return make_area("de-peel", name="De Peel")


@pytest.fixture
def interviewer(area: Area) -> User:
    return make_member(Role.INTERVIEWER, area)


@pytest.fixture
def planner(area: Area) -> User:
    return make_member(Role.PLANNING_GROUP, area)


@pytest.fixture
def executive(area: Area) -> User:
    return make_member(Role.EXECUTIVE, area)


@pytest.fixture
def admin(area: Area) -> User:
    return make_member(Role.AREA_ADMIN, area)


@pytest.fixture
def participant(area: Area) -> User:
    return make_member(Role.PARTICIPANT, area)


@pytest.fixture
def programme_team(db: None) -> User:
    return make_member(Role.PROGRAMME_TEAM)


@pytest.fixture
def auditor(db: None) -> User:
    return make_member(Role.AUDITOR)


@pytest.fixture
def stranger(other_area: Area) -> User:
    return make_member(Role.INTERVIEWER, other_area)


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """Give a client that is signed in as the user asked for, second factor included."""

    def sign_in(user: User) -> Client:
        session = SessionStore()
        session.update({SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0]})
        session.update({HASH_SESSION_KEY: user.get_session_auth_hash(), HAS_SECOND_FACTOR: True})
        session.update({SIGNED_IN_AT: time.time(), SEEN_AT: time.time()})
        session.save()
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
        return client

    return sign_in


@pytest.fixture
def no_heartbeat_left() -> Iterator[None]:
    """Leave no sign of life of a worker behind for the next test."""
    yield
    cache.delete(HEARTBEAT_KEY)


@pytest.fixture
def empty_queue() -> None:
    """Throw away what earlier tests asked of a worker that was not there, before one starts."""
    throw_away_queue()
