"""Writing down who stands behind a version: a half of the duo, a bestuurlijk overleg, a party."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from areas.models import Organisation, User
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.approval.enums import Half, Wording
from deliverables.perspective.approval.models import Adoption, ApprovalWithdrawal, DuoApproval, Endorsement
from deliverables.perspective.approval.queries import board_meetings, parties_of
from deliverables.perspective.approval.rules import NAMES
from deliverables.perspective.sections.actions import lock_perspective
from deliverables.perspective.versions.models import PerspectiveVersion
from deliverables.perspective.versions.queries.freezing import duo_on
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.markup import clean


@action
def approve_version(
    *,
    version: PerspectiveVersion,
    actor: User,
    half: str,
    approved_on: date,
    note: str,
    token: UUID | None = None,
) -> DuoApproval:
    """Write down that a half of the duo approved exactly this version; it never changes afterwards.

    Who that half was comes from the duo of that day. The same token twice makes one. Raises Problem when no duo
    answered that day, when the day lies before the version or ahead, and when this half approved this version before.
    """
    half, note = Half(half), " ".join(clean(note).split())
    lock_perspective(area=version.area)
    if made := DuoApproval.made_with(token, version=version):
        return made
    _require_day(version, approved_on)
    if not note:
        raise Problem("Schrijf op waar de goedkeuring blijkt, bijvoorbeeld: brief van 17 november 2026.")
    duo = duo_on(version.area, approved_on)
    if duo is None:
        raise Problem(
            f"Op {dutch.long_date(approved_on)} was er geen rijk-regio duo. Leg het duo eerst vast op de factsheet."
        )
    if DuoApproval.objects.filter(version=version, half=half).exists():
        name = NAMES[half][:1].upper() + NAMES[half][1:]
        raise Problem(
            f"{name} keurde {str(version).lower()} al eerder goed. Zet een nieuwe versie vast als er iets anders is."
        )
    return DuoApproval.objects.create(
        version=version,
        half=half,
        duo=duo,
        by=duo.national_side if half == Half.STATE else duo.regional_side,
        approved_on=approved_on,
        note=note,
        recorded_by=actor,
        submission_token=token or uuid7(),
    )


@action
def withdraw_approval(*, approval: DuoApproval, actor: User, withdrawn_on: date, reason: str) -> ApprovalWithdrawal:
    """Write down that a half took its approval back, and why; both stay to be read. The same again is what is there.

    Raises Problem without a reason, and for a day before the approval or ahead.
    """
    reason = clean(reason).strip()
    lock_perspective(area=approval.version.area)
    if there := ApprovalWithdrawal.objects.filter(approval=approval).first():
        return there
    if not reason:
        raise Problem("Schrijf op waarom de goedkeuring is ingetrokken.")
    if not approval.approved_on <= withdrawn_on <= timezone.localdate():
        raise Problem(
            f"Kies een dag vanaf {dutch.long_date(approval.approved_on)} tot en met vandaag, bijvoorbeeld vandaag."
        )
    return ApprovalWithdrawal.objects.create(
        approval=approval, withdrawn_on=withdrawn_on, reason=reason, recorded_by=actor
    )


@action
def endorse_version(
    *,
    version: PerspectiveVersion,
    actor: User,
    checkpoint: Checkpoint,
    wording: str,
    note: str = "",
    token: UUID | None = None,
) -> Endorsement:
    """Write down what a bestuurlijk overleg said of a version. The same token twice makes one.

    Raises Problem when it is no bestuurlijk overleg of this area, lies before the version or ahead, or spoke before.
    """
    lock_perspective(area=version.area)
    if made := Endorsement.made_with(token, version=version):
        return made
    if not board_meetings(version.area).filter(pk=checkpoint.pk).exists():
        raise Problem("Kies een bestuurlijk overleg van dit gebied.")
    _require_day(version, checkpoint.date)
    if Endorsement.objects.filter(version=version, checkpoint=checkpoint).exists():
        raise Problem("Van dit overleg staat er al een uitspraak over deze versie. Haal die eerst weg.")
    return Endorsement.objects.create(
        version=version,
        checkpoint=checkpoint,
        wording=Wording(wording),
        note=" ".join(clean(note).split()),
        recorded_by=actor,
        submission_token=token or uuid7(),
    )


@action
def adopt_version(
    *,
    version: PerspectiveVersion,
    actor: User,
    organisation: Organisation,
    body: str,
    decided_on: date,
    note: str = "",
    token: UUID | None = None,
) -> Adoption:
    """Write down that a party adopted a version, by which body and when. The same token twice makes one.

    Raises Problem for a party of elsewhere, a day before the version or ahead, without a body, and for a second time.
    """
    body = " ".join(clean(body).split())
    lock_perspective(area=version.area)
    if made := Adoption.made_with(token, version=version):
        return made
    if not parties_of(version.area).filter(pk=organisation.pk).exists():
        raise Problem("Kies een partij van dit gebied.")
    if not body:
        raise Problem("Vul in welk orgaan besloot, bijvoorbeeld: Gedeputeerde Staten.")
    _require_day(version, decided_on)
    if Adoption.objects.filter(version=version, organisation=organisation).exists():
        raise Problem(f"{organisation} stelde deze versie al vast. Haal die regel eerst weg.")
    return Adoption.objects.create(
        version=version,
        organisation=organisation,
        body=body,
        decided_on=decided_on,
        note=" ".join(clean(note).split()),
        recorded_by=actor,
        submission_token=token or uuid7(),
    )


@action
def remove_endorsement(*, endorsement: Endorsement, actor: User) -> None:
    """Take away what was written down wrong of a bestuurlijk overleg; history keeps it."""
    Endorsement.objects.filter(pk=endorsement.pk).delete()


@action
def remove_adoption(*, adoption: Adoption, actor: User) -> None:
    """Take away an adoption that was written down wrong; history keeps it."""
    Adoption.objects.filter(pk=adoption.pk).delete()


def _require_day(version: PerspectiveVersion, day: date) -> None:
    frozen = timezone.localdate(version.frozen_at)
    if not frozen <= day <= timezone.localdate():
        raise Problem(
            f"{version} is vastgezet op {dutch.long_date(frozen)}. Kies een dag vanaf die dag tot en met vandaag."
        )
