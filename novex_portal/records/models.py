"""What is kept of the care for records: roles handed over, people made unrecognisable, records destroyed.

Their tables carry the names of the rooms they were first made in, so that nothing has to be moved.
"""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Area, Person
from novex_portal.records.enums import DestructionStatus, RecordKind
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once


@pghistory.track()
class Handover(Once):
    """A role that was handed over in an area: by whom to whom, and how much moved along."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="handovers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="handovers")
    successor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="handovers_received")
    last_day = models.DateField("laatste dag")
    # {"actions": 3, "seats": 1, …}: numbers only, because words can be confidential.
    moved = models.JSONField("wat meeging", default=dict)
    handed_over_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="handovers")
    handed_over_at = models.DateTimeField("overgedragen op", auto_now_add=True)

    kept = Kept(area="area", persons=("person", "successor"), accounts=("handed_over_by",), harmless=("moved",))

    class Meta:
        app_label = "deliverables"
        verbose_name = "overdracht van een rol"
        verbose_name_plural = "overdrachten van rollen"
        ordering = ["-handed_over_at"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(person=models.F("successor")), name="handover_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.person} aan {self.successor}"


@pghistory.track()
class Anonymisation(models.Model):
    """The report of making a person unrecognisable: where how much was replaced. Never by whom it was before."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="anonymisations")
    # One of the two: somebody in a role for an organisation, or somebody with an account.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="anonymisations")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="anonymised"
    )
    # [["Gesprek: verslag", 3], …]: how many rows were changed, history included.
    replaced = models.JSONField("vervangen", default=list)
    # [["Versie van het akkoord: tekst", 1], …]: where it stands still, and has to be looked at by hand.
    left = models.JSONField("blijven staan", default=list)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="anonymisations")
    done_at = models.DateTimeField("gedaan op", auto_now_add=True)

    kept = Kept(area="area", persons=("person",), accounts=("account", "done_by"), harmless=("replaced", "left"))

    class Meta:
        app_label = "areas"
        verbose_name = "anonimisering"
        verbose_name_plural = "anonimiseringen"
        ordering = ["-done_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, account__isnull=True)
                | models.Q(person__isnull=True, account__isnull=False),
                name="anonymisation_of_one",
            )
        ]

    def __str__(self) -> str:
        return f"Anonimisering van {self.whom}"

    @property
    def whom(self) -> str:
        """The role that is left of them."""
        return str(self.person or self.account)


@pghistory.track()
class Destruction(models.Model):
    """Records past their term: one person proposes to destroy them, another does. What remains is this."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="destructions")
    kind = models.CharField("soort", max_length=20, choices=RecordKind)
    object_ids = models.JSONField("nummers", default=list)
    first_on = models.DateField("van")
    last_on = models.DateField("tot en met")
    term = models.CharField("termijn", max_length=200)
    status = models.CharField("stand", max_length=20, choices=DestructionStatus, default=DestructionStatus.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="destructions_proposed"
    )
    proposed_at = models.DateTimeField("voorgesteld op", auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="destructions_decided"
    )
    decided_at = models.DateTimeField("besloten op", null=True, blank=True)
    # [["gesprekken", 12], ["regels geschiedenis", 80], …]
    destroyed = models.JSONField("vernietigd", default=list)

    kept = Kept(area="area", accounts=("proposed_by", "decided_by"), harmless=("object_ids", "term", "destroyed"))

    class Meta:
        app_label = "areas"
        verbose_name = "vernietiging"
        verbose_name_plural = "vernietigingen"
        ordering = ["-proposed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind"],
                condition=models.Q(status=DestructionStatus.PROPOSED),
                name="destruction_one_open",
            ),
            models.CheckConstraint(
                condition=models.Q(status=DestructionStatus.PROPOSED, decided_by__isnull=True, decided_at__isnull=True)
                | (
                    ~models.Q(status=DestructionStatus.PROPOSED)
                    & models.Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
                name="destruction_decided",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=DestructionStatus.DONE) | ~models.Q(decided_by=models.F("proposed_by")),
                name="destruction_by_two",
            ),
        ]

    def __str__(self) -> str:
        return f"Vernietiging van {self.get_kind_display().lower()}"
