"""The form "Draag over": to whom, from when, and what goes along."""

from datetime import date, timedelta
from typing import Any

from django import forms

from areas.models import Person, User
from areas.people.actions import PersonProblem
from novex_portal.records.handover.actions import Along, Newcomer
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.problems import Problem

NEW = "nieuw"

# Checkbox → its words, and what it says with how much there is.
_ALONG = {
    "actions": "Open afspraken",
    "seat": "De plek in de planningsgroep, met de functies",
    "contact": "Contactpersoon van het gebied",
    "duties": "Verantwoordelijk voor ijkmomenten",
    "measures": "Aanspreekpunt of bestuurder bij maatregelen",
}


class HandoverForm(VersionedForm, OnceForm):
    """A successor, the last day, and a checkbox for each kind of thing that hangs on the role."""

    last_day = DutchDateField(label="Laatste dag van de oude rol", help_text="Bijvoorbeeld 31-03-2026.")
    successor = forms.ChoiceField(
        label="Wie neemt het over?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies wie het overneemt.",
            "invalid_choice": "Kies als opvolger iemand van dezelfde organisatie.",
        },
    )
    role = forms.CharField(
        label="Rol van de nieuwe persoon",
        max_length=150,
        required=False,
        help_text="Noem de functie. Een naam is zelden nodig.",
    )
    valid_from = DutchDateField(
        label="Eerste dag", required=False, help_text="Laat leeg voor de dag na de laatste dag van de oude rol."
    )
    account = forms.ChoiceField(label="Account in dit gebied", required=False)
    actions = forms.BooleanField(required=False)
    seat = forms.BooleanField(required=False)
    contact = forms.BooleanField(required=False)
    duties = forms.BooleanField(required=False)
    measures = forms.BooleanField(required=False)
    mandates = forms.BooleanField(
        label="Geef de mandaten opnieuw aan de opvolger",
        required=False,
        help_text="Een mandaat is persoonlijk: het eindigt met de rol. Zet dit alleen aan als dat zo is afgesproken.",
    )
    ends_access = forms.BooleanField(
        label="Beëindig ook de toegang van dit account in dit gebied",
        required=False,
        help_text="De toegang eindigt meteen. Doe dit dus pas op de laatste dag of daarna.",
    )

    def __init__(
        self,
        *args: Any,
        person: Person,
        successors: list[Person],
        accounts: list[User],
        today: date,
        moves: dict[str, int],
        may_end_access: bool,
        taken_over_by: Person | None = None,
        **kwargs: Any,
    ) -> None:
        self.successors = {str(one.pk): one for one in successors}
        self.accounts = {str(user.pk): user for user in accounts if user.pk != person.user_id}
        kwargs["initial"] = {
            "version": person.version,
            "last_day": person.valid_until or today,
            "role": person.role,
            "successor": taken_over_by.pk if taken_over_by else NEW,
            **dict.fromkeys(_ALONG, True),
        }
        super().__init__(*args, **kwargs)
        self._offer_people()
        self._offer_what_moves(moves)
        if not (may_end_access and person.user_id):
            del self.fields["ends_access"]

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Put what is refused beside the field it is about, if there is one."""
        name = problem.field if isinstance(problem, PersonProblem) else field
        super().refuse(problem, name if name in self.fields else None)

    def _offer_people(self) -> None:
        people = [(key, _label(one)) for key, one in self.successors.items()]
        self._choices("successor", [*people, (NEW, "Een nieuwe persoon")])
        if not people:  # nothing to choose: whoever takes over is new here
            self.fields["successor"].widget = forms.HiddenInput()
            self.fields["role"].required = True
        self._choices("account", [("", "Nog geen account"), *((key, str(one)) for key, one in self.accounts.items())])

    def _offer_what_moves(self, moves: dict[str, int]) -> None:
        for name, words in _ALONG.items():
            if moves.get(name):
                self.fields[name].label = words + (f" ({moves[name]})" if moves[name] > 1 else "")
            else:
                del self.fields[name]
        if not moves.get("mandates"):
            del self.fields["mandates"]

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells mypy which field it is
        field.choices = choices

    @property
    def along_fields(self) -> list[Any]:
        """The checkboxes of what goes along."""
        return [self[name] for name in (*_ALONG, "mandates") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("successor") == NEW:
            if not data.get("role", "").strip():
                self.add_error("role", "Vul de rol van de nieuwe persoon in, bijvoorbeeld “Wethouder ruimte”.")
            first, last = data.get("valid_from"), data.get("last_day")
            if first and last and first <= last:
                day = last + timedelta(days=1)
                self.add_error("valid_from", f"De nieuwe rol begint na de oude. Kies {day:%d-%m-%Y} of later.")
        return data

    def who(self) -> Person | Newcomer:
        """Return the successor that was chosen or filled in."""
        data = self.cleaned_data
        if data["successor"] != NEW:
            return self.successors[data["successor"]]
        return Newcomer(role=data["role"], valid_from=data["valid_from"], user=self.accounts.get(data["account"]))

    def along(self) -> Along:
        """Return what goes along; what hangs on nothing was not asked, and so moves if it came meanwhile."""
        given = self.cleaned_data
        kinds = {name: given.get(name, True) for name in _ALONG}
        return Along(**kinds, mandates=given.get("mandates", False), ends_access=given.get("ends_access", False))


def _label(person: Person) -> str:
    name = f" ({person.name})" if person.name else ""
    since = f", vanaf {person.valid_from:%d-%m-%Y}" if person.valid_from else ""
    return f"{person.role}{name}{since}"
