"""What parties do, when and with whom: the measures of an area, in chapters."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.enums import Permission
from areas.models import Area, Challenge, NationalProgramme, Organisation, Person
from coalition.models import Ambition, Article, Decision
from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.agenda.dates.rules.words import PlanDate, span_words
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, PartyPart, Phase
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class AgendaChapter(Versioned):
    """A part of the agenda, mostly an opgave; its letter stands in the codes of its measures."""

    CHANGED = "Iemand anders heeft dit hoofdstuk intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="agenda_chapters")
    letter = models.CharField("letter", max_length=1)
    title = models.CharField("hoofdstuk", max_length=100)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    kept = Kept(area="area", harmless=("letter", "title"))

    class Meta:
        verbose_name = "hoofdstuk van de uitvoeringsagenda"
        verbose_name_plural = "hoofdstukken van de uitvoeringsagenda"
        ordering = ["position", "letter"]
        constraints = [
            models.UniqueConstraint(fields=["area", "letter"], name="agenda_letter_once"),
            models.UniqueConstraint(fields=["area", "title"], name="agenda_chapter_once"),
            models.CheckConstraint(condition=models.Q(letter__regex=r"^[A-Z]$"), name="agenda_letter_is_one"),
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Measure(Versioned, Once):
    """One measure. Its code is for ever: `ZL-W03` is never given again, also when the measure goes.

    Its dates are changed by moving it (`agenda/moving`), which shows first what that does to others.
    """

    CHANGED = "Iemand anders heeft deze maatregel intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="measures")
    chapter = models.ForeignKey(AgendaChapter, on_delete=models.PROTECT, related_name="measures")
    code = models.CharField("code", max_length=12, unique=True)
    title = models.CharField("titel", max_length=150)
    result = models.TextField("resultaat", blank=True)
    kind = models.CharField("soort", max_length=20, choices=MeasureKind, default=MeasureKind.ACTION)
    phase = models.CharField("fase", max_length=20, choices=Phase, default=Phase.NONE)
    # The first day of the period each date is meant as; see `dates/rules/days.py`.
    start = models.DateField("begin")
    start_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    end = models.DateField("eind")
    end_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    is_pinned = models.BooleanField("datums liggen vast", default=False)
    pin_reason = models.CharField("waarom de datums vastliggen", max_length=200, blank=True)
    status = models.CharField("stand", max_length=20, choices=MeasureStatus, default=MeasureStatus.PROPOSED)
    drop_reason = models.TextField("waarom vervallen", blank=True)
    # What the remaining part takes, in weeks; all three or none.
    shortest = models.DecimalField("kortste tijd", max_digits=5, decimal_places=1, null=True, blank=True)
    likely = models.DecimalField("waarschijnlijkste tijd", max_digits=5, decimal_places=1, null=True, blank=True)
    longest = models.DecimalField("langste tijd", max_digits=5, decimal_places=1, null=True, blank=True)
    longest_reason = models.CharField("waardoor het lang kan duren", max_length=300, blank=True)
    proposed_by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="proposed_measures"
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="measures")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    organisations = models.ManyToManyField(Organisation, through="MeasureParty", related_name="measures")
    articles = models.ManyToManyField(Article, through="MeasureArticle", related_name="measures")
    ambitions = models.ManyToManyField(Ambition, through="MeasureAmbition", related_name="measures")
    challenges = models.ManyToManyField(Challenge, through="MeasureChallenge", related_name="measures")
    programmes = models.ManyToManyField(NationalProgramme, through="MeasureProgramme", related_name="measures")
    decisions = models.ManyToManyField(Decision, through="MeasureDecision", related_name="measures")

    kept = Kept(
        area="area",
        words=("title", "result", "pin_reason", "drop_reason", "longest_reason"),
        accounts=("created_by",),
        parties=("proposed_by",),
        noun=("voorgestelde maatregel", "voorgestelde maatregelen"),
        harmless=("code",),
        need=Permission.VIEW_AGENDA,
        told=~models.Q(status__in=[MeasureStatus.PROPOSED, MeasureStatus.DROPPED]),
    )

    class Meta:
        verbose_name = "maatregel"
        verbose_name_plural = "maatregelen"
        ordering = ["code"]
        indexes = [models.Index(fields=["area", "chapter", "code"], name="measure_in_agenda")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start__range=(EARLIEST, LATEST), end__range=(EARLIEST, LATEST)),
                name="measure_in_this_century",
            ),
            models.CheckConstraint(
                condition=models.Q(is_pinned=False) | ~models.Q(pin_reason=""), name="pinned_measure_has_reason"
            ),
            models.CheckConstraint(
                condition=~models.Q(status=MeasureStatus.DROPPED) | ~models.Q(drop_reason=""),
                name="dropped_measure_has_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(shortest=None, likely=None, longest=None)
                | models.Q(shortest__gte=0, likely__gte=models.F("shortest"), longest__gte=models.F("likely")),
                name="measure_times_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("measure", args=[self.area.slug, self.pk])

    @property
    def starts(self) -> PlanDate:
        return PlanDate(self.start, self.start_precision)

    @property
    def ends(self) -> PlanDate:
        return PlanDate(self.end, self.end_precision)

    @property
    def span(self) -> str:
        """From when until when, as people write it."""
        return span_words(self.starts, self.ends)

    @property
    def note(self) -> str:
        """How far it is and when, beside its title on pages of other rooms."""
        return f"{self.get_status_display().lower()}, {self.span}"

    @property
    def is_of_others(self) -> bool:
        """Whether it is a programme of others that runs beside the agenda."""
        return self.kind == MeasureKind.PROGRAMME


@pghistory.track()
class MeasureParty(models.Model):
    """What a party does in a measure. One has the lead; a proposal may still lack it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="party_links")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="measure_links")
    part = models.CharField("rol", max_length=20, choices=PartyPart)
    # Who answers for it in public, and who is asked how it goes; both only for whoever has the lead.
    executive = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="executive_of_measures"
    )
    contact = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="contact_of_measures"
    )

    kept = Kept(
        area="measure__area",
        persons=("executive", "contact"),
        parties=("organisation",),
        noun=("rol bij een maatregel", "rollen bij maatregelen"),
    )

    class Meta:
        verbose_name = "partij bij een maatregel"
        verbose_name_plural = "partijen bij maatregelen"
        constraints = [
            models.UniqueConstraint(fields=["measure", "organisation", "part"], name="measure_party_once"),
            models.UniqueConstraint(
                fields=["measure"], condition=models.Q(part=PartyPart.LEAD), name="measure_has_one_lead"
            ),
        ]


@pghistory.track()
class MeasureArticle(models.Model):
    """This measure carries out this article."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="article_links")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="measure_links")

    kept = Kept(area="measure__area", rests=Rests(what="measure", on="article"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["measure", "article"], name="measure_article_once")]


@pghistory.track()
class MeasureAmbition(models.Model):
    """This measure serves this ambition."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="ambition_links")
    ambition = models.ForeignKey(Ambition, on_delete=models.PROTECT, related_name="measure_links")

    kept = Kept(area="measure__area", rests=Rests(what="measure", on="ambition"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["measure", "ambition"], name="measure_ambition_once")]


@pghistory.track()
class MeasureChallenge(models.Model):
    """This measure is about this opgave."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="challenge_links")
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="measure_links")

    kept = Kept(area="measure__area", rests=Rests(what="measure", on="challenge"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["measure", "challenge"], name="measure_challenge_once")]


@pghistory.track()
class MeasureProgramme(models.Model):
    """This measure is part of, or touches, this national programme."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="programme_links")
    programme = models.ForeignKey(NationalProgramme, on_delete=models.PROTECT, related_name="measure_links")

    kept = Kept(area="measure__area", rests=Rests(what="measure", on="programme"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["measure", "programme"], name="measure_programme_once")]


@pghistory.track()
class MeasureDecision(models.Model):
    """This measure rests on this decision of the planning group."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="decision_links")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="measure_links")

    kept = Kept(area="measure__area", rests=Rests(what="measure", on="decision"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["measure", "decision"], name="measure_decision_once")]
