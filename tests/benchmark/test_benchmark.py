"""The benchmark: what it seeds, asks for and says."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from areas.models import Area
from coalition.conversations.contacts.actions import rebuild_contacts
from coalition.models import AmbitionStatement, Conversation, PartyContact, Statement
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import Dependency
from deliverables.photos.models import FactsheetPhoto
from novex_portal.benchmark.backtracking import Hard, Verdict
from novex_portal.benchmark.factsheets import grow_photos
from novex_portal.benchmark.measuring import Measurement
from novex_portal.benchmark.reading import reading_line
from novex_portal.benchmark.report import table
from novex_portal.benchmark.seeding import PLACE, People, grow_to, make_portal
from tests.matrix import undone

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def portal(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[People]:
    """The portal the benchmark grows, made once; in the end all of it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_portal(TODAY)
        transaction.set_rollback(True)


@pytest.fixture
def people(portal: People, django_db_blocker: DjangoDbBlocker) -> Iterator[People]:
    """The same with nothing grown yet: what a test grows is undone after it."""
    with django_db_blocker.unblock(), undone():
        yield portal


def test_growing_adds_conversations_with_what_belongs_to_them(people: People) -> None:
    grow_to(100, people, TODAY)
    assert Conversation.objects.count() == 100
    assert Statement.objects.count() == 200
    assert AmbitionStatement.objects.exists()


def test_growing_in_two_steps_gives_the_same_as_in_one(people: People) -> None:
    grow_to(40, people, TODAY)
    grow_to(80, people, TODAY)
    assert Conversation.objects.count() == 80


def test_growing_spreads_conversations_over_all_areas(people: People) -> None:
    grow_to(64, people, TODAY)
    assert {area.conversations.count() for area in Area.objects.all()} == {4}


def test_summary_of_contact_is_right_after_growing(people: People) -> None:
    grow_to(100, people, TODAY)
    kept = list(PartyContact.objects.order_by("pk").values())
    for area in Area.objects.all():
        rebuild_contacts(area=area)
    assert list(PartyContact.objects.order_by("pk").values()) == kept


def test_every_area_has_a_factsheet_and_two_photos_that_differ(people: People) -> None:
    photos = FactsheetPhoto.objects.order_by("area__number", "number").values_list("area", "number", "sha256")
    assert len(photos) == 32
    assert len({sha256 for _, _, sha256 in photos}) == 32


def test_photos_grow_with_the_scale_up_to_a_point(people: People) -> None:
    for scale, photos in ((1, 2), (10, 20), (100, 40)):
        grow_photos(scale)
        assert FactsheetPhoto.objects.filter(area__slug=PLACE).count() == photos


def test_agenda_has_as_much_as_is_measured_with(people: People) -> None:
    assert (Measure.objects.filter(area__slug=PLACE).count(), Dependency.objects.count()) == (200, 400)


def _row(scale: int, ratio: float, queries: int = 6) -> Measurement:
    return Measurement("list", scale, queries, ratio, ratio, 20.0, 9_000)


@pytest.mark.parametrize(("slow", "queries", "verdict"), [(3.0, 12, "met"), (3.1, 12, "MISSED"), (2.0, 13, "MISSED")])
def test_table_says_whether_a_target_is_met(slow: float, queries: int, verdict: str) -> None:
    lines = list(table([_row(1, 2.0), _row(100, slow, queries)], ["list"]))
    assert lines[-1].endswith(verdict)


def test_table_gives_no_verdict_on_a_page_without_target() -> None:
    assert list(table([_row(1, 2.0)], []))[-1].endswith("1.00")


@pytest.mark.parametrize(("seconds", "verdict"), [(0.05, "met"), (0.051, "MISSED")])
def test_row_of_what_reads_typed_texts_says_whether_the_goal_is_met(seconds: float, verdict: str) -> None:
    assert reading_line("notes", Verdict(Hard("", "a"), 20_000, seconds / 2, seconds)).endswith(verdict)
