"""Doors to conversations: to read one, to change one, and to work one out."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from areas.access import door, may
from areas.enums import Permission
from areas.models import Area, User
from coalition.conversations.readers.models import ConversationReader
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.recording.models import Conversation


def readable_by(user: User, area: Area) -> Q:
    """Return the condition under which the user may read a conversation of this area.

    Author and named readers always; level *gebied* for who may see conversations; level
    *planningsgroep* for who has that right. *Vertrouwelijk* is for author and readers alone.
    """
    named = Q(pk__in=ConversationReader.objects.filter(user=user).values("conversation"))
    levels = []
    if may(user, area, Permission.VIEW_CONVERSATIONS):
        levels.append(Confidentiality.AREA)
    if may(user, area, Permission.READ_PLANNING_LEVEL):
        levels.append(Confidentiality.PLANNING_GROUP)
    return Q(author=user) | Q(confidentiality__in=levels) | named


def conversations_for(user: User, area: Area) -> QuerySet[Conversation]:
    """Return the conversations of the area that the user may read."""
    return Conversation.objects.filter(readable_by(user, area), area=area)


conversation_for = door(
    Conversation.objects.defer("search").select_related("author", "round"),
    need=Permission.VIEW_CONVERSATIONS,
    only=readable_by,
    missing="Dit gesprek is er niet, of u mag het niet lezen.",
)
"""Return one conversation the user may read; one they may not read does not exist for them."""


def editable_conversation_for(user: User, slug: str, pk: UUID) -> Conversation:
    """Return a conversation the user may change: its author alone may."""
    conversation = conversation_for(user, slug, pk, Permission.LOG_CONVERSATION)
    if conversation.author_id != user.pk:
        raise PermissionDenied("Alleen wie het gesprek vastlegde, kan het wijzigen.")
    return conversation


def may_change(user: User, conversation: Conversation) -> bool:
    """Tell whether somebody who may read a conversation may also change it."""
    return conversation.author_id == user.pk and may(user, conversation.area, Permission.LOG_CONVERSATION)


def may_work_out(user: User, conversation: Conversation) -> bool:
    """Tell whether somebody who may read a conversation may also work it out, and show a party its part.

    The author may, and the planning group; of a confidential conversation the author alone.
    """
    if conversation.author_id == user.pk:
        return may(user, conversation.area, Permission.LOG_CONVERSATION)
    confidential = conversation.confidentiality == Confidentiality.CONFIDENTIAL
    return not confidential and may(user, conversation.area, Permission.WORK_IN_PLANNING_GROUP)


def may_work_out_of(user: User, area: Area) -> QuerySet[Conversation]:
    """Return the conversations of the area that the user may work out."""
    allowed = Q(author=user)
    if may(user, area, Permission.WORK_IN_PLANNING_GROUP):
        allowed |= ~Q(confidentiality=Confidentiality.CONFIDENTIAL)
    return conversations_for(user, area).filter(allowed)


def conversation_to_work_out_for(user: User, slug: str, pk: UUID) -> Conversation:
    """Return a conversation the user may work out: ask for wederhoor, give terugkoppeling, mark passages."""
    conversation = conversation_for(user, slug, pk)
    if not may_work_out(user, conversation):
        raise PermissionDenied("Alleen wie het gesprek vastlegde en de planningsgroep kunnen dit.")
    return conversation
