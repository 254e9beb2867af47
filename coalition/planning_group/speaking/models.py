"""What a party says of a text, and how one knows: kept per way of knowing, so that none comes instead of another."""

from collections.abc import Mapping
from typing import Protocol, Self

from django.db import models
from django.utils import timezone

from coalition.planning_group.speaking.enums import MAX_SOURCE, GivenAs, given_words
from novex_portal.toolkit.models import Versioned


class Worded(Protocol):
    """What a party can speak of: it has a title and a text."""

    title: str
    text: str


class Spoken(Versioned):
    """What a party said of a text, by itself or not. What it did not say itself waits until the party answers it.

    A row holds the words it was said of: of another text it is asked again.
    """

    given_as = models.CharField("hoe bekend", max_length=20, choices=GivenAs)
    source = models.CharField("bron", max_length=MAX_SOURCE, blank=True)
    on_title = models.CharField("titel toen", max_length=150, blank=True)
    on_text = models.TextField("tekst toen", blank=True)
    given_at = models.DateTimeField("opgeschreven op", default=timezone.now)
    # Since when the party itself spoke of this; what it then did not say itself is history.
    answered_at = models.DateTimeField("door de partij beantwoord op", null=True, blank=True)
    # On which day its bestuurders heard of it by mail.
    told_on = models.DateField("gemeld op", null=True, blank=True)

    class Meta:
        abstract = True

    def is_stale(self, subject: Worded) -> bool:
        """Whether it was said of another title or text than the subject has now; what is not said yet, is not."""
        return bool(self.given_as) and (self.on_title, self.on_text) != (subject.title, subject.text)

    @property
    def is_own(self) -> bool:
        """Whether the party said it itself."""
        return self.given_as == GivenAs.OWN

    @property
    def waits(self) -> bool:
        """Whether the party has still to confirm or correct it."""
        return bool(self.given_as) and not self.is_own and self.answered_at is None

    @property
    def given_words(self) -> str:
        """How one knows it, in words."""
        return given_words(self.given_as, getattr(self, "organisation", "")) if self.given_as else ""

    @classmethod
    def say(cls, version: int | None, about: Mapping[str, object], given_as: str, **values: object) -> Self:
        """Write down what a party says `about` something; `version` is of what was known in the same way, 0 for nothing.

        When it is the party itself, whatever others wrote of it is answered. Raises Conflict as `declare` does.
        """
        now = timezone.now()
        row = cls.declare(
            version,
            {**about, "given_as": given_as},
            along={"given_at": now, "told_on": None},
            **values,
            answered_at=None,
        )
        if given_as == GivenAs.OWN:
            cls.waiting(about).update(answered_at=now)
        return row

    @classmethod
    def waiting(cls, about: Mapping[str, object]) -> models.QuerySet[Self]:
        """Return what a party has still to confirm or correct, of this alone when `about` says of what."""
        rows = cls._default_manager.filter(**about, answered_at=None)
        return rows.exclude(given_as__in=["", GivenAs.OWN])
