"""Laying a frozen version before the parties: the question, until when, and what each of them answers."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Organisation
from coalition.agreement.versions.models import AgreementVersion
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class Consultation(models.Model):
    """One version open for reactions, until the end of a day or until it is closed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.OneToOneField(AgreementVersion, on_delete=models.PROTECT, related_name="consultation")
    question = models.TextField("vraag")
    deadline = models.DateField("reageren tot en met")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consultations", verbose_name="geopend door"
    )
    opened_at = models.DateTimeField("geopend op", auto_now_add=True)
    closed_at = models.DateTimeField("gesloten op", null=True, blank=True)

    kept = Kept(area="version__agreement__area", words=("question",), accounts=("opened_by",))

    class Meta:
        verbose_name = "consultatie"
        verbose_name_plural = "consultaties"

    def __str__(self) -> str:
        return f"Consultatie van {self.version}"


@pghistory.track(exclude=["token_hash"])
class ConsultationReply(Versioned):
    """What one party is asked and answers, as a member or by a link; it may change its answer until the last day."""

    CHANGED = "Iemand van uw organisatie reageerde intussen ook. Lees wat er nu staat."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="replies")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="consultation_replies")
    email = models.EmailField("e-mailadres", blank=True)
    # SHA-256 of the link: the link itself is kept nowhere. Empty when none was made.
    token_hash = models.CharField(max_length=64, blank=True, editable=False)
    answer = models.TextField("reactie", blank=True)
    # The id of an article in the frozen text, and what the party says of it.
    remarks = models.JSONField("reacties per artikel", default=dict, blank=True)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True,
        related_name="consultation_replies", verbose_name="beantwoord door",
    )  # fmt: skip
    reminded_on = models.DateField("herinnerd op", null=True, blank=True)

    kept = Kept(
        area="consultation__version__agreement__area",
        names=("email",),
        words=("answer", "remarks"),
        accounts=("answered_by",),
        parties=("organisation",),
        harmless=("token_hash",),
        noun=("reactie in een consultatie", "reacties in consultaties"),
    )

    class Meta:
        verbose_name = "reactie in een consultatie"
        verbose_name_plural = "reacties in consultaties"
        constraints = [
            models.UniqueConstraint(fields=["consultation", "organisation"], name="consultation_reply_once"),
            models.UniqueConstraint(
                fields=["token_hash"], condition=~models.Q(token_hash=""), name="consultation_link_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Reactie van {self.organisation}"
