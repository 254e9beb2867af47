"""Freezing the agenda: what a version holds, that it never changes, and that it is chained."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.access import acting_as
from areas.models import Area, User
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import Measure, MeasureParty
from deliverables.agenda.reports.models import StatusReport
from deliverables.agenda.versions.actions import freeze_agenda, retry_agenda_version
from deliverables.agenda.versions.models import AgendaVersion
from deliverables.agenda.versions.queries.freezing import agenda_text
from deliverables.agenda.versions.queries.versions import baseline_of, chain_faults, texts_of
from deliverables.agenda.versions.rules.snapshot import AgendaText, from_json
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.deliverables.agenda.factories import make_example, make_measure
from tests.factories import make_organisation, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(area: Area, other_area: Area, planner: User) -> AgendaVersion:
    make_example(area, other_area)
    return freeze_agenda(area=area, actor=planner, reason="Voor het overleg")


def text_of(version: AgendaVersion) -> AgendaText:
    return from_json(AgendaVersion.objects.get(pk=version.pk).snapshot)


def test_versions_are_numbered_and_called_as_people_do(area: Area, planner: User) -> None:
    make_measure(area)
    assert [freeze_agenda(area=area, actor=planner).label for _ in range(2)] == ["1.0", "2.0"]


def test_same_token_freezes_one_version(area: Area, planner: User) -> None:
    make_measure(area)
    token = uuid7()
    assert freeze_agenda(area=area, actor=planner, token=token) == freeze_agenda(area=area, actor=planner, token=token)


def test_agenda_without_measures_is_refused(area: Area, planner: User) -> None:
    with pytest.raises(Problem, match="nog geen maatregelen"):
        freeze_agenda(area=area, actor=planner)


def test_version_keeps_what_was_when_a_measure_changes(version: AgendaVersion, area: Area) -> None:
    Measure.objects.filter(code="ZL-W03").update(title="Anders", end=date(2035, 1, 1))
    assert text_of(version).by_code["ZL-W03"].end == date(2030, 12, 20)
    baseline = baseline_of(area, 1)
    assert baseline
    assert baseline.measures["ZL-W03"].last == date(2030, 12, 20)


def test_version_reads_back_as_it_was_written(version: AgendaVersion) -> None:
    assert text_of(version).to_json() == version.snapshot


def test_measure_of_another_area_is_its_code_and_no_title(version: AgendaVersion) -> None:
    relation = next(row for row in text_of(version).relations if row.after == "PL-P04")
    assert relation.after_name == "een maatregel in De Peel"
    assert "Maatregel P04" not in str(version.snapshot)


def test_version_names_organisations_and_roles_but_nobody(area: Area, planner: User) -> None:
    User.objects.filter(pk=planner.pk).update(name="Johannes Steekproef")
    person = make_person(name="Wilhelmina van Voorbeeld")
    party = make_organisation(area=area, name="Waterschap Limburg")
    measure = make_measure(area)
    MeasureParty.objects.create(
        measure=measure, organisation=party, part=PartyPart.LEAD, executive=person, contact=person
    )
    StatusReport.objects.create(
        measure=measure, axis="tijd", word="aandacht", reason="Grond", as_of=date(2026, 11, 1), reported_by=planner
    )
    made = freeze_agenda(area=area, actor=planner)
    kept = str(made.snapshot)
    assert "Waterschap Limburg" in kept
    assert "Wilhelmina" not in kept
    assert "Steekproef" not in kept
    assert from_json(made.snapshot).frozen_by == "Planningsgroep"


def test_database_refuses_to_change_or_delete_a_version(version: AgendaVersion) -> None:
    for change in (
        lambda: AgendaVersion.objects.filter(pk=version.pk).update(reason="Anders"),
        lambda: AgendaVersion.objects.filter(pk=version.pk).update(snapshot={}),
        lambda: AgendaVersion.objects.filter(pk=version.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_versions_hang_together(version: AgendaVersion, area: Area, planner: User) -> None:
    second = freeze_agenda(area=area, actor=planner)
    assert second.previous_sha256 == version.sha256
    assert chain_faults(second) == []


def test_what_was_changed_behind_the_database_is_found(version: AgendaVersion, area: Area, planner: User) -> None:
    second = freeze_agenda(area=area, actor=planner)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE deliverables_agendaversion DISABLE TRIGGER USER")
        cursor.execute(
            'UPDATE deliverables_agendaversion SET snapshot = snapshot || \'{"area": "Elders"}\' WHERE number = 1'
        )
        cursor.execute("ALTER TABLE deliverables_agendaversion ENABLE TRIGGER USER")
    assert chain_faults(second) == ["Wat versie 1.0 zegt, past niet bij haar kenmerk."]


def test_freezing_costs_as_many_queries_for_many_as_for_one(
    area: Area, other_area: Area, planner: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_measure(area)
    acting_as(planner, area)  # what a page knows already
    with django_assert_num_queries(9):
        agenda_text(area, moment=timezone.localtime(), actor=planner)
    make_example(area, other_area)
    with django_assert_num_queries(9):
        agenda_text(area, moment=timezone.localtime(), actor=planner)


def test_texts_of_all_versions_take_one_query(
    version: AgendaVersion, area: Area, planner: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    freeze_agenda(area=area, actor=planner)
    with django_assert_num_queries(1):
        assert [text.number for text in texts_of(area)] == [1, 2]


def test_pdf_that_failed_is_tried_again(version: AgendaVersion, planner: User) -> None:
    AgendaVersion.objects.filter(pk=version.pk).update(status=PdfStatus.FAILED, error="Te lang")
    assert retry_agenda_version(version=version, actor=planner).status == PdfStatus.WAITING


def test_pdf_that_is_there_is_not_made_again(version: AgendaVersion, planner: User) -> None:
    AgendaVersion.objects.filter(pk=version.pk).update(status=PdfStatus.READY, pdf_sha256="ab" * 32)
    with pytest.raises(TransitionRefused):
        retry_agenda_version(version=version, actor=planner)
