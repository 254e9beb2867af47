"""The pages of moving a measure: first which dates, then what they do, then a choice. Nothing is saved before that."""

from collections.abc import Callable
from datetime import date
from html import unescape
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from pytest_django import DjangoAssertNumQueries

from areas.enums import Role
from areas.models import Area, User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.models import DateProposal, PlanBatch
from novex_portal.toolkit.ids import uuid7
from tests.deliverables.agenda.factories import make_deadline, make_dependency, make_example, make_measure
from tests.factories import make_member, make_organisation

pytestmark = pytest.mark.django_db
type Rows = dict[str, Measure]
SignIn = Callable[[User], Client]


@pytest.fixture
def rows(area: Area, other_area: Area, planner: User) -> Rows:
    return make_example(area, other_area)


@pytest.fixture
def client(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


def address(measure: Measure, **asked: str) -> str:
    url = reverse("measure-move", args=[measure.area.slug, measure.pk])
    return f"{url}?{urlencode(asked)}" if asked else url


def look(client: Client, measure: Measure, **asked: str) -> str:
    return unescape(client.get(address(measure, **asked)).content.decode()).replace("\xa0", " ")


def words(page: str) -> str:
    return " ".join(page.split())


def save(client: Client, measure: Measure, do: str, **given: str) -> tuple[int, str]:
    """Look at the dates, and press a button of what is shown."""
    asked = {"begin": "04-01-2027", "eind": "28-09-2028"}
    context = client.get(address(measure, **asked)).context
    filled = {**asked, "seen": context["preview"].reckoned.mark, "reason": "Grond is laat", "token": str(uuid7())}
    response = client.post(address(measure), {**filled, "do": do, **given})
    return response.status_code, response.content.decode()


def test_preview_says_what_moves_what_breaks_and_who_is_asked(client: Client, rows: Rows) -> None:
    page = words(look(client, rows["W02"], begin="04-01-2027", eind="28-09-2028"))
    assert "2 maatregelen schuiven mee, beide over hun uiterste datum" in page
    assert "na ZL-W02, plus 20 werkdagen" in page
    assert "+53 dagen" in page
    assert "ZL-W05 is 42 dagen te laat." in page
    assert "De Peel krijgt een verzoek." in page
    assert "Een maatregel in De Peel" in page
    assert "Maatregel P04" not in page
    assert "3 maatregelen krijgen nieuwe datums, De Peel een verzoek." in page
    assert "ZL-N01 blijft staan." in page
    assert not PlanBatch.objects.exists()


def test_preview_offers_the_latest_end_that_keeps_every_last_day(client: Client, rows: Rows) -> None:
    page = words(look(client, rows["W02"], begin="04-01-2027", eind="28-09-2028"))
    assert '48 dagen later klaar zijn, tot en met <strong class="nb">17-08-2028</strong>' in page
    assert "?begin=04-01-2027&eind=17-08-2028" in page
    assert "te laat" not in words(look(client, rows["W02"], begin="04-01-2027", eind="17-08-2028"))


def test_pinned_measure_and_the_edited_one_that_begins_too_soon_are_said(client: Client, rows: Rows) -> None:
    Measure.objects.filter(pk=rows["W05"].pk).update(is_pinned=True, pin_reason="Wettelijke datum")
    page = words(look(client, rows["W02"], begin="01-12-2026", eind="28-09-2028"))
    assert "ZL-W05 ligt vast op 28-02-2031, kan niet voor 11-04-2031." in page
    assert "Wettelijke datum" in page
    assert "ZL-W02 past niet meer na ZL-W01." in page
    assert "Hij kan niet beginnen voor 19-12-2026." in page


def test_weekend_is_a_notice_and_earlier_is_listed(client: Client, rows: Rows) -> None:
    page = words(look(client, rows["W01"], begin="12-01-2026", eind="16-02-2027"))
    assert "ZL-W02 eindigt in het weekend, op zondag 13-08-2028." in page
    assert "ZL-N01 begint op een vrije dag, op maandag 17-05-2027." in page
    page = words(look(client, rows["W01"], begin="12-01-2026", eind="18-11-2026"))
    assert "ZL-W02 kan eerder beginnen, vanaf 19-11-2026." in page
    assert "Niets anders in dit gebied schuift mee" in page


@pytest.mark.parametrize(
    ("asked", "end"),
    [
        ({"begin": "04-02-2027", "eind": ""}, "31-07-2028"),
        ({"begin": "04-01-2027", "eind": "30-06-2028", "duur": "18", "eenheid": "maand"}, "03-07-2028"),
        ({"begin": "04-01-2027", "eind": "Q4 2028"}, "Q4 2028"),
    ],
)
def test_end_is_typed_or_follows_from_how_long_it_takes(
    client: Client, rows: Rows, asked: dict[str, str], end: str
) -> None:
    context = client.get(address(rows["W02"], **asked)).context
    assert str(context["preview"].reckoned.dates.end) == end


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"begin": "04-01-2029", "eind": "01-01-2028"}, "Het einde ligt voor het begin"),
        ({"begin": "04-01-0022", "eind": "2028"}, "tussen 2000 en 2100"),
        ({"begin": "straks", "eind": "2028"}, "Dit is geen datum"),
        ({"begin": "2027", "eind": "2029", "duur": "6"}, "niet allebei"),
        ({"begin": "2027", "duur": "100.000"}, "van 1 tot en met 1.200"),
    ],
)
def test_dates_that_make_no_sense_are_refused_and_stay_typed(
    client: Client, rows: Rows, asked: dict[str, str], said: str
) -> None:
    response = client.get(address(rows["W02"], **asked))
    assert response.status_code == 422
    assert said in response.content.decode()
    assert f'value="{asked["begin"]}"' in response.content.decode()


def test_three_buttons_do_three_things(client: Client, rows: Rows) -> None:
    assert save(client, rows["W02"], "no")[0] == 302
    assert not PlanBatch.objects.exists()
    assert save(client, rows["W02"], "only")[0] == 302
    assert PlanBatch.objects.get().changes.count() == 1


def test_pushing_leads_to_what_moved_and_back_again(client: Client, rows: Rows) -> None:
    assert save(client, rows["W02"], "push")[0] == 302
    batch = PlanBatch.objects.get()
    page = words(client.get(reverse("plan-batch", args=["zuid-limburg", batch.pk])).content.decode())
    assert "3 maatregelen kregen andere datums" in page
    assert "Draai alles terug" in page
    assert client.post(reverse("plan-batch", args=["zuid-limburg", batch.pk])).status_code == 302
    rows["W03"].refresh_from_db()
    assert rows["W03"].end == date(2030, 12, 20)


def test_undo_that_comes_too_late_leads_to_a_preview_of_the_old_dates(client: Client, rows: Rows) -> None:
    save(client, rows["W02"], "push")
    rows["W03"].refresh_from_db()
    rows["W03"].write_over(rows["W03"].version, title="Anders")
    url = reverse("plan-batch", args=["zuid-limburg", PlanBatch.objects.get().pk])
    page = unescape(client.get(url).content.decode())
    assert "Intussen is gewijzigd: ZL-W03." in page
    assert f"{address(rows['W02'])}?begin=04-01-2027&eind=30-06-2028" in page
    assert client.post(url).status_code == 422


def test_reason_is_asked_for_and_dates_stay(client: Client, rows: Rows) -> None:
    status, page = save(client, rows["W02"], "push", reason="")
    assert status == 422
    assert "Schrijf op waarom de datums veranderen" in page
    assert 'name="eind" value="28-09-2028"' in page


def test_what_changed_meanwhile_brings_the_preview_back_with_the_reason(client: Client, rows: Rows) -> None:
    status, page = save(client, rows["W02"], "push", seen="oud")
    assert status == 409
    assert "Intussen is er iets veranderd" in page
    assert "Grond is laat" in page
    mark = client.get(address(rows["W02"], begin="04-01-2027", eind="28-09-2028")).context["preview"].reckoned.mark
    assert f'name="seen" value="{mark}"' in page


def test_dates_that_were_tampered_with_lead_back_to_the_form(client: Client, rows: Rows) -> None:
    assert save(client, rows["W02"], "push", begin="niets")[0] == 422
    assert not PlanBatch.objects.exists()


def test_lead_proposes_and_may_not_save(rows: Rows, area: Area, signed_in: SignIn, client: Client) -> None:
    board = make_organisation("Waterschap", area=area)
    rows["W02"].party_links.create(organisation=board, part="trekker")
    lead = signed_in(make_member(Role.PARTICIPANT, area, organisation=board))
    page = look(lead, rows["W02"], begin="04-01-2027", eind="28-09-2028")
    assert "Stel deze datums voor" in page
    assert "Schuif wat botst" not in page
    assert save(lead, rows["W02"], "push")[0] == 403
    assert save(lead, rows["W02"], "propose")[0] == 302
    made = DateProposal.objects.get()
    there = reverse("date-proposal", args=[area.slug, made.pk])
    assert "Trek" in lead.get(there).content.decode()
    assert client.post(there, {"do": "withdraw"}).status_code == 403
    assert lead.post(there, {"do": "withdraw"}).status_code == 302
    assert DateProposal.objects.get().state == "ingetrokken"


def test_planning_group_sees_what_a_proposal_does_and_takes_it_over(client: Client, rows: Rows, planner: User) -> None:
    save(client, rows["W02"], "propose")
    made = DateProposal.objects.get()
    page = look(client, rows["W02"], voorstel=str(made.pk))
    assert "Voorstel van" in page
    status, _ = save(client, rows["W02"], "push", voorstel=str(made.pk))
    assert (status, DateProposal.objects.filter(state="overgenomen").count()) == (302, 1)


def test_planning_group_declines_with_words(client: Client, rows: Rows) -> None:
    save(client, rows["W02"], "propose")
    there = reverse("date-proposal", args=["zuid-limburg", DateProposal.objects.get().pk])
    assert client.post(there, {"version": "1"}).status_code == 422
    assert client.post(there, {"version": "1", "answer": "Het geld vervalt."}).status_code == 302
    assert client.post(there, {"version": "1", "answer": "Nog eens."}).status_code == 409
    assert "Het geld vervalt." in client.get(there).content.decode()


def test_key_of_no_proposal_is_no_proposal(client: Client, rows: Rows) -> None:
    for key in ("x", str(uuid7())):
        assert "Welke datums?" in look(client, rows["W02"], voorstel=key)


def test_who_hears_of_it_is_named_and_who_cannot_too(client: Client, rows: Rows, area: Area) -> None:
    board, bond = make_organisation("Waterschap", area=area), make_organisation("Bond", area=area)
    make_member(Role.PARTICIPANT, area, organisation=board)
    for code, party in (("W02", board), ("W03", board), ("W05", bond)):
        rows[code].party_links.create(organisation=party, part="trekker")
    told = client.get(address(rows["W02"], begin="04-01-2027", eind="28-09-2028")).context["preview"].told
    found = [(row.name, row.why, row.people) for row in told]
    assert found == [
        ("Bond", "trekker van ZL-W05", 0),
        ("Waterschap", "trekker van ZL-W02 en ZL-W03", 1),
        ("De Peel", "verzoek bij één maatregel", 0),
    ]


@pytest.mark.parametrize("number", [1, 3, 40])
def test_preview_costs_the_same_however_long_the_chain(
    area: Area, planner: User, client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    chain = [make_measure(area, f"W{100 + place}") for place in range(number + 1)]
    party = make_organisation(area=area)
    for before, after in pairwise(chain):
        make_dependency(before, after)
        make_deadline(after, date(2028, 1, 1))
        after.party_links.create(organisation=party, part="trekker")
    with django_assert_num_queries(15):
        page = client.get(address(chain[0], begin="04-01-2027", eind="01-06-2028"))
    assert len(page.context["preview"].rows) == number + 1
