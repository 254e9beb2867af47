"""The conversation form: one page of a main part and three kinds of rows, filled from what was typed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from areas.parties.queries import resembling
from coalition.conversations.readers.queries import Readership, readership
from coalition.conversations.recording.data import (
    EARLIEST,
    ActionItemData,
    ConversationData,
    ParticipantData,
    StatementData,
)
from coalition.conversations.recording.enums import Confidentiality, ConversationForm
from coalition.conversations.recording.forms.rows import IN_A_ROW, ActionForm, ParticipantForm, RowForm, StatementForm
from coalition.conversations.recording.queries import FormChoices, organisations_by_name
from coalition.conversations.recording.rules import rawform
from coalition.conversations.recording.rules.rawform import Raw
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchDateField, error_lines
from novex_portal.toolkit.forms.widgets import QuickRadios, QuickSelect
from novex_portal.toolkit.text.names import name_key, tidy_name

ROW_FORMS: dict[str, type[RowForm]] = {
    "participants": ParticipantForm,
    "statements": StatementForm,
    "actions": ActionForm,
}
EXAMPLE = "bijvoorbeeld 12-11-2026"


class MainForm(PortalForm):
    """All that does not repeat, and the hidden fields that say which form this is."""

    draft = forms.UUIDField(widget=forms.HiddenInput)
    draft_version = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)
    tab = forms.CharField(max_length=50, required=False, widget=forms.HiddenInput)
    seq = forms.CharField(max_length=10, required=False, widget=forms.HiddenInput)
    conversation_version = forms.IntegerField(
        min_value=0, max_value=2**31 - 1, required=False, widget=forms.HiddenInput
    )
    form = forms.ChoiceField(
        label="Soort gesprek",
        choices=ConversationForm.choices,
        widget=QuickRadios(IN_A_ROW),
        error_messages={"required": "Kies of het gesprek individueel was of in een groep."},
    )
    held_on = DutchDateField(
        label="Datum",
        help_text="Bijvoorbeeld 12-11-2026",
        error_messages={
            "required": f"Vul de datum van het gesprek in, {EXAMPLE}.",
            "invalid": f"Deze datum bestaat niet. Vul de datum van het gesprek in, {EXAMPLE}.",
        },
    )
    place = forms.CharField(label="Plaats", max_length=150, required=False, help_text="Bijvoorbeeld de gemeente")
    round = forms.ChoiceField(
        label="Hoort bij ronde",
        required=False,
        widget=QuickSelect,
        error_messages={"invalid_choice": "Deze ronde hoort niet bij dit gebied."},
    )
    report = forms.CharField(
        label="Verslag",
        help_text="Schrijf vrijuit wat er gezegd is. Opmaak is niet nodig.",
        max_length=500_000,
        widget=forms.Textarea({"rows": 8}),
        error_messages={
            "required": "Schrijf op wat er gezegd is. Een paar zinnen is genoeg.",
            "max_length": "Het verslag is te lang: het mag %(limit_value)d tekens hebben en heeft er %(show_value)d.",
        },
    )
    challenges = forms.MultipleChoiceField(
        label="Over welke opgaven ging het?",
        help_text="De opgaven van de uitspraken hieronder komen er vanzelf bij.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Een van de gekozen opgaven hoort niet bij dit gebied."},
    )
    confidentiality = forms.ChoiceField(
        label="Vertrouwelijkheid",
        choices=Confidentiality.choices,
        widget=DescribedRadioSelect,
        error_messages={"required": "Kies wie dit gesprek mag lezen."},
    )
    readers = forms.MultipleChoiceField(
        label="Wie mag het nog meer lezen?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Een van de gekozen lezers mag in dit gebied geen gesprekken lezen."},
    )

    def __init__(self, *args: Any, choices: FormChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices
        offered = [(pk, challenge.title) for pk, challenge in choices.challenges.items()]
        people = choices.members.possible_readers(choices.author)
        self.fields["challenges"].choices = offered  # type: ignore[attr-defined]
        self.fields["readers"].choices = [(str(user.pk), str(user)) for user in people]  # type: ignore[attr-defined]
        rounds = [("", "Geen ronde"), *((pk, row.title) for pk, row in choices.rounds.items())]
        self.fields["round"].choices = rounds  # type: ignore[attr-defined]
        self.fields["confidentiality"].widget.descriptions = {
            Confidentiality.AREA: f"Alle leden van {choices.area} kunnen het lezen, behalve bestuurders.",
            Confidentiality.PLANNING_GROUP: "Alleen de planningsgroep leest mee. Dit is de gewone keuze.",
            Confidentiality.CONFIDENTIAL: "Alleen u en de mensen die u noemt. Wie het leest, wordt vastgelegd.",
        }

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > timezone.localdate() + timedelta(days=1):
            raise forms.ValidationError("Deze datum ligt in de toekomst. Leg een gesprek vast als het geweest is.")
        if day < EARLIEST:
            raise forms.ValidationError(
                f"Deze datum ligt vóór {EARLIEST.year}. Klopt het jaar? Vul de datum in, {EXAMPLE}."
            )
        return day


class ConversationForms:
    """The whole page. Shown from a draft it complains about nothing; bound it says what is wrong."""

    def __init__(self, choices: FormChoices, raw: Raw, *, bound: bool = False) -> None:
        self.choices = choices
        self.bound = bound
        self.raw = _with_lone_party(rawform.tidy(raw)) if bound else rawform.tidy(raw)
        self.main = MainForm(**self._filled(self.raw, many=("challenges", "readers")), choices=choices)
        self.rows = {prefix: list(self._rows(prefix)) for prefix in rawform.PREFIXES}
        self._known = self._known_names()
        for form in self.participants:
            name = str(form["organisation"].value() or "")
            form.needs_kind = self._is_unknown(name)  # type: ignore[attr-defined]
            if form.needs_kind and (known := resembling(name, choices.area)):  # type: ignore[attr-defined]
                names = " of ".join(row.name for row in known[:3])
                asked = form.fields["kind"]
                asked.help_text = (
                    f"{asked.help_text} De naam lijkt op {names}. Is het dezelfde? Neem dan die naam over."
                )

    @property
    def participants(self) -> list[RowForm]:
        return self.rows["participants"]

    @property
    def statements(self) -> list[RowForm]:
        return self.rows["statements"]

    @property
    def actions(self) -> list[RowForm]:
        return self.rows["actions"]

    @property
    def error_lines(self) -> list[tuple[str, str]]:
        """Return (id of the control, message) of all that is wrong, in the order of the page."""
        return error_lines(*self.everything) if self.bound else []

    @property
    def everything(self) -> list[forms.Form]:
        """All forms in the order of the page, for the error summary."""
        return [*self.participants, self.main, *self.statements, *self.actions]

    @property
    def party_names(self) -> list[str]:
        """Return the organisations typed at the top, each once."""
        return _typed_parties(self.raw)

    @property
    def readership(self) -> Readership:
        """Who could read the conversation as the form stands now."""
        return readers_now(self.choices, self.raw)

    def is_valid(self) -> bool:
        """Check every part, and then what the parts say about each other."""
        valid = [form.is_valid() for form in self.everything]
        self._check_participants()
        if all(valid):
            self._check_statements()
        return not any(form.errors for form in self.everything)

    def to_data(self) -> ConversationData:
        """Return the conversation; only after is_valid."""
        main = self.main.cleaned_data
        users = self.choices.members.users
        return ConversationData(
            held_on=main["held_on"],
            participants=tuple(self._participant_data()),
            report=main["report"],
            place=main["place"],
            form=main["form"],
            challenges=tuple(self.choices.challenges[pk] for pk in main["challenges"]),
            statements=tuple(self._statement_data()),
            action_items=tuple(self._action_data()),
            confidentiality=main["confidentiality"],
            readers=tuple(users[UUID(pk)] for pk in main["readers"]),
            round=self.choices.rounds.get(main["round"]),
        )

    def _filled(self, raw: Raw, many: tuple[str, ...] = ()) -> dict[str, Any]:
        if self.bound:
            return {"data": MultiValueDict(raw)}
        return {"initial": {name: values if name in many else values[0] for name, values in raw.items() if values}}

    def _rows(self, prefix: str) -> Iterator[RowForm]:
        there = rawform.rows(self.raw, prefix) or [{}]
        for index, row in enumerate(there):
            filled = {"data": MultiValueDict(self.raw)} if self.bound else self._filled(row)
            yield ROW_FORMS[prefix](
                prefix=f"{prefix}-{index}", number=index + 1, challenges=self.choices.challenges, **filled
            )

    def _known_names(self) -> set[str]:
        """Return the names that need no kind: those of the area, and what was typed if it exists elsewhere."""
        known = {name_key(name) for name in self.choices.organisations}
        return known | set(organisations_by_name(name for name in self.party_names if name_key(name) not in known))

    def _is_unknown(self, name: str) -> bool:
        return bool(name.strip()) and name_key(name) not in self._known

    def _check_participants(self) -> None:
        if all(form.is_blank for form in self.participants):
            self.participants[0].add_error("organisation", "Vul in met welke organisatie u sprak.")

    def _check_statements(self) -> None:
        present = {name_key(form.cleaned_data["organisation"]) for form in self.participants if not form.is_blank}
        if not present:
            return  # that error is shown already
        for form in self.statements:
            if not form.is_blank and name_key(form.cleaned_data["organisation"]) not in present:
                names = ", ".join(f.cleaned_data["organisation"] for f in self.participants if not f.is_blank)
                form.add_error(
                    "organisation",
                    f"“{form.cleaned_data['organisation']}” staat niet bij de deelnemers. Kies bij uitspraak "
                    f"{form.number} wie aan tafel zat: {names}.",
                )

    def _participant_data(self) -> Iterator[ParticipantData]:
        for form in self.participants:
            if not form.is_blank:
                row = form.cleaned_data
                yield ParticipantData(row["organisation"], row["role"], row["kind"])

    def _statement_data(self) -> Iterator[StatementData]:
        for form in self.statements:
            if not form.is_blank:
                yield StatementData(**form.cleaned_data)

    def _action_data(self) -> Iterator[ActionItemData]:
        owners = self.choices.owners
        author = self.choices.author
        for form in self.actions:
            if form.is_blank:
                continue
            row = form.cleaned_data
            if row["owner"].strip().lower() == "ik":
                row = {**row, "owner": str(author), "owner_user": author}
            else:
                row = {**row, "owner_user": owners.get(row["owner"].strip().lower())}
            yield ActionItemData(**row)


def readers_now(choices: FormChoices, raw: Raw) -> Readership:
    """Say who could read the conversation with these choices; an unknown choice counts as the usual one."""
    level = rawform.first(raw, "confidentiality")
    if level not in Confidentiality.values:
        level = Confidentiality.PLANNING_GROUP
    named = {pk for pk in choices.members.users if str(pk) in raw.get("readers", [])}
    return readership(choices.members, author=choices.author.pk, confidentiality=level, named=named)


def _with_lone_party(raw: Raw) -> Raw:
    """Fill in whose statements they are when only one organisation was at the table."""
    parties = _typed_parties(raw)
    if len({name_key(name) for name in parties}) != 1:
        return raw
    filled = [
        row if rawform.first(row, "organisation").strip() else {**row, "organisation": [parties[0]]}
        for row in rawform.rows(raw, "statements")
    ]
    return rawform.with_rows(raw, "statements", filled)


def _typed_parties(raw: Raw) -> list[str]:
    """Return the organisations typed at the top, each once."""
    names = (tidy_name(rawform.first(row, "organisation")) for row in rawform.rows(raw, "participants"))
    return list(dict.fromkeys(name for name in names if name))
