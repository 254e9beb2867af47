"""Forms for decisions, and for where a party stands on one."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from areas.models import Area, Organisation
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.decisions.models import Decision, DecisionPosition
from coalition.planning_group.decisions.queries import begins_anew, next_statuses, parties_to_choose
from coalition.planning_group.decisions.rules import EARLIEST, day_problem
from coalition.planning_group.meetings.models import Meeting
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.forms import source_field
from coalition.planning_group.speaking.rules import source_problem
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchDateField
from novex_portal.toolkit.forms.widgets import QuickSelect
from novex_portal.toolkit.law_text.light import LIGHT_HELP
from novex_portal.toolkit.text.names import name_key

MAX_TEXT = 20_000
OFFERED = 150
"""So many parties are offered to tick; in a larger area the others are named."""


class DecisionForm(VersionedForm, OnceForm):
    """What was decided, by whom, when, and whose word on it is asked."""

    title = forms.CharField(
        label="Titel",
        max_length=150,
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Beekdalen eerst."},
    )
    text = forms.CharField(
        label="Besluit",
        max_length=MAX_TEXT,
        help_text=LIGHT_HELP,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Vul in wat er is besloten.",
            "max_length": "De tekst is langer dan 20.000 tekens. Maak de tekst korter, of maak er twee besluiten van.",
        },
    )
    body = forms.CharField(
        label="Genomen door",
        max_length=150,
        help_text="Bijvoorbeeld: planningsgroep, stuurgroep, Gedeputeerde Staten.",
        error_messages={"required": "Vul in wie het besluit nam, bijvoorbeeld: stuurgroep."},
    )
    decided_on = DutchDateField(label="Datum van het besluit")
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="In welk overleg?",
        required=False,
        empty_label="Niet in een overleg",
        widget=QuickSelect,
        error_messages={"invalid_choice": "Dit overleg hoort niet bij dit gebied. Kies een ander."},
    )
    parties = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label="Partijen",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Van deze partijen wilt u weten waar zij staan. Elke partij beslist zelf.",
        error_messages={
            "invalid_choice": "Een van de partijen hoort niet bij dit gebied. Kies uit deze lijst.",
            "invalid_pk_value": "Een van de partijen kennen we niet. Kies uit deze lijst.",
        },
    )
    others = forms.CharField(
        label="Andere partijen",
        required=False,
        max_length=10_000,
        help_text="Staat een partij er niet bij? Typ haar naam voluit, één naam per regel.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, area: Area, likely: Collection[UUID] = (), decision: Decision | None = None, **kwargs: Any
    ) -> None:
        linked = _linked(decision) if decision else set(likely)
        start = {"parties": list(linked), **_values(decision)}
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.area = area
        meetings, parties = self.fields["meeting"], self.fields["parties"]
        meetings.queryset = Meeting.objects.filter(area=area)  # type: ignore[attr-defined]
        meetings.label_from_instance = _meeting_words  # type: ignore[attr-defined]
        parties.queryset = parties_to_choose(area)  # type: ignore[attr-defined]
        self._offer(linked)

    def _offer(self, linked: set[Any]) -> None:
        """Offer all parties of a small area; of a large one those that are likely, and a box for the rest."""
        parties = self.fields["parties"]
        everybody = parties_to_choose(self.area)
        first = list(everybody[: OFFERED + 1])
        if len(first) <= OFFERED:
            del self.fields["others"]
        else:
            first = first[:OFFERED]
        shown = {organisation.pk for organisation in first}
        rest = list(everybody.filter(pk__in=linked - shown)) if linked - shown else []
        parties.choices = [(str(row.pk), row.name) for row in [*first, *rest]]  # type: ignore[attr-defined]

    def clean_decided_on(self) -> Any:
        day = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Deze datum ligt in de toekomst. Leg een besluit vast als het genomen is.")
        if day < EARLIEST:
            raise forms.ValidationError("Vul een datum in na 1900, bijvoorbeeld 31-10-2022.")
        return day

    def clean_others(self) -> list[Organisation]:
        names = {name_key(line): line.strip() for line in self.cleaned_data["others"].splitlines() if line.strip()}
        found = {name_key(row.name): row for row in parties_to_choose(self.area).filter(name__in=names.values())}
        for key, name in names.items():
            row = found.get(key) or parties_to_choose(self.area).filter(name__iexact=name).first()
            if row is None:
                raise forms.ValidationError(f"“{name}” is geen partij van dit gebied. Voeg haar eerst toe.")
            found[key] = row
        return list(found.values())

    @property
    def organisations(self) -> list[Organisation]:
        """All parties that were chosen, each once."""
        chosen = [*self.cleaned_data["parties"], *self.cleaned_data.get("others", [])]
        return list({row.pk: row for row in chosen}.values())


def _linked(decision: Decision) -> set[Any]:
    return set(decision.positions.values_list("organisation_id", flat=True))


def _meeting_words(meeting: Meeting) -> str:
    return f"{meeting.title}, {meeting.held_on:%d-%m-%Y}"


def _values(decision: Decision | None) -> dict[str, Any]:
    if decision is None:
        return {}
    names = ("title", "text", "body", "decided_on", "version")
    return {"meeting": decision.meeting_id, **{name: getattr(decision, name) for name in names}}


_STAND_HELP: dict[str, str] = {
    DecisionStatus.WAITING: "De partij heeft nog niets laten weten. Wat er stond, vervalt.",
    DecisionStatus.NOTED: "De partij kent het besluit, en zegt nog niet wat zij ervan vindt.",
    DecisionStatus.OFFICIALS_AGREE: "De ambtelijke organisatie is het ermee eens.",
    DecisionStatus.EXECUTIVES_AGREE: "Het dagelijks bestuur is het ermee eens, bijvoorbeeld het college.",
    DecisionStatus.ADOPTED: "Het hoogste orgaan heeft het vastgesteld, bijvoorbeeld de raad of Provinciale Staten.",
    DecisionStatus.REJECTED: "De partij doet niet mee met dit besluit.",
}


class PositionForm(VersionedForm):
    """Where one party stands on a decision."""

    status = forms.ChoiceField(
        label="Waar staat deze partij?",
        widget=DescribedRadioSelect(descriptions=_STAND_HELP),
        error_messages={
            "required": "Kies waar de partij staat.",
            "invalid_choice": "Deze stap kan niet vanaf waar de partij nu staat. Kies een andere.",
        },
    )
    body = forms.CharField(
        label="Orgaan",
        required=False,
        max_length=150,
        help_text="Welk orgaan van de partij zei dit? Bijvoorbeeld: college van burgemeester en wethouders.",
    )
    stated_on = DutchDateField(
        label="Op welke dag?",
        required=False,
        help_text="Bijvoorbeeld 31-10-2022. Laat leeg bij “Nog geen bericht”.",
    )
    reservation = forms.CharField(
        label="Voorbehoud",
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    source = source_field()

    def __init__(self, *args: Any, position: DecisionPosition, given_as: str, **kwargs: Any) -> None:
        names = ("status", "body", "stated_on", "reservation", "source")
        start: dict[str, Any] = {"version": position.version}
        if not begins_anew(position, given_as):
            start |= {name: getattr(position, name) for name in names}
            if given_as == GivenAs.OWN:
                start["stated_on"] = position.stated_on or timezone.localdate()
        kwargs.setdefault("initial", start)
        super().__init__(*args, **kwargs)
        self.given_as = given_as
        choices = [(status.value, status.label) for status in next_statuses(position, given_as)]
        self.fields["status"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a day that can be, once the party has said something."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("status") in {None, DecisionStatus.WAITING}:
            return values
        problem = "" if "stated_on" in self.errors else day_problem(values.get("stated_on"), timezone.localdate())
        if problem:
            self.add_error("stated_on", problem)
        if problem := source_problem(self.given_as, values.get("source", "")):
            self.add_error("source", problem)
        return values
