"""Forms for a round of conversations and for planning one of them."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from areas.models import Area, Organisation
from areas.parties.enums import OrganisationKind
from areas.parties.queries import parties_in
from coalition.conversations.recording.rules.rawform import Raw
from coalition.conversations.rounds.actions import MAX_TARGETS, RoundData
from coalition.conversations.rounds.models import ConversationRound, RoundTarget
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.text import dutch


class RoundForm(VersionedForm, OnceForm):
    """Why, when, which questions, with whom, and how many of each kind."""

    title = forms.CharField(
        label="Titel", max_length=150, error_messages={"required": "Vul een titel in, bijvoorbeeld: Eerste ronde."}
    )
    aim = forms.CharField(
        label="Doel van de ronde",
        max_length=2_000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Schrijf op wat u met deze ronde wilt weten."},
    )
    starts_on = DutchDateField(label="Van")
    ends_on = DutchDateField(label="Tot en met", required=False)
    guide = forms.CharField(
        label="Vragen voor elk gesprek",
        required=False,
        max_length=5_000,
        help_text="Eén vraag per regel. Zij staan op het gespreksblad dat u kunt afdrukken.",
        widget=forms.Textarea({"rows": 6}),
    )
    organisations = forms.MultipleChoiceField(
        label="Met wie wilt u spreken?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Een van de partijen hoort niet bij dit gebied."},
    )

    def __init__(self, *args: Any, area: Area, round: ConversationRound | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _start(round)
        super().__init__(*args, **kwargs)
        self.parties: dict[str, Organisation] = {str(party.pk): party for party in parties_in(area)}
        self.fields["organisations"].choices = [(pk, party.name) for pk, party in self.parties.items()]  # type: ignore[attr-defined]
        for kind in OrganisationKind:
            self.fields[f"aim_{kind.value}"] = forms.IntegerField(
                label=str(kind.label),
                required=False,
                min_value=1,
                max_value=MAX_TARGETS,
                widget=forms.TextInput({"inputmode": "numeric"}),
                error_messages={
                    name: f"Vul bij {kind.label.lower()} een getal in van 1 tot en met {MAX_TARGETS}."
                    for name in ("invalid", "min_value", "max_value")
                },
            )

    @property
    def aim_fields(self) -> list[forms.BoundField]:
        """The numbers per kind of party."""
        return [self[name] for name in self.fields if name.startswith("aim_")]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", "De ronde eindigt vóór zij begint. Kies een latere laatste dag.")
        return cleaned

    def round_data(self) -> RoundData:
        """Return the round; only after is_valid."""
        cleaned = self.cleaned_data
        return RoundData(
            **{name: cleaned[name] for name in ("title", "aim", "starts_on", "ends_on", "guide")},
            organisations=[self.parties[pk] for pk in cleaned["organisations"]],
            aims={kind.value: number for kind in OrganisationKind if (number := cleaned.get(f"aim_{kind.value}"))},
        )


def _start(round: ConversationRound | None) -> dict[str, Any]:
    if round is None:
        return {"starts_on": timezone.localdate()}
    names = ("title", "aim", "starts_on", "ends_on", "guide", "version")
    aims = {f"aim_{row.kind}": row.number for row in round.aims.all()}
    targets = [str(row.organisation_id) for row in round.targets.all()]
    return {**{name: getattr(round, name) for name in names}, **aims, "organisations": targets}


class PlanForm(PortalForm):
    """When and where one speaks with a target, and who does."""

    planned_on = DutchDateField(label="Wanneer?", required=False, help_text="Laat leeg als er nog geen dag is.")
    place = forms.CharField(label="Waar?", max_length=150, required=False)
    interviewer = forms.CharField(
        label="Wie voert het gesprek?", max_length=150, required=False, help_text="Een rol is genoeg."
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, target: RoundTarget, **kwargs: Any) -> None:
        names = ("planned_on", "place", "interviewer", "version")
        kwargs["initial"] = {name: getattr(target, name) for name in names}
        super().__init__(*args, **kwargs)


def start_of(target: RoundTarget, today: date) -> Raw:
    """Return the conversation form as it begins for a target: who, where and when as planned, and the round."""
    day = target.planned_on if target.planned_on and target.planned_on <= today else today
    return {
        "participants-0-organisation": [target.organisation.name],
        "held_on": [dutch.short_date(day)],
        "place": [target.place],
        "round": [str(target.round_id)],
    }
