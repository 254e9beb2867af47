"""Fills the practice area with two measurements of the samenwerkingsscan."""

from datetime import date, timedelta

from areas.models import Area, User
from coalition.analysis.scan.actions.scans import (
    AnswerData,
    add_improvement,
    answer_dimension,
    invite_party,
    open_scan,
)
from coalition.analysis.scan.queries.questionnaires import rows_of
from coalition.models import CooperationScan, ScanDimension, ScanInvitation
from coalition.planning_group.action_items.queries import Owner
from novex_portal.demo.content.analysis import ANALYSIS, Filled, Measured


def seed_scans(area: Area, actor: User, today: date) -> None:
    """Open each measurement on its day, ask the parties, and let them answer."""
    organisations = {organisation.name: organisation for organisation in area.organisations.all()}
    for measured in ANALYSIS.scans:
        day = today + timedelta(days=measured.opened)
        closes = today + timedelta(days=measured.closes)
        scan = open_scan(area=area, actor=actor, title=measured.title, closes_on=closes, today=day)
        parts = rows_of(scan.questionnaire)
        for filled in measured.filled:
            party = organisations[filled.organisation]
            asked = invite_party(scan=scan, actor=actor, organisation=party, today=day, role=filled.role)
            _answer(asked, parts, filled, day)
        for name in measured.silent:
            invite_party(scan=scan, actor=actor, organisation=organisations[name], today=day)
        _improve(scan, actor, measured, today)


def _answer(invitation: ScanInvitation, parts: list[ScanDimension], filled: Filled, day: date) -> None:
    for number, (part, scores) in enumerate(zip(parts, filled.scores.split(), strict=True)):
        answers = {
            question.pk: AnswerData(
                None if score == "?" else int(score), filled.why.get(part.name, "") if question.rank == 0 else ""
            )
            for question, score in zip(part.questions.all(), scores, strict=True)
        }
        answer_dimension(invitation=invitation, dimension=part, version=number + 1, today=day, answers=answers)


def _improve(scan: CooperationScan, actor: User, measured: Measured, today: date) -> None:
    for better in measured.improvements:
        due, owner = today + timedelta(days=better.due), Owner(better.who)
        add_improvement(scan=scan, actor=actor, dimension=better.part, what=better.what, owner=owner, due_on=due)
