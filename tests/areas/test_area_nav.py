"""The tabs of an area lead only where one may go."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from areas.models import Area, User

pytestmark = pytest.mark.django_db


def tabs(user: User, area: Area, path: str = "/gebieden/zuid-limburg/") -> str:
    request = RequestFactory().get(path)
    request.user = user
    return Template("{% load area_nav %}{% area_nav area %}").render(Context({"request": request, "area": area}))


def test_planning_group_finds_the_conversations(planner: User, area: Area) -> None:
    assert 'href="/gebieden/zuid-limburg/gesprekken/"' in tabs(planner, area)


def test_executive_finds_no_conversations(executive: User, area: Area) -> None:
    assert "gesprekken" not in tabs(executive, area)


def test_only_who_manages_members_finds_them(admin: User, planner: User, area: Area) -> None:
    assert ("leden/" in tabs(admin, area), "leden/" in tabs(planner, area)) == (True, False)


def test_page_itself_is_marked(planner: User, area: Area) -> None:
    assert 'href="/gebieden/zuid-limburg/" aria-current="page"' in tabs(planner, area)


def test_tab_above_the_page_is_marked_and_no_other(planner: User, area: Area) -> None:
    html = tabs(planner, area, "/gebieden/zuid-limburg/gesprekken/nieuw/")

    assert ('gesprekken/" aria-current="true"' in html, html.count("aria-current")) == (True, 1)
