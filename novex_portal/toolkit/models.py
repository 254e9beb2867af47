"""What rows of any app may be: changed by several people, made once, or work that is owed until it is done."""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Self
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import follow

__all__ = ["MailStatus", "Once", "OutgoingMail", "PdfJob", "PdfStatus", "StoredFile", "Versioned", "link_exactly"]


class Versioned(models.Model):
    """A row that several people change: who saves says which version they read, and never undoes another's work.

    `CHANGED` is what the second one hears; beside it the page shows both texts.
    """

    CHANGED: ClassVar[str] = "Iemand anders heeft dit intussen gewijzigd."

    version = models.PositiveIntegerField("versie", default=1)

    class Meta:
        abstract = True

    def write_over(self, version: int | None, **values: object) -> None:
        """Write these values as the next version, unless somebody saved since `version` was read: then Conflict.

        From here on the row is this transaction's; what is in the database is read back.
        """
        mine = type(self)._default_manager.filter(pk=self.pk, version=version or 0)
        moments = {field.name: timezone.now() for field in self._meta.fields if getattr(field, "auto_now", False)}
        if not mine.update(**values, **moments, version=models.F("version") + 1):
            raise Conflict(self.CHANGED)
        self.refresh_from_db()

    def held_at(self, version: int | None) -> Self:
        """Return the row as it was at `version`, held until the transaction ends; raises Conflict when it is not."""
        held = type(self)._default_manager.select_for_update(no_key=True).filter(pk=self.pk, version=version or 0)
        row: Self | None = held.first()
        if row is None:
            raise Conflict(self.CHANGED)
        return row

    def require_version(self, version: int | None) -> None:
        """Raise Conflict when this row, as it was just read, is no longer what somebody read at `version`."""
        if self.version != version:
            raise Conflict(self.CHANGED)

    @classmethod
    def declare(
        cls,
        version: int | None,
        of: Mapping[str, object],
        *,
        along: Mapping[str, object] | None = None,
        **values: object,
    ) -> Self:
        """Write `values` in the one row that is `of` this; `version` is the one that was read, 0 when there was none.

        The same values once more change nothing; what is written `along` with them is no reason to write.
        Raises Conflict when somebody wrote it since.
        """
        along = along or {}
        row: Self | None = cls._default_manager.filter(**of).first()
        if row and all(getattr(row, name) == value for name, value in values.items()):
            return row
        if version:
            row = row or cls(**of)  # taken away meanwhile: nothing will be written over
            row.write_over(version, **values, **along)
            return row
        try:
            with transaction.atomic():
                return cls._default_manager.create(**of, **values, **along)
        except IntegrityError as error:
            raise Conflict(cls.CHANGED) from error


class Once(models.Model):
    """A row made by a form that can be sent twice: the token in that form makes one."""

    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)

    class Meta:
        abstract = True

    @classmethod
    def made_with(cls, token: UUID | None, **by: models.Model) -> Self | None:
        """Return what this token made before, if anything. Raises Problem when it was not made `by` the same."""
        made: Self | None = cls._default_manager.filter(submission_token=token).first() if token else None
        if made and any(getattr(made, f"{name}_id") != one.pk for name, one in by.items()):
            raise Problem("Dit formulier is al gebruikt. Open het opnieuw.")
        return made


def link_exactly(model: type[models.Model], of: Mapping[str, models.Model], **wanted: Iterable[object]) -> None:
    """Let the rows that are `of` something be one for each that is wanted; what is there already stays as it is.

    `wanted` is one field with its rows or values: `link_exactly(SeatFunction, {"seat": seat}, function=chosen)`.
    """
    ((name, values),) = wanted.items()
    keys = list(dict.fromkeys(value.pk if isinstance(value, models.Model) else value for value in values))
    links = model._default_manager.filter(**of)
    links.exclude(**{f"{name}__in": keys}).delete()
    there = set(links.values_list(name, flat=True))
    column = f"{name}_id" if model._meta.get_field(name).is_relation else name
    model._default_manager.bulk_create(model(**of, **{column: key}) for key in keys if key not in there)


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

    kept = Kept(names=("to",), words=("subject", "text", "html"), harmless=("dedupe_key", "error"))

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
