"""What may be done with decisions: record one, change it, and write down where a party stands."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from areas.models import Area, AreaOrganisation, Organisation, User
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.decisions.models import Decision, DecisionPosition
from coalition.planning_group.decisions.queries import begins_anew
from coalition.planning_group.decisions.rules import EARLIEST, day_problem
from coalition.planning_group.meetings.models import Meeting
from coalition.planning_group.speaking.access import require_own, spoken_as
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import require_transition


@action
def record_decision(
    *,
    area: Area,
    actor: User,
    title: str,
    text: str,
    body: str,
    decided_on: date,
    organisations: Iterable[Organisation],
    meeting: Meeting | None = None,
    token: UUID | None = None,
) -> Decision:
    """Record a decision; each of these parties still has to say where it stands.

    The same token gives the decision it gave before: pressing twice makes one. Raises Problem when
    something is missing, the day is in the future or before 1900, or a party or the meeting is of
    another area.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    if made := Decision.made_with(token, area=area, created_by=actor):
        return made
    values = _checked(area, title, text, body, decided_on=decided_on, meeting=meeting)
    number = (area.decisions.aggregate(last=Max("number"))["last"] or 0) + 1
    decision = Decision.objects.create(
        area=area, created_by=actor, number=number, submission_token=token or uuid7(), **values
    )
    _ask(decision, organisations)
    return decision


@action
def change_decision(
    *,
    decision: Decision,
    actor: User,
    version: int,
    title: str,
    text: str,
    body: str,
    decided_on: date,
    organisations: Iterable[Organisation],
    meeting: Meeting | None = None,
) -> Decision:
    """Change a decision; `organisations` is the whole list of parties after the change.

    Raises Conflict when somebody else saved since `version` was read, and Problem as
    `record_decision` does, or when a party that has said something would disappear.
    """
    values = _checked(decision.area, title, text, body, decided_on=decided_on, meeting=meeting)
    decision.write_over(version, **values)
    _ask(decision, organisations)
    return decision


@action
def state_position(
    *,
    position: DecisionPosition,
    actor: User,
    version: int,
    status: str,
    reservation: str = "",
    body: str = "",
    stated_on: date | None = None,
    source: str = "",
) -> DecisionPosition:
    """Write down where a party stands; back to "nog geen bericht" clears what it said.

    Who speaks for the party speaks for it; what the planning group writes is recorded, with its source, and never comes
    instead of what the party said itself. The same words again change nothing. Raises TransitionRefused for a step the
    table does not know, Conflict when somebody else saved since `version` was read, and Problem when the source or the
    day is missing, or the day lies in the future or before 1900.
    """
    rows = DecisionPosition.objects.select_for_update(no_key=True, of=("self",)).select_related("decision__area")
    position = rows.get(pk=position.pk)
    if status not in DecisionStatus.values:
        raise Problem("Kies waar de partij staat.")
    silent, source = status == DecisionStatus.WAITING, source.strip()
    given_as = spoken_as(actor, position.decision.area, position.organisation_id, "geen" if silent else source)
    if position.is_own and given_as != GivenAs.OWN:
        raise Problem("De partij heeft dit zelf gezegd. Alleen zij kan het wijzigen.")
    values: dict[str, object] = dict.fromkeys(("reservation", "body", "source", "on_title", "on_text", "given_as"), "")
    values |= {"status": status, "stated_on": None}
    if not silent:
        if problem := day_problem(stated_on, timezone.localdate()):
            raise Problem(problem)
        values |= {"reservation": reservation.strip(), "body": " ".join(body.split()), "stated_on": stated_on}
        values |= {"source": source, "given_as": given_as}
        values |= {"on_title": position.decision.title, "on_text": position.decision.text}
    if all(getattr(position, name) == value for name, value in values.items()):
        return position
    position.require_version(version)
    if not begins_anew(position, given_as):
        require_transition(DecisionStatus, position.status, status)
    return _saved(position, {**values, "stated_by": None if silent else actor})


@action
def confirm_decision(*, position: DecisionPosition, actor: User, version: int | None) -> DecisionPosition:
    """Let the party say itself what was recorded for it; raises Conflict when the decision got another text since."""
    held = position.held_at(version)
    require_own(actor, held.decision.area, held)
    if held.is_stale(held.decision):
        raise Conflict("Het besluit is gewijzigd sinds dit is opgeschreven. Lees het opnieuw, en zeg waar u staat.")
    return _saved(held, {"given_as": GivenAs.OWN, "stated_by": actor})


def _saved(position: DecisionPosition, values: dict[str, object]) -> DecisionPosition:
    now = timezone.now()
    for name, value in {**values, "given_at": now, "told_on": None, "version": position.version + 1}.items():
        setattr(position, name, value)
    position.save()
    return position


def _checked(
    area: Area, title: str, text: str, body: str, *, decided_on: date, meeting: Meeting | None
) -> dict[str, object]:
    title, text, body = " ".join(title.split()), text.strip(), " ".join(body.split())
    if not (title and text and body):
        raise Problem("Vul in wat er is besloten en door wie: een titel, de tekst en het orgaan.")
    if decided_on > timezone.localdate():
        raise Problem("Deze datum ligt in de toekomst. Leg een besluit vast als het genomen is.")
    if decided_on < EARLIEST:
        raise Problem("Vul een datum in na 1900, bijvoorbeeld 31-10-2022.")
    if meeting and meeting.area_id != area.pk:
        raise Problem("Dit overleg hoort bij een ander gebied.")
    return {"title": title, "text": text, "body": body, "decided_on": decided_on, "meeting": meeting}


def _ask(decision: Decision, organisations: Iterable[Organisation]) -> None:
    """Make exactly these the parties; who said something stays."""
    wanted = {organisation.pk: organisation for organisation in organisations}
    there = {row.organisation_id: row for row in decision.positions.select_related("organisation")}
    new = wanted.keys() - there.keys()
    if AreaOrganisation.objects.filter(area=decision.area_id, organisation__in=new).count() != len(new):
        raise Problem("Een van de partijen hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")
    gone = [row for pk, row in there.items() if pk not in wanted]
    if spoken := next((row for row in gone if row.status != DecisionStatus.WAITING), None):
        raise Problem(f"{spoken.organisation} heeft al iets laten weten. Die partij blijft bij dit besluit staan.")
    DecisionPosition.objects.filter(pk__in=[row.pk for row in gone]).delete()
    DecisionPosition.objects.bulk_create(
        DecisionPosition(decision=decision, organisation=wanted[pk]) for pk in sorted(new)
    )
