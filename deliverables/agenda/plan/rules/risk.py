"""Whether a plan keeps what must be ready at a checkpoint. Pure.

A checkpoint is at risk when a measure that must be ready for it ends too late, or something it waits for,
directly or through others, has less room than none towards that day or clashes with what comes before it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.plan.enums import DeadlineKind, DependencyState
from deliverables.agenda.plan.rules.checking import Verdict, check
from deliverables.agenda.plan.rules.plan import Deadline, Plan
from deliverables.agenda.plan.rules.slack import slack

RULE = (
    "Een ijkmoment loopt gevaar als een maatregel die dan klaar moet zijn te laat eindigt, of als iets waar zij op wacht "
    "geen speling meer heeft of botst."
)


@dataclass(frozen=True, slots=True)
class Danger:
    """One reason why what must be ready at a checkpoint may not be: the measure that causes it, in a sentence."""

    deadline: Deadline
    measure: str
    sentence: str


def dangers(plan: Plan, deadlines: Iterable[Deadline]) -> list[Danger]:
    """Return what threatens these deadlines, by deadline, as far as they are of a checkpoint."""
    clashing = {
        finding.relation.after: finding.relation.before
        for finding in check(plan)
        if finding.verdict == Verdict.CLASHES and finding.relation.state == DependencyState.CONFIRMED
    }
    found = []
    for deadline in deadlines:
        if deadline.kind == DeadlineKind.CHECKPOINT and not plan.measures[deadline.measure].is_done:
            found += _of(plan, deadline, clashing)
    return found


def _of(plan: Plan, deadline: Deadline, clashing: Mapping[str, str]) -> list[Danger]:
    own = plan.measures[deadline.measure]
    late = days_between(deadline.day, own.last)
    found = [Danger(deadline, own.key, f"{own.key} eindigt {_days(late)} te laat.")] if late > 0 else []
    rooms = slack(plan, [deadline])
    for key in upstream(plan, own.key):
        if plan.measures[key].is_done:
            continue
        if key in clashing:
            found.append(Danger(deadline, key, f"{key} botst met {clashing[key]}."))
        elif key != own.key and key in rooms and rooms[key].days < 0:
            words = f"{key} moet {_days(-rooms[key].days)} eerder klaar zijn om {own.key} op tijd te houden."
            found.append(Danger(deadline, key, words))
    return found


def upstream(plan: Plan, key: str) -> list[str]:
    """Return a measure and all it waits for, directly or through others, in the order of the plan."""
    found, waiting = {key}, [key]
    while waiting:
        for relation in plan.into.get(waiting.pop(), ()):
            if relation.before not in found:
                found.add(relation.before)
                waiting.append(relation.before)
    return [name for name in plan.order if name in found]


def _days(number: int) -> str:
    return f"{number} {'dag' if number == 1 else 'dagen'}"
