"""Recording and changing a conversation."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.contrib.postgres.search import SearchVector
from django.db import IntegrityError, transaction
from django.db.models import F, Value
from django.utils import timezone

from areas.models import Area, User
from coalition.conversations.contacts.actions import recount_contacts
from coalition.conversations.drafts.models import ConversationDraft
from coalition.conversations.readers.models import ReadEvent
from coalition.conversations.recording.actions.parties import Party, resolve_parties
from coalition.conversations.recording.actions.rows import (
    write_action_items,
    write_links,
    write_participants,
    write_statements,
)
from coalition.conversations.recording.data import EARLIEST, ConversationData, searchable_text
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.recording.models import Conversation
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text.names import name_key


class ConversationChanged(Conflict):
    """Somebody saved this conversation after it was opened here."""


@action(atomic=False)
def record_conversation(*, area: Area, actor: User, token: UUID, data: ConversationData) -> Conversation:
    """Record a conversation once: the same token again returns what the first time made.

    Everything in one transaction: participants (organisations and persons that are new are made),
    statements, action items, readers, the summary of contacts, and the draft with this id goes.
    Raises Problem when the data break a rule of the domain or the token is another author's.
    """
    done = Conversation.made_with(token)
    if done is None:
        try:
            with transaction.atomic():
                return _create(area, actor, token, data)
        except IntegrityError:
            # The same press on the button, at the same moment, got there first.
            done = Conversation.made_with(token)
            if done is None:
                raise
    if done.author_id != actor.pk or done.area_id != area.pk:
        raise Problem("Dit gesprek is al door iemand anders vastgelegd.")
    return done


@action
def update_conversation(
    *, conversation: Conversation, actor: User, version: int, data: ConversationData
) -> Conversation:
    """Change a recorded conversation; statements and action items with an id keep their identity.

    Raises ConversationChanged when `version` is no longer the current one, and Problem when a
    statement that an ambition or article rests on would disappear.
    """
    area = conversation.area
    _check(area, data)
    hits = Conversation.objects.filter(pk=conversation.pk, version=version).update(
        version=F("version") + 1, updated_at=timezone.now(), search=_words(data), **_columns(data)
    )
    if not hits:
        raise ConversationChanged("Dit gesprek is intussen op een andere plek gewijzigd.")
    conversation.refresh_from_db()
    before = set(conversation.participants.values_list("organisation_id", flat=True))
    parties = _fill(conversation, data)
    after = {party.organisation.pk for party in parties}
    recount_contacts(area=area, organisations=before | after)
    ConversationDraft.objects.filter(conversation=conversation, author=actor).delete()
    return conversation


@action(atomic=False)
def record_reading(*, conversation: Conversation, actor: User, way: str = ReadEvent.Way.PAGE) -> None:
    """Write down that somebody reads a confidential conversation; of other levels nothing is kept.

    Call it before the text is rendered and outside a transaction that could still be undone.
    """
    if conversation.confidentiality == Confidentiality.CONFIDENTIAL:
        ReadEvent.objects.create(conversation=conversation, reader=actor, way=way)


@action(atomic=False)
def record_export(*, conversations: list[Conversation], actor: User) -> None:
    """Write down that the confidential ones among these conversations go into a downloaded file."""
    ReadEvent.objects.bulk_create(
        ReadEvent(conversation=conversation, reader=actor, way=ReadEvent.Way.EXPORT)
        for conversation in conversations
        if conversation.confidentiality == Confidentiality.CONFIDENTIAL
    )


def reindex_conversations(*, conversations: Iterable[UUID]) -> None:
    """Make the search index of conversations anew from what stands in them. One update per conversation."""
    rows = Conversation.objects.filter(pk__in=set(conversations)).prefetch_related(
        "participants__organisation", "participants__person", "statements", "action_items"
    )
    for row in rows:
        parts = [row.place]
        parts += [f"{at.organisation.name} {at.person.role if at.person else ''}" for at in row.participants.all()]
        parts += [f"{said.position} {said.interest}" for said in row.statements.all()]
        parts += [f"{item.what} {item.owner}" for item in row.action_items.all()]
        Conversation.objects.filter(pk=row.pk).update(search=_vector([*parts, row.report]))


def _create(area: Area, author: User, token: UUID, data: ConversationData) -> Conversation:
    _check(area, data)
    conversation = Conversation.objects.create(
        area=area, author=author, submission_token=token, search=_words(data), **_columns(data)
    )
    parties = _fill(conversation, data)
    recount_contacts(area=area, organisations={party.organisation.pk for party in parties})
    ConversationDraft.objects.filter(pk=token, author=author).delete()
    return conversation


def _check(area: Area, data: ConversationData) -> None:
    if not data.participants:
        raise Problem("Noem ten minste één organisatie waarmee u sprak.")
    if not EARLIEST <= data.held_on <= timezone.localdate() + timedelta(days=1):
        raise Problem("De datum van het gesprek ligt te ver terug of in de toekomst.")
    if any(challenge.area_id != area.pk for challenge in data.all_challenges):
        raise Problem("Een van de opgaven hoort niet bij dit gebied.")
    if data.round and data.round.area_id != area.pk:
        raise Problem("Deze ronde hoort niet bij dit gebied.")
    present = {name_key(row.organisation) for row in data.participants}
    absent = next((row for row in data.statements if name_key(row.organisation) not in present), None)
    if absent:
        raise Problem(f"“{absent.organisation}” deed een uitspraak, maar staat niet bij de deelnemers.")


def _columns(data: ConversationData) -> dict[str, object]:
    return {
        "round": data.round,
        "held_on": data.held_on,
        "place": data.place.strip(),
        "form": data.form,
        "report": data.report.strip(),
        "confidentiality": data.confidentiality,
    }


def _words(data: ConversationData) -> SearchVector:
    """Return the search index of a conversation as an expression PostgreSQL computes."""
    parts = [data.place, *(f"{row.organisation} {row.role}" for row in data.participants)]
    parts += [f"{row.position} {row.interest}" for row in data.statements]
    parts += [f"{row.what} {row.owner}" for row in data.action_items]
    return _vector([*parts, data.report])


def _vector(parts: Iterable[str]) -> SearchVector:
    return SearchVector(Value(searchable_text(parts)), config="dutch")


def _fill(conversation: Conversation, data: ConversationData) -> list[Party]:
    """Make all that hangs under the conversation as the data say; what is the same stays untouched."""
    parties, organisations = resolve_parties(area=conversation.area, participants=data.participants)
    named = data.readers if data.confidentiality == Confidentiality.CONFIDENTIAL else ()
    write_statements(conversation=conversation, organisations=organisations, rows=data.statements)
    write_participants(conversation=conversation, parties=parties)
    write_action_items(conversation=conversation, rows=data.action_items)
    write_links(conversation=conversation, challenges=data.all_challenges, readers=named)
    return parties
