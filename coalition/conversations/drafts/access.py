"""The door to a draft: its author alone."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.conversations.drafts.models import ConversationDraft


def draft_for(user: User, slug: str, pk: UUID) -> ConversationDraft:
    """Return a draft of the user's own; another's draft does not exist for them."""
    area = area_for(user, slug, Permission.LOG_CONVERSATION)
    draft = ConversationDraft.objects.filter(area=area, author=user, pk=pk).first()
    if draft is None:
        raise Http404("Dit concept is er niet.")
    return draft
