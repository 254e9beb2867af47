"""Doors to a round of conversations and to whom it means to speak with."""

from areas.access import door
from areas.enums import Permission
from coalition.conversations.rounds.models import ConversationRound, RoundTarget

round_for = door(
    ConversationRound.objects,
    need=Permission.LOG_CONVERSATION,
    missing="Deze ronde is er niet.",
)
"""Return a round of conversations of the area."""


target_for = door(
    RoundTarget.objects.select_related("organisation"),
    area="round__area",
    need=Permission.LOG_CONVERSATION,
    missing="Deze partij staat niet op de lijst van een ronde.",
)
"""Return somebody one wants to speak with in a round of the area."""
