"""What keeps an organisation in an area: everything of this area that names it or its people."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from areas.models import Area, ContactPerson, Invitation, Mandate, Membership, Organisation
from coalition.agreement.ambitions.models import AmbitionSupport
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.consultations.models import ConsultationReply
from coalition.agreement.document.models import AgreementParty
from coalition.agreement.open_points.models import OpenPointStand
from coalition.agreement.packages.models import ArticleWeight
from coalition.agreement.positions.models import ArticlePosition
from coalition.analysis.network.models import Relation
from coalition.analysis.scan.models import ScanInvitation
from coalition.analysis.stakes.models import StakeScore
from coalition.conversations.recording.models import ActionItem, Conversation, Participant
from coalition.conversations.rounds.models import RoundTarget
from coalition.conversations.statements.models import Statement
from coalition.planning_group.decisions.models import DecisionPosition
from coalition.planning_group.meetings.models import MeetingAttendee
from coalition.planning_group.seats.models import Seat


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
    its = {"organisation": organisation}
    theirs = {"person__organisation": organisation}
    at_the_table = Participant.objects.filter(conversation__area=area, **its)
    said = Statement.objects.filter(conversation__area=area, **its)
    spoken = Q(pk__in=at_the_table.values("conversation")) | Q(pk__in=said.values("conversation"))
    places = AgreementParty.objects.filter(agreement__area=area, **its)
    positions = DecisionPosition.objects.filter(decision__area=area, **its)
    mandates = Mandate.objects.filter(Q(**its) | Q(**theirs), area=area)
    seats = Seat.objects.filter(area=area, **theirs)
    attended = MeetingAttendee.objects.filter(meeting__area=area, **theirs)
    actions = ActionItem.objects.filter(area=area, owner_person__organisation=organisation)
    contacts = ContactPerson.objects.filter(area=area, **theirs)
    amendments = Amendment.objects.filter(organisation=organisation, article__chapter__agreement__area=area)
    on_articles = ArticlePosition.objects.filter(organisation=organisation, article__chapter__agreement__area=area)
    weights = ArticleWeight.objects.filter(organisation=organisation, article__chapter__agreement__area=area)
    on_open_points = OpenPointStand.objects.filter(organisation=organisation, point__agreement__area=area)
    consulted = ConsultationReply.objects.filter(
        organisation=organisation, consultation__version__agreement__area=area
    )
    supports = AmbitionSupport.objects.filter(organisation=organisation, ambition__area=area)
    targets = RoundTarget.objects.filter(organisation=organisation, round__area=area)
    scores = StakeScore.objects.filter(organisation=organisation, challenge__area=area)
    relations = Relation.objects.filter(Q(first=organisation) | Q(second=organisation), area=area)
    scans = ScanInvitation.objects.filter(scan__area=area, revoked_at=None, **its)
    members = Membership.objects.filter(area=area, **its)
    invitations = Invitation.objects.filter(area=area, accepted_at=None, revoked_at=None, **its)
    return [
        (Conversation.objects.filter(spoken, area=area), "gesprek", "gesprekken"),
        (places, "plaats in het akkoord", "plaatsen in het akkoord"),
        (positions, "standpunt bij een besluit", "standpunten bij besluiten"),
        (consulted, "reactie in een consultatie", "reacties in consultaties"),
        (weights, "gewicht van een artikel", "gewichten van artikelen"),
        (on_open_points, "standpunt zonder overeenstemming", "standpunten zonder overeenstemming"),
        (mandates, "mandaat", "mandaten"),
        (seats, "plek in de planningsgroep", "plekken in de planningsgroep"),
        (attended, "aanwezigheid bij een overleg", "aanwezigheden bij overleggen"),
        (actions, "afspraak", "afspraken"),
        (relations, "relatie", "relaties"),
        (amendments, "wijzigingsvoorstel", "wijzigingsvoorstellen"),
        (on_articles, "standpunt over een artikel", "standpunten over artikelen"),
        (supports, "steun voor een ambitie", "keer steun voor een ambitie"),
        (targets, "plek op een lijst van een gespreksronde", "plekken op lijsten van gespreksrondes"),
        (scores, "score in het krachtenveld", "scores in het krachtenveld"),
        (scans, "samenwerkingsscan", "samenwerkingsscans"),
        (contacts, "contactpersoon op de factsheet", "contactpersonen op de factsheet"),
        (members, "lid van het gebied", "leden van het gebied"),
        (invitations, "open uitnodiging", "open uitnodigingen"),
    ]
