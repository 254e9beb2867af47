"""The page of the network: its table, what falls apart without whom, the picture, and who can introduce whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.urls import reverse

from areas.models import Area, User
from coalition.analysis.network.queries.network import (
    IN_A_SENTENCE,
    KINDS,
    Connections,
    RelationRow,
    Wanted,
    involved,
    narrowed,
)
from coalition.analysis.network.rules.network import Network, Party, Place, way
from coalition.analysis.network.rules.picture import (
    DIRECTED,
    MIXED,
    NUMBERED,
    Picture,
    draw,
    is_hollow,
    shape,
    shape_name,
)
from coalition.analysis.network.rules.words import finding, gap_in_words, step_in_words, way_in_words
from novex_portal.toolkit.files.exports import Value as Cell
from novex_portal.toolkit.text import dutch

PAGE_SIZE = 25
MOST_GAPS = 12
"""So many parties that cannot be missed are told in sentences; the table marks them all."""
PARTY_HEADINGS = (
    *("Nummer", "Partij", "Soort partij", "Verbonden met", "Tussen andere partijen in (%)"),
    *("In woorden", "Groep", "Onmisbare schakel", "Raakt los zonder deze partij"),
)
RELATION_HEADINGS = (
    *("Eerste partij", "Tweede partij", "Soort relatie", "Richting", "Via wie", "Opgave"),
    *("Vanaf", "Tot en met", "Toelichting", "Herkomst"),
)


@dataclass(frozen=True)
class PartyRow:
    """One organisation in the table of the network."""

    place: Place
    url: str
    group: str
    lost: int

    @property
    def share(self) -> str:
        """How much of the shortest ways passes this party: 12%."""
        percent = round(self.place.between * 100)
        return f"{percent}%" if percent or not self.place.between else "minder dan 1%"


@dataclass(frozen=True)
class LegendLine:
    """One sign of the picture, and what it means."""

    words: str
    kind: str = ""
    d: str = ""
    group: int = 0
    hollow: bool = False


@dataclass(frozen=True)
class NetworkPage:
    network: Network
    finding: str
    parties: list[PartyRow]
    gaps: list[list[str]]
    more_gaps: int
    picture: Picture | None
    kinds: list[LegendLine]
    groups: list[LegendLine]
    relations: "Page[RelationRow]"
    derived: int

    @property
    def has_arrows(self) -> bool:
        """Whether any line in the picture has a direction."""
        return any(line.kind in DIRECTED for line in self.kinds)

    @property
    def is_huge(self) -> bool:
        """Whether only the most important parties carry a number."""
        return len(self.parties) > NUMBERED


@dataclass(frozen=True)
class Introduction:
    """The way from one party to another, as sentences; `sentence` also says so when there is none."""

    sentence: str
    steps: list[str] = field(default_factory=list)


def network_page(area: Area, user: User, wanted: Wanted, everything: Connections, number: str) -> NetworkPage:
    """Return the page of the network as somebody wants to see it. One query."""
    network, rows = narrowed(everything, wanted)
    concerned = involved(area, user, wanted.day, rows) if network.gaps else {}
    picture = draw(network) if network.places else None
    return NetworkPage(
        network=network,
        finding=finding(network),
        parties=_party_rows(area, network),
        gaps=[gap_in_words(gap, concerned) for gap in network.gaps[:MOST_GAPS]],
        more_gaps=max(0, len(network.gaps) - MOST_GAPS),
        picture=picture,
        kinds=_kinds(picture) if picture else [],
        groups=_groups(network),
        relations=Paginator(rows, PAGE_SIZE).get_page(number),
        derived=sum(row.relation is None for row in rows),
    )


def introduction(everything: Connections, start: UUID, end: UUID) -> Introduction:
    """Return how somebody of one party can be introduced to another. No query."""
    names = {party.id: party.name for party in everything.parties}
    steps = way(everything.parties, everything.ties, start, end)
    if steps is None:
        return Introduction(
            f"Er is geen weg bekend van {names[start]} naar {names[end]}. Misschien kent iemand er een: voeg dan een relatie toe."
        )
    said = [step_in_words(step, IN_A_SENTENCE) for step in steps]
    return Introduction(way_in_words(steps, IN_A_SENTENCE), said)


def party_cells(area: Area, network: Network) -> Iterator[list[Cell]]:
    """Yield the lines of the file of parties, in the order of `PARTY_HEADINGS`; who is not connected comes last."""
    for row in _party_rows(area, network):
        place = row.place
        yield [
            *(place.number, place.party.name, place.party.kind, place.degree, round(place.between * 100)),
            *(place.reach, place.group or "", "ja" if place.is_bridge else "nee", row.lost),
        ]
    for party in network.alone:
        yield ["", party.name, party.kind, 0, 0, "nooit", "", "nee", 0]


def relation_cells(rows: list[RelationRow]) -> Iterator[list[Cell]]:
    """Yield the lines of the file of relations, in the order of `RELATION_HEADINGS`."""
    for row in rows:
        direction = "van de eerste naar de tweede" if row.tie.kind in DIRECTED else ""
        yield [
            *(row.first, row.second, row.kind, direction, row.people, row.challenge),
            *(row.since, row.until, row.words, row.origin),
        ]


def _party_rows(area: Area, network: Network) -> list[PartyRow]:
    root = reverse("parties", args=[area.slug])
    lost = {gap.party.id: gap.lost for gap in network.gaps}
    return [
        PartyRow(
            place=place,
            url=f"{root}{place.party.id}/",
            group=f"{place.group}, {shape_name(place.group)}" if place.group else "geen",
            lost=lost.get(place.party.id, 0),
        )
        for place in network.places
    ]


def _kinds(picture: Picture) -> list[LegendLine]:
    present = {line.kind for line in picture.lines}
    found = [LegendLine(KINDS[kind], kind=kind) for kind in KINDS if kind in present]
    if MIXED in present:
        found.insert(0, LegendLine("Verbonden, hoe dan ook", kind=MIXED))
    return found


def _groups(network: Network) -> list[LegendLine]:
    sizes: dict[int, list[Party]] = {}
    for place in network.places:
        if place.group:
            sizes.setdefault(place.group, []).append(place.party)
    return [
        LegendLine(
            words=f"Groep {group}: {shape_name(group)}, {dutch.number(len(parties))} partijen, met onder meer {parties[0].name}",
            d=shape(group, 12, 12, 7),
            group=group,
            hollow=is_hollow(group),
        )
        for group, parties in sorted(sizes.items())
    ]
