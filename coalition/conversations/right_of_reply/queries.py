"""Reading wederhoor: by its link, of a conversation, and what came in for somebody."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from areas.accounts.tokens import fingerprint
from areas.models import User
from coalition.conversations.recording.models import Conversation
from coalition.conversations.right_of_reply.enums import ReplyStatus
from coalition.conversations.right_of_reply.models import RightOfReply
from coalition.conversations.right_of_reply.rules import LinkState, is_unchanged, link_state

PURPOSE = "coalition.right-of-reply"
ANSWERED = (ReplyStatus.CONFIRMED, ReplyStatus.AMENDED)


def reply_by_token(token: str) -> RightOfReply | None:
    """Return what a link is for; a link that is not ours costs no query."""
    key = fingerprint(token, PURPOSE)
    if not key:
        return None
    rows = RightOfReply.objects.select_related("organisation", "conversation__area")
    return rows.defer("conversation__report", "conversation__search").filter(token_hash=key).first()


def words_of(conversation: Conversation, organisation_id: UUID) -> list[dict[str, str]]:
    """Return the statements of one organisation as they are frozen for it."""
    rows = conversation.statements.filter(organisation=organisation_id).select_related("challenge")
    return [
        {"id": str(row.pk), "challenge": row.challenge.title, "position": row.position, "interest": row.interest}
        for row in rows
    ]


def state_of_reply(reply: RightOfReply, now: datetime) -> LinkState:
    """Tell whether the link of a wederhoor still shows its text. One query, for an open one only."""
    unchanged = reply.status != ReplyStatus.OPEN or is_unchanged(
        reply.statements, words_of(reply.conversation, reply.organisation_id)
    )
    return link_state(reply.status, reply.expires_at, now, unchanged=unchanged)


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
