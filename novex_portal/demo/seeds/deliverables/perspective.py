"""Fills the ontwikkelperspectief of the practice areas: parts, hoofdkeuzes, a map, versions and the wisselwerking."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

import pghistory
from django.core.files.base import ContentFile
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Friction, Membership, Organisation, ProgrammeContribution, Province, User
from coalition.models import Ambition
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.approval.actions import approve_version, endorse_version
from deliverables.perspective.choices.actions import ChoiceFacts, add_choice
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement, ProvincialProposal
from deliverables.perspective.figures.actions import add_figure
from deliverables.perspective.sections.actions import change_section
from deliverables.perspective.sections.models import PerspectiveSection, SectionAsked
from deliverables.perspective.template.actions import ensure_template
from deliverables.perspective.versions.actions import freeze_perspective
from novex_portal.demo.content.choice_map import choice_map
from novex_portal.demo.content.perspective import PERSPECTIVES, Choice, Frozen, Perspective
from novex_portal.toolkit.files.keeping import take


def seed_perspectives(today: date) -> None:
    """Fill the perspective of each area, by somebody of its planning group."""
    ensure_template()
    for perspective in PERSPECTIVES.areas:
        members = Membership.objects.filter(area__slug=perspective.slug, role=Role.PLANNING_GROUP)
        writer = members.select_related("user").order_by("pk")[0].user
        with pghistory.context(user=str(writer.pk)):
            _Seeding(perspective, writer, today).write()


@dataclass
class _Seeding:
    """The making of the perspective of one area."""

    perspective: Perspective
    writer: User
    today: date

    @cached_property
    def area(self) -> Area:
        return Area.objects.get(slug=self.perspective.slug)

    @cached_property
    def checkpoints(self) -> dict[str, Checkpoint]:
        return {row.name: row for row in Checkpoint.objects.filter(areas=self.area)}

    @cached_property
    def provinces(self) -> dict[str, Province]:
        return {row.name: row for row in self.area.provinces.all()}

    def write(self) -> None:
        """Write all of it, in the order in which it came about."""
        self._write_parts()
        choices = [self._choice(choice) for choice in self.perspective.choices]
        if self.perspective.has_map:
            add_figure(
                area=self.area,
                actor=self.writer,
                caption=PERSPECTIVES.map_caption,
                alt=PERSPECTIVES.map_alt,
                taken=take(ContentFile(choice_map())),
            )
        for frozen in self.perspective.versions:
            self._freeze(frozen)
        self._write_exchange(choices)

    def _write_parts(self) -> None:
        sections = PerspectiveSection.objects.bulk_create(
            PerspectiveSection(
                area=self.area,
                rank=rank,
                heading=part.heading,
                text=part.text,
                changed_at=self._noon(part.days_ago) if part.text else None,
                changed_by=self.writer if part.text else None,
            )
            for rank, part in enumerate(self.perspective.parts, 1)
        )
        SectionAsked.objects.bulk_create(
            SectionAsked(section=section, checkpoint=self.checkpoints[name])
            for section, part in zip(sections, self.perspective.parts, strict=True)
            for name in part.asked
        )

    def _choice(self, choice: Choice) -> MainChoice:
        frictions = Friction.objects.filter(area=self.area)
        contributions = ProgrammeContribution.objects.filter(area=self.area)
        facts = ChoiceFacts(
            choice.title,
            choice.text,
            ambitions=list(Ambition.objects.filter(area=self.area, number__in=choice.ambitions)),
            frictions=[frictions.get(text__contains=words) for words in choice.frictions],
            challenges=[self.area.challenges.get(title=title) for title in choice.challenges],
            contributions=[contributions.get(programme__name=name) for name in choice.programmes],
        )
        return add_choice(area=self.area, actor=self.writer, facts=facts)

    def _freeze(self, frozen: Frozen) -> None:
        moment = self._noon(frozen.days_ago)
        version = freeze_perspective(area=self.area, actor=self.writer, reason=frozen.reason, moment=moment)
        for said in frozen.approvals:
            day = self.today - timedelta(days=said.days_ago)
            approve_version(version=version, actor=self.writer, half=said.half, approved_on=day, note=said.note)
        if frozen.board:
            board = self.checkpoints[frozen.board]
            endorse_version(version=version, actor=self.writer, checkpoint=board, wording=frozen.wording)
        if frozen.changed:
            part = PerspectiveSection.objects.get(area=self.area, heading=frozen.changed)
            change_section(
                section=part,
                actor=self.writer,
                version=part.version,
                heading=part.heading,
                text=f"{part.text}\n\n{frozen.added}",
                checkpoints=part.checkpoints.all(),
            )

    def _write_exchange(self, choices: list[MainChoice]) -> None:
        parties = {row.name: row for row in Organisation.objects.filter(areas=self.area)}
        ProvincialProposal.objects.bulk_create(
            ProvincialProposal(
                area=self.area,
                province=self.provinces[row.province],
                stand=row.stand,
                as_of=self.today - timedelta(days=row.days_ago),
                source=row.source,
            )
            for row in self.perspective.proposals
        )
        Exchange.objects.bulk_create(
            Exchange(
                area=self.area,
                province=self.provinces[row.province],
                subject=row.subject,
                choice=choices[row.choice - 1] if row.choice else None,
                block=row.block,
                delivered_on=self._day(row.delivered),
                frame=row.frame,
                frame_on=self._day(row.frame_days),
                frame_source=row.frame_source,
            )
            for row in self.perspective.subjects
        )
        ExchangeMoment.objects.bulk_create(
            ExchangeMoment(
                area=self.area,
                province=self.provinces[row.province],
                date=self.today + timedelta(days=row.days),
                about=row.about,
                state=row.state,
                outcome=row.outcome,
            )
            for row in self.perspective.talks
        )
        Involvement.objects.bulk_create(
            Involvement(
                area=self.area,
                province=self.provinces[row.province],
                organisation=parties[row.who] if row.who else None,
                subject=row.subject,
                degree=row.degree,
                note=row.note,
            )
            for row in self.perspective.involved
        )

    def _noon(self, days_ago: int) -> datetime:
        return timezone.make_aware(datetime.combine(self.today - timedelta(days=days_ago), time(12)))

    def _day(self, days_ago: int) -> date | None:
        return self.today - timedelta(days=days_ago) if days_ago else None
