"""A conversation: who was there, about what, and what was agreed."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.urls import reverse

from areas.models import Area, Challenge, Organisation, Person
from coalition.conversations.recording.enums import ActionStatus, Confidentiality, ConversationForm
from coalition.conversations.rounds.models import ConversationRound
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track(exclude=["search"])
class Conversation(Versioned, Once):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="conversations")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="conversations")
    # The id of the draft it came from: a second press on the button finds the first one's result.
    round = models.ForeignKey(
        ConversationRound, on_delete=models.PROTECT, null=True, blank=True, related_name="conversations"
    )
    held_on = models.DateField("datum")
    place = models.CharField("plaats", max_length=150, blank=True)
    form = models.CharField("soort gesprek", max_length=20, choices=ConversationForm)
    report = models.TextField("verslag", blank=True)
    confidentiality = models.CharField(
        "vertrouwelijkheid", max_length=20, choices=Confidentiality, default=Confidentiality.PLANNING_GROUP
    )
    challenges = models.ManyToManyField(Challenge, through="ConversationChallenge", related_name="conversations")
    readers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="ConversationReader", related_name="readable_conversations"
    )
    # Kept by the conversation actions: the words of report, statements and action items together.
    search = SearchVectorField(null=True, editable=False)
    created_at = models.DateTimeField("vastgelegd op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="area",
        words=("place", "report"),
        accounts=("author",),
        parties=("participants__organisation", "statements__organisation"),
        noun=("gesprek", "gesprekken"),
    )

    class Meta:
        verbose_name = "gesprek"
        verbose_name_plural = "gesprekken"
        indexes = [
            models.Index(fields=["area", "-held_on", "-id"], name="conversation_list"),
            models.Index(fields=["area", "author", "-held_on"], name="conversation_by_author"),
            GinIndex(fields=["search"], name="conversation_words"),
        ]

    def __str__(self) -> str:
        return f"Gesprek van {self.held_on:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        return reverse("conversation", args=[self.area.slug, self.pk])


@pghistory.track()
class ConversationChallenge(models.Model):
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE)
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT)

    kept = Kept(area="conversation__area")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "challenge"], name="conversation_challenge_once")
        ]


@pghistory.track()
class Participant(models.Model):
    """An organisation at the table, if known through a person in a role."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="participants")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="participations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="participations")

    kept = Kept(area="conversation__area", persons=("person",), parties=("organisation",))

    class Meta:
        verbose_name = "deelnemer aan een gesprek"
        verbose_name_plural = "deelnemers aan een gesprek"
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "organisation", "person"], name="participant_once", nulls_distinct=False
            )
        ]


@pghistory.track()
class ActionItem(Versioned):
    """What was agreed to do: what, who, when; in a conversation, in a meeting, or in between."""

    CHANGED = "Iemand anders heeft deze afspraak intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="action_items")
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, null=True, blank=True, related_name="action_items"
    )
    meeting = models.ForeignKey(
        "Meeting", on_delete=models.SET_NULL, null=True, blank=True, related_name="action_items"
    )
    # Set when it is a point of improvement that came out of a samenwerkingsscan, with the side it is about.
    scan = models.ForeignKey(
        "CooperationScan", on_delete=models.SET_NULL, null=True, blank=True, related_name="action_items"
    )
    scan_dimension = models.CharField("onderdeel van de scan", max_length=80, blank=True, default="")
    what = models.CharField("afspraak", max_length=300)
    owner = models.CharField("wie", max_length=150)
    # Set when the owner is somebody with an account, so that it stands on their own page.
    owner_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="action_items"
    )
    # Set when the owner is a known person in a role: it moves along when that role is handed over.
    owner_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="action_items"
    )
    due_on = models.DateField("voor", null=True, blank=True)
    status = models.CharField(max_length=20, choices=ActionStatus, default=ActionStatus.OPEN)
    rank = models.PositiveSmallIntegerField("volgorde", default=0)
    # Of the form it was written in; one from a conversation came with that.
    submission_token = models.UUIDField(unique=True, null=True, blank=True, editable=False)

    kept = Kept(
        area="area",
        names=("owner",),
        words=("what",),
        persons=("owner_person",),
        accounts=("owner_user",),
        harmless=("scan_dimension",),
        noun=("afspraak", "afspraken"),
    )

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        ordering = ["rank", "id"]
        indexes = [
            models.Index(fields=["owner_user", "due_on"], condition=models.Q(status="open"), name="action_mine"),
            models.Index(fields=["area", "due_on"], condition=models.Q(status="open"), name="action_open"),
        ]

    def __str__(self) -> str:
        return self.what
