"""Work that is owed, kept in PostgreSQL until it is really done: mail in the outbox, and PDFs."""

from django.db import models

from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.states import follow


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


class PdfStatus(models.TextChoices):
    WAITING = "wacht", "Wacht op de PDF"
    RENDERING = "bezig", "PDF wordt gemaakt"
    READY = "klaar", "PDF staat klaar"
    FAILED = "mislukt", "PDF is niet gelukt"


follow(
    PdfStatus,
    {
        PdfStatus.WAITING: {PdfStatus.RENDERING},
        PdfStatus.RENDERING: {PdfStatus.WAITING, PdfStatus.READY, PdfStatus.FAILED},
        PdfStatus.FAILED: {PdfStatus.WAITING},
        PdfStatus.READY: set(),
    },
)


class PdfJob(models.Model):
    """What a row needs for the worker to make its PDF once; see `toolkit.printing`."""

    status = models.CharField(max_length=10, choices=PdfStatus, default=PdfStatus.WAITING)
    claimed_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    # How far the worker is, in words for whoever waits: "24 bladzijden opgemaakt".
    progress = models.CharField("voortgang", max_length=100, blank=True)
    error = models.CharField("fout", max_length=500, blank=True)
    pdf = models.FileField("PDF", upload_to="afdrukken/", blank=True)
    pdf_size = models.PositiveIntegerField("grootte in bytes", null=True, blank=True)
    pdf_sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    pdf_pages = models.PositiveIntegerField("bladzijden", null=True, blank=True)

    class Meta:
        abstract = True
