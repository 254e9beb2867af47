"""What keeps an organisation in an area: everything of this area that names it or its people."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from areas.models import Area, ContactPerson, Invitation, Mandate, Membership, Organisation
from coalition.models import (
    ActionItem,
    AgreementParty,
    Conversation,
    DecisionPosition,
    MeetingAttendee,
    Participant,
    Seat,
    Statement,
)


@dataclass(frozen=True)
class Hanging:
    """So many things of one sort, in words for one and for more."""

    number: int
    one: str
    many: str

    @property
    def words(self) -> str:
        """3 gesprekken."""
        return f"{self.number} {self.one if self.number == 1 else self.many}"


def what_hangs_on(organisation: Organisation, area: Area) -> list[Hanging]:
    """Return what of this area hangs on the organisation; empty when it can leave. A fixed number of queries."""
    found = (Hanging(rows.count(), one, many) for rows, one, many in _tables(organisation, area))
    return [hanging for hanging in found if hanging.number]


def _tables(organisation: Organisation, area: Area) -> list[tuple[QuerySet[Any], str, str]]:
    theirs = {"person__organisation": organisation}
    at_the_table = Participant.objects.filter(organisation=organisation, conversation__area=area)
    said = Statement.objects.filter(organisation=organisation, conversation__area=area)
    spoken = Q(pk__in=at_the_table.values("conversation")) | Q(pk__in=said.values("conversation"))
    mandates = Q(organisation=organisation) | Q(**theirs)
    open_invitations = Q(accepted_at=None, revoked_at=None)
    return [
        (Conversation.objects.filter(spoken, area=area), "gesprek", "gesprekken"),
        (
            AgreementParty.objects.filter(agreement__area=area, organisation=organisation),
            "plaats in het akkoord",
            "plaatsen in het akkoord",
        ),
        (
            DecisionPosition.objects.filter(decision__area=area, organisation=organisation),
            "standpunt bij een besluit",
            "standpunten bij besluiten",
        ),
        (Mandate.objects.filter(mandates, area=area), "mandaat", "mandaten"),
        (
            Seat.objects.filter(area=area, **theirs),
            "plek in de planningsgroep",
            "plekken in de planningsgroep",
        ),
        (
            MeetingAttendee.objects.filter(meeting__area=area, **theirs),
            "aanwezigheid bij een overleg",
            "aanwezigheden bij overleggen",
        ),
        (
            ActionItem.objects.filter(area=area, owner_person__organisation=organisation),
            "afspraak",
            "afspraken",
        ),
        (
            ContactPerson.objects.filter(area=area, **theirs),
            "contactpersoon op de factsheet",
            "contactpersonen op de factsheet",
        ),
        (
            Membership.objects.filter(area=area, organisation=organisation),
            "lid van het gebied",
            "leden van het gebied",
        ),
        (
            Invitation.objects.filter(open_invitations, area=area, organisation=organisation),
            "open uitnodiging",
            "open uitnodigingen",
        ),
    ]
