"""Bringing the rows under a conversation in line with what was handed over.

What did not change is not written, so that the history shows what somebody really changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model, ProtectedError
from django.utils import timezone

from areas.models import Challenge, Organisation, User
from coalition.conversations.readers.models import ConversationReader
from coalition.conversations.recording.actions.parties import Party
from coalition.conversations.recording.data import ActionItemData, StatementData
from coalition.conversations.recording.models import ActionItem, Conversation, ConversationChallenge, Participant
from coalition.conversations.recording.queries import persons_called
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.names import name_key

_CONFIRMED = frozenset({"organisation_id", "position", "interest"})


def write_participants(*, conversation: Conversation, parties: Sequence[Party]) -> None:
    """Make exactly these parties the participants."""
    wanted = {(party.organisation.pk, party.person.pk if party.person else None) for party in parties}
    there = {(row.organisation_id, row.person_id): row for row in conversation.participants.all()}
    gone = [row.pk for key, row in there.items() if key not in wanted]
    conversation.participants.filter(pk__in=gone).delete()
    Participant.objects.bulk_create(
        Participant(conversation=conversation, organisation=party.organisation, person=party.person)
        for party in parties
        if (party.organisation.pk, party.person.pk if party.person else None) not in there
    )


def write_statements(
    *, conversation: Conversation, organisations: Mapping[str, Organisation], rows: Iterable[StatementData]
) -> None:
    """Make exactly these the statements; `organisations` maps a name in lower case.

    Raises Problem when a statement that an ambition or article rests on would disappear.
    """
    wanted = [
        (
            row.id,
            {
                "organisation_id": organisations[name_key(row.organisation)].pk,
                "challenge_id": row.challenge.pk,
                "position": row.position.strip(),
                "interest": row.interest.strip(),
                "stance": row.stance,
                "urgency": row.urgency,
                "rank": rank,
            },
        )
        for rank, row in enumerate(rows)
    ]
    try:
        there = {row.pk: row for row in conversation.statements.all()}
        _write(Statement, there, wanted, unconfirms=_CONFIRMED, conversation=conversation)
    except ProtectedError as error:
        raise Problem(
            "Op een uitspraak die u weghaalt, rust een ambitie of een artikel. Haal haar daar eerst weg, "
            "of laat de uitspraak staan."
        ) from error


def write_action_items(*, conversation: Conversation, rows: Sequence[ActionItemData]) -> None:
    """Make exactly these the action items; one that is done stays done.

    An owner who is called as one person in a role of the area becomes that person. It stays who it
    is, also after that role was handed over, until somebody writes down another owner.
    """
    there = {row.pk: row for row in conversation.action_items.all()}
    new = {row.owner for row in rows if row.id not in there or there[row.id].owner != row.owner.strip()}
    persons = persons_called(conversation.area, new, timezone.localdate())
    wanted = [
        (
            row.id,
            {
                "what": row.what.strip(),
                "owner": row.owner.strip(),
                "owner_user_id": row.owner_user.pk if row.owner_user else None,
                "due_on": row.due_on,
                "rank": rank,
                **({"owner_person_id": persons.get(name_key(row.owner))} if row.owner in new else {}),
            },
        )
        for rank, row in enumerate(rows)
    ]
    _write(ActionItem, there, wanted, conversation=conversation, area=conversation.area)


def write_links(*, conversation: Conversation, challenges: Iterable[Challenge], readers: Iterable[User]) -> None:
    """Make exactly these the challenges touched and the readers named."""
    _write_link(ConversationChallenge, conversation, "challenge_id", {challenge.pk for challenge in challenges})
    _write_link(ConversationReader, conversation, "user_id", {reader.pk for reader in readers})


def _write(
    model: type[Model],
    there: Mapping[UUID, Any],
    wanted: Sequence[tuple[UUID | None, dict[str, Any]]],
    *,
    unconfirms: frozenset[str] = frozenset(),
    **owner: Any,
) -> None:
    """Delete, change and make rows; an id that is not there counts as a new row.

    A change of one of `unconfirms` means that what the party confirmed is no longer what stands there.
    """
    keep = {pk for pk, _ in wanted if pk}
    model._default_manager.filter(pk__in=[pk for pk in there if pk not in keep]).delete()
    used: set[UUID] = set()
    new = []
    for pk, values in wanted:
        row = there.get(pk) if pk and pk not in used else None
        if row is None:
            new.append(model(**owner, **values))
            continue
        used.add(row.pk)
        changed = [name for name, value in values.items() if getattr(row, name) != value]
        if changed:
            if unconfirms.intersection(changed):
                changed.append("confirmed_at")
            for name in changed:
                setattr(row, name, values.get(name))
            row.save(update_fields=[name.removesuffix("_id") for name in changed])
    model._default_manager.bulk_create(new)


def _write_link(model: type[Model], conversation: Conversation, column: str, wanted: set[UUID]) -> None:
    links = model._default_manager.filter(conversation=conversation)
    there = set(links.values_list(column, flat=True))
    if gone := there - wanted:
        links.filter(**{f"{column}__in": gone}).delete()
    model._default_manager.bulk_create(
        [model(**{"conversation": conversation, column: pk}) for pk in sorted(wanted - there)]
    )
