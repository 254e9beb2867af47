"""The pages of the money of an area, as somebody sees them who works with it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, Printout, User
from deliverables.agenda.measures.models import Measure
from deliverables.money.balance.models import BalanceRule
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import Estimate, FundingLine
from deliverables.money.funds.enums import Side
from deliverables.money.process_money.models import ProcessMoney
from tests.deliverables.agenda.factories import make_condition, make_measure
from tests.deliverables.money.factories import (
    make_estimate,
    make_fund,
    make_line,
    make_money_example,
    make_process_money,
)
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


@pytest.fixture
def client(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


def words(client: Client, name: str, *args: object, query: str = "") -> str:
    page = client.get(reverse(name, args=args) + query)
    assert page.status_code == 200
    return " ".join(page.content.decode().replace("\u00a0", " ").split())


def test_empty_area_leads_on(area: Area, client: Client) -> None:
    assert "Er zijn nog geen maatregelen" in words(client, "investments", area.slug)
    make_measure(area, "W01", title="Beek verbreden")
    assert "Begin bij een maatregel" in words(client, "investments", area.slug)


def test_page_tells_the_worked_example(area: Area, client: Client) -> None:
    measure = make_money_example(area)
    make_estimate(Measure.objects.get(code=f"{area.code}-L01"), None)
    page = words(client, "investments", area.slug)
    assert "€ 13 miljoen is hard, € 9 miljoen nog niet" in page
    assert "Prijspeil 2026, inclusief btw." in page
    assert "Hard geld: Rijk € 6 miljoen en regio € 5,5 miljoen, aandeel Rijk 52,2%" in page
    assert "Gevraagd € 10 miljoen, gekregen € 6 miljoen" in page
    assert "€ 4 miljoen wacht op ZL-L01." in page
    assert "heeft nog 11 dagen ruimte voor € 10 miljoen vervalt" in page
    assert "Het meeste geld valt in 2029" in page
    assert reverse("measure-money", args=[area.slug, measure.pk]) in page


def test_heading_says_how_many_costs_are_unknown_when_that_is_more_than_one_in_five(
    area: Area, client: Client
) -> None:
    make_money_example(area)
    page = words(client, "investments", area.slug)
    assert "Van 1 van de 2 maatregelen is nog niet bekend wat zij kosten" in page
    assert "1 maatregel zonder raming" in page


def test_two_bases_are_chosen_between_and_never_added(area: Area, client: Client) -> None:
    make_line(make_money_example(area), 9_000_000, price_year=2024, vat="onbekend")
    page = words(client, "investments", area.slug)
    assert "Er zijn bedragen van 2 soorten" in page
    assert "gemengd" in page
    assert "Prijspeil 2024, btw onbekend." in words(client, "investments", area.slug, query="?basis=2")
    assert "Prijspeil 2026, inclusief btw." in words(client, "investments", area.slug, query="?basis=999999999999")


def test_money_that_must_be_spent_before_the_end_is_said_to_lapse(area: Area, client: Client) -> None:
    measure = make_measure(area, "W03", end=date(2031, 2, 11))
    make_line(measure, 6_000_000, make_fund(area, "SPUK", spend_until=date(2030, 12, 31)))
    sentence = "ZL-W03: € 6 miljoen vervalt mogelijk: 42 dagen te laat."
    assert sentence in words(client, "investments", area.slug)
    assert "vervalt mogelijk: 42 dagen te laat" in words(client, "measure-money", area.slug, measure.pk)


def test_money_at_a_dropped_measure_counts_nowhere_and_is_said(area: Area, client: Client) -> None:
    make_estimate(make_measure(area, "W01"))
    make_line(make_measure(area, "W02", status="vervallen", drop_reason="Te duur"), 3_000_000)
    page = words(client, "investments", area.slug)
    assert "€ 3 miljoen staat nog bij een vervallen maatregel" in page
    assert "Van 1 maatregel is nog geen bron bekend." in page


def test_measure_page_tells_estimate_contributions_and_balance(area: Area, client: Client) -> None:
    measure = make_money_example(area)
    page = words(client, "measure-money", area.slug, measure.pk)
    assert "€ 9.000.000,00 is nog niet hard gedekt" in page
    assert "Voorwaarde niet vervuld" in page
    assert "als ZL-L01 loopt: niet begonnen" in page
    assert "Gevraagd: € 10.000.000,00" in page
    Measure.objects.filter(code="ZL-L01").update(status="loopt")
    assert "Voorwaarde vervuld" in words(client, "measure-money", area.slug, measure.pk)


@pytest.mark.parametrize(
    ("make", "heading"),
    [
        (lambda measure: None, "Nog niet bekend wat deze maatregel kost"),
        (lambda measure: make_estimate(measure, None), "Er is geen geld nodig"),
        (make_estimate, "Nog geen bron bekend"),
        (lambda measure: (make_estimate(measure, 5), make_line(measure, 6)), "Alles is gedekt met hard geld"),
        (lambda measure: (make_estimate(measure), make_line(measure, vat="onbekend")), "dus geen totaal"),
    ],
)
def test_measure_page_says_what_is_known_as_a_fact(area: Area, client: Client, make: Callable[[Measure], object], heading: str) -> None:  # fmt: skip
    measure = make_measure(area)
    make(measure)
    assert heading in words(client, "measure-money", area.slug, measure.pk)


ESTIMATE = {"amount": "22.000.000", "price_year": "2026", "vat": "inclusief", "as_of": "23-10-2026", "note": "Schets"}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"amount": "9" * 30}, "te groot"),
        ({"amount": "1,250.50"}, "Vul een bedrag in"),
        ({"amount": "-5"}, "nooit onder nul"),
        ({"amount": "1,555"}, "twee cijfers achter de komma"),
        ({"amount": ""}, "kruis aan dat er geen geld nodig is"),
        ({"amount": "NaN"}, "Vul een bedrag in"),
        ({"price_year": ""}, "van welk jaar de prijzen zijn"),
        ({"price_year": "1926"}, "van 2000 tot en met 2100"),
        ({"accuracy": "900"}, "van 0 tot en met 200"),
        ({"as_of": "01-01-2090"}, "tot en met vandaag"),
        ({"as_of": "01-01-1990"}, "vanaf 2000"),
        ({"needs_none": "on"}, "Kies één van de twee"),
    ],
)
def test_wrong_estimate_is_said_and_what_was_typed_stays(area: Area, client: Client, fields: dict[str, str], message: str) -> None:  # fmt: skip
    address = reverse("estimate-new", args=[area.slug, make_measure(area).pk])
    page = client.post(address, ESTIMATE | fields)
    assert page.status_code == 422
    assert message in page.content.decode()
    assert "Schets" in page.content.decode()
    assert not Estimate.objects.exists()


def test_estimate_and_no_money_needed_are_written_down(area: Area, client: Client) -> None:
    for fields in (ESTIMATE, {"needs_none": "on", "vat": "onbekend", "as_of": "24-10-2026"}):
        assert client.post(reverse("estimate-new", args=[area.slug, make_measure(area).pk]), fields).status_code == 302
    assert sorted(Estimate.objects.values_list("needs_none", flat=True)) == [False, True]


@pytest.fixture
def given(area: Area) -> dict[str, str]:
    fund = make_fund(area, side=Side.REGION)
    return {
        "measure": str(make_measure(area).pk), "fund": str(fund.pk), "contributor": str(make_organisation(area=area).pk),
        "amount": "6.000.000", "hardness": "indicatief", "price_year": "2026", "vat": "inclusief", "note": "Mijn uitleg",
        "years": "2028-2030",
    }  # fmt: skip


def test_contribution_is_written_down_with_its_years(area: Area, client: Client, given: dict[str, str]) -> None:
    assert client.post(reverse("contribution-new", args=[area.slug]), given).status_code == 302
    line = FundingLine.objects.get()
    assert [year.amount for year in line.years.all()] == [2_000_000] * 3


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"amount": "1.25.00"}, "Vul een bedrag in"),
        ({"asked": "-1"}, "nooit onder nul"),
        ({"years": "2028: 5.000.000"}, "1.000.000,00 te weinig"),
        ({"years": "ooit"}, "is niet te lezen"),
        ({"hardness": ""}, "Maak een keuze"),
        ({"hardness": "beschikt"}, "Vul in wie dit besloot"),
        ({"fund": "weg"}, "Deze keuze is er niet meer"),
        ({"measure": ""}, "Maak een keuze"),
    ],
)
def test_wrong_contribution_is_said_and_what_was_typed_stays(area: Area, client: Client, given: dict[str, str], fields: dict[str, str], message: str) -> None:  # fmt: skip
    page = client.post(reverse("contribution-new", args=[area.slug]), given | fields)
    assert page.status_code == 422
    assert message in page.content.decode().replace("\u00a0", " ")
    assert "Mijn uitleg" in page.content.decode()
    assert not FundingLine.objects.exists()


def test_two_conditions_at_once_are_refused(area: Area, client: Client, given: dict[str, str]) -> None:
    both = {"waits_for_measure": str(make_measure(area).pk), "waits_for_condition": str(make_condition(area).pk)}
    assert (
        "Kies één voorwaarde"
        in client.post(reverse("contribution-new", args=[area.slug]), given | both).content.decode()
    )


def test_form_takes_price_level_and_btw_of_the_estimate_along(area: Area, client: Client) -> None:
    measure = make_measure(area)
    make_estimate(measure, price_year=2031, vat="exclusief")
    page = words(client, "contribution-new", area.slug, query=f"?maatregel={measure.pk}")
    assert 'value="2031"' in page
    assert '<option value="exclusief" selected>' in page
    assert words(client, "contribution-new", area.slug, query="?maatregel=onzin")


def test_second_to_change_a_contribution_keeps_the_own_words(
    area: Area, client: Client, given: dict[str, str]
) -> None:
    line = make_line(make_measure(area), years={2028: 6_000_000})
    address = reverse("contribution-edit", args=[area.slug, line.pk])
    assert "2028: 6.000.000" in client.get(address).content.decode()
    assert client.post(address, given | {"version": "1", "note": "De eerste"}).status_code == 302
    second = client.post(address, given | {"version": "1", "note": "De tweede"})
    assert second.status_code == 409
    assert all(each in second.content.decode() for each in ("De eerste", "De tweede"))


def test_contribution_of_another_area_is_not_there(area: Area, other_area: Area, client: Client) -> None:
    line = make_line(make_measure(other_area))
    assert client.get(reverse("contribution-edit", args=[area.slug, line.pk])).status_code == 404
    assert client.get(reverse("measure-money", args=[area.slug, line.measure_id])).status_code == 404


def test_contribution_that_should_not_be_there_goes(area: Area, client: Client) -> None:
    line = make_line(make_measure(area))
    client.post(reverse("contribution-remove", args=[area.slug, line.pk]), {"version": "1"})
    assert not FundingLine.objects.exists()


def test_member_reads_and_writes_nothing(area: Area, participant: User, signed_in: SignIn) -> None:
    measure = make_money_example(area)
    page = words(signed_in(participant), "measure-money", area.slug, measure.pk)
    assert "Bijdrage toevoegen" not in page
    assert reverse("balance-rule", args=[area.slug]) not in page


RULE = {"version": "0", "hard_from": "gereserveerd", "low": "40", "high": "47,5"}


def test_rule_of_an_area_is_said_where_it_weighs(area: Area, client: Client) -> None:
    make_money_example(area)
    address = reverse("balance-rule", args=[area.slug])
    assert 'value="45"' in client.get(address).content.decode()
    assert client.post(address, RULE).status_code == 302
    page = words(client, "investments", area.slug)
    assert "Evenredig is 40% tot en met 47,5%." in page
    assert "Hard is vanaf “gereserveerd”" in page
    assert client.post(address, RULE | {"low": "41"}).status_code == 409
    assert BalanceRule.objects.get().low == 40


@pytest.mark.parametrize(
    "fields", [{"low": "60"}, {"high": "101"}, {"low": "45,55"}, {"hard_from": "wens"}, {"low": "veel"}]
)
def test_rule_that_is_none_is_refused(area: Area, client: Client, fields: dict[str, str]) -> None:
    assert client.post(reverse("balance-rule", args=[area.slug]), RULE | fields).status_code == 422
    assert not BalanceRule.objects.exists()


def test_process_money_is_told_per_year_and_what_of_it_is_hard(area: Area, client: Client) -> None:
    fund = make_fund(area)
    make_process_money(area, fund=fund, hardness=Hardness.GRANTED)
    make_process_money(area, fund=fund, hardness=Hardness.WITHDRAWN)
    form = {
        "year": "2027",
        "fund": str(fund.pk),
        "amount": "100.000",
        "hardness": "indicatief",
        "purpose": "Onderzoek",
    }
    assert client.post(reverse("process-money-new", args=[area.slug]), form).status_code == 302
    page = words(client, "process-money", area.slug)
    assert "2027: € 350.000" in page
    assert "Daarvan is € 250.000 hard." in page


def test_process_money_is_changed_once_and_taken_away(area: Area, client: Client) -> None:
    row = make_process_money(area)
    form = {
        "year": "2027",
        "fund": str(row.fund_id),
        "amount": "1",
        "hardness": "wens",
        "purpose": "Anders",
        "version": "1",
    }
    address = reverse("process-money-edit", args=[area.slug, row.pk])
    assert client.post(address, form | {"purpose": ""}).status_code == 422
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 409]
    client.post(reverse("process-money-remove", args=[area.slug, row.pk]), {"version": "2"})
    assert not ProcessMoney.objects.exists()


def test_workbook_holds_every_cent_and_every_contribution(area: Area, client: Client) -> None:
    make_money_example(area)
    answer = client.get(reverse("investments-xlsx", args=[area.slug]))
    book = load_workbook(BytesIO(answer.getvalue()))
    assert book.sheetnames == [
        "Per maatregel",
        "Per herkomst",
        "Per jaar",
        "Verplicht en betaald",
        "Verplicht en betaald per jaar",
        "Gevraagd en gekregen",
        "Bijdragen",
    ]
    whole = list(book["Per maatregel"].values)[-1]
    assert whole[2:7] == ("Samen", 22_000_000, 13_000_000, 2_500_000, 4_000_000)
    assert len(list(book["Bijdragen"].values)) == 7


def test_what_was_bound_and_paid_stands_beside_what_is_hard(area: Area, client: Client) -> None:
    measure = make_measure(area)
    make_estimate(measure)
    line = make_line(measure, spent={2025: (1_500_000, 900_000)})
    page = words(client, "investments", area.slug)
    assert "€ 1,5 miljoen is verplicht, € 900.000 betaald" in page
    assert "Van € 6 miljoen hard is € 4,5 miljoen nog niet verplicht." in page
    page = words(client, "measure-money", area.slug, measure.pk)
    assert "Verplicht in 2025: € 1.500.000,00" in page
    assert reverse("contribution-spending", args=[area.slug, line.pk]) in page


def test_nothing_is_said_of_spending_where_nobody_keeps_it(area: Area, client: Client) -> None:
    make_money_example(area)
    assert "is verplicht" not in words(client, "investments", area.slug)


def test_spending_is_written_down_once_and_the_second_hears_of_the_first(area: Area, client: Client) -> None:
    line = make_line(make_measure(area), spent={2024: (5, 5)})
    address = reverse("contribution-spending", args=[area.slug, line.pk])
    assert "2024: 5" in client.get(address).content.decode()
    form = {"version": "1", "committed": "2025: 1.500.000\n2026: 250,50", "paid": "2026: 900.000"}
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 409]
    spent = [(row.year, row.committed, row.paid) for row in line.spent.all()]
    assert spent == [(2025, 1_500_000, 0), (2026, Decimal("250.50"), 900_000)]
    history = words(client, "measure-money-history", area.slug, line.measure_id)
    assert "Besteding in 2026" in history
    assert client.post(address, {"version": "2"}).status_code == 302
    assert not line.spent.exists()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"paid": "2090: 5"}, "2090 moet nog komen"),
        ({"paid": "2026: " + "9" * 30}, "te groot"),
        ({"committed": "2026: 1,250.50"}, "is geen bedrag"),
        ({"committed": "2026: -5"}, "onder nul"),
        ({"committed": "2026: 5\n2026: 6"}, "staat er twee keer"),
        ({"committed": "ooit"}, "is niet te lezen"),
    ],
)
def test_wrong_spending_is_said_and_what_was_typed_stays(area: Area, client: Client, fields: dict[str, str], message: str) -> None:  # fmt: skip
    line = make_line(make_measure(area))
    form = {"version": "1", "committed": "2025: 77.777", "paid": "2025: 66.666"} | fields
    page = client.post(reverse("contribution-spending", args=[area.slug, line.pk]), form)
    assert page.status_code == 422
    assert all(each in page.content.decode() for each in (message, *form["committed"].split("\n"), form["paid"]))
    assert not line.spent.exists()


def test_contribution_of_which_something_was_paid_stays(area: Area, client: Client) -> None:
    line = make_line(make_measure(area), spent={2026: (0, 5)})
    client.post(reverse("contribution-remove", args=[area.slug, line.pk]), {"version": "1"})
    assert FundingLine.objects.filter(pk=line.pk).exists()


def test_paper_is_asked_for_once(area: Area, client: Client) -> None:
    make_money_example(area)
    answer = client.post(reverse("investments-print", args=[area.slug]))
    assert answer.status_code == 302
    assert "22.000.000,00" in Printout.objects.get().html


def test_pages_cost_the_same_for_one_measure_and_three(area: Area, client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:  # fmt: skip
    measure = make_measure(area)
    for _ in range(2):
        make_estimate(measure)
        make_line(measure, years={2028: 6_000_000}, spent={2026: (2, 1)}, waits_for_condition=make_condition(area))
        with django_assert_num_queries(11):
            client.get(reverse("investments", args=[area.slug]))
        with django_assert_num_queries(9):
            client.get(reverse("measure-money", args=[area.slug, measure.pk]))
        make_line(make_measure(area), waits_for_measure=measure)
        make_line(make_measure(area))
