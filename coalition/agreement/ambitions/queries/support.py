"""Reading who supports which ambition."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from areas.access import may
from areas.enums import Permission
from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from areas.parties.queries import parties_in
from coalition.agreement.ambitions.enums import Support
from coalition.agreement.ambitions.models import Ambition, AmbitionStatement, AmbitionSupport
from coalition.agreement.ambitions.rules import DECLARED, UNKNOWN, PartySupport, is_carried_by_both, of_party, summary
from coalition.conversations.recording.enums import Confidentiality

HEADINGS = ("Ambitie", "Partij", "Soort", "Steun", "Hoe bekend", "Voorwaarde of reden")
_ORDER = [kind.value for kind in OrganisationKind]
type Key = tuple[UUID, UUID]


@dataclass(frozen=True)
class PartyRow:
    """A party and what it says of each ambition, in their order."""

    organisation: Organisation
    kind: str
    cells: list[PartySupport]


@dataclass(frozen=True)
class SupportMatrix:
    """Who supports what; parties that said nothing of any ambition are counted, not listed."""

    ambitions: list[Ambition]
    rows: list[PartyRow]
    silent: int
    sums: dict[UUID, str] = field(default_factory=dict)
    one_sided: frozenset[UUID] = frozenset()
    parties: tuple[Organisation, ...] = ()


def support_matrix(area: Area, user: User, ambitions: list[Ambition]) -> SupportMatrix:
    """Return the matrix of these ambitions of the area. Three queries.

    What was declared is open to all members. What follows from statements shows only to who reads
    conversations on level planningsgroep, and never from confidential ones.
    """
    parties = sorted(parties_in(area), key=lambda party: (_ORDER.index(party.kind), party.name.lower()))
    declared = _declared(ambitions)
    sees_all = may(user, area, Permission.READ_PLANNING_LEVEL)
    stances = _stances(ambitions) if sees_all else {}
    known = {
        (ambition.pk, party.pk): of_party(
            declared.get((ambition.pk, party.pk)), stances.get((ambition.pk, party.pk), ())
        )
        for ambition in ambitions
        for party in parties
    }
    rows = [
        PartyRow(
            party,
            str(OrganisationKind(party.kind).label),
            [known[ambition.pk, party.pk] for ambition in ambitions],
        )
        for party in parties
    ]
    said = [row for row in rows if any(cell.support != Support.UNKNOWN for cell in row.cells)]
    sums = {row.pk: summary((known[row.pk, party.pk] for party in parties), len(parties)) for row in ambitions}
    # Who sees part of the support cannot be told that a side is missing.
    one_sided = frozenset(row.pk for row in ambitions if sees_all and not _both(known, row, parties))
    return SupportMatrix(ambitions, said, len(rows) - len(said), sums, one_sided, tuple(parties))


def _both(known: dict[Key, PartySupport], ambition: Ambition, parties: list[Organisation]) -> bool:
    per_kind: dict[str, list[PartySupport]] = defaultdict(list)
    for party in parties:
        per_kind[party.kind].append(known[ambition.pk, party.pk])
    return is_carried_by_both(per_kind)


def _declared(ambitions: list[Ambition]) -> dict[Key, PartySupport]:
    rows = AmbitionSupport.objects.filter(ambition__in=ambitions)
    return {
        (row.ambition_id, row.organisation_id): PartySupport(
            row.support, DECLARED, row.condition, row.source, row.declared_on
        )
        for row in rows
    }


def _stances(ambitions: list[Ambition]) -> dict[Key, set[str]]:
    links = AmbitionStatement.objects.filter(ambition__in=ambitions).exclude(
        statement__conversation__confidentiality=Confidentiality.CONFIDENTIAL
    )
    found: dict[Key, set[str]] = defaultdict(set)
    for ambition, party, stance in links.values_list("ambition_id", "statement__organisation_id", "statement__stance"):
        found[ambition, party].add(stance)
    return found


def position_on_ambition(ambition: Ambition, organisation: Organisation) -> AmbitionSupport | None:
    """Return what the party declared of the ambition, if it did. One query."""
    return AmbitionSupport.objects.filter(ambition=ambition, organisation=organisation).first()


def matrix_cells(found: SupportMatrix) -> Iterator[list[str]]:
    """Return the matrix as cells, a line per ambition and party that said something."""
    for index, ambition in enumerate(found.ambitions):
        for row in found.rows:
            cell = row.cells[index]
            if cell != UNKNOWN:
                yield [
                    *(f"{ambition.number}. {ambition.title}", row.organisation.name, row.kind),
                    *(cell.words, cell.basis, cell.condition),
                ]
