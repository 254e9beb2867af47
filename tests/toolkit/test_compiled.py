"""A query that is compiled once."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from areas.models import Area, Challenge, Milestone
from novex_portal.toolkit.compiled import Compiled
from tests.factories import make_challenge


def _titles(area: UUID) -> QuerySet[Any]:
    challenges = Challenge.objects.filter(area=OuterRef("pk")).values(json=JSONObject(title="title"))
    return Area.objects.filter(pk=area).values_list("slug", ArraySubquery(challenges))


def _milestones(area: UUID, day: date) -> QuerySet[Any]:
    return Milestone.objects.filter(area=area, on__gte=day).values_list("text", "on")


def test_compiled_query_gives_what_the_orm_gives(area: Area) -> None:
    make_challenge(area, "Water")
    assert Compiled(_titles, area=UUID)(area=area.pk) == list(_titles(area.pk)) == [(area.slug, [{"title": "Water"}])]


def test_compiled_query_answers_for_the_values_of_each_call(area: Area, other_area: Area) -> None:
    ask = Compiled(_titles, area=UUID)
    assert [ask(area=place.pk)[0][0] for place in (area, other_area)] == [area.slug, other_area.slug]


def test_compiled_query_compares_days(area: Area) -> None:
    Milestone.objects.create(area=area, on=date(2026, 3, 2), text="Panorama")
    ask = Compiled(_milestones, area=UUID, day=date)
    assert ask(area=area.pk, day=date(2026, 3, 2)) == [("Panorama", date(2026, 3, 2))]
    assert ask(area=area.pk, day=date(2026, 3, 3)) == []


def test_compiled_query_is_built_once(area: Area) -> None:
    built = []
    ask = Compiled(lambda area: built.append(area) or _titles(area), area=UUID)
    ask(area=area.pk)
    ask(area=area.pk)
    assert len(built) == 1


def test_compiled_query_costs_one_query(area: Area, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        Compiled(_titles, area=UUID)(area=area.pk)


@pytest.mark.parametrize("values", [{}, {"area": "zuid-limburg"}, {"area": uuid4(), "day": date(2026, 1, 1)}])
def test_compiled_query_refuses_other_values_than_it_has_holes(db: None, values: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Compiled(_titles, area=UUID)(**values)


def test_compiled_query_refuses_a_hole_that_the_query_does_not_use(area: Area) -> None:
    with pytest.raises(TypeError, match="day"):
        Compiled(lambda area, day: _titles(area), area=UUID, day=date)(area=area.pk, day=date(2026, 1, 1))
