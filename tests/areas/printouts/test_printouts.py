"""A document somebody asks for on paper: asking once, waiting for it, who gets it, and when it goes."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.enums import Permission
from areas.models import Area, Membership, Printout, User
from areas.printouts.actions import DOUBLE_CLICK, MOST_UNDER_WAY, purge_printouts, request_printout, retry_printout
from areas.printouts.tasks import render_printout, render_waiting_printouts
from novex_portal.celery import app
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.problems import Problem
from tests.factories import make_printout

SignIn = Callable[[User], Client]
HTMX = {"HX-Request": "true"}
DOCUMENT = '<!doctype html><html lang="nl"><head><title>Proef</title></head><body><h1>Proef</h1></body></html>'


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def ask(user: User, area: Area | None, token: UUID | None = None) -> Printout:
    return request_printout(
        actor=user,
        area=area,
        need=Permission.VIEW_FACTSHEET,
        title="Factsheet",
        file_name="factsheet.pdf",
        html=DOCUMENT,
        stylesheet="css/print-document.css",
        token=token or uuid7(),
    )


def page_of(client: Client, printout: Printout, name: str = "printout", **headers: str) -> Any:
    return client.get(reverse(name, args=[printout.pk]), headers=headers)


def make_ready(printout: Printout, content: bytes = b"%PDF-1.7") -> Printout:
    printout.pdf.save(f"{printout.pk}-1.pdf", ContentFile(content), save=False)
    printout.status, printout.pdf_sha256, printout.pdf_size, printout.pdf_pages = PdfStatus.READY, "ab" * 32, 14, 3
    printout.save()
    return printout


def queued() -> int:
    with app.connection_for_read() as connection:
        return int(connection.default_channel.client.llen("celery"))


def test_asking_wakes_the_worker_once_the_transaction_is_in(
    area: Area, participant: User, django_capture_on_commit_callbacks: Any
) -> None:
    before = queued()
    with django_capture_on_commit_callbacks(execute=True):
        ask(participant, area)
    assert queued() == before + 1


def test_pressing_twice_gives_the_first_ones(area: Area, participant: User) -> None:
    token = uuid7()
    assert ask(participant, area, token) == ask(participant, area, token)
    assert Printout.objects.count() == 1


def test_pressing_again_after_a_while_gives_a_new_one(area: Area, participant: User) -> None:
    first = ask(participant, area, token := uuid7())
    Printout.objects.update(created_at=timezone.now() - DOUBLE_CLICK)
    assert ask(participant, area, token) != first


def test_token_of_another_is_refused(area: Area, participant: User, planner: User) -> None:
    token = uuid7()
    ask(planner, area, token)
    with pytest.raises(Problem, match="al gebruikt"):
        ask(participant, area, token)


def test_too_many_at_once_are_refused(area: Area, participant: User) -> None:
    for _ in range(MOST_UNDER_WAY):
        ask(participant, area)
    with pytest.raises(Problem, match="Wacht tot"):
        ask(participant, area)


def test_worker_makes_the_file(area: Area, participant: User) -> None:
    printout = ask(participant, area)
    render_printout(str(printout.pk))
    printout.refresh_from_db()
    assert (printout.status, printout.pdf_pages) == (PdfStatus.READY, 1)
    assert printout.pdf.read().startswith(b"%PDF-1.7")


def test_sweep_asks_for_what_waits_and_leaves_what_is_ready(area: Area, participant: User) -> None:
    make_printout(participant, area)
    make_ready(make_printout(participant, area))
    before = queued()
    render_waiting_printouts()
    assert queued() == before + 1


def test_failed_one_can_be_asked_for_again(area: Area, participant: User) -> None:
    printout = make_printout(participant, area, status=PdfStatus.FAILED, error="Mislukt.", attempts=3)
    retry_printout(printout=printout, actor=participant)
    printout.refresh_from_db()
    assert (printout.status, printout.error, printout.attempts) == (PdfStatus.WAITING, "", 0)


def test_ready_one_is_not_made_again(area: Area, participant: User) -> None:
    printout = make_ready(make_printout(participant, area))
    retry_printout(printout=printout, actor=participant)
    printout.refresh_from_db()
    assert printout.status == PdfStatus.READY


def test_old_ones_go_with_their_files(area: Area, participant: User, media: Path) -> None:
    old, fresh = (make_ready(make_printout(participant, area)) for _ in range(2))
    now = timezone.now()
    Printout.objects.filter(pk=old.pk).update(created_at=now - timedelta(days=7, minutes=1))
    assert purge_printouts(now=now) == 1
    assert [path.name for path in media.rglob("*.pdf")] == [f"{fresh.pk}-1.pdf"]
    assert list(Printout.objects.all()) == [fresh]


def test_file_no_printout_owns_goes(area: Area, participant: User, media: Path) -> None:
    default_storage.save(f"afdrukken/{uuid7()}-1.pdf", ContentFile(b"%PDF-half"))
    purge_printouts(now=timezone.now())
    assert list(media.rglob("*.pdf")) == []


def test_files_of_the_akkoord_stay(media: Path, db: None) -> None:
    default_storage.save(f"akkoorden/{uuid7()}-1.pdf", ContentFile(b"%PDF"))
    purge_printouts(now=timezone.now())
    assert len(list(media.rglob("*.pdf"))) == 1


def test_printout_of_another_does_not_exist(area: Area, planner: User, participant: User, signed_in: SignIn) -> None:
    printout = make_ready(make_printout(planner, area))
    client = signed_in(participant)
    for name in ("printout", "printout-status", "printout-pdf"):
        assert page_of(client, printout, name).status_code == 404
    assert client.post(reverse("printout-retry", args=[printout.pk])).status_code == 404


def test_who_lost_the_right_no_longer_gets_the_file(area: Area, planner: User, signed_in: SignIn) -> None:
    printout = make_ready(make_printout(planner, area))
    client = signed_in(planner)
    assert page_of(client, printout, "printout-pdf").status_code == 200
    Membership.objects.filter(user=planner).update(valid_until=timezone.localdate() - timedelta(days=1))
    assert page_of(client, printout, "printout-pdf").status_code == 404


def test_right_in_another_area_opens_nothing_of_this_one(area: Area, stranger: User, signed_in: SignIn) -> None:
    printout = make_ready(make_printout(stranger, area))
    assert page_of(signed_in(stranger), printout).status_code == 404


def test_one_across_areas_needs_the_right_anywhere(stranger: User, auditor: User, signed_in: SignIn) -> None:
    assert page_of(signed_in(stranger), make_printout(stranger)).status_code == 200
    assert page_of(signed_in(auditor), make_printout(auditor)).status_code == 404


def test_page_that_waits_tells_the_progress_and_asks_again(area: Area, planner: User, signed_in: SignIn) -> None:
    printout = make_printout(planner, area, status=PdfStatus.RENDERING, progress="24 bladzijden opgemaakt")
    page = page_of(signed_in(planner), printout).content.decode()
    assert "24 bladzijden opgemaakt" in page
    assert "every 2s" in page
    assert "Kijk of de PDF klaar is" in page


def test_page_stops_asking_and_says_so_when_the_file_is_there(area: Area, planner: User, signed_in: SignIn) -> None:
    printout = make_ready(make_printout(planner, area))
    part = page_of(signed_in(planner), printout, "printout-status", **HTMX).content.decode()
    assert "every 2s" not in part
    assert 'id="live"' in part
    assert "3 bladzijden" in part
    assert "ab" * 32 in part
    assert "<html" not in part


def test_status_without_htmx_leads_to_the_page(area: Area, planner: User, signed_in: SignIn) -> None:
    printout = make_printout(planner, area)
    response = page_of(signed_in(planner), printout, "printout-status")
    assert response["Location"] == reverse("printout", args=[printout.pk])


def test_failed_one_tells_why_and_offers_another_try(area: Area, planner: User, signed_in: SignIn) -> None:
    printout = make_printout(planner, area, status=PdfStatus.FAILED, error="Pango ontbreekt.")
    page = page_of(signed_in(planner), printout).content.decode()
    assert "Pango ontbreekt." in page
    assert reverse("printout-retry", args=[printout.pk]) in page


def test_file_has_its_name_and_checksum(area: Area, planner: User, signed_in: SignIn) -> None:
    printout = make_ready(make_printout(planner, area), b"%PDF-1.7 precies dit")
    response = page_of(signed_in(planner), printout, "printout-pdf")
    assert b"".join(response.streaming_content) == b"%PDF-1.7 precies dit"
    assert (response["ETag"], response["X-Content-Type-Options"]) == (f'"{"ab" * 32}"', "nosniff")
    assert response["Content-Disposition"] == 'inline; filename="factsheet.pdf"'


def test_file_one_has_is_not_sent_again(area: Area, planner: User, signed_in: SignIn) -> None:
    printout = make_ready(make_printout(planner, area))
    headers = {"If-None-Match": f'"{"ab" * 32}"'}
    assert page_of(signed_in(planner), printout, "printout-pdf", **headers).status_code == 304


@pytest.mark.parametrize("others", [1, 3])
def test_page_asks_the_same_number_of_queries_for_any_number_of_others(
    others: int, area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Any
) -> None:
    printout, client = make_printout(planner, area), signed_in(planner)
    for _ in range(others):
        make_printout(planner, area, title="Andere afdruk")
    with django_assert_num_queries(4):
        assert page_of(client, printout).content.decode().count("Andere afdruk") == others


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_same_number_of_queries_for_any_number(
    number: int, area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = signed_in(planner)
    for _ in range(number):
        make_printout(planner, area, title="Mijn afdruk")
    with django_assert_num_queries(3):
        assert client.get(reverse("printouts")).content.decode().count("Mijn afdruk") == number


def test_list_shows_ones_own_alone(area: Area, planner: User, participant: User, signed_in: SignIn) -> None:
    make_printout(participant, area, title="Van een ander")
    page = signed_in(planner).get(reverse("printouts")).content.decode()
    assert "Van een ander" not in page
    assert "U vroeg de laatste dagen geen PDF." in page
