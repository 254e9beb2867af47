"""Reading which records are past their term, and what of them has to stay."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from areas.imports.enums import ImportStatus
from areas.models import Area, PartyImport, Person
from coalition.models import Conversation, ConversationDraft, ReadEvent, Statement
from novex_portal.records.enums import DestructionStatus, RecordKind
from novex_portal.records.models import Destruction
from novex_portal.records.retention.rules import TERMS, Term
from novex_portal.toolkit.kept.reading import resting_on

PERSON_DAYS = 730
"""After so many days without the role a name and an address have no use any more."""
SHOWN = 50
NOTHING = Exists(Area.objects.none())


@dataclass(frozen=True)
class Due:
    """What is past its term of one kind: how much, from when until when, and how much has to stay."""

    term: Term
    number: int
    first: date | None
    last: date | None
    kept: int
    open: Destruction | None


def due_records(area: Area, term: Term, today: date) -> QuerySet[Any]:
    """Return the records of an area that are past their term and nothing rests on, oldest first."""
    return _past(area, term, today).filter(in_use=False).order_by(_moment(term), "pk")


def due_lists(area: Area, today: date) -> list[Due]:
    """Return per kind of record what is due. Five queries."""
    open_ones = {row.kind: row for row in Destruction.objects.filter(area=area, status=DestructionStatus.PROPOSED)}
    return [_due(area, term, today, open_ones.get(term.kind)) for term in TERMS]


def due_persons(area: Area, today: date) -> QuerySet[Person]:
    """Return persons whose role ended long ago and who can still be recognised, longest ago first."""
    there = ~Q(name="", email="", phone="")
    ended = Person.objects.filter(organisation__areas=area, merged_into=None)
    ended = ended.filter(there, valid_until__lt=date.fromordinal(today.toordinal() - PERSON_DAYS))
    return ended.select_related("organisation").order_by("valid_until", "pk")


def destructions_of(area: Area) -> QuerySet[Destruction]:
    """Return what was destroyed in an area or is proposed for it, newest first."""
    return Destruction.objects.filter(area=area).select_related("proposed_by", "decided_by")


def _due(area: Area, term: Term, today: date, waiting: Destruction | None) -> Due:
    moment = _moment(term)
    free = Q(in_use=False)
    numbers = _past(area, term, today).aggregate(
        number=Count("pk", filter=free),
        first=Min(moment, filter=free),
        last=Max(moment, filter=free),
        kept=Count("pk", filter=~free),
    )
    first, last = as_day(numbers["first"]), as_day(numbers["last"])
    return Due(term, numbers["number"], first, last, numbers["kept"], waiting)


def as_day(value: date | datetime | None) -> date | None:
    """Return the day of a moment."""
    return value.date() if isinstance(value, datetime) else value


def _moment(term: Term) -> str:
    return {
        RecordKind.CONVERSATION: "held_on",
        RecordKind.DRAFT: "updated_at",
        RecordKind.PARTY_IMPORT: "created_at",
        RecordKind.READING: "read_at",
    }[RecordKind(term.kind)]


def _carries() -> Q:
    """Whether anything rests on what was said in a conversation: an ambition, an article, or what comes after these."""
    carried = Q(NOTHING)
    for model, rests in resting_on(Statement):
        carried |= Q(Exists(model._default_manager.filter(**{f"{rests.on}__conversation": OuterRef("pk")})))
    return carried


def _past(area: Area, term: Term, today: date) -> QuerySet[Any]:
    """Return the records past their term, each with whether something rests on it (`in_use`)."""
    moment, last = _moment(term), term.last_day(today)
    if term.kind == RecordKind.CONVERSATION:
        return Conversation.objects.filter(area=area, held_on__lt=last).annotate(in_use=_carries())
    rows: QuerySet[Any]
    if term.kind == RecordKind.DRAFT:
        rows = ConversationDraft.objects.filter(area=area)
    elif term.kind == RecordKind.PARTY_IMPORT:
        rows = PartyImport.objects.filter(area=area).exclude(status__in=[ImportStatus.WAITING])
    else:
        rows = ReadEvent.objects.filter(conversation__area=area)
    return rows.filter(**{f"{moment}__date__lt": last}).annotate(in_use=NOTHING)
