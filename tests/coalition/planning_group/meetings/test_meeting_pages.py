"""The pages of a meeting: planned from what is open, changed, written down on a telephone, printed."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.models import Area, Organisation, Person, Printout, User
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import ActionItem, Meeting, Seat
from coalition.planning_group.meetings.actions import STYLES, meeting_html, plan_meeting, record_report
from coalition.planning_group.meetings.enums import AgendaKind, MeetingStatus
from coalition.planning_group.meetings.rules import AgendaPoint, as_text
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.pdf.making import make_pdf
from tests.factories import make_conversation, make_organisation

SignIn = Callable[[User], Client]
Queries = Callable[..., Any]


@pytest.fixture
def at_work(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


@pytest.fixture
def meeting(area: Area, planner: User) -> Meeting:
    points = [AgendaPoint("Water"), AgendaPoint("Wonen")]
    return plan_meeting(area=area, actor=planner, title="Weekstart", held_on=timezone.localdate(), agenda=points)


@pytest.fixture
def dijkgraaf(area: Area) -> Person:
    organisation = make_organisation("Waterschap Limburg", area=area)
    return Person.objects.create(organisation=organisation, role="Dijkgraaf")


def at(name: str, meeting: Meeting) -> str:
    return reverse(name, args=["zuid-limburg", meeting.pk])


def form(*titles: str, **more: Any) -> dict[str, Any]:
    empty = [""] * len(titles)
    points = {"point_title": titles, "point_kind": empty, "point_subject": empty, "point_id": empty}
    return {
        "title": "Weekstart",
        "held_on": "02-03-2026",
        "starts_at": "9.30",
        "token": str(uuid7()),
        **points,
        **more,
    }


def notes(meeting: Meeting, **more: Any) -> dict[str, Any]:
    return {"version": meeting.version, "report": "", **more}


TODAY = date(2026, 3, 9)
NEW = "/gebieden/zuid-limburg/planningsgroep/overleggen/nieuw/"


def test_what_was_ticked_stands_on_the_agenda(area: Area, at_work: Client) -> None:
    punt = as_text(AgendaPoint("Bellen met de wethouder", AgendaKind.OVERDUE_ACTION, uuid7()))
    points = at_work.post(NEW, {"do": "fill", "punt": [punt]}).context["points"]
    assert [point.title for point in points] == ["Bellen met de wethouder", "", ""]


def test_filling_the_form_plans_nothing_yet(area: Area, at_work: Client) -> None:
    at_work.post(NEW, {"do": "fill", "punt": ["vrij::Water"]})
    assert not Meeting.objects.exists()


def test_a_meeting_is_planned_with_its_points(area: Area, at_work: Client) -> None:
    assert at_work.post(NEW, form("Water", "", "Wonen")).status_code == 302
    made = Meeting.objects.get()
    assert [item.title for item in made.agenda.all()] == ["Water", "Wonen"]
    assert (made.held_on, str(made.starts_at)) == (date(2026, 3, 2), "09:30:00")


def test_a_double_click_plans_one_meeting(area: Area, at_work: Client) -> None:
    data = form("Water")
    assert [at_work.post(NEW, data).status_code for _ in range(2)] == [302, 302]
    assert Meeting.objects.count() == 1


def test_points_move_by_buttons_and_nothing_typed_is_lost(area: Area, at_work: Client) -> None:
    response = at_work.post(NEW, form("Water", "Wonen", place="Heerlen", do="up-1"))
    assert [point.title for point in response.context["points"]][:2] == ["Wonen", "Water"]
    assert "Heerlen" in response.content.decode()


@pytest.mark.parametrize("button", ["up-", "down-x", "away-99999999", "up-0", "x" * 999])
def test_a_button_that_is_none_changes_nothing(area: Area, at_work: Client, button: str) -> None:
    points = at_work.post(NEW, form("Water", "Wonen", do=button)).context["points"]
    assert [point.title for point in points][:2] == ["Water", "Wonen"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("held_on", "32-13-2026", "bestaande datum"),
        ("held_on", "01-01-1850", "tussen 2000 en 2100"),
        ("starts_at", "kwart voor", "Vul een tijd in"),
        ("title", "", "hoe het overleg heet"),
        ("point_title", ["x" * 301], "langer dan 300 tekens"),
    ],
)
def test_bad_input_is_said_and_kept(area: Area, at_work: Client, field: str, value: Any, words: str) -> None:
    response = at_work.post(NEW, {**form("Water"), field: value})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Meeting.objects.exists()


def test_who_saves_later_sees_both(meeting: Meeting, at_work: Client) -> None:
    at_work.post(at("meeting-edit", meeting), form("Water", version=1, place="Heerlen"))
    response = at_work.post(at("meeting-edit", meeting), form("Mijn punt", version=1, place="Kerkrade"))
    text = response.content.decode()
    assert response.status_code == 409
    assert all(words in text for words in ("Heerlen", "Kerkrade", "Mijn punt"))


def test_notes_are_kept_with_who_is_there(meeting: Meeting, dijkgraaf: Person, at_work: Client) -> None:
    first = meeting.agenda.all()[0]
    data = notes(meeting, **{f"outcome_{first.pk}": "Doen."}, other="dijkgraaf, waterschap limburg")
    assert at_work.post(at("meeting-notes", meeting), data).status_code == 302
    text = at_work.get(at("meeting", meeting)).content.decode()
    assert "Doen." in text
    assert "Dijkgraaf" in text


def test_saving_and_closing_holds_a_meeting_whose_day_has_come(meeting: Meeting, at_work: Client) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(held_on=timezone.localdate())
    at_work.post(at("meeting-notes", meeting), notes(meeting, report="Kort.", do="done"))
    assert Meeting.objects.get(pk=meeting.pk).status == MeetingStatus.HELD


def test_saving_and_closing_leaves_a_meeting_of_tomorrow_planned(meeting: Meeting, at_work: Client) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(held_on=timezone.localdate() + timedelta(days=1))
    at_work.post(at("meeting-notes", meeting), notes(meeting, report="Kort.", do="done"))
    assert Meeting.objects.get(pk=meeting.pk).status == MeetingStatus.PLANNED


def test_members_of_the_group_that_day_can_be_ticked(meeting: Meeting, dijkgraaf: Person, at_work: Client) -> None:
    Seat.objects.create(area=meeting.area, person=dijkgraaf, valid_from=date(2020, 1, 1))
    assert "Dijkgraaf, Waterschap Limburg" in at_work.get(at("meeting-notes", meeting)).content.decode()
    at_work.post(at("meeting-notes", meeting), notes(meeting, attendees=[dijkgraaf.pk]))
    assert list(meeting.attendees.all()) == [dijkgraaf]


def test_who_is_not_known_is_said(meeting: Meeting, at_work: Client) -> None:
    response = at_work.post(at("meeting-notes", meeting), notes(meeting, other="Sinterklaas", report="Kort."))
    assert response.status_code == 422
    assert "Sinterklaas” kennen we niet" in response.content.decode()
    assert "Kort." in response.content.decode()


def test_a_person_of_another_area_cannot_be_ticked(meeting: Meeting, other_area: Area, at_work: Client) -> None:
    foreign = Person.objects.create(organisation=make_organisation(area=other_area), role="Dijkgraaf")
    response = at_work.post(at("meeting-notes", meeting), notes(meeting, attendees=[foreign.pk]))
    assert response.status_code == 422
    assert not meeting.attendees.exists()


QUICK = {"do": "action", "afspraak-what": "Kaart delen", "afspraak-owner": "ik", "afspraak-due_on": "01-12-2026"}


def test_an_action_is_added_along_with_what_was_typed(meeting: Meeting, planner: User, at_work: Client) -> None:
    data = notes(meeting, report="Kort.", **QUICK)
    assert at_work.post(at("meeting-notes", meeting), data)["Location"] == at("meeting-notes", meeting)
    item = ActionItem.objects.get(meeting=meeting)
    meeting.refresh_from_db()
    assert (item.what, item.owner_user, item.due_on, meeting.report) == (
        "Kaart delen",
        planner,
        date(2026, 12, 1),
        "Kort.",
    )


def test_a_double_click_adds_one_action(meeting: Meeting, at_work: Client) -> None:
    data = notes(meeting, **QUICK, **{"afspraak-token": str(uuid7())})
    assert [at_work.post(at("meeting-notes", meeting), data).status_code for _ in range(2)] == [302, 302]
    assert ActionItem.objects.count() == 1


def test_half_an_action_keeps_all_that_was_typed(meeting: Meeting, at_work: Client) -> None:
    response = at_work.post(
        at("meeting-notes", meeting), notes(meeting, report="Kort.", **{"afspraak-what": "Bellen"})
    )
    text = response.content.decode()
    assert response.status_code == 422
    assert "Bellen" in text
    assert "Kort." in text


def test_two_who_write_at_once_lose_nothing(meeting: Meeting, planner: User, at_work: Client) -> None:
    first = meeting.agenda.all()[0]
    record_report(meeting=meeting, actor=planner, version=1, outcomes={first.pk: "Van haar"})
    response = at_work.post(
        at("meeting-notes", meeting), {"version": 1, "report": "", f"outcome_{first.pk}": "Van mij"}
    )
    text = response.content.decode()
    assert response.status_code == 409
    assert "Van haar" in text
    assert "Van mij" in text


def test_a_meeting_ahead_cannot_have_been(meeting: Meeting, at_work: Client) -> None:
    Meeting.objects.update(held_on=timezone.localdate() + timedelta(days=7))
    response = at_work.post(at("meeting-status", meeting), {"status": "geweest"})
    assert response.status_code == 422
    assert "nog niet geweest" in response.content.decode()


def test_a_point_links_to_what_made_it_one(area: Area, planner: User, at_work: Client) -> None:
    item = ActionItem.objects.create(area=area, what="Bellen", owner="Iemand")
    point = AgendaPoint("Bellen", AgendaKind.OVERDUE_ACTION, item.pk)
    made = plan_meeting(area=area, actor=planner, title="X", held_on=timezone.localdate(), agenda=[point])
    assert reverse("action-item-edit", args=[area.slug, item.pk]) in at_work.get(at("meeting", made)).content.decode()


def test_a_point_from_what_one_may_not_read_has_no_link(
    area: Area, planner: User, interviewer: User, at_work: Client
) -> None:
    talk = make_conversation(interviewer, area, confidentiality=Confidentiality.CONFIDENTIAL)
    item = ActionItem.objects.create(area=area, conversation=talk, what="Geheim", owner="Iemand")
    point = AgendaPoint("Afspraak", AgendaKind.OVERDUE_ACTION, item.pk)
    made = plan_meeting(area=area, actor=planner, title="X", held_on=timezone.localdate(), agenda=[point])
    assert str(talk.pk) not in at_work.get(at("meeting", made)).content.decode()


@pytest.mark.parametrize(("status", "sort"), [("gepland", "Agenda"), ("geweest", "Verslag"), ("afgelast", "Agenda")])
def test_the_paper_is_an_agenda_before_and_a_report_after(
    meeting: Meeting, at_work: Client, status: str, sort: str
) -> None:
    Meeting.objects.update(status=MeetingStatus(status))
    at_work.post(at("meeting-print", meeting))
    printout = Printout.objects.get()
    assert printout.title == f"{sort}: Weekstart"
    assert "Water" in printout.html


def test_the_paper_tells_outcomes_actions_and_who_was_there(
    meeting: Meeting, dijkgraaf: Person, planner: User, at_work: Client
) -> None:
    first = meeting.agenda.all()[0]
    record_report(meeting=meeting, actor=planner, version=1, outcomes={first.pk: "Doen."}, attendees=[dijkgraaf])
    ActionItem.objects.create(area=meeting.area, meeting=meeting, what="Bellen", owner="Iemand")
    at_work.post(at("meeting-print", meeting))
    html = Printout.objects.get().html
    assert all(words in html for words in ("Doen.", "Bellen", "Dijkgraaf, Waterschap Limburg"))


def test_a_meeting_of_another_area_does_not_exist_here(other_area: Area, planner: User, at_work: Client) -> None:
    foreign = plan_meeting(area=other_area, actor=planner, title="X", held_on=timezone.localdate())
    for name in ("meeting", "meeting-edit", "meeting-notes"):
        assert at_work.get(at(name, foreign)).status_code == 404
    assert at_work.post(at("meeting-print", foreign)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_more_rows(
    area: Area, planner: User, at_work: Client, number: int, django_assert_num_queries: Queries
) -> None:
    for place in range(number):
        points = [AgendaPoint("Water")]
        plan_meeting(area=area, actor=planner, title=f"{place}", held_on=timezone.localdate(), agenda=points)
    with django_assert_num_queries(5):
        at_work.get(reverse("meetings", args=[area.slug]))


def full(area: Area, planner: User, number: int) -> Meeting:
    """Make a meeting with so many of everything."""
    made = []
    for place in range(number):
        organisation = make_organisation(area=area)
        who = Person.objects.create(organisation=organisation, role="Wethouder")
        item = ActionItem.objects.create(area=area, what=f"{place}", owner="Iemand")
        made.append((who, item, organisation))
    points = [AgendaPoint(item.what, AgendaKind.OVERDUE_ACTION, item.pk) for _, item, _ in made]
    points += [AgendaPoint(str(party), AgendaKind.SILENT_PARTY, party.pk) for _, _, party in made]
    meeting = plan_meeting(area=area, actor=planner, title="X", held_on=timezone.localdate(), agenda=points)
    record_report(meeting=meeting, actor=planner, version=1, outcomes={}, attendees=[who for who, _, _ in made])
    for _, item, _ in made:
        ActionItem.objects.create(area=area, meeting=meeting, what=item.what, owner="Iemand")
    return meeting


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("meeting", 10), ("meeting-notes", 14)])
def test_a_meeting_costs_the_same_for_more_of_everything(
    area: Area,
    planner: User,
    at_work: Client,
    number: int,
    name: str,
    queries: int,
    django_assert_num_queries: Queries,
) -> None:
    meeting = full(area, planner, number)
    with django_assert_num_queries(queries):
        at_work.get(at(name, meeting))


def test_organisations_that_merged_still_lead_somewhere(area: Area, planner: User, at_work: Client) -> None:
    party: Organisation = make_organisation(area=area)
    point = AgendaPoint("Contact", AgendaKind.SILENT_PARTY, party.pk)
    made = plan_meeting(area=area, actor=planner, title="X", held_on=timezone.localdate(), agenda=[point])
    assert reverse("party", args=[area.slug, party.pk]) in at_work.get(at("meeting", made)).content.decode()


def test_a_normal_meeting_fits_on_one_page(area: Area, planner: User) -> None:
    persons = [Person.objects.create(organisation=make_organisation(area=area), role="Wethouder") for _ in range(8)]
    points = [AgendaPoint(f"Contact met een partij die al een tijd stil is {number}") for number in range(11)]
    made = plan_meeting(area=area, actor=planner, title="Weekstart", held_on=timezone.localdate(), agenda=points)
    outcomes = {
        item.pk: "De provincie belt en meldt de uitkomst op de volgende weekstart." for item in made.agenda.all()
    }
    report = "De groep kijkt terug op een rustige week.\n\n- volgende keer bij het waterschap\n- jaarplanning"
    record_report(meeting=made, actor=planner, version=1, outcomes=outcomes, report=report, attendees=persons)
    for number in range(4):
        ActionItem.objects.create(
            area=area, meeting=made, what=f"Kaart {number} delen", owner="Dijkgraaf", due_on=TODAY
        )
    html = meeting_html(meeting=made, user=planner, sort="Verslag", moment=timezone.now())
    assert make_pdf(html, stylesheet=STYLES).pages == 1
