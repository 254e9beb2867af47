"""Two organisations, or two persons, that turn out to be one; and taking that back within a day.

Everything that points at the one that goes, points at the one that stays. The record of the merge says what
moved and what made way (see `engine`), so that undoing puts it back. What was made after the merge
stays with the one that stayed.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pghistory
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from areas.models import Area, Organisation, Person, User
from coalition.analysis.network.enums import RelationKind
from coalition.analysis.network.models import Relation
from coalition.conversations.contacts.actions import recount_contacts
from coalition.conversations.contacts.models import PartyContact
from coalition.merging.engine import Step, absorb, change, clashes, fill, move_back
from coalition.merging.enums import MergeKind
from coalition.merging.models import Merge
from coalition.merging.queries import areas_of_organisations, areas_of_persons, may_merge_in, person_name
from coalition.merging.rules import undo_until
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.reading import summaries
from novex_portal.toolkit.problems import Conflict, Problem

ELSEWHERE = "“{}” doet ook mee in een ander gebied. Vraag het regieteam om dit samen te voegen."
_JUST_MERGED = "“{}” is zojuist al samengevoegd. Open de lijst opnieuw en kijk wat er nog staat."


@action
def merge_organisations(
    *, area: Area, actor: User, kept: Organisation, gone: Organisation, token: UUID | None = None
) -> Merge:
    """Let `gone` become part of `kept`, with all that belongs to it; its name stays and leads to `kept`.

    Persons of `gone` who hold the same role as one of `kept` are merged along. The same token gives the merge
    it gave before. Raises Conflict when either was merged meanwhile, and Problem when the two are one already
    or either takes part in an area where the actor may not merge.
    """
    rows = _lock(Organisation, kept.pk, gone.pk)
    if done := _done_before(token, area, actor, kept.pk, gone.pk):
        return done
    kept, gone = _both_there(rows, kept.pk, gone.pk)
    areas = list(areas_of_organisations(kept.pk, gone.pk).order_by("pk"))
    if not may_merge_in(actor, areas):
        raise Problem(ELSEWHERE.format(_who_is_elsewhere(actor, kept, gone)))
    merge = _new_merge(MergeKind.ORGANISATION, kept, gone, area=area, actor=actor, token=token)
    with _named(merge):
        steps = _turn_relations(kept, gone)
        steps += _merge_their_persons(kept, gone)
        steps += absorb(kept, gone, leave=summaries())
        steps += fill(kept, gone) + change(gone, merged_into_id=kept.pk)
        contacts = _recount(areas, kept.pk, gone.pk)
    return _keep_record(merge, {"steps": steps, "areas": [str(place.pk) for place in areas], "contacts": contacts})


@action
def merge_persons(*, area: Area, actor: User, kept: Person, gone: Person, token: UUID | None = None) -> Merge:
    """Let `gone` become one with `kept`: conversations, mandates, seats, actions and meetings move along.

    The same token gives the merge it gave before. Raises Conflict when either was merged meanwhile, and Problem
    when the two are one already or one of them is at work in an area where the actor may not merge.
    """
    _lock(Organisation, kept.organisation_id, gone.organisation_id)
    rows = _lock(Person, kept.pk, gone.pk)
    if done := _done_before(token, area, actor, kept.pk, gone.pk):
        return done
    kept, gone = _both_there(rows, kept.pk, gone.pk)
    areas = list(areas_of_persons(kept, gone).order_by("pk"))
    if not may_merge_in(actor, areas):
        raise Problem(ELSEWHERE.format(person_name(gone)))
    merge = _new_merge(MergeKind.PERSON, kept, gone, area=area, actor=actor, token=token)
    with _named(merge):
        steps = _merge_person(kept, gone)
    return _keep_record(merge, {"steps": steps, "areas": [str(place.pk) for place in areas]})


@action
def undo_merge(*, merge: Merge, actor: User) -> Merge:
    """Make two of them again, within a day: all that moved goes back, all that made way returns.

    What was made after the merge stays with the one that stayed, and what somebody changed since is not
    changed back. Raises Conflict when it was undone already, and Problem when the day is over, when the one
    that stayed was itself merged since, or when something new stands in the way.
    """
    if merge.kind == MergeKind.ORGANISATION:
        _lock(Organisation, merge.kept_id, merge.gone_id)
    else:
        _lock(Person, merge.kept_id, merge.gone_id)
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        raise Conflict("Deze samenvoeging is al ongedaan gemaakt.")
    if undo_until(merge.merged_at) < timezone.now():
        raise Problem("Dit kan alleen binnen een dag na het samenvoegen. Voeg de organisatie of persoon opnieuw toe.")
    areas = list(Area.objects.filter(pk__in=merge.record["areas"]).order_by("pk"))
    if not may_merge_in(actor, areas):
        raise Problem(ELSEWHERE.format(merge.kept_name))
    if _merged_on(merge):
        raise Problem(f"“{merge.kept_name}” is daarna zelf samengevoegd. Maak eerst die samenvoeging ongedaan.")
    with _named(merge):
        _put_back(merge)
        if merge.kind == MergeKind.ORGANISATION:
            _recount_both(merge, areas)
        merge.undone_by, merge.undone_at = actor, timezone.now()
        merge.save(update_fields=["undone_by", "undone_at"])
    return merge


# --- Two rows -------------------------------------------------------------------------------------
def _lock[Row: (Organisation, Person)](model: type[Row], *pks: UUID) -> list[Row]:
    """Lock the rows in one order whoever asks, also against new rows that would point at them."""
    return list(model.objects.select_for_update().filter(pk__in=pks).order_by("pk"))


def _both_there[Row: (Organisation, Person)](rows: list[Row], kept: UUID, gone: UUID) -> tuple[Row, Row]:
    if kept == gone:
        raise Problem("Kies twee verschillende. Iets kan niet met zichzelf worden samengevoegd.")
    found = {row.pk: row for row in rows}
    if len(found) < 2:
        raise Conflict("Een van de twee is er niet meer. Open de lijst opnieuw.")
    for row in rows:
        if row.merged_into_id:
            raise Conflict(_JUST_MERGED.format(row))
    return found[kept], found[gone]


def _done_before(token: UUID | None, area: Area, actor: User, kept: UUID, gone: UUID) -> Merge | None:
    done = Merge.objects.filter(pk=token).first() if token else None
    if done and (done.area_id, done.merged_by_id, done.kept_id, done.gone_id) != (area.pk, actor.pk, kept, gone):
        raise Problem("Dit formulier is al gebruikt. Open het opnieuw.")
    return done


def _who_is_elsewhere(actor: User, kept: Organisation, gone: Organisation) -> Organisation:
    return kept if may_merge_in(actor, areas_of_organisations(gone.pk)) else gone


def _new_merge[Row: (Organisation, Person)](
    kind: MergeKind, kept: Row, gone: Row, *, area: Area, actor: User, token: UUID | None
) -> Merge:
    return Merge(
        pk=token or uuid7(),
        area=area,
        kind=kind,
        kept_id=kept.pk,
        kept_name=_name(kept),
        gone_id=gone.pk,
        gone_name=_name(gone),
        merged_by=actor,
    )


def _name(row: Organisation | Person) -> str:
    return person_name(row) if isinstance(row, Person) else row.name


def _merged_on(merge: Merge) -> bool:
    """Whether any row that took something over went on into yet another: then that comes back first."""
    stayed = {str(merge.kept_id), *(step["to"] for step in merge.record["steps"] if step["do"] == "move")}
    stayed = {pk for pk in stayed if len(pk) == len(str(merge.pk))}  # not the numbers of rows below these
    models: tuple[Any, ...] = (Organisation, Person)
    return any(model.objects.filter(pk__in=stayed, merged_into__isnull=False).exists() for model in models)


def _named(merge: Merge) -> Any:
    """Let the history of every row say which merge touched it."""
    return pghistory.context(merge=str(merge.pk), merged=f"{merge.gone_name} in {merge.kept_name}")


def _keep_record(merge: Merge, record: dict[str, Any]) -> Merge:
    merge.record = record
    merge.save(force_insert=True)
    return merge


# --- Relations ------------------------------------------------------------------------------------
def _turn_relations(kept: Organisation, gone: Organisation) -> list[Step]:
    """Put the two of a relation without direction in the order they will have with `kept` in the place of `gone`.

    Then the same relation of both stands the same way round, and is seen to be the same.
    """
    without = [kind for kind in RelationKind if not kind.has_direction]
    rows = Relation.objects.filter(Q(first=gone) | Q(second=gone), kind__in=without).exclude(
        Q(first=kept) | Q(second=kept)
    )
    steps: list[Step] = []
    for row in rows.order_by("pk"):
        other = row.second_id if row.first_id == gone.pk else row.first_id
        if (kept.pk < other) != (row.first_id == gone.pk):
            steps += change(
                row,
                first_id=row.second_id,
                second_id=row.first_id,
                first_person_id=row.second_person_id,
                second_person_id=row.first_person_id,
            )
    return steps


# --- Persons --------------------------------------------------------------------------------------
def _merge_their_persons(kept: Organisation, gone: Organisation) -> list[Step]:
    """Merge persons of whom the organisation that stays could keep only one: same role, same days."""
    field = Person._meta.get_field("organisation")
    steps: list[Step] = []
    while pair := next(clashes(field, kept, gone), None):
        theirs, ours = pair
        steps += _merge_person(ours, theirs)  # type: ignore[arg-type]
    return steps


def _merge_person(kept: Person, gone: Person) -> list[Step]:
    steps = absorb(kept, gone)
    return steps + change(gone, merged_into_id=kept.pk) + fill(kept, gone)


# --- Contact, and back ----------------------------------------------------------------------------
def _recount(areas: Iterable[Area], kept: UUID, gone: UUID) -> list[str]:
    """Count contact again for both; return the areas in which the one that stays had a row before."""
    before = set(PartyContact.objects.filter(organisation=kept).values_list("area_id", flat=True))
    theirs = set(PartyContact.objects.filter(organisation=gone).values_list("area_id", flat=True))
    for area in areas:
        if area.pk in before | theirs:
            recount_contacts(area=area, organisations=[kept, gone])
    return sorted(str(pk) for pk in before)


def _recount_both(merge: Merge, areas: Iterable[Area]) -> None:
    _recount(areas, merge.kept_id, merge.gone_id)
    nothing = PartyContact.objects.filter(organisation=merge.kept_id, conversation_count=0)
    nothing.exclude(area__in=merge.record["contacts"]).delete()


def _put_back(merge: Merge) -> None:
    try:
        with transaction.atomic():
            move_back(merge.record["steps"])
            connection.check_constraints()
    except IntegrityError as error:
        raise Problem(
            "Na het samenvoegen is iets toegevoegd of gewijzigd dat dit in de weg staat, bijvoorbeeld dezelfde rol "
            "op dezelfde dagen. Er is niets veranderd."
        ) from error
