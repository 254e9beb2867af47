"""What may be done with versions of the perspective: freeze one, and try its PDF again."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from areas.models import Area, User
from coalition.agreement.versions.rules.proof import fingerprint
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.figures.queries import figures_of
from deliverables.perspective.sections.actions import lock_perspective
from deliverables.perspective.versions.models import PerspectiveVersion, PerspectiveVersionFile
from deliverables.perspective.versions.queries.freezing import perspective_text
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.pdf.printing import try_again, wake
from novex_portal.toolkit.problems import Problem

RENDER_TASK = "deliverables.perspective.versions.tasks.render_perspective_version"


@action
def freeze_perspective(
    *,
    area: Area,
    actor: User,
    reason: str = "",
    checkpoint: Checkpoint | None = None,
    token: UUID | None = None,
    moment: datetime | None = None,
) -> PerspectiveVersion:
    """Freeze the perspective as the next version, and ask for its PDF once the transaction is in.

    Its fingerprint is taken over what it holds and the fingerprint of the version before it. The same token gives the
    version it gave before. `moment` is when it was frozen, if not now. Raises Problem when there is no text yet.
    """
    lock_perspective(area=area)
    if made := PerspectiveVersion.made_with(token, area=area):
        return made
    last = PerspectiveVersion.objects.filter(area=area).defer("snapshot").order_by("-number").first()
    number, previous = (last.number + 1, last.sha256) if last else (1, "")
    now = moment or timezone.now()
    text = perspective_text(
        area, moment=timezone.localtime(now), actor=actor, number=number, reason=reason, checkpoint=checkpoint
    )
    if text.is_empty:
        raise Problem("Er staat nog geen tekst in het ontwikkelperspectief. Schrijf eerst een onderdeel of een keuze.")
    snapshot = text.to_json()
    version = PerspectiveVersion.objects.create(
        area=area,
        number=number,
        reason=reason,
        checkpoint=checkpoint,
        frozen_by=actor,
        frozen_at=now,
        snapshot=snapshot,
        sha256=fingerprint(snapshot, previous),
        previous_sha256=previous,
        submission_token=token or uuid7(),
    )
    files = {figure.file_id for figure in figures_of(area)}
    PerspectiveVersionFile.objects.bulk_create(PerspectiveVersionFile(version=version, file_id=key) for key in files)
    wake(RENDER_TASK, version)
    return version


@action
def retry_perspective_version(*, version: PerspectiveVersion, actor: User) -> PerspectiveVersion:
    """Try the PDF of a version again after it failed; one under way is left alone.

    Raises TransitionRefused when the PDF is there already.
    """
    return try_again(version, RENDER_TASK)
