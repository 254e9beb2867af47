"""Forms about the parties of an area."""

from django import forms

from areas.enums import OrganisationKind


class PartyForm(forms.Form):
    """An organisation that plays a part in the area."""

    name = forms.CharField(
        label="Naam van de organisatie",
        max_length=200,
        help_text="Voluit, zoals de organisatie zichzelf noemt. Bijvoorbeeld: Waterschap Limburg.",
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": "Vul de naam van de organisatie in, bijvoorbeeld “Waterschap Limburg”."},
    )
    kind = forms.ChoiceField(
        label="Soort partij",
        choices=OrganisationKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat voor soort partij dit is."},
    )
    website = forms.URLField(
        label="Website",
        required=False,
        assume_scheme="https",
        help_text="Bijvoorbeeld: www.waterschaplimburg.nl",
        error_messages={"invalid": "Vul een bestaand webadres in, bijvoorbeeld www.waterschaplimburg.nl."},
    )


class PartyFilter(forms.Form):
    """What the list of parties can be narrowed to; a wrong value filters nothing."""

    naam = forms.CharField(label="Naam", required=False, max_length=100)
    soort = forms.ChoiceField(
        label="Soort partij", required=False, choices=[("", "Alle soorten"), *OrganisationKind.choices]
    )

    def chosen(self) -> tuple[str, str]:
        """Return name and kind to filter on; empty is no filter."""
        self.is_valid()
        return self.cleaned_data.get("naam", ""), self.cleaned_data.get("soort", "")
