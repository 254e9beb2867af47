"""Forms for the akkoord: its title, rules, chapters and parties."""

from collections.abc import Iterable
from typing import Any

from django import forms

from areas.models import Organisation
from coalition.agreement.document.enums import ChapterKind, PartyRole
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.queries import next_statuses, organisations_without_place
from novex_portal.toolkit.forms.base import PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchDateField


class TitleForm(PortalForm):
    """The title of an akkoord or of a chapter."""

    title = forms.CharField(
        label="Titel",
        max_length=150,
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Gedeelde ambities."},
    )


STANDARD, EMPTY = "standaard", "leeg"


class BeginForm(PortalForm):
    """What an akkoord begins with: the usual chapters, nothing, or the chapters and terms of another area."""

    begin = forms.ChoiceField(label="Waarmee begint u?", initial=STANDARD, required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, others: Iterable[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(row.pk): row for row in others}
        self.fields["begin"].choices = [  # type: ignore[attr-defined]
            (STANDARD, "Met de veertien gebruikelijke hoofdstukken"),
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
    signatory_role = forms.CharField(
        label="Functie van wie tekent",
        max_length=150,
        required=False,
        help_text="Bijvoorbeeld: wethouder water en klimaat.",
    )
    reservation = forms.CharField(
        label="Voorbehoud", required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, party: AgreementParty | None = None, **kwargs: Any) -> None:
        names = ("role", "deciding_body", "signatory_role", "reservation", "version")
        start = {name: getattr(party, name) for name in names} if party else {"role": PartyRole.SIGNATORY}
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)


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


class ChapterForm(TitleForm):
    """A chapter to add, of the text or behind it."""

    kind = forms.ChoiceField(
        label="Waar komt het?",
        choices=[(ChapterKind.BODY, "In de tekst"), (ChapterKind.ANNEX, "Als bijlage achter de tekst")],
        initial=ChapterKind.BODY,
        required=False,
        widget=forms.RadioSelect,
    )
