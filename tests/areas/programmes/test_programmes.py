"""The list of national programmes, kept by the regieteam."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from areas.models import Area, NationalProgramme, ProgrammeContribution, User
from areas.programmes.actions import add_programme, change_programme
from areas.programmes.enums import GoalKind
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_area

SignedIn = Callable[[User], Client]
LIST = "/overzicht/programmas/"


def add(actor: User, **fields: Any) -> NationalProgramme:
    values = {"name": "Landelijk gebied", "source": "Brief", "status": "loopt", **fields}
    return add_programme(actor=actor, **values)


def change(programme: NationalProgramme, actor: User, **fields: Any) -> NationalProgramme:
    values = {"name": "Landelijk gebied", "source": "Brief", "status": "loopt", "short_name": "", "responsible": ""}
    return change_programme(programme=programme, actor=actor, **{"version": 1, **values, **fields})


def test_same_programme_twice_is_one(programme_team: User) -> None:
    assert add(programme_team) == add(programme_team)


def test_name_that_is_taken_is_refused(programme_team: User) -> None:
    add(programme_team)
    with pytest.raises(Problem, match="staat al in de lijst"):
        add(programme_team, name="LANDELIJK gebied")


def test_programme_without_source_is_refused(programme_team: User) -> None:
    with pytest.raises(Problem, match="de bron"):
        add(programme_team, source=" ")


def test_change_counts_its_versions(programme_team: User) -> None:
    assert change(add(programme_team), programme_team, status="afgerond").version == 2


def test_change_to_a_name_that_is_taken_is_refused(programme_team: User) -> None:
    add(programme_team, name="Woningbouw")
    with pytest.raises(Problem, match="staat al in de lijst"):
        change(add(programme_team), programme_team, name="woningbouw")


def test_two_at_once_is_a_conflict(programme_team: User) -> None:
    programme = add(programme_team)
    change(programme, programme_team, status="afgerond")
    with pytest.raises(Conflict, match="intussen gewijzigd"):
        change(programme, programme_team, status="vervallen")


def test_loser_sees_what_is_kept(programme_team: User, signed_in: SignedIn) -> None:
    programme = add(programme_team)
    change(programme, programme_team, status="afgerond")
    values = {"name": "Mijn naam", "source": "Brief", "status": "vervallen", "version": "1"}
    answer = signed_in(programme_team).post(f"{LIST}{programme.pk}/", values)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(words in page for words in ("Status: Afgerond", "Mijn naam", 'name="version" value="2"'))


@pytest.mark.django_db(transaction=True)
def test_list_tells_who_changed_what(programme_team: User, participant: User, signed_in: SignedIn) -> None:
    client = signed_in(programme_team)
    values = {"name": "Landelijk gebied", "source": "Brief", "status": "loopt"}
    client.post(f"{LIST}nieuw/", values)
    programme = NationalProgramme.objects.get()
    client.post(f"{LIST}{programme.pk}/", values | {"status": "afgerond", "version": "1"})
    page = signed_in(participant).get(LIST).content.decode()
    assert "“Landelijk gebied”: status: was “Loopt”, nu “Afgerond”" in page
    assert "door Regieteam" in page


def contribute(programme: NationalProgramme, area: Area) -> None:
    ProgrammeContribution.objects.create(area=area, programme=programme, goal_kind=GoalKind.CONCRETE, text="Beekdal")


def test_list_counts_areas_not_contributions(area: Area, participant: User, signed_in: SignedIn) -> None:
    programme = NationalProgramme.objects.create(name="Landelijk gebied", source="Brief")
    for place in (area, area, make_area("de-peel")):
        contribute(programme, place)
    assert '<span class="nb">2 gebieden</span>' in signed_in(participant).get(LIST).content.decode()


def test_list_names_areas_and_leads_to_those_one_may_open(area: Area, participant: User, signed_in: SignedIn) -> None:
    programme = NationalProgramme.objects.create(name="Landelijk gebied", source="Brief")
    for place in (area, make_area("de-peel", name="De Peel")):
        contribute(programme, place)
    page = signed_in(participant).get(LIST).content.decode()
    assert 'href="/gebieden/zuid-limburg/factsheet/#programmas">Zuid-Limburg</a>' in page
    assert "<li>De Peel</li>" in page


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow(area: Area, participant: User, signed_in: SignedIn, number: int) -> None:
    for rank in range(number):
        programme = NationalProgramme.objects.create(name=f"Programma {rank}", source="Brief")
        for place in (area, make_area(f"elders-{rank}")):
            contribute(programme, place)
    client = signed_in(participant)
    with CaptureQueriesContext(connection) as captured:
        client.get(LIST)
    assert len(captured) == 5
