"""The door to a marked passage."""

from uuid import UUID

from areas.access import door
from areas.enums import Permission
from areas.models import User
from coalition.conversations.passages.models import Passage
from coalition.conversations.recording.access import conversation_to_work_out_for

_any_passage_for = door(
    Passage.objects.select_related("statement"),
    area="conversation__area",
    need=Permission.VIEW_CONVERSATIONS,
    missing="Deze passage is er niet.",
)


def passage_for(user: User, slug: str, pk: UUID) -> Passage:
    """Return a marked passage of a conversation of which the user may mark passages."""
    passage = _any_passage_for(user, slug, pk)
    conversation_to_work_out_for(user, slug, passage.conversation_id)
    return passage
