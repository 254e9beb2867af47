"""How far each party is with an agreement: which of its bodies decided what and when, and under which reservation."""

import pghistory
from django.db import models

from areas.models import Organisation
from coalition.agreement.document.enums import PartyStatus
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.arrangement.agreements.enums import DECIDED
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class AgreementStance(Versioned, Once):
    """Where one body of a party is with an agreement. A letter goes with a reservation, never without its words."""

    CHANGED = "Iemand anders heeft de stand van deze partij intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(ReciprocalAgreement, on_delete=models.CASCADE, related_name="stances")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreement_stances")
    body = models.CharField("orgaan", max_length=100)
    status = models.CharField("stand", max_length=20, choices=PartyStatus, default=PartyStatus.DRAFT)
    expected_on = models.DateField("verwacht op", null=True, blank=True)
    decided_on = models.DateField("besloten op", null=True, blank=True)
    reservation = models.TextField("voorbehoud", blank=True)
    letter = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="agreement_stances"
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="agreement__area",
        words=("body", "reservation"),
        parties=("organisation",),
        noun=("stand bij een wederkerige afspraak", "standen bij wederkerige afspraken"),
    )

    class Meta:
        verbose_name = "stand bij een wederkerige afspraak"
        verbose_name_plural = "standen bij wederkerige afspraken"
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "organisation", "body"], name="agreement_stance_once"),
            models.CheckConstraint(condition=~models.Q(body=""), name="stance_says_which_body"),
            models.CheckConstraint(
                condition=~models.Q(status__in=DECIDED) | models.Q(decided_on__isnull=False),
                name="decided_stance_has_its_day",
            ),
            models.CheckConstraint(
                condition=models.Q(letter=None) | ~models.Q(reservation=""), name="letter_goes_with_a_reservation"
            ),
            models.CheckConstraint(
                condition=(models.Q(expected_on=None) | models.Q(expected_on__range=(EARLIEST, LATEST)))
                & (models.Q(decided_on=None) | models.Q(decided_on__range=(EARLIEST, LATEST))),
                name="stance_in_this_century",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.body}"
