"""The rows in the form of a heading of the factsheet: added and taken away with or without JavaScript."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from areas.area.enums import MilestoneKind, MilestoneState, ProvinceRole, Theme
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.queries.choices import FactsheetChoices
from areas.factsheet.rules.rows import (
    EARLIEST,
    LATEST,
    MAX_ROWS,
    AttentionRow,
    ChallengeRow,
    ContactRow,
    ContributionRow,
    FrictionRow,
    MilestoneRow,
    ProvinceRow,
    Row,
)
from areas.programmes.enums import GoalKind
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.text import dutch

MANY = 3  # so many stored rows push the empty one out of sight
SPARE = 1  # empty rows that are there to start with
MORE = 3  # and that a press on the button adds
_MONTH = re.compile(r"([a-z]{3,})\.? (\d{4})|(\d{1,2})[-/](\d{4})")


class DayOrMonthField(forms.CharField):
    """A day, or a month where only that is known: 31-10-2026, or oktober 2026. Gives (day, whether it is a month)."""

    def to_python(self, value: Any) -> tuple[date, bool] | None:  # type: ignore[override]
        text = " ".join(str(value or "").lower().split())
        if not text:
            return None
        try:
            found = self._month(text) or (dutch.parse_date(text), False)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
        if not EARLIEST <= found[0] <= LATEST:
            raise ValidationError("Vul een datum in tussen 1900 en 2100, bijvoorbeeld 31-10-2026.", code="far")
        return found

    def _month(self, text: str) -> tuple[date, bool] | None:
        match = _MONTH.fullmatch(text)
        if match is None:
            return None
        word, year, month, year_too = match.groups()
        day = dutch.parse_date(f"1 {word} {year}" if word else f"1-{month}-{year_too}")
        return day, True

    def run_validators(self, value: Any) -> None:
        """The text was judged while reading it."""


class RowForm(PortalForm):
    """One row. A new row in which nothing was filled in does not count."""

    typed: tuple[str, ...] = ()
    noun = "Regel"

    id = forms.CharField(required=False, widget=forms.HiddenInput, max_length=36)
    remove = forms.BooleanField(label="Verwijderen", required=False)

    def __init__(self, *args: Any, number: int, choices: FactsheetChoices, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "empty_permitted": True, "use_required_attribute": False})
        self.number = number
        self.order_fields([name for name in self.fields if name != "remove"])
        self.fields["remove"].label = f"{self.noun} {number} verwijderen"
        self.choose(choices)

    def choose(self, choices: FactsheetChoices) -> None:
        """Fill the lists to choose from."""

    def offer(self, name: str, first: str, choices: Iterable[tuple[str, str]], message: str) -> None:
        """Set the choices of a field, and what is said of another one."""
        self.fields[name].choices = [("", first), *choices]  # type: ignore[attr-defined]
        self.fields[name].error_messages["invalid_choice"] = message

    @property
    def is_stored(self) -> bool:
        """Whether this is a row that exists already."""
        return bool(str(self["id"].value() or ""))

    @property
    def goes(self) -> bool:
        """Whether somebody asked to take the row away."""
        return bool(self["remove"].value())

    @property
    def counts(self) -> bool:
        """Whether the row is part of what gets saved."""
        return not self.goes and (self.is_stored or any(str(self[name].value() or "").strip() for name in self.typed))

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The fields people fill in."""
        return [self[name] for name in self.fields if name not in {"id", "remove"}]

    def has_changed(self) -> bool:
        return self.counts

    def row(self) -> Row:
        """Return what was filled in; only of a valid row."""
        raise NotImplementedError

    def _values(self, *without: str) -> dict[str, Any]:
        values = {name: value for name, value in self.cleaned_data.items() if name not in {"remove", *without}}
        return values | {"id": values["id"] or None}


def _line(label: str, **kwargs: Any) -> forms.CharField:
    """Return a line of text as wide as the form."""
    return forms.CharField(label=label, widget=forms.TextInput({"data-wide": ""}), **kwargs)


def _source() -> forms.CharField:
    return _line("Bron", required=False, max_length=200)


def _long(label: str, required: bool = False, limit: int = 5_000, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=limit, widget=forms.Textarea({"rows": 2, "data-wide": ""}), **kwargs
    )


class AttentionForm(RowForm):
    typed = ("text",)
    noun = "Aandachtspunt"

    text = _line(
        "Aandachtspunt",
        max_length=200,
        error_messages={"required": "Vul het aandachtspunt in, bijvoorbeeld: recente wateroverlast."},
    )
    source = _source()

    def row(self) -> Row:
        return AttentionRow(**self._values())


class ChallengeForm(RowForm):
    typed = ("title", "text")
    noun = "Opgave"

    title = forms.CharField(
        label="Opgave",
        max_length=150,
        error_messages={"required": "Vul de naam van de opgave in, bijvoorbeeld: Kwetsbare wijken."},
    )
    theme = forms.ChoiceField(
        label="Thema", required=False, help_text="Waarvoor vraagt deze opgave ruimte?", choices=[("", "Kies een thema"), *Theme.choices]
    )  # fmt: skip
    text = _long("Toelichting")
    source = _source()

    def row(self) -> Row:
        return ChallengeRow(**self._values())


class ContributionForm(RowForm):
    typed = ("programme", "text")
    noun = "Bijdrage"

    programme = forms.ChoiceField(label="Programma", error_messages={"required": "Kies een nationaal programma."})
    goal_kind = forms.ChoiceField(
        label="Soort doel",
        choices=[("", "Kies een soort doel"), *GoalKind.choices],
        error_messages={"required": "Kies hoe hard het doel is."},
    )
    text = _long(
        "Wat draagt het gebied bij?",
        required=True,
        limit=500,
        error_messages={"required": "Vul in wat het gebied bijdraagt, bijvoorbeeld: 50.000 woningen tot 2040."},
    )
    source = _line("Bron", required=False, max_length=300)

    def choose(self, choices: FactsheetChoices) -> None:
        self.offer("programme", "Kies een programma", choices.programmes, "Kies een programma uit de lijst.")

    def row(self) -> Row:
        return ContributionRow(programme=UUID(self.cleaned_data["programme"]), **self._values("programme"))


class FrictionForm(RowForm):
    typed = ("first", "second", "text")
    noun = "Schuurpunt"

    first = forms.ChoiceField(label="Eerste opgave", error_messages={"required": "Kies de eerste opgave."})
    second = forms.ChoiceField(label="Tweede opgave", error_messages={"required": "Kies de tweede opgave."})
    text = _long(
        "Wat schuurt er?",
        required=True,
        limit=500,
        error_messages={"required": "Vul in wat er schuurt, bijvoorbeeld: wonen en water vragen dezelfde grond."},
    )
    options = _long("Opties")
    owners = _line(
        "Eigenaren", required=False, max_length=300, help_text="Wie lossen het op? Noem partijen of rollen."
    )
    source = _line("Bron", required=False, max_length=300)

    def choose(self, choices: FactsheetChoices) -> None:
        for name in ("first", "second"):
            self.offer(name, "Kies een opgave", choices.challenges, "Kies een opgave van dit gebied.")

    def clean_second(self) -> str:
        second: str = self.cleaned_data["second"]
        if second == self.cleaned_data.get("first"):
            raise ValidationError("Een opgave schuurt niet met zichzelf. Kies een andere opgave.")
        return second

    def row(self) -> Row:
        first, second = (UUID(self.cleaned_data[name]) for name in ("first", "second"))
        return FrictionRow(first=first, second=second, **self._values("first", "second"))


class MilestoneForm(RowForm):
    typed = ("on", "text")
    noun = "Regel"

    text = _line(
        "Wat is afgesproken of bereikt?",
        max_length=200,
        error_messages={"required": "Vul in wat is afgesproken of bereikt."},
    )
    on = DayOrMonthField(
        label="Wanneer?",
        help_text="Een dag of een maand: 31-10-2026 of oktober 2026",
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={
            "required": "Vul een dag of een maand in, bijvoorbeeld 31-10-2026 of oktober 2026.",
            "invalid": "Vul een bestaande dag of maand in, bijvoorbeeld 31-10-2026 of oktober 2026.",
        },
    )
    kind = forms.ChoiceField(label="Soort", choices=MilestoneKind.choices, initial=MilestoneKind.MILESTONE)
    state = forms.ChoiceField(label="Stand", choices=MilestoneState.choices, initial=MilestoneState.MADE)
    source = _source()

    def row(self) -> Row:
        day, is_month = self.cleaned_data["on"]
        return MilestoneRow(on=day, month_only=is_month, **self._values("on"))


class ContactForm(RowForm):
    typed = ("person", "subject")
    noun = "Contactpersoon"

    person = forms.ChoiceField(label="Wie?", error_messages={"required": "Kies een persoon in een rol."})
    subject = forms.CharField(
        label="Waarvoor?", required=False, max_length=200, help_text="Bijvoorbeeld: water en bodem"
    )

    def choose(self, choices: FactsheetChoices) -> None:
        message = "Kies iemand die de rol nu vervult bij een partij van dit gebied."
        self.offer("person", "Kies een persoon", choices.persons, message)

    def row(self) -> Row:
        return ContactRow(person=UUID(self.cleaned_data["person"]), **self._values("person"))


class ProvinceForm(RowForm):
    typed = ("province", "explanation")
    noun = "Provincie"

    province = forms.ChoiceField(label="Provincie", error_messages={"required": "Kies een provincie."})
    role = forms.ChoiceField(label="Rol", choices=ProvinceRole.choices, initial=ProvinceRole.PARTICIPANT)
    explanation = _line("Toelichting op de rol", required=False, max_length=300)

    def choose(self, choices: FactsheetChoices) -> None:
        self.offer("province", "Kies een provincie", choices.provinces, "Kies een provincie uit de lijst.")

    def row(self) -> Row:
        return ProvinceRow(province=int(self.cleaned_data["province"]), **self._values("province"))


ROW_FORMS: dict[FactsheetHeading, type[RowForm]] = {
    FactsheetHeading.STATE: AttentionForm,
    FactsheetHeading.MAIN: ChallengeForm,
    FactsheetHeading.LINKED: ChallengeForm,
    FactsheetHeading.PROGRAMMES: ContributionForm,
    FactsheetHeading.FRICTIONS: FrictionForm,
    FactsheetHeading.MILESTONES: MilestoneForm,
    FactsheetHeading.CONTACTS: ContactForm,
    FactsheetHeading.PROVINCES: ProvinceForm,
}


@dataclass
class RowForms:
    """All rows of a form, in their order; rows are numbered `rij-0-…`, gaps do no harm."""

    forms: list[RowForm]

    @property
    def first_empty(self) -> RowForm | None:
        """The row in which somebody starts a new one."""
        return next((form for form in self.forms if not form.is_stored and not form.counts), None)

    @property
    def are_many(self) -> bool:
        """Whether so many rows are there already that the new one is out of sight."""
        return sum(form.is_stored for form in self.forms) >= MANY

    def is_valid(self) -> bool:
        """Tell whether every row that counts is complete; judges all of them, so that every error shows."""
        return False not in [not form.counts or form.is_valid() for form in self.forms]

    def rows(self) -> list[Row]:
        """Return what was filled in, without what goes."""
        return [form.row() for form in self.forms if form.counts]


def rows_of(heading: FactsheetHeading, choices: FactsheetChoices, stored: Iterable[Row]) -> RowForms:
    """Return the rows as they are stored, and an empty one."""
    return _unbound(heading, choices, [_shown(row) for row in stored], SPARE)


def rows_typed(
    heading: FactsheetHeading, choices: FactsheetChoices, data: MultiValueDict[str, str], *, judged: bool
) -> RowForms:
    """Return the rows as they were typed: judged when somebody saves, else with some empty ones added."""
    form_class = ROW_FORMS.get(heading)
    if form_class is None:
        return RowForms([])
    found = {int(match[1]) for name in data if (match := re.fullmatch(r"rij-(\d{1,4})-\w+", name))}
    numbers = sorted(found)[: MAX_ROWS + MORE]
    if judged:
        return RowForms(
            [
                form_class(data, prefix=f"rij-{key}", number=rank, choices=choices)
                for rank, key in enumerate(numbers, 1)
            ]
        )
    typed = [{name: data.get(f"rij-{key}-{name}", "") for name in form_class.base_fields} for key in numbers]
    return _unbound(heading, choices, typed, MORE)


def _unbound(
    heading: FactsheetHeading, choices: FactsheetChoices, values: Sequence[Mapping[str, Any]], spare: int
) -> RowForms:
    form_class = ROW_FORMS.get(heading)
    if form_class is None:
        return RowForms([])
    return RowForms(
        [
            form_class(
                initial=initial,
                prefix=f"rij-{rank}",
                number=rank + 1,
                choices=choices,
                auto_id=f"id_{heading.value}_%s",
            )
            for rank, initial in enumerate([*values, *({} for _ in range(spare))])
        ]
    )


def rows_on_top(
    heading: FactsheetHeading,
    choices: FactsheetChoices,
    data: MultiValueDict[str, str],
    stored: Iterable[Row],
) -> RowForms:
    """Return the rows as they were typed, on top of what a colleague saved meanwhile.

    A row the colleague added stands below one's own, one they took away counts as new.
    """
    kept = {str(row.id): row for row in stored}
    typed = [dict(form.initial) for form in rows_typed(heading, choices, data, judged=False).forms[:-MORE]]
    mine = {values["id"] for values in typed}
    for values in typed:
        values["id"] = values["id"] if values["id"] in kept else ""
    theirs = [_shown(row) for pk, row in kept.items() if pk not in mine]
    return _unbound(heading, choices, [*typed, *theirs], SPARE)


def _shown(row: Row) -> dict[str, Any]:
    values = {name: str(value) if isinstance(value, UUID) else value for name, value in vars(row).items()}
    if isinstance(row, MilestoneRow):
        month = f"{dutch.MONTHS[row.on.month - 1]} {row.on.year}"
        values["on"] = month if row.month_only else dutch.short_date(row.on)
    return values
