"""All areas side by side."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.area.actions.areas import load_areas
from areas.area.catalogue import read_catalogue
from areas.models import Area, User
from coalition.models import Ambition
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from novex_portal.dashboards.overview.queries import overview_rows
from tests.factories import make_organisation, make_user

SignedIn = Callable[[User], Client]


def _page(client: Client, address: str = "/overzicht/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.getvalue().decode()


def _checkpoint(area: Area, days: int, name: str = "Eerste ijkmoment") -> None:
    checkpoint = Checkpoint.objects.create(name=name, date=timezone.localdate() + timedelta(days=days))
    CheckpointArea.objects.create(checkpoint=checkpoint, area=area)


@pytest.fixture
def sixteen(db: None) -> list[Area]:
    load_areas(catalogue=read_catalogue())
    return list(Area.objects.all())


def test_programme_team_sees_all_sixteen(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    page = _page(signed_in(programme_team))
    assert page.count('<tr role="row" id="gebied-') == 16
    assert "Zestien gebieden in één blik" in page


def test_interviewer_sees_only_their_own_area(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    page = _page(signed_in(interviewer))
    assert area.name in page
    assert other_area.name not in page


def test_auditor_sees_no_area(area: Area, auditor: User, signed_in: SignedIn) -> None:
    page = _page(signed_in(auditor))
    assert area.name not in page
    assert "Hier staat nog niets" in page


def test_auditor_is_shown_no_way_to_factsheets(auditor: User, programme_team: User, signed_in: SignedIn) -> None:
    pages = [_page(signed_in(user)) for user in (auditor, programme_team)]
    assert ["/overzicht/factsheets/" in page for page in pages] == [False, True]


def test_user_without_membership_is_told_what_to_do(area: Area, signed_in: SignedIn) -> None:
    assert "Vraag de gebiedsbeheerder" in _page(signed_in(make_user()))


@pytest.mark.parametrize("times", [1, 3])
def test_overview_of_sixteen_areas_costs_five_queries(
    sixteen: list[Area], programme_team: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    for area in sixteen:
        for days in range(times):
            make_organisation(area=area)
            _checkpoint(area, days + 1, f"Moment {days}")
    client = signed_in(programme_team)
    _page(client)
    with django_assert_num_queries(5):
        _page(client)


def test_overview_says_the_furthest_step(area: Area, planner: User, signed_in: SignedIn) -> None:
    Ambition.objects.create(area=area, number=1, title="Water", text="Water", created_by=planner)
    page = _page(signed_in(planner))
    assert "4 van 5: akkoord" in page
    assert "Uw gebied werkt aan een akkoord" in page


def test_overview_shows_the_next_checkpoint_and_not_the_last(area: Area, planner: User, signed_in: SignedIn) -> None:
    _checkpoint(area, -3, "Voorbij")
    _checkpoint(area, 17)
    page = _page(signed_in(planner))
    assert "nog 17 dagen" in page
    assert "Het eerste ijkmoment is over 17 dagen." in page


def test_overview_can_be_sorted_by_checkpoint(sixteen: list[Area], programme_team: User) -> None:
    _checkpoint(sixteen[8], 5)
    _checkpoint(sixteen[3], 9)
    rows = overview_rows(programme_team, timezone.localdate(), by_date=True)
    assert [row.area.number for row in rows[:3]] == [9, 4, 1]


def test_every_dot_leads_to_a_row_of_the_table(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    page = _page(signed_in(programme_team))
    assert all(f'href="#gebied-{n}"' in page and f'id="gebied-{n}"' in page for n in range(1, 17))


def test_csv_has_a_row_per_area(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    text = _page(signed_in(programme_team), "/overzicht/overzicht.csv")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) == 17
    assert rows[12][1] == "Zuid-Limburg"


def test_csv_writes_no_formula(area: Area, planner: User, signed_in: SignedIn) -> None:
    _checkpoint(area, 3, "=1+1")
    assert ";'=1+1;" in _page(signed_in(planner), "/overzicht/overzicht.csv")
