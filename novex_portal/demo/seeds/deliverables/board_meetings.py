"""Fills the bestuurlijke overleggen of the practice areas, through the actions that people use."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from areas.models import Area, Organisation, User
from deliverables.agenda.measures.models import Measure
from deliverables.board_meetings.actions.outcomes import OutcomeData, record_outcome
from deliverables.board_meetings.actions.reports import Said, report_outcome
from deliverables.board_meetings.actions.tables import set_table
from deliverables.board_meetings.models import BoardOutcome
from deliverables.checkpoints.actions import create_checkpoint
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from novex_portal.demo.content.board_meetings import BOARD_MEETINGS, Agreed, Meeting, Table, Word


def seed_board_meetings(writers: dict[str, User], actor: User, today: date) -> None:
    """Write down what was agreed, and then in their order what became of it; `actor` where no area has a writer."""
    areas = {area.slug: area for area in Area.objects.all()}
    _Seeding(writers, actor, today, areas).write()


@dataclass
class _Seeding:
    writers: dict[str, User]
    actor: User
    today: date
    areas: dict[str, Area]
    said: list[tuple[Word, User, BoardOutcome]] = field(default_factory=list)

    def write(self) -> None:
        """Write all of it: an overleg after the other, then the words on what was agreed, the oldest first."""
        made: dict[str, BoardOutcome] = {}
        for meeting in BOARD_MEETINGS.meetings:
            held = self._meeting(meeting)
            for table in meeting.tables:
                self._sit(held, table)
            for agreed in meeting.outcomes:
                row = self._record(held, agreed, made.get(agreed.after))
                made[f"{meeting.name} {agreed.number}"] = row
                self.said += [(word, self._writer(agreed.slug), row) for word in agreed.reports]
        for word, writer, row in sorted(self.said, key=lambda entry: -entry[0].days_ago):
            said = Said(word.state, self.today - timedelta(days=word.days_ago), word.text, word.evidence)
            report_outcome(outcome=row, actor=writer, version=row.version, said=said)
            row.refresh_from_db(fields=["version"])

    def _writer(self, slug: str) -> User:
        return self.writers.get(slug, self.actor)

    def _meeting(self, meeting: Meeting) -> Checkpoint:
        if not meeting.areas:
            return Checkpoint.objects.get(name=meeting.name)
        return create_checkpoint(
            actor=self.actor,
            name=meeting.name,
            kind=CheckpointKind.BOARD_MEETING,
            date=self.today + timedelta(days=meeting.days),
            place=meeting.place,
            areas=[self.areas[slug] for slug in meeting.areas],
        )

    def _sit(self, held: Checkpoint, table: Table) -> None:
        area = self.areas[table.slug]
        parties = {row.name: row for row in Organisation.objects.filter(areas=area)}
        set_table(
            meeting=held,
            area=area,
            actor=self._writer(table.slug),
            version=0,
            seated=[parties[name] for name in table.seated],
            represented=[(parties[row.who], parties[row.by]) for row in table.represented],
        )

    def _record(self, held: Checkpoint, agreed: Agreed, before: BoardOutcome | None) -> BoardOutcome:
        area = self.areas.get(agreed.slug)
        data = OutcomeData(
            kind=agreed.kind,
            text=agreed.text,
            lead=Organisation.objects.get(name=agreed.lead) if agreed.lead else None,
            due_on=None if agreed.due is None else self.today + timedelta(days=agreed.due),
            predecessor=before,
            measures=[Measure.objects.get(code=f"{area.code}-{code}") for code in agreed.measures] if area else [],
        )
        return record_outcome(
            meeting=held, area=area, actor=self._writer(agreed.slug), data=data, number=agreed.number
        )
