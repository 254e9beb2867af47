"""Doors to working out a conversation: wederhoor, terugkoppeling, passages. Built on `coalition.access.conversation_for`."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from areas.access import area_for, may
from areas.enums import Permission
from areas.models import Area, User
from coalition.access import conversation_for, conversations_for
from coalition.enums import Confidentiality
from coalition.models import Conversation, FeedbackLetter, Passage, RightOfReply


def may_work_out(user: User, conversation: Conversation) -> bool:
    """Tell whether somebody who may read a conversation may also work it out, and show a party its part.

    The author may, and the planning group; of a confidential conversation the author alone.
    """
    if conversation.author_id == user.pk:
        return may(user, conversation.area, Permission.LOG_CONVERSATION)
    confidential = conversation.confidentiality == Confidentiality.CONFIDENTIAL
    return not confidential and may(user, conversation.area, Permission.WORK_IN_BACKBONE)


def may_work_out_of(user: User, area: Area) -> QuerySet[Conversation]:
    """Return the conversations of the area that the user may work out."""
    allowed = Q(author=user)
    if may(user, area, Permission.WORK_IN_BACKBONE):
        allowed |= ~Q(confidentiality=Confidentiality.CONFIDENTIAL)
    return conversations_for(user, area).filter(allowed)


def conversation_to_work_out_for(user: User, slug: str, pk: UUID) -> Conversation:
    """Return a conversation the user may work out: ask for wederhoor, give terugkoppeling, mark passages."""
    conversation = conversation_for(user, slug, pk)
    if not may_work_out(user, conversation):
        raise PermissionDenied("Alleen wie het gesprek vastlegde en de planningsgroep kunnen dit.")
    return conversation


def reply_for(user: User, slug: str, pk: UUID) -> RightOfReply:
    """Return a wederhoor of a conversation of which the user may send one."""
    area = area_for(user, slug, Permission.VIEW_CONVERSATIONS)
    reply = RightOfReply.objects.filter(conversation__area=area, pk=pk).first()
    if reply is None:
        raise Http404("Dit wederhoor is er niet.")
    conversation_to_work_out_for(user, slug, reply.conversation_id)
    return reply


def passage_for(user: User, slug: str, pk: UUID) -> Passage:
    """Return a marked passage of a conversation of which the user may mark passages."""
    area = area_for(user, slug, Permission.VIEW_CONVERSATIONS)
    passages = Passage.objects.select_related("conversation__area", "statement")
    passage = passages.filter(conversation__area=area, pk=pk).first()
    if passage is None:
        raise Http404("Deze passage is er niet.")
    conversation_to_work_out_for(user, slug, passage.conversation_id)
    return passage


def letter_for(user: User, slug: str, pk: UUID) -> FeedbackLetter:
    """Return a letter of a conversation of which the user may write one."""
    area = area_for(user, slug, Permission.VIEW_CONVERSATIONS)
    letters = FeedbackLetter.objects.select_related("organisation", "written_by", "conversation__area")
    letter = letters.filter(conversation__area=area, pk=pk).first()
    if letter is None:
        raise Http404("Deze brief is er niet.")
    conversation_to_work_out_for(user, slug, letter.conversation_id)
    return letter
