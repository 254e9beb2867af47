"""Fills the uitvoeringsagendas of the practice areas: measures in chapters, what waits for what, and what moved.

All rows of a kind are written together. An agenda with versions grows as in life: measures, a first version, what
moved, a second version, and what moved after it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

import pghistory
from django.utils import timezone

from areas.models import Area, Membership, NationalProgramme, Organisation, User
from coalition.models import Article, Decision
from deliverables.agenda.chance.models import Driver, MeasureDriver
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.actions.states import change_measure_status
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import (
    AgendaChapter,
    Measure,
    MeasureAmbition,
    MeasureArticle,
    MeasureChallenge,
    MeasureDecision,
    MeasureParty,
    MeasureProgramme,
)
from deliverables.agenda.moving.actions.moves import enter_dates
from deliverables.agenda.moving.models import PlanBatch
from deliverables.agenda.moving.rules import Dates
from deliverables.agenda.plan.models import Dependency, ExternalCondition, MeasureCondition, MeasureDeadline
from deliverables.agenda.reports.models import StatusReport
from deliverables.agenda.versions.actions import freeze_agenda
from deliverables.checkpoints.models import Checkpoint
from novex_portal.demo.content.agenda import AROUND, HERE, Agenda, Done, Part, Was
from novex_portal.demo.seeds.people import Roles


def seed_agendas(writers: dict[str, User], roles: Roles, today: date) -> None:
    """Fill the agendas; `writers` gives who writes the one of each area, by its slug."""
    every: dict[str, Measure] = {}
    agendas = [Seeding(agenda, writers[agenda.slug], today, every, roles) for agenda in (HERE.agenda, *AROUND.agendas)]
    for agenda in agendas:
        with pghistory.context(user=str(agenda.writer.pk)):
            agenda.write_measures(new=False)
    for agenda in agendas:
        with pghistory.context(user=str(agenda.writer.pk)):
            agenda.write_plan()
    for agenda in agendas:
        with pghistory.context(user=str(agenda.writer.pk)):
            agenda.grow()


@dataclass
class Seeding:
    """The making of one agenda. `every` holds the measures of all agendas by their code."""

    agenda: Agenda
    writer: User
    today: date
    every: dict[str, Measure]
    roles: Roles
    chapters: dict[str, AgendaChapter] = field(default_factory=dict)

    @cached_property
    def area(self) -> Area:
        return Area.objects.get(slug=self.agenda.slug)

    @cached_property
    def parties(self) -> dict[str, Organisation]:
        return {row.name: row for row in Organisation.objects.filter(areas=self.area)}

    def full(self, code: str) -> str:
        """Return a code with its area before it."""
        return code if "-" in code else f"{self.area.code}-{code}"

    def measure(self, code: str) -> Measure:
        return self.every[self.full(code)]

    def write_measures(self, *, new: bool) -> None:
        """Write the measures that are new since the first version, or those that are not."""
        if not self.chapters:
            self._write_chapters()
        pairs = [(part, done) for part in self.agenda.chapters for done in part.measures if done.new == new]
        made = Measure.objects.bulk_create(self._measure(part, done) for part, done in pairs)
        self.every.update({measure.code: measure for measure in made})
        self._link([done for _, done in pairs])
        self._report([done for _, done in pairs])
        challenges = {row.title: row for row in self.area.challenges.all()}
        MeasureChallenge.objects.bulk_create(
            MeasureChallenge(measure=self.measure(done.code), challenge=challenges[title])
            for part, done in pairs
            for title in part.challenges
        )

    def _write_chapters(self) -> None:
        rows = [
            AgendaChapter(area=self.area, letter=part.letter, title=part.title, position=place)
            for place, part in enumerate(self.agenda.chapters, start=1)
        ]
        self.chapters = {row.letter: row for row in AgendaChapter.objects.bulk_create(rows)}

    def _measure(self, part: Part, done: Done) -> Measure:
        moved = {was.measure: was for batch in reversed(self.agenda.batches) for was in batch.moves}
        dates = moved.get(done.code, done)  # as it was before anything moved
        start, end = _dates(dates).start, _dates(dates).end
        shortest, likely, longest = done.weeks or (None, None, None)
        return Measure(
            area=self.area,
            chapter=self.chapters[part.letter],
            code=self.full(done.code),
            title=done.title,
            result=done.result,
            kind=done.kind,
            phase=done.phase,
            status=done.status,
            start=start.day,
            start_precision=start.precision,
            end=end.day,
            end_precision=end.precision,
            is_pinned=bool(done.pinned),
            pin_reason=done.pinned,
            shortest=shortest,
            likely=likely,
            longest=longest,
            longest_reason=done.longest_reason,
            proposed_by=self.parties[done.lead] if done.status == MeasureStatus.PROPOSED else None,
            created_by=self.writer,
        )

    def _link(self, measures: list[Done]) -> None:
        MeasureParty.objects.bulk_create(link for done in measures for link in self._parties_of(done))
        articles = {row.title: row for row in Article.objects.filter(chapter__agreement__area=self.area)}
        MeasureArticle.objects.bulk_create(
            MeasureArticle(measure=self.measure(done.code), article=articles[title])
            for done in measures
            for title in done.articles
        )
        ambitions = {row.number: row for row in self.area.ambitions.all()}
        MeasureAmbition.objects.bulk_create(
            MeasureAmbition(measure=self.measure(done.code), ambition=ambitions[number])
            for done in measures
            for number in done.ambitions
        )
        programmes = {row.short_name: row for row in NationalProgramme.objects.exclude(short_name="")}
        MeasureProgramme.objects.bulk_create(
            MeasureProgramme(measure=self.measure(done.code), programme=programmes[name])
            for done in measures
            for name in done.programmes
        )
        decisions = {row.title: row for row in Decision.objects.filter(area=self.area)}
        MeasureDecision.objects.bulk_create(
            MeasureDecision(measure=self.measure(done.code), decision=decisions[title])
            for done in measures
            for title in done.decisions
        )

    def _parties_of(self, done: Done) -> Iterable[MeasureParty]:
        named = (
            (PartyPart.LEAD, (done.lead,) if done.lead else ()),
            (PartyPart.PARTNER, done.partners),
            (PartyPart.FUNDER, done.funders),
            (PartyPart.AUTHORITY, done.authorities),
        )
        for part, names in named:
            for name in names:
                row = MeasureParty(measure=self.measure(done.code), organisation=self.parties[name], part=part)
                if part == PartyPart.LEAD:
                    row.executive = self.roles.get((name, HERE.executives.get(name, "")))
                    row.contact = self.roles.get((name, HERE.contacts.get(name, "")))
                yield row

    def _report(self, measures: Iterable[Done]) -> None:
        accounts = {
            row.organisation: row.user
            for row in Membership.objects.filter(area=self.area).select_related("user", "organisation")
        }
        rows = []
        for done in measures:
            own = accounts.get(self.parties.get(done.lead))
            rows += [
                StatusReport(
                    measure=self.measure(done.code),
                    axis=told.axis,
                    word=told.word,
                    reason=told.reason,
                    as_of=self.today - timedelta(days=told.days_ago),
                    organisation=self.parties[done.lead] if own else None,
                    reported_by=own or self.writer,
                )
                for told in done.reports
            ]
        StatusReport.objects.bulk_create(rows)

    def write_plan(self) -> None:
        """Write what waits for what, for what from outside, and until when."""
        self._write_dependencies(new=False)
        self._write_conditions()
        self._write_deadlines()
        self._write_drivers()

    def _write_dependencies(self, *, new: bool) -> None:
        added = {done.code for part in self.agenda.chapters for done in part.measures if done.new}
        Dependency.objects.bulk_create(
            Dependency(
                before=self.measure(row.before),
                after=self.measure(row.after),
                kind=row.kind,
                lag=row.lag,
                unit=row.unit,
                why=row.why,
                state=row.state,
                proposed_by=self.writer,
                proposed_in=self.area,
            )
            for row in self.agenda.dependencies
            if bool({row.before, row.after} & added) == new
        )

    def _write_conditions(self) -> None:
        for row in self.agenda.conditions:
            expected = read_date(row.expected) if row.expected else None
            condition = ExternalCondition.objects.create(
                area=None if row.everywhere else self.area,
                title=row.title,
                owner=self.parties[row.owner],
                state=row.state,
                note=row.note,
                created_by=self.writer,
                **({"expected_on": expected.day, "expected_precision": expected.precision} if expected else {}),
            )
            MeasureCondition.objects.bulk_create(
                MeasureCondition(measure=self.measure(code), condition=condition) for code in row.measures
            )

    def _write_deadlines(self) -> None:
        checkpoints = {row.name: row for row in Checkpoint.objects.filter(areas=self.area)}
        MeasureDeadline.objects.bulk_create(
            MeasureDeadline(
                measure=self.measure(row.measure),
                day=read_date(row.day).day if row.day else None,
                checkpoint=checkpoints[row.checkpoint] if row.checkpoint else None,
                why=row.why,
                created_by=self.writer,
            )
            for row in self.agenda.deadlines
        )

    def _write_drivers(self) -> None:
        rows = [Driver(area=self.area, name=name) for name in self.agenda.drivers]
        rows += [Driver(name=name) for name in self.agenda.drivers_everywhere]
        drivers = {row.name: row for row in Driver.objects.bulk_create(rows)}
        MeasureDriver.objects.bulk_create(
            MeasureDriver(measure=self.measure(done.code), driver=drivers[name])
            for part in self.agenda.chapters
            for done in part.measures
            for name in done.drivers
        )

    def grow(self) -> None:
        """Let the agenda live: a first version, what was added, dropped and moved, a second one, what moved after it."""
        versions = self.agenda.versions
        if versions:
            checkpoint = Checkpoint.objects.get(name=versions.first_checkpoint, areas=self.area)
            self._freeze(versions.first, versions.first_days_ago, checkpoint)
        self.write_measures(new=True)
        self._write_dependencies(new=True)
        for done in (done for part in self.agenda.chapters for done in part.measures if done.dropped):
            row = self.measure(done.code)
            change_measure_status(
                measure=row, actor=self.writer, version=row.version, status=MeasureStatus.DROPPED, reason=done.dropped
            )
        self._move(later=False)
        if versions:
            self._freeze(versions.second, versions.second_days_ago)
        self._move(later=True)

    def _freeze(self, reason: str, days_ago: int, checkpoint: Checkpoint | None = None) -> None:
        moment = self._noon(days_ago)
        freeze_agenda(area=self.area, actor=self.writer, reason=reason, checkpoint=checkpoint, moment=moment)

    def _move(self, *, later: bool) -> None:
        dates = {done.code: done for part in self.agenda.chapters for done in part.measures}
        for batch in self.agenda.batches:
            if batch.later == later:
                moves = [
                    (self.measure(was.measure), _dates(dates[was.measure]), self._cause(was)) for was in batch.moves
                ]
                made = enter_dates(area=self.area, actor=self.writer, reason=batch.reason, moves=moves)
                PlanBatch.objects.filter(pk=made.pk).update(decided_at=self._noon(batch.days_ago))

    def _cause(self, was: Was) -> Measure | None:
        return self.measure(was.because_of) if was.because_of else None

    def _noon(self, days_ago: int) -> datetime:
        return timezone.make_aware(datetime.combine(self.today - timedelta(days=days_ago), time(12)))


def _dates(done: Done | Was) -> Dates:
    return Dates(read_date(done.start), read_date(done.end))
