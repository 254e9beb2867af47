"""Mails to the other area about what waits across the border."""

from django.conf import settings
from django.urls import reverse

from areas.models import Area, User
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.models import Dependency
from deliverables.agenda.plan.queries.dependencies import asked_area
from deliverables.agenda.plan.queries.people import planners_of
from novex_portal.toolkit.mail.writing import queue_written_mail

_MAIL = "deliverables/agenda/plan/mail/"


def tell_proposal(*, dependency: Dependency) -> None:
    """Ask the planning group of the other area for an answer; nothing to tell within one area."""
    asked = asked_area(dependency)
    if asked is None:
        return
    subject = f"{dependency.proposed_in} vraagt u iets over de planning"
    for reader in planners_of(asked):
        _send("dependency_asked", subject, reader, asked, dependency)


def tell_answer(*, dependency: Dependency) -> None:
    """Tell who proposed it what the other area answered."""
    asked = asked_area(dependency)
    if asked is None or not dependency.proposed_by.is_active:
        return
    said = "is het eens" if dependency.state == DependencyState.CONFIRMED else "is het niet eens"
    _send("dependency_answered", f"{asked} {said} met uw voorstel", dependency.proposed_by, asked, dependency)


def _send(template: str, subject: str, reader: User, asked: Area, dependency: Dependency) -> None:
    """Owe one mail. It names both measures by their code alone: titles stay in their own area."""
    to_asked = template == "dependency_asked"
    page = ("dependency-answer", asked.slug) if to_asked else ("dependency-edit", dependency.proposed_in.slug)
    context = {
        "dependency": dependency,
        "asked": asked,
        "confirmed": dependency.state == DependencyState.CONFIRMED,
        "link": settings.BASE_URL + reverse(page[0], args=[page[1], dependency.pk]),
    }
    queue_written_mail(
        _MAIL + template,
        to=reader.email,
        subject=subject,
        context=context,
        dedupe_key=f"{template}:{dependency.pk}:{dependency.version}:{reader.pk}",
    )
