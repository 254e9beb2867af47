"""What may be done with rounds: begin one, change it, plan with whom one speaks when, print the sheet to take along."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from areas.enums import Permission
from areas.models import Area, Organisation, Printout, User
from areas.printouts.actions import request_printout
from coalition.conversations.recording.data import PARTS
from coalition.conversations.rounds.models import ConversationRound, RoundAim, RoundTarget
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.pdf.paper import DOCUMENT, document_html
from novex_portal.toolkit.problems import Problem

MAX_TARGETS = 500


@dataclass(frozen=True, kw_only=True)
class RoundData:
    """A round as somebody wants it; `aims` maps a kind of party to how many one wants to have spoken with."""

    title: str
    aim: str
    starts_on: date
    ends_on: date | None = None
    guide: str = ""
    organisations: Iterable[Organisation] = ()
    aims: Mapping[str, int] = field(default_factory=dict)


@action
def begin_round(*, area: Area, actor: User, data: RoundData, token: UUID | None = None) -> ConversationRound:
    """Begin a round of conversations; the same token gives the round it gave before.

    Raises Problem when it ends before it starts, an organisation is of another area, or the token is another's.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    if there := ConversationRound.made_with(token, area=area, created_by=actor):
        return there
    _check(area, data)
    made = ConversationRound.objects.create(
        area=area, created_by=actor, submission_token=token or uuid7(), **_columns(data)
    )
    _set_rows(made, data)
    return made


@action
def change_round(*, round: ConversationRound, actor: User, version: int, data: RoundData) -> ConversationRound:
    """Change a round. A target that stays keeps its plan.

    Raises Conflict when somebody else saved since `version` was read, and Problem as `begin_round` does.
    """
    _check(round.area, data)
    round.write_over(version, **_columns(data))
    _set_rows(round, data)
    return round


@action
def plan_target(
    *, target: RoundTarget, actor: User, version: int, planned_on: date | None, place: str = "", interviewer: str = ""
) -> RoundTarget:
    """Plan a conversation with a target, or take its plan away with no day.

    Raises Conflict when somebody else planned since `version` was read.
    """
    target.write_over(version, planned_on=planned_on, place=place.strip(), interviewer=interviewer.strip())
    return target


def _check(area: Area, data: RoundData) -> None:
    if data.ends_on and data.ends_on < data.starts_on:
        raise Problem("De ronde eindigt vóór zij begint. Kies een latere laatste dag.")
    wanted = {party.pk for party in data.organisations}
    if len(wanted) > MAX_TARGETS:
        raise Problem(f"Een ronde heeft ten hoogste {MAX_TARGETS} partijen. Maak er twee rondes van.")
    if Organisation.objects.filter(areas=area, pk__in=wanted).count() != len(wanted):
        raise Problem("Een van de partijen hoort niet bij dit gebied.")
    if any(not 1 <= number <= MAX_TARGETS for number in data.aims.values()):
        raise Problem(f"Een aantal ligt tussen 1 en {MAX_TARGETS}.")


def _columns(data: RoundData) -> dict[str, object]:
    return {
        "title": data.title.strip(),
        "aim": data.aim.strip(),
        "guide": data.guide.strip(),
        "starts_on": data.starts_on,
        "ends_on": data.ends_on,
    }


def _set_rows(round: ConversationRound, data: RoundData) -> None:
    link_exactly(RoundTarget, {"round": round}, organisation=sorted({party.pk for party in data.organisations}))
    round.aims.exclude(kind__in=data.aims).delete()
    RoundAim.objects.bulk_create(
        [RoundAim(round=round, kind=kind, number=number) for kind, number in data.aims.items()],
        update_conflicts=True,
        unique_fields=["round", "kind"],
        update_fields=["number"],
    )


STYLES = DOCUMENT
ROOM = range(5)


@action(atomic=False)
def print_sheet(*, target: RoundTarget, actor: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the sheet of one conversation. Raises Problem as `request_printout` does."""
    area = target.round.area
    return request_printout(
        actor=actor,
        area=area,
        need=Permission.LOG_CONVERSATION,
        title=f"Gespreksblad: {target.organisation}",
        file_name=f"gespreksblad-{area.slug}.pdf",
        html=sheet_html(target=target, moment=moment),
        stylesheet=STYLES,
        token=token,
    )


def sheet_html(*, target: RoundTarget, moment: datetime) -> str:
    """Return the sheet: its headings are those of the form."""
    return document_html(
        "coalition/conversations/rounds/pdf/round_sheet.html",
        kind="Gespreksblad",
        title=target.organisation.name,
        place=target.round.area.name,
        moment=moment,
        context={"target": target, "round": target.round, "parts": PARTS, "room": ROOM},
    )
