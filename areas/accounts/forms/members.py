"""Forms about who may do what: inviting somebody, and taking up an invitation."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import NATIONAL_ROLES, Role
from areas.parties.models import Organisation
from novex_portal.toolkit.forms.base import OnceForm, PortalForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect

ROLE_HELP: dict[str, str] = {
    Role.PARTICIPANT: "Leest ambities en akkoord, en gesprekken op niveau gebied.",
    Role.INTERVIEWER: "Legt gesprekken vast en leest gesprekken op niveau gebied.",
    Role.PLANNING_GROUP: "Leest ook gesprekken op niveau planningsgroep, en schrijft ambities en akkoord.",
    Role.EXECUTIVE: "Ziet dashboard, ambities en akkoord. Ziet geen gespreksteksten.",
    Role.AREA_ADMIN: "Doet alles van de planningsgroep, en beheert leden en ijkmomenten.",
}
AREA_ROLES = [(role.value, role.label) for role in Role if role not in NATIONAL_ROLES]


class InvitationForm(OnceForm):
    """Whom to invite to an area, and as what."""

    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Vul het e-mailadres in, bijvoorbeeld naam@gemeente.nl.",
            "invalid": "Vul een geldig e-mailadres in, bijvoorbeeld naam@gemeente.nl.",
        },
    )
    name = forms.CharField(
        label="Functie of naam",
        max_length=150,
        help_text="Zo staat deze persoon in het portaal, bijvoorbeeld “Beleidsmedewerker water, gemeente Heerlen”.",
        error_messages={"required": "Vul een functie of naam in, bijvoorbeeld “Beleidsmedewerker water”."},
    )
    organisation = forms.ModelChoiceField(
        label="Organisatie", queryset=Organisation.objects.none(), required=False, empty_label="Geen of onbekend"
    )
    role = forms.ChoiceField(
        label="Rol",
        choices=AREA_ROLES,
        widget=DescribedRadioSelect(descriptions=ROLE_HELP),
        error_messages={"required": "Kies een rol."},
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisations = self.fields["organisation"]
        assert isinstance(organisations, forms.ModelChoiceField)  # noqa: S101
        organisations.queryset = area.organisations.order_by("name")


class NewAccountForm(PortalForm):
    """What somebody chooses who takes up an invitation and has no account yet."""

    name = forms.CharField(
        label="Functie of naam",
        max_length=150,
        help_text="Zo zien de andere leden u.",
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        error_messages={"required": "Vul uw functie of naam in."},
    )
    password = forms.CharField(
        label="Wachtwoord",
        strip=False,
        help_text="Minstens 12 tekens. Kies bijvoorbeeld drie woorden die niets met elkaar te maken hebben.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Kies een wachtwoord van minstens 12 tekens."},
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, User(email=self.email, name=self.cleaned_data.get("name", "")))
        return password
