"""How much influence an organisation has on an opgave, and how much it matters to it."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Challenge, Organisation
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class StakeScore(Versioned):
    """What somebody made of an organisation on one day. Of organisations only: persons get no scores.

    A later score of the same organisation on the same opgave takes its place and leaves it standing,
    so that one can see what moved.
    """

    CHANGED = "Iemand anders heeft deze score intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="stake_scores")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="stake_scores")
    influence = models.PositiveSmallIntegerField("invloed")
    interest = models.PositiveSmallIntegerField("belang")
    scored_on = models.DateField("datum")
    reasoning = models.TextField("waarom")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="stake_scores")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(
        area="challenge__area",
        words=("reasoning",),
        accounts=("author",),
        parties=("organisation",),
        noun=("score in het krachtenveld", "scores in het krachtenveld"),
    )

    class Meta:
        verbose_name = "score in het krachtenveld"
        verbose_name_plural = "scores in het krachtenveld"
        indexes = [models.Index(fields=["challenge", "scored_on"], name="stake_as_at")]
        constraints = [
            models.UniqueConstraint(fields=["challenge", "organisation", "scored_on"], name="stake_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(influence__range=(1, 5), interest__range=(1, 5)), name="stake_1_to_5"
            ),
            models.CheckConstraint(condition=~models.Q(reasoning=""), name="stake_has_reasoning"),
        ]
