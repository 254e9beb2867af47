"""The page of the uitvoeringsagenda: groups, filters, what asks for attention, and the same as a file."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.rules.grouping import Wanted
from deliverables.agenda.plan.models import ExternalCondition, MeasureCondition
from deliverables.agenda.plan.queries.plans import readable_areas
from deliverables.agenda.timeline.queries.agenda import OPEN_UNTIL, agenda_of
from tests.deliverables.agenda.factories import make_dependency, make_example, make_measure
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
TODAY = date(2026, 11, 23)
QUERIES = 13


def page(client: Client, area: Area, query: str = "") -> str:
    return client.get(reverse("agenda", args=[area.slug]) + query).content.decode()


def test_measures_stand_in_their_chapters_with_who_does_them(area: Area, planner: User, signed_in: SignIn) -> None:
    lead = make_organisation("Waterschap Limburg", area=area)
    make_measure(area, "W01", title="Verkenning beekdal", lead=lead)
    text = page(signed_in(planner), area)
    assert text.index("Hoofdstuk W") < text.index("Verkenning beekdal") < text.index("Waterschap Limburg</td>")
    assert "Gepland" in text


def test_agenda_without_measures_says_so_and_leads_on(area: Area, planner: User, signed_in: SignIn) -> None:
    assert "Er staat nog geen maatregel in de uitvoeringsagenda." in page(signed_in(planner), area)


def test_relation_that_breaks_is_told_on_top_of_its_group(area: Area, planner: User) -> None:
    before = make_measure(area, "W01", end=date(2027, 12, 31))
    make_dependency(before, make_measure(area, "N01", start=date(2027, 12, 1), end=date(2028, 6, 30)))
    groups = agenda_of(planner, area, TODAY, Wanted()).groups
    assert [remark.sentence for group in groups for remark in group.remarks] == [
        "ZL-N01 begint 31 dagen te vroeg. Afgesproken: na ZL-W01."
    ]
    assert [(row.code, row.state.words) for group in groups for row in group.rows] == [
        ("N01", "Botst"),
        ("W01", "Gepland"),
    ]


def test_measure_past_its_end_says_how_late_it_is(area: Area, planner: User) -> None:
    make_measure(area, "W01", start=date(2026, 1, 1), end=date(2026, 11, 20), status=MeasureStatus.RUNNING)
    found = agenda_of(planner, area, TODAY, Wanted())
    assert found.groups[0].rows[0].state.words == "3 dagen te laat"
    assert found.sums.words == "1 maatregel, 1 loopt, 1 is te laat"


def test_measure_that_was_dropped_stays_and_counts_for_nothing(area: Area, planner: User, signed_in: SignIn) -> None:
    make_measure(area, "W01", status=MeasureStatus.DROPPED, drop_reason="Geen steun", title="Dijkverlegging")
    text = page(signed_in(planner), area)
    assert "Dijkverlegging" in text
    assert "0 maatregelen, en 1 vervallen" in text


@pytest.mark.parametrize(
    ("per", "heads"),
    [
        ("termijn", ["Korte termijn, tot en met", "Lange termijn, na"]),
        ("stand", ["Gepland", "Loopt"]),
        ("trekker", ["Gemeente Vaals", "Nog geen trekker"]),
        ("provincie", ["Zonder provincie"]),
        ("onzin", ["Hoofdstuk W"]),
    ],
)
def test_measures_are_grouped_as_asked(
    area: Area, planner: User, signed_in: SignIn, per: str, heads: list[str]
) -> None:
    year = timezone.localdate().year
    lead = make_organisation("Gemeente Vaals", area=area)
    make_measure(area, "W01", lead=lead, start=date(year, 1, 1), end=date(year + 1, 12, 31))
    make_measure(area, "W02", status=MeasureStatus.RUNNING, end=date(year + 9, 1, 1))
    text = page(signed_in(planner), area, f"?per={per}")
    places = [text.index(f'colspan="3">{head}') for head in heads]
    assert places == sorted(places)


def test_filters_stand_in_the_address_and_can_be_taken_away(area: Area, planner: User, signed_in: SignIn) -> None:
    lead = make_organisation("Gemeente Vaals", area=area)
    make_measure(area, "W01", title="Van Vaals", lead=lead)
    make_measure(area, "W02", title="Van een ander", lead=make_organisation(area=area))
    text = page(signed_in(planner), area, f"?trekker={lead.pk}&stand=gepland")
    assert "Van Vaals" in text
    assert "Van een ander" not in text
    assert "1 maatregel gevonden" in text
    assert "Geen maatregel past" in page(signed_in(planner), area, "?stand=aandacht")


def test_measure_of_an_area_one_may_not_read_has_no_title(area: Area, other_area: Area, planner: User) -> None:
    make_dependency(make_measure(area, "W01"), make_measure(other_area, "P04", title="Inzet grondbank"))
    [row] = agenda_of(planner, area, TODAY, Wanted()).elsewhere
    assert (row.code, row.title, row.url) == ("PL-P04", "Een maatregel in De Peel", "")
    assert row.state.words == "Wacht op W01"


def test_regieteam_reads_the_measure_of_the_other_area(area: Area, other_area: Area, programme_team: User) -> None:
    make_dependency(make_measure(area, "W01"), make_measure(other_area, "P04", title="Inzet grondbank"))
    [row] = agenda_of(programme_team, area, TODAY, Wanted()).elsewhere
    assert row.title == "Inzet grondbank"


def test_condition_that_comes_too_late_says_for_what(area: Area, planner: User) -> None:
    measure = make_measure(area, "W01", start=date(2027, 1, 4))
    condition = ExternalCondition.objects.create(
        area=area, title="Stikstofruimte", expected_on=date(2028, 1, 1), created_by=planner
    )
    MeasureCondition.objects.create(measure=measure, condition=condition)
    found = agenda_of(planner, area, TODAY, Wanted())
    assert found.conditions[0].status == ("error", "Te laat voor ZL-W01")
    assert found.groups[0].remarks[0].sentence == "ZL-W01 wacht op “Stikstofruimte”, verwacht 01-01-2028."


def test_long_agenda_comes_closed_but_for_what_is_late(area: Area, planner: User, signed_in: SignIn) -> None:
    for number in range(OPEN_UNTIL):
        make_measure(area, f"W{number:02}", title=f"Water {number:02}")
    late = timezone.localdate() - timedelta(days=3)
    make_measure(area, "N01", title="Te laat", start=late, end=late, status=MeasureStatus.RUNNING)
    client = signed_in(planner)
    closed = page(client, area)
    assert "Water 00" not in closed
    assert "Te laat</a>" in closed
    assert "Water 00" in page(client, area, "?open=W")
    assert "Alles uitklappen" in closed
    assert "Alles uitklappen" not in page(client, area, "?open=alles")


def test_long_table_draws_lines_inside_a_group_alone(area: Area, planner: User) -> None:
    water = [make_measure(area, f"W{number:02}") for number in range(OPEN_UNTIL)]
    make_dependency(water[0], water[1])
    make_dependency(water[2], make_measure(area, "N01", start=date(2028, 1, 3), end=date(2028, 12, 29)))
    found = agenda_of(planner, area, TODAY, Wanted(), ["alles"])
    assert [row.code for group in found.groups for row in group.rows if row.drawing.pieces] == ["W00", "W01"]
    assert found.timeline.is_long


def test_page_costs_as_many_queries_for_many_measures_as_for_one(
    area: Area, other_area: Area, planner: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    readable_areas(planner)  # from here on their roles are known
    make_dependency(measure := make_measure(area, "W90"), make_measure(other_area, "P90"))
    condition = ExternalCondition.objects.create(area=area, title="Stikstofruimte", created_by=planner)
    MeasureCondition.objects.create(measure=measure, condition=condition)
    with django_assert_num_queries(QUERIES):
        agenda_of(planner, area, TODAY, Wanted())
    make_example(area, other_area)
    with django_assert_num_queries(QUERIES):
        agenda_of(planner, area, TODAY, Wanted())
    for number in range(200):
        make_measure(area, f"W{number + 100}", lead=make_organisation(area=area))
    with django_assert_num_queries(QUERIES):
        agenda_of(planner, area, TODAY, Wanted(), ["alles"])


def test_file_holds_what_the_page_shows(area: Area, planner: User, signed_in: SignIn) -> None:
    lead = make_organisation("Gemeente Vaals", area=area)
    measure = make_measure(area, "W01", title="=Water", lead=lead)
    make_dependency(measure, make_measure(area, "W02"))
    answer = signed_in(planner).get(reverse("agenda-csv", args=[area.slug]))
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()  # type: ignore[attr-defined]
    assert lines[0].startswith("Code;Titel;Hoofdstuk")
    assert lines[1].startswith("ZL-W01;'=Water;Hoofdstuk W;Actie")
    assert ";Gemeente Vaals;" in lines[1]
    assert lines[2].endswith(";ZL-W01")
