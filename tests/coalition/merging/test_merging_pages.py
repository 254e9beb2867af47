"""The pages on which people merge: choose, compare, confirm, undo."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from areas.enums import Role
from areas.models import Area, AreaOrganisation, Mandate, Organisation, Person, User
from coalition.merging.actions import merge_organisations
from coalition.models import Merge
from novex_portal.toolkit.ids import uuid7
from tests.factories import make_conversation, make_member, make_organisation, make_statement

SignIn = Callable[[User], Client]
DAY = date(2026, 3, 2)


@pytest.fixture
def heerlen(area: Area) -> Organisation:
    return make_organisation("Gemeente Heerlen", area=area)


@pytest.fixture
def twin(area: Area) -> Organisation:
    return make_organisation("Gem. Heerlen", area=area)


@pytest.fixture
def at_work(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


def worker(organisation: Organisation, role: str = "Wethouder") -> Person:
    return Person.objects.create(organisation=organisation, role=role)


def address(one: Organisation, slug: str = "zuid-limburg") -> str:
    return reverse("organisation-merge", args=[slug, one.pk])


def sent(kept: Organisation | Person, gone: Organisation | Person, **more: Any) -> dict[str, Any]:
    return {"kept": kept.pk, "gone": gone.pk, "token": uuid7(), **more}


def test_the_name_that_resembles_most_stands_first(
    heerlen: Organisation, twin: Organisation, area: Area, at_work: Client
) -> None:
    for name in ("Waterschap Limburg", "Gemeente Heerde"):
        make_organisation(name, area=area)
    candidates = at_work.get(address(heerlen)).context["candidates"]
    assert candidates[0].name == "Gem. Heerlen"


def test_the_other_is_found_by_a_part_of_its_name(heerlen: Organisation, area: Area, at_work: Client) -> None:
    make_organisation("Stichting De Sigarenbandjes", area=area)
    candidates = at_work.get(address(heerlen), {"zoek": "sigaren"}).context["candidates"]
    assert [row.name for row in candidates] == ["Stichting De Sigarenbandjes"]


def test_a_planner_chooses_from_the_own_area_alone(heerlen: Organisation, other_area: Area, at_work: Client) -> None:
    make_organisation("Gemeente Heerle", area=other_area)
    assert at_work.get(address(heerlen)).context["candidates"] == []


def test_the_regieteam_chooses_from_everywhere(
    heerlen: Organisation, other_area: Area, programme_team: User, signed_in: SignIn
) -> None:
    make_organisation("Gemeente Heerle", area=other_area)
    candidates = signed_in(programme_team).get(address(heerlen)).context["candidates"]
    assert [row.name for row in candidates] == ["Gemeente Heerle"]


def test_side_by_side_tells_what_will_stand_there(
    heerlen: Organisation, twin: Organisation, area: Area, planner: User, at_work: Client
) -> None:
    talk = make_conversation(planner, area)
    make_statement(talk, heerlen), make_statement(talk, twin), make_statement(make_conversation(planner, area), twin)
    choice = {"met": str(twin.pk), "blijft": str(heerlen.pk)}
    lines = {line.label: line for line in at_work.get(address(heerlen), choice).context["lines"]}
    talks, said = lines["Gesprekken"], lines["Uitspraken"]
    assert (talks.kept, talks.gone, talks.result) == ("1", "2", "2")
    assert (said.kept, said.gone, said.result) == ("1", "2", "3")


def test_the_other_way_round_keeps_the_other(heerlen: Organisation, twin: Organisation, at_work: Client) -> None:
    response = at_work.get(address(heerlen), {"met": str(twin.pk), "blijft": str(twin.pk)})
    assert (response.context["kept_name"], response.context["gone_name"]) == ("Gem. Heerlen", "Gemeente Heerlen")


@pytest.mark.parametrize("start", ["heerlen", "twin"])
def test_the_one_with_more_conversations_stays_wherever_one_came_from(
    heerlen: Organisation, twin: Organisation, area: Area, planner: User, at_work: Client, start: str
) -> None:
    Mandate.objects.create(area=area, organisation=heerlen, person=worker(heerlen), subject="Water", valid_from=DAY)
    make_statement(make_conversation(planner, area), twin)
    one, other = (heerlen, twin) if start == "heerlen" else (twin, heerlen)
    context = at_work.get(address(one), {"met": str(other.pk)}).context
    assert context["kept_name"] == "Gem. Heerlen"
    assert ("Gesprekken", "1", "0") in [(line.label, line.kept, line.gone) for line in context["lines"]]


@pytest.mark.parametrize("start", ["heerlen", "twin"])
def test_without_conversations_the_one_with_more_of_the_rest_stays(
    heerlen: Organisation, twin: Organisation, at_work: Client, start: str
) -> None:
    worker(twin)
    one, other = (heerlen, twin) if start == "heerlen" else (twin, heerlen)
    assert at_work.get(address(one), {"met": str(other.pk)}).context["kept_name"] == "Gem. Heerlen"


def test_of_two_with_as_much_the_older_stays(heerlen: Organisation, twin: Organisation, at_work: Client) -> None:
    assert at_work.get(address(twin), {"met": str(heerlen.pk)}).context["kept_name"] == "Gemeente Heerlen"


def test_of_two_persons_the_richer_stays_too(area: Area, heerlen: Organisation, at_work: Client) -> None:
    poor, rich = worker(heerlen), worker(heerlen, "Wethouder RO")
    Mandate.objects.create(area=area, organisation=heerlen, person=rich, subject="Water", valid_from=DAY)
    url = reverse("person-merge", args=["zuid-limburg", poor.pk])
    assert at_work.get(url, {"met": str(rich.pk)}).context["kept_name"] == "Wethouder RO, Gemeente Heerlen"


def test_the_richer_one_of_elsewhere_can_stay(
    heerlen: Organisation, other_area: Area, programme_team: User, signed_in: SignIn
) -> None:
    rich = make_organisation("Gem. Heerlen", area=other_area)
    worker(rich)
    client = signed_in(programme_team)
    page = client.get(address(heerlen), {"met": str(rich.pk)})
    assert f'action="{address(heerlen)}"' in page.content.decode()
    data = sent(rich, heerlen)
    assert [client.post(address(heerlen), data).status_code for _ in range(2)] == [302, 302]
    heerlen.refresh_from_db()
    assert heerlen.merged_into == rich


def test_confirming_merges_and_tells_until_when(heerlen: Organisation, twin: Organisation, at_work: Client) -> None:
    response = at_work.post(address(heerlen), sent(heerlen, twin), follow=True)
    assert "Gem. Heerlen is samengevoegd met Gemeente Heerlen" in response.content.decode()
    twin.refresh_from_db()
    assert twin.merged_into == heerlen


def test_a_double_click_merges_once(heerlen: Organisation, twin: Organisation, at_work: Client) -> None:
    data = sent(heerlen, twin)
    statuses = [at_work.post(address(heerlen), data).status_code for _ in range(2)]
    assert (statuses, Merge.objects.count()) == ([302, 302], 1)


def test_a_colleague_who_is_later_is_told(
    heerlen: Organisation, twin: Organisation, area: Area, admin: User, at_work: Client
) -> None:
    merge_organisations(area=area, actor=admin, kept=heerlen, gone=twin)
    response = at_work.post(address(heerlen), sent(heerlen, twin))
    assert response.status_code == 422
    assert "is er niet (meer)" in response.content.decode()


@pytest.mark.parametrize("other", ["", "geen-id", "00000000-0000-0000-0000-000000000000"])
def test_rubbish_changes_nothing_and_says_so(heerlen: Organisation, other: str, at_work: Client) -> None:
    response = at_work.post(address(heerlen), {"kept": heerlen.pk, "gone": other, "token": uuid7()})
    assert response.status_code == 422
    assert Merge.objects.count() == 0


def test_an_organisation_of_another_area_is_refused_in_words(
    heerlen: Organisation, other_area: Area, at_work: Client
) -> None:
    foreign = make_organisation("Gemeente Deurne", area=other_area)
    response = at_work.post(address(heerlen), sent(heerlen, foreign))
    assert (response.status_code, Merge.objects.count()) == (422, 0)
    assert "doet niet mee in dit gebied" in response.content.decode()


def test_who_takes_part_elsewhere_too_gets_no_button(
    heerlen: Organisation, twin: Organisation, other_area: Area, at_work: Client
) -> None:
    AreaOrganisation.objects.create(area=other_area, organisation=twin)
    text = at_work.get(address(heerlen), {"met": str(twin.pk)}).content.decode()
    assert "doet ook mee in een ander gebied" in text
    assert "Voeg samen tot" not in text


def test_an_organisation_of_elsewhere_has_no_page_here(other_area: Area, at_work: Client) -> None:
    assert at_work.get(address(make_organisation(area=other_area))).status_code == 404


def test_persons_of_the_same_organisation_are_offered_first(
    heerlen: Organisation, twin: Organisation, at_work: Client
) -> None:
    one = Person.objects.create(organisation=heerlen, role="Wethouder ruimte")
    for organisation, role in ((twin, "Wethouder ruimte"), (heerlen, "Secretaris")):
        Person.objects.create(organisation=organisation, role=role)
    candidates = at_work.get(reverse("person-merge", args=["zuid-limburg", one.pk])).context["candidates"]
    assert [row.name for row in candidates] == ["Secretaris, Gemeente Heerlen", "Wethouder ruimte, Gem. Heerlen"]


def test_persons_are_compared_and_merged(heerlen: Organisation, at_work: Client) -> None:
    kept, gone = (Person.objects.create(organisation=heerlen, role=role) for role in ("Wethouder", "Wethouder RO"))
    url = reverse("person-merge", args=["zuid-limburg", kept.pk])
    assert "Wethouder RO" in at_work.get(url, {"met": str(gone.pk)}).content.decode()
    assert at_work.post(url, sent(kept, gone)).status_code == 302
    gone.refresh_from_db()
    assert gone.merged_into == kept


def test_the_list_offers_to_undo_for_a_day(
    heerlen: Organisation, twin: Organisation, area: Area, planner: User, at_work: Client
) -> None:
    done = merge_organisations(area=area, actor=planner, kept=heerlen, gone=twin)
    assert "Maak ongedaan" in at_work.get(reverse("merges", args=[area.slug])).content.decode()
    response = at_work.post(reverse("merge-undo", args=[area.slug, done.pk]), follow=True)
    assert "Gem. Heerlen staat weer op zichzelf" in response.content.decode()


def test_undoing_twice_shows_the_list_with_why_not(
    heerlen: Organisation, twin: Organisation, area: Area, planner: User, at_work: Client
) -> None:
    done = merge_organisations(area=area, actor=planner, kept=heerlen, gone=twin)
    url = reverse("merge-undo", args=[area.slug, done.pk])
    at_work.post(url)
    response = at_work.post(url)
    assert response.status_code == 409
    assert "al ongedaan gemaakt" in response.content.decode()


def test_a_member_sees_the_list_without_buttons(
    heerlen: Organisation, twin: Organisation, area: Area, planner: User, signed_in: SignIn
) -> None:
    merge_organisations(area=area, actor=planner, kept=heerlen, gone=twin)
    text = signed_in(make_member(Role.PARTICIPANT, area)).get(reverse("merges", args=[area.slug])).content.decode()
    assert "Gem. Heerlen" in text
    assert "Maak ongedaan" not in text


def test_a_merge_of_another_area_cannot_be_undone_here(
    other_area: Area, programme_team: User, at_work: Client
) -> None:
    kept, gone = make_organisation(area=other_area), make_organisation(area=other_area)
    done = merge_organisations(area=other_area, actor=programme_team, kept=kept, gone=gone)
    assert at_work.post(reverse("merge-undo", args=["zuid-limburg", done.pk])).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_more_rows(
    area: Area, planner: User, at_work: Client, number: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    for _ in range(number):
        kept, gone = make_organisation(area=area), make_organisation(area=area)
        merge_organisations(area=area, actor=planner, kept=kept, gone=gone)
    with django_assert_num_queries(4):
        at_work.get(reverse("merges", args=[area.slug]))


@pytest.mark.parametrize("number", [1, 3])
def test_choosing_costs_the_same_for_more_rows(
    area: Area, heerlen: Organisation, at_work: Client, number: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    for _ in range(number):
        make_organisation(area=area)
    with django_assert_num_queries(5):
        at_work.get(address(heerlen))
