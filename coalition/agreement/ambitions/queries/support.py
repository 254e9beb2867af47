"""Reading who stands behind which ambition."""

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
from coalition.agreement.ambitions.rules import STANDS, PartySupport, is_carried_by_both, of_party
from coalition.conversations.recording.enums import Confidentiality
from coalition.planning_group.speaking.rules import Backing, Stand, heard_legend, standing

HEADINGS = ("Ambitie", "Partij", "Soort", "Waar staat zij", "Hoe bekend", "Voorwaarde of reden")
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
    """Who stands behind what; parties of whom the user knows nothing are counted in `others`, not listed."""

    ambitions: list[Ambition]
    rows: list[PartyRow]
    others: int
    legend: str
    others_stand: Stand
    sums: dict[UUID, str] = field(default_factory=dict)
    one_sided: frozenset[UUID] = frozenset()
    parties: tuple[Organisation, ...] = ()


def support_matrix(area: Area, user: User, ambitions: list[Ambition]) -> SupportMatrix:
    """Return the matrix of these ambitions of the area. Three queries.

    What a party said or was recorded for it is open to all members. What was heard shows only to who reads
    conversations on level planningsgroep, and never from confidential ones: to all others a party that said nothing is
    "niet zichtbaar voor u", whether or not anything was heard of it.
    """
    parties = sorted(parties_in(area), key=lambda party: (_ORDER.index(party.kind), party.name.lower()))
    declared = _declared(ambitions)
    sees_all = may(user, area, Permission.READ_PLANNING_LEVEL)
    stances = _stances(ambitions) if sees_all else {}
    known = {
        (ambition.pk, party.pk): of_party(
            declared.get((ambition.pk, party.pk)), stances.get((ambition.pk, party.pk), ()), may_read=sees_all
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
    said = [row for row in rows if any(cell.is_known for cell in row.cells)]
    sums = {row.pk: Backing.of(known[row.pk, party.pk].stand for party in parties).words for row in ambitions}
    # Who sees part of the support cannot be told that a side is missing.
    one_sided = frozenset(row.pk for row in ambitions if sees_all and not _both(known, row, parties))
    return SupportMatrix(
        ambitions,
        said,
        len(rows) - len(said),
        heard_legend(may_read=sees_all),
        Stand.UNKNOWN if sees_all else Stand.HIDDEN,
        sums,
        one_sided,
        tuple(parties),
    )


def _both(known: dict[Key, PartySupport], ambition: Ambition, parties: list[Organisation]) -> bool:
    per_kind: dict[str, list[PartySupport]] = defaultdict(list)
    for party in parties:
        per_kind[party.kind].append(known[ambition.pk, party.pk])
    return is_carried_by_both(per_kind)


def _declared(ambitions: list[Ambition]) -> dict[Key, PartySupport]:
    by_id = {row.pk: row for row in ambitions}
    known: dict[Key, list[AmbitionSupport]] = defaultdict(list)
    for row in AmbitionSupport.objects.filter(ambition__in=ambitions).select_related("organisation"):
        known[row.ambition_id, row.organisation_id].append(row)
    found = {}
    for key, rows in known.items():
        # A party that says it does not know yet, says nothing that counts.
        counting = [row for row in standing(rows) if row.support != Support.UNKNOWN]
        if counting:
            found[key] = _said(counting[0], is_stale=counting[0].is_stale(by_id[key[0]]))
    return found


def _said(row: AmbitionSupport, *, is_stale: bool) -> PartySupport:
    where = Stand.NOT_YET if is_stale else STANDS[Support(row.support)]
    known_by = (
        f"{row.get_support_display().lower()} met een vorige tekst, {row.given_words}" if is_stale else row.given_words
    )
    return PartySupport(where, known_by, row.condition, row.source, row.declared_on, row.is_own)


def _stances(ambitions: list[Ambition]) -> dict[Key, set[str]]:
    links = AmbitionStatement.objects.filter(ambition__in=ambitions).exclude(
        statement__conversation__confidentiality=Confidentiality.CONFIDENTIAL
    )
    found: dict[Key, set[str]] = defaultdict(set)
    for ambition, party, stance in links.values_list("ambition_id", "statement__organisation_id", "statement__stance"):
        found[ambition, party].add(stance)
    return found


def position_on_ambition(ambition: Ambition, organisation: Organisation) -> list[AmbitionSupport]:
    """Return what is known of what the party says of the ambition: what counts first. One query."""
    rows = AmbitionSupport.objects.filter(ambition=ambition, organisation=organisation)
    return standing(rows.select_related("organisation"))


def matrix_cells(found: SupportMatrix) -> Iterator[list[str]]:
    """Return the matrix as cells, a line per ambition and party of which something is known."""
    for index, ambition in enumerate(found.ambitions):
        for row in found.rows:
            cell = row.cells[index]
            if cell.is_known:
                yield [
                    *(f"{ambition.number}. {ambition.title}", row.organisation.name, row.kind),
                    *(cell.words, cell.basis, cell.condition),
                ]
