"""What the worker does with files that are brought."""

from celery import shared_task

from areas.imports import running as importing
from areas.imports.kinds import kind_called, kinds


@shared_task(soft_time_limit=importing.SOFT_LIMIT, time_limit=importing.HARD_LIMIT)
def run_file_import(label: str, import_id: str) -> None:
    """Check or write one file of the kind with this label, whichever is its turn; doing it twice does it once."""
    importing.run_import(kind_called(label).model, import_id)


@shared_task
def run_waiting_imports() -> None:
    """Find files that wait: brought while the queue was down, or left by a killed worker."""
    for kind in kinds():
        importing.give_up_on_hopeless(kind.model)
        for import_id in importing.waiting_imports(kind.model).values_list("pk", flat=True):
            run_file_import.delay(kind.model._meta.label_lower, str(import_id))
