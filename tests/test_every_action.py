"""Who did it: every action, outside a request too."""

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from inspect import getmembers, signature
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from psycopg.types.json import Jsonb
from pytest_django import DjangoDbBlocker

import areas
import coalition
import deliverables
import novex_portal.dashboards
import novex_portal.records
from tests.makers import (
    of_agenda,
    of_agreement,
    of_areas,
    of_arrangement,
    of_board_meetings,
    of_coalition,
    of_dashboards,
    of_deliverables,
    of_money,
    of_perspective,
)
from tests.makers.ground import Ground
from tests.matrix import World, undone

pytestmark = pytest.mark.django_db

MAKERS = of_areas.MAKERS | of_coalition.MAKERS | of_agreement.MAKERS | of_deliverables.MAKERS | of_agenda.MAKERS
MAKERS |= of_money.MAKERS | of_board_meetings.MAKERS | of_perspective.MAKERS | of_arrangement.MAKERS
MAKERS |= of_dashboards.MAKERS
# What they write is kept outside history on purpose; tests/test_architecture.py says why, table by table.
LEAVES_NO_TRACE = {
    "discard_draft",
    "end_editing",
    "keep_editing",
    "print_arrangement",
    "print_comparison",
    "print_factsheet",
    "print_factsheets",
    "print_investments",
    "print_letter",
    "print_meeting",
    "print_outcomes",
    "print_province",
    "print_sheet",
    "print_thermometer",
    "print_working_copy",
    "record_export",
    "record_reading",
    "renew_link",  # writes the secret of a link and nothing else
    "request_printout",
    "retry_printout",
    "retry_reminder",
    "save_draft",
}


def actions() -> Iterator[Callable[..., Any]]:
    """Yield every action of the portal."""
    for room in (areas, coalition, deliverables, novex_portal.records, novex_portal.dashboards):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if "actions" in found.name.split("."):
                for _, member in getmembers(import_module(found.name)):
                    if hasattr(member, "is_action") and member.__module__ == found.name:
                        yield member


def name_of(action: Callable[..., Any]) -> str:
    return f"{action.__module__}.{action.__name__}"


ACTIONS = sorted((a for a in actions() if "actor" in signature(a).parameters), key=name_of)


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ground]:
    """Build one of everything once; each action is undone, and in the end all of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Ground(World())
        transaction.set_rollback(True)


@cache
def counting_in_history() -> str:
    """Return the question how many events of all tables have something in their context; the same for every action."""
    tables = [model._meta.db_table for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    events = " UNION ALL ".join(f'SELECT FROM "{table}" WHERE pgh_context @> %(wanted)s' for table in tables)
    return f"SELECT count(*) FROM ({events}) found"  # noqa: S608  our own tables


def traces(**context: str) -> int:
    """Count the events with this in their context, in all tables of history at once."""
    with connection.cursor() as cursor:
        cursor.execute(counting_in_history(), {"wanted": Jsonb(context)})
        return int(cursor.fetchone()[0])


def test_every_action_with_an_actor_has_a_maker() -> None:
    assert {name_of(action) for action in MAKERS} == {name_of(action) for action in ACTIONS}


@pytest.mark.parametrize("action", ACTIONS, ids=name_of)
def test_history_knows_who_did_it_without_a_request(ground: Ground, action: Callable[..., Any]) -> None:
    with undone():
        needs = MAKERS[action](ground)
        before = traces(action=action.__name__)
        action(actor=ground.actor, **needs)
        known = traces(user=str(ground.actor.pk), action=action.__name__)
        assert known == traces(action=action.__name__) - before
        assert bool(known) == (action.__name__ not in LEAVES_NO_TRACE)
