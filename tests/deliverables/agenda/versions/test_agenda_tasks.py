"""What the worker is asked to do for versions of the agenda."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection

from areas.models import Area, User
from deliverables.agenda.versions.actions import freeze_agenda
from deliverables.agenda.versions.models import AgendaVersion
from deliverables.agenda.versions.rendering import render_agenda_version as render
from deliverables.agenda.versions.tasks import render_agenda_version, render_waiting_agendas
from novex_portal.celery import app
from novex_portal.toolkit.models import PdfStatus
from tests.deliverables.agenda.factories import make_measure


@pytest.fixture
def version(db: None, area: Area, planner: User, settings: Any, tmp_path: Path) -> AgendaVersion:
    settings.MEDIA_ROOT = tmp_path
    make_measure(area, "W01")
    return freeze_agenda(area=area, actor=planner)


def queued() -> int:
    with app.connection_for_read() as queue:
        return int(queue.default_channel.client.llen("celery"))


def test_task_makes_the_pdf_once(version: AgendaVersion) -> None:
    render_agenda_version(str(version.pk))
    version.refresh_from_db()
    assert version.status == PdfStatus.READY
    assert version.pdf.read().startswith(b"%PDF-")
    assert not render(version.pk)


def test_sweep_asks_for_a_version_that_waits_and_leaves_one_that_is_ready(version: AgendaVersion) -> None:
    before = queued()
    render_waiting_agendas()
    assert queued() == before + 1
    render_agenda_version(str(version.pk))
    render_waiting_agendas()
    assert queued() == before + 1


def test_sweep_gives_up_on_a_version_that_took_every_attempt(version: AgendaVersion) -> None:
    AgendaVersion.objects.filter(pk=version.pk).update(attempts=3)
    render_waiting_agendas()
    version.refresh_from_db()
    assert version.status == PdfStatus.FAILED


def test_beat_sweeps() -> None:
    tasks = {entry["task"] for entry in django_settings.CELERY_BEAT_SCHEDULE.values()}
    assert "deliverables.agenda.versions.tasks.render_waiting_agendas" in tasks


@pytest.mark.django_db(transaction=True)
def test_two_who_freeze_at_once_get_two_versions_in_one_chain(area: Area, planner: User) -> None:
    make_measure(area, "W01")
    barrier = Barrier(2)

    def freeze() -> None:
        barrier.wait()
        try:
            freeze_agenda(area=area, actor=planner)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for result in [pool.submit(freeze) for _ in range(2)]:
            result.result()
    first, second = AgendaVersion.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert second.previous_sha256 == first.sha256
