"""The uitvoeringsagendas of the practice environment: what one must be able to practise with is in them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from areas.models import Area
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.models import PlanBatch, PlanChange
from deliverables.agenda.plan.enums import ConditionState, DependencyKind, LagUnit
from deliverables.agenda.plan.models import Dependency, ExternalCondition
from deliverables.agenda.plan.queries.plans import AreaPlan, plan_of
from deliverables.agenda.plan.rules.checking import Verdict, check
from deliverables.agenda.plan.rules.plan import Planned
from deliverables.agenda.plan.rules.pushing import push
from deliverables.agenda.versions.models import AgendaVersion
from novex_portal.demo.seed import seed

pytestmark = pytest.mark.django_db

EXAMPLE = {
    "ZL-W01": (date(2026, 1, 12), date(2026, 12, 18)),
    "ZL-W02": (date(2027, 1, 4), date(2028, 6, 30)),
    "ZL-N01": (date(2027, 4, 5), date(2029, 3, 30)),
    "ZL-L01": (date(2026, 9, 1), date(2027, 8, 31)),
    "ZL-W03": (date(2028, 9, 4), date(2030, 12, 20)),
    "ZL-W05": (date(2028, 9, 4), date(2031, 2, 28)),
    "PL-P04": (date(2028, 10, 2), date(2029, 12, 31)),
}


@pytest.fixture(scope="module")
def practice(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The practice environment, filled once for all tests here; the place of its files."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.MEDIA_ROOT", media)
        call_command("load_areas", verbosity=0)
        seed(today=timezone.localdate())
        yield media
        transaction.set_rollback(True)


@pytest.fixture
def plan(practice: Path) -> AreaPlan:
    return plan_of(Area.objects.get(slug="zuid-limburg"))


def test_areas_have_as_many_measures_as_one_needs_to_practise(practice: Path) -> None:
    numbers = {slug: Measure.objects.filter(area__slug=slug).count() for slug in ("de-peel", "groene-hart")}

    assert numbers == {"de-peel": 10, "groene-hart": 10}
    assert Measure.objects.filter(area__slug="zuid-limburg").count() == 36


def test_worked_example_of_the_rules_is_in_it_day_for_day(plan: AreaPlan) -> None:
    assert {key: (plan.plan.measures[key].first, plan.plan.measures[key].last) for key in EXAMPLE} == EXAMPLE


def test_moving_in_the_example_does_what_the_rules_say(plan: AreaPlan) -> None:
    old = plan.plan.measures["ZL-W01"]
    domino = push(plan.plan, [Planned(**{name: getattr(old, name) for name in ("key", "start", "status", "area")}, end=old.moved(60).end)], "zuid-limburg")  # fmt: skip

    assert {move.new.key: move.days for move in domino.moves} == {"ZL-W02": 44, "ZL-N01": 42, "ZL-W03": 7}


def test_one_relation_clashes_and_one_is_tight(plan: AreaPlan) -> None:
    judged = [(row.relation.after, row.verdict) for row in check(plan.plan) if row.verdict != Verdict.FITS]

    assert sorted(judged) == [("ZL-C02", Verdict.CLASHES), ("ZL-L04", Verdict.TIGHT)]


def test_every_kind_of_relation_and_of_time_between_is_there(practice: Path) -> None:
    assert set(Dependency.objects.values_list("kind", flat=True)) == set(DependencyKind)
    assert set(Dependency.objects.exclude(lag=0).values_list("unit", flat=True)) == set(LagUnit)


def test_measures_wait_for_other_areas_and_for_the_world_outside(practice: Path) -> None:
    waits = Dependency.objects.filter(after__area__slug="zuid-limburg", before__area__slug="de-peel")

    assert waits.count() == 1
    assert ExternalCondition.objects.filter(state=ConditionState.OPEN, measures__isnull=False).exists()


def test_what_moved_is_remembered_with_its_reason(practice: Path) -> None:
    changes = PlanChange.objects.select_related("measure", "batch").filter(measure__code="ZL-C01")

    assert [(row.old_end, row.new_end) for row in changes] == [(date(2027, 6, 30), date(2027, 9, 30))]
    assert all(row.batch.reason and row.measure.end == row.new_end for row in changes)


def test_only_measures_of_others_and_proposals_may_lack_a_lead(practice: Path) -> None:
    without = Measure.objects.exclude(party_links__part="trekker").exclude(status=MeasureStatus.PROPOSED)

    assert without
    assert all(measure.is_of_others for measure in without)


def test_agenda_has_two_versions_and_dates_that_moved_after_the_second(practice: Path) -> None:
    first, second = AgendaVersion.objects.filter(area__slug="zuid-limburg").order_by("number")
    moved = PlanBatch.objects.order_by("decided_at").values_list("decided_at", flat=True)

    assert second.previous_sha256 == first.sha256
    assert first.frozen_at < moved[0] < second.frozen_at < moved[1]
    assert ("ZL-W10" in str(first.snapshot), "ZL-W10" in str(second.snapshot)) == (False, True)
