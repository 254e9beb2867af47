"""Forms for the akkoord: its articles, chapters, parties and versions."""

from typing import Any

from django import forms

from areas.models import Organisation
from coalition.enums import PartyRole
from coalition.forms.ambition import MARKUP_HELP
from coalition.models import Agreement, AgreementParty, Ambition, Article, Chapter
from coalition.queries.agreements import next_statuses, organisations_without_place
from coalition.queries.ambitions import usable_ambitions
from novex_portal.toolkit.forms import DescribedRadioSelect, DutchDateField
from novex_portal.toolkit.ids import uuid7

MAX_TEXT = 100_000


class AmbitionChoices(forms.ModelMultipleChoiceField):
    """Ambitions by number and title."""

    def label_from_instance(self, obj: Ambition) -> str:
        return f"{obj.number}. {obj.title}"


class ArticleForm(forms.Form):
    """Text of an article and the ambitions it rests on; statements are picked beside it."""

    title = forms.CharField(
        label="Titel van het artikel",
        max_length=150,
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Ruimte voor de beekdalen."},
    )
    chapter = forms.ModelChoiceField(
        Chapter.objects.none(),
        label="Hoofdstuk",
        empty_label=None,
        help_text="In een ander hoofdstuk komt het artikel achteraan te staan.",
    )
    text = forms.CharField(
        label="Tekst",
        max_length=MAX_TEXT,
        help_text=MARKUP_HELP,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={
            "required": "Vul de tekst van het artikel in.",
            "max_length": "De tekst is langer dan 100.000 tekens. Verdeel de tekst over meer artikelen.",
        },
    )
    ambitions = AmbitionChoices(
        Ambition.objects.none(),
        label="Ambities waar dit artikel op steunt",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    form_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, agreement: Agreement, article: Article | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"form_id": uuid7(), **_values(article), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["chapter"].queryset = agreement.chapters.order_by("number")  # type: ignore[attr-defined]
        self.fields["ambitions"].queryset = usable_ambitions(agreement.area)  # type: ignore[attr-defined]


def _values(article: Article | None) -> dict[str, Any]:
    if article is None:
        return {}
    return {
        "title": article.title,
        "chapter": article.chapter_id,
        "text": article.text,
        "ambitions": list(article.ambitions.values_list("pk", flat=True)),
        "version": article.version,
    }


class TitleForm(forms.Form):
    """The title of an akkoord or of a chapter."""

    title = forms.CharField(
        label="Titel",
        max_length=150,
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Gedeelde ambities."},
    )


class PartyForm(forms.Form):
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
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

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


class PartyStatusForm(forms.Form):
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


class FreezeForm(forms.Form):
    """Why this version is made."""

    label = forms.CharField(
        label="Waarvoor is deze versie?",
        required=False,
        max_length=200,
        help_text="Bijvoorbeeld: voor de bespreking in de stuurgroep van maart.",
    )
    form_id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"form_id": uuid7(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
