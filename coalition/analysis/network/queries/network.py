"""Reading who is connected with whom in an area on a day: what people entered, and what can be derived.

Two kinds of relation are derived and never stored: parties that sat at one table in the year before that day,
and members of an umbrella. Confidential conversations are left out for everybody: that two parties sat in one
is itself confidential, and this page is printed and passed on. Of the others each sees what they may read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Q, QuerySet

from areas.models import Area, Organisation, UmbrellaMembership, User
from areas.parties.enums import OrganisationKind
from coalition.analysis.network.enums import RelationKind
from coalition.analysis.network.models import Relation
from coalition.analysis.network.rules.network import Network, Party, Tie, around, work_out
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.recording.models import Conversation, Participant
from coalition.conversations.statements.models import Statement

TABLE_DAYS = 365
"""Sitting at one table counts as a relation for a year."""
AT_TABLE, MEMBER_OF = "aan-tafel", "lid-van"
KINDS: dict[str, str] = {
    **{str(kind): str(kind.label) for kind in RelationKind},
    AT_TABLE: "Samen aan tafel",
    MEMBER_OF: "Lid van een koepel",
}
IN_A_SENTENCE = {kind: label[:1].lower() + label[1:] for kind, label in KINDS.items()}
_COLUMNS = (
    *("pk", "kind", "first", "second", "explanation"),
    *("first_person__role", "first_person__valid_until", "second_person__role", "second_person__valid_until"),
    *("challenge", "challenge__title", "conversation", "conversation__held_on", "valid_from", "valid_until"),
)


@dataclass(frozen=True)
class Wanted:
    """What the network is narrowed to, on which day; empty is everything."""

    day: date
    kind: str = ""
    party_kind: str = ""
    challenge: UUID | None = None
    centre: UUID | None = None
    steps: int = 1

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the day was chosen."""
        return bool(self.kind or self.party_kind or self.challenge or self.centre)


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relation in the table, entered or derived, its words ready to be shown."""

    tie: Tie
    first: str
    second: str
    kind: str
    people: str = ""
    challenge: str = ""
    about: UUID | None = None
    words: str = ""
    since: date | None = None
    until: date | None = None
    relation: UUID | None = None  # empty for a derived one
    heard_in: UUID | None = None  # a conversation this user may read
    heard_on: date | None = None

    @property
    def origin(self) -> str:
        """Where it comes from: somebody entered it, or the portal derived it."""
        if self.relation:
            return "Ingevoerd"
        return "Afgeleid uit gesprekken" if self.tie.kind == AT_TABLE else "Afgeleid uit de koepels"


@dataclass(frozen=True)
class Connections:
    """Everything that connects the parties of an area on a day, before anything is narrowed."""

    parties: list[Party]
    rows: list[RelationRow]

    @property
    def ties(self) -> list[Tie]:
        return [row.tie for row in self.rows]


def connections(area: Area, user: User, day: date, parties: list[Party], challenge: UUID | None = None) -> Connections:
    """Return what connects these parties of the area on a day, as this user may see it. Four queries.

    With a challenge, sitting at one table counts only in conversations about that.
    """
    names = {party.id: party.name for party in parties}
    rows = [*_entered(area, user, day, names), *_at_table(area, user, day, names, challenge), *_umbrellas(area, names)]
    rows.sort(key=lambda row: (row.first.casefold(), row.second.casefold(), row.kind, row.since or date.min))
    return Connections(parties, rows)


def parties_of(area: Area) -> list[Party]:
    """Return the organisations of the area, by name. One query."""
    rows = Organisation.objects.filter(areas=area, merged_into__isnull=True).values_list("pk", "name", "kind")
    found = [Party(pk, name, str(OrganisationKind(kind).label)) for pk, name, kind in rows]
    return sorted(found, key=lambda party: (party.name.casefold(), party.id))


def narrowed(all_there: Connections, wanted: Wanted) -> tuple[Network, list[RelationRow]]:
    """Return the network, and the rows it is made of, of what somebody wants to see. No query."""
    parties = {party.id: party for party in all_there.parties}
    rows = [row for row in all_there.rows if _fits(row, wanted, parties)]
    if wanted.centre:
        near = around((row.tie for row in rows), wanted.centre, wanted.steps)
        rows = [row for row in rows if row.tie.first in near and row.tie.second in near]
        shown: Iterable[Party] = [party for party in all_there.parties if party.id in near]
    elif wanted.is_narrowed:
        touched = {end for row in rows for end in row.tie.pair}
        shown = [party for party in all_there.parties if party.id in touched]
    else:
        shown = all_there.parties
    return work_out(shown, (row.tie for row in rows)), rows


def involved(area: Area, user: User, day: date, rows: Iterable[RelationRow]) -> dict[str, set[UUID]]:
    """Return for each opgave the parties that spoke about it in the year before, or have a relation for it. One query."""
    said = Statement.objects.filter(conversation__in=_open_conversations(area, user, day))
    found: dict[str, set[UUID]] = {}
    for title, organisation in said.order_by().values_list("challenge__title", "organisation").distinct():
        found.setdefault(title, set()).add(organisation)
    for row in rows:
        if row.challenge:
            found.setdefault(row.challenge, set()).update(row.tie.pair)
    return found


def _fits(row: RelationRow, wanted: Wanted, parties: dict[UUID, Party]) -> bool:
    if wanted.kind and row.tie.kind != wanted.kind:
        return False
    if wanted.challenge and row.about != wanted.challenge:
        return False
    return not wanted.party_kind or any(parties[end].kind == wanted.party_kind for end in row.tie.pair)


def _open_conversations(area: Area, user: User, day: date) -> QuerySet[Conversation]:
    """What this user may read of the year up to a day, confidential ones aside."""
    return conversations_for(user, area).filter(
        ~Q(confidentiality=Confidentiality.CONFIDENTIAL),
        held_on__gt=day - timedelta(days=TABLE_DAYS),
        held_on__lte=day,
    )


def _entered(area: Area, user: User, day: date, names: dict[UUID, str]) -> list[RelationRow]:
    holds = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    found = Relation.objects.filter(holds, area=area, valid_from__lte=day).order_by("pk").values(*_COLUMNS)
    rows = [values for values in found if values["first"] in names and values["second"] in names]
    sources = {values["conversation"] for values in rows} - {None}
    readable = set(conversations_for(user, area).filter(pk__in=sources).values_list("pk", flat=True))
    return [_row(values, names, readable, day) for values in rows]


def _row(values: dict[str, Any], names: dict[UUID, str], readable: set[UUID], day: date) -> RelationRow:
    roles = [_role(values, end, day) for end in ("first", "second") if values[f"{end}_person__role"]]
    # Whoever left the role is still named, but introduces nobody any more.
    people = (roles[0][0], roles[1][0]) if len(roles) == 2 and all(in_it for _, in_it in roles) else None
    kind = values["kind"]
    may_read = values["conversation"] in readable
    return RelationRow(
        tie=Tie(values["first"], values["second"], kind, people, binds=kind != RelationKind.TENSION),
        first=names[values["first"]],
        second=names[values["second"]],
        kind=KINDS[kind],
        people=" en ".join(role if in_it else f"{role} (niet meer in die rol)" for role, in_it in roles),
        challenge=values["challenge__title"] or "",
        about=values["challenge"],
        words=values["explanation"],
        since=values["valid_from"],
        until=values["valid_until"],
        relation=values["pk"],
        heard_in=values["conversation"] if may_read else None,
        heard_on=values["conversation__held_on"] if may_read else None,
    )


def _role(values: dict[str, Any], end: str, day: date) -> tuple[str, bool]:
    """Return the role at one end, and whether that person still held it on the day."""
    until = values[f"{end}_person__valid_until"]
    return values[f"{end}_person__role"], until is None or until >= day


def _at_table(area: Area, user: User, day: date, names: dict[UUID, str], challenge: UUID | None) -> list[RelationRow]:
    talks = _open_conversations(area, user, day)
    if challenge:
        said = Statement.objects.filter(challenge=challenge).values("conversation")
        talks = talks.filter(Q(challenges=challenge) | Q(pk__in=said))
    together = (
        Participant.objects.filter(conversation__in=talks.values("pk"))
        .annotate(other=F("conversation__participants__organisation"))
        .filter(other__gt=F("organisation"))
        .order_by()
        .values_list("organisation", "other")
        .annotate(times=Count("conversation", distinct=True), last=Max("conversation__held_on"))
    )
    return [
        RelationRow(
            tie=Tie(first, second, AT_TABLE),
            first=names[first],
            second=names[second],
            kind=KINDS[AT_TABLE],
            about=challenge,
            words=f"{times} keer in een jaar" if times > 1 else "1 keer",
            since=last,
        )
        for first, second, times, last in together
        if first in names and second in names
    ]


def _umbrellas(area: Area, names: dict[UUID, str]) -> list[RelationRow]:
    links = UmbrellaMembership.objects.filter(member__areas=area, umbrella__areas=area)
    return [
        RelationRow(
            tie=Tie(member, umbrella, MEMBER_OF), first=names[member], second=names[umbrella], kind=KINDS[MEMBER_OF]
        )
        for member, umbrella in links.order_by("pk").values_list("member", "umbrella")
        if member in names and umbrella in names
    ]
