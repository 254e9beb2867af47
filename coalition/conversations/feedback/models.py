"""Terugkoppeling: what was done with what a party said, and the letter in which it hears that."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Organisation
from coalition.conversations.feedback.enums import FeedbackOutcome
from coalition.conversations.recording.models import Conversation
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Feedback(Versioned):
    """What was done with one statement, and why."""

    CHANGED = "Iemand anders heeft de terugkoppeling intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="feedback")
    outcome = models.CharField("wat ermee is gedaan", max_length=20, choices=FeedbackOutcome)
    reason = models.TextField("waarom", blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="feedback_given")
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(area="statement__conversation__area", words=("reason",), accounts=("given_by",))

    class Meta:
        verbose_name = "terugkoppeling"
        verbose_name_plural = "terugkoppeling"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(outcome__in=[FeedbackOutcome.PARTLY, FeedbackOutcome.NOT_TAKEN_OVER], reason=""),
                name="feedback_says_why",
            )
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()


@pghistory.track()
class FeedbackLetter(Once):
    """A letter to one party about one conversation, its words frozen as they were given."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="feedback_letters")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="feedback_letters")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="feedback_letters")
    # Empty when the writer hands it over in another way.
    email = models.EmailField("e-mailadres", blank=True)
    opening = models.TextField("inleiding", blank=True)
    # [{"id", "challenge", "position", "outcome", "reason", "became"}]: of this organisation alone, outcome in words;
    # `became` are the measures that came of it, which older letters do not have.
    answers = models.JSONField("antwoorden", default=list)
    created_at = models.DateTimeField("gegeven op", auto_now_add=True)

    kept = Kept(
        area="conversation__area",
        names=("email",),
        words=("opening", "answers"),
        accounts=("written_by",),
        parties=("organisation",),
    )

    class Meta:
        verbose_name = "brief met terugkoppeling"
        verbose_name_plural = "brieven met terugkoppeling"
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["conversation", "organisation", "-created_at"], name="feedback_letter_last")]

    def __str__(self) -> str:
        return f"Terugkoppeling aan {self.organisation}"
