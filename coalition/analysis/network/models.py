"""Who is connected with whom in an area, from a day until a day."""

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models

from areas.models import Area, Challenge, Organisation, Person
from coalition.analysis.network.enums import RelationKind
from coalition.conversations.recording.models import Conversation
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned
from novex_portal.toolkit.periods import DateRange


@pghistory.track()
class Relation(Versioned, Once):
    """Two organisations of an area that are connected, if known through persons in a role.

    A kind with a direction goes from `first` to `second`. Of the others the action puts the two in one
    order, so that a pair is found whichever way round it was entered.
    """

    CHANGED = "Iemand anders heeft deze relatie intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField("soort relatie", max_length=20, choices=RelationKind)
    first = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="relations_from")
    second = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="relations_to")
    first_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="relations_from"
    )
    second_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="relations_to"
    )
    challenge = models.ForeignKey(
        Challenge, on_delete=models.SET_NULL, null=True, blank=True, related_name="relations"
    )
    # Where it was heard. Who may not read that conversation does not learn of it.
    conversation = models.ForeignKey(
        Conversation, on_delete=models.SET_NULL, null=True, blank=True, related_name="relations"
    )
    explanation = models.TextField("toelichting", blank=True)
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="relations")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="area",
        words=("explanation",),
        persons=("first_person", "second_person"),
        accounts=("created_by",),
        parties=("first", "second"),
        noun=("relatie", "relaties"),
    )

    class Meta:
        verbose_name = "relatie"
        verbose_name_plural = "relaties"
        constraints = [
            models.CheckConstraint(condition=~models.Q(first=models.F("second")), name="relation_not_with_itself"),
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=models.F("valid_from")),
                name="relation_ends_after_start",
            ),
            ExclusionConstraint(
                name="relation_once_at_a_time",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("first", RangeOperators.EQUAL),
                    ("second", RangeOperators.EQUAL),
                    (
                        DateRange("valid_from", "valid_until", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} en {self.second}: {self.get_kind_display().lower()}"
