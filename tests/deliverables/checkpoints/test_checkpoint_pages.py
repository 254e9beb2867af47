"""The pages of checkpoints and reminders, as their users meet them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, User
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint, Requirement
from deliverables.reminders.actions.sending import queue_due_reminders
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from tests.deliverables.makers import in_days, make_checkpoint
from tests.factories import make_member

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
LIST = "/gebieden/zuid-limburg/ijkmomenten/"


@pytest.fixture
def manager(signed_in: SignIn, admin: User) -> Client:
    return signed_in(admin)


def filled_in(**fields: Any) -> dict[str, Any]:
    return {
        "token": str(uuid7()),
        "name": "Derde ijkmoment",
        "kind": "ijkmoment",
        "date": f"{in_days(50):%d-%m-%Y}",
        "place": "",
        "requirements": "Perspectief\r\n- Agenda\r\n\r\nAgenda",
        **fields,
    }


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().replace("\xa0", " ").split())


def test_list_says_when_in_days_and_as_a_date_and_what_is_ready(manager: Client, area: Area) -> None:
    checkpoint = make_checkpoint(area, days=9, requirements=("Perspectief", "Agenda"))
    checkpoint.requirements.filter(text="Agenda").update(status=RequirementStatus.READY)
    page = text_of(manager.get(LIST))
    assert "nog 9 dagen" in page
    assert f'datetime="{checkpoint.date:%Y-%m-%d}"' in page
    assert "1 van 2 onderdelen klaar" in page


def test_what_was_not_ready_in_time_says_how_late_it_is(manager: Client, area: Area) -> None:
    make_checkpoint(area, days=-3, requirements=("Perspectief",))
    checkpoint = Checkpoint.objects.get()
    assert "3 dagen te laat" in text_of(manager.get(f"{LIST}{checkpoint.pk}/"))


def test_list_costs_the_same_for_one_and_for_three(
    manager: Client, area: Area, django_assert_num_queries: Any
) -> None:
    make_checkpoint(area, requirements=("Agenda",))
    with django_assert_num_queries(6):
        manager.get(LIST)
    make_checkpoint(area, name="Nog een", requirements=("Agenda",))
    make_checkpoint(area, name="En nog een", requirements=("Agenda", "Perspectief"))
    with django_assert_num_queries(6):
        manager.get(LIST)


def test_manager_makes_a_checkpoint(manager: Client, area: Area) -> None:
    response = manager.post(f"{LIST}nieuw/", filled_in())
    checkpoint = Checkpoint.objects.get()
    assert response["Location"] == f"{LIST}{checkpoint.pk}/"
    assert list(checkpoint.areas.all()) == [area]
    assert sorted(checkpoint.requirements.values_list("text", flat=True)) == ["Agenda", "Perspectief"]


def test_double_click_makes_one_checkpoint(manager: Client, area: Area) -> None:
    data = filled_in()
    manager.post(f"{LIST}nieuw/", data)
    manager.post(f"{LIST}nieuw/", data)
    assert Checkpoint.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", " ", "Vul een naam in"),
        ("date", "31-02-2027", "Vul een bestaande datum in"),
        ("date", "31-12-1999", "Klopt het jaar?"),
        ("date", "01-01-2226", "Klopt het jaar?"),
        ("kind", "feest", "Selecteer een geldige keuze"),
        ("requirements", "x" * 201, "Onderdeel 1 heeft 201 tekens"),
        ("requirements", "\n".join(map(str, range(31))), "Dit zijn er 31"),
    ],
)
def test_wrong_value_gets_a_message_and_keeps_the_rest(
    manager: Client, area: Area, field: str, value: str, message: str
) -> None:
    response = manager.post(f"{LIST}nieuw/", filled_in(place="Heerlen") | {field: value})
    assert response.status_code == 422
    assert message in response.content.decode()
    assert 'value="Heerlen"' in response.content.decode()


def test_area_one_does_not_manage_is_refused(signed_in: SignIn, admin: User, area: Area, other_area: Area) -> None:
    response = signed_in(admin).post(f"{LIST}nieuw/", filled_in(areas=[str(area.pk), str(other_area.pk)]))
    assert response.status_code == 302  # there was nothing to choose, so what came along is not looked at
    assert list(Checkpoint.objects.get().areas.all()) == [area]


def test_manager_of_two_areas_cannot_slip_in_a_third(
    signed_in: SignIn, programme_team: User, admin: User, area: Area, other_area: Area
) -> None:
    both = make_member(Role.AREA_ADMIN, area)
    make_member(Role.AREA_ADMIN, other_area)
    both.memberships.create(area=other_area, role=Role.AREA_ADMIN, valid_from=in_days(-9))
    response = signed_in(both).post(f"{LIST}nieuw/", filled_in(areas=[str(area.pk), str(uuid7())]))
    assert response.status_code == 422
    assert "waarvan u de ijkmomenten beheert" in response.content.decode()


def test_responsible_of_another_area_is_refused(
    signed_in: SignIn, programme_team: User, area: Area, stranger: User
) -> None:
    data = filled_in(areas=[str(area.pk)], responsibles=[str(stranger.pk)])
    response = signed_in(programme_team).post("/ijkmomenten/nieuw/", data)
    assert response.status_code == 422
    assert "Geen lid van de gekozen gebieden" in response.content.decode()


def test_programme_team_makes_one_for_several_areas(
    signed_in: SignIn, programme_team: User, area: Area, other_area: Area
) -> None:
    data = filled_in(areas=[str(area.pk), str(other_area.pk)])
    assert signed_in(programme_team).post("/ijkmomenten/nieuw/", data).status_code == 302
    assert Checkpoint.objects.get().areas.count() == 2


def test_manager_of_one_area_may_not_move_it_for_another(manager: Client, area: Area, other_area: Area) -> None:
    checkpoint = make_checkpoint(area, other_area)
    assert manager.get(f"{LIST}{checkpoint.pk}/bewerken/").status_code == 403
    assert manager.post(f"{LIST}{checkpoint.pk}/verwijderen/").status_code == 403


def test_manager_of_one_area_says_how_far_their_own_part_is(manager: Client, area: Area, other_area: Area) -> None:
    checkpoint = make_checkpoint(area, other_area, requirements=("Agenda",))
    mine, theirs = (checkpoint.requirements.get(area=where) for where in (area, other_area))
    for requirement in (mine, theirs):
        manager.post(f"/gebieden/zuid-limburg/klaar/{requirement.pk}/", {"status": "klaar"})
    assert list(Requirement.objects.filter(status="klaar")) == [mine]


def test_checkpoint_of_another_area_is_not_found(manager: Client, other_area: Area) -> None:
    checkpoint = make_checkpoint(other_area)
    assert manager.get(f"{LIST}{checkpoint.pk}/").status_code == 404


def test_second_of_two_sees_both_texts(manager: Client, area: Area) -> None:
    checkpoint = make_checkpoint(area)
    address = f"{LIST}{checkpoint.pk}/bewerken/"
    manager.post(address, filled_in(version="1", name="Van de eerste"))
    response = manager.post(address, filled_in(version="1", name="Van de tweede"))
    assert response.status_code == 409
    assert "Van de eerste" in response.content.decode()
    assert 'value="Van de tweede"' in response.content.decode()


def test_second_of_two_can_save_after_looking(manager: Client, area: Area) -> None:
    checkpoint = make_checkpoint(area)
    address = f"{LIST}{checkpoint.pk}/bewerken/"
    manager.post(address, filled_in(version="1", name="Van de eerste"))
    page = manager.post(address, filled_in(version="1", name="Van de tweede")).content.decode()
    assert 'name="version" value="2"' in page
    assert manager.post(address, filled_in(version="2", name="Van de tweede")).status_code == 302


def test_edit_page_says_what_moving_does(manager: Client, area: Area) -> None:
    checkpoint = make_checkpoint(area)
    assert "Dan schuiven 7 herinneringen mee" in text_of(manager.get(f"{LIST}{checkpoint.pk}/bewerken/"))


def test_removing_asks_first(manager: Client, area: Area) -> None:
    address = f"{LIST}{make_checkpoint(area).pk}/verwijderen/"
    assert "7 herinneringen gaan niet meer uit" in text_of(manager.get(address))
    manager.post(address, {"version": "1"})
    assert not Checkpoint.objects.exists()


def test_all_checkpoints_can_be_narrowed_to_one_area(
    signed_in: SignIn, programme_team: User, area: Area, other_area: Area
) -> None:
    make_checkpoint(area, name="Hier")
    make_checkpoint(other_area, name="Daar")
    page = signed_in(programme_team).get("/ijkmomenten/?gebied=de-peel").content.decode()
    assert "Daar" in page
    assert "Hier" not in page


def test_members_see_only_checkpoints_of_their_own_areas(
    signed_in: SignIn, executive: User, area: Area, other_area: Area
) -> None:
    make_checkpoint(area, name="Hier")
    make_checkpoint(other_area, name="Daar")
    page = signed_in(executive).get("/ijkmomenten/").content.decode()
    assert "Hier" in page
    assert "Daar" not in page


def test_links_of_a_shared_checkpoint_lead_into_ones_own_area(manager: Client, area: Area, other_area: Area) -> None:
    Area.objects.filter(pk=other_area.pk).update(number=1)  # the other area comes first
    checkpoint = make_checkpoint(area, other_area)
    for address in ("/ijkmomenten/", "/herinneringen/"):
        page = manager.get(address).content.decode()
        assert f"{LIST}{checkpoint.pk}/" in page
        assert "/gebieden/de-peel/" not in page


# --- Reminders -----------------------------------------------------------------------------------


def due_now() -> None:
    queue_due_reminders(now=timezone.localtime().replace(hour=23, minute=59))


def test_everybody_sees_their_own_reminders(signed_in: SignIn, interviewer: User, admin: User, area: Area) -> None:
    make_checkpoint(area, name="Van mij", responsibles=(interviewer,))
    make_checkpoint(area, name="Van een ander", responsibles=(admin,))
    page = signed_in(interviewer).get("/herinneringen/").content.decode()
    assert "Van mij" in page
    assert "Van een ander" not in page


def test_log_is_only_for_who_follows_delivery(signed_in: SignIn, planner: User, area: Area) -> None:
    make_checkpoint(area, days=14)
    due_now()
    assert "Verzendlog" not in signed_in(planner).get("/herinneringen/").content.decode()


def test_log_shows_why_a_mail_failed_and_how_often_it_was_tried(manager: Client, admin: User, area: Area) -> None:
    make_checkpoint(area, days=14)
    due_now()
    OutgoingMail.objects.update(status=MailStatus.DEAD, attempts=5, error="Het postvak is vol.")
    page = text_of(manager.get("/herinneringen/"))
    assert "Het postvak is vol. 5 keer geprobeerd." in page
    assert "1 herinnering is niet aangekomen" in page


def test_log_of_another_area_stays_closed(manager: Client, admin: User, other_area: Area) -> None:
    there = make_member(Role.AREA_ADMIN, other_area, name="Beheerder van De Peel")
    make_checkpoint(other_area, days=14, responsibles=(there,))
    due_now()
    assert there.name not in manager.get("/herinneringen/").content.decode()


def test_member_of_another_area_stays_out_of_the_log_of_a_shared_checkpoint(
    manager: Client, admin: User, area: Area, other_area: Area
) -> None:
    make_member(Role.AREA_ADMIN, other_area, name="Beheerder van De Peel")
    make_checkpoint(area, other_area, days=14)
    due_now()
    assert "Beheerder van De Peel" not in manager.get("/herinneringen/").content.decode()


def test_log_costs_the_same_for_one_and_for_three(manager: Client, area: Area, django_assert_num_queries: Any) -> None:
    make_checkpoint(area, days=14)
    due_now()
    with django_assert_num_queries(8):
        manager.get("/herinneringen/")
    make_checkpoint(area, days=14, name="Nog een")
    make_checkpoint(area, days=7, name="En nog een")
    due_now()
    with django_assert_num_queries(8):
        manager.get("/herinneringen/")


@pytest.mark.parametrize("state", ["", "mislukt", "onderweg", "verstuurd", "gepland", "onzin"])
def test_every_filter_of_the_log_answers(manager: Client, area: Area, state: str) -> None:
    make_checkpoint(area, days=14)
    assert manager.get("/herinneringen/", {"stand": state, "gebied": "zuid-limburg", "page": "x"}).status_code == 200


def test_dead_reminder_is_sent_again_with_a_button(manager: Client, area: Area) -> None:
    checkpoint = make_checkpoint(area, days=14)
    due_now()
    OutgoingMail.objects.update(status=MailStatus.DEAD, attempts=5)
    manager.post(f"/herinneringen/{checkpoint.reminders.get(offset_days=14).pk}/opnieuw/")
    assert OutgoingMail.objects.get().status == MailStatus.QUEUED
