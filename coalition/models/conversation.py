"""A conversation and what was said in it."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Upper
from django.urls import reverse

from areas.models import Area, Challenge, Organisation, Person
from coalition.enums import ActionStatus, Confidentiality, ConversationForm, Stance, Urgency
from coalition.models.round import ConversationRound
from novex_portal.toolkit.ids import uuid7


class ConversationDraft(models.Model):
    """The form as it stands, right or wrong; its author's alone until it is recorded."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="conversation_drafts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conversation_drafts")
    # Set when a recorded conversation is being edited.
    conversation = models.ForeignKey(
        "Conversation", on_delete=models.CASCADE, null=True, blank=True, related_name="drafts"
    )
    data = models.JSONField("formulier", default=dict)
    version = models.PositiveIntegerField("versie", default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "concept van een gesprek"
        verbose_name_plural = "concepten van gesprekken"
        indexes = [models.Index(fields=["author", "area", "-updated_at"], name="draft_mine")]


@pghistory.track(exclude=["search"])
class Conversation(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="conversations")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="conversations")
    # The id of the draft it came from: a second press on the button finds the first one's result.
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)
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
    version = models.PositiveIntegerField("versie", default=1)
    created_at = models.DateTimeField("vastgelegd op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

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

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "challenge"], name="conversation_challenge_once")
        ]


@pghistory.track()
class ConversationReader(models.Model):
    """Somebody the author named as reader of a confidential conversation."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    class Meta:
        verbose_name = "lezer van een gesprek"
        verbose_name_plural = "lezers van een gesprek"
        constraints = [models.UniqueConstraint(fields=["conversation", "user"], name="conversation_reader_once")]


@pghistory.track()
class Participant(models.Model):
    """An organisation at the table, if known through a person in a role."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="participants")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="participations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="participations")

    class Meta:
        verbose_name = "deelnemer aan een gesprek"
        verbose_name_plural = "deelnemers aan een gesprek"
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "organisation", "person"], name="participant_once", nulls_distinct=False
            )
        ]


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


@pghistory.track()
class ActionItem(models.Model):
    """What was agreed to do: what, who, when; in a conversation, in a meeting, or in between."""

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
    version = models.PositiveIntegerField("versie", default=1)
    # Of the form it was written in; one from a conversation came with that.
    submission_token = models.UUIDField(unique=True, null=True, blank=True, editable=False)

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


class ReadEvent(models.Model):
    """Somebody opened a confidential conversation; written before the text is shown."""

    class Way(models.TextChoices):
        PAGE = "pagina", "Gelezen"
        EXPORT = "export", "Gedownload"
        HISTORY = "geschiedenis", "Geschiedenis gelezen"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="read_events")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="read_events")
    way = models.CharField("hoe", max_length=20, choices=Way, default=Way.PAGE)
    read_at = models.DateTimeField("gelezen op", auto_now_add=True)

    class Meta:
        verbose_name = "lezing"
        verbose_name_plural = "leeslog"
        ordering = ["-read_at"]
        indexes = [models.Index(fields=["conversation", "-read_at"], name="read_event_list")]


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

    class Meta:
        verbose_name = "contact met een partij"
        verbose_name_plural = "contact met partijen"
        constraints = [models.UniqueConstraint(fields=["area", "organisation"], name="party_contact_once")]
