"""All factsheets beside each other, and what changed in them between two moments."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from areas.factsheet.enums import FactsheetHeading
from areas.models import Area, FactsheetSection, User
from deliverables.photos.actions import take_photo, take_photos
from deliverables.photos.models import FactsheetPhoto
from novex_portal.toolkit.ids import uuid7
from tests.deliverables.makers import make_checkpoint
from tests.factories import make_area, make_challenge

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
SHEETS = "/overzicht/factsheets/"
COMPARE = f"{SHEETS}verschil/"
TAKE = f"{SHEETS}fotos/"


@pytest.fixture
def team(signed_in: SignIn, programme_team: User) -> Client:
    return signed_in(programme_team)


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().replace("\xa0", " ").replace("\xad", "").split())


def photo_of(area: Area, **fields: Any) -> FactsheetPhoto:
    return take_photo(area=area, **{"label": "Ijkmoment", "actor": None, "moment": timezone.now(), **fields})


def fill(area: Area, heading: str, text: str, **fields: Any) -> None:
    FactsheetSection.objects.update_or_create(
        area=area, heading=heading, defaults={"text": text, "source": "Panorama", **fields}
    )


def test_table_says_how_high_each_heading_flies_in_number_and_word(team: Client, area: Area) -> None:
    fill(area, FactsheetHeading.STATE, "Wij zijn begonnen.")
    page = text_of(team.get(SHEETS))
    assert '3 <span class="height__word">compleet</span>' in page
    assert '0 <span class="height__word">leeg</span>' in page
    assert "1 van 9" in page


def test_member_sees_their_own_areas_alone(signed_in: SignIn, planner: User, area: Area, other_area: Area) -> None:
    for address in (SHEETS, f"{SHEETS}?kop=hoofdopgave", COMPARE):
        assert "De Peel" not in text_of(signed_in(planner).get(address))


def test_auditor_is_refused(signed_in: SignIn, auditor: User) -> None:
    assert {signed_in(auditor).get(address).status_code for address in (SHEETS, COMPARE)} == {403}


def test_heights_can_be_sorted_by_number_name_and_height(team: Client) -> None:
    made = [make_area(slug, name=name, number=number) for slug, name, number in (("b", "Bee", 1), ("a", "Aa", 2))]
    fill(made[1], FactsheetHeading.STATE, "Klaar.")
    for order, first in (("nummer", "Bee"), ("naam", "Aa"), ("hoogte", "Aa"), ("onzin", "Bee")):
        page = text_of(team.get(f"{SHEETS}?volgorde={order}"))
        assert page.index(f">{first}</a>") == min(page.index(">Aa</a>"), page.index(">Bee</a>"))


def test_one_heading_of_all_areas_can_be_read(team: Client, area: Area, other_area: Area) -> None:
    for place, text in ((area, "Hellingen en beken."), (other_area, "Droogte en mest.")):
        fill(place, FactsheetHeading.FRICTIONS, text)
        fill(place, FactsheetHeading.STATE, "Iets anders.")
    page = text_of(team.get(f"{SHEETS}?kop=schuurpunten"))
    assert "Hellingen en beken." in page
    assert "Droogte en mest." in page
    assert "Iets anders." not in page


def test_heading_that_does_not_exist_gives_the_table(team: Client, area: Area) -> None:
    assert "Hoe compleet is elke kop?" in text_of(team.get(f"{SHEETS}?kop=onzin"))


@pytest.mark.parametrize("query", ["", "?kop=hoofdopgave"])
def test_sixteen_factsheets_cost_as_many_queries_as_one(
    team: Client, django_assert_num_queries: Any, query: str
) -> None:
    for count in (1, 15):
        for number in range(count):
            make_challenge(make_area(f"gebied-{count}-{number}"))
        with django_assert_num_queries(12):
            team.get(SHEETS + query)


def test_comparison_of_all_counts_changed_headings_per_area(team: Client, area: Area, other_area: Area) -> None:
    first, second = (
        make_checkpoint(area, other_area, name=name, days=days) for name, days in (("Een", 1), ("Twee", 2))
    )
    for place in (area, other_area):
        photo_of(place, checkpoint=first)
    fill(area, FactsheetHeading.FRICTIONS, "Water tegen wonen.")
    for place in (area, other_area):
        photo_of(place, checkpoint=second)
    page = text_of(team.get(f"{COMPARE}?van={first.pk}&tot={second.pk}"))
    assert "In 1 van de 2 gebieden is iets veranderd." in page
    assert "1 van 9 koppen" in page
    assert "Ruimtelijke schuurpunten" in page
    assert '<ins><span class="vh">[nieuw:] </span>Water tegen wonen.</ins>' in page


def test_words_of_then_and_now_stand_side_by_side(team: Client, area: Area) -> None:
    fill(area, FactsheetHeading.FRICTIONS, "Water tegen wonen.")
    photo_of(area, checkpoint=make_checkpoint(area, name="Eerste"))
    fill(area, FactsheetHeading.FRICTIONS, "Water tegen natuur.")
    page = text_of(team.get(COMPARE))
    pair = page[page.index('<div class="pair">') :]
    assert pair.index("Eerste") < pair.index("wonen</del>") < pair.index(">Nu<") < pair.index("natuur</ins>")


@pytest.mark.parametrize(("number", "opened"), [(3, 3), (4, 0)])
def test_areas_stand_open_when_at_most_three_changed(team: Client, number: int, opened: int) -> None:
    areas = [make_area(f"gebied-{rank}") for rank in range(number)]
    checkpoint = make_checkpoint(*areas, name="Eerste")
    for place in areas:
        photo_of(place, checkpoint=checkpoint)
        make_challenge(place)
    page = text_of(team.get(COMPARE))
    assert page.count('class="why why--printed change"') == number
    assert page.count('class="why why--printed change" open') == opened


def test_comparison_of_all_without_a_choice_is_of_the_last_two_moments(team: Client, area: Area) -> None:
    for number in range(3):
        photo_of(area, checkpoint=make_checkpoint(area, name=f"Moment {number}", days=number))
    assert "Factsheets, Moment 1 en Moment 2" in text_of(team.get(COMPARE))


def test_one_moment_is_compared_with_now(team: Client, area: Area) -> None:
    photo_of(area, checkpoint=make_checkpoint(area, name="Eerste"))
    make_challenge(area)
    page = text_of(team.get(COMPARE))
    assert "Factsheets, Eerste en nu" in page
    assert "In één gebied is iets veranderd." in page


def test_area_without_a_photo_of_the_moment_is_named(team: Client, area: Area, other_area: Area) -> None:
    photo_of(area, checkpoint=make_checkpoint(area, other_area, name="Eerste"))
    page = text_of(team.get(COMPARE))
    assert "Geen foto van Eerste" in page
    assert "Van 1 gebied ontbreekt een foto." in page


@pytest.mark.parametrize(
    "query", ["van=onzin&tot=nu", f"van={UUID(int=1)}&tot={UUID(int=2)}", "van=&tot=nu&x=1", "tot=x"]
)
def test_moment_that_is_no_moment_gets_a_message(team: Client, area: Area, query: str) -> None:
    photo_of(area, checkpoint=make_checkpoint(area))
    answer = team.get(f"{COMPARE}?{query}")
    assert answer.status_code == 200
    assert "Kies twee momenten uit de lijst." in text_of(answer)


def test_moment_of_areas_one_does_not_see_is_no_moment(
    signed_in: SignIn, planner: User, area: Area, other_area: Area
) -> None:
    foreign = make_checkpoint(other_area, name="Van een ander")
    photo_of(other_area, checkpoint=foreign)
    photo_of(area, checkpoint=make_checkpoint(area, name="Van ons"))
    page = text_of(signed_in(planner).get(f"{COMPARE}?van={foreign.pk}&tot=nu"))
    assert "Van een ander" not in page
    assert "Kies twee momenten uit de lijst." in page


def test_round_by_hand_can_be_compared_too(team: Client, area: Area, other_area: Area) -> None:
    take_photos(areas=[area, other_area], actor=None, label="Peildatum", moment=timezone.now())
    make_challenge(area)
    page = text_of(team.get(COMPARE))
    assert "Factsheets, Peildatum en nu" in page
    assert "In 1 van de 2 gebieden is iets veranderd." in page


def test_photo_by_hand_of_one_area_is_no_round_of_all(team: Client, area: Area, other_area: Area) -> None:
    photo_of(area, label="Alleen hier")
    assert "Alleen hier" not in text_of(team.get(COMPARE))


def test_photos_of_a_removed_checkpoint_can_still_be_compared(team: Client, area: Area, other_area: Area) -> None:
    checkpoint = make_checkpoint(area, other_area, name="Weg")
    take_photos(areas=[area, other_area], actor=None, label="Weg", checkpoint=checkpoint, moment=timezone.now())
    checkpoint.delete()
    assert "Factsheets, Weg en nu" in text_of(team.get(COMPARE))


@pytest.mark.parametrize(("tot", "queries"), [("", 6), ("nu", 15)])
def test_comparison_of_all_costs_the_same_for_one_and_for_sixteen(
    team: Client, django_assert_num_queries: Any, tot: str, queries: int
) -> None:
    for count in (1, 15):
        areas = [make_area(f"gebied-{count}-{number}") for number in range(count)]
        first, last = (make_checkpoint(*areas, name=f"{count} {name}", days=count + name) for name in range(2))
        for checkpoint in (first, last):
            take_photos(areas=areas, actor=None, label="Foto", checkpoint=checkpoint, moment=timezone.now())
            make_challenge(areas[0], f"Opgave {checkpoint}")
        with django_assert_num_queries(queries):
            team.get(f"{COMPARE}?van={first.pk}&tot={tot or last.pk}")


def test_team_takes_photos_of_all_areas_once(team: Client, area: Area, other_area: Area, programme_team: User) -> None:
    data = {"token": str(uuid7()), "label": "Peildatum"}
    assert {team.post(TAKE, data)["Location"] for _ in range(2)} == {COMPARE}
    assert (
        list(FactsheetPhoto.objects.values_list("label", "number", "taken_by"))
        == [("Peildatum", 1, programme_team.pk)] * 2
    )


def test_photos_without_a_name_get_a_message(team: Client, area: Area) -> None:
    answer = team.post(TAKE, {"token": str(uuid7())})
    assert answer.status_code == 422
    assert "Geef de foto een naam" in text_of(answer)


def test_member_of_one_area_takes_no_photos_of_all(signed_in: SignIn, admin: User, area: Area) -> None:
    assert signed_in(admin).post(TAKE, {"token": str(uuid7()), "label": "Alles"}).status_code == 403
    assert "Maak foto’s" not in text_of(signed_in(admin).get(COMPARE))
