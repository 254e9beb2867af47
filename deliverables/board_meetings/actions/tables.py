"""Who sits at the table of a bestuurlijk overleg for an area, and who is represented by whom."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from areas.models import Area, AreaOrganisation, Organisation, User
from deliverables.board_meetings.models import BoardSeat, BoardTable
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem


@action
def set_table(
    *,
    meeting: Checkpoint,
    area: Area,
    actor: User,
    version: int,
    seated: Sequence[Organisation],
    represented: Sequence[tuple[Organisation, Organisation]],
) -> BoardTable:
    """Let exactly these sit at the table, and these be represented: pairs of who, and by whom.

    `version` is that of the table that was read, 0 when there was none. The same once more changes nothing. Raises Conflict when somebody saved since, and
    Problem for who is at the table twice, who speaks for another without sitting there, and a party of another area.
    """
    _require(area, seated, represented)
    wanted = {(row.pk, None) for row in seated} | {(row.pk, by.pk) for row, by in represented}
    table = BoardTable.objects.filter(checkpoint=meeting, area=area).first()
    there = {(row.organisation_id, row.represented_by_id): row for row in table.seats.all()} if table else {}
    if table and wanted == there.keys():
        return table
    if table:
        table.write_over(version)
    else:
        try:
            with transaction.atomic():
                table = BoardTable.objects.create(checkpoint=meeting, area=area)
        except IntegrityError as error:
            raise Conflict(BoardTable.CHANGED) from error
    BoardSeat.objects.filter(pk__in=[row.pk for key, row in there.items() if key not in wanted]).delete()
    BoardSeat.objects.bulk_create(
        BoardSeat(table=table, organisation_id=who, represented_by_id=by)
        for who, by in sorted(wanted - there.keys(), key=str)
    )
    return table


def _require(
    area: Area, seated: Sequence[Organisation], represented: Sequence[tuple[Organisation, Organisation]]
) -> None:
    at_table = {row.pk for row in seated}
    for who, by in represented:
        if who.pk in at_table:
            raise Problem(f"{who} zit zelf aan tafel. Kies: aan tafel, of vertegenwoordigd.")
        if by.pk not in at_table:
            raise Problem(f"{by} vertegenwoordigt {who}. Zet {by} dan ook aan tafel.")
    parties = at_table | {who.pk for who, _ in represented}
    if AreaOrganisation.objects.filter(area=area, organisation__in=parties).count() != len(parties):
        raise Problem("Een van de partijen hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")
