"""Forms about the parties of an area."""

from typing import Any

from django import forms
from django.core.validators import URLValidator

from areas.area.models import Province
from areas.parties.enums import OrganisationKind, Side
from areas.parties.models import AreaOrganisation
from areas.parties.rules.notes import notes_mark
from novex_portal.toolkit.forms.base import PortalForm, VersionedForm

NO_SITE = "Vul een bestaand webadres in, bijvoorbeeld www.waterschaplimburg.nl."
TOO_LONG = "De naam is langer dan 200 tekens. Maak de naam korter."
SHARED = ("name", "kind", "province", "website")


class WebsiteField(forms.URLField):
    """An address of a site people can visit: no other schemes than the two of the web."""

    default_validators = [URLValidator(schemes=["http", "https"], message=NO_SITE)]


class PartyForm(PortalForm):
    """An organisation that plays a part in the area."""

    name = forms.CharField(
        label="Naam van de organisatie",
        max_length=200,
        help_text="Voluit, zoals de organisatie zichzelf noemt. Bijvoorbeeld: Waterschap Limburg.",
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={
            "required": "Vul de naam van de organisatie in, bijvoorbeeld “Waterschap Limburg”.",
            "max_length": TOO_LONG,
        },
    )
    kind = forms.ChoiceField(
        label="Soort partij",
        choices=OrganisationKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat voor soort partij dit is."},
    )
    province = forms.ModelChoiceField(
        Province.objects.none(),
        label="Van welke provincie?",
        required=False,
        empty_label="Geen",
        help_text="Alleen voor het bestuur van een provincie. Zo staat het op de bladzijde van die provincie.",
        error_messages={"invalid_choice": "Kies een provincie uit de lijst."},
    )
    website = WebsiteField(
        label="Website",
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text="Bijvoorbeeld: www.waterschaplimburg.nl",
        error_messages={"invalid": NO_SITE, "max_length": "Het webadres is langer dan 200 tekens."},
    )

    def __init__(self, *args: Any, similar_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["province"].queryset = Province.objects.all()  # type: ignore[attr-defined]
        if similar_url and "name" in self.fields:
            self.fields["name"].widget.attrs |= {
                "data-hx-get": similar_url,
                "data-hx-trigger": "input changed delay:350ms",
                "data-hx-target": "#lijkt-op",
                "data-hx-sync": "this:replace",
            }

    @property
    def typed_name(self) -> str:
        """The name as it stands in the form, right or wrong."""
        return " ".join(str(self["name"].value() or "").split()) if "name" in self.fields else ""


class PartyEditForm(VersionedForm, PartyForm):
    """What all areas share of a party, and the notes of this one; without what this user may not change."""

    notes = forms.CharField(
        label="Aantekeningen van dit gebied",
        required=False,
        max_length=10_000,
        help_text="Alleen wie in dit gebied met partijen werkt, leest dit. Andere gebieden zien het niet. Schrijf niets over personen dat zij zelf niet mogen lezen.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": "De aantekeningen zijn langer dan 10.000 tekens. Maak ze korter."},
    )
    notes_seen = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, link: AreaOrganisation, may_share: bool, may_note: bool, similar_url: str = "", **kwargs: Any
    ) -> None:
        held = link.organisation
        start = {name: getattr(held, name) for name in (*SHARED, "version")}
        kwargs["initial"] = {**start, "notes": link.notes, "notes_seen": notes_mark(link.notes)}
        super().__init__(*args, similar_url=similar_url if may_share else "", **kwargs)
        for name in () if may_share else SHARED:
            del self.fields[name]
        for name in () if may_note else ("notes", "notes_seen"):
            del self.fields[name]

    @property
    def facts(self) -> dict[str, Any]:
        """The shared facts as filled in; empty where they may not be changed."""
        return {name: self.cleaned_data[name] for name in SHARED if name in self.cleaned_data}

    def on_top_of_party(self, link: AreaOrganisation) -> None:
        """As `on_top_of`: for the organisation and for the notes of this area."""
        self.on_top_of(link.organisation, notes_seen=notes_mark(link.notes))


class UmbrellaForm(PortalForm):
    """Which organisation this one is a member of, or which is a member of it."""

    name = forms.CharField(
        label="Naam van de andere organisatie",
        max_length=200,
        help_text="Een partij van dit gebied. Voluit, zoals zij in de lijst staat.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "partijnamen"}),
        error_messages={"required": "Vul de naam in van een partij van dit gebied.", "max_length": TOO_LONG},
    )
    relation = forms.ChoiceField(
        label="Wat is de ander?",
        choices=[("koepel", "De ander is een koepel, en deze is er lid van"), ("lid", "De ander is lid van deze")],
        widget=forms.RadioSelect,
        initial="koepel",
        error_messages={"required": "Kies wie de koepel is."},
    )


class PartyFilter(PortalForm):
    """What the list of parties can be narrowed to; a wrong value filters nothing."""

    naam = forms.CharField(label="Naam", required=False, max_length=100)
    soort = forms.ChoiceField(
        label="Soort partij", required=False, choices=[("", "Alle soorten"), *OrganisationKind.choices]
    )
    zijde = forms.ChoiceField(
        label="Overheid of samenleving", required=False, choices=[("", "Allebei"), *Side.choices]
    )
    koepel = forms.TypedChoiceField(label="Lid van koepel", required=False, choices=[("", "Maakt niet uit")])
    niet_gesproken = forms.BooleanField(label="Nog niet gesproken", required=False)

    def __init__(self, *args: Any, umbrellas: list[tuple[str, str]], with_contact: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if umbrellas:
            self.fields["koepel"].choices = [("", "Maakt niet uit"), *umbrellas]  # type: ignore[attr-defined]
        else:
            del self.fields["koepel"]
        if not with_contact:
            del self.fields["niet_gesproken"]

    def chosen(self) -> dict[str, Any]:
        """Return what to filter on by field; what is wrong or empty is no filter."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
