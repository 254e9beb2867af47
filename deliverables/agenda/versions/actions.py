"""What may be done with versions of the agenda: freeze one, and try its PDF again."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from areas.models import Area, User
from coalition.agreement.versions.rules.proof import fingerprint
from deliverables.agenda.versions.models import AgendaVersion
from deliverables.agenda.versions.queries.freezing import agenda_text
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.pdf.printing import try_again, wake
from novex_portal.toolkit.problems import Problem

RENDER_TASK = "deliverables.agenda.versions.tasks.render_agenda_version"


@action
def freeze_agenda(
    *,
    area: Area,
    actor: User,
    reason: str = "",
    checkpoint: Checkpoint | None = None,
    token: UUID | None = None,
    moment: datetime | None = None,
) -> AgendaVersion:
    """Freeze the agenda as the next version, and ask for its PDF once the transaction is in.

    Its fingerprint is taken over what it holds and the fingerprint of the version before it. The same token gives the
    version it gave before. `moment` is when it was frozen, if not now. Raises Problem when there are no measures.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)  # one version of an area at a time
    if made := AgendaVersion.made_with(token, area=area):
        return made
    last = AgendaVersion.objects.filter(area=area).defer("snapshot").order_by("-number").first()
    number, previous = (last.number + 1, last.sha256) if last else (1, "")
    now = moment or timezone.now()
    text = agenda_text(
        area, moment=timezone.localtime(now), actor=actor, number=number, reason=reason, checkpoint=checkpoint
    )
    if not any(text.measures):
        raise Problem("Er staan nog geen maatregelen in de uitvoeringsagenda. Voeg eerst een maatregel toe.")
    snapshot = text.to_json()
    version = AgendaVersion.objects.create(
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
    wake(RENDER_TASK, version)
    return version


@action
def retry_agenda_version(*, version: AgendaVersion, actor: User) -> AgendaVersion:
    """Try the PDF of a version again after it failed; one under way is left alone.

    Raises TransitionRefused when the PDF is there already.
    """
    return try_again(version, RENDER_TASK)
