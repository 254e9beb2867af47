"""Reading a consultation: by its version, by a link, and who has still to be reminded."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from areas.access import memberships_on
from areas.models import Area
from coalition.agreement.consultations.access import facts_of
from coalition.agreement.consultations.models import Consultation, ConsultationReply
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.rules.snapshot import ArticleText, VersionText
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.links.rules import LinkState, state_of

REMIND_DAYS = (7, 2)
"""How many days before the last one who did not answer is reminded."""


@dataclass(frozen=True)
class ReplyRow:
    """One party in the consultation; its words only for who may read them."""

    reply: ConsultationReply
    remarks: list[tuple[ArticleText, str]]
    may_read: bool
    is_own: bool


def consultation_of(version: AgreementVersion) -> Consultation | None:
    """Return the consultation of a version, if there is one. One query."""
    return Consultation.objects.filter(version=version).first()


def is_open(consultation: Consultation, today: date) -> bool:
    """Tell whether parties may still answer."""
    return state_of(facts_of(consultation), today) == LinkState.OPEN


def reply_rows(consultation: Consultation, text: VersionText, own: set[UUID], *, reads_all: bool) -> list[ReplyRow]:
    """Return every party asked, by name, with its answer for who may read it. One query."""
    rows = consultation.replies.select_related("organisation", "answered_by").order_by("organisation__name")
    return [
        ReplyRow(
            row,
            remarks_of(row, text) if reads_all or row.organisation_id in own else [],
            reads_all or row.organisation_id in own,
            row.organisation_id in own,
        )
        for row in rows
    ]


def remarks_of(reply: ConsultationReply, text: VersionText) -> list[tuple[ArticleText, str]]:
    """Return what a party says per article, in the order of the text."""
    return [(article, reply.remarks[article.id]) for article in text.articles if reply.remarks.get(article.id)]


def said_by_link(reply: ConsultationReply) -> dict[str, str]:
    """Return where a party said it stands in its reaction, by the id of the article, as far as that still waits. One query."""
    rows = ArticlePosition.objects.filter(
        organisation=reply.organisation_id,
        article__chapter__agreement=reply.consultation.version.agreement_id,
        given_as=GivenAs.LINK,
        answered_at=None,
    )
    return {str(article): consent for article, consent in rows.values_list("article_id", "consent")}


def replies_to_remind(today: date) -> QuerySet[ConsultationReply]:
    """Return who did not answer and is due a reminder: 7 and 2 days before the last day, each once."""
    due = Q()
    for days in REMIND_DAYS:
        begins = F("consultation__deadline") - timedelta(days=days)
        due |= Q(consultation__deadline__lte=today + timedelta(days=days)) & (
            Q(reminded_on__isnull=True) | Q(reminded_on__lt=begins)
        )
    waiting = ConsultationReply.objects.filter(
        due, answered_at=None, consultation__closed_at=None, consultation__deadline__gte=today
    )
    return waiting.select_related("organisation", "consultation__version__agreement__area").order_by("pk")


def addresses_of(area: Area, organisation: UUID, today: date) -> list[str]:
    """Return the addresses of a party's members in the area. One query."""
    members = memberships_on(today).filter(area=area, organisation=organisation, user__is_active=True)
    return sorted(set(members.values_list("user__email", flat=True)))
