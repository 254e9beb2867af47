"""Whether something stands opposite something: the balance of an agreement. Pure.

The readings, decided once and shown on the page:

1. A commitment counts while it is open or under way, and when it was kept. One that lapsed or was not kept does not.
2. Something on both sides is reciprocal, on one side one-sided, on neither empty. How much, or of which kind, is never weighed.
3. A reciprocal agreement is finished when all that counts was kept.
4. What still has to be kept without a term is said, and changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from deliverables.arrangement.commitments.enums import UNDONE, CommitmentSide, CommitmentState
from novex_portal.toolkit.meters import counted

RULES = (
    "Een toezegging telt als zij open is, loopt of is nagekomen. Wat verviel of niet is nagekomen, telt niet.",
    "Staat er aan beide kanten iets, dan is de afspraak wederkerig. Aan één kant: eenzijdig. Aan geen kant: leeg.",
    "Hoeveel het is en van welke soort weegt het portaal niet. Geld is niet meer dan ruimte of een besluit.",
    "Zijn alle toezeggingen die tellen nagekomen, dan is een wederkerige afspraak afgerond.",
)


class Verdict(StrEnum):
    """What the balance of an agreement comes to."""

    BOTH = "wederkerig"
    STATE = "eenzijdig-rijk"
    REGION = "eenzijdig-regio"
    NONE = "leeg"

    @property
    def label(self) -> str:
        return {"eenzijdig-rijk": "Eenzijdig Rijk", "eenzijdig-regio": "Eenzijdig regio"}.get(self, self.capitalize())

    @property
    def sides(self) -> tuple[bool, bool]:
        """Whether the Rijk brings something in, and whether the region does."""
        return self in {Verdict.BOTH, Verdict.STATE}, self in {Verdict.BOTH, Verdict.REGION}


@dataclass(frozen=True, slots=True)
class Given:
    """A commitment as the balance sees it."""

    side: str
    state: str
    has_term: bool = True

    @property
    def counts(self) -> bool:
        return self.state not in UNDONE


@dataclass(frozen=True, slots=True)
class Balance:
    """What stands opposite what: how many count on each side, how many do not, and what follows from that."""

    state: int
    region: int
    left_out: int
    kept: int
    without_term: int

    @property
    def verdict(self) -> Verdict:
        if self.state and self.region:
            return Verdict.BOTH
        return Verdict.STATE if self.state else Verdict.REGION if self.region else Verdict.NONE

    @property
    def is_finished(self) -> bool:
        return self.verdict is Verdict.BOTH and self.kept == self.state + self.region

    @property
    def words(self) -> str:
        """The verdict in words: "Wederkerig, afgerond", "Eenzijdig Rijk"."""
        return f"{self.verdict.label}, afgerond" if self.is_finished else self.verdict.label

    @property
    def why(self) -> str:
        """What the verdict rests on, in one or two sentences."""
        found = [f"Van het Rijk {_count(self.state)}, van de regio {_count(self.region)}."]
        if self.left_out == 1:
            found.append("1 toezegging verviel of is niet nagekomen en telt niet.")
        elif self.left_out:
            found.append(f"{self.left_out} toezeggingen vervielen of zijn niet nagekomen en tellen niet.")
        if self.without_term:
            found.append(f"{counted(self.without_term, 'toezegging heeft', 'toezeggingen hebben')} geen termijn.")
        return " ".join(found)


def _count(number: int) -> str:
    """Return how many count: "telt niets", "telt 1 toezegging", "tellen 2 toezeggingen"."""
    if not number:
        return "telt niets"
    return f"{'telt' if number == 1 else 'tellen'} {counted(number, 'toezegging', 'toezeggingen')}"


def balance_of(given: Iterable[Given]) -> Balance:
    """Weigh whether something stands on each side; the order makes no difference."""
    rows = list(given)
    counting = [row for row in rows if row.counts]
    on = {side: sum(row.side == side for row in counting) for side in CommitmentSide.values}
    return Balance(
        state=on[CommitmentSide.STATE],
        region=on[CommitmentSide.REGION],
        left_out=len(rows) - len(counting),
        kept=sum(row.state == CommitmentState.KEPT for row in counting),
        without_term=sum(not row.has_term and row.state != CommitmentState.KEPT for row in counting),
    )
