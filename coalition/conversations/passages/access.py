"""The door to a marked passage."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.conversations.passages.models import Passage
from coalition.conversations.recording.access import conversation_to_work_out_for


def passage_for(user: User, slug: str, pk: UUID) -> Passage:
    """Return a marked passage of a conversation of which the user may mark passages."""
    area = area_for(user, slug, Permission.VIEW_CONVERSATIONS)
    passages = Passage.objects.select_related("conversation__area", "statement")
    passage = passages.filter(conversation__area=area, pk=pk).first()
    if passage is None:
        raise Http404("Deze passage is er niet.")
    conversation_to_work_out_for(user, slug, passage.conversation_id)
    return passage
