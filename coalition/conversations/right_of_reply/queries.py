"""Reading wederhoor: by its link, of a conversation, and what came in for somebody."""

from uuid import UUID

from django.db.models import QuerySet

from areas.models import User
from coalition.conversations.recording.models import Conversation
from coalition.conversations.right_of_reply.enums import ReplyStatus
from coalition.conversations.right_of_reply.models import RightOfReply
from coalition.conversations.right_of_reply.rules import is_unchanged
from novex_portal.toolkit.links.door import LinkDoor
from novex_portal.toolkit.links.rules import LinkFacts

ANSWERED = (ReplyStatus.CONFIRMED, ReplyStatus.AMENDED)


def _replies() -> QuerySet[RightOfReply]:
    rows = RightOfReply.objects.select_related("organisation", "conversation__area")
    return rows.defer("conversation__report", "conversation__search")


def words_of(conversation: Conversation, organisation_id: UUID) -> list[dict[str, str]]:
    """Return the statements of one organisation as they are frozen for it."""
    rows = conversation.statements.filter(organisation=organisation_id).select_related("challenge")
    return [
        {"id": str(row.pk), "challenge": row.challenge.title, "position": row.position, "interest": row.interest}
        for row in rows
    ]


def _facts(reply: RightOfReply) -> LinkFacts:
    """Return what decides over the link of a wederhoor. One query, for an open one only."""
    unchanged = reply.status != ReplyStatus.OPEN or is_unchanged(
        reply.statements, words_of(reply.conversation, reply.organisation_id)
    )
    return LinkFacts(
        used=reply.status in ANSWERED,
        revoked=reply.status == ReplyStatus.REVOKED,
        until=reply.expires_at,
        changed=not unchanged,
    )


REPLIES = LinkDoor(
    purpose="coalition.right-of-reply",
    page="right-of-reply",
    rows=_replies,
    facts=_facts,
)


def replies_of(conversation: Conversation) -> list[RightOfReply]:
    """Return every wederhoor of a conversation, newest first, with what was proposed beside it. One query."""
    rows = list(conversation.rights_of_reply.select_related("organisation"))
    for row in rows:
        row.changes = [  # type: ignore[attr-defined]
            (said, row.proposals[said["id"]]) for said in row.statements if row.proposals.get(said["id"])
        ]
    return rows


def replies_received(user: User) -> QuerySet[RightOfReply]:
    """Return what came in on conversations of this author and was not marked as seen, oldest first."""
    rows = RightOfReply.objects.filter(conversation__author=user, status__in=ANSWERED, seen_at__isnull=True)
    return rows.select_related("organisation", "conversation__area").order_by("answered_at", "pk")
