"""How an agenda or a part of it stands, in one sentence. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from deliverables.agenda.measures.enums import MeasureStatus


@dataclass(frozen=True, slots=True)
class Stand:
    """What is counted of one measure."""

    status: str
    needs_attention: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """How many measures there are, without what was dropped, and of how many one must know something.

    A measure that is late is not counted again among those that need attention.
    """

    total: int = 0
    running: int = 0
    attention: int = 0
    late: int = 0
    dropped: int = 0

    @classmethod
    def of(cls, stands: Iterable[Stand]) -> Self:
        rows = list(stands)
        there = [row for row in rows if row.status != MeasureStatus.DROPPED]
        return cls(
            total=len(there),
            running=sum(row.status == MeasureStatus.RUNNING for row in there),
            attention=sum(row.needs_attention and not row.is_late for row in there),
            late=sum(row.is_late for row in there),
            dropped=len(rows) - len(there),
        )

    @property
    def count_words(self) -> str:
        """33 maatregelen."""
        return f"{self.total} {'maatregel' if self.total == 1 else 'maatregelen'}"

    @property
    def parts(self) -> list[str]:
        """What is worth saying of them: "9 lopen", "2 vragen aandacht", "1 is te laat"."""
        said = (
            (self.running, "loopt", "lopen"),
            (self.attention, "vraagt aandacht", "vragen aandacht"),
            (self.late, "is te laat", "zijn te laat"),
        )
        return [f"{number} {one if number == 1 else many}" for number, one, many in said if number]

    @property
    def short(self) -> str:
        """9 lopen, 2 vragen aandacht, 1 is te laat; empty when there is nothing of that."""
        return ", ".join(self.parts)

    @property
    def words(self) -> str:
        """8 maatregelen, 3 lopen."""
        return ", ".join([self.count_words, *self.parts])
