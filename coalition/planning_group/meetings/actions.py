"""What may be done with meetings: plan one, change it, write down what came of it, print its agenda or report."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone

from areas.enums import Permission
from areas.models import Area, Person, Printout, User
from areas.printouts.actions import request_printout
from coalition.planning_group.meetings.enums import AgendaKind, MeetingStatus
from coalition.planning_group.meetings.models import AgendaItem, Meeting, MeetingAttendee
from coalition.planning_group.meetings.queries import meeting_view
from coalition.planning_group.meetings.rules import FREE, LONGEST, MOST, AgendaPoint, tidy
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.pdf.paper import document_html, printed_text
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import require_transition


@action
def plan_meeting(
    *,
    area: Area,
    actor: User,
    title: str,
    held_on: date,
    starts_at: time | None = None,
    place: str = "",
    agenda: Iterable[AgendaPoint] = (),
    token: UUID | None = None,
) -> Meeting:
    """Plan a meeting with these points, in this order.

    The same token gives the meeting it gave before: pressing twice makes one. Raises Problem when the
    name is missing, the day cannot be, or the agenda is too long.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    if made := Meeting.made_with(token, area=area, created_by=actor):
        return made
    values = _checked(title, held_on, starts_at, place)
    meeting = Meeting.objects.create(area=area, created_by=actor, submission_token=token or uuid7(), **values)
    _write_agenda(meeting, agenda)
    return meeting


@action
def change_meeting(
    *,
    meeting: Meeting,
    actor: User,
    version: int,
    title: str,
    held_on: date,
    starts_at: time | None,
    place: str,
    agenda: Iterable[AgendaPoint],
) -> Meeting:
    """Change when, where and what about; `agenda` is the whole list after the change, known points by their id.

    The same words again change nothing, so pressing twice is no conflict. Raises Conflict when somebody else saved since `version` was read, and Problem as `plan_meeting`
    does, or when a point with an outcome would disappear, or a meeting that was held would lie ahead.
    """
    values, points = _checked(title, held_on, starts_at, place), tidy(agenda)
    meeting.refresh_from_db()
    if _says(meeting, values) and [item.title for item in meeting.agenda.all()] == [point.title for point in points]:
        return meeting
    if meeting.status == MeetingStatus.HELD and held_on > timezone.localdate():
        raise Problem("Dit overleg is geweest. Vul een datum in die voorbij is.")
    meeting.write_over(version, **values)
    _write_agenda(meeting, points)
    return meeting


@action
def record_report(
    *,
    meeting: Meeting,
    actor: User,
    version: int,
    outcomes: Mapping[UUID, str],
    report: str = "",
    attendees: Iterable[Person] = (),
    closes: bool = False,
) -> Meeting:
    """Write down what came of each point (by its id), the report, and everybody who was there.

    A point that is not in `outcomes` keeps its own; the same words again change nothing. With `closes` a
    meeting whose day has come is held from now on. Raises Conflict when somebody else saved since
    `version` was read, and Problem when the meeting was cancelled, or when somebody who was not named
    before belongs to no party of the area.
    """
    if meeting.status == MeetingStatus.CANCELLED:
        raise Problem("Dit overleg is afgelast. Zet het eerst terug op gepland.")
    there = {person.pk: person for person in attendees}
    items = [item for item in meeting.agenda.all() if outcomes.get(item.pk, item.outcome).strip() != item.outcome]
    meeting.refresh_from_db()
    if items or meeting.report != report.strip() or _were_there(meeting) != there.keys():
        meeting.write_over(version, report=report.strip())
        for item in items:
            item.outcome = outcomes[item.pk].strip()
            item.save(update_fields=["outcome"])
        _write_attendees(meeting, there)
    if closes and meeting.status == MeetingStatus.PLANNED and meeting.held_on <= timezone.localdate():
        return change_meeting_status(meeting=meeting, actor=actor, status=MeetingStatus.HELD)
    return meeting


@action
def change_meeting_status(*, meeting: Meeting, actor: User, status: str) -> Meeting:
    """Say that the meeting took place, was cancelled, or is planned after all; the same again changes nothing.

    Raises TransitionRefused for a step the table does not know, and Problem when it would have taken
    place in the future.
    """
    if status not in MeetingStatus.values:
        raise Problem("Kies of het overleg is geweest, is afgelast of toch doorgaat.")
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    require_transition(MeetingStatus, meeting.status, status)
    if status == MeetingStatus.HELD and meeting.held_on > timezone.localdate():
        raise Problem("Dit overleg is nog niet geweest. Was het eerder dan gepland, wijzig dan eerst de datum.")
    if meeting.status != status:
        meeting.status, meeting.version = status, meeting.version + 1
        meeting.save(update_fields=["status", "version", "updated_at"])
    return meeting


def _checked(title: str, held_on: date, starts_at: time | None, place: str) -> dict[str, object]:
    title, place = " ".join(title.split()), " ".join(place.split())
    if not title:
        raise Problem("Vul in hoe het overleg heet, bijvoorbeeld: Weekstart planningsgroep.")
    if not 2000 <= held_on.year <= 2100:
        raise Problem("Vul een datum in tussen 2000 en 2100.")
    return {"title": title[:150], "held_on": held_on, "starts_at": starts_at, "place": place[:150]}


def _write_agenda(meeting: Meeting, points: Iterable[AgendaPoint]) -> None:
    wanted = tidy(points)
    if len(wanted) > MOST:
        raise Problem(f"De agenda heeft meer dan {MOST} punten. Verdeel ze over meer overleggen.")
    if any(len(point.title) > LONGEST for point in wanted):
        raise Problem(f"Een agendapunt is langer dan {LONGEST} tekens. Maak het korter.")
    there = {item.pk: item for item in meeting.agenda.all()}
    kept = {point.pk for point in wanted}
    gone = [item for pk, item in there.items() if pk not in kept]
    if treated := next((item for item in gone if item.outcome), None):
        raise Problem(f"Bij “{treated.title}” staat al een uitkomst. Haal die eerst weg, of laat het punt staan.")
    AgendaItem.objects.filter(pk__in=[item.pk for item in gone]).delete()
    for rank, point in enumerate(wanted):
        item = there.pop(point.pk, None) if point.pk else None
        if item is None:
            kind = point.kind if point.kind in AgendaKind.values else FREE
            AgendaItem.objects.create(
                meeting=meeting, kind=kind, title=point.title, subject_id=point.subject, rank=rank
            )
        elif (item.title, item.rank) != (point.title, rank):
            item.title, item.rank = point.title, rank
            item.save(update_fields=["title", "rank"])


def _says(meeting: Meeting, values: Mapping[str, object]) -> bool:
    return all(getattr(meeting, name) == value for name, value in values.items())


def _were_there(meeting: Meeting) -> set[UUID]:
    return set(MeetingAttendee.objects.filter(meeting=meeting).values_list("person_id", flat=True))


def _write_attendees(meeting: Meeting, wanted: Mapping[UUID, Person]) -> None:
    there = _were_there(meeting)
    new = wanted.keys() - there
    at_home = Person.objects.filter(pk__in=new, organisation__areas=meeting.area_id).distinct().count()
    if at_home != len(new):
        raise Problem("Een van de aanwezigen hoort niet bij een partij van dit gebied.")
    MeetingAttendee.objects.filter(meeting=meeting, person__in=there - wanted.keys()).delete()
    MeetingAttendee.objects.bulk_create(MeetingAttendee(meeting=meeting, person_id=pk) for pk in sorted(new))


STYLES = "css/print-meeting.css"


@action(atomic=False)
def print_meeting(*, meeting: Meeting, actor: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the report of a meeting that was held, and for the agenda of any other. Raises Problem as `request_printout` does."""
    sort = "Verslag" if meeting.status == MeetingStatus.HELD else "Agenda"
    return request_printout(
        actor=actor,
        area=meeting.area,
        need=Permission.WORK_IN_PLANNING_GROUP,
        title=f"{sort}: {meeting.title}",
        file_name=f"{sort.lower()}-{meeting.area.slug}-{meeting.held_on:%Y-%m-%d}.pdf",
        html=meeting_html(meeting=meeting, user=actor, sort=sort, moment=moment),
        stylesheet=STYLES,
        token=token,
    )


def meeting_html(*, meeting: Meeting, user: User, sort: str, moment: datetime) -> str:
    """Return the document: on one page when it can."""
    context = {
        "meeting": meeting,
        "view": meeting_view(meeting, user, moment.date()),
        "is_report": sort == "Verslag",
        "report": printed_text(meeting.report, level=3) if meeting.report else "",
        "is_cancelled": meeting.status == MeetingStatus.CANCELLED,
    }
    return document_html(
        "coalition/planning_group/meetings/pdf/meeting.html",
        kind=sort,
        title=meeting.title,
        place=meeting.area.name,
        moment=moment,
        context=context,
    )
