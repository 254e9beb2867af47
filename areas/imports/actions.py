"""Taking in a file: keeping its lines, correcting them, saying yes, or dropping it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from celery import current_app
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.imports.enums import ImportStatus
from areas.imports.kinds import ImportKind, kind_for, kinds
from areas.imports.models import FileImport
from areas.imports.rules.columns import HeaderFault
from areas.imports.rules.plan import Action
from areas.imports.running import AT_ONCE, run_import
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.files.sheets import header_of, read_rows
from novex_portal.toolkit.files.uploads import Uploaded, UploadRefused, read_upload, safe_name
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text.dutch import number

RUN_TASK = "areas.imports.tasks.run_file_import"

OPEN = (ImportStatus.WAITING, ImportStatus.CHECKING, ImportStatus.CHECKED)
BUSY = (ImportStatus.CONFIRMED, ImportStatus.WRITING)
KEPT = timedelta(days=30)


@action(atomic=False)
def upload_file[Kind: FileImport](
    *, model: type[Kind], area: Area, actor: User, upload: Uploaded, token: UUID | None
) -> Kind:
    """Keep the lines of a file and have them checked; nothing is written of what they say.

    The same token gives what the first time made. Raises UploadRefused for a file that is no CSV or
    XLSX, too large, or without the columns that are needed; Problem when the token is another's.
    """
    done = model.made_with(token, area=area, uploaded_by=actor)
    if done is None:
        fields = _read(kind_for(model), upload)
        try:
            with transaction.atomic():
                made = model._default_manager.create(
                    area=area, uploaded_by=actor, submission_token=token or uuid7(), **fields
                )
                _wake(made)
                return made
        except IntegrityError:
            # The same press on the button, at the same moment, got there first.
            done = model.made_with(token, area=area, uploaded_by=actor)
            if done is None:
                raise
    return done


def _read(kind: ImportKind, upload: Uploaded) -> dict[str, Any]:
    lines = read_rows(*read_upload(upload))
    try:
        header = kind.columns.read_header(header_of(lines).cells)
    except HeaderFault as fault:
        raise UploadRefused(str(fault)) from fault
    rows = [kind.columns.row_of(line.number, line.cells, header) for line in lines[1:]]
    rows = [row for row in rows if any(row["values"].values())]  # type: ignore[attr-defined]
    if not rows:
        raise UploadRefused(kind.words.nothing)
    if len(rows) > kind.most:
        raise UploadRefused(
            f"Dit bestand heeft {number(len(rows))} regels. Meer dan {number(kind.most)} kan het portaal hier niet "
            "invoeren. Verdeel het over meer bestanden."
        )
    counts = {"total": len(rows), "ignored": header.notes[:10]}
    return {"rows": rows, "counts": counts, "file_name": safe_name(upload.name)}


@action
def correct_rows(*, job: FileImport, actor: User, version: int, cells: Mapping[int, Mapping[str, str]]) -> FileImport:
    """Put other text in the cells of some lines, by their number, and have the whole file checked again.

    Lines that the file does not have are passed over. Raises Conflict when somebody changed or
    confirmed the import since `version` was read.
    """
    held = _held(job, version, ImportStatus.CHECKED)
    rows, columns = [], kind_for(type(job)).columns
    for row in held.rows:
        new = {key: text for key, text in cells.get(row["number"], {}).items() if key in columns.by_key}
        rows.append(columns.kept(row["number"], {**row["values"], **new}) if new else row)
    held.rows, held.status, held.done_rows, held.attempts = rows, ImportStatus.WAITING, 0, 0
    held.version += 1
    held.save(update_fields=["rows", "status", "done_rows", "attempts", "version"])
    _wake(held)
    return held


@action
def confirm_import(*, job: FileImport, actor: User, version: int, skip_errors: bool) -> FileImport:
    """Say yes to exactly what was shown at `version`; the worker writes it once.

    Pressing twice is pressing once. Raises Conflict when somebody else was first or the lines
    changed, Problem when lines are still at fault and are not to be skipped, or nothing is left.
    """
    current = type(job)._default_manager.select_for_update().get(pk=job.pk)
    confirmed = {ImportStatus.CONFIRMED, ImportStatus.WRITING, ImportStatus.DONE}
    if current.status in confirmed and current.confirmed_by_id == actor.pk and current.version == version + 1:
        return current
    held = _held(job, version, ImportStatus.CHECKED)
    faults = held.counts.get(Action.ERROR, 0)
    if faults and not skip_errors:
        raise Problem("Er zijn nog regels met een fout. Verbeter ze, of kies dat het portaal die regels overslaat.")
    if faults == held.counts["total"]:
        raise Problem("Alle regels hebben een fout: er is niets om in te voeren. Verbeter eerst een regel.")
    held.status, held.confirmed_by, held.done_rows, held.attempts = ImportStatus.CONFIRMED, actor, 0, 0
    held.version += 1
    held.save(update_fields=["status", "confirmed_by", "done_rows", "attempts", "version"])
    _wake(held)
    return held


@action
def cancel_import(*, job: FileImport, actor: User, version: int) -> FileImport:
    """Drop a file before anything of it was written; its lines are not kept. Dropping twice is dropping once.

    Raises Conflict when it was confirmed or changed in the meantime.
    """
    current = type(job)._default_manager.select_for_update().get(pk=job.pk)
    if current.status == ImportStatus.CANCELLED:
        return current
    held = _held(job, version, *OPEN)
    held.status, held.rows, held.outcome, held.finished_at = ImportStatus.CANCELLED, [], [], timezone.now()
    held.claimed_until = None
    held.version += 1
    held.save(update_fields=["status", "rows", "outcome", "finished_at", "claimed_until", "version"])
    return held


@action(by=By.CLOCK)
def purge_imports(*, now: datetime) -> int:
    """Empty the files of more than thirty days old, and drop those nobody said yes to; return how many.

    Their lines hold addresses of people. That there was such a file, and what came of it, stays known.
    """
    return sum(_purge(kind.model, now) for kind in kinds())


def _purge(model: type[FileImport], now: datetime) -> int:
    old = model._default_manager.filter(created_at__lt=now - KEPT).exclude(status__in=BUSY)
    dropped = old.filter(status__in=OPEN).update(
        status=ImportStatus.CANCELLED, rows=[], outcome=[], finished_at=now, version=F("version") + 1
    )
    return dropped + old.exclude(rows=[]).update(rows=[])


def _held(job: FileImport, version: int, *statuses: ImportStatus) -> FileImport:
    """Return the import, locked, as long as it is as it was at `version`; raises Conflict."""
    current = job.held_at(version)
    if current.status not in statuses:
        raise Conflict(current.CHANGED)
    return current


def _wake(job: FileImport) -> None:
    """Wake the worker after commit; by name, for tasks stand above actions. If it sleeps on, the sweep finds the row.

    A short file is checked at once: whoever corrects one line need not wait for a worker.
    """
    if job.status == ImportStatus.WAITING and len(job.rows) <= AT_ONCE:
        transaction.on_commit(partial(run_import, type(job), job.pk), robust=True)
    else:
        args = [job._meta.label_lower, str(job.pk)]
        transaction.on_commit(partial(current_app.send_task, RUN_TASK, args=args), robust=True)
