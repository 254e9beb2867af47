"""Hoofdkeuzes: their numbers, what they are tied to, and the chain that goes on to them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from areas.access import active_memberships
from areas.enums import Role
from areas.factsheet.actions.factsheets import save_heading
from areas.factsheet.enums import FactsheetHeading
from areas.models import Area, NationalProgramme, ProgrammeContribution, User
from areas.programmes.enums import GoalKind
from areas.resting.queries import rests_on
from coalition.agreement.ambitions.actions import change_ambition_status
from coalition.conversations.feedback.actions import write_letter
from coalition.models import Ambition
from coalition.trail.golden_thread.queries import thread_of
from coalition.trail.golden_thread.rules import Link
from deliverables.perspective.choices.actions import ChoiceFacts, add_choice, change_choice, remove_choice
from deliverables.perspective.choices.models import ChoiceContribution, ChoiceFriction, MainChoice
from deliverables.perspective.choices.queries import changes_of_choice, tied, tied_one
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_ambition, make_article
from tests.deliverables.perspective.factories import make_choice, make_friction
from tests.factories import (
    make_challenge,
    make_conversation,
    make_feedback,
    make_member,
    make_organisation,
    make_statement,
)

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
FACTS = ChoiceFacts("Het dal krijgt ruimte")


def make_contribution(area: Area) -> ProgrammeContribution:
    programme = NationalProgramme.objects.create(name="Nationaal Waterprogramma", short_name="NWP", source="Brief")
    return ProgrammeContribution.objects.create(
        area=area, programme=programme, goal_kind=GoalKind.CONCRETE, text="Ruimte voor de beek."
    )


def test_choices_are_numbered_and_a_number_is_never_given_again(area: Area, planner: User) -> None:
    first, second = (add_choice(area=area, actor=planner, facts=FACTS) for _ in range(2))
    assert [first.code, second.code] == ["HK1", "HK2"]
    remove_choice(choice=second, actor=planner, version=1)
    assert add_choice(area=area, actor=planner, facts=FACTS).code == "HK3"


def test_same_form_sent_twice_makes_one_choice(area: Area, planner: User) -> None:
    token = uuid7()
    made = {add_choice(area=area, actor=planner, facts=FACTS, token=token).pk for _ in range(2)}
    assert len(made) == MainChoice.objects.count() == 1


@pytest.mark.parametrize("facts", [ChoiceFacts("  "), ChoiceFacts("Wel", "a" * 20_001)])
def test_choice_says_what_is_chosen_and_not_too_long(area: Area, planner: User, facts: ChoiceFacts) -> None:
    with pytest.raises(Problem):
        add_choice(area=area, actor=planner, facts=facts)


def test_what_it_is_tied_to_is_of_the_same_area(area: Area, other_area: Area, planner: User) -> None:
    for facts in (
        ChoiceFacts("Dal", frictions=[make_friction(other_area)]),
        ChoiceFacts("Dal", challenges=[make_challenge(other_area)]),
        ChoiceFacts("Dal", contributions=[make_contribution(other_area)]),
    ):
        with pytest.raises(Problem, match="hoort niet bij dit gebied"):
            add_choice(area=area, actor=planner, facts=facts)


def test_there_is_an_end_to_the_choices(area: Area, planner: User) -> None:
    for number in range(1, 31):
        make_choice(area, number=number)
    with pytest.raises(Problem, match="hoogstens 30"):
        add_choice(area=area, actor=planner, facts=FACTS)


def test_who_comes_second_changes_nothing(area: Area, planner: User) -> None:
    choice = make_choice(area)
    change_choice(choice=choice, actor=planner, version=1, facts=ChoiceFacts("Eerst"))
    for late in (
        lambda: change_choice(choice=choice, actor=planner, version=1, facts=ChoiceFacts("Tweede")),
        lambda: remove_choice(choice=choice, actor=planner, version=1),
    ):
        with pytest.raises(Conflict):
            late()
    assert MainChoice.objects.get().title == "Eerst"


def test_links_are_exactly_those_that_were_chosen(area: Area, planner: User) -> None:
    old, new = make_friction(area), make_friction(area)
    choice = add_choice(area=area, actor=planner, facts=ChoiceFacts("Dal", frictions=[old]))
    change_choice(choice=choice, actor=planner, version=1, facts=ChoiceFacts("Dal", frictions=[new]))
    assert list(choice.frictions.all()) == [new]
    assert changes_of_choice(choice)[0].actor == "Planningsgroep"


def test_choice_says_where_it_comes_from(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    make_article(area, planner, ambitions=[ambition])
    choice = make_choice(area, ambitions=[ambition])
    ChoiceContribution.objects.create(choice=choice, contribution=make_contribution(area))
    found = tied_one(planner, choice)
    assert found.origin == f"Ambitie {ambition.number}, artikel {found.articles[0][0]}."
    assert not found.is_loose


def test_choice_tied_to_nothing_says_so(area: Area, planner: User) -> None:
    found = tied_one(planner, make_choice(area))
    assert (found.is_loose, found.origin) == (True, "")


def test_who_may_not_see_the_akkoord_sees_no_origin(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    choice = make_choice(area, ambitions=[ambition])
    found = tied_one(make_member(Role.AUDITOR), choice)
    assert (found.ambitions, found.articles) == ([], [])


@pytest.mark.parametrize("rows", [1, 3])
def test_choices_are_read_in_one_number_of_queries(
    area: Area, planner: User, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    ambition = make_ambition(area, planner)
    for _ in range(rows):
        make_choice(area, ambitions=[ambition])
    active_memberships(planner)
    with django_assert_num_queries(6):
        assert len(tied(planner, area)) == rows


def test_thread_goes_on_to_the_choice_and_back(area: Area, planner: User) -> None:
    statement = make_statement(make_conversation(planner, area), make_organisation(area=area))
    ambition = make_ambition(area, planner, statements=[statement])
    choice = make_choice(area, ambitions=[ambition])
    forth = thread_of(planner, area, Link.STATEMENT, statement.pk)
    back = thread_of(planner, area, Link.CHOICE, choice.pk)
    assert [kind for kind, _ in forth.columns][-1] == Link.CHOICE
    assert {row.id for row in forth.nodes} == {row.id for row in back.nodes}


def test_ambition_shows_the_choice_that_comes_of_it(area: Area, planner: User, signed_in: SignIn) -> None:
    ambition = make_ambition(area, planner)
    choice = make_choice(area, ambitions=[ambition])
    page = signed_in(planner).get(reverse("ambition", args=[area.slug, ambition.pk])).content.decode()
    assert choice.get_absolute_url() in page
    assert "hoofdkeuze van het ontwikkelperspectief" in page


def test_who_may_not_read_the_perspective_sees_no_choice(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    make_choice(area, ambitions=[ambition])
    assert rests_on(make_member(Role.AUDITOR), area, Ambition, [ambition.pk]) == {}


def test_letter_does_not_tell_a_choice_as_something_done(area: Area, planner: User) -> None:
    statement = make_statement(make_conversation(planner, area), make_organisation(area=area))
    make_choice(area, ambitions=[make_ambition(area, planner, statements=[statement])])
    make_feedback(statement)
    letter = write_letter(conversation=statement.conversation, actor=planner, organisation=statement.organisation)
    assert letter.answers[0]["became"] == []


def test_ambition_a_choice_rests_on_is_not_dropped(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    make_choice(area, ambitions=[ambition])
    with pytest.raises(Problem, match=r"1 hoofdkeuze \(HK1 Het dal krijgt ruimte\)"):
        change_ambition_status(ambition=ambition, actor=planner, status="afgevallen", reason="Te duur")


def test_schuurpunt_a_choice_answers_stays_on_the_factsheet(area: Area, planner: User) -> None:
    ChoiceFriction.objects.create(choice=make_choice(area), friction=make_friction(area))
    empty: dict[str, Any] = {"version": 0, "text": "", "source": "", "rows": []}
    with pytest.raises(Problem, match="HK1 Het dal krijgt ruimte"):
        save_heading(area=area, heading=FactsheetHeading.FRICTIONS, actor=planner, **empty)


def test_schuurpunt_shows_the_choice_that_answers_it(area: Area, participant: User, signed_in: SignIn) -> None:
    choice, friction = make_choice(area), make_friction(area)
    ChoiceFriction.objects.create(choice=choice, friction=friction)
    page = signed_in(participant).get(reverse("frictions", args=[area.slug])).content.decode()
    assert f'href="{choice.get_absolute_url()}">HK1 Het dal krijgt ruimte</a>' in page


def test_form_makes_and_changes_a_choice(area: Area, planner: User, signed_in: SignIn) -> None:
    client, friction = signed_in(planner), make_friction(area)
    values: dict[str, Any] = {"title": "Dal", "text": "Ruimte.", "frictions": [friction.pk], "token": uuid7()}
    assert client.post(reverse("main-choice-new", args=[area.slug]), values).status_code == 302
    choice = MainChoice.objects.get()
    edit = reverse("main-choice-edit", args=[area.slug, choice.pk])
    assert client.post(edit, values | {"version": 1, "title": "Beekdal"}).status_code == 302
    late = client.post(edit, values | {"version": 1, "title": "Mijn woorden"})
    assert late.status_code == 409
    assert "Mijn woorden" in late.content.decode()


def test_choice_of_another_area_is_not_there(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    foreign = make_choice(other_area)
    assert signed_in(planner).get(reverse("main-choice", args=[area.slug, foreign.pk])).status_code == 404
