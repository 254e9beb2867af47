"""Doors to what lies inside an area's coalition; each is built on `areas.access.area_for`."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from areas.access import area_for, may
from areas.enums import Permission
from areas.models import Area, User
from coalition.enums import Confidentiality
from coalition.models import (
    Agreement,
    AgreementParty,
    AgreementVersion,
    Ambition,
    Article,
    Chapter,
    Conversation,
    ConversationDraft,
    ConversationReader,
)


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


def conversation_for(
    user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_CONVERSATIONS
) -> Conversation:
    """Return one conversation the user may read; one they may not read does not exist for them."""
    area = area_for(user, slug, need)
    found = conversations_for(user, area).defer("search").select_related("area", "author")
    conversation = found.filter(pk=pk).first()
    if conversation is None:
        raise Http404("Dit gesprek is er niet, of u mag het niet lezen.")
    return conversation


def editable_conversation_for(user: User, slug: str, pk: UUID) -> Conversation:
    """Return a conversation the user may change: its author alone may."""
    conversation = conversation_for(user, slug, pk, Permission.LOG_CONVERSATION)
    if conversation.author_id != user.pk:
        raise PermissionDenied("Alleen wie het gesprek vastlegde, kan het wijzigen.")
    return conversation


def draft_for(user: User, slug: str, pk: UUID) -> ConversationDraft:
    """Return a draft of the user's own; another's draft does not exist for them."""
    area = area_for(user, slug, Permission.LOG_CONVERSATION)
    draft = ConversationDraft.objects.filter(area=area, author=user, pk=pk).first()
    if draft is None:
        raise Http404("Dit concept is er niet.")
    return draft


def ambition_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AMBITIONS) -> Ambition:
    """Return an ambition of the area."""
    area = area_for(user, slug, need)
    ambition = Ambition.objects.select_related("area").filter(area=area, pk=pk).first()
    if ambition is None:
        raise Http404("Deze ambitie is er niet.")
    return ambition


def agreement_for(
    user: User, slug: str, need: Permission = Permission.VIEW_AGREEMENT
) -> tuple[Area, Agreement | None]:
    """Return the area and its akkoord, or None where nobody has begun one yet."""
    area = area_for(user, slug, need)
    return area, Agreement.objects.select_related("area").filter(area=area).first()


def chapter_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT) -> Chapter:
    """Return a chapter of the area's akkoord."""
    area = area_for(user, slug, need)
    chapter = Chapter.objects.select_related("agreement__area").filter(agreement__area=area, pk=pk).first()
    if chapter is None:
        raise Http404("Dit hoofdstuk is er niet.")
    return chapter


def agreement_party_for(
    user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT
) -> AgreementParty:
    """Return a party of the area's akkoord."""
    area = area_for(user, slug, need)
    parties = AgreementParty.objects.select_related("agreement__area", "organisation")
    party = parties.filter(agreement__area=area, pk=pk).first()
    if party is None:
        raise Http404("Deze partij van het akkoord is er niet.")
    return party


def article_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT) -> Article:
    """Return an article of the area's akkoord."""
    area = area_for(user, slug, need)
    article = (
        Article.objects.select_related("chapter__agreement__area").filter(chapter__agreement__area=area, pk=pk).first()
    )
    if article is None:
        raise Http404("Dit artikel is er niet.")
    return article


def version_for(user: User, slug: str, number: int, need: Permission = Permission.VIEW_AGREEMENT) -> AgreementVersion:
    """Return a frozen version of the area's akkoord by its number."""
    area = area_for(user, slug, need)
    version = (
        AgreementVersion.objects.select_related("agreement__area", "frozen_by")
        .filter(agreement__area=area, number=number)
        .first()
    )
    if version is None:
        raise Http404("Deze versie is er niet.")
    return version
