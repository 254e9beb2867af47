"""The benchmark: what it seeds, asks for and says."""

from datetime import date

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from django.utils import timezone

from areas.models import Area
from coalition.conversations.contacts.actions import rebuild_contacts
from coalition.models import AmbitionStatement, Conversation, PartyContact, Statement
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import Dependency
from deliverables.photos.models import FactsheetPhoto
from novex_portal.benchmark.backtracking import Hard, Verdict
from novex_portal.benchmark.factsheets import grow_photos
from novex_portal.benchmark.floor import FLOOR
from novex_portal.benchmark.measuring import Measurement, Visitor, measure
from novex_portal.benchmark.pages import pages
from novex_portal.benchmark.reading import reading_line
from novex_portal.benchmark.report import table
from novex_portal.benchmark.seeding import PLACE, People, grow_to, make_portal

TODAY = date(2026, 11, 23)


@pytest.fixture
def people(db: None) -> People:
    return make_portal(TODAY)


@pytest.fixture
def visited(transactional_db: None) -> People:
    """The same, for requests that open and close their own connection."""
    return make_portal(TODAY)


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


def test_every_page_of_the_benchmark_answers(visited: People) -> None:
    grow_to(100, visited, timezone.localdate())
    application = get_wsgi_application()
    for page in pages():
        assert Visitor.sign_in(application, getattr(visited, page.visitor)).get(page.address)


@override_settings(ROOT_URLCONF="novex_portal.benchmark.floor")
def test_measuring_counts_queries_and_bytes(visited: People) -> None:
    visitor = Visitor.sign_in(get_wsgi_application(), visited.planner)
    floor = f"{FLOOR}?gebied={PLACE}"
    found = measure(visitor, page="floor", address=floor, floor=floor, scale=1, rounds=2)
    assert found.queries == 3
    assert found.bytes_compressed > 500


def test_visitor_does_not_measure_a_page_that_fails(visited: People) -> None:
    with pytest.raises(RuntimeError, match="404"):
        Visitor.sign_in(get_wsgi_application(), visited.planner).get("/bestaat-niet/")


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
