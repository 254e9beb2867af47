"""Files of parties as a kind of import; loading this registers it."""

from collections.abc import Mapping, Sequence
from typing import cast

from django.utils import timezone

from areas.accounts.models.user import User
from areas.enums import Permission
from areas.imports.kinds import ImportKind, Progress, Row, Words, register
from areas.imports.lines import names_of, plans_for, warn_of_lookalikes
from areas.imports.models import FileImport, PartyImport
from areas.imports.queries.ground import Ground, load_ground
from areas.imports.rules.party_columns import COLUMNS
from areas.imports.rules.party_plan import PartyPlan
from areas.imports.rules.plan import Plan
from areas.imports.writing import write_plans
from areas.parties.actions import lock_umbrellas
from novex_portal.toolkit.files.sheets import MAX_ROWS


class PartyWork:
    """The checking or writing of one file of parties."""

    def __init__(self, ground: Ground, rows: Sequence[Row]) -> None:
        self._ground, self._rows = ground, rows

    def plans(self, *, expected: Mapping[int, str] | None, progress: Progress) -> Sequence[Plan]:
        return plans_for(self._rows, self._ground, expected=expected, progress=progress)

    def warn(self, plans: Sequence[Plan], progress: Progress) -> None:
        warn_of_lookalikes(plans, progress)

    def write(self, plans: Sequence[Plan], progress: Progress) -> None:
        write_plans(self._ground, cast("Sequence[PartyPlan]", plans), progress)


def _begin(job: FileImport, actor: User, rows: Sequence[Row], lock: bool) -> PartyWork:
    if lock:
        lock_umbrellas()
    return PartyWork(load_ground(job.area, actor, names_of(rows), today=timezone.localdate(), lock=lock), rows)


PARTIES = ImportKind(
    model=PartyImport,
    columns=COLUMNS,
    need=Permission.EDIT_PARTIES,
    most=MAX_ROWS,
    words=Words(
        label="Bestand met partijen",
        name="partijen",
        row="Partij",
        rows="partijen",
        into="de partijen",
        nothing="Onder de kolomnamen staat nog geen partij. Zet elke partij op een eigen regel.",
        no_longer="Wie dit bestand invoerde, mag de partijen van dit gebied niet meer wijzigen. Er is niets ingevoerd.",
        action="partijen invoeren uit een bestand",
        warned=("naam lijkt op een andere", "namen lijken op een andere"),
        warned_choice="Lijkt op een andere",
    ),
    begin=_begin,
)
register(PARTIES)
