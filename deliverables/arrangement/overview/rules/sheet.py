"""The agreements of an area as one object, which page, list, workbook and document read. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from coalition.agreement.document.enums import PartyStatus
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.arrangement.agreements.enums import DECIDED
from deliverables.arrangement.commitments.enums import ENDED, UNDONE, CommitmentSide, CommitmentState
from deliverables.arrangement.commitments.rules import Balance, Given, Verdict, balance_of
from deliverables.money.amounts.rules.cents import Basis, total
from deliverables.money.amounts.rules.words import euro_words, exact_words
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch

_KINDS = {
    PartyStatus.DRAFT: "idle",
    PartyStatus.OFFICIALS_AGREE: "half",
    PartyStatus.EXECUTIVES_AGREE: "busy",
    PartyStatus.ADOPTED: "good",
    PartyStatus.SIGNED: "good",
}
_STATES = {
    CommitmentState.OPEN: "idle",
    CommitmentState.RUNNING: "busy",
    CommitmentState.KEPT: "good",
    CommitmentState.NOT_KEPT: "error",
    CommitmentState.LAPSED: "attention",
}


@dataclass(frozen=True, slots=True)
class Money:
    """A contribution that a commitment is; what was withdrawn counts nowhere."""

    amount: Decimal
    basis: Basis
    words: str
    is_withdrawn: bool = False


@dataclass(frozen=True)
class Promise:
    """A commitment. `quantities` are its versions in words, the one that holds at the end.

    `late` are the days since it should have been kept; `hides_money` when the reader may not see the money of the area that keeps it.
    """

    key: str
    side: str
    who: str
    text: str
    kind: str
    state: str
    term: PlanDate | None = None
    state_on: date | None = None
    reason: str = ""
    quantities: tuple[str, ...] = ()
    money: tuple[Money, ...] = ()
    late: int = 0
    hides_money: bool = False

    @property
    def given(self) -> Given:
        return Given(self.side, self.state, self.term is not None)

    @property
    def counts(self) -> bool:
        return self.given.counts

    @property
    def sums(self) -> dict[Basis, Decimal]:
        """What its money comes to, per basis; amounts of two bases are never added."""
        rows = [row for row in self.money if not row.is_withdrawn]
        return {
            basis: total(row.amount for row in rows if row.basis == basis) for basis in sorted({r.basis for r in rows})
        }

    @property
    def amounts(self) -> str:
        """The same in words as people read it: "€ 6 miljoen"."""
        return " en ".join(euro_words(amount) for amount in self.sums.values())

    @property
    def exact_amounts(self) -> str:
        """The same to the cent, each with its basis."""
        return " en ".join(f"{exact_words(amount)} ({basis})" for basis, amount in self.sums.items())

    @property
    def quantity(self) -> str:
        return self.quantities[-1] if self.quantities else ""

    @property
    def how_much(self) -> str:
        """What it is of, in a few words: "1.200 woningen, € 6 miljoen"."""
        return ", ".join(filter(None, (self.quantity, self.amounts)))

    @property
    def sentence(self) -> str:
        """All of it in one sentence, for a letter; amounts to the cent."""
        facts = ", ".join(filter(None, (self.quantity, self.exact_amounts, self.when)))
        reason = f": {self.reason}" if self.reason else ""
        return f"{f'{self.who}: ' if self.who else ''}{self.text.rstrip('.')} ({facts}{reason})."

    @property
    def state_words(self) -> str:
        """Its state, with the day of what ended: "nagekomen op 01-07-2026"."""
        word = str(CommitmentState(self.state).label).lower()
        return f"{word} op {dutch.short_date(self.state_on)}" if self.state in ENDED and self.state_on else word

    @property
    def when(self) -> str:
        """What matters of its time: how it ended, or else its term."""
        if self.state in ENDED:
            return self.state_words
        return f"uiterlijk {self.term}" if self.term else "zonder termijn"

    @property
    def line(self) -> str:
        """Who, and when, for below its words."""
        return ", ".join(filter(None, (self.who, self.when)))

    @property
    def is_open(self) -> bool:
        """Whether it still has to be kept."""
        return self.state not in ENDED

    @property
    def is_undone(self) -> bool:
        return self.state in UNDONE

    @property
    def status(self) -> tuple[str, str]:
        """How it is with it, as kind of status and words."""
        if self.late:
            return "error", f"{counted(self.late, 'dag', 'dagen')} te laat"
        return _STATES[CommitmentState(self.state)], str(CommitmentState(self.state).label)


def days_late(term: PlanDate | None, state: str, today: date) -> int:
    """Return how many days ago a commitment should have been kept; 0 while there is time, or nothing more to keep.

    The last day of its period is in time.
    """
    return max((today - term.period.last).days, 0) if term and state not in ENDED else 0


@dataclass(frozen=True)
class Stand:
    """Where one body of a party is."""

    key: str
    party: str
    body: str
    status: str
    decided_on: date | None = None
    expected_on: date | None = None
    reservation: str = ""
    has_letter: bool = False

    @property
    def who(self) -> str:
        return f"{self.party}, {self.body}"

    @property
    def is_decided(self) -> bool:
        return self.status in DECIDED

    @property
    def words(self) -> str:
        """How far it is: "Vastgesteld, 17-11-2026", "Wacht: 12-03-2027", "Nog niet"."""
        label = str(PartyStatus(self.status).label)
        if self.decided_on:
            return f"{label}, {dutch.short_date(self.decided_on)}"
        if self.expected_on:
            return f"Wacht: {dutch.short_date(self.expected_on)}"
        return "Nog niet" if self.status == PartyStatus.DRAFT else label

    @property
    def full_words(self) -> str:
        """The same with its reservation, for a letter."""
        expected = ""
        if self.expected_on and not self.is_decided:
            expected = f", besluit verwacht op {dutch.short_date(self.expected_on)}"
        letter = " (met brief)" if self.has_letter else ""
        reserved = (
            f", onder voorbehoud{letter}: {self.reservation.strip().removesuffix('.')}" if self.reservation else ""
        )
        on = f" op {dutch.short_date(self.decided_on)}" if self.decided_on else ""
        return f"{str(PartyStatus(self.status).label).lower()}{on}{expected}{reserved}"

    @property
    def kind(self) -> str:
        """The kind of status: what was decided under a reservation asks for attention."""
        if self.reservation:
            return "attention"
        waits = self.expected_on is not None and not self.is_decided
        return "busy" if waits else _KINDS[PartyStatus(self.status)]


@dataclass(frozen=True)
class Deal:
    """An agreement. `kept_by` names the area that keeps it when that is another one."""

    key: str
    code: str
    subject: str
    province: str
    obligation: str
    place: str = ""
    conditions: str = ""
    on_purpose: str = ""
    basis: tuple[str, ...] = ()
    kept_by: str = ""
    promises: tuple[Promise, ...] = ()
    stands: tuple[Stand, ...] = ()

    @cached_property
    def balance(self) -> Balance:
        return balance_of(promise.given for promise in self.promises)

    @property
    def state_side(self) -> list[Promise]:
        return [row for row in self.promises if row.side == CommitmentSide.STATE]

    @property
    def region_side(self) -> list[Promise]:
        return [row for row in self.promises if row.side == CommitmentSide.REGION]

    @property
    def purpose(self) -> str:
        """Why it is one-sided on purpose, to end a sentence with."""
        return self.on_purpose.removesuffix(".")

    @property
    def basis_words(self) -> str:
        return ", ".join(self.basis) or "nog niets"


@dataclass(frozen=True)
class Group:
    """The arrangement of a province, with the agreements the reader may see."""

    province: str
    state: str
    deals: tuple[Deal, ...]


@dataclass(frozen=True)
class Sheet:
    """All of it, province by province."""

    place: str
    groups: tuple[Group, ...]

    @cached_property
    def deals(self) -> list[Deal]:
        return [deal for group in self.groups for deal in group.deals]

    @cached_property
    def counts(self) -> list[tuple[Verdict, int]]:
        """How many agreements there are of each verdict, in a fixed order."""
        return verdicts(self.deals)

    @property
    def heading(self) -> str:
        """What the page concludes."""
        both, number = dict(self.counts)[Verdict.BOTH], len(self.deals)
        if not number:
            return "Er is nog geen afspraak"
        if number == 1:
            return "Bij de ene afspraak staat er " + (
                "aan beide kanten iets" if both else "niet aan beide kanten iets"
            )
        return f"Bij {both} van de {number} afspraken staat er aan beide kanten iets"

    @property
    def late(self) -> int:
        """How many commitments should have been kept by now."""
        return sum(row.late > 0 for deal in self.deals for row in deal.promises)


def verdicts(deals: Iterable[Deal]) -> list[tuple[Verdict, int]]:
    """Count agreements by their verdict; one that nothing is of counts 0."""
    found = Counter(deal.balance.verdict for deal in deals)
    return [(verdict, found[verdict]) for verdict in Verdict]
