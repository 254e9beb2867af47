"""A version's PDF is made once, whatever happens to the workers."""

import hashlib
import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from areas.models import Area, User
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.versions.actions import freeze_version, retry_version
from coalition.agreement.versions.rendering import give_up_on_hopeless, render_version
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Agreement, AgreementVersion
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.pdf.printing import MAX_ATTEMPTS, NEVER_FINISHED, WENT_WRONG, claim
from tests.coalition.agreement.ambitions.test_ambitions import make_article as write_article
from tests.coalition.agreement.documents import make_article, make_text, pages_of
from tests.factories import make_conversation, make_statement


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


@pytest.fixture
def version(agreement: Agreement, planner: User) -> AgreementVersion:
    return AgreementVersion.objects.create(
        agreement=agreement,
        number=1,
        frozen_by=planner,
        frozen_at=timezone.now(),
        snapshot=make_text(make_article()).to_json(),
    )


def claimed_by_a_dead_worker(version: AgreementVersion, attempts: int = 1) -> None:
    past = timezone.now() - timedelta(seconds=1)
    change(version, status=PdfStatus.RENDERING, claimed_until=past, attempts=attempts)


def change(version: AgreementVersion, **fields: Any) -> None:
    AgreementVersion.objects.filter(pk=version.pk).update(**fields)


def files(media: Path) -> list[str]:
    return sorted(path.name for path in media.rglob("*.pdf"))


def test_rendering_stores_the_file_with_its_checksum(version: AgreementVersion) -> None:
    assert render_version(version.pk)
    version.refresh_from_db()
    content = version.pdf.read()
    assert version.status == PdfStatus.READY
    assert version.pdf_sha256 == hashlib.sha256(content).hexdigest()
    assert (version.pdf_size, version.pdf_pages) == (len(content), len(pages_of(content)))


def test_rendering_again_changes_nothing(version: AgreementVersion, media: Path) -> None:
    render_version(version.pk)
    before = AgreementVersion.objects.values().get()
    assert not render_version(version.pk)
    assert AgreementVersion.objects.values().get() == before
    assert len(files(media)) == 1


def test_version_that_kills_every_worker_fails_in_the_end(version: AgreementVersion) -> None:
    claimed_by_a_dead_worker(version, attempts=MAX_ATTEMPTS)
    assert not render_version(version.pk)
    assert give_up_on_hopeless() == 1
    version.refresh_from_db()
    assert (version.status, version.error) == (PdfStatus.FAILED, NEVER_FINISHED)


def test_failure_is_told_in_dutch_and_tried_again(version: AgreementVersion) -> None:
    broken = make_broken(version)
    assert not render_version(broken.pk)
    broken.refresh_from_db()
    assert (broken.status, broken.error, broken.attempts) == (PdfStatus.WAITING, WENT_WRONG, 1)


def test_failed_version_can_be_asked_for_again(version: AgreementVersion, planner: User) -> None:
    change(version, status=PdfStatus.FAILED, attempts=MAX_ATTEMPTS, error=WENT_WRONG)
    retry_version(version=version, actor=planner)
    assert render_version(version.pk)


def test_progress_may_change_while_the_pdf_is_made_and_leaves_no_history(version: AgreementVersion) -> None:
    claim(AgreementVersion, version.pk)
    before = version.events.count()
    change(version, progress="24 bladzijden opgemaakt")
    assert version.events.count() == before


def test_ready_version_cannot_be_changed(version: AgreementVersion) -> None:
    render_version(version.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        change(version, pdf_sha256="0" * 64)


def test_confidential_words_are_nowhere_in_the_file(
    agreement: Agreement, planner: User, media: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, logger="weasyprint")
    conversation = make_conversation(
        planner, agreement.area, confidentiality=Confidentiality.CONFIDENTIAL, report="KANARIE verslag"
    )
    statement = make_statement(conversation, position="KANARIE standpunt", interest="KANARIE belang")
    write_article(agreement.area, planner, statements=[statement])
    frozen = freeze_version(agreement=agreement, actor=planner)
    assert render_version(frozen.pk)
    text = " ".join(pages_of(next(media.rglob("*.pdf")).read_bytes()))
    assert "1 uitspraak uit 1 gesprek" in text
    assert "KANARIE" not in text
    assert caplog.messages == []


def make_broken(version: AgreementVersion) -> AgreementVersion:
    """Give a version whose frozen text this code cannot read."""
    return AgreementVersion.objects.create(
        agreement=version.agreement,
        number=2,
        frozen_by=version.frozen_by,
        frozen_at=timezone.now(),
        snapshot={"format": 99},
    )
