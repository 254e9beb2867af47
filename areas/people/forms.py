"""The form with which somebody gets a role, or with which it changes."""

from typing import Any

from django import forms

from areas.accounts.models.user import User
from areas.people.actions import PersonProblem
from areas.people.models import Person
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.problems import Problem

_KEPT = "blijft"


class PersonForm(VersionedForm, OnceForm):
    """A role, from when until when, how to reach who holds it, and with which account they work here."""

    role = forms.CharField(
        label="Rol",
        max_length=150,
        help_text="Noem de functie, bijvoorbeeld: Wethouder ruimte.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Vul de rol in, bijvoorbeeld “Wethouder ruimte”."},
    )
    name = forms.CharField(
        label="Naam",
        max_length=150,
        required=False,
        help_text="Noem de functie. Een naam is zelden nodig.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    valid_from = DutchDateField(
        label="Eerste dag", required=False, help_text="Bijvoorbeeld 01-03-2026. Laat leeg als u het niet weet."
    )
    valid_until = DutchDateField(
        label="Laatste dag", required=False, help_text="Laat leeg zolang er geen einde bekend is."
    )
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Vul een geldig e-mailadres in, bijvoorbeeld functie@gemeente.nl."},
    )
    phone = forms.RegexField(
        r"^[0-9+()./ -]{6,30}$",
        label="Telefoon",
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
        error_messages={"invalid": "Vul een telefoonnummer in met cijfers, bijvoorbeeld 043 123 45 67."},
    )
    account = forms.ChoiceField(
        label="Account in dit gebied",
        required=False,
        help_text="Kies het account waarmee deze persoon in het portaal werkt.",
        error_messages={"invalid_choice": "Kies een account van dit gebied. Een account van elders kan niet."},
    )

    def __init__(
        self, *args: Any, accounts: list[User], with_contact: bool, person: Person | None = None, **kwargs: Any
    ) -> None:
        self.person = person
        self.users: dict[str, User | None] = {str(user.pk): user for user in accounts}
        kwargs["initial"] = {**self._start(person), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        if not with_contact:
            del self.fields["email"], self.fields["phone"]
        choices = [("", "Geen account"), *((key, _label(user)) for key, user in self.users.items() if user)]
        if person and person.user and str(person.user_id) not in self.users:
            # Of another area, or no member any more: it may stay, but is not named here.
            self.users[_KEPT] = person.user
            choices.append((_KEPT, "Het account dat nu gekoppeld is (geen lid meer van dit gebied)"))
        field = self.fields["account"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells mypy which field it is
        field.choices = choices

    def _start(self, person: Person | None) -> dict[str, Any]:
        if person is None:
            return {}
        names = ("role", "name", "valid_from", "valid_until", "email", "phone", "version")
        account = str(person.user_id) if person.user_id else ""
        start = {name: getattr(person, name) for name in names}
        return {**start, "account": account if not account or account in self.users else _KEPT}

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Put what is refused beside the field it is about, if this user has that."""
        name = problem.field if isinstance(problem, PersonProblem) else field
        name = "account" if name == "user" else name
        super().refuse(problem, name if name in self.fields else None)

    def values(self) -> dict[str, Any]:
        """Return what was filled in, as the actions take it; contact data only where it was asked."""
        names = ("role", "name", "valid_from", "valid_until", "email", "phone")
        given = {name: self.cleaned_data[name] for name in names if name in self.fields}
        return {**given, "user": self.users.get(self.cleaned_data["account"])}


def _label(user: User) -> str:
    return str(user) if str(user) == user.email else f"{user} ({user.email})"
