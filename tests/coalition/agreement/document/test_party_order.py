"""The order of the parties, their groups, and what stands before the first article: pages and actions."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from areas.models import Area, User
from coalition.agreement.document.actions.agreements import open_agreement, rename_agreement
from coalition.agreement.document.actions.chapters import add_chapter, rename_chapter
from coalition.agreement.document.actions.parties import add_party, change_party, group_parties, move_party
from coalition.agreement.document.enums import ChapterKind, PartyRole
from coalition.agreement.document.queries import party_rows
from coalition.models import Agreement, AgreementParty
from novex_portal.toolkit.problems import Conflict
from tests.factories import make_organisation

SignIn = Callable[[User], Client]


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


@pytest.fixture
def client_of_planner(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


def add(agreement: Agreement, planner: User, *names: str, **words: Any) -> list[AgreementParty]:
    return [
        add_party(
            agreement=agreement, actor=planner, organisation=make_organisation(name, area=agreement.area), **words
        )
        for name in names
    ]


def order(agreement: Agreement, planner: User) -> list[str]:
    return [f"{row.number} {row.party.organisation}" for row in party_rows(agreement, planner)]


def test_parties_stand_in_the_order_they_came(agreement: Agreement, planner: User) -> None:
    add(agreement, planner, "Zuid", "Noord")
    assert order(agreement, planner) == ["1 Zuid", "2 Noord"]


def test_party_moves_among_those_of_its_role(agreement: Agreement, planner: User) -> None:
    *_, last = add(agreement, planner, "A", "B", "C")
    add(agreement, planner, "D", role=PartyRole.SUPPORTER)
    move_party(party=last, actor=planner, places=-2)
    assert order(agreement, planner) == ["1 C", "2 A", "3 B", "0 D"]


def test_last_party_does_not_move_down(agreement: Agreement, planner: User) -> None:
    *_, last = add(agreement, planner, "A", "B")
    move_party(party=last, actor=planner, places=1)
    assert order(agreement, planner) == ["1 A", "2 B"]


def test_party_that_is_gone_cannot_be_moved(agreement: Agreement, planner: User) -> None:
    party, _ = add(agreement, planner, "A", "B")
    AgreementParty.objects.filter(pk=party.pk).delete()
    with pytest.raises(Conflict):
        move_party(party=party, actor=planner, places=1)


def test_party_with_another_role_becomes_the_last_there(agreement: Agreement, planner: User) -> None:
    first, _ = add(agreement, planner, "A", "B")
    change_party(party=first, actor=planner, version=1, role=PartyRole.SUPPORTER)
    change_party(party=first, actor=planner, version=2, role=PartyRole.SIGNATORY)
    assert order(agreement, planner) == ["1 B", "2 A"]


def groups(agreement: Agreement) -> list[str]:
    return list(agreement.parties.order_by("number").values_list("group", flat=True))


def test_group_gets_another_name_and_loses_who_is_not_chosen(agreement: Agreement, planner: User) -> None:
    a, b, c = add(agreement, planner, "A", "B", "C")
    group_parties(agreement=agreement, actor=planner, name="het Rijk", chosen=[a.pk, b.pk])
    group_parties(agreement=agreement, actor=planner, name="Rijk", was="het Rijk", chosen=[b.pk, c.pk])
    assert groups(agreement) == ["", "Rijk", "Rijk"]


def test_new_group_leaves_another_of_that_name_as_it_is(agreement: Agreement, planner: User) -> None:
    a, b = add(agreement, planner, "A", "B")
    for party in (a, b):
        group_parties(agreement=agreement, actor=planner, name="het Rijk", chosen=[party.pk])
    assert groups(agreement) == ["het Rijk", "het Rijk"]


def test_date_of_a_mandate_asks_for_the_mandate(agreement: Agreement, planner: User) -> None:
    (party,) = add(agreement, planner, "A")
    with pytest.raises(IntegrityError):
        AgreementParty.objects.filter(pk=party.pk).update(mandate_on="2026-12-01")


def test_only_an_annex_lies_on_its_side(agreement: Agreement, planner: User) -> None:
    body = rename_chapter(chapter=agreement.chapters.all()[0], actor=planner, title="Wie", is_landscape=True)
    annex = add_chapter(agreement=agreement, actor=planner, title="Kaart", kind=ChapterKind.ANNEX)
    annex = rename_chapter(chapter=annex, actor=planner, title="Kaart", is_landscape=True)
    assert (body.is_landscape, annex.is_landscape) == (False, True)


def test_title_that_somebody_else_changed_is_a_conflict(agreement: Agreement, planner: User) -> None:
    rename_agreement(agreement=agreement, actor=planner, version=1, title="Een")
    with pytest.raises(Conflict):
        rename_agreement(agreement=agreement, actor=planner, version=1, title="Twee")


# --- Pages ----------------------------------------------------------------------------------------
def address(name: str, agreement: Agreement, *args: object) -> str:
    return reverse(name, args=[agreement.area.slug, *args])


def test_party_is_moved_by_a_button(agreement: Agreement, planner: User, client_of_planner: Client) -> None:
    _, last = add(agreement, planner, "A", "B")
    client_of_planner.post(address("agreement-party-move", agreement, last.pk), {"to": "up"})
    assert order(agreement, planner) == ["1 B", "2 A"]


def test_group_is_made_on_the_page_and_stands_in_the_list(
    agreement: Agreement, planner: User, client_of_planner: Client
) -> None:
    a, b = add(agreement, planner, "A", "B")
    page = address("agreement-party-order", agreement)
    client_of_planner.post(page, {"name": "het Rijk", "chosen": [str(a.pk), str(b.pk)]})
    assert "partijen 1 en 2 hierna samen te noemen: het Rijk;" in client_of_planner.get(page).content.decode()


def test_group_without_a_name_is_told(agreement: Agreement, client_of_planner: Client) -> None:
    response = client_of_planner.post(address("agreement-party-order", agreement), {"name": ""})
    assert response.status_code == 422
    assert "bijvoorbeeld: het Rijk" in response.content.decode()


def test_party_of_another_akkoord_joins_no_group(
    agreement: Agreement, other_area: Area, planner: User, client_of_planner: Client
) -> None:
    (strange,) = add(open_agreement(area=other_area, actor=planner), planner, "Elders")
    data = {"name": "het Rijk", "chosen": [str(strange.pk)]}
    assert client_of_planner.post(address("agreement-party-order", agreement), data).status_code == 422
    assert groups(strange.agreement) == [""]


@pytest.mark.parametrize("count", [1, 3])
def test_order_costs_the_same_for_any_number(
    agreement: Agreement, planner: User, client_of_planner: Client, count: int, django_assert_num_queries: Any
) -> None:
    add(agreement, planner, *(f"P{number}" for number in range(count)))
    client_of_planner.get(address("agreement-party-order", agreement))
    with django_assert_num_queries(6):
        client_of_planner.get(address("agreement-party-order", agreement))


def post_party(client: Client, party: AgreementParty, **fields: object) -> tuple[int, str]:
    data = {"role": party.role, "version": 1, **fields}
    response = client.post(address("agreement-party-edit", party.agreement, party.pk), data)
    return response.status_code, response.content.decode()


def test_page_of_a_party_says_how_it_stands_in_the_document(
    agreement: Agreement, planner: User, client_of_planner: Client
) -> None:
    (party,) = add(agreement, planner, "Vaals", deciding_body="Het college", signatories="wethouder\nburgemeester")
    page = client_of_planner.get(address("agreement-party-edit", agreement, party.pk)).content.decode()
    assert "Het college, namens deze: wethouder en burgemeester, hierna te noemen: Vaals" in page


def test_functions_are_kept_a_line_each(agreement: Agreement, planner: User, client_of_planner: Client) -> None:
    (party,) = add(agreement, planner, "Vaals")
    assert post_party(client_of_planner, party, signatories=" wethouder \r\n\r\nburgemeester")[0] == 302
    party.refresh_from_db()
    assert party.functions == ("wethouder", "burgemeester")


@pytest.mark.parametrize("wrong", ["w" * 151, "\n".join(["wethouder"] * 13)])
def test_too_long_a_list_of_functions_is_told_and_kept(
    agreement: Agreement, planner: User, client_of_planner: Client, wrong: str
) -> None:
    (party,) = add(agreement, planner, "Vaals")
    status, page = post_party(client_of_planner, party, signatories=wrong)
    assert (status, "ten hoogste 12" in page, wrong in page) == (422, True, True)


def test_date_without_a_mandate_is_told(agreement: Agreement, planner: User, client_of_planner: Client) -> None:
    (party,) = add(agreement, planner, "Vaals")
    status, page = post_party(client_of_planner, party, mandate_on="03-12-2026")
    assert (status, "Vul in welk besluit het is" in page) == (422, True)


def post_opening(client: Client, agreement: Agreement, **fields: object) -> tuple[int, str]:
    data = {"title": "Akkoord", "version": 1, "citation_title": "", "preamble": "", **fields}
    response = client.post(address("agreement-rename", agreement), data)
    return response.status_code, response.content.decode()


def test_considerations_stand_before_the_first_article(agreement: Agreement, client_of_planner: Client) -> None:
    typed = "Overwegende dat:\r\nde Maas stijgt;\r\npartijen samenwerken,"
    assert post_opening(client_of_planner, agreement, preamble=typed)[0] == 302
    page = client_of_planner.get(address("agreement", agreement)).content.decode()
    assert page.index("de Maas stijgt;") < page.index("komen het volgende overeen:") < page.index('id="hoofdstuk-1"')


def test_considerations_refer_only_to_what_is_there(agreement: Agreement, client_of_planner: Client) -> None:
    status, page = post_opening(client_of_planner, agreement, preamble="Zie [[artikel 9.9]].")
    assert (status, "staat niet in dit akkoord" in page, "Zie [[artikel 9.9]]." in page) == (422, True, True)


def test_considerations_of_a_colleague_stand_beside_ones_own(
    agreement: Agreement, planner: User, client_of_planner: Client
) -> None:
    rename_agreement(agreement=agreement, actor=planner, version=1, title="Akkoord", preamble="Van de ander.")
    status, page = post_opening(client_of_planner, agreement, preamble="Van mij.")
    assert (status, "Van de ander." in page, "Van mij." in page) == (409, True, True)


def test_what_stands_out_in_considerations_is_told_before_they_are_saved(
    agreement: Agreement, client_of_planner: Client
) -> None:
    data = {"title": "Akkoord", "version": 1, "citation_title": "", "preamble": "Overwegende 日本 dat het kan."}
    first = client_of_planner.post(address("agreement-rename", agreement), data)
    assert (first.status_code, "Let op bij deze tekst" in first.content.decode()) == (422, True)
    seen = data | {"told_seen": first.context["told_mark"]}
    assert client_of_planner.post(address("agreement-rename", agreement), seen).status_code == 302


def test_considerations_are_tried_without_saving(agreement: Agreement, client_of_planner: Client) -> None:
    status, page = post_opening(client_of_planner, agreement, preamble="1. Een.", do="preview")
    assert (status, '<span class="law__nr">1.</span>' in page) == (200, True)
    agreement.refresh_from_db()
    assert not agreement.preamble


def test_numbers_of_considerations_are_made_to_count_on(agreement: Agreement, client_of_planner: Client) -> None:
    _, page = post_opening(client_of_planner, agreement, preamble="1. Een.\n3. Drie.", do="renumber")
    assert "2. Drie." in page
