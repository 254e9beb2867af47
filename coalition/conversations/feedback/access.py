"""The door to a letter with terugkoppeling."""

from uuid import UUID

from areas.access import door
from areas.enums import Permission
from areas.models import User
from coalition.conversations.feedback.models import FeedbackLetter
from coalition.conversations.recording.access import conversation_to_work_out_for

_any_letter_for = door(
    FeedbackLetter.objects.select_related("organisation", "written_by"),
    area="conversation__area",
    need=Permission.VIEW_CONVERSATIONS,
    missing="Deze brief is er niet.",
)


def letter_for(user: User, slug: str, pk: UUID) -> FeedbackLetter:
    """Return a letter of a conversation of which the user may write one."""
    letter = _any_letter_for(user, slug, pk)
    conversation_to_work_out_for(user, slug, letter.conversation_id)
    return letter
