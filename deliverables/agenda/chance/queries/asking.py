"""Having the worker reckon what a page asks for; nothing is written here."""

from collections.abc import Iterable
from functools import partial

from celery import current_app
from django.core.cache import cache
from django.db import transaction

from deliverables.agenda.chance.queries.chances import Question

RECKON_TASK = "deliverables.agenda.chance.tasks.reckon"
_PATIENCE = 15
"""Seconds in which who asks again wakes the worker no second time."""


def wake_reckoning(questions: Iterable[Question]) -> None:
    """Have the worker answer what is not answered yet; writes nothing. Who asks again at once wakes nobody."""
    for question in questions:
        if question.waits and cache.add(f"kans:{question.row.pk}:{question.asked}", 1, timeout=_PATIENCE):
            send = partial(current_app.send_task, RECKON_TASK, args=[str(question.row.pk)])
            transaction.on_commit(send, robust=True)
