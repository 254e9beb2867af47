"""Mail to who proposed a measure."""

from django.conf import settings

from areas.models import User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from novex_portal.toolkit.mail.writing import queue_written_mail


def tell_proposer(*, measure: Measure, answered_by: User) -> None:
    """Tell who proposed a measure what the planning group did with it; nobody writes to themselves."""
    proposer = measure.created_by
    if proposer == answered_by or not proposer.is_active:
        return
    taken_over = measure.status != MeasureStatus.DROPPED
    queue_written_mail(
        "deliverables/agenda/measures/mail/proposal_answered",
        to=proposer.email,
        subject=f"Uw voorstel {measure.code} staat op de agenda" if taken_over else f"Over uw voorstel {measure.code}",
        context={
            "measure": measure,
            "taken_over": taken_over,
            "link": settings.BASE_URL + measure.get_absolute_url(),
        },
        dedupe_key=f"proposal_answered:{measure.pk}:{measure.version}",
    )
