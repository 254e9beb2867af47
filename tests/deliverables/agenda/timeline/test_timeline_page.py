"""The timeline against a version, and against what must be ready."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from areas.models import Area, User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import MeasureDeadline
from deliverables.agenda.plan.queries.plans import plan_of
from deliverables.agenda.timeline.queries.comparing import targets_of
from deliverables.agenda.versions.actions import freeze_agenda
from deliverables.checkpoints.models import Checkpoint
from tests.deliverables.agenda.factories import make_deadline, make_example, make_measure

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


def page(client: Client, area: Area, query: str = "") -> str:
    response = client.get(reverse("agenda-timeline", args=[area.slug]) + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_last_day_shows_what_decides_and_how_much_room_there_is(
    area: Area, other_area: Area, planner: User, signed_in: SignIn
) -> None:
    make_example(area, other_area)
    last = MeasureDeadline.objects.get(measure__code="ZL-W05")
    text = page(signed_in(planner), area, f"?voor={last.pk}")
    assert "ZL-W01 → ZL-W02 → ZL-W03 → ZL-W05" in text
    assert "Ruimte: 0 dagen." in text
    assert text.count(">bepaalt</span>") == 4


def test_checkpoint_takes_all_that_must_be_ready_for_it(area: Area, planner: User) -> None:
    moment = Checkpoint.objects.create(name="BO juni", date=date(2028, 6, 9), created_by=planner)
    for code in ("W01", "W02"):
        make_deadline(make_measure(area, code), checkpoint=moment)
    [target] = targets_of(area)
    assert target.words == "BO juni, 09-06-2028: 2 maatregelen"
    assert target.chain(plan_of(area).plan) == ["ZL-W01", "ZL-W02"]


def test_dropped_measure_is_no_target(area: Area) -> None:
    make_deadline(make_measure(area, "W01", status="vervallen", drop_reason="Geen geld"), date(2028, 6, 9))
    assert targets_of(area) == []


def test_version_shows_what_moved_since_in_words_and_in_the_drawing(
    area: Area, planner: User, signed_in: SignIn
) -> None:
    measure = make_measure(area, "W01", end=date(2027, 12, 31))
    make_measure(area, "W02")
    freeze_agenda(area=area, actor=planner)
    Measure.objects.filter(pk=measure.pk).update(end=date(2028, 1, 12))
    make_measure(area, "W03")
    text = page(signed_in(planner), area, "?versie=1")
    assert "was 04-01-2027 – 31-12-2027, 12 dagen later" in text
    assert "stond niet in 1.0" in text
    assert text.count("g-bar--old") == 1


def test_wrong_choice_changes_nothing(area: Area, planner: User, signed_in: SignIn) -> None:
    make_measure(area, "W01")
    text = page(signed_in(planner), area, "?versie=7&voor=iets")
    assert "Maatregel W01" in text


def test_large_agenda_comes_closed_with_its_counts(area: Area, planner: User, signed_in: SignIn) -> None:
    for number in range(61):
        make_measure(area, f"{'WN'[number % 2]}{number + 10}")
    text = page(signed_in(planner), area)
    assert "31 maatregelen" in text
    assert "Maatregel W10" not in text
    assert "lijnen van en naar zijn maatregelen zijn niet getekend" in text
    assert "Maatregel W10" in page(signed_in(planner), area, "?open=alles")
