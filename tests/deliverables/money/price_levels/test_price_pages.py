"""Price indices, and the investment agenda at another price level."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from areas.enums import Role
from areas.models import Area, Printout, User
from deliverables.money.price_levels.models import PriceSeries
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.money.factories import make_estimate, make_line, make_price_series
from tests.factories import make_member

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
FORM = {"name": "Bouwkosten", "source": "CBS", "factors": "2025: 1,03\n2026: 1,025"}


@pytest.fixture
def client(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


@pytest.fixture
def keeper(signed_in: SignIn) -> Client:
    return signed_in(make_member(Role.PROGRAMME_TEAM))


def words(answer: object) -> str:
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())  # type: ignore[attr-defined]


def mixed(area: Area) -> None:
    """A measure of ten million in prices of 2024 and two of its contributions in prices of 2026."""
    measure = make_measure(area, "W01")
    make_estimate(measure, 10_000_000, price_year=2024)
    make_line(measure, 4_000_000, price_year=2024, years={2027: 1_333_333, 2028: 2_666_667})
    make_line(measure, 3_000_000, asked=5_000_000)


def at(area: Area, name: str = "investments", year: object = 2026, series: object = None) -> str:
    return f"{reverse(name, args=[area.slug])}?naar={year}&reeks={series}"


def test_mixed_price_levels_become_one_by_an_index_that_is_named(area: Area, client: Client) -> None:
    mixed(area)
    series = make_price_series(name="Bouwkosten")
    assert "Er zijn bedragen van 2 soorten" in words(client.get(reverse("investments", args=[area.slug])))
    page = words(client.get(at(area, series=series.pk)))
    assert "Er zijn bedragen van" not in page
    assert (
        "Omgerekend naar prijspeil 2026 met “Bouwkosten” (bron: CBS, november 2026). Btw is niet omgerekend." in page
    )
    assert "Van prijspeil 2024: × 1,03 × 1,025." in page
    assert "€ 7,22 miljoen is hard, € 3,33 miljoen nog niet" in page  # 4,223 + 3 of 10,5575


def test_workbook_and_paper_are_of_the_price_level_of_the_page(area: Area, client: Client) -> None:
    mixed(area)
    series = make_price_series(name="Bouwkosten")
    page = words(client.get(at(area, series=series.pk)))
    assert f"{reverse('investments-xlsx', args=[area.slug])}?naar=2026&amp;reeks={series.pk}" in page
    book = load_workbook(BytesIO(client.get(at(area, "investments-xlsx", series=series.pk)).getvalue()))
    assert list(book["Per maatregel"].values)[-1][3:5] == (10_557_500, 7_223_000)
    assert "× 1,03 × 1,025" in str(list(book["Omrekening"].values))
    client.post(at(area, "investments-print", series=series.pk))
    paper = Printout.objects.get().html
    assert "10.557.500,00" in paper
    assert "Van prijspeil 2024: × 1,03 × 1,025." in paper


def test_what_the_index_does_not_reach_stays_apart_and_is_said(area: Area, client: Client) -> None:
    mixed(area)
    page = words(client.get(at(area, series=make_price_series({2026: "1.025"}).pk)))
    assert "Prijspeil 2024 staat apart: in deze reeks ontbreekt de factor van 2025." in page
    assert "Er zijn bedragen van 2 soorten" in page


@pytest.mark.parametrize(
    ("year", "message"), [("ooit", "van 2000 tot en met 2100"), ("1", "van 2000"), ("", "van 2000")]
)
def test_wrong_year_is_said_and_amounts_stay_as_they_are(area: Area, client: Client, year: str, message: str) -> None:
    mixed(area)
    page = words(client.get(at(area, year=year, series=make_price_series().pk)))
    assert message in page
    assert "Omgerekend" not in page
    gone = words(client.get(at(area, series="weg")))
    assert "Deze prijsindex is er niet meer" in gone


def test_index_is_kept_by_the_team_and_read_by_everybody(area: Area, client: Client, keeper: Client) -> None:
    assert "Er is nog geen prijsindex" in words(client.get(reverse("price-series", args=[area.slug])))
    new = reverse("price-series-new", args=[area.slug])
    assert keeper.post(new, FORM).status_code == 302
    assert keeper.post(new, FORM | {"name": "BOUWKOSTEN"}).status_code == 422
    page = words(client.get(reverse("price-series", args=[area.slug])))
    assert "2025: 1,03" in page
    series = PriceSeries.objects.get()
    edit = reverse("price-series-edit", args=[area.slug, series.pk])
    assert "2026: 1,025" in keeper.get(edit).content.decode()
    other = FORM | {"version": "1", "factors": "2026: 1,04"}
    assert [keeper.post(edit, other).status_code for _ in range(2)] == [302, 409]
    assert [str(row.factor) for row in series.factors.all()] == ["1.040000"]
    assert client.get(edit).status_code == 403
    keeper.post(reverse("price-series-remove", args=[area.slug, series.pk]), {"version": "2"})
    assert not PriceSeries.objects.exists()


@pytest.mark.parametrize("fields", [{"name": ""}, {"factors": ""}, {"factors": "2026: 1.025"}, {"factors": "\n \n"}])
def test_wrong_index_is_said_and_what_was_typed_stays(area: Area, keeper: Client, fields: dict[str, str]) -> None:
    page = keeper.post(reverse("price-series-new", args=[area.slug]), FORM | {"source": "Mijn bron"} | fields)
    assert page.status_code == 422
    assert "Mijn bron" in page.content.decode()
    assert not PriceSeries.objects.exists()


def test_converting_asks_no_more_for_more_indices(area: Area, client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:  # fmt: skip
    mixed(area)
    for _ in range(2):
        series = make_price_series()
        with django_assert_num_queries(12):
            client.get(at(area, series=series.pk))
