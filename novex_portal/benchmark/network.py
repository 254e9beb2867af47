"""A large network for the benchmark: 300 parties with 2,000 relations in one area, and larger ones for the drawing alone."""

import time
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from random import Random
from uuid import UUID

from areas.models import Area, AreaOrganisation, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.analysis.network.enums import RelationKind
from coalition.analysis.network.rules.layout import lay_out
from coalition.analysis.network.rules.network import Party, Tie, work_out
from coalition.analysis.network.rules.picture import draw
from coalition.models import Relation

# An area in which everybody knows many.
KNIT = "groene-hart"
PARTIES, RELATIONS = 300, 2_000
DRAWN = ((30, 45), (300, 2_000), (2_000, 6_000))


def make_network(author: User) -> None:
    """Give the area its parties and relations, the same every time."""
    area = Area.objects.get(slug=KNIT)
    kinds = list(OrganisationKind)
    parties = Organisation.objects.bulk_create(
        Organisation(name=f"Netwerkpartij {number} van {area.name}", kind=kinds[number % len(kinds)])
        for number in range(PARTIES)
    )
    AreaOrganisation.objects.bulk_create(AreaOrganisation(area=area, organisation=party) for party in parties)
    Relation.objects.bulk_create(
        Relation(
            area=area,
            kind=kind,
            first=parties[one],
            second=parties[other],
            explanation="Elke zes weken overleg over water en ruimte.",
            valid_from=date(2020, 1, 1),
            created_by=author,
        )
        for one, other, kind in _pairs(PARTIES, RELATIONS)
    )


def measure_drawing() -> Iterator[str]:
    """Yield for each size of network how long working it out, placing it and drawing it takes."""
    for parties, relations in DRAWN:
        chance = Random(parties)  # noqa: S311  the same every time
        known = [Party(UUID(int=chance.getrandbits(128)), f"Partij {number}") for number in range(parties)]
        ties = [Tie(known[one].id, known[other].id, kind) for one, other, kind in _pairs(parties, relations)]
        marks = [time.perf_counter()]
        network = work_out(known, ties)
        marks.append(time.perf_counter())
        lay_out((party.id for party in known), (tie.pair for tie in ties), width=1200, height=900)
        marks.append(time.perf_counter())
        draw(network)
        marks.append(time.perf_counter())
        work, layout, whole = ((after - before) * 1000 for before, after in pairwise(marks))
        yield f"{parties} partijen, {relations} relaties: uitrekenen {work:.0f} ms, plaatsen {layout:.0f} ms, tekenen {whole:.0f} ms"


def _pairs(parties: int, relations: int) -> list[tuple[int, int, str]]:
    """Pairs that know each other: mostly neighbours in a circle of twelve circles, and some far away."""
    chance = Random(relations)  # noqa: S311  the same every time
    kinds = list(RelationKind)
    found: dict[tuple[int, int, str], None] = {}
    circle = max(2, parties // 12)
    while len(found) < relations:
        one = chance.randrange(parties)
        near = one // circle * circle + chance.randrange(circle)
        other = near if chance.random() < 0.8 else chance.randrange(parties)
        if one != other and other < parties:
            found[min(one, other), max(one, other), str(chance.choice(kinds))] = None
    return list(found)
