"""Who says what a party says, what of it counts, and who stands behind something. Pure: no ORM, no clock."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from coalition.planning_group.speaking.enums import MAX_SOURCE, GivenAs
from novex_portal.toolkit.meters import counted

SOURCE_NEEDED = "Schrijf op hoe u dit weet, bijvoorbeeld: brief van het college van 3 november."
"""What who records for another party is asked."""


def may_speak_as[Key](
    organisation: Key, *, works_in_planning_group: bool, states_own_position: bool, own: Collection[Key]
) -> GivenAs | None:
    """Tell how somebody may write down where an organisation stands, None when not at all.

    An executive speaks for the organisations of their own membership in this area, and for no other. The
    planning group keeps the list for every party: what it writes is recorded, until the party confirms it.
    """
    if states_own_position and organisation in own:
        return GivenAs.OWN
    return GivenAs.RECORDED if works_in_planning_group else None


def source_problem(given_as: str, source: str) -> str:
    """Say what is wrong with where one knows it from; empty when nothing is. A party itself needs no source."""
    if given_as == GivenAs.RECORDED and not source.strip():
        return SOURCE_NEEDED
    return "De bron is langer dan 200 tekens. Maak haar korter." if len(source) > MAX_SOURCE else ""


def given_short(given_as: str) -> str:
    """Say in a few words, beside the position of a party, that it did not say so itself; nothing of what it did."""
    if given_as == GivenAs.OWN:
        return ""
    return "gezegd via de link, nog niet bevestigd" if given_as == GivenAs.LINK else "vastgelegd, nog niet bevestigd"


class Known(Protocol):
    """What is known of a party, and whether the party itself has spoken since."""

    @property
    def given_as(self) -> str: ...

    @property
    def answered_at(self) -> datetime | None: ...


def standing[Row: Known](rows: Iterable[Row]) -> list[Row]:
    """Return what stands of what is known of a party: first what counts, then what stands beside it.

    What the party said itself counts, else what was recorded for it, else what was said by the link. What the
    party answered since, is history.
    """
    order = [str(way) for way in GivenAs]
    there = [row for row in rows if row.given_as == GivenAs.OWN or (row.given_as and row.answered_at is None)]
    return sorted(there, key=lambda row: order.index(row.given_as))


def said_as[Row: Known](rows: Iterable[Row], given_as: str) -> Row | None:
    """Return which of these is known in this way."""
    return next((row for row in rows if row.given_as == given_as), None)


class Stand(StrEnum):
    """Where a party stands on a text, in the one definition of who stands behind it."""

    FOR = "voor"
    CONDITIONAL = "onder voorwaarde"
    AGAINST = "tegen"
    NOT_YET = "nog niet"
    UNKNOWN = "onbekend"
    HIDDEN = "niet zichtbaar voor u"


BEHIND = frozenset({Stand.FOR, Stand.CONDITIONAL})
LEGEND = (
    "Achter een tekst staat wie voor is, of voor onder een voorwaarde. Van elke partij telt wat zij zelf zei van de tekst "
    "van nu, anders wat voor haar is vastgelegd, anders wat via de link is gezegd."
)
HEARD = (
    "Zei zij niets, dan telt wat in gesprekken is gehoord op niveau gebied of planningsgroep: één bezwaar telt als tegen, "
    "anders één voorwaarde als onder voorwaarde. Vertrouwelijke gesprekken tellen nergens mee."
)
HEARD_HIDDEN = "Wat in gesprekken is gehoord, is niet zichtbaar voor u en telt hier niet mee."


def heard_legend(*, may_read: bool) -> str:
    """Say what is counted, for who may read what was heard and for who may not."""
    return f"{LEGEND} {HEARD if may_read else HEARD_HIDDEN}"


def stand(said: Stand | None, heard: Stand | None = None, *, may_read: bool) -> Stand:
    """Return where a party stands: what it declared, or was recorded for it, goes before what was heard.

    Who may not read what was heard learns nothing of it, not even whether there is any.
    """
    if said is not None:
        return said
    return (heard or Stand.UNKNOWN) if may_read else Stand.HIDDEN


@dataclass(frozen=True)
class Backing:
    """Who stands behind a text: how many parties stand where, of how many."""

    counts: Counter[Stand] = field(default_factory=Counter)

    @classmethod
    def of(cls, stands: Iterable[Stand]) -> "Backing":
        """Count where every party stands, each once."""
        return cls(Counter(stands))

    @property
    def parties(self) -> int:
        """How many parties are asked."""
        return self.counts.total()

    @property
    def behind(self) -> int:
        """How many stand behind it, on conditions or not."""
        return sum(self.counts[one] for one in BEHIND)

    @property
    def words(self) -> str:
        """3 voor, 1 onder voorwaarde, 2 nog niet, van 6 partijen."""
        parts = [f"{self.counts[one]} {one}" for one in Stand if self.counts[one]]
        if not parts:
            return "nog geen partijen"
        return f"{', '.join(parts)}, van {counted(self.parties, 'partij', 'partijen')}"

    @property
    def short(self) -> str:
        """3 van 6."""
        return f"{self.behind} van {self.parties}"
