"""Money to practise with: what twenty measures of Zuid-Limburg cost and who contributes, thinner in three other areas.

Amounts are in euros; years stand there as one types them, "2028-2030" being spread evenly.
"""

from dataclasses import dataclass

from deliverables.money.amounts.enums import Vat
from deliverables.money.funding.enums import Hardness
from deliverables.money.funds.enums import Instrument, Side
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Pot:
    """A fund. `everywhere` is one that every area may draw on."""

    name: str
    side: Side
    instrument: Instrument
    owner: str = ""
    until: str = ""
    source: str = ""
    everywhere: bool = False


@dataclass(frozen=True)
class Used:
    """What was bound and paid of a contribution, so many years before this one."""

    years_ago: int
    committed: int = 0
    paid: int = 0


@dataclass(frozen=True)
class Gift:
    """A contribution of a fund. `waits` is the code of a measure or the title of a condition it waits for."""

    fund: str
    by: str
    amount: int
    hardness: Hardness
    years: str = ""
    asked: int = 0
    decided_by: str = ""
    days_ago: int = 0
    side: str = ""
    cashier: str = ""
    waits: str = ""
    in_kind: bool = False
    spent: tuple[Used, ...] = ()
    price_year: int = 2026
    vat: Vat = Vat.INCLUDED


@dataclass(frozen=True)
class Costs:
    """What a measure costs, and who contributes; without an amount it needs no money."""

    code: str
    amount: int = 0
    accuracy: int = 0
    note: str = ""
    price_year: int = 2026
    vat: Vat = Vat.INCLUDED
    gifts: tuple[Gift, ...] = ()


@dataclass(frozen=True)
class Process:
    """Money for the process in a year, so many years from this one."""

    fund: str
    years_on: int
    amount: int
    hardness: Hardness
    purpose: str


@dataclass(frozen=True)
class Purse:
    """The money of one area."""

    slug: str
    funds: tuple[Pot, ...] = ()
    costs: tuple[Costs, ...] = ()
    process: tuple[Process, ...] = ()


@dataclass(frozen=True)
class Index:
    """A price index, with factors as one types them."""

    name: str
    source: str
    factors: str


@dataclass(frozen=True)
class Purses:
    purses: tuple[Purse, ...]
    indices: tuple[Index, ...] = ()


MONEY = read("money.toml", Purses)
