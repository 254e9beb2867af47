"""The door to a wederhoor."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.conversations.recording.access import conversation_to_work_out_for
from coalition.conversations.right_of_reply.models import RightOfReply


def reply_for(user: User, slug: str, pk: UUID) -> RightOfReply:
    """Return a wederhoor of a conversation of which the user may send one."""
    area = area_for(user, slug, Permission.VIEW_CONVERSATIONS)
    reply = RightOfReply.objects.filter(conversation__area=area, pk=pk).first()
    if reply is None:
        raise Http404("Dit wederhoor is er niet.")
    conversation_to_work_out_for(user, slug, reply.conversation_id)
    return reply
