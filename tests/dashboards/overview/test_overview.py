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
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, Requirement
from novex_portal.dashboards.overview.queries.rows import overview_rows
from novex_portal.dashboards.overview.rules import Choice, chosen
from tests.factories import make_organisation, make_user

SignedIn = Callable[[User], Client]


def _page(client: Client, address: str = "/overzicht/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.getvalue().decode()


def _checkpoint(area: Area, days: int, name: str = "Eerste ijkmoment", asks: str = "") -> None:
    checkpoint = Checkpoint.objects.create(name=name, date=timezone.localdate() + timedelta(days=days))
    CheckpointArea.objects.create(checkpoint=checkpoint, area=area)
    if asks:
        Requirement.objects.create(checkpoint=checkpoint, area=area, text=asks, status=RequirementStatus.RUNNING)


def _ambition(area: Area, planner: User, number: int = 1) -> None:
    Ambition.objects.create(area=area, number=number, title="Water", text="Water", created_by=planner)


@pytest.fixture
def sixteen(db: None) -> list[Area]:
    load_areas(catalogue=read_catalogue())
    return list(Area.objects.all())


def test_programme_team_sees_all_sixteen(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    page = _page(signed_in(programme_team))
    assert page.count('<tr role="row" id="gebied-') == 16
    assert "Zestien gebieden" in page


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
def test_overview_of_sixteen_areas_costs_seven_queries(
    sixteen: list[Area], programme_team: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    for area in sixteen:
        for number in range(1, times + 1):
            make_organisation(area=area)
            _checkpoint(area, number, f"Moment {number}", asks="Raming")
            _ambition(area, programme_team, number)
    client = signed_in(programme_team)
    _page(client)
    with django_assert_num_queries(7):
        _page(client)


def test_overview_says_what_an_area_is_busy_with(area: Area, planner: User, signed_in: SignedIn) -> None:
    _ambition(area, planner)
    page = _page(signed_in(planner))
    assert "bezig met akkoord" in page
    assert "Uw gebied werkt aan het akkoord" in page


def test_overview_shows_the_next_checkpoint_and_not_the_last(area: Area, planner: User, signed_in: SignedIn) -> None:
    _checkpoint(area, -3, "Voorbij")
    _checkpoint(area, 17, asks="Raming")
    page = _page(signed_in(planner))
    assert "Het eerste ijkmoment is over 17 dagen." in page
    assert ">17 dagen<" in page
    assert "0 van 1" in page


def test_overview_says_how_many_pieces_of_earlier_checkpoints_are_late(
    area: Area, planner: User, signed_in: SignedIn
) -> None:
    _checkpoint(area, -3, asks="Raming")
    assert "1 stuk te laat" in _page(signed_in(planner))


def test_moment_of_an_areas_own_does_not_push_aside_what_all_work_towards(area: Area, planner: User) -> None:
    _checkpoint(area, 9)
    Checkpoint.objects.update(kind="eigen")
    _checkpoint(area, 17, "Van allen")
    (row,) = overview_rows(planner, timezone.localdate())
    assert row.next
    assert row.next.name == "Van allen"


def test_overview_is_sorted_by_checkpoint_unless_another_order_is_asked(
    sixteen: list[Area], programme_team: User, signed_in: SignedIn
) -> None:
    _checkpoint(sixteen[8], 5)
    _checkpoint(sixteen[3], 9)
    rows = overview_rows(programme_team, timezone.localdate())
    assert [row.number for row in chosen(rows, Choice())[:3]] == [9, 4, 1]
    page = _page(signed_in(programme_team), "/overzicht/?volgorde=-nummer")
    assert page.index('id="gebied-16"') < page.index('id="gebied-9"') < page.index('id="gebied-4"')


def test_overview_can_be_of_one_province(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    page = _page(signed_in(programme_team), "/overzicht/?provincie=Limburg")
    assert "2 van de 16 gebieden." in page
    assert page.count('<tr role="row" id="gebied-') == 2


def test_what_is_no_choice_is_passed_over(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    page = _page(signed_in(programme_team), "/overzicht/?provincie=Atlantis&stap=9&druk=x&volgorde=willekeur")
    assert page.count('<tr role="row" id="gebied-') == 16


def test_choice_that_no_area_meets_leads_back(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    assert "Geen gebied voldoet hieraan." in _page(signed_in(programme_team), "/overzicht/?stap=5")


def test_overview_tells_in_which_areas_something_changed(
    sixteen: list[Area], programme_team: User, signed_in: SignedIn
) -> None:
    _ambition(sixteen[0], programme_team)
    _ambition(sixteen[0], programme_team, 2)
    page = _page(signed_in(programme_team))
    assert "In 1 gebied veranderde" in page
    assert "2 ambities" in page


def test_overview_tells_nothing_of_what_changed_in_an_area_of_others(
    area: Area, other_area: Area, planner: User, signed_in: SignedIn
) -> None:
    _ambition(other_area, planner)
    assert "Er veranderde niets" in _page(signed_in(planner))


def test_every_dot_leads_to_a_row_of_the_table(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    page = _page(signed_in(programme_team))
    assert all(f'href="#gebied-{n}"' in page and f'id="gebied-{n}"' in page for n in range(1, 17))


def test_csv_has_a_row_per_area(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    text = _page(signed_in(programme_team), "/overzicht/overzicht.csv")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) == 17
    assert {row[1] for row in rows} >= {"Zuid-Limburg", "Lelylijn"}


def test_csv_holds_what_was_chosen(sixteen: list[Area], programme_team: User, signed_in: SignedIn) -> None:
    text = _page(signed_in(programme_team), "/overzicht/overzicht.csv?provincie=Limburg&volgorde=nummer")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [row[1] for row in rows[1:]] == ["De Peel", "Zuid-Limburg"]


def test_csv_writes_no_formula(area: Area, planner: User, signed_in: SignedIn) -> None:
    _checkpoint(area, 3, "=1+1")
    assert ";'=1+1;" in _page(signed_in(planner), "/overzicht/overzicht.csv")
