"""Who stands behind an ambition: what parties said of it, and what was heard of them. Pure: no ORM, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from areas.parties.enums import OrganisationKind, Side
from coalition.agreement.ambitions.enums import Support
from coalition.conversations.statements.enums import Stance
from coalition.planning_group.speaking.rules import BEHIND, Stand, stand
from novex_portal.toolkit.text import dutch

HEARD = "gehoord in gesprekken"
# A party that says it does not know yet, says nothing that counts.
STANDS = {Support.SUPPORTS: Stand.FOR, Support.CONDITIONAL: Stand.CONDITIONAL, Support.OPPOSES: Stand.AGAINST}
_FROM_STANCES = (
    (Stance.OBJECTS, Stand.AGAINST),
    (Stance.CONDITIONAL, Stand.CONDITIONAL),
    (Stance.SUPPORTS, Stand.FOR),
)
SIGNS = {Stand.FOR: "good", Stand.CONDITIONAL: "half", Stand.AGAINST: "error", Stand.NOT_YET: "attention"}
NEEDS_WHY = {Support.CONDITIONAL: "Schrijf op onder welke voorwaarde de partij steunt."}
"""What to ask for with an answer that says too little by itself."""
MAX_CONDITION = 1_000


@dataclass(frozen=True)
class PartySupport:
    """Where one party stands on one ambition, and how one knows."""

    stand: Stand
    known_by: str = ""
    condition: str = ""
    source: str = ""  # how one knows what was declared
    day: date | None = None  # on which it was declared
    is_confirmed: bool = False  # the party said it itself

    @property
    def is_known(self) -> bool:
        """Whether anything is known that this user may know."""
        return bool(self.known_by)

    @property
    def basis(self) -> str:
        """gezegd door de partij zelf op 3 november 2026 (brief van het college)."""
        when = f" op {dutch.long_date(self.day)}" if self.day else ""
        return f"{self.known_by}{when}" + (f" ({self.source})" if self.source else "")

    @property
    def sign(self) -> str:
        return SIGNS.get(self.stand, "idle")

    @property
    def words(self) -> str:
        return self.stand.capitalize()


def heard(stances: Iterable[str]) -> Stand | None:
    """Return what follows from the stances of a party's statements: the least willing one decides."""
    there = set(stances)
    return next((found for stance, found in _FROM_STANCES if stance in there), None)


def of_party(said: PartySupport | None, stances: Iterable[str], *, may_read: bool) -> PartySupport:
    """Return what counts: what the party said or was recorded for it, else what was heard, for who may read that."""
    if said:
        return said
    found = stand(None, heard(stances), may_read=may_read)
    return PartySupport(found, HEARD if found not in {Stand.UNKNOWN, Stand.HIDDEN} else "")


def is_carried_by_both(supports: Mapping[str, Iterable[PartySupport]]) -> bool:
    """Tell whether government and society both stand behind it; `supports` is per kind of party."""
    sides = {
        OrganisationKind(kind).side for kind, rows in supports.items() if any(row.stand in BEHIND for row in rows)
    }
    return sides == set(Side)
