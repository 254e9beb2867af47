"""What is open in an area this week: the four lists a meeting begins with, each with its rule and its number."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone

from areas.models import Area, AreaOrganisation, Invitation, User
from coalition.agreement.document.enums import PartyStatus
from coalition.analysis.stakes.queries import silent_since
from coalition.conversations.recording.enums import ActionStatus, Confidentiality
from coalition.models import ActionItem, AgreementParty, DecisionPosition
from coalition.planning_group.action_items.access import visible_actions
from coalition.planning_group.action_items.queries import footing, show_action
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.meetings.enums import AgendaKind
from coalition.planning_group.meetings.rules import AgendaPoint, as_text
from deliverables.checkpoints.access import checkpoints_in
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.queries import CheckpointRow, checkpoint_rows
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch

SHOWN = 50
"""So many of a list are shown; the number above it counts all."""
TICKED = 3
AHEAD = 3
NAMED = 5
LEAST_DAYS, MOST_DAYS = 1, 730


@dataclass(frozen=True)
class OpenPoint:
    """Something that is open: its words here, and the point it can become on an agenda everybody reads."""

    title: str
    about: str
    url: str
    kind: str
    sign: str
    words: str
    value: str


@dataclass(frozen=True)
class OpenList:
    """One of the four lists."""

    key: str
    title: str
    rule: str
    number: int
    points: list[OpenPoint]
    none: str
    more_url: str = ""

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, self.number - len(self.points))

    @property
    def ticked(self) -> list[tuple[OpenPoint, bool]]:
        """Each point, and whether it is proposed for the agenda: the first few."""
        return [(point, place < TICKED) for place, point in enumerate(self.points)]


def weekstart_lists(area: Area, user: User, today: date, days: int) -> list[OpenList]:
    """Return the four lists as this user may see them. Ten queries, however much is open."""
    return [
        _overdue(area, user, today),
        _silent(area, today, days),
        _waiting(area, today),
        _checkpoints(area, today),
    ]


def days_from(text: str) -> tuple[int, bool]:
    """Return after how many days a party counts as silent, and whether what was asked makes sense."""
    if not text:
        return settings.SILENT_DAYS, True
    number = int(text) if text.isdecimal() and len(text) <= len(str(MOST_DAYS)) else 0
    return (number, True) if LEAST_DAYS <= number <= MOST_DAYS else (settings.SILENT_DAYS, False)


def _point(kind: str, title: str, subject: UUID | None, *, agenda: str = "", **shown: str) -> OpenPoint:
    value = as_text(AgendaPoint((agenda or title)[:300], kind, subject))
    return OpenPoint(title=title, kind=kind, value=value, **{"about": "", "url": "", "sign": "", "words": "", **shown})


# --- Overdue actions ----------------------------------------------------------------------------
_COLUMNS = (
    *("pk", "what", "owner", "owner_user", "due_on", "conversation", "conversation__confidentiality", "on"),
    *("owner_person__role", "owner_person__organisation__name"),
)


def _overdue(area: Area, user: User, today: date) -> OpenList:
    items = ActionItem.objects.filter(
        visible_actions(user, area), area=area, status=ActionStatus.OPEN, due_on__lt=today
    )
    rows = items.annotate(on=footing(user.pk)).order_by("due_on", "pk")
    return OpenList(
        key="afspraken",
        title="Afspraken over tijd",
        rule="Open afspraken waarvan de datum voorbij is. De langst wachtende staat bovenaan.",
        number=items.count(),
        points=[_overdue_point(area, user, today, row) for row in rows.values(*_COLUMNS)[:SHOWN]],
        none="Geen afspraak is over tijd.",
        more_url=reverse("action-items", args=[area.slug]) + "?laat=on",
    )


def _overdue_point(area: Area, user: User, today: date, row: dict[str, Any]) -> OpenPoint:
    mine = row["owner_user"] == user.pk
    shown = show_action(user, area, what=row["what"], conversation=row["conversation"], on=row["on"], mine=mine)
    role = row["owner_person__role"]
    who = f"{role}, {row['owner_person__organisation__name']}" if role else str(row["owner"])
    agenda = f"{row['what']} ({who})"
    if row["conversation__confidentiality"] == Confidentiality.CONFIDENTIAL or not shown.in_words:
        # The agenda is for the whole group, whatever its maker may read.
        agenda = "Afspraak uit een vertrouwelijk gesprek"
    due = dutch.short_date(row["due_on"])
    return _point(
        AgendaKind.OVERDUE_ACTION,
        shown.what,
        row["pk"],
        agenda=f"{agenda}, was voor {due}",
        about=f"{who}, uiterlijk {due}" if shown.in_words else shown.why,
        url=shown.url or ("" if row["conversation"] else reverse("action-item-edit", args=[area.slug, row["pk"]])),
        sign="error",
        words=dutch.late(row["due_on"], today),
    )


# --- Silent parties -----------------------------------------------------------------------------
def _silent(area: Area, today: date, days: int) -> OpenList:
    silent = silent_since(AreaOrganisation.objects.filter(area=area), today, days)
    return OpenList(
        key="stil",
        title="Partijen die stil zijn",
        rule=f"Partijen die we {counted(days, 'dag', 'dagen')} of langer niet spraken, of nog nooit. "
        "Wie veel invloed heeft in het krachtenveld, staat bovenaan.",
        number=silent.count(),
        points=[_silent_point(area, today, row) for row in silent[:SHOWN]],
        none="We spraken alle partijen kort geleden.",
        more_url=reverse("parties", args=[area.slug]),
    )


def _silent_point(area: Area, today: date, row: Any) -> OpenPoint:
    name, last = row.organisation.name, row.last
    weight = "Heeft veel invloed op een opgave" if row.weighs_much else ""
    ago = f"{counted((today - last).days, 'dag', 'dagen')} geleden" if last else "nog nooit gesproken"
    return _point(
        AgendaKind.SILENT_PARTY,
        name,
        row.organisation_id,
        agenda=f"Contact met {name}: {'laatst gesproken op ' + dutch.short_date(last) if last else ago}",
        about=". ".join(filter(None, [f"Laatst gesproken op {dutch.short_date(last)}" if last else "", weight])),
        url=reverse("party", args=[area.slug, row.organisation_id]),
        sign="attention" if last else "idle",
        words=ago[:1].upper() + ago[1:],
    )


# --- Waiting confirmations ----------------------------------------------------------------------
def _waiting(area: Area, today: date) -> OpenList:
    points = [*_waiting_decisions(area), *_waiting_agreement(area), *_waiting_invitations(area, today)]
    return OpenList(
        key="wacht",
        title="Wacht op bevestiging",
        rule="Besluiten waarvan een partij nog niets zei of een voorbehoud maakte, partijen die in het akkoord nog "
        "op concept staan, en uitnodigingen die niemand aannam.",
        number=len(points),
        points=points[:SHOWN],
        none="Niemand hoeft nog iets te bevestigen.",
        more_url=reverse("decisions", args=[area.slug]) + "?wacht=ja",
    )


def _waiting_decisions(area: Area) -> list[OpenPoint]:
    open_positions = DecisionPosition.objects.filter(
        Q(status=DecisionStatus.WAITING) | ~Q(reservation=""), decision__area=area
    )
    rows = open_positions.select_related("decision", "organisation").order_by(
        "decision__decided_on", "decision__number", Lower("organisation__name")
    )
    points = []
    for decision, group in groupby(rows, key=lambda row: row.decision):
        positions = list(group)
        silent = [row.organisation.name for row in positions if row.status == DecisionStatus.WAITING]
        reserved = [row.organisation.name for row in positions if row.status != DecisionStatus.WAITING]
        parts = [
            *([f"Nog geen bericht van {_names(silent)}."] if silent else []),
            *([f"Met voorbehoud: {_names(reserved)}."] if reserved else []),
        ]
        points.append(
            _point(
                AgendaKind.WAITING_POSITION,
                f"Besluit {decision.number}: {decision.title}",
                decision.pk,
                about=" ".join(parts),
                url=reverse("decision", args=[area.slug, decision.pk]),
                sign="attention",
                words=counted(len(positions), "partij", "partijen"),
            )
        )
    return points


def _waiting_agreement(area: Area) -> list[OpenPoint]:
    rows = AgreementParty.objects.filter(agreement__area=area, status=PartyStatus.DRAFT)
    found = list(rows.order_by(Lower("organisation__name")).values_list("agreement", "organisation__name"))
    if not found:
        return []
    return [
        _point(
            AgendaKind.WAITING_POSITION,
            "Coalitieakkoord: partijen die nog op concept staan",
            found[0][0],
            about=f"{_names([name for _, name in found])}.",
            url=reverse("agreement-parties", args=[area.slug]),
            sign="attention",
            words=counted(len(found), "partij", "partijen"),
        )
    ]


def _waiting_invitations(area: Area, today: date) -> list[OpenPoint]:
    """Who was invited by name and role; the address is for who manages the members."""
    rows = Invitation.objects.filter(area=area, accepted_at=None, revoked_at=None).order_by("created_at", "pk")
    points = []
    for row in rows:
        sent = timezone.localtime(row.created_at).date()
        is_over = row.expires_at < timezone.now()
        points.append(
            _point(
                AgendaKind.WAITING_POSITION,
                f"Uitnodiging: {row.name or row.get_role_display()}",
                row.pk,
                about=f"{row.get_role_display()}, uitgenodigd op {dutch.short_date(sent)}",
                sign="error" if is_over else "attention",
                words="Verlopen" if is_over else f"{counted((today - sent).days, 'dag', 'dagen')} oud",
            )
        )
    return points


def _names(names: list[str]) -> str:
    if len(names) > NAMED:
        return f"{', '.join(names[:NAMED])} en nog {len(names) - NAMED}"
    return " en ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


# --- Next checkpoints ---------------------------------------------------------------------------
def _checkpoints(area: Area, today: date) -> OpenList:
    coming = checkpoints_in([area]).filter(date__gte=today)
    first = coming.filter(pk__in=_first(coming))
    points = [_checkpoint_point(area, row) for row in checkpoint_rows(first, today=today, areas=[area])]
    return OpenList(
        key="ijkmomenten",
        title="Komende ijkmomenten",
        rule=f"De eerste {AHEAD} momenten vanaf vandaag, met wat er dan klaar moet zijn en dat nog niet is.",
        number=len(points),
        points=points,
        none="Er is geen ijkmoment gepland.",
        more_url=reverse("checkpoints", args=[area.slug]),
    )


def _first(coming: QuerySet[Any]) -> list[UUID]:
    return list(coming.order_by("date", "name").values_list("pk", flat=True)[:AHEAD])


def _checkpoint_point(area: Area, row: CheckpointRow) -> OpenPoint:
    missing = [task.text for task in row.tasks if task.status != RequirementStatus.READY]
    about = f"Nog niet klaar: {_names(missing)}." if missing else f"{row.progress}."
    return _point(
        AgendaKind.CHECKPOINT,
        row.name,
        row.pk,
        agenda=f"{row.name} op {dutch.long_date(row.day)}: wat moet nog klaar?" if missing else row.name,
        about=f"{row.date_words}. {about}",
        url=reverse("checkpoint", args=[area.slug, row.pk]),
        sign="attention" if missing else "good",
        words=row.relative[:1].upper() + row.relative[1:],
    )
