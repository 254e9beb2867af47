"""Finding statements to rest a text on."""

from uuid import UUID

from django.db.models import Q, QuerySet

from areas.models import Area, User
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Statement
from coalition.queries.provenance import with_readability


def linkable_statements(
    user: User,
    area: Area,
    *,
    text: str = "",
    challenge: UUID | None = None,
    organisation: UUID | None = None,
    stance: str = "",
) -> QuerySet[Statement]:
    """Return the statements the user may read, newest first.

    Looking for words or a stance passes confidential conversations over: finding one would tell
    what stands in it without that being recorded.
    """
    rows = with_readability(user, area, Statement.objects.all()).filter(Q(may_read=True))
    if challenge:
        rows = rows.filter(challenge=challenge)
    if organisation:
        rows = rows.filter(organisation=organisation)
    if stance:
        rows = rows.filter(stance=stance)
    if text:
        rows = rows.filter(Q(position__icontains=text) | Q(interest__icontains=text))
    if text or stance:
        rows = rows.exclude(conversation__confidentiality=Confidentiality.CONFIDENTIAL)
    return rows
