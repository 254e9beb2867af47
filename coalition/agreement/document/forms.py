"""Forms for the akkoord: its title, rules, chapters and parties."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django import forms

from areas.models import Organisation
from coalition.agreement.articles.forms import MAX_TEXT, stored_text
from coalition.agreement.document.actions.parties import PartyWords
from coalition.agreement.document.enums import ChapterKind, PartyRole
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.queries import next_statuses, organisations_without_place, parties_of, readable_of
from novex_portal.toolkit.forms.base import PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchDateField


class TitleForm(PortalForm):
    """The title of an akkoord or of a chapter."""

    title = forms.CharField(
        label="Titel",
        max_length=150,
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Gedeelde ambities."},
    )


class OpeningForm(VersionedForm, TitleForm):
    """What stands before the first article, beside the parties: its titles, and why they agree."""

    citation_title = forms.CharField(
        label="Citeertitel",
        max_length=200,
        required=False,
        help_text="Hoe andere stukken het akkoord noemen, bijvoorbeeld: Gebiedsakkoord Zuid-Limburg.",
    )
    preamble = forms.CharField(
        label="Overwegingen",
        max_length=MAX_TEXT,
        required=False,
        help_text="Begin met “Overwegende dat:” en zet elke overweging op een eigen regel, met een puntkomma erachter.",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    field_order = ["title", "citation_title", "preamble"]

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        self.readable = readable_of(agreement)
        start = {name: getattr(agreement, name) for name in ("title", "citation_title", "version")}
        start["preamble"] = self.readable.typed(agreement.preamble)
        super().__init__(*args, **{**kwargs, "initial": {**start, **(kwargs.get("initial") or {})}})

    def clean_preamble(self) -> str:
        return stored_text(self.readable, self.cleaned_data["preamble"])


STANDARD, EMPTY = "standaard", "leeg"


class BeginForm(PortalForm):
    """What an akkoord begins with: the usual chapters, nothing, or the chapters and terms of another area."""

    begin = forms.ChoiceField(label="Waarmee begint u?", initial=STANDARD, required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, others: Iterable[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(row.pk): row for row in others}
        self.fields["begin"].choices = [  # type: ignore[attr-defined]
            (STANDARD, "Met de gebruikelijke hoofdstukken"),
            (EMPTY, "Met een leeg akkoord"),
            *((key, f"Met de hoofdstukken en begrippen van {row.area}") for key, row in self.others.items()),
        ]


class RulesForm(PortalForm):
    """What the planning group asks of every article."""

    asks_provenance = forms.BooleanField(
        label="Markeer artikelen zonder herkomst",
        required=False,
        help_text="Een artikel dat op geen enkele uitspraak steunt, krijgt een teken in de tekst.",
    )
    asks_confirmed = forms.BooleanField(
        label="Vraag een bevestigde uitspraak van elke partij die tekent",
        required=False,
        help_text="Bij elk artikel staat dan van welke partij zo’n uitspraak nog ontbreekt.",
    )


PARTY_WORDS = tuple(PartyWords.__annotations__)
MAX_SIGNATORIES, MAX_FUNCTION = 12, 150


class PartyForm(VersionedForm):
    """What is written about a party of the akkoord."""

    role = forms.ChoiceField(
        label="Rol",
        choices=PartyRole.choices,
        widget=DescribedRadioSelect(
            descriptions={
                PartyRole.SIGNATORY: "Zet een handtekening onder het akkoord.",
                PartyRole.AGENDA_MEMBER: "Krijgt de stukken en kan meepraten, maar tekent niet.",
                PartyRole.SUPPORTER: "Steunt het akkoord in het openbaar, maar tekent niet.",
            }
        ),
    )
    deciding_body = forms.CharField(
        label="Wie beslist",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: Het college van burgemeester en wethouders van gemeente Maastricht.",
    )
    capacity = forms.CharField(
        label="In welke hoedanigheid",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: handelend als bestuursorgaan en als vertegenwoordiger van de Staat der Nederlanden.",
    )
    signatories = forms.CharField(
        label="Wie tekent",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen functies, geen namen. Tekenen er meer? Zet elke functie op een eigen regel.",
    )
    mandate = forms.CharField(
        label="Mandaatbesluit",
        max_length=200,
        required=False,
        help_text="Op grond waarvan zij tekenen, bijvoorbeeld: het mandaatbesluit nummer 2026-118.",
    )
    mandate_on = DutchDateField(
        label="Datum van het mandaatbesluit", required=False, help_text="Bijvoorbeeld 31-10-2022."
    )
    short_name = forms.CharField(
        label="Hierna te noemen",
        max_length=100,
        required=False,
        help_text="De korte naam in de artikelen, bijvoorbeeld: de gemeente. Leeg: de naam van de organisatie.",
    )
    own_formula = forms.CharField(
        label="Eigen formule",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Laat leeg: dan maakt het portaal haar van wat hierboven staat.",
    )
    reservation = forms.CharField(
        label="Voorbehoud", required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, party: AgreementParty | None = None, **kwargs: Any) -> None:
        names = (*PARTY_WORDS, "version")
        start = {name: getattr(party, name) for name in names} if party else {"role": PartyRole.SIGNATORY}
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def clean_signatories(self) -> str:
        functions = [line.strip() for line in self.cleaned_data["signatories"].splitlines() if line.strip()]
        if any(len(function) > MAX_FUNCTION for function in functions) or len(functions) > MAX_SIGNATORIES:
            raise forms.ValidationError(
                f"Zet elke functie op een eigen regel: ten hoogste {MAX_SIGNATORIES}, "
                f"elk van ten hoogste {MAX_FUNCTION} tekens."
            )
        return "\n".join(functions)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("mandate_on") and not self.cleaned_data.get("mandate"):
            self.add_error("mandate", "Vul in welk besluit het is, bijvoorbeeld: het mandaatbesluit nummer 2026-118.")
        return self.cleaned_data

    @property
    def words(self) -> PartyWords:
        """What the action writes down."""
        return cast(PartyWords, {name: self.cleaned_data[name] for name in PARTY_WORDS})


class PartyChoices(forms.ModelMultipleChoiceField):
    """Parties by the name of their organisation."""

    def label_from_instance(self, obj: AgreementParty) -> str:
        return str(obj.organisation)


class NewPartyForm(PartyForm):
    """A party to add: one of the area's organisations that has no place yet."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Organisatie",
        empty_label="Kies een organisatie",
        help_text="Staat de organisatie er niet bij? Voeg haar dan eerst toe bij de partijen van het gebied.",
    )
    field_order = ["organisation", "role"]

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_without_place(agreement)  # type: ignore[attr-defined]


class GroupForm(PortalForm):
    """Parties that the document calls by one name."""

    was = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    name = forms.CharField(
        label="Hierna samen te noemen",
        max_length=100,
        error_messages={"required": "Vul een naam in, bijvoorbeeld: het Rijk."},
    )
    chosen = PartyChoices(
        AgreementParty.objects.none(),
        label="Welke partijen",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kiest u geen enkele partij, dan bestaat de groep niet meer.",
    )

    def __init__(self, *args: Any, agreement: Agreement, was: str = "", **kwargs: Any) -> None:
        rows = parties_of(agreement).filter(role=PartyRole.SIGNATORY)
        chosen = [row.pk for row in rows if was and row.group == was]
        super().__init__(*args, **{**kwargs, "initial": {"was": was, "name": was, "chosen": chosen}})
        self.fields["chosen"].queryset = rows  # type: ignore[attr-defined]

    def clean_chosen(self) -> list[UUID]:
        return [party.pk for party in self.cleaned_data["chosen"]]


class PartyStatusForm(PortalForm):
    """The next status of a party, with the day of its decision."""

    status = forms.ChoiceField(label="Nieuwe status", widget=forms.RadioSelect)
    decided_on = DutchDateField(
        label="Datum van het besluit",
        required=False,
        help_text="Nodig bij “Vastgesteld” en “Getekend”, bijvoorbeeld 31-10-2022.",
    )

    def __init__(self, *args: Any, party: AgreementParty, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"decided_on": party.decided_on})
        super().__init__(*args, **kwargs)
        choices = [(status.value, status.label) for status in next_statuses(party)]
        self.fields["status"].choices = choices  # type: ignore[attr-defined]


class AnnexForm(TitleForm):
    """An annex: its title, and how it lies on paper."""

    is_landscape = forms.BooleanField(
        label="Zet deze bijlage liggend op papier", required=False, help_text="Voor een brede tabel."
    )


class ChapterForm(TitleForm):
    """A chapter to add, of the text or behind it."""

    kind = forms.ChoiceField(
        label="Waar komt het?",
        choices=[(ChapterKind.BODY, "In de tekst"), (ChapterKind.ANNEX, "Als bijlage achter de tekst")],
        initial=ChapterKind.BODY,
        required=False,
        widget=forms.RadioSelect,
    )
