"""Who contributes what to a measure: adding it, changing it, taking it away."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from areas.models import Area, AreaOrganisation, Organisation, User
from areas.resting.queries import words_for
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import ExternalCondition
from deliverables.money.amounts.rules.cents import missing
from deliverables.money.funding.actions.estimates import NEEDS_NONE, lock_money
from deliverables.money.funding.enums import NEEDS_DECISION, Hardness
from deliverables.money.funding.models import FundingLine, FundingYear
from deliverables.money.funding.queries.money import newest_estimate
from deliverables.money.funding.rules.years import Years
from deliverables.money.funds.models import Fund
from deliverables.money.funds.queries import hold_usable
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem


@dataclass(frozen=True)
class Contribution:
    """What is filled in of a contribution; without a `side` the money is of whom the fund is."""

    fund: Fund
    contributor: Organisation
    amount: Decimal
    hardness: str
    price_year: int
    vat: str
    side: str = ""
    cashier: Organisation | None = None
    asked: Decimal | None = None
    decided_on: date | None = None
    decided_by: str = ""
    in_kind: bool = False
    spend_until: date | None = None
    waits_for_measure: Measure | None = None
    waits_for_condition: ExternalCondition | None = None
    note: str = ""
    years: Years = ()

    def values(self) -> dict[str, object]:
        """Return them as the columns of a row."""
        words = {"decided_by": " ".join(self.decided_by.split()), "note": self.note.strip()}
        found = {**self.__dict__, **words, "side": self.side or self.fund.side}
        del found["years"]
        return found


@action
def add_contribution(*, measure: Measure, actor: User, given: Contribution, token: UUID | None = None) -> FundingLine:
    """Write down what a fund contributes to a measure, and in which years.

    The same token twice gives the contribution of the first time. Raises Problem for a measure that was dropped or
    needs no money, for what is of another area, without the decision that granting takes, and for years that do not
    add up to the amount.
    """
    lock_money(measure=measure)
    if made := FundingLine.made_with(token, measure=measure):
        return made
    _require(measure, given)
    line = FundingLine.objects.create(
        measure=measure, created_by=actor, submission_token=token or uuid7(), **given.values()
    )
    _write_years(line, given.years)
    return line


@action
def change_contribution(*, line: FundingLine, actor: User, version: int, given: Contribution) -> FundingLine:
    """Change a contribution. Raises Conflict when somebody changed it since, Problem as `add_contribution` does."""
    lock_money(measure=line.measure)
    held = line.held_at(version)
    _require(line.measure, given, line)
    if (given.side or given.fund.side) != held.side and (resting := words_for(actor, held)):
        raise Problem(f"Dit geld is van deze kant toegezegd: {resting}. De herkomst kan niet anders worden.")
    line.write_over(version, **given.values())
    _write_years(line, given.years)
    return line


@action
def remove_contribution(*, line: FundingLine, actor: User, version: int) -> None:
    """Take a contribution away that should not have been there; one that came to nothing is withdrawn instead.

    Raises Conflict when somebody changed it since, Problem while a commitment of an arrangement is this money, and for
    one of which something was bound or paid.
    """
    lock_money(measure=line.measure)
    held = line.held_at(version)
    if resting := words_for(actor, held):
        raise Problem(
            f"Deze bijdrage is toegezegd in het ruimtelijk arrangement: {resting}. Haal haar daar eerst weg."
        )
    if held.spent.exists():
        raise Problem(
            "Van deze bijdrage is al geld verplicht of betaald. Maak eerst de besteding leeg, of trek haar in."
        )
    held.delete()


def _write_years(line: FundingLine, years: Years) -> None:
    """Let a contribution be spread over exactly these years; those that are right already stay as they are."""
    wanted = dict(years)
    there = {row.year: row for row in line.years.all()}
    FundingYear.objects.filter(pk__in=[row.pk for year, row in there.items() if year not in wanted]).delete()
    for year, amount in wanted.items():
        row = there.get(year)
        if row is None:
            FundingYear.objects.create(line=line, year=year, amount=amount)
        elif row.amount != amount:
            FundingYear.objects.filter(pk=row.pk).update(amount=amount)


def _require(measure: Measure, given: Contribution, held: FundingLine | None = None) -> None:
    if measure.status == MeasureStatus.DROPPED and given.hardness != Hardness.WITHDRAWN:
        raise Problem("Deze maatregel is vervallen. Een bijdrage eraan kan alleen nog worden ingetrokken.")
    said = newest_estimate(measure)
    if said and said.needs_none and given.hardness != Hardness.WITHDRAWN:
        raise Problem(NEEDS_NONE)
    _require_of_area(measure.area, given, held)
    _require_condition(measure, given)
    if given.hardness in NEEDS_DECISION and not (given.decided_on and given.decided_by.strip()):
        raise Problem("Wat is toegekend of beschikt, heeft een besluit. Vul in van wie en van welke dag.")
    if given.years and missing(dict(given.years), given.amount):
        raise Problem("De jaren zijn samen niet gelijk aan de bijdrage.")


def _require_of_area(area: Area, given: Contribution, held: FundingLine | None) -> None:
    hold_usable(given.fund, area)
    parties = {row.pk for row in (given.contributor, given.cashier) if row}
    if held:  # a party that left the area keeps what it contributed
        parties -= {held.contributor_id, held.cashier_id}
    if AreaOrganisation.objects.filter(area=area, organisation__in=parties).count() != len(parties):
        raise Problem("Een van de partijen hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")


def _require_condition(measure: Measure, given: Contribution) -> None:
    one, other = given.waits_for_measure, given.waits_for_condition
    if one and other:
        raise Problem("Kies één voorwaarde: een maatregel, of iets van buiten.")
    if one and one.pk == measure.pk:
        raise Problem("Een bijdrage aan een maatregel wacht niet op die maatregel zelf.")
    if (one and one.area_id != measure.area_id) or (other and other.area_id not in (None, measure.area_id)):
        raise Problem("Deze voorwaarde hoort bij een ander gebied.")
