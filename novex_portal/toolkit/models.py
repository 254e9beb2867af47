"""The outbox: mail that is owed, kept in PostgreSQL until it has really left."""

from django.db import models

from novex_portal.toolkit.ids import uuid7


class MailStatus(models.TextChoices):
    QUEUED = "queued", "Wacht op verzending"
    SENT = "sent", "Verstuurd"
    DEAD = "dead", "Mislukt"


class OutgoingMail(models.Model):
    """One mail to one address. Written in the transaction of its cause, sent by the worker."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dedupe_key = models.CharField("sleutel", max_length=200, unique=True)
    to = models.EmailField("aan")
    subject = models.CharField("onderwerp", max_length=300)
    text = models.TextField("tekst")
    html = models.TextField("opmaak", blank=True)
    # A mail with a secret link is emptied once it has left.
    wipe_after_sending = models.BooleanField("wissen na verzending", default=False)
    status = models.CharField(max_length=10, choices=MailStatus, default=MailStatus.QUEUED)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    error = models.CharField("fout", max_length=500, blank=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    next_try_at = models.DateTimeField("volgende poging", auto_now_add=True)
    claimed_until = models.DateTimeField("geclaimd tot", null=True, blank=True)
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)

    class Meta:
        verbose_name = "uitgaande mail"
        verbose_name_plural = "uitgaande mail"
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(status="queued"), name="mail_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} aan {self.to}"
