"""Pages of versions and of the memory of the plan."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.models import PlanBatch, PlanChange
from deliverables.agenda.versions.actions import freeze_agenda
from deliverables.agenda.versions.models import AgendaVersion
from deliverables.agenda.versions.queries.memory import memory_cells, memory_of
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.models import PdfStatus
from tests.deliverables.agenda.factories import make_dependency, make_example, make_measure

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


def page(client: Client, name: str, area: Area, *args: int) -> str:
    response = client.get(reverse(name, args=[area.slug, *args]))
    assert response.status_code == 200
    return response.content.decode()


def make_move(measure: Measure, new_end: date, reason: str = "De grond komt later", **fields: object) -> PlanChange:
    batch = PlanBatch.objects.create(area=measure.area, reason=reason, decided_by=measure.created_by)
    old = {f"old_{name}": getattr(measure, name) for name in ("start", "start_precision", "end", "end_precision")}
    new = {"new_start": measure.start, "new_start_precision": "dag", "new_end": new_end, "new_end_precision": "dag"}
    Measure.objects.filter(pk=measure.pk).update(end=new_end)
    return PlanChange.objects.create(batch=batch, measure=measure, measure_version=2, **old, **new, **fields)


def test_form_freezes_and_leads_to_the_version(area: Area, planner: User, signed_in: SignIn) -> None:
    make_measure(area, "W01")
    moment = Checkpoint.objects.create(name="BO november", date=date(2026, 11, 30), created_by=planner)
    moment.areas.add(area)
    response = signed_in(planner).post(
        reverse("agenda-version-new", args=[area.slug]), {"checkpoint": moment.pk, "reason": "Voor het overleg"}
    )
    assert response["Location"] == reverse("agenda-version", args=[area.slug, 1])
    version = AgendaVersion.objects.get()
    assert (version.checkpoint, version.reason) == (moment, "Voor het overleg")


def test_form_keeps_what_was_typed_when_there_is_nothing_to_freeze(
    area: Area, planner: User, signed_in: SignIn
) -> None:
    response = signed_in(planner).post(reverse("agenda-version-new", args=[area.slug]), {"reason": "Voor het overleg"})
    text = response.content.decode()
    assert response.status_code == 422
    assert "Voor het overleg" in text
    assert "Er staan nog geen maatregelen in de uitvoeringsagenda." in text


def test_checkpoint_of_another_area_is_no_choice(
    area: Area, other_area: Area, planner: User, signed_in: SignIn
) -> None:
    foreign = Checkpoint.objects.create(name="BO", date=date(2026, 11, 30), created_by=planner)
    foreign.areas.add(other_area)
    response = signed_in(planner).post(reverse("agenda-version-new", args=[area.slug]), {"checkpoint": foreign.pk})
    assert response.status_code == 422


def test_version_page_shows_what_was_frozen_and_that_it_holds(area: Area, planner: User, signed_in: SignIn) -> None:
    measure = make_measure(area, "W01", title="Verkenning beekdal")
    freeze_agenda(area=area, actor=planner)
    Measure.objects.filter(pk=measure.pk).update(title="Iets anders")
    text = page(signed_in(planner), "agenda-version", area, 1)
    assert "Verkenning beekdal" in text
    assert "Iets anders" not in text
    assert "Deze versie is zoals zij is vastgezet" in text


def test_difference_with_now_shows_what_moved_and_what_was_dropped(
    area: Area, planner: User, signed_in: SignIn
) -> None:
    moved, dropped = make_measure(area, "W01", end=date(2027, 12, 31)), make_measure(area, "W02")
    freeze_agenda(area=area, actor=planner)
    Measure.objects.filter(pk=moved.pk).update(end=date(2028, 1, 12))
    Measure.objects.filter(pk=dropped.pk).update(status="vervallen", drop_reason="Geen geld")
    text = page(signed_in(planner), "agenda-version-difference", area, 1, 0)
    assert "Eind 12 dagen later" in text
    assert "Vervallen: Geen geld" in text
    assert "1 vervallen, 1 verschoven." in text


def test_difference_of_two_versions_is_the_same_in_either_order(area: Area, planner: User, signed_in: SignIn) -> None:
    make_measure(area, "W01")
    freeze_agenda(area=area, actor=planner)
    make_measure(area, "W02")
    freeze_agenda(area=area, actor=planner)
    client = signed_in(planner)
    texts = [page(client, "agenda-version-difference", area, *numbers) for numbers in ((1, 2), (2, 1))]
    assert all("1 nieuw; 1 bleef gelijk." in text for text in texts)


def test_difference_with_a_version_that_is_not_there_is_not_found(
    area: Area, planner: User, signed_in: SignIn
) -> None:
    make_measure(area, "W01")
    freeze_agenda(area=area, actor=planner)
    client = signed_in(planner)
    for numbers in ((1, 2), (0, 0), (2, 1)):
        address = reverse("agenda-version-difference", args=[area.slug, *numbers])
        assert client.get(address).status_code == 404


def test_pdf_is_given_as_it_was_stored(area: Area, planner: User, signed_in: SignIn) -> None:
    make_measure(area, "W01")
    version = freeze_agenda(area=area, actor=planner)
    version.pdf.save("proef.pdf", ContentFile(b"%PDF-1.7 proef"), save=False)
    version.status, version.pdf_sha256 = PdfStatus.READY, "ab" * 32
    version.save()
    response = signed_in(planner).get(reverse("agenda-version-pdf", args=[area.slug, 1]))
    assert b"".join(response.streaming_content) == b"%PDF-1.7 proef"  # type: ignore[attr-defined]
    assert "uitvoeringsagenda-zuid-limburg-1.0.pdf" in response["Content-Disposition"]


def test_memory_tells_what_moved_when_how_much_and_why(area: Area, planner: User) -> None:
    measure = make_measure(area, "W01", end=date(2027, 12, 31))
    freeze_agenda(area=area, actor=planner)
    make_move(measure, date(2028, 1, 30))
    [row] = memory_of(area).rows
    assert [(version.label, span) for version, span in row.dates] == [("1.0", "04-01-2027 – 31-12-2027")]
    assert (row.now, row.words) == ("04-01-2027 – 30-01-2028", "30 dagen later")
    [moved] = row.moved
    assert (moved.words, moved.why, moved.since) == ("30 dagen later", "De grond komt later", "1.0")


def test_versions_with_the_same_dates_are_told_together(area: Area, planner: User) -> None:
    measure = make_measure(area, "W01", end=date(2027, 12, 31))
    for _ in range(2):
        freeze_agenda(area=area, actor=planner)
    make_move(measure, date(2028, 1, 30))
    freeze_agenda(area=area, actor=planner)
    [row] = memory_of(area).rows
    assert row.runs == [("1.0 en 2.0", "04-01-2027 – 31-12-2027"), ("3.0", "04-01-2027 – 30-01-2028")]


def test_memory_knows_which_measure_pushed_it(area: Area, planner: User) -> None:
    first, second = make_measure(area, "W01"), make_measure(area, "W02")
    make_move(second, date(2028, 1, 30), because_of=first)
    cells = list(memory_cells(memory_of(area)))
    assert [(line[0], line[5], line[7]) for line in cells] == [("ZL-W02", 30, "ZL-W01")]


def test_measure_that_was_in_no_version_says_so(area: Area, planner: User) -> None:
    make_measure(area, "W01")
    assert memory_of(area).rows[0].words == "nog in geen versie"


def test_memory_page_keeps_what_never_moved_apart(area: Area, planner: User, signed_in: SignIn) -> None:
    make_move(make_measure(area, "W01"), date(2028, 1, 30))
    make_measure(area, "W02")
    text = page(signed_in(planner), "agenda-memory", area)
    assert text.index("ZL-W01") < text.index("Niet verschoven") < text.index("ZL-W02")
    assert "De grond komt later" in text


def test_measure_page_tells_what_it_was_planned_for(area: Area, planner: User, signed_in: SignIn) -> None:
    measure = make_measure(area, "W01", end=date(2027, 12, 31))
    freeze_agenda(area=area, actor=planner)
    make_move(measure, date(2028, 1, 30))
    text = signed_in(planner).get(measure.get_absolute_url()).content.decode()
    assert "Eerder gepland" in text
    assert "04-01-2027 – 31-12-2027" in text


@pytest.mark.parametrize("name", ["agenda-versions", "agenda-memory", "agenda-version", "agenda-timeline"])
def test_page_costs_as_many_queries_for_three_as_for_one(
    area: Area,
    other_area: Area,
    planner: User,
    signed_in: SignIn,
    django_assert_num_queries: DjangoAssertNumQueries,
    name: str,
) -> None:
    client = signed_in(planner)
    args = [1] if name == "agenda-version" else []
    make_move(make_measure(area, "W98"), date(2028, 1, 30))
    make_dependency(Measure.objects.get(), make_measure(other_area, "P98"))
    freeze_agenda(area=area, actor=planner)
    client.get(reverse(name, args=[area.slug, *args]))
    queries = {"agenda-versions": 4, "agenda-memory": 6, "agenda-version": 5, "agenda-timeline": 18}[name]
    with django_assert_num_queries(queries):
        page(client, name, area, *args)
    make_example(area, other_area)
    for code in ("W90", "W91"):
        make_move(make_measure(area, code), date(2028, 1, 30))
        freeze_agenda(area=area, actor=planner)
    with django_assert_num_queries(queries):
        page(client, name, area, *args)
