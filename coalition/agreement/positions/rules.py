"""How far the parties are with each article, what nobody stands in the way of, and what is missing. Pure: no ORM, no clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coalition.agreement.positions.enums import Consent
from coalition.planning_group.decisions.rules import day_problem
from coalition.planning_group.speaking.enums import MAX_SOURCE, GivenAs
from coalition.planning_group.speaking.rules import Backing, Stand, given_short
from novex_portal.toolkit.meters import counted

RULE = (
    "Een artikel is rond als elke partij die tekent zelf akkoord is met de tekst van nu. Wat voor haar is vastgelegd of via "
    "de link is gezegd, telt mee zolang zij zelf niets zei, en maakt een artikel niet rond: haar bestuurder bevestigt of "
    "verbetert het. Een standpunt op een vorige tekst telt niet mee. Eén “niet” houdt een artikel tegen."
)
STANDS = {
    Consent.AGREES: Stand.FOR,
    Consent.CONDITIONAL: Stand.CONDITIONAL,
    Consent.NOT_YET: Stand.NOT_YET,
    Consent.REFUSES: Stand.AGAINST,
}
NO_POSITION = "geen standpunt"
SIGNS = {Consent.AGREES: "good", Consent.CONDITIONAL: "half", Consent.NOT_YET: "idle", Consent.REFUSES: "error"}


NEEDS_WHY = dict.fromkeys((Consent.CONDITIONAL, Consent.REFUSES), "Schrijf op onder welke voorwaarde, of waarom niet.")
"""What to ask for with an answer that says too little by itself."""
MAX_CONDITION = 2_000


def declaration_problem(
    *, why: str, condition: str, source: str, day: date | None, today: date, most: int = MAX_CONDITION
) -> str:
    """Say what is wrong with what a party declares of an article or an ambition; empty when nothing is.

    `why` is what to ask for when its answer needs a condition, and `most` how long that may be.
    """
    if why and not condition:
        return why
    if len(condition) > most or len(source) > MAX_SOURCE:
        return "De tekst is te lang. Maak haar korter."
    return day_problem(day, today)


class Verdict(StrEnum):
    """How far an article is."""

    AGREED = "iedereen akkoord"
    CONDITIONAL = "akkoord onder voorwaarden"
    UNCONFIRMED = "akkoord, nog niet bevestigd"
    OPEN = "nog niet van iedereen"
    BLOCKED = "tegengehouden"

    @property
    def sign(self) -> str:
        """The sign it gets beside its words."""
        signs = {
            Verdict.AGREED: "good",
            Verdict.CONDITIONAL: "half",
            Verdict.UNCONFIRMED: "half",
            Verdict.OPEN: "idle",
        }
        return signs.get(self, "error")


@dataclass(frozen=True)
class Position:
    """Where one party stands on one article; an empty consent is no position."""

    consent: str = ""
    is_stale: bool = False  # said of another text
    condition: str = ""
    given_as: str = GivenAs.OWN

    @property
    def is_confirmed(self) -> bool:
        """Whether the party said it itself."""
        return self.given_as == GivenAs.OWN

    @property
    def stand(self) -> Stand:
        """Where the party stands on the text as it is now; what it said of another text does not say."""
        return STANDS[Consent(self.consent)] if self.counts else Stand.NOT_YET

    @property
    def counts(self) -> bool:
        """Whether it says something of the text as it is now."""
        return bool(self.consent) and not self.is_stale

    @property
    def words(self) -> str:
        """Akkoord mits, op vorige tekst."""
        if not self.consent:
            return NO_POSITION
        words = str(Consent(self.consent).label).lower() + (", op vorige tekst" if self.is_stale else "")
        return words if self.is_confirmed else f"{words}, {given_short(self.given_as)}"

    @property
    def sign(self) -> str:
        """The sign beside the words; what is said of another text no longer says what it did."""
        if not self.consent:
            return "idle"
        return "attention" if self.is_stale else SIGNS[Consent(self.consent)]


def verdict(positions: Iterable[Position]) -> Verdict:
    """Tell how far an article is from where every party that signs stands on it; nobody there: open.

    It is agreed on only when every party said so itself.
    """
    rows = list(positions)
    if any(row.counts and row.consent == Consent.REFUSES for row in rows):
        return Verdict.BLOCKED
    if not rows or not all(row.counts and row.consent in {Consent.AGREES, Consent.CONDITIONAL} for row in rows):
        return Verdict.OPEN
    if not all(row.is_confirmed for row in rows):
        return Verdict.UNCONFIRMED
    return Verdict.CONDITIONAL if any(row.consent == Consent.CONDITIONAL for row in rows) else Verdict.AGREED


def missing(positions: Mapping[str, Position]) -> list[str]:
    """Say per party, by name, what stands between an article and everybody's consent."""
    words = []
    for name, row in positions.items():
        if not row.consent:
            words.append(f"{name} zei nog niets.")
        elif row.is_stale:
            words.append(f"{name} was {Consent(row.consent).label.lower()} met een vorige tekst.")
        elif row.consent != Consent.AGREES:
            why = f": {row.condition}" if row.condition else "."
            words.append(f"{name} is {Consent(row.consent).label.lower()}{why}")
        if row.counts and not row.is_confirmed:
            words.append(f"{name} heeft dit niet zelf gezegd: {given_short(row.given_as)}.")
    return words


def movement(before: Sequence[str], now: Sequence[Position]) -> str:
    """Say how many more or fewer parties agree than before, nothing when as many do; `before` holds what was said then."""
    agreed = {Consent.AGREES, Consent.CONDITIONAL}
    difference = sum(row.counts and row.consent in agreed for row in now) - sum(word in agreed for word in before)
    if not difference:
        return ""
    return f"{abs(difference)} {'meer' if difference > 0 else 'minder'} akkoord"


def finding(verdicts: Sequence[Verdict], parties: int) -> str:
    """Say in a sentence or two how far all articles together are."""
    if not verdicts or not parties:
        return "Er zijn nog geen artikelen, of nog geen partijen die tekenen."
    whole = sum(row == Verdict.AGREED for row in verdicts)
    part = sum(row == Verdict.CONDITIONAL for row in verdicts)
    blocked = sum(row == Verdict.BLOCKED for row in verdicts)
    words = f"Over {whole} van {counted(len(verdicts), 'artikel', 'artikelen')} is iedereen het eens."
    if part:
        words += f" Bij {part} gaat dat onder voorwaarden."
    if unsure := sum(row == Verdict.UNCONFIRMED for row in verdicts):
        words += f" Bij {unsure} wacht dat op bevestiging."
    if blocked:
        words += f" {counted(blocked, 'artikel wordt', 'artikelen worden')} tegengehouden."
    return words


def backing(positions: Iterable[Position]) -> Backing:
    """Return who stands behind an article, of the parties whose positions these are."""
    return Backing.of(row.stand for row in positions)
