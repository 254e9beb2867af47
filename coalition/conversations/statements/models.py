"""What a party said in a conversation."""

import pghistory
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Upper

from areas.models import Challenge, Organisation
from coalition.conversations.recording.models import Conversation
from coalition.conversations.statements.enums import Stance, Urgency
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests


@pghistory.track()
class Statement(models.Model):
    """What a party said: its position, and the interest behind it, on one challenge."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="statements")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="statements")
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="statements")
    position = models.TextField("standpunt")
    interest = models.TextField("belang", blank=True)
    stance = models.CharField("houding", max_length=20, choices=Stance)
    urgency = models.PositiveSmallIntegerField(
        "urgentie", choices=Urgency, default=Urgency.MEDIUM, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    rank = models.PositiveSmallIntegerField("volgorde", default=0)
    # Set when the party itself said that this is what it said; a change of the words takes it away.
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)

    kept = Kept(
        area="conversation__area",
        words=("position", "interest"),
        parties=("organisation",),
        rests=Rests(on="conversation"),
    )

    class Meta:
        verbose_name = "uitspraak"
        verbose_name_plural = "uitspraken"
        ordering = ["rank", "id"]
        indexes = [
            # Looking for words in statements, also in the middle of one: `icontains` compares in capitals.
            GinIndex(
                OpClass(Upper("position"), name="gin_trgm_ops"),
                OpClass(Upper("interest"), name="gin_trgm_ops"),
                name="statement_words",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(urgency__range=(1, 5)), name="statement_urgency_1_to_5"),
            models.CheckConstraint(condition=~models.Q(position=""), name="statement_has_position"),
        ]

    def __str__(self) -> str:
        return self.position[:80]
