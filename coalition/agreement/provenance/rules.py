"""Where a text comes from: the walk over the links of the chain. Pure: no ORM, no clock.

A *source* is one statement that a text rests on, directly or through an ambition. What is said
here about sources is fit for anyone: numbers, kinds of party and dates, never a text or a name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class Source:
    """One statement under a text; `ambition` is empty where the text rests on it directly."""

    statement: UUID
    conversation: UUID
    organisation: UUID
    party_kind: str  # the word people read: "Gemeente"
    held_on: date
    ambition: str = ""
    confirmed: bool = False  # by the party that said it


def rule_faults(
    sources: Iterable[Source], signing: dict[UUID, str], *, asks_confirmed: bool, asks_provenance: bool
) -> list[str]:
    """Return in words where an article falls short of the rules the planning group switched on.

    `signing` names the parties that sign. Nothing is forbidden by it: it marks.
    """
    rows = list(sources)
    if not rows:
        return ["Nog geen herkomst vastgelegd."] if asks_provenance or asks_confirmed else []
    if not asks_confirmed:
        return []
    confirmed = {row.organisation for row in rows if row.confirmed}
    lacking = [name for party, name in signing.items() if party not in confirmed]
    return [f"Nog geen bevestigde uitspraak van {in_a_row(lacking)}."] if lacking else []


@dataclass(frozen=True)
class Provenance:
    """How much a text rests on, each statement, conversation and organisation counted once."""

    statements: int = 0
    conversations: int = 0
    organisations: int = 0
    party_kinds: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def counts(self) -> str:
        """3 uitspraken uit 2 gesprekken; empty when there are none."""
        if not self.statements:
            return ""
        return f"{_count(self.statements, 'uitspraak', 'uitspraken')} uit {_count(self.conversations, 'gesprek', 'gesprekken')}"

    @property
    def kinds(self) -> str:
        """gemeente, provincie en waterschap."""
        return in_a_row([kind.lower() if kind != "Rijk" else kind for kind in self.party_kinds])

    @property
    def period(self) -> str:
        """maart 2026, maart tot en met oktober 2026, december 2025 tot en met maart 2026."""
        return period(self.first, self.last)

    @property
    def sentence(self) -> str:
        """3 uitspraken uit 2 gesprekken, gemeente en waterschap, maart 2026. Empty when there are none."""
        return ", ".join(part for part in (self.counts, self.kinds, self.period) if part)


def summarise(sources: Iterable[Source]) -> Provenance:
    """Count what a text rests on; a statement reached along two ways counts once."""
    rows = list(sources)
    if not rows:
        return Provenance()
    days = [row.held_on for row in rows]
    return Provenance(
        statements=len({row.statement for row in rows}),
        conversations=len({row.conversation for row in rows}),
        organisations=len({row.organisation for row in rows}),
        party_kinds=tuple(sorted({row.party_kind for row in rows})),
        first=min(days),
        last=max(days),
    )


def period(first: date | None, last: date | None) -> str:
    """Name the months from first to last; the year stands once where it is the same."""
    if first is None or last is None:
        return ""
    end = f"{dutch.MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = dutch.MONTHS[first.month - 1]
    return f"{start} tot en met {end}" if first.year == last.year else f"{start} {first.year} tot en met {end}"


def ambition_title(number: int, title: str) -> str:
    """Ambitie 2: Ruimte voor de beek."""
    return f"Ambitie {number}: {title}"


def in_a_row(words: list[str]) -> str:
    """a, b en c."""
    return " en ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _count(number: int, one: str, many: str) -> str:
    return f"{dutch.number(number)} {one if number == 1 else many}"
