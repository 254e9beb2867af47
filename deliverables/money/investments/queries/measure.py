"""The money of one measure, as its page shows it."""

from dataclasses import dataclass

from deliverables.agenda.measures.models import Measure
from deliverables.money.amounts.rules.words import exact_words
from deliverables.money.balance.rules import Balance
from deliverables.money.funding.models import Estimate, FundingLine
from deliverables.money.funding.queries.money import as_line, condition_words, contributions_to, waits
from deliverables.money.funding.rules.last_days import late_words
from deliverables.money.funding.rules.sums import Certainty
from deliverables.money.investments.queries.investments import money_of_measure
from deliverables.money.investments.rules.agenda import Part
from novex_portal.toolkit.text import dutch

_KINDS = {Certainty.HARD: "good", Certainty.SOFT: "half", Certainty.CONDITIONAL: "attention"}
_WORDS = {
    Certainty.HARD: "Hard",
    Certainty.SOFT: "Zacht",
    Certainty.CONDITIONAL: "Voorwaardelijk",
    Certainty.WISH: "Wens",
    Certainty.NOWHERE: "Ingetrokken",
}


@dataclass(frozen=True)
class PartWords:
    """What the money of one basis adds up to, to the cent; `short` is empty where nobody can say."""

    part: Part

    @property
    def basis(self) -> str:
        return str(self.part.basis)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """What it costs, what there is, and what is short."""
        found = self.part.rows[0].coverage
        amounts = [("Raming", found.estimate), ("Hard", found.sums.hard), ("Zacht", found.sums.soft)]
        amounts += [("Voorwaardelijk", found.sums.conditional), ("Wens", found.sums.wish), ("Tekort", found.short)]
        amounts += [("Tekort als alles doorgaat", found.short_if_all), ("Nog geen bron", found.no_source)]
        if found.over:
            amounts.append(("Over", found.over))
        spent = self.part.rows[0].spending
        if spent.is_any:
            amounts += [
                ("Verplicht", spent.committed),
                ("Betaald", spent.paid),
                ("Hard, nog niet verplicht", spent.left),
            ]
        if spent.beyond:
            amounts.append(("Meer verplicht dan hard", spent.beyond))
        return [(label, exact_words(amount)) for label, amount in amounts if amount is not None]

    @property
    def balance(self) -> Balance:
        return self.part.balance


@dataclass(frozen=True)
class LineRow:
    """A contribution on the page of its measure."""

    line: FundingLine
    certainty: Certainty
    late: int  # days its measure is ready after the money must be spent

    @property
    def status(self) -> tuple[str, str]:
        return _KINDS.get(self.certainty, "idle"), _WORDS[self.certainty]

    @property
    def amount(self) -> str:
        return exact_words(self.line.amount)

    @property
    def facts(self) -> str:
        """How sure it is and by whose decision, whose money it is and who pays it, and on which basis it is said."""
        line = self.line
        day = line.decided_on
        decided = f": {line.decided_by}, {dutch.short_date(day)}" if day else ""
        people = f"Herkomst: {line.get_side_display()}; betaalt: {line.contributor}"
        people += f"; kassier: {line.cashier}" if line.cashier else ""
        basis = str(line.basis) + (", in natura" if line.in_kind else "")
        found = [f"{line.get_hardness_display()}{decided}", people, basis[0].upper() + basis[1:]]
        if line.asked is not None:
            found.append(f"Gevraagd: {exact_words(line.asked)}")
        return ". ".join(found) + "."

    @property
    def condition(self) -> tuple[str, str]:
        """The tag of what it waits for, and the words; empty when it waits for nothing."""
        words = condition_words(self.line)
        return ("attention" if waits(self.line) else "good", words) if words else ("", "")

    @property
    def lapses(self) -> str:
        return late_words(self.late) if self.late > 0 else ""

    @property
    def years(self) -> str:
        """What falls in which year."""
        found = [f"{year.year}: {exact_words(year.amount)}" for year in self.line.years.all()]
        return ", ".join(found) or "Nog niet over jaren verdeeld."

    @property
    def spent(self) -> list[tuple[str, str]]:
        """What was bound and what was paid, each with its years; empty when nothing was."""
        rows = list(self.line.spent.all())
        found = []
        for label, pairs in (
            ("Verplicht", [(row.year, row.committed) for row in rows if row.committed]),
            ("Betaald", [(row.year, row.paid) for row in rows if row.paid]),
        ):
            if pairs:
                years = ", ".join(f"{year}: {exact_words(amount)}" for year, amount in pairs)
                found.append((label, years))
        return found


@dataclass(frozen=True)
class MeasureMoney:
    """What a measure costs, now and before, who contributes what, and what that adds up to."""

    estimates: list[Estimate]
    rows: list[LineRow]
    parts: list[PartWords]

    @property
    def newest(self) -> Estimate | None:
        return self.estimates[0] if self.estimates else None

    @property
    def heading(self) -> str:
        """What is known of its cost, as a fact."""
        if self.newest is None:
            return "Nog niet bekend wat deze maatregel kost"
        if self.newest.needs_none:
            return "Er is geen geld nodig"
        if len(self.parts) > 1:
            return "Bedragen van meer dan één prijspeil of btw, dus geen totaal"
        found = self.parts[0].part.rows[0].coverage
        if not found.short:
            return "Alles is gedekt met hard geld"
        if not found.sums.counted:
            return "Nog geen bron bekend"
        return f"{exact_words(found.short)} is nog niet hard gedekt"


def measure_money(measure: Measure) -> MeasureMoney:
    """Return the money of a measure. Five queries."""
    estimates = list(measure.estimates.select_related("stated_by").order_by("-as_of", "-created_at"))
    lines = list(contributions_to(measure))
    found = money_of_measure(measure, estimates[0] if estimates else None, lines)
    rows = [LineRow(row, as_line(row).certainty(found.rule.hard_from), _late(row, measure)) for row in lines]
    return MeasureMoney(estimates, rows, [PartWords(part) for part in found.parts])


def _late(row: FundingLine, measure: Measure) -> int:
    return (measure.ends.period.last - row.last_day).days if row.last_day and not row.in_kind else 0
