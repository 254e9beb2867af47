"""Who stands behind a version: the halves of the duo, a bestuurlijk overleg, and each party for itself.

These are different facts. An approval never changes; that it was withdrawn is a row of its own.
"""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Duo, Organisation
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.approval.enums import Half, Wording
from deliverables.perspective.versions.models import PerspectiveVersion
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once


@pghistory.track()
class DuoApproval(Once):
    """One half of the rijk-regio duo approved exactly this version."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(PerspectiveVersion, on_delete=models.PROTECT, related_name="approvals")
    half = models.CharField("helft", max_length=10, choices=Half)
    duo = models.ForeignKey(Duo, on_delete=models.PROTECT, related_name="approvals")
    # The function of that half on that day, as it was then: never a name.
    by = models.CharField("door", max_length=150)
    approved_on = models.DateField("goedgekeurd op")
    note = models.CharField("waar blijkt het uit", max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="duo_approvals")
    recorded_at = models.DateTimeField("vastgelegd op", auto_now_add=True)

    kept = Kept(area="version__area", frozen=("by", "note"), accounts=("recorded_by",))

    class Meta:
        verbose_name = "goedkeuring door het duo"
        verbose_name_plural = "goedkeuringen door het duo"
        ordering = ["half"]
        constraints = [
            models.UniqueConstraint(fields=["version", "half"], name="duo_half_approves_once"),
            models.CheckConstraint(
                condition=~models.Q(by="") & ~models.Q(note=""), name="duo_approval_says_who_and_where"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="duo_approval_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_half_display()}, {self.version}"


@pghistory.track()
class ApprovalWithdrawal(models.Model):
    """A half took its approval back, with the reason. The approval stays beside it."""

    approval = models.OneToOneField(DuoApproval, on_delete=models.PROTECT, related_name="withdrawal")
    withdrawn_on = models.DateField("ingetrokken op")
    reason = models.TextField("waarom ingetrokken")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="approval_withdrawals"
    )
    recorded_at = models.DateTimeField("vastgelegd op", auto_now_add=True)

    kept = Kept(area="approval__version__area", frozen=("reason",), accounts=("recorded_by",))

    class Meta:
        verbose_name = "ingetrokken goedkeuring"
        verbose_name_plural = "ingetrokken goedkeuringen"
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="withdrawal_says_why")]
        triggers = [
            pgtrigger.Protect(name="withdrawal_stays", operation=pgtrigger.Update | pgtrigger.Delete),
        ]


@pghistory.track()
class Endorsement(Once):
    """What a bestuurlijk overleg said of a version."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(PerspectiveVersion, on_delete=models.PROTECT, related_name="endorsements")
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.PROTECT, related_name="endorsements")
    wording = models.CharField("hoe", max_length=20, choices=Wording)
    note = models.CharField("hoe het is gezegd", max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="perspective_endorsements"
    )
    recorded_at = models.DateTimeField("vastgelegd op", auto_now_add=True)

    kept = Kept(area="version__area", words=("note",), accounts=("recorded_by",), rests=Rests(on="checkpoint"))

    class Meta:
        verbose_name = "uitspraak van een bestuurlijk overleg over het ontwikkelperspectief"
        verbose_name_plural = "uitspraken van bestuurlijke overleggen over het ontwikkelperspectief"
        ordering = ["checkpoint__date"]
        constraints = [models.UniqueConstraint(fields=["version", "checkpoint"], name="endorsement_once")]

    def __str__(self) -> str:
        return f"{self.get_wording_display()}: {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("perspective-version", args=[self.version.area.slug, self.version.number])


@pghistory.track()
class Adoption(Once):
    """A party adopted a version by the body that decides for it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey(PerspectiveVersion, on_delete=models.PROTECT, related_name="adoptions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="perspective_adoptions")
    body = models.CharField("orgaan", max_length=150)
    decided_on = models.DateField("vastgesteld op")
    note = models.CharField("waar blijkt het uit", max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="perspective_adoptions"
    )
    recorded_at = models.DateTimeField("vastgelegd op", auto_now_add=True)

    kept = Kept(
        area="version__area",
        words=("body", "note"),
        accounts=("recorded_by",),
        parties=("organisation",),
        noun=("vaststelling van het ontwikkelperspectief", "vaststellingen van het ontwikkelperspectief"),
    )

    class Meta:
        verbose_name = "vaststelling van het ontwikkelperspectief"
        verbose_name_plural = "vaststellingen van het ontwikkelperspectief"
        ordering = ["decided_on"]
        constraints = [
            models.UniqueConstraint(fields=["version", "organisation"], name="adoption_once"),
            models.CheckConstraint(condition=~models.Q(body=""), name="adoption_says_by_which_body"),
        ]
