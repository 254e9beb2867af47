"""The door to a draft: its author alone."""

from django.db.models import Q

from areas.access import door
from areas.enums import Permission
from coalition.conversations.drafts.models import ConversationDraft

draft_for = door(
    ConversationDraft.objects,
    need=Permission.LOG_CONVERSATION,
    only=lambda user, area: Q(author=user),
    missing="Dit concept is er niet.",
)
"""Return a draft of the user's own; another's draft does not exist for them."""
