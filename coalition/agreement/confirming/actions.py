"""A party makes what was written down for it its own word; and its bestuurders hear of it, once a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from areas.access import memberships_on
from areas.enums import Role
from areas.models import Area, Organisation, User
from coalition.agreement.ambitions.actions import confirm_support
from coalition.agreement.ambitions.models import AmbitionSupport
from coalition.agreement.amendments.actions import answer_handling, confirm_proposal
from coalition.agreement.amendments.enums import AmendmentStatus
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.confirming.queries import untold
from coalition.agreement.open_points.actions import confirm_stand
from coalition.agreement.open_points.models import OpenPointStand
from coalition.agreement.positions.actions import confirm_positions
from coalition.planning_group.decisions.actions import confirm_decision
from coalition.planning_group.decisions.models import DecisionPosition
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.mail.outbox import Draft, queue_mails
from novex_portal.toolkit.mail.writing import write_mail
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem

TOLD_FROM = 16
"""From this hour of the day on the mail leaves: what was written down that day is in it."""
GONE = "Dit is intussen gewijzigd of al bevestigd. Kijk wat er nu staat."


@dataclass(frozen=True)
class Chosen:
    """One thing a bestuurder confirms, as it was read."""

    kind: str
    pk: str
    version: int


@action
def confirm_waiting(*, area: Area, organisation: Organisation, actor: User, chosen: Iterable[Chosen]) -> int:
    """Let a party say itself what was written down for it, all of it or nothing; return how much.

    Raises Conflict when one of these was changed or confirmed meanwhile, or its text became another, and Problem when the
    actor does not speak for the party.
    """
    rows = list(chosen)
    if not rows:
        raise Problem("Kies wat u bevestigt.")
    articles = {UUID(row.pk): row.version for row in rows if row.kind == "artikel"}
    if articles:
        confirm_positions(organisation=organisation, area=area, actor=actor, seen=articles)
    for row in rows:
        if row.kind != "artikel":
            _confirm(area, organisation, actor, row)
    return len(rows)


def _confirm(area: Area, organisation: Organisation, actor: User, row: Chosen) -> None:
    mine = {"pk": row.pk, "organisation": organisation}
    match row.kind:
        case "ambitie":
            support = _found(AmbitionSupport.objects.filter(**mine, ambition__area=area).first())
            confirm_support(support=support, actor=actor, version=row.version)
        case "punt":
            stand = _found(OpenPointStand.objects.filter(**mine, point__agreement__area=area).first())
            confirm_stand(stand=stand, actor=actor, version=row.version)
        case "besluit":
            position = _found(DecisionPosition.objects.filter(**mine, decision__area=area).first())
            confirm_decision(position=position, actor=actor, version=row.version)
        case "voorstel":
            proposal = _found(Amendment.objects.filter(**mine, agreement__area=area).first())
            if not proposal.waits:
                raise Conflict(GONE)
            confirm_proposal(amendment=proposal, actor=actor, version=row.version)
        case "wijziging":
            amendment = _found(Amendment.objects.filter(**mine, agreement__area=area).first())
            if not amendment.is_unconfirmed:
                raise Conflict(GONE)
            accepts = amendment.status == AmendmentStatus.ACCEPTED
            answer = amendment.answer
            answer_handling(amendment=amendment, actor=actor, version=row.version, accepts=accepts, answer=answer)
        case _:
            raise Problem("Dit kunt u niet bevestigen.")


def _found[Row](row: Row | None) -> Row:
    if row is None:
        raise Conflict(GONE)
    return row


@action(by=By.CLOCK)
def tell_of_waiting(*, now: datetime) -> int:
    """Owe every bestuurder for whose party something was written down one mail a day; return how many are new.

    Repeatable: whoever got today's mail gets no other, and what was told is not told again. The mail holds how much waits
    and where, and no word of it.
    """
    local = timezone.localtime(now)
    if local.hour < TOLD_FROM:
        return 0
    today, waiting = local.date(), untold()
    if not waiting:
        return 0
    seats = memberships_on(today).filter(role=Role.EXECUTIVE, user__is_active=True).select_related("user")
    told: dict[User, list[tuple[Area, Organisation, int]]] = {}
    listeners: dict[tuple[UUID, UUID], set[User]] = {}
    for seat in seats.filter(organisation__in=[party for _, party in waiting]):
        key = (seat.area_id, seat.organisation_id)
        if seat.area and seat.organisation and key in waiting:
            number = sum(len(one.pks) for one in waiting[key])
            told.setdefault(seat.user, []).append((seat.area, seat.organisation, number))
            listeners.setdefault((seat.area.pk, seat.organisation.pk), set()).add(seat.user)
    keys = {user: f"to-confirm:{user.pk}:{today}" for user in told}
    done = set(OutgoingMail.objects.filter(dedupe_key__in=keys.values()).values_list("dedupe_key", flat=True))
    fresh = {user for user in told if keys[user] not in done}
    queue_mails([_draft(user, told[user], keys[user]) for user in fresh])
    for key, people in listeners.items():
        if people <= fresh:
            for one in waiting[key]:
                one.rows.update(**{one.field: today})
    return len(fresh)


def _draft(user: User, rows: list[tuple[Area, Organisation, int]], key: str) -> Draft:
    lines = [
        {
            "area": area.name,
            "organisation": organisation.name,
            "number": number,
            "url": settings.BASE_URL + reverse("to-confirm", args=[area.slug, organisation.pk]),
        }
        for area, organisation, number in rows
    ]
    subject = "Bevestig of verbeter wat voor uw organisatie is opgeschreven"
    mail = write_mail("coalition/agreement/confirming/mail/waiting", subject, {"lines": lines})
    return Draft(user.email, mail.subject, mail.text, key, mail.html)
