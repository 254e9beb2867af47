"""How long which record is kept, as data. Pure: no ORM, no clock.

The terms are where this portal starts from; an organisation lays its own down in its selection list.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from novex_portal.records.enums import RecordKind

YEAR = 365


@dataclass(frozen=True)
class Term:
    """After how many days a kind of record must go, counted from when, and why."""

    kind: str
    days: int
    counted_from: str
    why: str

    @property
    def label(self) -> str:
        """Gesprekken."""
        return str(RecordKind(self.kind).label)

    @property
    def words(self) -> str:
        """7 jaar na de dag van het gesprek."""
        length = f"{self.days // YEAR} jaar" if self.days % YEAR == 0 else f"{self.days} dagen"
        return f"{length} na {self.counted_from}"

    def last_day(self, today: date) -> date:
        """Return the last day on which something must have happened to be due today."""
        return today - timedelta(days=self.days)


TERMS: tuple[Term, ...] = (
    Term(
        RecordKind.CONVERSATION,
        7 * YEAR,
        "de dag van het gesprek",
        "Zo lang kan een akkoord op het gesprek steunen. Waarop een ambitie of artikel rust, blijft bewaard.",
    ),
    Term(
        RecordKind.DRAFT,
        180,
        "de laatste wijziging",
        "Wat na een half jaar niet is vastgelegd, is een kladje met namen en meningen.",
    ),
    Term(
        RecordKind.PARTY_IMPORT,
        YEAR,
        "het inlezen",
        "Wat is overgenomen, staat bij de partijen. Het bestand zelf is daarna niet meer nodig.",
    ),
    Term(
        RecordKind.READING,
        5 * YEAR,
        "het lezen",
        "Zo lang kan worden nagegaan wie een vertrouwelijk gesprek las.",
    ),
)


def term_of(kind: str) -> Term:
    """Return the term of a kind of record. Raises KeyError for one that has none."""
    return {term.kind: term for term in TERMS}[kind]
