"""The worker's side of an import, of any kind: claim it, check its lines, and after a yes write them once.

PostgreSQL is the truth. A worker may be killed at any moment: the claim then runs out and the next
sweep begins again, at most `MAX_ATTEMPTS` times. Writing is one transaction that ends with marking
the import as done, so that nothing is ever written by half or twice.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import pghistory
from celery.exceptions import SoftTimeLimitExceeded
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from areas.access import may
from areas.accounts.models.user import User
from areas.imports.enums import ImportStatus
from areas.imports.kinds import kind_for
from areas.imports.models import FileImport
from areas.imports.rules.plan import Action, Plan

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
SOFT_LIMIT, HARD_LIMIT = 560, 600
# Longer than the hard limit: whoever holds a claim that ran out is dead.
LEASE = timedelta(seconds=HARD_LIMIT + 10)
# So few lines are checked at once, in the request that brings them.
AT_ONCE = 200

WENT_WRONG = "Het verwerken van dit bestand is niet gelukt. Er is niets ingevoerd. Kies het bestand opnieuw."
TOO_LONG = "Het verwerken van dit bestand duurde te lang. Er is niets ingevoerd. Verdeel het over meer bestanden."

_RUNNING = {ImportStatus.WAITING: ImportStatus.CHECKING, ImportStatus.CONFIRMED: ImportStatus.WRITING}


class ClaimLost(Exception):
    """Somebody else took this import over; what was done here must not stay."""


def waiting_imports[Kind: FileImport](model: type[Kind]) -> QuerySet[Kind]:
    """Return the imports of a kind that wait for the worker and that nobody is working on."""
    abandoned = Q(status__in=_RUNNING.values(), claimed_until__lt=timezone.now())
    return model._default_manager.filter(Q(status__in=_RUNNING) | abandoned)


def give_up_on_hopeless(model: type[FileImport]) -> int:
    """Mark imports that took every attempt without an end as failed; return how many."""
    with pghistory.context(task="run_import"):
        hopeless = waiting_imports(model).filter(attempts__gte=MAX_ATTEMPTS)
        return hopeless.update(
            status=ImportStatus.FAILED, claimed_until=None, error=WENT_WRONG, finished_at=timezone.now()
        )


def run_import(model: type[FileImport], import_id: UUID | str) -> bool:
    """Check the lines of an import, or write them, whichever is its turn; return whether this call did.

    Never raises for a file that cannot be taken in: the reason is kept in the row, in Dutch.
    """
    with pghistory.context(task="run_import"):
        job = claim_import(model, import_id)
        if job is None:
            return False
        try:
            (check if job.status == ImportStatus.CHECKING else write)(job)
        except ClaimLost:
            return False
        except Exception as error:
            logger.exception("Import %s failed, attempt %s", job.pk, job.attempts)
            _give_back(job, error)
            return False
        return True


def claim_import[Kind: FileImport](model: type[Kind], import_id: UUID | str) -> Kind | None:
    """Take the import for one lease; None when it is done, taken, cancelled or out of attempts."""
    until = timezone.now() + LEASE
    for before, after in _RUNNING.items():
        mine = waiting_imports(model).filter(pk=import_id, status__in=[before, after], attempts__lt=MAX_ATTEMPTS)
        if mine.update(status=after, claimed_until=until, attempts=F("attempts") + 1, done_rows=0, error=""):
            found = model._default_manager.filter(pk=import_id, claimed_until=until)
            return found.select_related("area", "uploaded_by", "confirmed_by").first()
    return None


def check(job: FileImport) -> None:
    """Keep what every line would do. Writes nothing else."""
    kind = kind_for(type(job))
    with _progress_of(job) as progress:
        work = kind.begin(job, job.uploaded_by, job.rows, False)
        plans = work.plans(expected=None, progress=lambda share: progress(0.4 * share))
        work.warn(plans, lambda share: progress(0.4 + 0.6 * share))
    values = {row["number"]: row["values"] for row in job.rows}
    names = {number: cells.get(kind.columns.needed.key, "") for number, cells in values.items()}
    outcome = [plan.to_json(values[plan.number], name=names[plan.number]) for plan in plans]
    _finish(job, ImportStatus.CHECKED, outcome, version=F("version") + 1)


def write(job: FileImport) -> None:
    """Write every line that was shown as fit, as one: all of them, or nothing at all.

    A line that by now would do something else than was shown is held back, and said so.
    """
    actor, kind = job.confirmed_by, kind_for(type(job))
    if actor is None or not may(actor, job.area, kind.need):
        _finish(job, ImportStatus.FAILED, job.outcome, error=kind.words.no_longer)
        return
    shown = {line["number"]: line for line in job.outcome}
    rows = [row for row in job.rows if shown[row["number"]]["action"] != Action.ERROR]
    with _as_import_of(job, actor), _progress_of(job) as progress, transaction.atomic():
        work = kind.begin(job, actor, rows, True)
        expected = {number: line.get("mark", "") for number, line in shown.items()}
        plans = work.plans(expected=expected, progress=lambda share: progress(0.5 * share))
        work.write([plan for plan in plans if plan.is_fit], lambda share: progress(0.5 + 0.5 * share))
        done = {plan.number: plan for plan in plans}
        outcome = [_done(line, done.get(line["number"])) for line in job.outcome]
        _finish(job, ImportStatus.DONE, outcome, rows=[])


def _done(shown: dict[str, Any], plan: Plan | None) -> dict[str, Any]:
    """Return what became of a line: as shown, or what is the matter now."""
    if plan is None or plan.is_fit:
        return {key: value for key, value in shown.items() if key not in {"mark", "warnings"}}
    if plan.errors:
        plan.words, plan.errors, plan.held = [text for _column, text in plan.errors], [], True
    return plan.to_json({})


def _finish(job: FileImport, status: ImportStatus, outcome: list[dict[str, Any]], **fields: Any) -> None:
    """Mark the import, as long as it is still ours; raises ClaimLost."""
    counts = Counter(line["action"] for line in outcome)
    kept = {key: job.counts[key] for key in ("ignored",) if key in job.counts}
    is_end = status in {ImportStatus.DONE, ImportStatus.FAILED}
    done = _mine(job).update(
        status=status,
        outcome=outcome,
        counts={**kept, "total": len(outcome), **counts},
        done_rows=len(outcome),
        claimed_until=None,
        attempts=0,
        finished_at=timezone.now() if is_end else None,
        **fields,
    )
    if not done:
        raise ClaimLost


def _mine(job: FileImport) -> QuerySet[FileImport]:
    """Return the row as long as this attempt is still the current one."""
    return type(job)._default_manager.filter(
        pk=job.pk, status=job.status, attempts=job.attempts, claimed_until=job.claimed_until
    )


def _give_back(job: FileImport, error: Exception) -> None:
    """Leave the import to the next sweep, or fail it when trying again can bring nothing."""
    too_long = isinstance(error, SoftTimeLimitExceeded)
    if too_long or job.attempts >= MAX_ATTEMPTS:
        words = TOO_LONG if too_long else WENT_WRONG
        _mine(job).update(status=ImportStatus.FAILED, claimed_until=None, error=words, finished_at=timezone.now())
        return
    before = next(status for status, running in _RUNNING.items() if running == job.status)
    # Somebody else made one of the names just now: the next attempt finds it there, and need not wait.
    _mine(job).update(status=before, claimed_until=None)
    if isinstance(error, IntegrityError):
        run_import(type(job), job.pk)


def _as_import_of(job: FileImport, actor: User) -> Any:
    words = kind_for(type(job)).words
    return pghistory.context(user=str(actor.pk), action=words.action, **{str(job._meta.model_name): str(job.pk)})


@contextmanager
def _progress_of(job: FileImport) -> Iterator[Callable[[float], None]]:
    """Give a function that tells whoever waits how far the work is, from 0 to 1.

    On a connection of its own: what a transaction writes is seen by nobody until it ends.
    """
    total = len(job.rows)
    if total <= AT_ONCE:
        yield lambda share: None
        return
    aside = connection.copy()

    def tell(share: float) -> None:
        with aside.cursor() as cursor:
            cursor.execute(
                f"UPDATE {job._meta.db_table} SET done_rows = %s WHERE id = %s AND claimed_until = %s",  # noqa: S608  our own
                [int(share * total), job.pk, job.claimed_until],
            )

    try:
        yield tell
    finally:
        aside.close()
