"""Points of no agreement: open, with who stands where, in the document, and settled with what came of them."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, User
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.open_points.actions import add_open_point, change_open_point, state_on_open_point
from coalition.agreement.open_points.queries import point_rows
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.pdf import agreement_html
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import Agreement, OpenPoint
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import make_member, make_organisation


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


@pytest.fixture
def point(agreement: Agreement, planner: User) -> OpenPoint:
    return add_open_point(agreement=agreement, actor=planner, title="Onderhoud", text="Wie betaalt?")


def join(agreement: Agreement, planner: User) -> Any:
    organisation = make_organisation(area=agreement.area)
    add_party(agreement=agreement, actor=planner, organisation=organisation)
    return organisation


def test_point_stands_in_the_document_with_who_stands_where(
    area: Area, agreement: Agreement, point: OpenPoint, planner: User
) -> None:
    party = join(agreement, planner)
    state_on_open_point(
        point=point, organisation=party, actor=planner, source="Brief", version=0, words="Het Rijk betaalt."
    )
    make_article(area, planner)
    text = from_json(freeze_version(agreement=agreement, actor=planner).snapshot)
    html = agreement_html(text)
    assert "Nog geen overeenstemming" in html
    assert f"<strong>{party.name}:</strong> Het Rijk betaalt." in html


def test_settled_point_leaves_the_document_and_stays_on_the_page(
    agreement: Agreement, point: OpenPoint, planner: User
) -> None:
    values = {"title": "Onderhoud", "text": "Wie betaalt?", "outcome": "Ieder de helft."}
    change_open_point(point=point, actor=planner, version=1, settled_on=timezone.localdate(), **values)
    assert point_rows(agreement, settled=False) == []
    assert [row.point.outcome for row in point_rows(agreement, settled=True)] == ["Ieder de helft."]


@pytest.mark.parametrize(("days", "outcome", "words"), [(1, "Zo.", "nog niet geweest"), (0, "", "hoe dit punt")])
def test_settling_asks_a_day_that_was_and_an_outcome(
    point: OpenPoint, planner: User, days: int, outcome: str, words: str
) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with pytest.raises(Problem, match=words):
        change_open_point(point=point, actor=planner, version=1, title="A", text="B", settled_on=day, outcome=outcome)


def test_second_who_saves_is_told(point: OpenPoint, planner: User) -> None:
    change_open_point(point=point, actor=planner, version=1, title="A", text="B")
    with pytest.raises(Conflict):
        change_open_point(point=point, actor=planner, version=1, title="C", text="D")


def test_two_who_fill_in_one_party_lose_nothing(agreement: Agreement, point: OpenPoint, planner: User) -> None:
    party = join(agreement, planner)
    first = state_on_open_point(
        point=point, organisation=party, actor=planner, source="Brief", version=0, words="Nee."
    )
    assert (
        state_on_open_point(point=point, organisation=party, actor=planner, source="Brief", version=0, words="Nee.")
        == first
    )
    with pytest.raises(Conflict):
        state_on_open_point(point=point, organisation=party, actor=planner, source="Brief", version=0, words="Ja.")


def test_same_form_twice_makes_one_point(agreement: Agreement, planner: User) -> None:
    token = uuid7()
    for _ in range(2):
        add_open_point(agreement=agreement, actor=planner, title="A", text="B", token=token)
    assert agreement.open_points.count() == 1


def test_executive_says_it_for_the_own_party_alone(
    area: Area, agreement: Agreement, point: OpenPoint, planner: User, signed_in: Any
) -> None:
    own, other = join(agreement, planner), join(agreement, planner)
    client = signed_in(make_member(Role.EXECUTIVE, area, organisation=own))
    base = f"/gebieden/{area.slug}/akkoord/geen-overeenstemming/{point.pk}/standpunt/"
    assert client.post(f"{base}{own.pk}/", {"words": "Wij niet.", "version": ""}).status_code == 302
    assert client.get(f"{base}{other.pk}/").status_code == 403
    assert "Wij niet." in client.get(f"/gebieden/{area.slug}/akkoord/geen-overeenstemming/").content.decode()


@pytest.mark.parametrize("points", [1, 3])
def test_page_asks_the_same_number_of_queries(
    area: Area, agreement: Agreement, planner: User, signed_in: Any, django_assert_num_queries: Any, points: int
) -> None:
    party = join(agreement, planner)
    for number in range(points):
        made = add_open_point(agreement=agreement, actor=planner, title=f"Punt {number}", text="B")
        state_on_open_point(point=made, organisation=party, actor=planner, source="Brief", version=0, words="Nee.")
    client = signed_in(planner)
    with django_assert_num_queries(8):
        client.get(f"/gebieden/{area.slug}/akkoord/geen-overeenstemming/")
