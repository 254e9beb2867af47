"""The pages of photos: the list, one photo, and what differs between two moments of one factsheet."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.models import Area, User
from deliverables.photos.actions import take_photo
from deliverables.photos.models import FactsheetPhoto
from novex_portal.toolkit.ids import uuid7
from tests.deliverables.makers import make_checkpoint
from tests.factories import make_challenge

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
LIST = "/gebieden/zuid-limburg/factsheet/fotos/"
COMPARE = f"{LIST}verschil/"


@pytest.fixture
def client_of_planner(signed_in: SignIn, planner: User) -> Client:
    return signed_in(planner)


def photo_of(area: Area, label: str = "Voorjaar", **fields: Any) -> FactsheetPhoto:
    return take_photo(area=area, label=label, **{"actor": None, "moment": timezone.now(), **fields})


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().replace("\xa0", " ").split())


def test_list_says_who_took_it_and_of_which_checkpoint(client_of_planner: Client, area: Area, planner: User) -> None:
    checkpoint = make_checkpoint(area)
    photo_of(area, "Tweede ijkmoment", checkpoint=checkpoint)
    photo_of(area, "Met de hand", actor=planner)
    page = text_of(client_of_planner.get(LIST))
    assert "automatisch" in page
    assert str(planner) in page
    assert f"/ijkmomenten/{checkpoint.pk}/" in page


def test_list_costs_the_same_for_one_and_for_three(
    client_of_planner: Client, area: Area, django_assert_num_queries: Any
) -> None:
    photo_of(area)
    with django_assert_num_queries(5):
        client_of_planner.get(LIST)
    for label in ("Zomer", "Herfst"):
        photo_of(area, label, checkpoint=make_checkpoint(area, name=label))
    with django_assert_num_queries(5):
        client_of_planner.get(LIST)


def test_list_leaves_the_texts_where_they_are(
    client_of_planner: Client, area: Area, django_assert_num_queries: Any
) -> None:
    photo_of(area)
    with django_assert_num_queries(5) as captured:
        client_of_planner.get(LIST)
    assert not any('"snapshot"' in query["sql"] for query in captured.captured_queries)


def test_planner_takes_a_photo(client_of_planner: Client, area: Area, planner: User) -> None:
    answer = client_of_planner.post(f"{LIST}maken/", {"token": str(uuid7()), "label": "Voor het BO"})
    assert answer["Location"] == f"{LIST}1/"
    assert FactsheetPhoto.objects.get().taken_by == planner


@pytest.mark.parametrize("with_checkpoint", [False, True])
def test_double_click_takes_one_photo(client_of_planner: Client, area: Area, with_checkpoint: bool) -> None:
    data = {"token": str(uuid7()), "label": "Voor het BO"}
    data |= {"checkpoint": str(make_checkpoint(area).pk)} if with_checkpoint else {}
    assert {client_of_planner.post(f"{LIST}maken/", data)["Location"] for _ in range(2)} == {f"{LIST}1/"}


def test_photo_without_a_name_gets_a_message(client_of_planner: Client, area: Area) -> None:
    answer = client_of_planner.post(f"{LIST}maken/", {"token": str(uuid7()), "label": " "})
    assert answer.status_code == 422
    assert "Geef de foto een naam" in text_of(answer)


def test_checkpoint_of_another_area_cannot_be_chosen(client_of_planner: Client, area: Area, other_area: Area) -> None:
    foreign = make_checkpoint(other_area)
    data = {"token": str(uuid7()), "label": "Voor het BO", "checkpoint": str(foreign.pk)}
    answer = client_of_planner.post(f"{LIST}maken/", data)
    assert answer.status_code == 422
    assert not FactsheetPhoto.objects.exists()


def test_second_photo_of_one_checkpoint_gets_a_message(client_of_planner: Client, area: Area) -> None:
    checkpoint = make_checkpoint(area)
    photo_of(area, checkpoint=checkpoint)
    data = {"token": str(uuid7()), "label": "Nog een", "checkpoint": str(checkpoint.pk)}
    answer = client_of_planner.post(f"{LIST}maken/", data)
    assert answer.status_code == 422
    assert "Van dit ijkmoment is er al een foto: nummer 1." in text_of(answer)


def test_executive_is_offered_no_button(signed_in: SignIn, executive: User, area: Area) -> None:
    assert "Maak een foto</button>" not in text_of(signed_in(executive).get(LIST))


def test_photo_shows_what_stood_there_and_that_it_is_intact(client_of_planner: Client, area: Area) -> None:
    challenge = make_challenge(area, "Water vasthouden")
    photo = photo_of(area)
    challenge.delete()
    page = text_of(client_of_planner.get(f"{LIST}1/"))
    assert "Water vasthouden" in page
    assert photo.sha256 in page
    assert "Klopt met de SHA-256" in page


def test_page_of_a_checkpoint_leads_to_its_photo(client_of_planner: Client, area: Area) -> None:
    checkpoint = make_checkpoint(area)
    address = f"/gebieden/zuid-limburg/ijkmomenten/{checkpoint.pk}/"
    assert "Foto van de factsheet" not in text_of(client_of_planner.get(address))
    photo_of(area, checkpoint=checkpoint)
    assert f'href="{LIST}1/"' in text_of(client_of_planner.get(address))


def test_photo_that_is_not_there_is_not_found(client_of_planner: Client, area: Area) -> None:
    assert client_of_planner.get(f"{LIST}7/").status_code == 404
    assert client_of_planner.get(f"{LIST}99999999999999999999/").status_code == 404


def test_photo_of_another_area_is_not_found(client_of_planner: Client, area: Area, other_area: Area) -> None:
    photo_of(other_area)
    assert client_of_planner.get(f"{LIST}1/").status_code == 404


def test_comparison_shows_words_that_went_and_came(client_of_planner: Client, area: Area) -> None:
    challenge = make_challenge(area, "Water vasthouden op de helling")
    photo_of(area)
    challenge.title = "Water vasthouden in het dal"
    challenge.save()
    page = text_of(client_of_planner.get(f"{COMPARE}?van=1&tot=nu"))
    assert "1 van de 9 koppen is veranderd: hoofdopgave." in page
    assert '<del><span class="vh">[vervalt:] </span>op de helling</del>' in page
    assert '<ins><span class="vh">[nieuw:] </span>in het dal</ins>' in page


def test_comparison_of_two_photos_puts_the_older_one_first(client_of_planner: Client, area: Area) -> None:
    photo_of(area)
    make_challenge(area, "Water vasthouden")
    photo_of(area)
    forth, back = (text_of(client_of_planner.get(f"{COMPARE}?van={van}&tot={tot}")) for van, tot in ((1, 2), (2, 1)))
    assert forth.split("<main")[1] == back.split("<main")[1]
    assert "[nieuw:] </span>Water vasthouden</ins>" in forth


def test_comparison_without_a_choice_is_the_latest_photo_and_now(client_of_planner: Client, area: Area) -> None:
    photo_of(area)
    photo_of(area)
    assert "Foto 2 en nu" in text_of(client_of_planner.get(COMPARE))


def test_comparison_says_when_nothing_changed(client_of_planner: Client, area: Area) -> None:
    photo_of(area)
    assert "Er is niets veranderd: alle koppen zijn gelijk." in text_of(
        client_of_planner.get(f"{COMPARE}?van=1&tot=nu")
    )


@pytest.mark.parametrize(
    "query", ["van=7&tot=nu", "van=1&tot=99999999999999999999", "van=-1&tot=x", "van=é&tot=", "tot=3", "van=²&tot=nu"]
)
def test_number_that_is_no_photo_gets_a_message(client_of_planner: Client, area: Area, query: str) -> None:
    photo_of(area)
    answer = client_of_planner.get(f"{COMPARE}?{query}")
    assert answer.status_code == 200
    assert "Deze foto is er niet. Kies twee momenten uit de lijst." in text_of(answer)


@pytest.mark.parametrize("query", ["van=1&tot=1", "van=nu&tot=nu"])
def test_same_moment_twice_gets_a_message(client_of_planner: Client, area: Area, query: str) -> None:
    photo_of(area)
    assert "U koos twee keer hetzelfde moment" in text_of(client_of_planner.get(f"{COMPARE}?{query}"))


def test_comparison_without_photos_says_so(client_of_planner: Client, area: Area) -> None:
    assert "Er valt dus nog niets te vergelijken" in text_of(client_of_planner.get(COMPARE))


@pytest.mark.parametrize(("tot", "queries"), [("2", 5), ("nu", 14)])
def test_comparison_costs_the_same_for_few_and_for_many_photos_and_rows(
    client_of_planner: Client, area: Area, django_assert_num_queries: Any, tot: str, queries: int
) -> None:
    for count in (1, 3):
        for number in range(count):
            make_challenge(area, f"Opgave {count} {number}")
            photo_of(area)
            photo_of(area)
        with django_assert_num_queries(queries):
            client_of_planner.get(f"{COMPARE}?van=1&tot={tot}")
