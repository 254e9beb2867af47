"""The stiltekaart: per opgave and kind of party, who was heard and who was not. Pure: no ORM, no clock."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from coalition.analysis.stakes.rules import HIGH

RULE = (
    "Een partij is gehoord over een opgave als zij aan tafel zat bij een gesprek over die opgave. "
    f"Een partij weegt zwaar als haar laatste score voor invloed op die opgave {HIGH} of 5 is; zonder score weegt zij gewoon."
)


@dataclass(frozen=True)
class Party:
    """A party of the area."""

    id: UUID
    name: str
    kind: str


@dataclass(frozen=True)
class Cell:
    """One kind of party on one opgave."""

    challenge: UUID
    kind: str
    heard: tuple[Party, ...]
    silent: tuple[Party, ...]  # those that weigh much first
    heavy: frozenset[UUID]  # of the silent ones, who weighs much

    @property
    def total(self) -> int:
        return len(self.heard) + len(self.silent)

    @property
    def sign(self) -> str:
        """Which sign belongs to the cell: none, idle (everybody silent), attention, half or good."""
        if not self.total:
            return "none"
        if self.heavy:
            return "attention"
        if not self.heard:
            return "error"
        return "good" if not self.silent else "half"

    @property
    def words(self) -> str:
        """Say in words who was heard."""
        if not self.total:
            return "geen partijen"
        if not self.heard:
            head = "niemand gehoord"
        elif not self.silent:
            return f"alle {self.total} gehoord" if self.total > 1 else "gehoord"
        else:
            head = f"{len(self.heard)} van {self.total} gehoord"
        return f"{head}; {len(self.heavy)} met veel invloed niet" if self.heavy else head

    @property
    def share(self) -> float:
        """Return which part of the parties was heard, 0 to 1."""
        return len(self.heard) / self.total if self.total else 0.0


def cells(
    challenges: Iterable[UUID],
    kinds: Sequence[str],
    parties: Collection[Party],
    heard: Mapping[UUID, Collection[UUID]],
    influence: Mapping[tuple[UUID, UUID], int],
) -> list[list[Cell]]:
    """Return a row of cells per opgave, a cell per kind.

    `heard` maps an opgave to who was heard on it; `influence` maps (opgave, party) to its last score.
    """
    per_kind = {kind: [party for party in parties if party.kind == kind] for kind in kinds}
    return [[_cell(pk, kind, per_kind[kind], heard.get(pk, ()), influence) for kind in kinds] for pk in challenges]


def _cell(
    challenge: UUID,
    kind: str,
    parties: Sequence[Party],
    heard: Collection[UUID],
    influence: Mapping[tuple[UUID, UUID], int],
) -> Cell:
    silent = [party for party in parties if party.id not in heard]
    heavy = frozenset(party.id for party in silent if influence.get((challenge, party.id), 0) >= HIGH)
    return Cell(
        challenge,
        kind,
        tuple(party for party in parties if party.id in heard),
        tuple(sorted(silent, key=lambda party: (party.id not in heavy, party.name.lower()))),
        heavy,
    )


def finding(rows: Sequence[Sequence[Cell]], titles: Mapping[UUID, str], labels: Mapping[str, str]) -> str:
    """Say in at most two sentences where the silence is: whole kinds first, then who weighs much."""
    everything = [cell for row in rows for cell in row if cell.total]
    if not everything:
        return "Er zijn nog geen opgaven of partijen om naast elkaar te zetten."
    quiet = [cell for cell in everything if not cell.heard]
    heavy = {party for cell in everything for party in cell.heavy}
    said = []
    if quiet:
        worst = max(quiet, key=lambda cell: (len(cell.heavy), cell.total))
        more = f" In {len(quiet)} vakken is niemand gehoord." if len(quiet) > 1 else ""
        said.append(f"{labels[worst.kind]}: niemand gehoord over “{titles[worst.challenge]}”.{more}")
    if heavy:
        who = "partij met veel invloed zwijgt" if len(heavy) == 1 else "partijen met veel invloed zwijgen"
        said.append(f"{len(heavy)} {who} over ten minste één opgave.")
    return " ".join(said) or "Van elke soort partij is over elke opgave ten minste iemand gehoord."
