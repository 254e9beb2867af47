"""The door to a letter with terugkoppeling."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.conversations.feedback.models import FeedbackLetter
from coalition.conversations.recording.access import conversation_to_work_out_for


def letter_for(user: User, slug: str, pk: UUID) -> FeedbackLetter:
    """Return a letter of a conversation of which the user may write one."""
    area = area_for(user, slug, Permission.VIEW_CONVERSATIONS)
    letters = FeedbackLetter.objects.select_related("organisation", "written_by", "conversation__area")
    letter = letters.filter(conversation__area=area, pk=pk).first()
    if letter is None:
        raise Http404("Deze brief is er niet.")
    conversation_to_work_out_for(user, slug, letter.conversation_id)
    return letter
