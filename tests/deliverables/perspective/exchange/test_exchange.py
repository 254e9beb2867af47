"""The wisselwerking with each province: what goes there, what comes back, when, and who is involved in what."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, AreaProvince, User
from deliverables.perspective.exchange.actions import (
    ExchangeFacts,
    InvolvementFacts,
    MomentFacts,
    add_exchange,
    add_involvement,
    add_moment,
    change_exchange,
    change_involvement,
    change_moment,
    remove_exchange,
    remove_involvement,
    remove_moment,
    state_proposal,
)
from deliverables.perspective.exchange.enums import Degree, MomentState
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement, ProvincialProposal
from deliverables.perspective.exchange.queries import exchange_of
from deliverables.perspective.exchange.rules import Way, days_words, finding, involved_words
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.perspective.factories import (
    make_choice,
    make_exchange,
    make_involvement,
    make_moment,
    make_province,
)
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        ([], "Aan Limburg is nog geen bouwsteen toegezegd"),
        ([Way(False, None, True)], "Aan Limburg is nog geen bouwsteen toegezegd"),
        ([Way(True, DAY, True)], "Limburg gaf op de bouwsteen een kader terug"),
        ([Way(True, None, False)], "Limburg gaf op de bouwsteen nog geen kader terug"),
        ([Way(True, DAY, False)] * 2, "Limburg gaf op 2 bouwstenen nog geen kader terug"),
        ([Way(True, DAY, True)] * 2 + [Way(True, DAY, False)], "Limburg gaf op 2 van de 3 bouwstenen een kader terug"),
    ],
)
def test_finding_counts_what_came_back(ways: list[Way], words: str) -> None:
    assert finding("Limburg", ways) == words


@pytest.mark.parametrize(
    ("way", "words", "kind"),
    [
        (Way(True, DAY, True), "Kader terug", "good"),
        (Way(False, None, True), "Kader", "good"),
        (Way(True, DAY, False), "Wacht", "busy"),
        (Way(True, None, False), "Nog leveren", "idle"),
    ],
)
def test_each_subject_says_how_it_stands(way: Way, words: str, kind: str) -> None:
    assert (way.words, way.kind) == (words, kind)


def test_involvement_is_said_in_sentences() -> None:
    rows = [("Water", "direct"), ("Wonen", "direct"), ("Defensie", "niet"), ("Energie", "indirect")]
    assert involved_words(rows) == "Direct betrokken bij water en wonen. Indirect bij energie. Niet bij defensie."
    assert involved_words([]) == ""


def test_moment_says_how_far_it_is_away() -> None:
    assert days_words(DAY, DAY) == "vandaag"
    assert days_words(DAY + timedelta(days=1), DAY) == "over 1 dag"
    assert days_words(DAY - timedelta(days=3), DAY) == "3 dagen geleden, nog niet gezegd hoe het ging"


def test_stand_of_a_voorstel_is_said_and_said_again(area: Area, planner: User) -> None:
    limburg, today = make_province(area), timezone.localdate()
    for version, stand in ((0, "concept 1"), (1, "concept 2")):
        state_proposal(area=area, actor=planner, province=limburg, version=version, stand=stand, as_of=today)
    assert ProvincialProposal.objects.get().stand == "concept 2"
    with pytest.raises(Conflict):
        state_proposal(area=area, actor=planner, province=limburg, version=1, stand="concept 3", as_of=today)


@pytest.mark.parametrize(("stand", "days"), [(" ", 0), ("concept 2", 1)])
def test_stand_needs_words_and_a_day_that_was(area: Area, planner: User, stand: str, days: int) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with pytest.raises(Problem):
        state_proposal(area=area, actor=planner, province=make_province(area), version=0, stand=stand, as_of=day)


def test_province_of_another_area_takes_no_part(area: Area, other_area: Area, planner: User) -> None:
    foreign = make_province(other_area, "Brabant")
    for adds in (
        lambda: add_exchange(area=area, actor=planner, facts=ExchangeFacts(foreign, "Dal", block="Kaart")),
        lambda: add_moment(area=area, actor=planner, facts=MomentFacts(foreign, DAY, "Concept")),
        lambda: add_involvement(area=area, actor=planner, facts=InvolvementFacts(foreign, "wonen", Degree.DIRECT)),
    ):
        with pytest.raises(Problem, match="Kies een provincie"):
            adds()


def test_what_cannot_be_exchanged_is_refused(area: Area, other_area: Area, planner: User) -> None:
    good = ExchangeFacts(make_province(area), "Dal", block="Kaart")
    ahead = timezone.localdate() + timedelta(days=1)
    wrong: list[dict[str, Any]] = [
        {"subject": " "},
        {"block": ""},
        {"block": "", "frame": "Niet bouwen", "delivered_on": DAY},
        {"frame_on": DAY},
        {"frame_source": "concept 2"},
        {"delivered_on": ahead},
        {"choice": make_choice(other_area)},
    ]
    for changes in wrong:
        with pytest.raises(Problem):
            add_exchange(area=area, actor=planner, facts=replace(good, **changes))
    assert not Exchange.objects.exists()


def test_moment_that_was_lies_behind_and_one_that_fell_away_says_why(area: Area, planner: User) -> None:
    ahead = timezone.localdate() + timedelta(days=1)
    good = MomentFacts(make_province(area), ahead, "Concept 3")
    for changes in ({"about": ""}, {"state": MomentState.HELD}, {"state": MomentState.DROPPED}):
        with pytest.raises(Problem):
            add_moment(area=area, actor=planner, facts=replace(good, **changes))
    made = add_moment(area=area, actor=planner, facts=good)
    dropped = replace(good, state=MomentState.DROPPED, outcome="Nog niet klaar")
    assert change_moment(row=made, actor=planner, version=1, facts=dropped).state == MomentState.DROPPED


def test_same_involvement_is_written_down_once(area: Area, other_area: Area, planner: User) -> None:
    limburg, party = make_province(area), make_organisation(area=area)
    facts = InvolvementFacts(limburg, "Wonen", Degree.DIRECT, organisation=party)
    made = add_involvement(area=area, actor=planner, facts=facts)
    for wrong in (
        replace(facts, subject="WONEN"),
        replace(facts, subject=" "),
        replace(facts, subject="Water", organisation=make_organisation(area=other_area)),
    ):
        with pytest.raises(Problem):
            add_involvement(area=area, actor=planner, facts=wrong)
    changed = replace(facts, degree=Degree.NOT)
    assert change_involvement(row=made, actor=planner, version=1, facts=changed).degree == Degree.NOT


def test_forms_sent_twice_make_one(area: Area, planner: User) -> None:
    limburg, token = make_province(area), uuid7()
    for _ in range(2):
        add_exchange(area=area, actor=planner, facts=ExchangeFacts(limburg, "Dal", block="Kaart"), token=token)
        add_moment(area=area, actor=planner, facts=MomentFacts(limburg, DAY, "Concept"), token=token)
        add_involvement(area=area, actor=planner, facts=InvolvementFacts(limburg, "wonen", Degree.DIRECT), token=token)
    assert (Exchange.objects.count(), ExchangeMoment.objects.count(), Involvement.objects.count()) == (1, 1, 1)


def test_who_comes_second_changes_and_removes_nothing(area: Area, planner: User) -> None:
    limburg = make_province(area)
    row, moment, involved = make_exchange(area, limburg), make_moment(area, limburg), make_involvement(area, limburg)
    for late in (
        lambda: change_exchange(row=row, actor=planner, version=7, facts=ExchangeFacts(limburg, "Dal", block="K")),
        lambda: remove_exchange(row=row, actor=planner, version=7),
        lambda: remove_moment(row=moment, actor=planner, version=7),
        lambda: remove_involvement(row=involved, actor=planner, version=7),
    ):
        with pytest.raises(Conflict):
            late()


def test_province_of_whom_nothing_is_known_stands_there_too(area: Area) -> None:
    make_province(area), make_province(area, "Brabant")
    found = exchange_of(area, DAY)
    assert [row.province.name for row in found] == ["Brabant", "Limburg"]
    assert found[0].next_moment is None


def test_what_is_written_down_of_a_province_stays_in_sight_when_the_area_leaves_it(area: Area) -> None:
    limburg = make_province(area)
    make_exchange(area, limburg)
    AreaProvince.objects.filter(area=area).delete()
    assert [row.province for row in exchange_of(area, DAY)] == [limburg]


def test_next_moment_is_the_first_that_is_still_agreed(area: Area) -> None:
    limburg, today = make_province(area), timezone.localdate()
    make_moment(area, limburg, date=today - timedelta(days=2))
    make_moment(area, limburg, date=today + timedelta(days=5), state="vervallen", outcome="Ziek")
    coming = make_moment(area, limburg, date=today + timedelta(days=9))
    [found] = exchange_of(area, today)
    assert found.next_moment == coming
    assert [row.is_late for row in found.moments] == [True, False, False]


@pytest.mark.parametrize("rows", [1, 3])
def test_wisselwerking_is_read_in_one_number_of_queries(
    area: Area, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    limburg = make_province(area)
    for number in range(rows):
        make_exchange(area, limburg)
        make_moment(area, limburg)
        make_involvement(area, limburg, f"onderwerp {number}")
    with django_assert_num_queries(5):
        assert len(exchange_of(area, DAY)[0].rows) == rows


def test_page_and_forms_work_together(area: Area, planner: User, participant: User, signed_in: SignIn) -> None:
    make_province(area)
    client, limburg = signed_in(planner), area.provinces.get()
    day = f"{timezone.localdate():%d-%m-%Y}"
    sent: dict[str, dict[str, Any]] = {
        "exchange-new": {"subject": "Beekdal", "block": "Kaart", "delivered_on": day},
        "exchange-moment-new": {"date": day, "about": "Concept 3", "state": "afgesproken"},
        "involvement-new": {"subject": "Defensie", "degree": "niet"},
    }
    for name, values in sent.items():
        answer = client.post(reverse(name, args=[area.slug]), {"province": limburg.pk, **values})
        assert answer.status_code == 302, (name, answer.content.decode()[-3000:])
    stand = {"version": 0, "stand": "concept 2", "as_of": day}
    assert client.post(reverse("proposal-state", args=[area.slug, "limburg"]), stand).status_code == 302
    page = signed_in(participant).get(reverse("exchange", args=[area.slug])).content.decode()
    for told in ("Beekdal", "Concept 3", "Defensie", "concept 2"):
        assert told in page
    assert "toevoegen" not in page


def test_forms_say_when_a_colleague_was_first(area: Area, planner: User, signed_in: SignIn) -> None:
    limburg = make_province(area)
    row, moment, involved = make_exchange(area, limburg), make_moment(area, limburg), make_involvement(area, limburg)
    day = f"{timezone.localdate():%d-%m-%Y}"
    sent: dict[str, tuple[Any, dict[str, Any]]] = {
        "exchange-edit": (row.pk, {"subject": "Mijn woorden", "block": "Kaart"}),
        "exchange-moment-edit": (moment.pk, {"date": day, "about": "Mijn woorden", "state": "afgesproken"}),
        "involvement-edit": (involved.pk, {"subject": "Mijn woorden", "degree": "niet"}),
    }
    client = signed_in(planner)
    for name, (pk, values) in sent.items():
        given = {"province": limburg.pk, **values}
        answer = client.post(reverse(name, args=[area.slug, pk]), {"version": 9, **given})
        assert answer.status_code == 409, name
        assert "Mijn woorden" in answer.content.decode()
        assert client.post(reverse(name, args=[area.slug, pk]), {"version": 1, **given}).status_code == 302, name


def test_province_the_area_does_not_lie_in_has_no_page(area: Area, planner: User, signed_in: SignIn) -> None:
    assert signed_in(planner).get(reverse("proposal-state", args=[area.slug, "drenthe"])).status_code == 404
