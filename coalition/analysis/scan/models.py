"""The samenwerkingsscan: what is asked, when it was measured, who was asked, and what they answered."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Area, Organisation
from coalition.analysis.scan.enums import QuestionnaireStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned

_IN_USE = models.Q(status=QuestionnaireStatus.IN_USE)
_DRAFT = models.Q(status=QuestionnaireStatus.DRAFT)


@pghistory.track()
class ScanQuestionnaire(Versioned):
    """A version of the questions; without an area it is the portal's own. Only a draft changes."""

    CHANGED = "Iemand anders heeft deze vragenlijst intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, null=True, blank=True, related_name="scan_questionnaires")
    title = models.CharField("titel", max_length=150)
    number = models.PositiveSmallIntegerField("versienummer")
    status = models.CharField("stand", max_length=20, choices=QuestionnaireStatus, default=QuestionnaireStatus.DRAFT)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="scan_questionnaires"
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="area", words=("title",), accounts=("created_by",))

    class Meta:
        verbose_name = "vragenlijst van de samenwerkingsscan"
        verbose_name_plural = "vragenlijsten van de samenwerkingsscan"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["area", "number"], nulls_distinct=False, name="scan_questionnaire_once"),
            models.UniqueConstraint(
                fields=["area"], condition=_IN_USE, nulls_distinct=False, name="scan_questionnaire_one_in_use"
            ),
            models.UniqueConstraint(
                fields=["area"], condition=_DRAFT, nulls_distinct=False, name="scan_questionnaire_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, versie {self.number}"


@pghistory.track()
class ScanDimension(models.Model):
    """One side of working together, with its questions; two measurements are compared by its name."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    questionnaire = models.ForeignKey(ScanQuestionnaire, on_delete=models.CASCADE, related_name="dimensions")
    name = models.CharField("onderdeel", max_length=80)
    explanation = models.TextField("uitleg", blank=True)
    rank = models.PositiveSmallIntegerField("volgorde")

    kept = Kept(area="questionnaire__area", harmless=("name", "explanation"))

    class Meta:
        verbose_name = "onderdeel van de samenwerkingsscan"
        verbose_name_plural = "onderdelen van de samenwerkingsscan"
        ordering = ["rank", "id"]
        constraints = [models.UniqueConstraint(fields=["questionnaire", "name"], name="scan_dimension_once")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class ScanQuestion(models.Model):
    """A statement with which a party agrees from 1 (not at all) to 5 (fully)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dimension = models.ForeignKey(ScanDimension, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField("stelling", max_length=300)
    rank = models.PositiveSmallIntegerField("volgorde")

    kept = Kept(area="dimension__questionnaire__area", harmless=("text",))

    class Meta:
        verbose_name = "stelling van de samenwerkingsscan"
        verbose_name_plural = "stellingen van de samenwerkingsscan"
        ordering = ["rank", "id"]

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class CooperationScan(Once):
    """One measurement in an area: the same questions to several parties, open until a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="cooperation_scans")
    questionnaire = models.ForeignKey(ScanQuestionnaire, on_delete=models.PROTECT, related_name="scans")
    title = models.CharField("titel", max_length=150)
    opened_on = models.DateField("geopend op")
    closes_on = models.DateField("in te vullen tot en met")
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="cooperation_scans"
    )

    kept = Kept(area="area", words=("title",), accounts=("created_by",))

    class Meta:
        verbose_name = "samenwerkingsscan"
        verbose_name_plural = "samenwerkingsscans"
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opened_on")), name="scan_closes_after_opening"
            )
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track(exclude=["token_hash"])
class ScanInvitation(Versioned):
    """A party that is asked to fill in a scan; it answers once, and may change that until the scan is closed."""

    CHANGED = "Iemand anders van uw organisatie heeft intussen ook iets ingevuld."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scan = models.ForeignKey(CooperationScan, on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="scan_invitations")
    role = models.CharField("rol", max_length=150, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    # SHA-256 of the link; empty as long as nobody asked for one.
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    # Set once every question has an answer: only then it counts.
    answered_at = models.DateTimeField("ingevuld op", null=True, blank=True)
    revoked_at = models.DateTimeField("ingetrokken op", null=True, blank=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(
        area="scan__area",
        names=("email",),
        words=("role",),
        parties=("organisation",),
        harmless=("token_hash",),
        noun=("samenwerkingsscan", "samenwerkingsscans"),
        binds=models.Q(revoked_at=None),
    )

    class Meta:
        verbose_name = "uitnodiging voor de samenwerkingsscan"
        verbose_name_plural = "uitnodigingen voor de samenwerkingsscan"
        constraints = [
            models.UniqueConstraint(
                fields=["scan", "organisation"],
                condition=models.Q(revoked_at__isnull=True),
                name="scan_invitation_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.scan}"


@pghistory.track()
class ScanAnswer(models.Model):
    """What a party answered to one question; without a score it does not know."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    invitation = models.ForeignKey(ScanInvitation, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(ScanQuestion, on_delete=models.PROTECT, related_name="answers")
    score = models.PositiveSmallIntegerField("score", null=True, blank=True)
    reasoning = models.TextField("toelichting", blank=True)

    kept = Kept(area="invitation__scan__area", words=("reasoning",))

    class Meta:
        verbose_name = "antwoord op de samenwerkingsscan"
        verbose_name_plural = "antwoorden op de samenwerkingsscan"
        constraints = [
            models.UniqueConstraint(fields=["invitation", "question"], name="scan_answer_once"),
            models.CheckConstraint(
                condition=models.Q(score__isnull=True) | models.Q(score__range=(1, 5)), name="scan_score_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.score or 'onbekend'}"
