"""Agreements of Rijk and region to practise with: twelve in Zuid-Limburg, of which three one-sided, a few in three other areas.

Terms stand there as people write them; measures are named by their code without the area, money by its measure,
who pays and how much.
"""

from dataclasses import dataclass, field

from coalition.agreement.document.enums import PartyStatus
from deliverables.arrangement.agreements.enums import ArrangementState, Obligation
from deliverables.arrangement.commitments.enums import CommitmentKind, CommitmentSide, CommitmentState
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Paid:
    """A contribution of the investment agenda."""

    code: str
    by: str
    amount: int


@dataclass(frozen=True)
class Vow:
    """What a side does. `amounts` are its quantities, the last one holds and `revised` says why."""

    side: CommitmentSide
    text: str
    kind: CommitmentKind
    by: str = ""
    term: str = ""
    state: CommitmentState = CommitmentState.OPEN
    days_ago: int = 0
    reason: str = ""
    amounts: tuple[int, ...] = ()
    unit: str = ""
    revised: str = ""
    money: tuple[Paid, ...] = ()


@dataclass(frozen=True)
class Decided:
    """Where a body of a party is; decided so many days ago, or expected in so many."""

    by: str
    body: str
    status: PartyStatus = PartyStatus.DRAFT
    days_ago: int = 0
    in_days: int = 0
    reservation: str = ""


@dataclass(frozen=True)
class Deal:
    """An agreement."""

    subject: str
    place: str = ""
    obligation: Obligation = Obligation.EFFORT
    conditions: str = ""
    on_purpose: str = ""
    articles: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    vows: tuple[Vow, ...] = ()
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True)
class Treaty:
    """What one area keeps of the arrangement of a province."""

    slug: str
    province: str
    deals: tuple[Deal, ...]
    state: ArrangementState = ArrangementState.DRAFT
    days_ago: int = 0


@dataclass(frozen=True)
class Treaties:
    treaties: tuple[Treaty, ...] = field(default_factory=tuple)


ARRANGEMENTS = read("arrangement.toml", Treaties)
