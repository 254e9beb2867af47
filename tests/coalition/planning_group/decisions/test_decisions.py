"""Decisions, and where each party stands on them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Membership, Organisation, User
from coalition.models import Agreement, AgreementParty, Decision, DecisionPosition
from coalition.planning_group.decisions.actions import change_decision, record_decision, state_position
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.decisions.queries import LABELS
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.factories import DAY, make_decision, make_member, make_organisation

SignIn = Callable[[User], Client]
ADOPTED, NOTED, WAITING = DecisionStatus.ADOPTED, DecisionStatus.NOTED, DecisionStatus.WAITING


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Gemeente Heerlen", area=area)


@pytest.fixture
def position(planner: User, party: Organisation) -> DecisionPosition:
    return make_decision(planner, party).positions.get()


def _address(area: Area, rest: str = "") -> str:
    return f"/gebieden/{area.slug}/planningsgroep/besluiten/{rest}"


def _values(*organisations: Organisation, **changes: Any) -> dict[str, Any]:
    words = {"title": "Beekdalen eerst", "text": "Wij beginnen **boven**.", "body": "Stuurgroep", "decided_on": DAY}
    return {**words, "organisations": organisations, **changes}


def _data(*organisations: Organisation, **changes: Any) -> dict[str, Any]:
    values = _values(decided_on="02-03-2026", parties=[row.pk for row in organisations], token=uuid7())
    return {**{name: value for name, value in values.items() if name != "organisations"}, **changes}


def _state(position: DecisionPosition, actor: User, status: str, version: int = 1, **words: Any) -> DecisionPosition:
    values = {"stated_on": DAY, **words}
    return state_position(position=position, actor=actor, source="Brief", version=version, status=status, **values)


def test_every_stand_but_silence_is_counted_in_words() -> None:
    assert {*LABELS, WAITING} == set(DecisionStatus.values)


def test_decisions_are_numbered_and_parties_begin_in_silence(area: Area, planner: User, party: Organisation) -> None:
    numbers = [record_decision(area=area, actor=planner, **_values(party)).number for _ in range(2)]
    assert numbers == [1, 2]
    assert set(DecisionPosition.objects.values_list("status", flat=True)) == {WAITING}


def test_pressing_twice_records_one_decision(
    area: Area, planner: User, party: Organisation, signed_in: SignIn
) -> None:
    client, data = signed_in(planner), _data(party)
    answers = {client.post(_address(area, "nieuw/"), data).headers["Location"] for _ in range(2)}
    assert len(answers) == Decision.objects.count() == 1


@pytest.mark.parametrize("day", [date(1899, 12, 31), timezone.localdate() + timedelta(days=2)])
def test_decision_was_taken_between_1900_and_today(area: Area, planner: User, day: date) -> None:
    with pytest.raises(Problem):
        record_decision(area=area, actor=planner, **_values(decided_on=day))


def test_party_of_another_area_is_refused(area: Area, other_area: Area, planner: User) -> None:
    stranger = make_organisation(area=other_area)
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        record_decision(area=area, actor=planner, **_values(stranger))
    assert not Decision.objects.filter(area=area).exists()


def test_form_refuses_a_party_of_another_area(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    answer = signed_in(planner).post(_address(area, "nieuw/"), _data(make_organisation(area=other_area)))
    assert answer.status_code == 422
    assert "hoort niet bij dit gebied" in answer.content.decode()
    assert not Decision.objects.exists()


def test_form_begins_with_the_parties_of_the_akkoord(area: Area, planner: User, signed_in: SignIn) -> None:
    agreement, signs = Agreement.objects.create(area=area, title="Akkoord"), make_organisation(area=area)
    make_organisation(area=area)
    AgreementParty.objects.create(agreement=agreement, organisation=signs)
    form = signed_in(planner).get(_address(area, "nieuw/")).context["form"]
    assert form.initial["parties"] == [signs.pk]


def test_party_beyond_the_list_is_named(
    area: Area, planner: User, party: Organisation, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coalition.planning_group.decisions.forms.OFFERED", 1)
    last = make_organisation("Zuivelbedrijf", area=area)
    signed_in(planner).post(_address(area, "nieuw/"), _data(others="zuivelbedrijf\n"))
    assert DecisionPosition.objects.get().organisation == last


def test_name_that_is_no_party_is_told(
    area: Area, planner: User, party: Organisation, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coalition.planning_group.decisions.forms.OFFERED", 0)
    answer = signed_in(planner).post(_address(area, "nieuw/"), _data(others="Niemand"))
    assert "“Niemand” is geen partij van dit gebied" in answer.content.decode()


def test_change_keeps_who_spoke_and_drops_who_did_not(area: Area, planner: User, position: DecisionPosition) -> None:
    decision, other = position.decision, make_organisation(area=area)
    change_decision(decision=decision, actor=planner, version=1, **_values(position.organisation, other))
    _state(position, planner, NOTED)
    change_decision(decision=decision, actor=planner, version=2, **_values(position.organisation))
    assert decision.positions.get().status == NOTED


def test_party_that_spoke_cannot_be_taken_off(area: Area, planner: User, position: DecisionPosition) -> None:
    _state(position, planner, NOTED)
    with pytest.raises(Problem, match="heeft al iets laten weten"):
        change_decision(decision=position.decision, actor=planner, version=1, **_values())


def test_who_saves_second_sees_both_texts(
    area: Area, planner: User, position: DecisionPosition, signed_in: SignIn
) -> None:
    decision = position.decision
    change_decision(decision=decision, actor=planner, version=1, **_values(title="Van de ander"))
    answer = signed_in(planner).post(_address(area, f"{decision.pk}/bewerken/"), _data(title="Van mij", version=1))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van de ander" in page
    assert "Van mij" in page


def test_party_states_with_body_day_and_reservation(planner: User, position: DecisionPosition) -> None:
    stated = _state(position, planner, ADOPTED, body="  Gemeenteraad ", reservation="Mits er geld is.")
    assert (stated.status, stated.body, stated.stated_on) == (ADOPTED, "Gemeenteraad", DAY)
    assert stated.reservation == "Mits er geld is."


def test_back_to_no_word_clears_what_was_said(planner: User, position: DecisionPosition) -> None:
    _state(position, planner, NOTED, body="College", reservation="Mits.")
    stated = _state(position, planner, WAITING, version=2)
    assert (stated.body, stated.reservation, stated.stated_on) == ("", "", None)


def test_step_the_table_does_not_know_is_refused(planner: User, position: DecisionPosition) -> None:
    _state(position, planner, ADOPTED)
    with pytest.raises(TransitionRefused):
        _state(position, planner, WAITING, version=2)


def test_the_same_words_twice_change_once(planner: User, position: DecisionPosition) -> None:
    for _ in range(2):
        stated = _state(position, planner, NOTED)
    assert stated.version == 2


def test_two_who_say_something_else_do_not_both_win(planner: User, position: DecisionPosition) -> None:
    _state(position, planner, NOTED)
    with pytest.raises(Conflict):
        _state(position, planner, ADOPTED)


@pytest.mark.parametrize("day", [None, date(1899, 1, 1), date(2999, 1, 1)])
def test_position_needs_a_day_that_can_be(planner: User, position: DecisionPosition, day: date | None) -> None:
    with pytest.raises(Problem):
        _state(position, planner, NOTED, stated_on=day)


def test_form_asks_for_the_day(area: Area, planner: User, position: DecisionPosition, signed_in: SignIn) -> None:
    answer = signed_in(planner).post(_address(area, f"standen/{position.pk}/"), {"status": NOTED, "version": 1})
    assert answer.status_code == 422
    assert "Vul in wanneer de partij dit besloot" in answer.content.decode()


def test_executive_speaks_for_their_own_organisation(
    area: Area, party: Organisation, position: DecisionPosition, signed_in: SignIn
) -> None:
    client = signed_in(make_member(Role.EXECUTIVE, area, party))
    data = {"status": NOTED, "stated_on": "02-03-2026", "version": 1}
    assert client.post(_address(area, f"standen/{position.pk}/"), data).status_code == 302
    position.refresh_from_db()
    assert position.status == NOTED


def test_executive_speaks_for_no_other_organisation(area: Area, position: DecisionPosition, signed_in: SignIn) -> None:
    client = signed_in(make_member(Role.EXECUTIVE, area, make_organisation(area=area)))
    assert client.get(_address(area, f"standen/{position.pk}/")).status_code == 403


def test_executive_elsewhere_does_not_speak_here(
    area: Area, other_area: Area, party: Organisation, position: DecisionPosition, signed_in: SignIn
) -> None:
    executive = make_member(Role.EXECUTIVE, other_area, party)
    Membership.objects.create(user=executive, area=area, role=Role.PARTICIPANT, organisation=party, valid_from=DAY)
    assert signed_in(executive).get(_address(area, f"standen/{position.pk}/")).status_code == 403


def test_position_of_another_area_does_not_exist(
    area: Area, other_area: Area, planner: User, signed_in: SignIn
) -> None:
    decision = make_decision(planner, make_organisation(area=other_area), area=other_area)
    client = signed_in(planner)
    assert client.get(_address(area, f"standen/{decision.positions.get().pk}/")).status_code == 404
    assert client.get(_address(area, f"{decision.pk}/")).status_code == 404


def test_executive_is_asked_where_their_organisation_stands(
    area: Area, planner: User, party: Organisation, position: DecisionPosition, signed_in: SignIn
) -> None:
    client = signed_in(make_member(Role.EXECUTIVE, area, party))
    wanted = _address(area, f"standen/{position.pk}/")
    assert wanted in client.get(f"/gebieden/{area.slug}/").content.decode()
    _state(position, planner, NOTED)
    assert wanted not in client.get(f"/gebieden/{area.slug}/").content.decode()


def test_dashboard_tells_of_a_new_decision(
    area: Area, planner: User, position: DecisionPosition, signed_in: SignIn
) -> None:
    page = signed_in(planner).get(f"/gebieden/{area.slug}/").content.decode()
    assert "vastgelegd: Water vasthouden" in page


def test_page_shows_text_stands_and_summary(
    area: Area, planner: User, position: DecisionPosition, signed_in: SignIn
) -> None:
    _state(position, planner, ADOPTED, body="Gemeenteraad", reservation="Mits er geld is.")
    page = signed_in(planner).get(_address(area, f"{position.decision_id}/")).content.decode()
    assert "1 van 1 partij liet iets weten: 1 vastgesteld. 1 partij maakt een voorbehoud." in page
    assert all(words in page for words in ("Gemeente Heerlen", "Gemeenteraad", "Mits er geld is.", "02-03-2026"))


@pytest.mark.django_db(transaction=True)
def test_history_tells_who_said_what(area: Area, planner: User, position: DecisionPosition, signed_in: SignIn) -> None:
    client = signed_in(planner)
    data = {"status": NOTED, "stated_on": "02-03-2026", "version": 1}
    client.post(_address(area, f"standen/{position.pk}/"), data)
    page = client.get(_address(area, f"{position.decision_id}/")).content.decode()
    assert "Gemeente Heerlen: stand" in page
    assert f"door {planner}" in page


def test_list_tells_what_waits_for_my_organisation(
    area: Area, party: Organisation, position: DecisionPosition, signed_in: SignIn
) -> None:
    page = signed_in(make_member(Role.EXECUTIVE, area, party)).get(_address(area)).content.decode()
    assert "Wacht op uw organisatie" in page


def test_list_is_narrowed_to_what_waits(
    area: Area, planner: User, position: DecisionPosition, signed_in: SignIn
) -> None:
    make_decision(planner, title="Zonder partijen")
    page = signed_in(planner).get(_address(area) + "?wacht=ja").content.decode()
    assert "Water vasthouden" in page
    assert "Zonder partijen" not in page


@pytest.mark.parametrize("times", [1, 3])
def test_list_costs_five_queries(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Any, times: int
) -> None:
    for _ in range(times):
        make_decision(planner, *(make_organisation(area=area) for _ in range(times)))
    client = signed_in(planner)
    client.get(_address(area))
    with django_assert_num_queries(5):
        client.get(_address(area))


@pytest.mark.parametrize("times", [1, 3])
def test_page_costs_nine_queries(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Any, times: int
) -> None:
    decision = make_decision(planner, *(make_organisation(area=area) for _ in range(times)))
    for position in decision.positions.all():
        _state(position, planner, NOTED)
    client = signed_in(planner)
    client.get(_address(area, f"{decision.pk}/"))
    with django_assert_num_queries(9):
        client.get(_address(area, f"{decision.pk}/"))
