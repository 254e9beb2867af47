"""Which part of the thermometer somebody looks at, and how it lies on paper. Pure: no ORM, no clock."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.rules import Position

RUBS = (
    "Waar het schuurt: een partij die tekent is tegen, nog niet zo ver of alleen onder een voorwaarde akkoord, of zei iets "
    "van een vorige tekst. Dat een partij nog niets zei, telt niet."
)
MOST_ON_A4 = 8
"""Parties whose columns fit on A4; more take A3."""
MOST_ON_A3 = 20
UNCONFIRMED = "(v) is vastgelegd door de planningsgroep, (l) gezegd via de link: dat bevestigde de partij nog niet."
_SHORT = {Consent.AGREES: "ja", Consent.CONDITIONAL: "mits", Consent.NOT_YET: "nog niet", Consent.REFUSES: "nee"}


class HasPosition(Protocol):
    """Where a party stands."""

    @property
    def position(self) -> Position: ...


def rubs(signing: Iterable[HasPosition]) -> bool:
    """Tell whether an article rubs with the parties that sign: `RUBS` says when."""
    stands = (row.position for row in signing)
    return any(stand.consent and (stand.is_stale or stand.consent != Consent.AGREES) for stand in stands)


def short_words(position: Position) -> str:
    """Return a position in a word or two, for a narrow column: ja, mits, nog niet, nee, vorige tekst, –."""
    if not position.consent:
        return "–"
    words = "vorige tekst" if position.is_stale else _SHORT[Consent(position.consent)]
    return words if position.is_confirmed else f"{words} ({position.given_as[0]})"


def sheets[Party](parties: Sequence[Party]) -> list[Sequence[Party]]:
    """Divide the parties over as few tables as fit on paper, of about as many columns each."""
    tables = -(-len(parties) // MOST_ON_A3) or 1
    wide = -(-len(parties) // tables)
    return [parties[start : start + wide] for start in range(0, len(parties), max(1, wide))]
