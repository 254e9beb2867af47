"""Writing down what of a contribution was bound by contract and paid."""

from areas.models import User
from deliverables.money.funding.actions.estimates import lock_money
from deliverables.money.funding.models import FundingLine, Spent
from deliverables.money.funding.rules.spending import SpentYears
from novex_portal.toolkit.actions import action


@action
def record_spending(*, line: FundingLine, actor: User, version: int, spent: SpentYears) -> FundingLine:
    """Let exactly this be what of a contribution was bound and paid; years that are right already stay as they are.

    Raises Conflict when somebody changed the contribution or what was spent of it since.
    """
    lock_money(measure=line.measure)
    line.write_over(version)
    there = {row.year: row for row in line.spent.all()}
    wanted = {year: (committed, paid) for year, committed, paid in spent}
    Spent.objects.filter(pk__in=[row.pk for year, row in there.items() if year not in wanted]).delete()
    for year, (committed, paid) in wanted.items():
        row = there.get(year)
        if row is None:
            Spent.objects.create(line=line, year=year, committed=committed, paid=paid)
        elif (row.committed, row.paid) != (committed, paid):
            Spent.objects.filter(pk=row.pk).update(committed=committed, paid=paid)
    return line
