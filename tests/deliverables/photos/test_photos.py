"""Photos of factsheets: frozen whole, numbered without gaps, once per area and ijkmoment."""

import threading
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone
from pytest_django import Settings

from areas.factsheet.rules.text import from_json, sha256_of
from areas.models import Area, User
from deliverables.checkpoints.actions import remove_checkpoint
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.photos.actions import take_due_photos, take_photo, take_photos
from deliverables.photos.models import FactsheetPhoto
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from tests.deliverables.makers import make_checkpoint, today
from tests.factories import make_area, make_challenge

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Europe/Amsterdam")


def at(hour: int, *, days: int = 0) -> datetime:
    """Return an instant so many days from today, at an hour in the Netherlands."""
    return datetime.combine(today() + timedelta(days=days), time(hour), tzinfo=ZONE)


def photo_of(area: Area, label: str = "Voorjaar", **fields: Any) -> FactsheetPhoto:
    return take_photo(area=area, label=label, **{"actor": None, "moment": timezone.now(), **fields})


def test_photo_holds_the_factsheet_as_it_was(area: Area) -> None:
    make_challenge(area, "Water vasthouden")
    photo = photo_of(area)
    area.challenges.update(title="Iets anders")
    text = from_json(FactsheetPhoto.objects.get().snapshot)
    assert text.under("hoofdopgave").lines[0].text == "Water vasthouden"
    assert sha256_of(text) == photo.sha256


def test_photos_are_numbered_per_area(area: Area, other_area: Area) -> None:
    assert [photo_of(place).number for place in (area, area, other_area, area)] == [1, 2, 1, 3]


def test_same_token_twice_gives_the_first_photo(area: Area) -> None:
    token = uuid7()
    assert photo_of(area, token=token) == photo_of(area, "Anders", token=token)
    assert FactsheetPhoto.objects.count() == 1


def test_photo_without_a_name_is_refused(area: Area) -> None:
    with pytest.raises(Problem, match="Geef de foto een naam"):
        photo_of(area, "  ")


def test_second_photo_of_one_checkpoint_is_refused(area: Area) -> None:
    checkpoint = make_checkpoint(area)
    photo_of(area, checkpoint=checkpoint)
    with pytest.raises(Problem, match="al een foto: nummer 1"):
        photo_of(area, checkpoint=checkpoint)


def test_checkpoint_of_another_area_is_refused(area: Area, other_area: Area) -> None:
    with pytest.raises(Problem, match="geldt niet voor Zuid-Limburg"):
        photo_of(area, checkpoint=make_checkpoint(other_area))


@pytest.mark.parametrize("change", [{"label": "Anders"}, {"snapshot": {}}, {"sha256": ""}, {"number": 9}])
def test_database_lets_nobody_change_a_photo(area: Area, change: dict[str, Any]) -> None:
    photo = photo_of(area)
    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
        FactsheetPhoto.objects.filter(pk=photo.pk).update(**change)


def test_database_lets_nobody_remove_a_photo(area: Area) -> None:
    photo_of(area)
    with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic():
        FactsheetPhoto.objects.all().delete()


def test_photo_stays_when_its_checkpoint_is_removed(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area)
    photo = photo_of(area, "Tweede ijkmoment", checkpoint=checkpoint)
    remove_checkpoint(checkpoint=checkpoint, actor=admin, version=1)
    photo.refresh_from_db()
    assert (photo.checkpoint, photo.label) == (None, "Tweede ijkmoment")


def test_photos_of_many_areas_bear_one_name(area: Area, other_area: Area, programme_team: User) -> None:
    token = uuid7()
    for _ in range(2):
        take_photos(
            areas=[area, other_area], actor=programme_team, label="Peildatum", moment=timezone.now(), token=token
        )
    assert list(FactsheetPhoto.objects.values_list("area__slug", "number", "label").order_by("area__slug")) == [
        ("de-peel", 1, "Peildatum"),
        ("zuid-limburg", 1, "Peildatum"),
    ]


def test_photos_of_a_checkpoint_leave_out_who_has_one(area: Area, other_area: Area) -> None:
    checkpoint = make_checkpoint(area, other_area)
    photo_of(area, checkpoint=checkpoint)
    both = {"areas": [area, other_area, make_area("groningen")], "actor": None, "checkpoint": checkpoint}
    made = take_photos(label="Rest", moment=timezone.now(), **both)
    assert [photo.area for photo in made] == [other_area]
    with pytest.raises(Problem, match="al een foto"):
        take_photos(label="Rest", moment=timezone.now(), **both)


def test_clock_takes_a_photo_of_every_area_on_the_day(area: Area, other_area: Area) -> None:
    checkpoint = make_checkpoint(area, other_area, days=0)
    assert take_due_photos(now=at(9)) == 2
    photos = FactsheetPhoto.objects.filter(checkpoint=checkpoint, taken_by=None, label="Tweede ijkmoment")
    assert {photo.area for photo in photos} == {area, other_area}


@pytest.mark.parametrize(
    ("hour", "days", "taken"),
    [(6, 0, 0), (7, 0, 1), (23, 0, 1), (23, -1, 0), (3, 1, 1), (12, 14, 1), (6, 15, 0), (12, 15, 0)],
)
def test_clock_waits_for_the_hour_and_catches_up_for_a_fortnight(
    area: Area, settings: Settings, hour: int, days: int, taken: int
) -> None:
    settings.REMINDER_HOUR = 7
    make_checkpoint(area, days=0)
    assert take_due_photos(now=at(hour, days=days)) == taken


@pytest.mark.parametrize("kind", [CheckpointKind.BOARD_MEETING, CheckpointKind.OWN])
def test_clock_takes_photos_of_ijkmomenten_alone(area: Area, kind: str) -> None:
    make_checkpoint(area, days=0, kind=kind)
    assert take_due_photos(now=at(9)) == 0


def test_clock_takes_each_photo_once(area: Area) -> None:
    make_checkpoint(area, days=0)
    make_checkpoint(area, days=-1, name="Eerste ijkmoment")
    assert [take_due_photos(now=at(9)) for _ in range(2)] == [2, 0]
    assert list(FactsheetPhoto.objects.order_by("number").values_list("number", "label")) == [
        (1, "Eerste ijkmoment"),
        (2, "Tweede ijkmoment"),
    ]


def test_clock_takes_what_nobody_took_by_hand(area: Area, other_area: Area) -> None:
    checkpoint = make_checkpoint(area, other_area, days=0)
    photo_of(area, "Met de hand", checkpoint=checkpoint)
    assert take_due_photos(now=at(9)) == 1


def test_sixteen_photos_cost_as_many_queries_as_one(django_assert_num_queries: Any) -> None:
    for count in (1, 16):
        areas = [make_area(f"gebied-{count}-{number}") for number in range(count)]
        make_checkpoint(*areas, days=0)
        with django_assert_num_queries(20):
            assert take_due_photos(now=at(9)) == count


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_take_each_photo_once() -> None:
    areas = [make_area(f"gebied-{number}") for number in range(3)]
    make_checkpoint(*areas, days=0)
    taken: list[int] = []
    _at_once(lambda: taken.append(take_due_photos(now=at(9))), times=2)
    assert sorted(taken) == [0, 3]


@pytest.mark.django_db(transaction=True)
def test_photos_taken_at_once_get_numbers_without_a_gap() -> None:
    area = make_area()
    _at_once(lambda: photo_of(area), times=4)
    assert sorted(FactsheetPhoto.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


@pytest.mark.django_db(transaction=True)
def test_double_click_at_once_takes_one_photo() -> None:
    area, token = make_area(), UUID(int=7)
    _at_once(lambda: photo_of(area, token=token), times=3)
    assert FactsheetPhoto.objects.count() == 1


def _at_once(work: Any, *, times: int) -> None:
    """Do the same in so many threads that all start together; an error in one of them is an error."""
    gate, errors = threading.Barrier(times), []

    def run() -> None:
        try:
            gate.wait(10)
            work()
        except Exception as error:  # noqa: BLE001 - shown below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert errors == []
