"""What the worker does with files of parties."""

from celery import shared_task

from areas.imports import running as importing


@shared_task(soft_time_limit=importing.SOFT_LIMIT, time_limit=importing.HARD_LIMIT)
def run_party_import(import_id: str) -> None:
    """Check or write one file with parties, whichever is its turn; doing it twice does it once."""
    importing.run_import(import_id)


@shared_task
def run_waiting_imports() -> None:
    """Find files that wait: brought while the queue was down, or left by a killed worker."""
    importing.give_up_on_hopeless()
    for import_id in importing.waiting_imports().values_list("pk", flat=True):
        run_party_import.delay(str(import_id))
