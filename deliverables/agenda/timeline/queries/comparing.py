"""What a timeline can be held against: the dates of a version, and a day at which something must be ready."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from areas.models import Area
from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.models import MeasureDeadline
from deliverables.agenda.plan.queries.plans import deadline
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned
from deliverables.agenda.plan.rules.slack import critical_chain, slack
from deliverables.agenda.plan.rules.words import days_words, slack_words
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class Baseline:
    """The dates measures had in a version, by code, and in words."""

    label: str
    measures: Mapping[str, Planned]
    spans: Mapping[str, str]

    def shift(self, now: Planned) -> str:
        """Return how a measure moved since; empty when its days are the same."""
        was = self.measures.get(now.key)
        if was is None:
            return f"stond niet in {self.label}"
        if (was.first, was.last) == (now.first, now.last):
            return ""
        days = days_between(was.last, now.last)
        moved = days_words(days) if days else "alleen het begin schoof"
        return f"was {self.spans[now.key]}, {moved}"

    def gone(self, there: Iterable[str]) -> list[str]:
        """Return the codes that stood in it and stand in the agenda no more."""
        return sorted(set(self.measures) - set(there))


@dataclass(frozen=True)
class Target:
    """A day at which something must be ready: of one measure, or a checkpoint with all that must be ready for it."""

    key: str  # as in an address
    words: str
    deadlines: tuple[Deadline, ...]

    def chain(self, plan: Plan) -> list[str]:
        """Return the measures that decide whether it is made, from the first to the last."""
        deciding = {key for row in self._in(plan) for key in critical_chain(plan, row)}
        return [key for key in plan.order if key in deciding]

    def room(self, plan: Plan) -> str:
        """Return how much room there is: the least of all that must be ready."""
        found = [slack(plan, [row]).get(row.measure) for row in self._in(plan)]
        days = [room.days for room in found if room]
        return slack_words(min(days)) if days else "alles is klaar"

    def _in(self, plan: Plan) -> list[Deadline]:
        return [row for row in self.deadlines if row.measure in plan.measures]


def targets_of(area: Area) -> list[Target]:
    """Return what one may choose: each checkpoint something must be ready for, and each last day. One query."""
    rows = MeasureDeadline.objects.filter(measure__area=area).exclude(measure__status=MeasureStatus.DROPPED)
    rows = rows.select_related("measure", "checkpoint").order_by("measure__code", "pk")
    days: list[Target] = []
    checkpoints: dict[Checkpoint, list[Deadline]] = {}
    for row in rows:
        last = deadline(row)
        if row.checkpoint:
            checkpoints.setdefault(row.checkpoint, []).append(last)
        else:
            words = f"{row.measure.code} uiterlijk {dutch.short_date(last.day)}: {row.why}"
            days.append(Target(str(row.pk), words, (last,)))
    found = [
        Target(
            str(checkpoint.pk),
            f"{checkpoint.name}, {dutch.short_date(checkpoint.date)}: {counted(len(last), 'maatregel', 'maatregelen')}",
            tuple(last),
        )
        for checkpoint, last in checkpoints.items()
    ]
    return [*found, *days]
