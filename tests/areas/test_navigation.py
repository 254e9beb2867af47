"""Where one is in an area: for every role the parts and pages it may open, and no others."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import resolve
from pytest_django import DjangoAssertNumQueries

from areas.access import PERMISSIONS, area_for
from areas.enums import Permission, Role
from areas.models import Area, User
from areas.navigation import PARTS, Navigation, Place, navigation
from tests.test_access_matrix import TABLE

ROOT = "/gebieden/zuid-limburg/"
COLUMN = {
    Role.PARTICIPANT: 0,
    Role.INTERVIEWER: 1,
    Role.PLANNING_GROUP: 2,
    Role.EXECUTIVE: 3,
    Role.AREA_ADMIN: 4,
    Role.PROGRAMME_TEAM: 5,
    Role.AUDITOR: 6,
}


def seen_by(role: Role, below: str = "") -> Navigation:
    return navigation(ROOT, ROOT + below, PERMISSIONS[role])


def labels(role: Role) -> list[str]:
    return [part.label for part in seen_by(role).parts]


@pytest.mark.parametrize(
    ("role", "parts"),
    [
        (Role.PARTICIPANT, "Overzicht Gebied Partijen Gesprekken Akkoord Uitvoering Planning"),
        (Role.INTERVIEWER, "Overzicht Gebied Partijen Gesprekken Akkoord Uitvoering Planning"),
        (Role.PLANNING_GROUP, "Overzicht Gebied Partijen Gesprekken Akkoord Uitvoering Planning Beheer"),
        (Role.EXECUTIVE, "Overzicht Gebied Partijen Akkoord Uitvoering Planning"),
        (Role.AREA_ADMIN, "Overzicht Gebied Partijen Gesprekken Akkoord Uitvoering Planning Beheer"),
        (Role.PROGRAMME_TEAM, "Overzicht Gebied Partijen Akkoord Uitvoering Planning Beheer"),
        (Role.AUDITOR, "Beheer"),
    ],
)
def test_role_sees_the_parts_in_the_chain_of_the_work(role: Role, parts: str) -> None:
    assert " ".join(labels(role)) == parts


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", [place for part in PARTS for place in part.places], ids=lambda place: place.below)
def test_place_is_shown_to_nobody_who_may_not_open_it(role: Role, place: Place) -> None:
    route = resolve(ROOT + place.below).url_name
    row = next(row for row in TABLE if (row.route, row.method) == (route, "GET"))

    assert place.need not in PERMISSIONS[role] or row.statuses[COLUMN[role]] == 200


@pytest.mark.parametrize("role", list(Role))
def test_part_leads_to_the_first_of_its_pages_one_may_open(role: Role) -> None:
    for part in seen_by(role).parts:
        there = seen_by(role, part.url.removeprefix(ROOT))
        assert not there.places or there.places[0].url == part.url, part.label


def test_page_itself_is_marked_page_and_its_part_true() -> None:
    seen = seen_by(Role.PLANNING_GROUP, "gesprekken/rondes/")

    assert [entry.label for entry in seen.places if entry.current == "page"] == ["Rondes"]
    assert [entry.label for entry in seen.parts if entry.current == "true"] == ["Gesprekken"]


def test_part_of_one_page_is_that_page_and_has_no_second_row() -> None:
    seen = seen_by(Role.EXECUTIVE)

    assert (seen.parts[0].current, seen.places, seen.above) == ("page", [], None)


@pytest.mark.parametrize(
    ("below", "part", "above"),
    [
        ("gesprekken/nieuw/", "Gesprekken", "Gesprekken"),
        ("analyse/", "Gesprekken", "Gesprekken"),
        ("planningsgroep/acties/", "Partijen", "Planningsgroep"),
        ("planningsgroep/weekstart/", "Partijen", "Planningsgroep"),
        ("planningsgroep/overleggen/", "Partijen", "Planningsgroep"),
        ("planningsgroep/besluiten/nieuw/", "Planning", "Besluiten"),
        ("rollen/018f/bewerken/", "Partijen", "Partijen"),
        ("rollen/018f/overdracht/", "Beheer", "Rollen"),
        ("partijen/mandaten/nieuw/", "Partijen", "Mandaten"),
        ("akkoord/versies/2/", "Akkoord", "Versies"),
        ("akkoord/artikelen/018f/", "Akkoord", "Tekst"),
        ("factsheet/fotos/3/", "Gebied", "Foto’s"),
    ],
)
def test_page_one_level_deeper_has_a_path_instead_of_the_row(below: str, part: str, above: str) -> None:
    seen = seen_by(Role.AREA_ADMIN, below)

    assert (seen.part, seen.places, seen.above and seen.above.label) == (part, [], above)


@pytest.mark.parametrize(("below", "above"), [("scan/018f/invullen/", "Overzicht"), ("akkoord/pakket/", "Ambities")])
def test_page_below_a_place_of_others_leads_back_to_where_one_may_be(below: str, above: str) -> None:
    seen = seen_by(Role.EXECUTIVE, below)

    assert (seen.above and seen.above.label) == above


def test_name_of_the_area_leads_an_auditor_to_the_read_log() -> None:
    assert navigation(ROOT, ROOT + "leeslog/", frozenset({Permission.VIEW_READ_LOG})).home == ROOT + "leeslog/"


@pytest.mark.django_db
def test_frame_asks_the_database_nothing_once_the_door_was_passed(
    planner: User, area: Area, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = RequestFactory().get(ROOT)
    request.user = planner
    template = Template("{% load area_nav %}{% area_navigation area as nav %}{{ nav.part }}")
    area_for(planner, area.slug, Permission.VIEW_AREA)

    with django_assert_num_queries(0):
        assert template.render(Context({"request": request, "area": area})) == "Overzicht"
