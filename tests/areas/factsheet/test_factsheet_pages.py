"""The pages of the factsheet, as people use them; the client knows no JavaScript."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from areas.area.enums import MilestoneState
from areas.factsheet.actions.factsheets import save_heading
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.rules.rows import ChallengeRow
from areas.models import (
    Area,
    Challenge,
    ContactPerson,
    Duo,
    FactsheetSection,
    Friction,
    Milestone,
    NationalProgramme,
    Person,
    ProgrammeContribution,
    User,
)
from areas.programmes.enums import GoalKind
from tests.factories import make_area, make_challenge, make_organisation

SignedIn = Callable[[User], Client]
ROOT = "/gebieden/zuid-limburg/factsheet/"
HTMX = {"HX-Request": "true"}


def post(client: Client, heading: str, **data: Any) -> Any:
    values = {"text": "Tekst.", "source": "Bron", "version": "0", **data}
    return client.post(f"{ROOT}{heading}/bewerken/", values, headers=values.pop("headers", {}))


def row(number: int, **fields: str) -> dict[str, str]:
    return {f"rij-{number}-{name}": value for name, value in fields.items()}


@pytest.fixture
def client_of_planner(planner: User, signed_in: SignedIn) -> Client:
    return signed_in(planner)


def test_page_has_all_nine_headings(client_of_planner: Client) -> None:
    page = client_of_planner.get(ROOT).content.decode()
    assert all(f'id="{heading.value}"' in page for heading in FactsheetHeading)


def test_empty_heading_invites_who_may_fill_it(
    client_of_planner: Client, participant: User, signed_in: SignedIn
) -> None:
    invitation = "Welke opgaven liften mee met de hoofdopgave?"
    assert invitation in client_of_planner.get(ROOT).content.decode()
    assert invitation not in signed_in(participant).get(ROOT).content.decode()


def test_saving_goes_back_to_the_heading(client_of_planner: Client) -> None:
    answer = post(client_of_planner, "stand-van-zaken")
    assert (answer.status_code, answer["Location"]) == (302, f"{ROOT}#stand-van-zaken")
    assert FactsheetSection.objects.get().text == "Tekst."


def test_htmx_gets_the_heading_and_the_contents_back(client_of_planner: Client) -> None:
    answer = post(client_of_planner, "stand-van-zaken", headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="kop-stand-van-zaken"' in page
    assert 'data-hx-swap-oob="true"' in page
    assert "<html" not in page


def test_htmx_gets_the_form_without_the_page(client_of_planner: Client) -> None:
    page = client_of_planner.get(f"{ROOT}hoofdopgave/bewerken/", headers=HTMX).content.decode()
    assert "<form" in page
    assert "<html" not in page


def test_page_of_one_heading_saves_back_to_the_factsheet(client_of_planner: Client) -> None:
    address = f"{ROOT}hoofdopgave/bewerken/"
    assert "data-hx-post" not in client_of_planner.get(address).content.decode()
    assert "data-hx-post" in client_of_planner.get(address, headers=HTMX).content.decode()


def test_percentage_may_be_written_with_its_sign(client_of_planner: Client) -> None:
    post(client_of_planner, "perspectief", percentage="95 %")
    assert FactsheetSection.objects.get().percentage == 95


def test_stopping_gives_the_heading_back(client_of_planner: Client) -> None:
    page = client_of_planner.get(f"{ROOT}?kop=hoofdopgave", headers=HTMX).content.decode()
    assert page.count("<section") == 1


def test_rows_are_added_changed_and_taken_away(client_of_planner: Client, area: Area) -> None:
    old, gone = make_challenge(area, "Wonen"), make_challenge(area, "Weg")
    rows = (
        row(0, id=str(old.pk), title="Wonen en werken", theme="wonen")
        | row(1, id=str(gone.pk), title="Weg", remove="on")
        | row(2, id="", title="Natuur", theme="natuur")
        | row(3, id="", title="", theme="")
    )
    post(client_of_planner, "hoofdopgave", **rows)
    assert [challenge.title for challenge in area.challenges.all()] == ["Wonen en werken", "Natuur"]


def test_more_rows_without_javascript_keep_what_was_typed(client_of_planner: Client) -> None:
    answer = post(client_of_planner, "hoofdopgave", add="1", **row(0, id="", title="Getypt"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="Getypt"' in page
    assert page.count("-title") > 3 * 3
    assert not Challenge.objects.exists()


def test_incomplete_row_says_what_is_missing(client_of_planner: Client) -> None:
    answer = post(client_of_planner, "programmas", **row(0, id="", text="Beekdal"))
    assert answer.status_code == 422
    assert "Kies een nationaal programma." in answer.content.decode()


def test_emptied_row_is_not_taken_away_by_accident(client_of_planner: Client, area: Area) -> None:
    old = make_challenge(area, "Wonen")
    assert post(client_of_planner, "hoofdopgave", **row(0, id=str(old.pk), title="")).status_code == 422


@pytest.mark.parametrize("typed", ["101", "-1", "veel", "9" * 400])
def test_wrong_percentage_is_said_at_the_field(client_of_planner: Client, typed: str) -> None:
    answer = post(client_of_planner, "perspectief", percentage=typed)
    assert answer.status_code == 422
    assert "van 0 tot en met 100" in answer.content.decode()


def test_percentage_stands_on_the_page(client_of_planner: Client) -> None:
    post(client_of_planner, "perspectief", percentage="95")
    assert '95<span class="figure__unit"> %' in client_of_planner.get(ROOT).content.decode()


def test_far_too_long_text_comes_back(client_of_planner: Client) -> None:
    answer = post(client_of_planner, "hoofdopgave", text="x" * 300_000)
    assert answer.status_code == 422
    assert "langer dan 20.000 tekens" in answer.content.decode()
    assert "x" * 300_000 in answer.content.decode()


def test_sign_that_cannot_be_stored_does_no_harm(client_of_planner: Client) -> None:
    assert post(client_of_planner, "hoofdopgave", text="Wa\x00ter").status_code in {302, 422}


@pytest.mark.parametrize("typed", ["31-12-1899", "1-1-2101", "maart 1850", "2-2-20000", "morgen"])
def test_day_that_cannot_be_meant_is_said_at_the_field(client_of_planner: Client, typed: str) -> None:
    answer = post(
        client_of_planner, "mijlpalen", **row(0, id="", text="Tekenen", on=typed, kind="mijlpaal", state="komt")
    )
    assert answer.status_code == 422
    assert not Milestone.objects.exists()


@pytest.mark.parametrize(("typed", "day", "is_month"), [
    ("31-10-2026", date(2026, 10, 31), False),
    ("oktober 2026", date(2026, 10, 1), True),
    ("10-2026", date(2026, 10, 1), True),
    ("31 okt 2026", date(2026, 10, 31), False),
])  # fmt: skip
def test_day_or_month_can_be_typed(client_of_planner: Client, typed: str, day: date, is_month: bool) -> None:
    post(client_of_planner, "mijlpalen", **row(0, id="", text="Tekenen", on=typed, kind="mijlpaal", state="komt"))
    found = Milestone.objects.get()
    assert (found.on, found.month_only) == (day, is_month)


def test_coming_milestone_whose_day_passed_is_said_to_be_late(client_of_planner: Client, area: Area) -> None:
    day = timezone.localdate() - timedelta(days=3)
    Milestone.objects.create(area=area, on=day, text="Tekenen", state=MilestoneState.COMING)
    assert "3 dagen te laat" in client_of_planner.get(ROOT).content.decode()


def test_friction_with_a_foreign_challenge_gets_a_clear_message(
    client_of_planner: Client, area: Area, other_area: Area
) -> None:
    own, foreign = make_challenge(area), make_challenge(other_area)
    answer = post(
        client_of_planner, "schuurpunten", **row(0, id="", first=str(own.pk), second=str(foreign.pk), text="X")
    )
    assert answer.status_code == 422
    assert "Kies een opgave van dit gebied." in answer.content.decode()


def test_friction_of_a_challenge_with_itself_gets_a_clear_message(client_of_planner: Client, area: Area) -> None:
    own = str(make_challenge(area).pk)
    answer = post(client_of_planner, "schuurpunten", **row(0, id="", first=own, second=own, text="X"))
    assert "schuurt niet met zichzelf" in answer.content.decode()


def test_row_of_another_area_changes_nothing(client_of_planner: Client, area: Area, other_area: Area) -> None:
    foreign = make_challenge(other_area, "Van hen")
    answer = post(client_of_planner, "hoofdopgave", **row(0, id=str(foreign.pk), title="Gekaapt"))
    assert answer.status_code == 422
    assert Challenge.objects.get().title == "Van hen"


def test_loser_of_two_gets_both_texts(client_of_planner: Client, area: Area) -> None:
    save_heading(
        area=area, heading="hoofdopgave", actor=None, version=0, text="Van de ander.", source="",
        rows=[ChallengeRow("Rij van de ander")],
    )  # fmt: skip
    answer = post(client_of_planner, "hoofdopgave", text="Van mij.", **row(0, id="", title="Rij van mij"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(words in page for words in ("Van de ander.", "Van mij.", "Rij van de ander", "Rij van mij"))
    assert 'name="version" value="1"' in page
    assert Challenge.objects.get().title == "Rij van de ander"


def test_double_click_saves_once(client_of_planner: Client) -> None:
    rows = row(0, id="", title="Wonen")
    assert [post(client_of_planner, "hoofdopgave", **rows).status_code for _ in range(2)] == [302, 302]
    assert Challenge.objects.count() == FactsheetSection.objects.get().version == 1


def test_contact_data_are_for_who_needs_them(
    area: Area, planner: User, participant: User, signed_in: SignedIn
) -> None:
    person = Person.objects.create(
        organisation=make_organisation(area=area), role="Wethouder", email="w@heerlen.example", phone="045 123"
    )
    ContactPerson.objects.create(area=area, person=person)
    assert "w@heerlen.example" in signed_in(planner).get(ROOT).content.decode()
    page = signed_in(participant).get(ROOT).content.decode()
    assert "Wethouder" in page
    assert "w@heerlen.example" not in page
    assert "045 123" not in page


def test_heading_nobody_knows_is_not_there(client_of_planner: Client) -> None:
    assert client_of_planner.get(f"{ROOT}toekomst/bewerken/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_history_tells_who_changed_what(client_of_planner: Client, area: Area) -> None:
    post(client_of_planner, "hoofdopgave", text="Eerst.", **row(0, id="", title="Wonen"))
    stored = str(area.challenges.get().pk)
    post(client_of_planner, "hoofdopgave", version="1", text="Toen.", **row(0, id=stored, title="Wonen en werken"))
    page = client_of_planner.get(f"{ROOT}hoofdopgave/geschiedenis/").content.decode()
    assert all(words in page for words in ("Eerst.", "Toen.", "Opgave “Wonen en werken”: opgave", "Planningsgroep"))


def test_new_duo_is_filled_in_and_the_old_one_stays_in_the_list(client_of_planner: Client, area: Area) -> None:
    old = Duo.objects.create(
        area=area, kind="rijk-regio", national_side="Minister", regional_side="Gedeputeerde",
        valid_from=date(2022, 1, 10),
    )  # fmt: skip
    values = {"national_side": "Minister van VRO", "regional_side": "Gedeputeerde", "valid_from": "2-7-2024"}
    answer = client_of_planner.post(f"{ROOT}duo/rijk-regio/", values | {"replaces": str(old.pk)})
    assert answer.status_code == 302
    page = client_of_planner.get(ROOT).content.decode().replace("\u00a0", " ")
    assert "Van 10 januari 2022 tot en met 1 juli 2024" in page
    assert "Minister van VRO" in page


def test_duo_from_before_the_old_one_is_said_at_the_field(client_of_planner: Client, area: Area) -> None:
    old = Duo.objects.create(
        area=area, kind="rijk-regio", national_side="Minister", regional_side="Gedeputeerde",
        valid_from=date(2022, 1, 10),
    )  # fmt: skip
    values = {"national_side": "Ander", "regional_side": "Ander", "valid_from": "1-1-2021", "replaces": str(old.pk)}
    answer = client_of_planner.post(f"{ROOT}duo/rijk-regio/", values)
    assert answer.status_code == 422
    assert "Het vorige duo begon op" in answer.content.decode()


def test_duo_on_an_old_page_is_a_conflict(client_of_planner: Client, area: Area) -> None:
    Duo.objects.create(
        area=area, kind="rijk-regio", national_side="Minister", regional_side="Gedeputeerde",
        valid_from=date(2022, 1, 10),
    )  # fmt: skip
    values = {"national_side": "Ander", "regional_side": "Ander", "valid_from": "1-1-2024", "replaces": ""}
    answer = client_of_planner.post(f"{ROOT}duo/rijk-regio/", values)
    assert answer.status_code == 409
    assert "intussen gewijzigd" in answer.content.decode()


def fill(area: Area, number: int) -> None:
    """Put so many rows under every heading."""
    programme = NationalProgramme.objects.get_or_create(name="Landelijk gebied", source="Brief")[0]
    for rank in range(number):
        first, second = make_challenge(area), make_challenge(area)
        Friction.objects.create(area=area, first=first, second=second, text="Ruimte")
        ProgrammeContribution.objects.create(area=area, programme=programme, goal_kind=GoalKind.CONCRETE, text="Beek")
        Milestone.objects.create(area=area, on=date(2026, 1, 1), text=f"Mijlpaal {rank}")
        person = Person.objects.create(organisation=make_organisation(area=area), role="Wethouder")
        ContactPerson.objects.create(area=area, person=person)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("below", "queries"),
    [
        ("", 12),
        ("schuurpunten/", 6),
        ("schuurpunten/bewerken/", 14),
        ("contactpersonen/bewerken/", 14),
        ("programmas/bewerken/", 14),
        ("hoofdopgave/geschiedenis/", 5),
        ("duo/rijk-regio/", 4),
    ],
)
def test_number_of_queries_does_not_grow(
    client_of_planner: Client, area: Area, number: int, below: str, queries: int
) -> None:
    fill(area, number)
    for rank in range(number):
        fill(make_area(f"elders-{rank}"), 1)
    with CaptureQueriesContext(connection) as captured:
        client_of_planner.get(ROOT + below)
    assert len(captured) == queries


@pytest.mark.parametrize(("number", "leads"), [(2, False), (3, True)])
def test_form_with_many_rows_leads_to_the_new_one(
    client_of_planner: Client, area: Area, number: int, leads: bool
) -> None:
    for rank in range(number):
        make_challenge(area, f"Opgave {rank}")
    page = client_of_planner.get(f"{ROOT}hoofdopgave/bewerken/").content.decode()
    assert ('href="#nieuw-hoofdopgave">Naar de nieuwe regel</a>' in page) is leads
    new = page[page.index('id="nieuw-hoofdopgave"') :]
    assert new.index(f"Opgave {number + 1}") < new.index("</legend>")


def test_row_the_browser_left_out_stays(client_of_planner: Client, area: Area) -> None:
    make_challenge(area, "Wonen")
    post(client_of_planner, "hoofdopgave", **row(7, id="", title="Natuur"))
    assert {challenge.title for challenge in area.challenges.all()} == {"Wonen", "Natuur"}
