"""The form with which a checkpoint is made and changed."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from areas.models import Area
from deliverables.checkpoints.actions import CheckpointData
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from deliverables.checkpoints.queries import Candidate
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchDateField
from novex_portal.toolkit.text import dutch

KIND_HELP = {
    CheckpointKind.CHECKPOINT: "Rijk en regio kijken samen hoe ver de producten zijn.",
    CheckpointKind.BOARD_MEETING: "Bestuurders besluiten, bijvoorbeeld het BO Leefomgeving.",
    CheckpointKind.OWN: "Een moment van het gebied zelf.",
}
YEARS_BACK, YEARS_AHEAD = 5, 15
MAX_LINES, MAX_LINE = 30, 200


class CheckpointForm(VersionedForm, OnceForm):
    """Name, kind, day, areas, what must be ready and who answers for it."""

    name = forms.CharField(
        label="Naam",
        max_length=150,
        help_text="Zo staat het moment in het overzicht en in de herinneringen.",
        error_messages={"required": "Vul een naam in, bijvoorbeeld “Tweede ijkmoment”."},
    )
    kind = forms.ChoiceField(
        label="Soort",
        choices=CheckpointKind.choices,
        widget=DescribedRadioSelect(descriptions={str(kind): text for kind, text in KIND_HELP.items()}),
        initial=CheckpointKind.CHECKPOINT,
        error_messages={"required": "Kies een soort."},
    )
    date = DutchDateField(label="Datum", help_text="Bijvoorbeeld 31-10-2022.")
    place = forms.CharField(label="Plaats", max_length=150, required=False, help_text="Waar is het?")
    areas = forms.MultipleChoiceField(
        label="Geldt voor",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies minstens één gebied.",
            "invalid_choice": "U kunt alleen gebieden kiezen waarvan u de ijkmomenten beheert.",
        },
    )
    requirements = forms.CharField(
        label="Wat moet klaar zijn?",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Eén onderdeel per regel, bijvoorbeeld “Ontwikkelperspectief, concept”.",
    )
    responsibles = forms.MultipleChoiceField(
        label="Wie is verantwoordelijk?",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--scroll"}),
        help_text="Zij krijgen de herinneringen. Kiest u niemand? Dan gaan ze naar de gebiedsbeheerders en de"
        " planningsgroep.",
        error_messages={"invalid_choice": "Kies alleen leden van de gebieden waarvoor dit moment geldt."},
    )

    def __init__(
        self, *args: Any, areas: Sequence[Area], people: Sequence[Candidate], today: dt.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.choosable = {str(area.pk): area for area in areas}
        self.people = {str(person.user.pk): person for person in people}
        self._choices("areas", [(key, area.name) for key, area in self.choosable.items()])
        self._choices("responsibles", [(key, person.label) for key, person in self.people.items()])
        if len(areas) == 1:  # nothing to choose: the page says which area it is
            del self.fields["areas"]

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - tells mypy which field it is
        field.choices = choices

    def clean_name(self) -> str:
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean_date(self) -> dt.date:
        day: dt.date = self.cleaned_data["date"]
        first, last = (
            self.today - dt.timedelta(days=366 * YEARS_BACK),
            self.today + dt.timedelta(days=366 * YEARS_AHEAD),
        )
        if not first <= day <= last:
            raise forms.ValidationError(
                f"Kies een datum tussen {dutch.long_date(first)} en {dutch.long_date(last)}. Klopt het jaar?"
            )
        return day

    def clean_requirements(self) -> tuple[str, ...]:
        typed = str(self.cleaned_data["requirements"]).splitlines()
        lines = [" ".join(line.removeprefix("- ").split()) for line in typed]
        lines = list(dict.fromkeys(line for line in lines if line))
        if len(lines) > MAX_LINES:
            raise forms.ValidationError(f"Vul hoogstens {MAX_LINES} onderdelen in. Dit zijn er {len(lines)}.")
        for number, line in enumerate(lines, 1):
            if len(line) > MAX_LINE:
                raise forms.ValidationError(
                    f"Onderdeel {number} heeft {len(line)} tekens. Maak het hoogstens {MAX_LINE} tekens lang."
                )
        return tuple(lines)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen = {area.pk for area in self._areas()}
        strangers = [
            str(self.people[key].user)
            for key in data.get("responsibles", [])
            if not self.people[key].areas & {None, *chosen}
        ]
        if strangers and chosen:
            self.add_error("responsibles", f"Geen lid van de gekozen gebieden: {', '.join(strangers)}.")
        return data

    def _areas(self) -> tuple[Area, ...]:
        if "areas" not in self.fields:
            return tuple(self.choosable.values())
        return tuple(self.choosable[key] for key in self.cleaned_data.get("areas", []))

    def data_given(self) -> CheckpointData:
        """Return what was filled in; only after is_valid()."""
        given = self.cleaned_data
        return CheckpointData(
            name=given["name"],
            kind=given["kind"],
            date=given["date"],
            place=given["place"],
            areas=self._areas(),
            requirements=given["requirements"],
            responsibles=tuple(self.people[key].user for key in given["responsibles"]),
        )


def values_of(checkpoint: Checkpoint) -> dict[str, Any]:
    """Return a checkpoint as the form shows it."""
    lines = dict.fromkeys(wanted.text for wanted in checkpoint.requirements.order_by("rank", "text"))
    return {
        "version": checkpoint.version,
        "name": checkpoint.name,
        "kind": checkpoint.kind,
        "date": checkpoint.date,
        "place": checkpoint.place,
        "areas": [str(area.pk) for area in checkpoint.areas.all()],
        "requirements": "\n".join(lines),
        "responsibles": [str(duty.user_id) for duty in checkpoint.responsibles.all()],
    }


def blank_values(areas: Sequence[Area]) -> dict[str, list[str]]:
    """Return the first state of an empty form: the areas it starts from are chosen."""
    chosen: list[UUID] = [area.pk for area in areas]
    return {"areas": [str(pk) for pk in chosen]}
