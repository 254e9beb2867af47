"""Doors to a round of conversations and to whom it means to speak with."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.conversations.rounds.models import ConversationRound, RoundTarget


def round_for(user: User, slug: str, pk: UUID, need: Permission = Permission.LOG_CONVERSATION) -> ConversationRound:
    """Return a round of conversations of the area."""
    area = area_for(user, slug, need)
    round = ConversationRound.objects.select_related("area").filter(area=area, pk=pk).first()
    if round is None:
        raise Http404("Deze ronde is er niet.")
    return round


def target_for(user: User, slug: str, pk: UUID) -> RoundTarget:
    """Return somebody one wants to speak with in a round of the area."""
    area = area_for(user, slug, Permission.LOG_CONVERSATION)
    targets = RoundTarget.objects.select_related("round__area", "organisation")
    target = targets.filter(round__area=area, pk=pk).first()
    if target is None:
        raise Http404("Deze partij staat niet op de lijst van een ronde.")
    return target
