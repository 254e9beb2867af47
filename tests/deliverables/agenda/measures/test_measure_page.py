"""The page of one measure."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, User
from coalition.models import Agreement, Ambition, Article, Chapter
from deliverables.agenda.measures.models import MeasureAmbition, MeasureArticle
from deliverables.agenda.timeline.queries.around import around
from tests.deliverables.agenda.factories import make_deadline, make_dependency, make_example, make_measure
from tests.factories import make_conversation, make_organisation, make_statement

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
TODAY = date(2026, 11, 23)


def test_page_tells_how_much_room_there_is_and_why(area: Area, other_area: Area, planner: User) -> None:
    made = make_example(area, other_area)
    found = around(planner, made["W02"], TODAY)
    assert found.room_words == "48 dagen"
    assert found.why == ("ZL-W03 moet klaar zijn op 31-12-2030 (Zo is het afgesproken). Daartussen: ZL-W02 → ZL-W03.")
    assert found.heading == "Wacht op 1 maatregel, 2 wachten hierop"


def test_measure_without_a_last_day_behind_it_has_no_limit(area: Area, planner: User) -> None:
    found = around(planner, make_measure(area, "W01"), TODAY)
    assert (found.room_words, found.why) == ("geen grens", "Geen uiterste datum hangt van deze maatregel af.")


def test_measure_that_ends_too_late_says_by_how_much(area: Area, planner: User) -> None:
    measure = make_measure(area, "W03", end=date(2030, 12, 20))
    make_deadline(measure, date(2030, 12, 15))
    assert around(planner, measure, TODAY).room_words == "te laat: 5 dagen"


def test_what_stands_around_a_measure_is_told_in_words(area: Area, other_area: Area, planner: User) -> None:
    made = make_example(area, other_area)
    rows = around(planner, made["W03"], TODAY).rows
    assert [(row.code, row.title, row.words) for row in rows] == [
        ("W01", "Maatregel W01", "eerst, via W02"),
        ("W02", "Maatregel W02", "W03: na W02, plus 20 werkdagen"),
        ("W03", "Maatregel W03", "deze maatregel"),
        ("W05", "Maatregel W05", "klaar 2 maanden na W03"),
        ("PL-P04", "Een maatregel in De Peel", "begint niet voor W03"),
    ]
    assert [row.url == "" for row in rows] == [False, False, True, False, True]


def test_page_shows_where_the_measure_comes_from(area: Area, planner: User, signed_in: SignIn) -> None:
    measure = make_measure(area, "W01")
    ambition = Ambition.objects.create(area=area, number=2, title="Beekdalen", text="Ruimte.", created_by=planner)
    ambition.statements.add(make_statement(make_conversation(planner, area), make_organisation(area=area)))
    chapter = Chapter.objects.create(
        agreement=Agreement.objects.create(area=area, title="Akkoord"), number=3, label="3", title="Water"
    )
    article = Article.objects.create(chapter=chapter, number=2, label="2", title="Beken", text="Tekst.")
    MeasureAmbition.objects.create(measure=measure, ambition=ambition)
    MeasureArticle.objects.create(measure=measure, article=article)
    text = signed_in(planner).get(measure.get_absolute_url()).content.decode()
    for words in ("1 uitspraak uit 1 gesprek", "2. Beekdalen", "3.2 Beken", "Water vasthouden kan"):
        assert words in text


def test_measure_of_another_area_is_not_here(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    assert signed_in(planner).get(make_measure(other_area, "P01").get_absolute_url()).status_code == 404


def test_page_costs_as_many_queries_with_many_measures_around_it(
    area: Area,
    other_area: Area,
    planner: User,
    signed_in: SignIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = signed_in(planner)
    alone = make_measure(area, "W90")
    make_dependency(make_measure(area, "W91"), alone)
    with django_assert_max_num_queries(40) as one:
        client.get(alone.get_absolute_url())
    made = make_example(area, other_area)
    for number in range(3):
        make_dependency(make_measure(area, f"N9{number}"), made["W03"])
    with django_assert_max_num_queries(40) as many:
        client.get(made["W03"].get_absolute_url())
    assert len(many) == len(one)
