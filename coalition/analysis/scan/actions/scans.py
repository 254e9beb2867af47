"""What may be done with a samenwerkingsscan: open it, ask parties, fill it in, close it, and make improvements of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from areas.models import Area, AreaOrganisation, Organisation, User
from coalition.analysis.scan.access import SCANS
from coalition.analysis.scan.actions.questionnaires import ensure_default_questionnaire
from coalition.analysis.scan.models import CooperationScan, ScanAnswer, ScanDimension, ScanInvitation, ScanQuestion
from coalition.analysis.scan.queries.questionnaires import questionnaire_in_use
from coalition.analysis.scan.rules.scan import HIGHEST, LOWEST
from coalition.conversations.recording.models import ActionItem
from coalition.planning_group.action_items.actions import add_action_item
from coalition.planning_group.action_items.queries import Owner
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.links.rules import LinkState
from novex_portal.toolkit.mail.writing import queue_written_mail
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

LONGEST_DAYS = 366
MAX_REASONING = 2_000


class ScanClosed(Problem):
    """The scan cannot be filled in any more, or this invitation was taken back."""

    status = 410


@dataclass(frozen=True)
class AnswerData:
    """What a party says to one question; no score is "onbekend"."""

    score: int | None
    reasoning: str = ""


@action
def open_scan(
    *, area: Area, actor: User, title: str, closes_on: date, today: date, token: UUID | None = None
) -> CooperationScan:
    """Begin a measurement with the questions the area uses today; the same token gives the same one."""
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    if made := CooperationScan.made_with(token, area=area):
        return made
    title = " ".join(clean(title).split())
    if not title:
        raise Problem("Geef de scan een titel.")
    if not today <= closes_on <= today + timedelta(days=LONGEST_DAYS):
        raise Problem("Kies een laatste dag vanaf vandaag, en niet meer dan een jaar vooruit.")
    questionnaire = questionnaire_in_use(area) or ensure_default_questionnaire()
    return CooperationScan.objects.create(
        area=area,
        questionnaire=questionnaire,
        title=title[:150],
        opened_on=today,
        closes_on=closes_on,
        created_by=actor,
        submission_token=token or uuid7(),
    )


@action
def close_scan(*, scan: CooperationScan, actor: User) -> CooperationScan:
    """Close a measurement before its last day; nothing can be filled in any more. Twice is once."""
    held = CooperationScan.objects.select_for_update(no_key=True).get(pk=scan.pk)
    if held.closed_at is None:
        held.closed_at = timezone.now()
        held.save(update_fields=["closed_at"])
    return held


@action
def invite_party(
    *, scan: CooperationScan, actor: User, organisation: Organisation, today: date, role: str = "", email: str = ""
) -> ScanInvitation:
    """Ask a party to fill in a scan, and owe it the mail with the link when there is an address.

    Asking a party that was asked already returns that invitation. Raises Problem when the scan is closed or
    the party is not of the area.
    """
    held = _open_scan_held(scan, today)
    here = AreaOrganisation.objects.filter(
        area=held.area_id, organisation=organisation, organisation__merged_into=None
    )
    if not here.exists():
        raise Problem(f"“{organisation}” is geen partij van dit gebied. Kies een andere.")
    there = ScanInvitation.objects.filter(scan=held, organisation=organisation, revoked_at=None).first()
    if there:
        return there
    words = " ".join(clean(role).split())[:150]
    made = ScanInvitation.objects.create(scan=held, organisation=organisation, role=words, email=email.strip())
    if made.email:
        renew_link(invitation=made, actor=actor, today=today)
    return made


@action
def renew_link(*, invitation: ScanInvitation, actor: User, today: date) -> str:
    """Return a new link, which is shown only now; an earlier one stops working. With an address it is mailed too."""
    held = _held(invitation)
    _require_open(held, today)
    link = SCANS.new_link()
    held.token_hash = link.mark
    held.save(update_fields=["token_hash"])
    if held.email:
        _mail(held, link.address)
    return link.address


@action
def revoke_scan_invitation(*, invitation: ScanInvitation, actor: User, today: date) -> ScanInvitation:
    """Take an invitation back: its link stops working and what was answered no longer counts. Twice is once.

    Raises ScanClosed after the end: an outcome that changes by one party tells what that party answered.
    """
    held = _held(invitation)
    if held.revoked_at is None:
        _require_open(held, today)
        held.revoked_at, held.version = timezone.now(), held.version + 1
        held.save(update_fields=["revoked_at", "version"])
    return held


@action(by=By.GUEST)
def answer_dimension(
    *,
    invitation: ScanInvitation,
    dimension: ScanDimension,
    version: int,
    today: date,
    answers: Mapping[UUID, AnswerData],
) -> ScanInvitation:
    """Keep what a party answers to the questions of one dimension; it may be changed until the scan is closed.

    Once every question has an answer, the party counts. The same answers once more change nothing. Raises
    ScanClosed when it cannot be filled in any more, Conflict when somebody else answered since `version`.
    """
    held = _held(invitation)
    _require_open(held, today)
    if dimension.questionnaire_id != held.scan.questionnaire_id:
        raise Problem("Dit onderdeel hoort bij een andere vragenlijst.")
    wanted = {question.pk: _checked(answers.get(question.pk)) for question in dimension.questions.all()}
    if _there(held, dimension) == wanted:
        return held
    held.require_version(version)
    ScanAnswer.objects.bulk_create(
        [
            ScanAnswer(invitation=held, question_id=question, score=data.score, reasoning=data.reasoning)
            for question, data in wanted.items()
        ],
        update_conflicts=True,
        unique_fields=["invitation", "question"],
        update_fields=["score", "reasoning"],
    )
    held.version += 1
    if held.answered_at is None and _is_complete(held):
        held.answered_at = timezone.now()
    held.save(update_fields=["version", "answered_at"])
    return held


@action
def add_improvement(
    *,
    scan: CooperationScan,
    actor: User,
    dimension: str,
    what: str,
    owner: Owner,
    due_on: date | None = None,
    token: UUID | None = None,
) -> ActionItem:
    """Make an action item of a dimension: it stands with the scan, and in the list of the planning group."""
    if not ScanDimension.objects.filter(questionnaire=scan.questionnaire_id, name=dimension).exists():
        raise Problem("Dit onderdeel hoort niet bij deze scan.")
    item = add_action_item(
        area=scan.area,
        actor=actor,
        what=what,
        owner=owner.words,
        owner_person=owner.person,
        owner_user=owner.user,
        due_on=due_on,
        token=token,
    )
    if item.scan_id is None:
        item.scan, item.scan_dimension = scan, dimension
        item.save(update_fields=["scan", "scan_dimension"])
    return item


def _open_scan_held(scan: CooperationScan, today: date) -> CooperationScan:
    held = CooperationScan.objects.select_for_update(no_key=True).get(pk=scan.pk)
    if held.closed_at or today > held.closes_on:
        raise ScanClosed("Deze scan is gesloten.")
    return held


def _held(invitation: ScanInvitation) -> ScanInvitation:
    """Lock the scan for reading and the invitation for writing: closing waits for who is just saving."""
    CooperationScan.objects.select_for_update(no_key=True).get(pk=invitation.scan_id)
    rows = ScanInvitation.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "scan__area", "organisation"
    )
    return rows.get(pk=invitation.pk)


def _require_open(invitation: ScanInvitation, today: date) -> None:
    state = SCANS.state(invitation, today)
    if state == LinkState.REVOKED:
        raise ScanClosed("Deze uitnodiging is ingetrokken.")
    if state != LinkState.OPEN:
        raise ScanClosed("Deze scan is gesloten.")


def _checked(data: AnswerData | None) -> AnswerData:
    if data is None:
        raise Problem("Kies bij elke stelling een antwoord. Weet u het niet, kies dan “onbekend”.")
    if data.score is not None and not LOWEST <= data.score <= HIGHEST:
        raise Problem("Kies een score van 1 tot en met 5, of “onbekend”.")
    reasoning = clean(data.reasoning).strip()
    if len(reasoning) > MAX_REASONING:
        raise Problem("Een toelichting is langer dan 2.000 tekens. Maak haar korter.")
    return AnswerData(data.score, reasoning)


def _there(invitation: ScanInvitation, dimension: ScanDimension) -> dict[UUID, AnswerData]:
    rows = ScanAnswer.objects.filter(invitation=invitation, question__dimension=dimension)
    return {row.question_id: AnswerData(row.score, row.reasoning) for row in rows}


def _is_complete(invitation: ScanInvitation) -> bool:
    asked = ScanQuestion.objects.filter(dimension__questionnaire=invitation.scan.questionnaire_id)
    return not asked.exclude(answers__invitation=invitation).exists()


def _mail(invitation: ScanInvitation, link: str) -> None:
    queue_written_mail(
        "coalition/analysis/scan/mail/scan",
        to=invitation.email,
        subject=f"Hoe gaat het samenwerken in {invitation.scan.area.name}?",
        context={"invitation": invitation, "scan": invitation.scan, "link": link},
        dedupe_key=f"scan:{invitation.pk}:{uuid7()}",
        wipe_after_sending=True,
    )
