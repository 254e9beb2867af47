"""Destroying records past their term: one person proposes, another does it, a record without content remains."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from areas.models import Area, PartyImport, User
from coalition.conversations.contacts.actions import recount_contacts
from coalition.models import Conversation, ConversationDraft, Participant, ReadEvent, Statement
from novex_portal.records.enums import DestructionStatus, RecordKind
from novex_portal.records.models import Destruction
from novex_portal.records.open_history import open_history
from novex_portal.records.retention.queries import as_day, due_records
from novex_portal.records.retention.rules import term_of
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem

MOST = 1_000
"""So many records go in one proposal, so that a person can look at them."""
Counts = list[tuple[str, int]]


@action(atomic=False)
def propose_destruction(*, area: Area, kind: str, actor: User, today: date) -> Destruction:
    """Propose to destroy what is past its term now. A second proposal while one is open gives that one.

    Raises Problem when nothing is due, or for a kind that has no term.
    """
    if kind not in RecordKind.values:
        raise Problem("Kies wat er vernietigd moet worden.")
    there = Destruction.objects.filter(area=area, kind=kind, status=DestructionStatus.PROPOSED)
    if done := there.first():
        return done
    term = term_of(kind)
    rows = list(due_records(area, term, today)[:MOST])
    if not rows:
        raise Problem("Er is nu niets dat over zijn termijn is.")
    days = [_day(kind, row) for row in rows]
    try:
        with transaction.atomic():
            return Destruction.objects.create(
                area=area,
                kind=kind,
                object_ids=[str(row.pk) for row in rows],
                first_on=min(days),
                last_on=max(days),
                term=term.words,
                proposed_by=actor,
            )
    except IntegrityError:
        return there.get()


@action
def carry_out_destruction(*, destruction: Destruction, actor: User, today: date) -> Destruction:
    """Destroy what was proposed and is still due, its history and read log included. Twice is once.

    Raises Problem when the one who proposed it asks, Conflict when the proposal was withdrawn.
    """
    held = Destruction.objects.select_for_update(of=("self",)).select_related("area").get(pk=destruction.pk)
    if held.status == DestructionStatus.DONE:
        return held
    if held.status != DestructionStatus.PROPOSED:
        raise Conflict("Dit voorstel is intussen ingetrokken.")
    if held.proposed_by_id == actor.pk:
        raise Problem("U deed dit voorstel zelf. Vernietigen doet een ander: vraag een tweede gebiedsbeheerder.")
    due = due_records(held.area, term_of(held.kind), today).filter(pk__in=held.object_ids)
    found = set(due.values_list("pk", flat=True))
    try:
        held.destroyed = _destroy(held, found)
    except ProtectedError as error:
        raise Conflict(
            "Er kwam net een ambitie of artikel bij dat op een van deze gesprekken rust. Probeer het opnieuw."
        ) from error
    if kept := len(held.object_ids) - len(found):
        held.destroyed.append(("bleven bewaard, omdat er intussen iets op rust of ze al weg waren", kept))
    held.status, held.decided_by, held.decided_at = DestructionStatus.DONE, actor, timezone.now()
    held.save(update_fields=["status", "decided_by", "decided_at", "destroyed"])
    return held


@action
def withdraw_destruction(*, destruction: Destruction, actor: User) -> Destruction:
    """Take a proposal back; either of the two may. Twice is once. Raises Conflict when it was carried out."""
    held = Destruction.objects.select_for_update(of=("self",)).get(pk=destruction.pk)
    if held.status == DestructionStatus.DONE:
        raise Conflict("Dit is intussen vernietigd.")
    if held.status == DestructionStatus.PROPOSED:
        held.status, held.decided_by, held.decided_at = DestructionStatus.WITHDRAWN, actor, timezone.now()
        held.save(update_fields=["status", "decided_by", "decided_at"])
    return held


def _day(kind: str, row: models.Model) -> date:
    names = {RecordKind.CONVERSATION: "held_on", RecordKind.DRAFT: "updated_at", RecordKind.READING: "read_at"}
    moment = getattr(row, names.get(RecordKind(kind), "created_at"))
    return as_day(moment) or timezone.localdate()


def _destroy(destruction: Destruction, found: set[UUID]) -> Counts:
    kind = RecordKind(destruction.kind)
    if kind == RecordKind.CONVERSATION:
        return _destroy_conversations(destruction.area, found)
    model = {RecordKind.DRAFT: ConversationDraft, RecordKind.READING: ReadEvent}.get(kind, PartyImport)
    rows = model._default_manager.filter(pk__in=found)
    number = rows.count()
    rows.delete()
    return [(str(kind.label).lower(), number), *_forget_history(model, "pgh_obj_id", found)]


def _destroy_conversations(area: Area, found: set[UUID]) -> Counts:
    statements = set(Statement.objects.filter(conversation__in=found).values_list("pk", flat=True))
    parties = set(Participant.objects.filter(conversation__in=found).values_list("organisation", flat=True))
    read = ReadEvent.objects.filter(conversation__in=found).count()
    Conversation.objects.filter(pk__in=found).delete()
    recount_contacts(area=area, organisations=parties)
    past = sum(number for _, number in _forget_history(Conversation, "pgh_obj_id", found))
    for model in apps.get_app_config("coalition").get_models():
        for name, pks in (("conversation", found), ("statement", statements)):
            past += sum(number for _, number in _forget_history(model, f"{name}_id", pks))
    return [
        ("gesprekken", len(found)),
        ("uitspraken", len(statements)),
        ("regels leeslog", read),
        ("regels geschiedenis", past),
    ]


def _forget_history(model: type[models.Model], column: str, pks: Iterable[UUID]) -> Counts:
    """Take the history of rows away, that of their going included."""
    events: type[models.Model] | None = getattr(model, "pgh_event_model", None)
    if events is None or column not in {str(field.attname) for field in events._meta.concrete_fields}:
        return []
    with open_history(events=events):
        number, _ = events._default_manager.filter(**{f"{column}__in": list(pks)}).delete()
    return [("regels geschiedenis", number)]
