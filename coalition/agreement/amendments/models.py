"""An amendment: other words for a text of the akkoord, a new one or one less, proposed by a party, handled by the planning group."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Organisation
from coalition.agreement.amendments.enums import About, AmendmentStatus, Handling, Verb
from coalition.agreement.amendments.subjects import Subject, Text
from coalition.agreement.annexes.models import Exhibit
from coalition.agreement.articles.models import Article
from coalition.agreement.comments.models import ArticleComment
from coalition.agreement.consultations.models import ConsultationReply
from coalition.agreement.document.models import Agreement, Chapter
from coalition.agreement.terms.models import DefinedTerm
from coalition.planning_group.speaking.enums import MAX_SOURCE, GivenAs, given_words
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Amendment(Versioned, Once):
    """What a party would have a text of the akkoord say, why, and what came of it. It keeps the text it was written on.

    Of `article`, `term` and `exhibit` one is filled in: what it changes or strikes, or what was added when it was taken
    over. Of a proposal for the considerations none is.
    """

    CHANGED = "Iemand anders heeft dit voorstel intussen verder gebracht. Lees het opnieuw."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="amendments")
    about = models.CharField("waarover", max_length=20, choices=About, default=About.ARTICLE)
    verb = models.CharField("wat", max_length=20, choices=Verb, default=Verb.CHANGE)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, null=True, blank=True, related_name="amendments")
    term = models.ForeignKey(DefinedTerm, on_delete=models.SET_NULL, null=True, blank=True, related_name="amendments")
    exhibit = models.ForeignKey(Exhibit, on_delete=models.SET_NULL, null=True, blank=True, related_name="amendments")
    # Where a new article comes: in which chapter, and behind which article; without one at the end.
    chapter = models.ForeignKey(Chapter, on_delete=models.SET_NULL, null=True, blank=True, related_name="amendments")
    after = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="amendments_after"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="amendments")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="amendments")
    # By the party itself, or recorded for it: then with where one knows it from. Empty for one from before this was asked.
    given_as = models.CharField("hoe bekend", max_length=20, choices=GivenAs, blank=True)
    source = models.CharField("bron", max_length=MAX_SOURCE, blank=True)
    # On which day the bestuurders of the party heard by mail that it was recorded.
    told_on = models.DateField("gemeld op", null=True, blank=True)
    title = models.CharField("titel", max_length=200, blank=True)
    text = models.TextField("tekst", blank=True)
    reason = models.TextField("waarom")
    on_title = models.CharField("titel toen", max_length=200, blank=True)
    on_text = models.TextField("tekst toen", blank=True)
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
        area="agreement__area",
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
            "source",
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
                condition=(models.Q(verb=Verb.STRIKE, text="") | (~models.Q(verb=Verb.STRIKE) & ~models.Q(text="")))
                & ~models.Q(reason=""),
                name="amendment_says_what_and_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(about=About.ARTICLE) | models.Q(verb=Verb.ADD) | models.Q(article__isnull=False),
                name="amendment_of_an_article_names_it",
            ),
            models.CheckConstraint(
                condition=models.Q(verb=Verb.CHANGE)
                | models.Q(verb=Verb.ADD, about__in=[About.ARTICLE, About.TERM])
                | models.Q(verb=Verb.STRIKE, about__in=[About.ARTICLE, About.TERM, About.EXHIBIT]),
                name="amendment_does_what_can_be",
            ),
            models.CheckConstraint(
                condition=~models.Q(verb=Verb.STRIKE) | ~models.Q(handling=Handling.ADAPTED),
                name="amendment_strikes_whole",
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
            models.CheckConstraint(
                condition=~models.Q(given_as=GivenAs.RECORDED) | ~models.Q(source=""),
                name="recorded_amendment_has_source",
            ),
        ]

    def __str__(self) -> str:
        return f"Wijziging van {self.organisation}"

    @property
    def subject(self) -> Subject:
        """What it is about, as that stands now. No query when its rows were read along."""
        row: Text | None = {
            About.ARTICLE: self.article,
            About.TERM: self.term,
            About.PREAMBLE: self.agreement,
            About.EXHIBIT: self.exhibit,
        }[About(self.about)]
        is_new = self.verb == Verb.ADD
        return Subject(
            self.agreement,
            About(self.about),
            Verb(self.verb),
            None if is_new else row,
            self.chapter,
            self.after,
        )

    @property
    def new_text(self) -> str:
        """The words that would stand there: those of the party, or what the planning group made of them."""
        return self.handled_text if self.handling == Handling.ADAPTED else self.text

    @property
    def waits(self) -> bool:
        """Whether it was recorded for the party, which has not said yet that it proposes this."""
        return self.given_as == GivenAs.RECORDED and self.status != AmendmentStatus.WITHDRAWN

    @property
    def given_words(self) -> str:
        """How one knows that the party proposes this, when it has not said so itself; else empty."""
        return given_words(self.given_as, self.organisation) if self.waits else ""

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the answer that stands was recorded for the party, and not given by it."""
        answered = self.status in {AmendmentStatus.ACCEPTED, AmendmentStatus.MAINTAINED}
        return answered and self.answered_as == GivenAs.RECORDED

    @property
    def answer_words(self) -> str:
        """How one knows the answer of the party; empty without an answer."""
        return given_words(self.answered_as, self.organisation) if self.answered_as else ""
