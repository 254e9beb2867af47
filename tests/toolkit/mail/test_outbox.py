"""The outbox: nothing is lost, nothing is sent twice, and what fails says why."""

import smtplib
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from novex_portal.toolkit.mail.outbox import (
    LEASE,
    MAX_ATTEMPTS,
    deliver_due,
    explain,
    queue_mail,
    retry_mail,
    wake_sender,
)
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.problems import Problem
from tests.smtp import MailServer, mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    with mail_server() as told:
        settings.MAILERS = told.mailers
        yield told


def owe(key: str = "reden", **fields: Any) -> OutgoingMail:
    values = {"to": "lid@example.org", "subject": "Nog 14 dagen", "text": "Dag", **fields}
    queue_mail(dedupe_key=key, **values)
    return OutgoingMail.objects.get(dedupe_key=key)


def time_passes(**fields: Any) -> None:
    """Make every waiting mail due again, as minutes of waiting would."""
    OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(seconds=1), **fields)


def test_queued_mail_is_sent_and_marked(server: MailServer) -> None:
    mail = owe(html="<p>Dag</p>")
    assert deliver_due().sent == 1
    mail.refresh_from_db()
    assert (mail.status, mail.attempts, mail.claimed_until) == (MailStatus.SENT, 1, None)
    assert server.taken[0]["To"] == "lid@example.org"
    assert [part.get_content_type() for part in server.taken[0].iter_parts()] == ["text/plain", "text/html"]


def test_one_cause_gives_one_mail(server: MailServer) -> None:
    owe("zelfde")
    owe("zelfde", subject="Anders")
    deliver_due()
    assert [mail["Subject"] for mail in server.taken] == ["Nog 14 dagen"]


def test_mail_leaves_only_when_its_cause_is_committed(server: MailServer) -> None:
    with transaction.atomic():
        owe()
        transaction.set_rollback(True)
    assert deliver_due().sent == 0
    assert not OutgoingMail.objects.exists()


def test_sent_mail_is_not_sent_again(server: MailServer) -> None:
    owe()
    deliver_due()
    deliver_due()
    assert len(server.taken) == 1


def test_message_id_is_the_same_at_every_try(server: MailServer) -> None:
    mail = owe()
    deliver_due()
    OutgoingMail.objects.update(status=MailStatus.QUEUED)
    deliver_due()
    first, second = server.message_ids()
    assert first == second
    assert str(mail.pk) in first


def test_unreachable_server_means_try_again_later(settings: Any) -> None:
    with mail_server() as gone:
        settings.MAILERS = gone.mailers
    mail = owe()
    assert deliver_due().failed == 1
    mail.refresh_from_db()
    assert mail.status == MailStatus.QUEUED
    assert mail.error == "De mailserver is niet bereikbaar (ConnectionRefusedError)."


def test_tries_come_after_1_5_30_and_120_minutes_and_then_stop(server: MailServer) -> None:
    server.refusal = "451 later"
    mail = owe()
    waits = []
    for _ in range(MAX_ATTEMPTS):
        before = timezone.now()
        deliver_due()
        mail.refresh_from_db()
        waits.append(round((mail.next_try_at - before).total_seconds() / 60))
        time_passes()
    assert waits[:4] == [1, 5, 30, 120]
    assert mail.status == MailStatus.DEAD


def test_failing_mail_waits_and_does_not_hold_up_the_next(server: MailServer) -> None:
    owe("eerste", to="geen adres")
    owe("tweede")
    done = deliver_due()
    assert (done.sent, done.dead) == (1, 1)


def test_refusal_for_good_is_dead_at_once(server: MailServer) -> None:
    server.refusal = "550 5.1.1 no such user"
    mail = owe()
    deliver_due()
    mail.refresh_from_db()
    assert (mail.status, mail.attempts) == (MailStatus.DEAD, 1)
    assert "550: 5.1.1 no such user" in mail.error


def test_our_own_wrong_password_is_not_for_good(server: MailServer) -> None:
    reason = explain(smtplib.SMTPAuthenticationError(535, b"user portaal wrong password geheim"))
    assert reason == "De mailserver weigert de inloggegevens van het portaal (535)."


def test_reason_holds_no_link_and_no_password(server: MailServer, settings: Any) -> None:
    settings.MAILERS["default"]["OPTIONS"]["password"] = "zeergeheim"
    error = smtplib.SMTPDataError(554, b"spam: https://portaal.example/uitnodiging/abc\nzeergeheim")
    assert explain(error) == "De mailserver weigert het bericht (554: spam: [link] …)."


def test_secret_mail_is_emptied_once_it_left(server: MailServer) -> None:
    mail = owe(text="link", html="<p>link</p>", wipe_after_sending=True)
    deliver_due()
    mail.refresh_from_db()
    assert (mail.text, mail.html) == ("", "")
    assert server.taken[0].get_body(("plain",)).get_content().strip() == "link"


def test_secret_mail_that_died_is_emptied_and_stays_dead(server: MailServer) -> None:
    server.refusal = "550 no"
    mail = owe(wipe_after_sending=True)
    deliver_due()
    with pytest.raises(Problem):
        retry_mail(mail)


def test_dead_mail_gets_its_tries_back(server: MailServer) -> None:
    server.refusal = "550 no"
    mail = owe()
    deliver_due()
    server.refusal = ""
    retry_mail(mail)
    assert deliver_due().sent == 1


def test_claimed_mail_is_left_alone_until_the_claim_runs_out(server: MailServer) -> None:
    owe()
    OutgoingMail.objects.update(claimed_until=timezone.now() + LEASE)
    assert deliver_due().sent == 0
    time_passes(claimed_until=timezone.now() - timedelta(seconds=1))
    assert deliver_due().sent == 1


def test_mail_that_kills_its_worker_every_time_dies_too(server: MailServer) -> None:
    mail = owe()
    OutgoingMail.objects.update(attempts=MAX_ATTEMPTS, claimed_until=timezone.now() - timedelta(seconds=1))
    assert deliver_due().dead == 1
    mail.refresh_from_db()
    assert mail.error == "De verzending is telkens afgebroken."


def test_line_end_in_the_subject_cannot_add_a_header(server: MailServer) -> None:
    owe(subject="Dag\r\nBcc: ander@example.org")
    deliver_due()
    assert server.taken[0]["Bcc"] is None
    assert server.taken[0]["Subject"] == "Dag Bcc: ander@example.org"


@pytest.mark.django_db(transaction=True)
def test_workers_at_once_send_each_mail_once(server: MailServer) -> None:
    for number in range(40):
        owe(f"reden {number}")

    def work() -> None:
        deliver_due()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(server.taken) == len(set(server.message_ids())) == 40


def test_nobody_waits_for_a_broker_that_is_down(settings: Any) -> None:
    from novex_portal.celery import app

    working, app.conf.broker_url = app.conf.broker_url, "redis+socket:///tmp/geen-broker.sock"
    began = time.monotonic()
    try:
        wake_sender()
    finally:
        app.conf.broker_url = working
    assert time.monotonic() - began < 3
