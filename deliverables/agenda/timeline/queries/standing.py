"""How the agendas of areas stand, for front pages: how many measures, what asks for attention, which checkpoint is at risk.

One query, whatever there is: the rows of measures with all that is tied to them, and the same rules as the agenda's own page.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse

from deliverables.agenda.dates.rules.days import period
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.rules.sums import Stand, Sums
from deliverables.agenda.moving.enums import ProposalState
from deliverables.agenda.moving.models import DateProposal
from deliverables.agenda.plan.enums import DeadlineKind, DependencyState
from deliverables.agenda.plan.models import Dependency, MeasureCondition, MeasureDeadline
from deliverables.agenda.plan.rules import attention, risk
from deliverables.agenda.plan.rules.attention import Held, Remark, remarks
from deliverables.agenda.plan.rules.checking import Verdict
from deliverables.agenda.plan.rules.conditions import in_time
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation
from deliverables.agenda.plan.rules.risk import dangers
from deliverables.agenda.reports.models import StatusReport
from deliverables.agenda.timeline.queries.sheet import State, state_of
from novex_portal.toolkit.compiled import Compiled
from novex_portal.toolkit.text import dutch

_UNDER_WAY = frozenset({MeasureStatus.RUNNING, MeasureStatus.STOPPED, MeasureStatus.DONE})


@dataclass(frozen=True)
class Line:
    """A measure that is spoken of, with the sentence why."""

    name: str
    url: str
    sentence: str


@dataclass(frozen=True)
class Endangered:
    """A checkpoint that may not get what must be ready for it, with the reasons."""

    name: str
    day: date
    lines: list[Line]

    @property
    def words(self) -> str:
        """Tweede ijkmoment, 12 april 2027."""
        return f"{self.name}, {dutch.long_date(self.day)}"


@dataclass(frozen=True)
class Standing:
    """How the agenda of one area stands."""

    sums: Sums
    noted: list[Line]  # those that ask for attention, the worst first
    endangered: list[Endangered]
    asked: dict[str, int] = field(default_factory=dict)

    attention_rule = attention.RULE
    risk_rule = risk.RULE

    @property
    def needing(self) -> int:
        """How many measures ask for attention or are late."""
        return self.sums.attention + self.sums.late

    @property
    def needing_words(self) -> str:
        """3 van de 36 maatregelen."""
        return f"{self.needing} van de {self.sums.count_words}"

    @property
    def asked_words(self) -> list[str]:
        """What waits for an answer: "1 voorgestelde maatregel", "2 voorstellen voor andere datums"."""
        words = {
            "measures": ("voorgestelde maatregel", "voorgestelde maatregelen"),
            "dates": ("voorstel voor andere datums", "voorstellen voor andere datums"),
            "ties": ("afhankelijkheid te bevestigen", "afhankelijkheden te bevestigen"),
        }
        return [
            f"{self.asked[key]} {one if self.asked[key] == 1 else many}"
            for key, (one, many) in words.items()
            if self.asked.get(key)
        ]


class _Row(NamedTuple):
    pk: UUID
    code: str
    title: str
    area: UUID
    slug: str
    status: str
    kind: str
    pinned: bool
    start: tuple[date, str]
    end: tuple[date, str]
    ties: list[dict[str, Any]]
    deadlines: list[dict[str, Any]]
    words: list[str]
    conditions: list[dict[str, Any]]
    proposals: list[Any]

    @property
    def is_of_others(self) -> bool:
        return self.kind == MeasureKind.PROGRAMME


@dataclass(frozen=True)
class _Whole:
    """All rows as one plan: of which checkpoint a deadline is, and what is said of each measure."""

    rows: list[_Row]
    plan: Plan
    moments: dict[Deadline, tuple[str, date]]
    said: dict[str, list[Remark]]


def standing_of(area: UUID, today: date) -> Standing:
    """Return how the agenda of an area stands. One query."""
    return _standings(_ask_one(area=area), today, {area}).get(area, Standing(Sums(), [], []))


def standings(today: date) -> dict[UUID, Standing]:
    """Return how the agenda of every area stands that has measures. One query."""
    return _standings(_ask_all(), today)


def _measures(rows: QuerySet[Measure]) -> QuerySet[Any]:
    here = {"measure": OuterRef("pk")}
    ties = Dependency.objects.filter(after=OuterRef("pk")).exclude(state=DependencyState.REJECTED)
    newest = StatusReport.objects.filter(**here).order_by("axis", "-as_of", "-reported_at").distinct("axis")
    proposals = DateProposal.objects.filter(**here, state=ProposalState.OPEN)
    return (
        rows.exclude(status=MeasureStatus.DROPPED)
        .order_by("code")
        .values_list(
            *("pk", "code", "title", "area", "area__slug", "status", "kind", "is_pinned"),
            *("start", "start_precision", "end", "end_precision"),
            ArraySubquery(
                ties.values(
                    json=JSONObject(
                        before="before__code",
                        kind="kind",
                        lag="lag",
                        unit="unit",
                        state="state",
                        asked_in="proposed_in",
                    )
                )
            ),
            ArraySubquery(
                MeasureDeadline.objects.filter(**here).values(
                    json=JSONObject(day="day", why="why", name="checkpoint__name", date="checkpoint__date")
                )
            ),
            ArraySubquery(newest.values("word")),
            ArraySubquery(
                MeasureCondition.objects.filter(**here).values(
                    json=JSONObject(
                        title="condition__title",
                        state="condition__state",
                        day="condition__expected_on",
                        precision="condition__expected_precision",
                    )
                )
            ),
            ArraySubquery(proposals.values("pk")),
        )
    )


def _one(area: UUID) -> QuerySet[Any]:
    """The measures of an area, and of all areas that are tied to another: what it waits for is among them."""
    across = Dependency.objects.exclude(before__area=F("after__area"))
    tied = Q(area__in=across.values("before__area")) | Q(area__in=across.values("after__area"))
    return _measures(Measure.objects.filter(Q(area=area) | tied))


_ask_one = Compiled(_one, area=UUID)
_ask_all = Compiled(lambda: _measures(Measure.objects.all()))


def _standings(found: Iterable[tuple[Any, ...]], today: date, wanted: set[UUID] | None = None) -> dict[UUID, Standing]:
    rows = [_row(*row) for row in found]
    plan, moments = _plan(rows)
    said = remarks(
        plan, today, [held for row in rows for held in _held(row)], {row.code for row in rows if row.is_of_others}
    )
    whole = _Whole(rows, plan, moments, said)
    return {
        area: _standing([row for row in rows if row.area == area], whole)
        for area in dict.fromkeys(row.area for row in rows)
        if wanted is None or area in wanted
    }


def _row(*values: Any) -> _Row:
    facts, (start, start_precision, end, end_precision), tied = values[:8], values[8:12], values[12:]
    return _Row(*facts, (start, start_precision), (end, end_precision), *tied)  # type: ignore[call-arg]


def _plan(rows: list[_Row]) -> tuple[Plan, dict[Deadline, tuple[str, date]]]:
    """Return the rows as a plan, and of which checkpoint a deadline is."""
    measures = [
        Planned(row.code, period(*row.start), period(*row.end), row.status, pinned=row.pinned, area=row.slug)
        for row in rows
    ]
    relations = [
        Relation(tie["before"], row.code, tie["kind"], tie["lag"], tie["unit"], tie["state"])
        for row in rows
        for tie in row.ties
    ]
    moments: dict[Deadline, tuple[str, date]] = {}
    deadlines = []
    for row in rows:
        for last in row.deadlines:
            day = date.fromisoformat(last["date"] or last["day"])
            kind = DeadlineKind.CHECKPOINT if last["date"] else DeadlineKind.DAY
            words = f"{last['name']}: {last['why']}" if last["date"] else last["why"]
            deadlines.append(made := Deadline(row.code, day, kind, words))
            if last["date"]:
                moments[made] = (last["name"], day)
    return Plan.of(measures, relations, deadlines), moments


def _held(row: _Row) -> Iterable[Held]:
    for condition in row.conditions:
        expected = PlanDate(date.fromisoformat(condition["day"]), condition["precision"]) if condition["day"] else None
        start = period(*row.start)
        waits = row.status not in _UNDER_WAY
        verdict = in_time(condition["state"], expected.period if expected else None, start) if waits else Verdict.FITS
        yield Held(row.code, condition["title"], verdict, str(expected or "onbekend"))


def _standing(own: list[_Row], whole: _Whole) -> Standing:
    states = {
        row.code: state_of(row.status, whole.said.get(row.code, []), row.words, is_of_others=row.is_of_others)
        for row in own
    }
    worst = sorted(own, key=lambda row: (not states[row.code].is_late, states[row.code].kind != "error", row.code))
    return Standing(
        sums=Sums.of(Stand(row.status, states[row.code].needs_attention, states[row.code].is_late) for row in own),
        noted=[
            _line(row, _why(whole.said.get(row.code, []), states[row.code]))
            for row in worst
            if states[row.code].needs_attention
        ],
        endangered=_endangered(own, whole),
        asked=_asked(own, whole),
    )


def _line(row: _Row, sentence: str) -> Line:
    return Line(f"{row.code} {row.title}", reverse("measure", args=[row.slug, row.pk]), sentence)


def _why(said: list[Remark], state: State) -> str:
    return said[0].sentence if said and said[0].word == state.words else f"{state.words}."


def _endangered(own: list[_Row], whole: _Whole) -> list[Endangered]:
    """Return the checkpoints at risk, the first one first; a measure of another area has no title here."""
    by_code = {row.code: row for row in own}
    found: dict[tuple[str, date], list[Line]] = defaultdict(list)
    for danger in dangers(whole.plan, [last for last in whole.moments if last.measure in by_code]):
        row = by_code.get(danger.measure)
        line = _line(row, danger.sentence) if row else Line(danger.measure, "", danger.sentence)
        reasons = found[whole.moments[danger.deadline]]
        if line not in reasons:
            reasons.append(line)
    soonest = sorted(found.items(), key=lambda item: (item[0][1], item[0][0]))
    return [Endangered(name, day, reasons) for (name, day), reasons in soonest]


def _asked(own: list[_Row], whole: _Whole) -> dict[str, int]:
    """Count what waits for an answer of this area."""
    area, whose = own[0].area, {row.code: row.area for row in whole.rows}
    ties = [
        tie
        for row in whole.rows
        for tie in row.ties
        if tie["state"] == DependencyState.PROPOSED
        and area in {row.area, whose.get(tie["before"])}
        and str(area) != tie["asked_in"]
    ]
    return {
        "measures": sum(row.status == MeasureStatus.PROPOSED for row in own),
        "dates": sum(len(row.proposals) for row in own),
        "ties": len(ties),
    }
