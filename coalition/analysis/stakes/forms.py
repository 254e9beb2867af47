"""The form for a score in the krachtenveld, and the choice of what to see of it."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils import timezone

from areas.models import Area
from areas.parties.enums import OrganisationKind
from areas.parties.queries import challenges_of, parties_in
from coalition.analysis.stakes.actions import MAX_REASONING, StakeData
from coalition.analysis.stakes.models import StakeScore
from coalition.analysis.stakes.rules import LEVELS
from coalition.conversations.recording.rules import rawform
from novex_portal.toolkit.forms.base import VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.forms.widgets import QuickRadios
from novex_portal.toolkit.text import dutch

_LEVELS = [(str(level), f"{level}: {words}") for level, words in LEVELS.items()]


class StakeForm(VersionedForm):
    """Influence and interest of one organisation on one opgave, and why."""

    organisation = forms.ChoiceField(
        label="Organisatie",
        help_text="Een organisatie, nooit een persoon.",
        error_messages={"required": "Kies de organisatie.", "invalid_choice": "Kies een organisatie van dit gebied."},
    )
    challenge = forms.ChoiceField(
        label="Opgave",
        error_messages={"required": "Kies de opgave.", "invalid_choice": "Kies een opgave van dit gebied."},
    )
    influence = forms.TypedChoiceField(
        label="Invloed",
        help_text="Hoeveel kan deze organisatie aan de uitkomst veranderen?",
        choices=_LEVELS,
        coerce=int,
        widget=QuickRadios({"class": "choices--row"}),
        error_messages={
            "required": "Kies de invloed, van 1 tot en met 5.",
            "invalid_choice": "Kies een getal van 1 tot en met 5.",
        },
    )
    interest = forms.TypedChoiceField(
        label="Belang",
        help_text="Hoeveel staat er voor deze organisatie op het spel?",
        choices=_LEVELS,
        coerce=int,
        widget=QuickRadios({"class": "choices--row"}),
        error_messages={
            "required": "Kies het belang, van 1 tot en met 5.",
            "invalid_choice": "Kies een getal van 1 tot en met 5.",
        },
    )
    scored_on = DutchDateField(label="Datum", help_text="Op welke dag schat u dit zo in?")
    reasoning = forms.CharField(
        label="Waarom schat u dit zo in?",
        help_text="Schrijf op wat de organisatie doet of kan, niet wat u van mensen vindt. Iedereen die de analyse ziet, leest dit.",
        max_length=MAX_REASONING,
        widget=forms.Textarea({"rows": 4}),
        error_messages={
            "required": "Schrijf op waarom u dit zo inschat, bijvoorbeeld: beheert alle beken en heeft een eigen bouwbudget.",
            "max_length": "De toelichting is langer dan 2.000 tekens. Maak haar korter.",
        },
    )

    def __init__(self, *args: Any, area: Area, score: StakeScore | None = None, **kwargs: Any) -> None:
        start: dict[str, Any] = {"scored_on": timezone.localdate()}
        if score:
            names = ("influence", "interest", "scored_on", "reasoning", "version")
            start = {name: getattr(score, name) for name in names}
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.area, self.score = area, score
        if score:
            del self.fields["organisation"], self.fields["challenge"]
            return
        self.parties = {str(party.pk): party for party in parties_in(area)}
        self.challenges = {str(row.pk): row for row in challenges_of(area)}
        parties = [("", "Kies een organisatie"), *((pk, str(row)) for pk, row in self.parties.items())]
        challenges = [("", "Kies een opgave"), *((pk, str(row)) for pk, row in self.challenges.items())]
        self.fields["organisation"].choices = parties  # type: ignore[attr-defined]
        self.fields["challenge"].choices = challenges  # type: ignore[attr-defined]

    def stake_data(self) -> StakeData:
        """Return what was filled in; only after is_valid."""
        names = ("influence", "interest", "scored_on", "reasoning")
        return StakeData(**{name: self.cleaned_data[name] for name in names})


class FieldChoice:
    """What somebody asked to see: an opgave, a day, an earlier day, a kind of party. What is unclear is passed over."""

    def __init__(self, data: QueryDict) -> None:
        self.today = timezone.localdate()
        self.challenge: UUID | None = rawform.as_uuid(data.get("opgave"))
        self.day = _day(data.get("op", "")) or self.today
        self.earlier = _day(data.get("van", ""))
        self.kind = data.get("soort", "") if data.get("soort", "") in OrganisationKind.values else ""
        self.unclear = [text for text in (data.get("op", ""), data.get("van", "")) if text.strip() and not _day(text)]


def _day(text: str) -> date | None:
    try:
        return dutch.parse_date(text)
    except dutch.UnclearError:
        return None
