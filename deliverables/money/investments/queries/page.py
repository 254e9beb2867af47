"""The investment agenda in words and drawings, as the page of an area shows it. No query of its own."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from deliverables.agenda.measures.models import Measure
from deliverables.money.amounts.rules.cents import ZERO, total
from deliverables.money.amounts.rules.words import adds_up, euro_words, millions
from deliverables.money.funding.models import FundingLine
from deliverables.money.funding.queries.money import waits
from deliverables.money.funding.rules.sums import Sums
from deliverables.money.funding.rules.years import year_columns
from deliverables.money.funds.enums import Side
from deliverables.money.investments.queries.investments import AreaMoney
from deliverables.money.investments.queries.warnings import Warned, warnings_of
from deliverables.money.investments.rules.agenda import Asked, Costing, Part, Row
from deliverables.money.investments.rules.drawing import Column, Piece, bar, columns
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class MoneyRow:
    """A measure in the table, in millions; `short` and `if_all` are "" where nobody can say."""

    measure: Measure
    row: Row
    pieces: list[Piece]

    @property
    def cells(self) -> dict[str, str]:
        """Its amounts by what they are."""
        found, sums = self.row.coverage, self.row.coverage.sums
        amounts = {"estimate": found.estimate, "hard": sums.hard, "soft": sums.soft, "conditional": sums.conditional}
        amounts |= {"short": found.short, "if_all": found.short_if_all}
        return {name: "" if amount is None else millions(amount) for name, amount in amounts.items()}

    @property
    def why_not(self) -> str:
        """Why it cannot be said what is short; "" when it can."""
        return "gemengd" if self.row.coverage.is_mixed else "onbekend" if self.row.coverage.estimate is None else ""

    @property
    def over(self) -> str:
        """What is hard beyond the estimate, in words; "" for nothing."""
        return f"{euro_words(self.row.coverage.over)} over" if self.row.coverage.over else ""


@dataclass(frozen=True)
class YearLine:
    """A line of the table of years, in millions."""

    label: str
    cells: list[str]
    whole: str
    is_sub: bool = False


@dataclass(frozen=True)
class AskedRow:
    """What was asked of a fund and what came of it, in words."""

    asked: Asked
    decision: str

    @property
    def side(self) -> str:
        return str(Side(self.asked.side).label)

    @property
    def cells(self) -> dict[str, str]:
        row = self.asked
        open_words = "" if row.is_open and not row.granted else millions(row.difference)
        return {"asked": millions(row.asked), "granted": millions(row.granted), "difference": open_words}


@dataclass(frozen=True)
class BasisRow:
    """One basis of several, to choose from."""

    place: int
    part: Part

    @property
    def cells(self) -> list[str]:
        whole = self.part.total
        sums = whole.sums
        return [millions(each) for each in (whole.estimate, sums.hard, sums.soft, sums.conditional, sums.wish)]


@dataclass(frozen=True)
class Page:
    """What is shown of an area: the money of one basis, and of all when there is but one."""

    money: AreaMoney
    part: Part

    @property
    def basis(self) -> str:
        """The basis as it begins a sentence."""
        words = str(self.part.basis)
        return words[0].upper() + words[1:]

    @property
    def heading(self) -> str:
        """A conclusion when enough is known, and else how much is not."""
        agenda, whole = self.money.investments, self.part.total
        if not agenda.knows_enough:
            names = f"{len(agenda.unknown)} van de {len(agenda.measures)} maatregelen"
            return f"Van {names} is nog niet bekend wat zij kosten"
        if agenda.is_mixed:
            return "Bedragen van meer dan één prijspeil of btw, dus geen totaal"
        if not whole.short:
            return f"{euro_words(whole.sums.hard)} is hard, niets komt tekort"
        return f"{euro_words(whole.sums.hard)} is hard, {euro_words(whole.short)} nog niet"

    @property
    def figures(self) -> dict[str, str]:
        """The sums, each with its unit."""
        whole, sums = self.part.total, self.part.total.sums
        found = {"estimate": whole.estimate, "hard": sums.hard, "soft": sums.soft, "conditional": sums.conditional}
        found |= {"no_source": whole.no_source, "wish": sums.wish, "short": whole.short, "over": whole.over}
        return {
            name: euro_words(amount).replace("miljoen", "mln").replace("miljard", "mld")
            for name, amount in found.items()
        }

    @property
    def hard_words(self) -> str:
        """From which step on money is hard."""
        return f"vanaf {self.part.rule.hard_words}"

    @property
    def estimated(self) -> str:
        """Of how many measures the cost is in this table."""
        known = sum(row.coverage.estimate is not None for row in self.part.rows)
        return f"{known} van {counted(len(self.money.investments.measures), 'maatregel', 'maatregelen')}"

    @property
    def open_conditions(self) -> str:
        """On how many things outside the contributions wait."""
        found = {row.waits_for_measure_id or row.waits_for_condition_id for row in self._here if waits(row)}
        return counted(len(found), "voorwaarde open", "voorwaarden open")

    @property
    def can_say_short(self) -> bool:
        """Tell whether what is short may be added."""
        return not any(row.coverage.is_mixed for row in self.part.rows)

    @cached_property
    def bar(self) -> list[Piece]:
        whole = self.part.total
        no_source = whole.no_source if self.can_say_short else ZERO
        return bar(whole.sums, no_source, whole.sums.counted + no_source)

    @cached_property
    def rows(self) -> list[MoneyRow]:
        sizes = [row.coverage.sums.counted + (row.coverage.no_source or ZERO) for row in self.part.rows]
        widest = max(sizes, default=ZERO)
        return [
            MoneyRow(self.money.measures[row.key], row, bar(row.coverage.sums, row.coverage.no_source, widest))
            for row in self.part.rows
        ]

    @property
    def total(self) -> dict[str, str]:
        """The line below the table, in millions."""
        whole, sums = self.part.total, self.part.total.sums
        found = {"estimate": whole.estimate, "hard": sums.hard, "soft": sums.soft, "conditional": sums.conditional}
        if self.can_say_short:
            found |= {"short": whole.short, "if_all": whole.short_if_all}
        return {name: millions(amount) for name, amount in found.items()}

    @property
    def is_rounded_off(self) -> bool:
        """Tell whether the rounded rows of a column do not add up to its rounded total."""
        rows, whole = [row.coverage for row in self.part.rows], self.part.total
        sums = [row.sums for row in rows]
        return not (
            adds_up((row.estimate or ZERO for row in rows), whole.estimate)
            and adds_up((each.hard for each in sums), whole.sums.hard)
            and adds_up((each.soft for each in sums), whole.sums.soft)
            and adds_up((each.conditional for each in sums), whole.sums.conditional)
            and adds_up((row.short or ZERO for row in rows), whole.short)
        )

    @property
    def bases(self) -> list[BasisRow]:
        """The bases to choose from; empty when there is but one."""
        parts = self.money.investments.parts
        return [BasisRow(place, part) for place, part in enumerate(parts, 1)] if len(parts) > 1 else []

    @property
    def unknown(self) -> list[Measure]:
        """Measures of which nobody said what they cost."""
        return self._measures(self.money.investments.unknown)

    @property
    def needing_none(self) -> list[Measure]:
        return self._measures(self.money.investments.needing_none)

    @cached_property
    def warnings(self) -> list[Warned]:
        return warnings_of(self.money, self.part)

    # What falls in which year.

    @cached_property
    def years(self) -> dict[str, list[int | None]]:
        """The columns of the table, each with its years; the last ones together when there are more than fit."""
        return year_columns(year for year in self.part.by_year if year is not None)

    @property
    def not_spread(self) -> str:
        """What nobody said the year of, in words; "" for nothing."""
        rest = self.part.by_year.get(None, Sums()).counted
        return f"{euro_words(rest)} is nog niet over jaren verdeeld." if rest else ""

    @cached_property
    def per_column(self) -> dict[str, Sums]:
        return {label: sum((self.part.by_year[year] for year in years), Sums()) for label, years in self.years.items()}

    @cached_property
    def columns(self) -> list[Column]:
        return columns(self.per_column)

    @property
    def years_heading(self) -> str:
        """In which year most falls."""
        known = {label: sums.counted for label, sums in self.per_column.items() if label.isdecimal() and sums.counted}
        if not known:
            return "Nog niets is over jaren verdeeld"
        most = max(known, key=lambda label: (known[label], -int(label)))
        return f"Het meeste geld valt in {most}"

    @cached_property
    def year_lines(self) -> list[YearLine]:
        """What comes from where in which year, and how sure that is; wishes left out."""
        by_side, found = self.part.by_side_and_year, []
        if not self.years:
            return []
        for side in self.part.by_side:
            amounts = [
                total(by_side[side, year].counted for year in years if (side, year) in by_side)
                for years in self.years.values()
            ]
            if any(amounts):
                found.append(_year_line(str(Side(side).label), amounts))
        for label, name in (("hard", "hard"), ("zacht", "soft"), ("voorwaardelijk", "conditional")):
            amounts = [getattr(sums, name) for sums in self.per_column.values()]
            found.append(_year_line(f"waarvan {label}", amounts, is_sub=True))
        return found

    # What was bound by contract, and what was paid.

    @property
    def spent_heading(self) -> str:
        spent = self.part.spending
        return f"{euro_words(spent.committed)} is verplicht, {euro_words(spent.paid)} betaald"

    @property
    def spent_words(self) -> str:
        """What is left of what is hard, and what was bound beyond it."""
        spent = self.part.spending
        words = f"Van {euro_words(spent.hard)} hard is {euro_words(spent.left)} nog niet verplicht."
        return f"{words} {euro_words(spent.beyond)} is verplicht zonder dat het hard is." if spent.beyond else words

    @property
    def spent_years(self) -> list[tuple[str, str, str]]:
        """A year, what was bound and what was paid, in millions; the last line is all of it."""
        years = self.part.spent_by_year.items()
        rows = [(str(year), millions(committed), millions(paid)) for year, (committed, paid) in years]
        spent = self.part.spending
        return [*rows, ("Samen", millions(spent.committed), millions(spent.paid))] if rows else []

    # What was asked, and what came of it.

    @cached_property
    def asked(self) -> list[AskedRow]:
        return [AskedRow(row, self._decision(row)) for row in self.part.asked]

    @property
    def asked_heading(self) -> str:
        asked = total(row.asked for row in self.part.asked)
        granted = total(row.granted for row in self.part.asked)
        return f"Gevraagd {euro_words(asked)}, gekregen {euro_words(granted)}"

    @property
    def undecided(self) -> str:
        """Of how many funds there is no decision yet; "" for none."""
        count = sum(row.is_open for row in self.part.asked)
        return f"Bij {counted(count, 'fonds', 'fondsen')} wacht nog een besluit." if count else ""

    def _decision(self, asked: Asked) -> str:
        decided = [row for row in self._here if row.fund.name == asked.fund and row.decided_on]
        if not decided:
            return "Nog geen besluit" if asked.is_open else ""
        newest = max(decided, key=lambda row: str(row.decided_on))
        assert newest.decided_on is not None  # noqa: S101  only those that were decided
        return f"{newest.decided_by}, {dutch.short_date(newest.decided_on)}"

    @cached_property
    def _here(self) -> list[FundingLine]:
        return [row for row in self.money.lines if self.money.investments.shown_on(row.basis) == self.part.basis]

    def _measures(self, rows: list[Costing]) -> list[Measure]:
        return [self.money.measures[row.key] for row in rows]


def page_of(money: AreaMoney, chosen: int) -> Page | None:
    """Return the page of the basis with this number, or of the first; None while there is no money at all."""
    parts = money.investments.parts
    if not parts:
        return None
    return Page(money, parts[chosen - 1] if 0 < chosen <= len(parts) else parts[0])


def _year_line(label: str, amounts: list[Decimal], *, is_sub: bool = False) -> YearLine:
    return YearLine(label, [millions(amount) for amount in amounts], millions(total(amounts)), is_sub)
