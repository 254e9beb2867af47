"""Reading the stiltekaart of an area."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from areas.models import Area, Challenge
from areas.parties.enums import OrganisationKind
from areas.parties.queries import challenges_of, parties_in
from coalition.analysis.silence.rules import Cell, Party, cells, finding
from coalition.analysis.stakes.queries import latest_influence
from coalition.conversations.recording.models import Conversation, ConversationChallenge

HEADINGS = ("Opgave", "Soort partij", "Partijen", "Gehoord", "Veel invloed en niet gehoord", "Niet gehoord")
LABELS = {kind.value: str(kind.label) for kind in OrganisationKind}


@dataclass(frozen=True)
class SilenceMap:
    """The whole map: kinds across, opgaven down."""

    kinds: list[str]  # labels
    rows: list[tuple[Challenge, list[tuple[str, Cell]]]]  # each cell with the label of its kind
    finding: str


def silence_map(area: Area, day: date) -> SilenceMap:
    """Return who was heard until a day. Four queries, whatever the number of conversations.

    That somebody was heard is told, also when it was in a confidential conversation; what was said is not.
    """
    challenges = challenges_of(area)
    parties = [Party(party.pk, party.name, party.kind) for party in parties_in(area)]
    present = {party.kind for party in parties}
    kinds = [kind.value for kind in OrganisationKind if kind.value in present]
    found = cells([row.pk for row in challenges], kinds, parties, _heard(area, day), latest_influence(area, day))
    titles = {row.pk: row.title for row in challenges}
    labels = [LABELS[kind] for kind in kinds]
    return SilenceMap(
        labels,
        [(row, list(zip(labels, line, strict=True))) for row, line in zip(challenges, found, strict=True)],
        finding(found, titles, LABELS),
    )


def _heard(area: Area, day: date) -> dict[UUID, set[UUID]]:
    """Return per opgave who sat at a table where it was talked about."""
    talks = Conversation.objects.filter(area=area, held_on__lte=day)
    rows = (
        ConversationChallenge.objects.filter(conversation__in=talks, conversation__participants__isnull=False)
        .values_list("challenge_id", "conversation__participants__organisation_id")
        .distinct()
    )
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for challenge, organisation in rows:
        found[challenge].add(organisation)
    return found


def silence_cells(found: SilenceMap) -> Iterator[list[str | int]]:
    """Return the map as cells, for a file."""
    for challenge, row in found.rows:
        for label, cell in row:
            heavy = [party.name for party in cell.silent if party.id in cell.heavy]
            silent = [party.name for party in cell.silent]
            yield [
                *(challenge.title, label, cell.total, len(cell.heard)),
                *(", ".join(heavy), ", ".join(silent)),
            ]
