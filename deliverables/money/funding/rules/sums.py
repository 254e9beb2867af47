"""What contributions add up to: hard, soft, conditional and wished for, and what is still short. Pure; decimals only.

The readings, decided once and shown on the page:

1. Hard is what is granted or decided (from which step on is a setting of the area). Soft is all between that and a wish.
2. A contribution whose condition is not met leaves hard and soft, and is conditional. A wish stays a wish.
3. What was withdrawn counts nowhere.
4. Short is the estimate less what is hard; "if all goes ahead" also less what is soft. What is too much is said as over,
   and never fills what another measure is short of.
5. Amounts of another price level, or with other btw, are never added.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from deliverables.money.amounts.rules.cents import ZERO, Basis, total
from deliverables.money.funding.enums import LADDER, Hardness


class Certainty(StrEnum):
    """What a contribution counts as."""

    HARD = "hard"
    SOFT = "zacht"
    CONDITIONAL = "voorwaardelijk"
    WISH = "wens"
    NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One contribution to one measure. `side` is where the money comes from, whoever pays it; `waits` when its condition is not met.

    `spent` holds per year what of it was bound by contract and what was paid.
    """

    measure: str
    fund: str
    side: str
    hardness: str
    amount: Decimal
    basis: Basis
    asked: Decimal | None = None
    in_kind: bool = False
    waits: bool = False
    years: tuple[tuple[int, Decimal], ...] = ()
    spent: tuple[tuple[int, Decimal, Decimal], ...] = ()

    def certainty(self, hard_from: str) -> Certainty:
        """Return what it counts as, when it is hard from this step on."""
        if self.hardness == Hardness.WITHDRAWN:
            return Certainty.NOWHERE
        if self.hardness == Hardness.WISH:
            return Certainty.WISH
        if self.waits:
            return Certainty.CONDITIONAL
        return Certainty.HARD if self.is_granted(hard_from) else Certainty.SOFT

    def is_granted(self, hard_from: str) -> bool:
        """Tell whether it is as sure as this, whatever it waits for."""
        return self.hardness in LADDER[LADDER.index(Hardness(hard_from)) :]


@dataclass(frozen=True, slots=True)
class Sums:
    """Contributions of one basis, added."""

    hard: Decimal = ZERO
    soft: Decimal = ZERO
    conditional: Decimal = ZERO
    wish: Decimal = ZERO

    @classmethod
    def of(cls, lines: Iterable[Line], hard_from: str) -> "Sums":
        """Add these contributions."""
        return split(lines, hard_from, lambda line: [("", line.amount)]).get("", cls())

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.hard + other.hard,
            self.soft + other.soft,
            self.conditional + other.conditional,
            self.wish + other.wish,
        )

    @property
    def going_ahead(self) -> Decimal:
        """What there is if all goes ahead that waits for nothing; wishes left out."""
        return self.hard + self.soft

    @property
    def counted(self) -> Decimal:
        """All but wishes."""
        return self.hard + self.soft + self.conditional


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a measure costs and what there is for it, in one basis.

    Without an estimate nobody knows what is short, nor when money of it stands in another basis too (`is_mixed`).
    """

    estimate: Decimal | None
    sums: Sums
    is_mixed: bool = False

    @property
    def short(self) -> Decimal | None:
        return self._short_of(self.sums.hard)

    @property
    def short_if_all(self) -> Decimal | None:
        """What is short when all that waits for nothing goes ahead."""
        return self._short_of(self.sums.going_ahead)

    @property
    def no_source(self) -> Decimal | None:
        """For what nobody knows a source yet, not even a conditional one."""
        return self._short_of(self.sums.counted)

    @property
    def over(self) -> Decimal:
        """What is hard beyond the estimate."""
        return ZERO if self._is_unknown else max(self.sums.hard - (self.estimate or ZERO), ZERO)

    @property
    def _is_unknown(self) -> bool:
        return self.estimate is None or self.is_mixed

    def _short_of(self, there: Decimal) -> Decimal | None:
        return None if self._is_unknown else max((self.estimate or ZERO) - there, ZERO)


def split[Key: Hashable](
    lines: Iterable[Line], hard_from: str, by: Callable[[Line], Iterable[tuple[Key, Decimal]]]
) -> dict[Key, Sums]:
    """Return what lines add up to per key; `by` gives the keys of a line, each with its share of the amount."""
    found: dict[Key, dict[Certainty, Decimal]] = {}
    for line in lines:
        certainty = line.certainty(hard_from)
        for key, amount in by(line):
            sums = found.setdefault(key, dict.fromkeys(Certainty, ZERO))
            sums[certainty] += amount
    return {key: _sums(amounts) for key, amounts in found.items()}


def over_years(line: Line) -> list[tuple[int | None, Decimal]]:
    """Return a line per year; None holds what is not spread, which is all or nothing."""
    return list(line.years) or [(None, line.amount)]


def all_of(sums: Mapping[Hashable, Sums]) -> Sums:
    """Add sums that were split."""
    found = Sums()
    for each in sums.values():
        found += each
    return found


def asked_of(lines: Iterable[Line]) -> Decimal:
    """Return what was asked for in these lines."""
    return total(line.asked for line in lines if line.asked is not None)


def _sums(amounts: Mapping[Certainty, Decimal]) -> Sums:
    return Sums(*(amounts[each] for each in Certainty if each is not Certainty.NOWHERE))
