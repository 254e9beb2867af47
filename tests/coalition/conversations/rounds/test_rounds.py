"""Rounds of conversations: planned, spoken with or not yet, and what is missing."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.conversations.rounds.actions import RoundData, begin_round, change_round, plan_target, sheet_html
from coalition.conversations.rounds.rules import NOT_YET, PLANNED, SPOKEN, counts, finding
from coalition.models import Conversation, ConversationRound
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import DAY, make_area, make_conversation, make_organisation, make_round, make_statement

SignIn = Callable[[User], Client]
ADDRESS = "/gebieden/zuid-limburg/gesprekken/rondes/"


def data(**fields: Any) -> RoundData:
    return RoundData(**{"title": "Eerste ronde", "aim": "Horen wat speelt.", "starts_on": DAY, **fields})


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Dorpsraad", OrganisationKind.RESIDENTS, area)


def test_kinds_are_counted_against_their_aim() -> None:
    found = counts({"bewoners": 3, "gemeente": 1}, ["bewoners", "gemeente", "rijk"], ["rijk", "gemeente", "bewoners"])
    assert [(row.kind, row.words, row.is_reached) for row in found] == [
        ("gemeente", "1 van 1", True),
        ("bewoners", "1 van 3", False),
    ]


def test_finding_says_how_far_and_what_is_missing() -> None:
    missing = counts({"bewoners": 3}, ["bewoners"], ["bewoners"])
    words = finding([SPOKEN, PLANNED, NOT_YET], missing, {"bewoners": "Bewoners"})
    assert words == "Met 1 van 3 partijen is gesproken, 1 staan gepland. Nog te weinig: bewoners (1 van 3)."


def test_round_without_targets_says_so() -> None:
    assert "nog geen partijen" in finding([], [], {})


@pytest.mark.parametrize(
    "wrong", [{"ends_on": DAY - timedelta(days=1)}, {"aims": {"bewoners": 0}}, {"aims": {"bewoners": 501}}]
)
def test_round_that_cannot_be_is_refused(planner: User, area: Area, wrong: dict[str, Any]) -> None:
    with pytest.raises(Problem):
        begin_round(area=area, actor=planner, data=data(**wrong))


def test_party_of_another_area_is_refused(planner: User, area: Area) -> None:
    with pytest.raises(Problem, match="hoort niet"):
        begin_round(area=area, actor=planner, data=data(organisations=[make_organisation(area=make_area("de-peel"))]))


def test_pressing_twice_begins_one(planner: User, area: Area) -> None:
    token = uuid7()
    first, second = (begin_round(area=area, actor=planner, data=data(), token=token) for _ in range(2))
    assert first == second


def test_target_that_stays_keeps_its_plan(planner: User, area: Area, party: Organisation) -> None:
    made = begin_round(area=area, actor=planner, data=data(organisations=[party]))
    plan_target(target=made.targets.get(), actor=planner, version=1, planned_on=DAY)
    change_round(round=made, actor=planner, version=1, data=data(organisations=[party, make_organisation(area=area)]))
    assert set(made.targets.values_list("planned_on", flat=True)) == {DAY, None}
    with pytest.raises(Conflict):
        change_round(round=made, actor=planner, version=1, data=data())


def test_two_who_plan_at_once_do_not_overwrite(planner: User, area: Area, party: Organisation) -> None:
    target = make_round(planner, area, party).targets.get()
    plan_target(target=target, actor=planner, version=1, planned_on=DAY)
    with pytest.raises(Conflict):
        plan_target(target=target, actor=planner, version=1, planned_on=None)


def test_board_follows_from_plan_and_conversations(signed_in: SignIn, planner: User, area: Area) -> None:
    spoken, planned, silent = (make_organisation(name, area=area) for name in ("Aan", "Bee", "Cee"))
    made = make_round(planner, area, spoken, planned, silent)
    plan_target(target=made.targets.get(organisation=planned), actor=planner, version=1, planned_on=DAY)
    make_statement(make_conversation(planner, area, round=made), spoken)
    page = signed_in(planner).get(f"{ADDRESS}{made.pk}/").text
    assert "Met 1 van 3 partijen is gesproken, 1 staan gepland." in page
    rows = re.findall(r'rowheader" scope="row">(\w+)<.*?(Gesproken|Gepland|Nog niet)</span>', page, re.DOTALL)
    assert rows == [("Aan", "Gesproken"), ("Bee", "Gepland"), ("Cee", "Nog niet")]


def test_planned_conversation_becomes_a_logged_one(
    signed_in: SignIn, interviewer: User, area: Area, party: Organisation
) -> None:
    made = make_round(interviewer, area, party)
    page = signed_in(interviewer).get(f"/gebieden/zuid-limburg/gesprekken/nieuw/?doel={made.targets.get().pk}").text
    assert 'value="Dorpsraad"' in page
    posted = {
        "draft": str(uuid7()), "draft_version": "0", "participants-0-organisation": "Dorpsraad", "form": "individueel",
        "held_on": f"{timezone.localdate():%d-%m-%Y}", "report": "Kort.", "confidentiality": "gebied", "round": str(made.pk),
    }  # fmt: skip
    signed_in(interviewer).post("/gebieden/zuid-limburg/gesprekken/nieuw/", posted)
    assert Conversation.objects.get().round == made


def test_quick_notes_for_a_target_begin_with_its_name(
    signed_in: SignIn, interviewer: User, area: Area, party: Organisation
) -> None:
    target = make_round(interviewer, area, party).targets.get()
    assert (
        "@ Dorpsraad" in signed_in(interviewer).get(f"/gebieden/zuid-limburg/gesprekken/snel/?doel={target.pk}").text
    )


def test_sheet_has_the_headings_of_the_form_and_the_questions(
    signed_in: SignIn, interviewer: User, area: Area, party: Organisation
) -> None:
    made = make_round(interviewer, area, party, guide="Wat speelt er?\n\nWat wilt u?")
    sheet = sheet_html(target=made.targets.get(), moment=timezone.now())
    form = signed_in(interviewer).get("/gebieden/zuid-limburg/gesprekken/nieuw/").text
    heads = re.findall(r"<h2[^>]*>([^<]+)</h2>", sheet)
    assert heads == [head for head in re.findall(r'<h2[^>]*id="[^"]+">([^<]+\?)</h2>', form) if head in heads]
    assert len(heads) == 5
    assert "Wat speelt er?" in sheet


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_same_number_of_queries(
    signed_in: SignIn, planner: User, area: Area, number: int, django_assert_num_queries: Any
) -> None:
    made = make_round(planner, area, *(make_organisation(area=area) for _ in range(number)))
    client = signed_in(planner)
    with django_assert_num_queries(7):
        client.get(f"{ADDRESS}{made.pk}/")


def test_wrong_dates_come_back_with_their_words(signed_in: SignIn, planner: User, area: Area) -> None:
    posted = {"title": "Ronde 🌊", "aim": "Doel", "starts_on": "2-3-2026", "ends_on": "1-3-2026"}
    answer = signed_in(planner).post(f"{ADDRESS}nieuw/", posted)
    assert answer.status_code == 422
    assert "eindigt vóór zij begint" in answer.text
    assert not ConversationRound.objects.exists()
