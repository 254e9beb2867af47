"""Who supports an ambition: what parties declared, and what follows from what they said. Pure: no ORM, no clock."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from areas.parties.enums import OrganisationKind, Side
from coalition.agreement.ambitions.enums import Support
from coalition.conversations.statements.enums import Stance
from novex_portal.toolkit.text import dutch

DERIVED = "volgt uit uitspraken"
DECLARED = "verklaard"
_FROM_STANCES = (
    (Stance.OBJECTS, Support.OPPOSES),
    (Stance.CONDITIONAL, Support.CONDITIONAL),
    (Stance.SUPPORTS, Support.SUPPORTS),
)
SIGNS = {Support.SUPPORTS: "good", Support.CONDITIONAL: "half", Support.OPPOSES: "error", Support.UNKNOWN: "idle"}
NEEDS_WHY = {Support.CONDITIONAL: "Schrijf op onder welke voorwaarde de partij steunt."}
"""What to ask for with an answer that says too little by itself."""
MAX_CONDITION = 1_000
RULE = (
    "Wat een partij verklaarde, gaat voor. Heeft zij niets verklaard, dan volgt haar steun uit de uitspraken onder de "
    "ambitie: één bezwaar telt als niet, anders één voorwaarde als mits."
)


@dataclass(frozen=True)
class PartySupport:
    """What one party says of one ambition, and how one knows."""

    support: str
    known_by: str = ""
    condition: str = ""
    source: str = ""  # how one knows what was declared
    day: date | None = None  # on which it was declared

    @property
    def is_declared(self) -> bool:
        """Whether the party said so itself, or it only follows from its statements."""
        return self.known_by == DECLARED

    @property
    def basis(self) -> str:
        """verklaard op 3 november 2026 (brief van het college)."""
        when = f" op {dutch.long_date(self.day)}" if self.day else ""
        return f"{self.known_by}{when}" + (f" ({self.source})" if self.source else "")

    @property
    def sign(self) -> str:
        return SIGNS[Support(self.support)]

    @property
    def words(self) -> str:
        return str(Support(self.support).label)


UNKNOWN = PartySupport(Support.UNKNOWN)


def derived(stances: Iterable[str]) -> PartySupport:
    """Return what follows from the stances of a party's statements: the least willing one decides."""
    there = set(stances)
    for stance, support in _FROM_STANCES:
        if stance in there:
            return PartySupport(support, DERIVED)
    return UNKNOWN


def of_party(declared: PartySupport | None, stances: Iterable[str]) -> PartySupport:
    """Return what counts: the declaration, unless it says that nothing is known."""
    if declared and declared.support != Support.UNKNOWN:
        return declared
    return derived(stances)


def summary(supports: Iterable[PartySupport], parties: int) -> str:
    """Say in words how many of the parties support, on conditions, not, or have not said."""
    counts = Counter(row.support for row in supports)
    known = sum(number for support, number in counts.items() if support != Support.UNKNOWN)
    parts = [
        f"{counts[support]} {words}"
        for support, words in (
            (Support.SUPPORTS, "steunt" if counts[Support.SUPPORTS] == 1 else "steunen"),
            (Support.CONDITIONAL, "mits"),
            (Support.OPPOSES, "niet"),
        )
        if counts[support]
    ]
    return ", ".join([*parts, f"{parties - known} onbekend"])


def is_carried_by_both(supports: Mapping[str, Iterable[PartySupport]]) -> bool:
    """Tell whether government and society both support it; `supports` is per kind of party."""
    willing = {Support.SUPPORTS, Support.CONDITIONAL}
    sides = {
        OrganisationKind(kind).side for kind, rows in supports.items() if any(row.support in willing for row in rows)
    }
    return sides == set(Side)
