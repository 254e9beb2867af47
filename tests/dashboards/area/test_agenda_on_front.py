"""The front page of an area and the overview say how the uitvoeringsagenda stands, with the rule and the rows."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from areas.models import Area, User
from deliverables.agenda.moving.models import PlanBatch, PlanChange
from tests.deliverables.agenda.factories import make_deadline, make_measure
from tests.deliverables.makers import make_checkpoint

SignIn = Callable[[User], Client]


def test_front_page_shows_what_asks_for_attention_and_which_checkpoint_is_at_risk(
    area: Area, executive: User, signed_in: SignIn
) -> None:
    today = timezone.localdate()
    checkpoint = make_checkpoint(area, days=30)
    late = make_measure(area, "W01", title="Aanleg", start=today, end=today + timedelta(days=40))
    make_deadline(late, checkpoint=checkpoint)
    page = signed_in(executive).get(f"/gebieden/{area.slug}/").content.decode()
    assert "1 maatregel" in page
    assert "Loopt gevaar" in page
    assert "ZL-W01 eindigt 10 dagen te laat." in page
    assert "Een ijkmoment loopt gevaar als" in page
    assert late.get_absolute_url() in page


def test_front_page_of_an_area_without_measures_is_silent(area: Area, executive: User, signed_in: SignIn) -> None:
    assert "Vraagt aandacht" not in signed_in(executive).get(f"/gebieden/{area.slug}/").content.decode()


def test_front_page_tells_what_moved_and_why(area: Area, executive: User, planner: User, signed_in: SignIn) -> None:
    measure = make_measure(area)
    batch = PlanBatch.objects.create(area=area, reason="De vergunning duurt langer", decided_by=planner)
    dates = {f"{side}_{edge}": getattr(measure, edge) for side in ("old", "new") for edge in ("start", "end")}
    exact = {f"{name}_precision": "dag" for name in dates}
    PlanChange.objects.create(batch=batch, measure=measure, measure_version=2, **dates, **exact)
    page = signed_in(executive).get(f"/gebieden/{area.slug}/").content.decode()
    assert "1 maatregel verschoven" in page
    assert "De vergunning duurt langer" in page


def test_overview_has_the_number_of_measures(area: Area, programme_team: User, signed_in: SignIn) -> None:
    today = timezone.localdate()
    make_measure(area, start=today - timedelta(days=9), end=today - timedelta(days=3))
    page = signed_in(programme_team).get("/overzicht/").content.decode()
    assert "1 vraagt aandacht" in page
    assert f'href="/gebieden/{area.slug}/#uitvoering"' in page
