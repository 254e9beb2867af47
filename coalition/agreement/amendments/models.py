"""An amendment: other words for an article, proposed by a party, handled by the planning group."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Organisation
from coalition.agreement.amendments.enums import AmendmentStatus, Handling
from coalition.agreement.articles.models import Article
from coalition.agreement.comments.models import ArticleComment
from coalition.agreement.consultations.models import ConsultationReply
from coalition.planning_group.speaking.enums import MAX_SOURCE, GivenAs, given_words
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Amendment(Versioned, Once):
    """What a party would have an article say, why, and what came of it. It keeps the text it was written on."""

    CHANGED = "Iemand anders heeft dit voorstel intussen verder gebracht. Lees het opnieuw."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="amendments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="amendments")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="amendments")
    title = models.CharField("titel", max_length=150)
    text = models.TextField("tekst")
    reason = models.TextField("waarom")
    on_title = models.CharField("titel toen", max_length=150)
    on_text = models.TextField("tekst toen")
    status = models.CharField("stand", max_length=20, choices=AmendmentStatus, default=AmendmentStatus.SUBMITTED)
    handling = models.CharField("voorstel van de planningsgroep", max_length=20, choices=Handling, blank=True)
    handling_reason = models.TextField("toelichting", blank=True)
    # The words the planning group would have instead, when it takes over in an adapted form.
    handled_text = models.TextField("aangepaste tekst", blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments_handled"
    )
    answer = models.TextField("antwoord van de indiener", blank=True)
    # By the party itself, or recorded for it: then with where one knows it from. Empty without an answer.
    answered_as = models.CharField("antwoord gegeven", max_length=20, choices=GivenAs, blank=True)
    answer_source = models.CharField("bron van het antwoord", max_length=MAX_SOURCE, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments_answered"
    )
    answered_at = models.DateTimeField("antwoord opgeschreven op", null=True, blank=True)
    # On which day the bestuurders of the party heard by mail of an answer that was recorded for it.
    answer_told_on = models.DateField("antwoord gemeld op", null=True, blank=True)
    # The reaction it was made of: a comment beside the article, or what a party said in a consultation.
    from_comment = models.ForeignKey(
        ArticleComment, on_delete=models.SET_NULL, null=True, blank=True, related_name="amendments"
    )
    from_reply = models.ForeignKey(
        ConsultationReply, on_delete=models.SET_NULL, null=True, blank=True, related_name="amendments"
    )
    created_at = models.DateTimeField("ingediend op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="article__chapter__agreement__area",
        words=(
            "title",
            "text",
            "reason",
            "on_title",
            "on_text",
            "handling_reason",
            "handled_text",
            "answer",
            "answer_source",
        ),
        accounts=("proposed_by", "handled_by", "answered_by"),
        parties=("organisation",),
        noun=("wijzigingsvoorstel", "wijzigingsvoorstellen"),
    )

    class Meta:
        verbose_name = "wijzigingsvoorstel"
        verbose_name_plural = "wijzigingsvoorstellen"
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text="") & ~models.Q(reason=""), name="amendment_says_what_and_why"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=[AmendmentStatus.SUBMITTED, AmendmentStatus.WITHDRAWN])
                | (~models.Q(handling="") & ~models.Q(handling_reason="")),
                name="amendment_handled_with_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(handling=Handling.ADAPTED) | ~models.Q(handled_text=""),
                name="adapted_amendment_has_text",
            ),
            models.CheckConstraint(
                condition=~models.Q(answered_as=GivenAs.RECORDED) | ~models.Q(answer_source=""),
                name="recorded_answer_has_source",
            ),
        ]

    def __str__(self) -> str:
        return f"Wijziging van {self.organisation}"

    @property
    def new_text(self) -> str:
        """The words that would stand in the article: those of the party, or what the planning group made of them."""
        return self.handled_text if self.handling == Handling.ADAPTED else self.text

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the answer that stands was recorded for the party, and not given by it."""
        answered = self.status in {AmendmentStatus.ACCEPTED, AmendmentStatus.MAINTAINED}
        return answered and self.answered_as == GivenAs.RECORDED

    @property
    def answer_words(self) -> str:
        """How one knows the answer of the party; empty without an answer."""
        return given_words(self.answered_as, self.organisation) if self.answered_as else ""
