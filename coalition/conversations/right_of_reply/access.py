"""The door to a wederhoor."""

from uuid import UUID

from areas.access import door
from areas.enums import Permission
from areas.models import User
from coalition.conversations.recording.access import conversation_to_work_out_for, editable_conversation_for
from coalition.conversations.right_of_reply.models import RightOfReply

_any_reply_for = door(
    RightOfReply.objects,
    area="conversation__area",
    need=Permission.VIEW_CONVERSATIONS,
    missing="Dit wederhoor is er niet.",
)


def reply_to_handle_for(user: User, slug: str, pk: UUID) -> RightOfReply:
    """Return a wederhoor of which the user may take proposals over: whoever may change the conversation."""
    reply = _any_reply_for(user, slug, pk)
    editable_conversation_for(user, slug, reply.conversation_id)
    return reply


def reply_for(user: User, slug: str, pk: UUID) -> RightOfReply:
    """Return a wederhoor of a conversation of which the user may send one."""
    reply = _any_reply_for(user, slug, pk)
    conversation_to_work_out_for(user, slug, reply.conversation_id)
    return reply
