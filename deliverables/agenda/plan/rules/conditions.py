"""Whether a condition from outside comes in time for what waits for it. Pure."""

from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.plan.enums import ConditionState
from deliverables.agenda.plan.rules.checking import Verdict


def in_time(state: str, expected: Period | None, start: Period) -> Verdict | None:
    """Tell whether a measure can begin in the period it is planned to; None while nobody knows when.

    On the day it is met a measure may begin. A condition that is met, or falls away, holds nothing up.
    """
    if state != ConditionState.OPEN:
        return Verdict.FITS
    if expected is None:
        return None
    if expected.first > start.last:
        return Verdict.CLASHES
    return Verdict.TIGHT if expected.last > start.first else Verdict.FITS
