"""Forms of the wisselwerking with a province."""

from typing import Any

from django import forms
from django.utils import timezone

from areas.models import Area, Organisation, Province
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.exchange.actions import ExchangeFacts, InvolvementFacts, MomentFacts
from deliverables.perspective.exchange.enums import Degree, MomentState
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement, ProvincialProposal
from deliverables.perspective.exchange.queries import main_choices_of, parties_of, provinces_of
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.forms.widgets import QuickSelect

_TOO_LONG = {"max_length": "Maak dit korter: hoogstens %(limit_value)d tekens; nu zijn het er %(show_value)d."}


def _day(label: str, help_text: str = "", *, required: bool = True) -> DutchDateField:
    return DutchDateField(
        label=label,
        required=required,
        help_text=help_text,
        error_messages={
            "required": "Vul de datum in, bijvoorbeeld 12-03-2027.",
            "invalid": "Vul een bestaande datum in, bijvoorbeeld 12-03-2027.",
        },
    )


def _words(label: str, most: int, help_text: str = "", *, missing: str = "", long: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        required=bool(missing),
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput,
        error_messages=_TOO_LONG | ({"required": missing} if missing else {}),
    )


def _one(rows: Any, label: str, nothing: str | None, *, missing: str = "") -> forms.ModelChoiceField:
    messages = {"required": missing, "invalid_choice": "Uw keuze is er niet meer. Kies opnieuw uit de lijst."}
    return forms.ModelChoiceField(
        rows, label=label, empty_label=nothing, required=bool(missing), widget=QuickSelect, error_messages=messages
    )


class ProposalForm(PrintedForm, VersionedForm):
    """How far the voorstel of a province is."""

    stand = _words(
        "Hoe ver is het ruimtelijk voorstel?",
        150,
        "Bijvoorbeeld: concept 2.",
        missing="Schrijf op hoe ver het voorstel is, bijvoorbeeld: concept 2.",
    )
    as_of = _day("Peildatum")
    source = _words("Bron", 300)

    def __init__(self, *args: Any, proposal: ProvincialProposal | None, **kwargs: Any) -> None:
        names = ("version", "stand", "as_of", "source")
        start = {name: getattr(proposal, name) for name in names} if proposal else {"as_of": timezone.localdate()}
        super().__init__(*args, **kwargs | {"initial": start})


class _WithProvince(PrintedForm, OnceForm, VersionedForm):
    """A row of the wisselwerking with one of the provinces of the area."""

    names: tuple[str, ...] = ()
    province = _one(Province.objects.none(), "Provincie", None, missing="Kies een provincie.")

    def __init__(self, *args: Any, area: Area, row: Any = None, province: str = "", **kwargs: Any) -> None:
        mine = provinces_of(area)
        start: dict[str, Any] = {"province": mine.filter(slug=province).first() or mine.first()}
        if row:
            start = {name: getattr(row, name) for name in ("version", "province", *self.names)}
        super().__init__(*args, **kwargs | {"initial": start})
        self.fields["province"].queryset = mine  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """Return what was filled in; only after is_valid()."""
        return {name: self.cleaned_data[name] for name in ("province", *self.names)}


class ExchangeForm(_WithProvince):
    """What goes to the province on a subject, and what comes back."""

    names = ("subject", "block", "delivered_on", "frame", "frame_on", "frame_source", "choice")
    subject = _words(
        "Onderwerp", 100, "Bijvoorbeeld: beekdalzone.", missing="Vul in waarover het gaat, bijvoorbeeld: beekdalzone."
    )
    choice = _one(MainChoice.objects.none(), "Bij welke hoofdkeuze hoort het?", "Bij geen keuze in het bijzonder")
    block = _words("Wat leveren wij als bouwsteen?", 500, long=True)
    delivered_on = _day("Geleverd op", "Laat leeg zolang het nog geleverd moet worden.", required=False)
    frame = _words("Welk kader geeft de provincie terug?", 500, long=True)
    frame_on = _day("Kader van", required=False)
    frame_source = _words("Waar staat het kader?", 200, "Bijvoorbeeld: concept 2 van het voorstel.")

    def __init__(self, *args: Any, area: Area, row: Exchange | None = None, **kwargs: Any) -> None:
        super().__init__(*args, area=area, row=row, **kwargs)
        self.fields["choice"].queryset = main_choices_of(area)  # type: ignore[attr-defined]

    def facts(self) -> ExchangeFacts:
        """Return what was filled in; only after is_valid()."""
        return ExchangeFacts(**self.given())


class MomentForm(_WithProvince):
    """An agreed moment, and how it went."""

    names = ("date", "about", "state", "outcome")
    date = _day("Datum")
    about = _words(
        "Waarover",
        200,
        missing="Vul in waarover het gesprek gaat, bijvoorbeeld: concept 3 van het voorstel.",
    )
    state = forms.ChoiceField(
        label="Stand", choices=MomentState.choices, initial=MomentState.AGREED, widget=QuickSelect
    )
    outcome = _words("Wat kwam eruit, of waarom vervalt het?", 300, long=True)

    def __init__(self, *args: Any, area: Area, row: ExchangeMoment | None = None, **kwargs: Any) -> None:
        super().__init__(*args, area=area, row=row, **kwargs)

    def facts(self) -> MomentFacts:
        """Return what was filled in; only after is_valid()."""
        return MomentFacts(**self.given())


class InvolvementForm(_WithProvince):
    """Who is involved in what, and how."""

    names = ("organisation", "subject", "degree", "note")
    organisation = _one(Organisation.objects.none(), "Wie", "Het gebied zelf")
    subject = _words("Waarin", 100, "Bijvoorbeeld: wonen.", missing="Vul in waarin, bijvoorbeeld: wonen.")
    degree = forms.ChoiceField(
        label="Hoe betrokken",
        choices=Degree.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--row"}),
        error_messages={"required": "Kies direct, indirect of niet."},
    )
    note = _words("Toelichting", 300)

    def __init__(self, *args: Any, area: Area, row: Involvement | None = None, **kwargs: Any) -> None:
        super().__init__(*args, area=area, row=row, **kwargs)
        self.fields["organisation"].queryset = parties_of(area)  # type: ignore[attr-defined]

    def facts(self) -> InvolvementFacts:
        """Return what was filled in; only after is_valid()."""
        return InvolvementFacts(**self.given())
