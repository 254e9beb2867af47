"""When and how often a party was spoken with: a summary kept in the transaction of its cause."""

from django.db import models

from areas.models import Area, Organisation
from novex_portal.toolkit.kept.declaration import Kept


class PartyContact(models.Model):
    """Kept summary: how often an area spoke with an organisation.

    Written by the conversation actions in the same transaction as its cause, so that dashboards
    never count conversations one by one; a test holds it against a live recount.
    """

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="party_contacts")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="party_contacts")
    conversation_count = models.PositiveIntegerField("gesprekken", default=0)
    statement_count = models.PositiveIntegerField("uitspraken", default=0)
    first_held_on = models.DateField("eerste gesprek", null=True)
    last_held_on = models.DateField("laatste gesprek", null=True)

    kept = Kept(area="area", parties=("organisation",), summary=True)

    class Meta:
        verbose_name = "contact met een partij"
        verbose_name_plural = "contact met partijen"
        constraints = [models.UniqueConstraint(fields=["area", "organisation"], name="party_contact_once")]
