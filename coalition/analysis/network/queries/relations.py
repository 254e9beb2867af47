"""What a form for a relation offers, and the history of one."""

from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from areas.models import Area, Challenge, Organisation, Person, User
from coalition.analysis.network.models import Relation
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.models import Conversation, Participant
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, history
from novex_portal.toolkit.text import dutch

OFFERED = 100
"""So many of the latest conversations can be chosen as the source."""
_FIELDS = {
    "kind": "soort relatie",
    "first_id": "eerste partij",
    "second_id": "tweede partij",
    "first_person_id": "via wie bij de eerste",
    "second_person_id": "via wie bij de tweede",
    "challenge_id": "opgave",
    "explanation": "toelichting",
    "valid_from": "vanaf",
    "valid_until": "tot en met",
}


def sources_to_choose(area: Area, user: User) -> list[tuple[UUID, str]]:
    """Return the latest conversations this user may read, each with its day and who was there. One query."""
    present = Participant.objects.filter(conversation=OuterRef("pk")).order_by("id").values("organisation__name")
    found: list[tuple[UUID, str]] = []
    rows = conversations_for(user, area).annotate(present=ArraySubquery(present)).order_by("-held_on", "-pk")
    for pk, day, names in rows.values_list("pk", "held_on", "present")[:OFFERED]:
        who = list(dict.fromkeys(names))
        more = f" en nog {len(who) - 2}" if len(who) > 2 else ""
        found.append((pk, f"{dutch.short_date(day)}: {', '.join(who[:2]) or 'zonder partijen'}{more}"))
    return found


def hides_source(relation: Relation, user: User) -> bool:
    """Tell whether the relation was heard in a conversation that this user may not read. At most one query."""
    if relation.conversation_id is None:
        return False
    return not conversations_for(user, relation.area).filter(pk=relation.conversation_id).exists()


def source_of(relation: Relation) -> Conversation | None:
    """Return where the relation was heard, to keep it; what may be shown of it is for `hides_source` to say."""
    return Conversation.objects.filter(pk=relation.conversation_id).first() if relation.conversation_id else None


def changes_of_relation(relation: Relation) -> list[Change]:
    """Return who changed a relation, newest first; a fixed number of queries. Its source is not told."""
    called = {Organisation: "name", Person: "role", Challenge: "title"}
    return history([Part(Relation, {"id": relation.pk}, _FIELDS)], called=called, tell_first=True)
