"""Reads about the samenwerkingsscan: the measurements of an area, and what one tells to whom. Nothing here writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from areas.access import limits_for, may, own_organisations
from areas.enums import Permission
from areas.models import Area, AreaOrganisation, Organisation, User
from coalition.analysis.scan.access import is_open
from coalition.analysis.scan.models import CooperationScan, ScanAnswer, ScanInvitation
from coalition.analysis.scan.queries.questionnaires import dimensions_of
from coalition.analysis.scan.rules.picture import Picture, picture
from coalition.analysis.scan.rules.scan import (
    Difference,
    Given,
    Line,
    finding,
    lines_of,
    shown,
    who_differs,
)
from coalition.conversations.recording.models import ActionItem
from novex_portal.toolkit.files.exports import Value

HEADINGS = (
    *("Onderdeel", "Stelling", "Partijen", "Onbekend", "Laagste", "Onderste kwart", "Midden", "Bovenste kwart"),
    *("Hoogste", "Midden vorige meting"),
)


@dataclass(frozen=True)
class ScanRow:
    """One measurement in the list; `asked` and `answered` count parties."""

    scan: CooperationScan
    asked: int
    answered: int
    is_open: bool


@dataclass(frozen=True)
class PartyAnswers:
    """What one party answered, in words, for who may read that."""

    party: str
    answers: list[ScanAnswer]


@dataclass(frozen=True)
class ScanPage:
    """What a measurement tells this user. Without `lines` there is nothing to show yet."""

    scan: CooperationScan
    asked: int
    answered: int
    is_open: bool
    may_see_parties: bool
    waits: bool  # the user sees it once it is closed
    lines: tuple[Line, ...]
    before: CooperationScan | None
    finding: str
    picture: Picture | None
    differ: list[Difference]
    improvements: list[ActionItem]
    may_fill: bool


def scan_rows(area: Area, today: date) -> list[ScanRow]:
    """Return the measurements of an area, the newest first. One query."""
    held = Q(invitations__revoked_at=None)
    scans = CooperationScan.objects.filter(area=area).annotate(
        asked=Count("invitations", filter=held),
        answered=Count("invitations", filter=held & Q(invitations__answered_at__isnull=False)),
    )
    return [
        ScanRow(scan, scan.asked, scan.answered, is_open(scan, today)) for scan in scans.order_by("-opened_on", "-pk")
    ]


def scan_page(scan: CooperationScan, user: User, today: date) -> ScanPage:
    """Return what a measurement tells this user.

    Who works on the analysis sees it grow, with parties by name. Others see it once it is closed: watching it
    grow would tell what the latest party answered. They see nothing of few parties.
    """
    by_name = may(user, scan.area, Permission.EDIT_ANALYSIS)
    still_open = is_open(scan, today)
    waits = still_open and not by_name
    before = scan_before(scan, today)
    now = [] if waits else given_in(scan)
    then = given_in(before) if before and not waits else []
    limits = limits_for(user, scan.area)
    order = [(one.name, one.questions) for one in dimensions_of(scan.questionnaire)]
    lines = lines_of(order, now, then, limits) if now else ()
    parties = list(ScanInvitation.objects.filter(scan=scan, revoked_at=None).values("organisation", "answered_at"))
    own = {organisation.pk for organisation in own_organisations(user, scan.area)}
    return ScanPage(
        scan=scan,
        asked=len(parties),
        answered=sum(1 for one in parties if one["answered_at"]),
        is_open=still_open,
        may_see_parties=by_name,
        waits=waits,
        lines=lines,
        before=before if then else None,
        finding=finding(lines) if lines else "",
        picture=picture(lines) if any(line.spread.middle is not None for line in lines) else None,
        differ=who_differs(now) if by_name else [],
        improvements=improvements_of(scan),
        may_fill=still_open and any(one["organisation"] in own for one in parties),
    )


def scan_before(scan: CooperationScan, today: date) -> CooperationScan | None:
    """Return the measurement before this one that is closed by now."""
    earlier = CooperationScan.objects.filter(area=scan.area_id).exclude(pk=scan.pk)
    earlier = earlier.filter(Q(opened_on__lt=scan.opened_on) | Q(opened_on=scan.opened_on, pk__lt=scan.pk))
    return earlier.filter(Q(closed_at__isnull=False) | Q(closes_on__lt=today)).first()


def given_in(scan: CooperationScan) -> list[Given]:
    """Return what the parties answered that filled in everything. One query."""
    rows = _counted(scan).values_list(
        "invitation__organisation__name", "question__dimension__name", "question__text", "score"
    )
    return [Given(*row) for row in rows]


def answers_by_party(scan: CooperationScan) -> list[PartyAnswers]:
    """Return what each party answered with its reasoning, for who may see parties by name. One query."""
    rows = _counted(scan).select_related("invitation__organisation", "question__dimension")
    found: dict[str, list[ScanAnswer]] = {}
    for row in rows:
        found.setdefault(row.invitation.organisation.name, []).append(row)
    return [PartyAnswers(party, answers) for party, answers in found.items()]


def _counted(scan: CooperationScan) -> QuerySet[ScanAnswer]:
    counted = ScanAnswer.objects.filter(
        invitation__scan=scan, invitation__revoked_at=None, invitation__answered_at__isnull=False
    )
    return counted.order_by("invitation__organisation__name", "question__dimension__rank", "question__rank")


def improvements_of(scan: CooperationScan) -> list[ActionItem]:
    """Return the action items that came out of a measurement."""
    return list(ActionItem.objects.filter(scan=scan).select_related("owner_person__organisation").order_by("pk"))


def invitations_of(scan: CooperationScan) -> list[ScanInvitation]:
    """Return who was asked, by name. One query."""
    return list(scan.invitations.select_related("organisation").order_by("organisation__name", "created_at"))


def parties_to_ask(scan: CooperationScan) -> QuerySet[Organisation]:
    """Return the parties of the area that were not asked yet."""
    asked = ScanInvitation.objects.filter(scan=scan, revoked_at=None).values("organisation")
    here = AreaOrganisation.objects.filter(area=scan.area_id).values("organisation")
    return Organisation.objects.filter(pk__in=here, merged_into=None).exclude(pk__in=asked).order_by("name")


def answers_of(invitation: ScanInvitation) -> dict[UUID, ScanAnswer]:
    """Return what a party answered so far, by question. One query."""
    return {answer.question_id: answer for answer in invitation.answers.all()}


def scan_cells(lines: Iterable[Line]) -> Iterator[list[Value]]:
    """Return what a file tells: a line for each dimension, and below it one for each statement."""
    for line in lines:
        then = line.before.middle if line.before else None
        yield [line.spread.name, "", *_numbers(line.spread), _cell(then)]
        for question in line.questions:
            yield [line.spread.name, question.name, *_numbers(question), ""]


def _numbers(spread: Any) -> list[Value]:
    values = (spread.low, spread.lower, spread.middle, spread.upper, spread.high)
    return [spread.parties, spread.unknown, *(_cell(value) for value in values)]


def _cell(value: float | None) -> str:
    return "" if value is None else shown(value)
