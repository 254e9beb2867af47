"""Action items on the pages of who must do them, and in the list of the planning group.

An action item of a conversation follows it: its words are for who may read that. Somebody who is
named as the one to act, but may not read along, learns that there is something to do and by when.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, CharField, Exists, F, OuterRef, Value, When
from django.db.models.functions import Cast
from django.urls import reverse

from areas.access import permissions
from areas.enums import Permission
from areas.models import Area, User
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import ConversationReader

_NONE, _AUTHOR, _NAMED = "none", "author", "named"
_LEVELS = {
    Confidentiality.AREA.value: Permission.VIEW_CONVERSATIONS,
    Confidentiality.PLANNING_GROUP.value: Permission.READ_PLANNING_LEVEL,
}


@dataclass(frozen=True)
class ShownAction:
    """An action item as somebody may see it; `url` is empty where the conversation may not be opened."""

    what: str
    why: str
    url: str
    in_words: bool = True  # whether `what` is what was agreed, and not that something was


def footing(user: UUID) -> Case:
    """Return the expression that says on what footing the user may read the conversation of an action item."""
    named = ConversationReader.objects.filter(conversation=OuterRef("conversation"), user=user)
    return Case(
        When(conversation__isnull=True, then=Value(_NONE)),
        When(conversation__author=user, then=Value(_AUTHOR)),
        When(Exists(named), then=Value(_NAMED)),
        default=Cast(F("conversation__confidentiality"), CharField()),
        output_field=CharField(),
    )


def show_action(
    user: User, area: Area, *, what: str, conversation: UUID | None, on: str, mine: bool = True
) -> ShownAction:
    """Return what somebody may see of an action item of this area; `on` is the value of `footing`.

    `mine` says that it is theirs to do, and so that the words are about "uw afspraak".
    """
    granted = permissions(user, area)
    url = reverse("conversation", args=[area.slug, conversation]) if conversation else ""
    whose = "Uw afspraak" if mine else "Afspraak"
    if on == _NONE:
        return ShownAction(what, f"{whose}.", "")
    if Permission.VIEW_CONVERSATIONS in granted:
        if on == _AUTHOR or _LEVELS.get(on) in granted:
            return ShownAction(what, f"{whose} uit een gesprek.", url)
        if on == _NAMED:
            # The words stand on the page of the conversation, where reading is recorded.
            why = "U mag dit gesprek lezen. Dat u het opent, wordt vastgelegd."
            return ShownAction(f"{whose} uit een vertrouwelijk gesprek", why, url, in_words=False)
    why = "U mag dit gesprek niet lezen. Vraag de gespreksvoerder wat er is afgesproken."
    return ShownAction(f"{whose} uit een gesprek", why, "", in_words=False)
