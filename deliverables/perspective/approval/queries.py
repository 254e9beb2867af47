"""Reading who stands behind versions of the perspective."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils import timezone

from areas.models import Area, Duo, Organisation
from coalition.models import AgreementParty
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.approval.enums import Half
from deliverables.perspective.approval.models import Adoption, DuoApproval, Endorsement
from deliverables.perspective.approval.rules import DuoStanding, HalfStanding, waiting_words
from deliverables.perspective.versions.models import PerspectiveVersion
from deliverables.perspective.versions.queries.freezing import duo_on


@dataclass(frozen=True)
class Standing:
    """A version with who stands behind it: the duo, bestuurlijke overleggen, and parties for themselves."""

    version: PerspectiveVersion
    duo: DuoStanding
    today: date
    endorsements: list[Endorsement] = field(default_factory=list)
    adoptions: list[Adoption] = field(default_factory=list)

    @property
    def halves(self) -> list[tuple[HalfStanding, str]]:
        """The halves of the duo, each with how long it is waited for."""
        return [(half, waiting_words(half.waits_since, self.today)) for half in self.duo.halves]


def standings_of(versions: Sequence[PerspectiveVersion], today: date) -> list[Standing]:
    """Return who stands behind each of these versions of one area, as it is on a day. Four queries."""
    if not versions:
        return []
    area = versions[0].area
    duo = duo_on(area, today)
    approvals = (
        DuoApproval.objects.filter(version__area=area)
        .select_related("version", "withdrawal")
        .defer("version__snapshot")
    )
    by_version: dict[UUID, dict[str, DuoApproval]] = defaultdict(dict)
    newest: dict[str, int] = {}
    for row in approvals.order_by("version__number"):
        by_version[row.version_id][row.half] = row
        if not hasattr(row, "withdrawal"):
            newest[row.half] = row.version.number
    endorsements: dict[UUID, list[Endorsement]] = defaultdict(list)
    for said in (
        Endorsement.objects.filter(version__in=versions).select_related("checkpoint").order_by("checkpoint__date")
    ):
        endorsements[said.version_id].append(said)
    adoptions: dict[UUID, list[Adoption]] = defaultdict(list)
    for taken in Adoption.objects.filter(version__in=versions).select_related("organisation").order_by("decided_on"):
        adoptions[taken.version_id].append(taken)
    return [
        Standing(
            version,
            DuoStanding(
                version.number,
                *(_half(half, version, by_version[version.pk].get(half), duo, newest) for half in Half),
            ),
            today,
            endorsements[version.pk],
            adoptions[version.pk],
        )
        for version in versions
    ]


def standing_of(version: PerspectiveVersion, today: date) -> Standing:
    """Return who stands behind one version, as it is on a day. Four queries."""
    [found] = standings_of([version], today)
    return found


def board_meetings(area: Area) -> QuerySet[Checkpoint]:
    """Return the bestuurlijke overleggen of an area, the latest first."""
    return Checkpoint.objects.filter(areas=area, kind=CheckpointKind.BOARD_MEETING).order_by("-date", "name")


def parties_of(area: Area) -> QuerySet[Organisation]:
    """Return the parties of an area by name."""
    return Organisation.objects.filter(areas=area, merged_into=None).order_by(Lower("name"))


def signatory_count(area: Area) -> int:
    """Return how many parties the akkoord of an area has: of whom an adoption can be asked. One query."""
    return AgreementParty.objects.filter(agreement__area=area).count()


def _half(
    half: Half, version: PerspectiveVersion, approval: DuoApproval | None, duo: Duo | None, newest: dict[str, int]
) -> HalfStanding:
    function = (duo.national_side if half == Half.STATE else duo.regional_side) if duo else ""
    since = timezone.localdate(version.frozen_at)
    if approval is None:
        return HalfStanding(half, function, since, other=newest.get(half, 0))
    gone = getattr(approval, "withdrawal", None)
    return HalfStanding(
        half,
        approval.by,
        gone.withdrawn_on if gone else since,
        approval.approved_on,
        gone.withdrawn_on if gone else None,
        gone.reason if gone else "",
        approval.note,
        str(approval.pk),
        newest.get(half, 0),
    )
