"""What the worker is asked to do for versions of the akkoord."""

from pathlib import Path
from typing import Any

import pytest

from areas.models import Area, User
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.tasks import render_version, render_waiting_versions
from coalition.models import AgreementVersion
from novex_portal.celery import app
from novex_portal.toolkit.models import PdfStatus
from tests.coalition.agreement.ambitions.test_ambitions import make_article


@pytest.fixture
def version(area: Area, planner: User, settings: Any, tmp_path: Path) -> AgreementVersion:
    settings.MEDIA_ROOT = tmp_path
    article = make_article(area, planner)
    return freeze_version(agreement=article.chapter.agreement, actor=planner)


def queued() -> int:
    with app.connection_for_read() as connection:
        return int(connection.default_channel.client.llen("celery"))


def test_task_makes_the_pdf(version: AgreementVersion) -> None:
    render_version(str(version.pk))
    version.refresh_from_db()
    assert version.status == PdfStatus.READY


def test_sweep_asks_for_a_version_that_waits(version: AgreementVersion) -> None:
    before = queued()
    render_waiting_versions()
    assert queued() == before + 1


def test_sweep_leaves_a_version_that_is_ready(version: AgreementVersion) -> None:
    render_version(str(version.pk))
    before = queued()
    render_waiting_versions()
    assert queued() == before
