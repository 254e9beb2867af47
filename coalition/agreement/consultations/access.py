"""The door to a consultation for who has no account: one link for each party that was asked."""

from django.db.models import QuerySet

from coalition.agreement.consultations.models import Consultation, ConsultationReply
from novex_portal.toolkit.links.door import LinkDoor
from novex_portal.toolkit.links.rules import LinkFacts


def facts_of(consultation: Consultation) -> LinkFacts:
    """Return what decides over whether parties may still answer, by a link or as a member."""
    return LinkFacts(closed=consultation.closed_at is not None, until=consultation.deadline)


def _asked() -> QuerySet[ConsultationReply]:
    return ConsultationReply.objects.select_related("organisation", "consultation__version__agreement__area")


CONSULTATIONS = LinkDoor(
    purpose="coalition.consultation",
    page="consultation-link",
    rows=_asked,
    facts=lambda reply: facts_of(reply.consultation),
)
