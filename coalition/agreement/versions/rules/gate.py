"""What is still open in a text that parties are to decide on or sign, and what of it must be mended first. Pure.

It marks, as everywhere: who freezes may go on knowing what is open. Only what would make the document itself wrong stops.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coalition.agreement.versions.enums import VersionKind

GATED = (VersionKind.DECISION, VersionKind.FINAL)
"""The kinds of version that pass the gate."""


class Open(StrEnum):
    """What can be open, in the order of the page."""

    SIGNS = "Tekens die niet kunnen worden afgedrukt"
    LOST = "Verwijzingen naar wat er niet meer staat"
    AMENDMENTS = "Wijzigingsvoorstellen zonder afloop"
    CLASHES = "Voorstellen die dezelfde woorden raken"
    REFUSED = "Artikelen die een partij tegenhoudt"
    SILENT = "Partijen zonder standpunt"
    POINTS = "Punten zonder overeenstemming"
    ORIGIN = "Artikelen zonder herkomst"

    @property
    def stops(self) -> bool:
        """Whether no version can be made before it is mended."""
        return self in {Open.SIGNS, Open.LOST}

    @property
    def way_out(self) -> str:
        """What one does about it."""
        return _WAYS_OUT[self]


_WAYS_OUT = {
    Open.SIGNS: "Haal deze tekens weg of schrijf ze anders; eerst dan kan er een versie komen.",
    Open.LOST: "Verwijs naar iets anders of haal de verwijzing weg; eerst dan kan er een versie komen.",
    Open.AMENDMENTS: "Behandel het voorstel, of vraag de indiener om antwoord.",
    Open.CLASHES: "Lees beide voorstellen en neem er een over.",
    Open.REFUSED: "Lees waarom, en pas het artikel aan of maak er een punt zonder overeenstemming van.",
    Open.SILENT: "Vraag deze partij naar haar standpunt.",
    Open.POINTS: "Schrijf op hoe het punt is opgelost, of laat het openlijk staan.",
    Open.ORIGIN: "Koppel het artikel aan ambities, uitspraken of besluiten.",
}


@dataclass(frozen=True)
class Found:
    """One thing that is open, and where it is mended."""

    what: Open
    words: str
    url: str


@dataclass(frozen=True)
class Gate:
    """All that is open, by kind."""

    groups: tuple[tuple[Open, tuple[Found, ...]], ...]

    @property
    def stops(self) -> bool:
        """Whether something must be mended before a version can be made."""
        return any(what.stops for what, _ in self.groups)

    @property
    def count(self) -> int:
        """How much is open."""
        return sum(len(rows) for _, rows in self.groups)

    @property
    def seen(self) -> str:
        """A mark of this list: who goes on, goes on knowing this and nothing else."""
        lines = [f"{row.what} {row.words}" for _, rows in self.groups for row in rows]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def gate_of(found: Iterable[Found]) -> Gate:
    """Return what is open by kind, in the order of the page; kinds of which nothing is open are left out."""
    rows = list(found)
    groups = ((what, tuple(row for row in rows if row.what == what)) for what in Open)
    return Gate(tuple((what, of_kind) for what, of_kind in groups if of_kind))


def refusal(gate: Gate, kind: str, *, seen: str, typed: str, area: str) -> str:
    """Say why no version of this kind can be made now; empty when it can."""
    if kind not in GATED:
        return ""
    if gate.stops:
        return "Er moet eerst iets worden hersteld. Kijk in de lijst wat."
    if gate.seen != seen:
        return "Wat er openstaat is intussen veranderd. Lees de lijst opnieuw."
    if kind == VersionKind.FINAL and typed.strip().casefold() != area.casefold():
        return f"Typ de naam van het gebied om door te gaan: {area}."
    return ""
