"""What may be done with relations between organisations: enter one, change it, and let it end."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from areas.models import Area, AreaOrganisation, Challenge, Organisation, Person, User
from coalition.analysis.network.enums import RelationKind
from coalition.analysis.network.models import Relation
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.models import Conversation
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

EARLIEST = date(1900, 1, 1)
FURTHEST_DAYS = 366
MAX_EXPLANATION = 2_000


@dataclass(frozen=True, kw_only=True)
class RelationData:
    """What somebody says of a relation. Of a kind without direction it does not matter who comes first."""

    kind: str
    first: Organisation
    second: Organisation
    valid_from: date
    valid_until: date | None = None
    first_person: Person | None = None
    second_person: Person | None = None
    challenge: Challenge | None = None
    conversation: Conversation | None = None
    explanation: str = ""

    def in_order(self) -> "RelationData":
        """Return the same with the two in one order, whichever way round somebody entered them."""
        if RelationKind(self.kind).has_direction or self.first.pk < self.second.pk:
            return self
        return replace(
            self,
            first=self.second,
            second=self.first,
            first_person=self.second_person,
            second_person=self.first_person,
        )


@action
def add_relation(*, area: Area, actor: User, data: RelationData, token: UUID | None = None) -> Relation:
    """Write down that two organisations of the area are connected.

    The same token gives the relation it gave before: pressing twice makes one. Raises Problem when the two
    are one, a party, person, challenge or conversation is not of this area (or not for the actor to read),
    a day cannot be, or the same relation is there already on one of those days.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    if made := Relation.made_with(token, area=area, created_by=actor):
        return made
    data = _checked(area, data)
    _require_readable(area, actor, data.conversation)
    _require_free(area, data)
    return Relation.objects.create(area=area, created_by=actor, submission_token=token or uuid7(), **vars(data))


@action
def change_relation(*, relation: Relation, actor: User, version: int, data: RelationData) -> Relation:
    """Change a relation; a source that the actor may not read stays when `data` names it too.

    Raises Conflict when somebody else saved since `version` was read, and Problem as `add_relation` does.
    """
    Area.objects.select_for_update(no_key=True).get(pk=relation.area_id)
    data = _checked(relation.area, data)
    if data.conversation is None or data.conversation.pk != relation.conversation_id:
        _require_readable(relation.area, actor, data.conversation)
    _require_free(relation.area, data, but=relation)
    relation.write_over(version, **vars(data))
    return relation


@action
def end_relation(*, relation: Relation, actor: User, valid_until: date) -> Relation:
    """Let a relation end after this day; the network of earlier days keeps it. The same day changes nothing.

    Raises Problem for a day before the relation began or far off, and when the same relation began anew
    before that day.
    """
    Area.objects.select_for_update(no_key=True).get(pk=relation.area_id)
    relation = Relation.objects.select_for_update(no_key=True, of=("self",)).select_related("area").get(pk=relation.pk)
    _require_days(relation.valid_from, valid_until)
    _require_free(relation.area, _data_of(relation, valid_until), but=relation)
    if relation.valid_until != valid_until:
        relation.valid_until, relation.version = valid_until, relation.version + 1
        relation.save(update_fields=["valid_until", "version", "updated_at"])
    return relation


def _data_of(relation: Relation, valid_until: date) -> RelationData:
    return RelationData(
        kind=relation.kind,
        first=relation.first,
        second=relation.second,
        valid_from=relation.valid_from,
        valid_until=valid_until,
    )


def _checked(area: Area, data: RelationData) -> RelationData:
    if data.kind not in RelationKind.values:
        raise Problem("Kies wat voor relatie het is.")
    if data.first.pk == data.second.pk:
        raise Problem("Kies twee verschillende partijen. Een partij heeft geen relatie met zichzelf.")
    _require_days(data.valid_from, data.valid_until)
    _require_parties(area, data.first, data.second)
    _require_person(data.first_person, data.first)
    _require_person(data.second_person, data.second)
    if data.challenge and data.challenge.area_id != area.pk:
        raise Problem("Deze opgave hoort niet bij dit gebied. Kies een andere.")
    explanation = clean(data.explanation).strip()
    if len(explanation) > MAX_EXPLANATION:
        raise Problem("De toelichting is langer dan 2.000 tekens. Maak haar korter.")
    return replace(data, explanation=explanation).in_order()


def _require_parties(area: Area, *organisations: Organisation) -> None:
    """Each takes part in the area and still stands by itself; a merge meanwhile has to wait, or is seen here."""
    pks = [organisation.pk for organisation in organisations]
    rows = Organisation.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")
    standing = {row.pk for row in rows if row.merged_into_id is None}
    here = set(AreaOrganisation.objects.filter(area=area, organisation__in=pks).values_list("organisation", flat=True))
    for organisation in organisations:
        if organisation.pk not in standing & here:
            raise Problem(f"“{organisation.name}” is geen partij van dit gebied, of niet meer. Kies een andere.")


def _require_person(person: Person | None, organisation: Organisation) -> None:
    if person is None:
        return
    if person.merged_into_id:
        raise Problem("Deze persoon is samengevoegd met een ander. Kies die ander.")
    if person.organisation_id != organisation.pk:
        raise Problem(f"{person.role} hoort niet bij {organisation.name}. Kies iemand van die partij.")


def _require_readable(area: Area, actor: User, conversation: Conversation | None) -> None:
    if conversation and not conversations_for(actor, area).filter(pk=conversation.pk).exists():
        raise Problem("Dit gesprek is er niet, of u mag het niet lezen. Kies een ander.")


def _require_days(first: date, last: date | None) -> None:
    limit = timezone.localdate() + timedelta(days=FURTHEST_DAYS)
    if not EARLIEST <= first <= limit:
        raise Problem("Vul bij “vanaf” een datum in na 1900 en niet meer dan een jaar vooruit.")
    if last and last < first:
        raise Problem(f"De relatie begon op {first:%d-%m-%Y}. Vul als laatste dag die dag in, of een latere.")
    if last and last > limit:
        raise Problem("Vul een laatste dag in die niet meer dan een jaar vooruit ligt.")


def _require_free(area: Area, data: RelationData, but: Relation | None = None) -> None:
    """The same relation is there once at a time; also where a merge left the two in the other order."""
    pair = Q(first=data.first, second=data.second)
    if not RelationKind(data.kind).has_direction:
        pair |= Q(first=data.second, second=data.first)
    others = Relation.objects.exclude(pk=but.pk) if but else Relation.objects.all()
    there = others.filter(pair, area=area, kind=data.kind)
    there = there.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=data.valid_from))
    if data.valid_until:
        there = there.filter(valid_from__lte=data.valid_until)
    if found := there.first():
        raise Problem(
            f"Deze relatie staat er al vanaf {found.valid_from:%d-%m-%Y}. Wijzig die, of laat haar eerst eindigen."
        )
