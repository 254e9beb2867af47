"""The form of a hoofdkeuze: what is chosen, why, and what it is tied to."""

from typing import Any

from django import forms

from areas.models import Area
from deliverables.perspective.choices import queries
from deliverables.perspective.choices.actions import ChoiceFacts
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.sections.rules import MAX_TEXT
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.law_text.light import LIGHT_HELP

_LINKS = ("ambitions", "frictions", "challenges", "contributions")
_GONE = "Een van uw keuzes is er niet meer. Kies opnieuw uit de lijst."


def _boxes(label: str, help_text: str = "") -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        MainChoice.objects.none(),
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _GONE, "invalid_pk_value": _GONE},
    )


class ChoiceForm(PrintedForm, OnceForm, VersionedForm):
    """A hoofdkeuze, new or changed."""

    title = forms.CharField(
        label="Wat kiezen we?",
        max_length=150,
        error_messages={
            "required": "Vul in wat u kiest, bijvoorbeeld: Het beekdal krijgt weer de breedte van de vloed."
        },
    )
    text = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=MAX_TEXT,
        help_text=LIGHT_HELP,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"max_length": "De toelichting is langer dan 20.000 tekens. Maak haar korter."},
    )
    ambitions = _boxes("Ambities", "Uit welke ambities komt deze keuze?")
    frictions = _boxes("Schuurpunten", "Op welke schuurpunten geeft deze keuze antwoord?")
    challenges = _boxes("Opgaven")
    contributions = _boxes("Bijdragen aan nationale programma’s")

    def __init__(self, *args: Any, area: Area, choice: MainChoice | None = None, **kwargs: Any) -> None:
        if choice:
            names = ("version", "title", "text")
            linked = {name: list(getattr(choice, name).values_list("pk", flat=True)) for name in _LINKS}
            kwargs["initial"] = {name: getattr(choice, name) for name in names} | linked
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs.pop("maxlength", None)
        offered: dict[str, tuple[Any, Any]] = {
            "ambitions": (queries.ambitions_of(area), lambda row: f"{row.number}. {row.title}"),
            "frictions": (
                queries.frictions_of(area),
                lambda row: f"{row.first.title} en {row.second.title}: {row.text}",
            ),
            "challenges": (queries.challenges_of(area), lambda row: row.title),
            "contributions": (
                queries.contributions_of(area),
                lambda row: f"{row.programme.short_name or row.programme.name}: {row.text}",
            ),
        }
        for name, (rows, words) in offered.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
            self.fields[name].label_from_instance = words  # type: ignore[attr-defined]

    @property
    def link_fields(self) -> list[Any]:
        """What it is tied to, as fields of the page."""
        return [self[name] for name in _LINKS]

    def facts(self) -> ChoiceFacts:
        """Return what was filled in; only after is_valid()."""
        given = self.cleaned_data
        links = {name: list(given[name]) for name in _LINKS}
        return ChoiceFacts(given["title"], given["text"], **links)
