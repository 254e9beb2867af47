"""Forms for the akkoord: its articles, chapters, parties and versions."""

from collections.abc import Iterable
from typing import Any

from django import forms

from areas.models import Organisation
from coalition.article_text import Readable, UnknownReference
from coalition.enums import ChapterKind, PartyRole, VersionKind
from coalition.forms.ambition import MARKUP_HELP
from coalition.models import Agreement, AgreementParty, Ambition, Article, Chapter, Decision
from coalition.queries.agreements import next_statuses, organisations_without_place, readable_of
from coalition.queries.ambitions import usable_ambitions
from novex_portal.toolkit.forms import DescribedRadioSelect, DutchDateField
from novex_portal.toolkit.ids import uuid7

MAX_TEXT = 100_000


class AmbitionChoices(forms.ModelMultipleChoiceField):
    """Ambitions by number and title."""

    def label_from_instance(self, obj: Ambition) -> str:
        return f"{obj.number}. {obj.title}"


class DecisionChoices(forms.ModelMultipleChoiceField):
    """Decisions by number and title."""

    def label_from_instance(self, obj: Decision) -> str:
        return f"{obj.number}. {obj.title}"


def stored_text(readable: Readable, typed: str) -> str:
    """Return a typed text as it is kept; a reference to what is not there is an error of the form."""
    try:
        return readable.stored(typed)
    except UnknownReference as error:
        raise forms.ValidationError(str(error)) from error


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
    decisions = DecisionChoices(
        Decision.objects.none(),
        label="Besluiten waar dit artikel op steunt",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    form_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, agreement: Agreement, article: Article | None = None, **kwargs: Any) -> None:
        self.readable = readable_of(agreement)
        kwargs["initial"] = {"form_id": uuid7(), **_values(article, self.readable), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        decisions = Decision.objects.filter(area=agreement.area_id).order_by("number")
        self.fields["decisions"].queryset = decisions  # type: ignore[attr-defined]
        self.fields["chapter"].queryset = agreement.chapters.order_by("number")  # type: ignore[attr-defined]
        self.fields["ambitions"].queryset = usable_ambitions(agreement.area)  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        return stored_text(self.readable, self.cleaned_data["text"])


def _values(article: Article | None, readable: Readable) -> dict[str, Any]:
    if article is None:
        return {}
    return {
        "title": article.title,
        "chapter": article.chapter_id,
        "text": readable.typed(article.text),
        "ambitions": list(article.ambitions.values_list("pk", flat=True)),
        "decisions": list(article.decisions.values_list("pk", flat=True)),
        "version": article.version,
    }


class TitleForm(forms.Form):
    """The title of an akkoord or of a chapter."""

    title = forms.CharField(
        label="Titel",
        max_length=150,
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Gedeelde ambities."},
    )


STANDARD, EMPTY = "standaard", "leeg"


class BeginForm(forms.Form):
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


class RulesForm(forms.Form):
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


class ChapterForm(TitleForm):
    """A chapter to add, of the text or behind it."""

    kind = forms.ChoiceField(
        label="Waar komt het?",
        choices=[(ChapterKind.BODY, "In de tekst"), (ChapterKind.ANNEX, "Als bijlage achter de tekst")],
        initial=ChapterKind.BODY,
        required=False,
        widget=forms.RadioSelect,
    )


class FreezeForm(forms.Form):
    """Why this version is made, and for what."""

    kind = forms.ChoiceField(
        label="Wat voor versie is het?",
        choices=VersionKind.choices,
        initial=VersionKind.CONCEPT,
        required=False,
        widget=DescribedRadioSelect(
            descriptions={
                VersionKind.CONCEPT: "Om in de planningsgroep te bespreken.",
                VersionKind.CONSULTATION: "Om aan partijen voor te leggen, met een termijn om te reageren.",
                VersionKind.DECISION: "Om door de partijen te laten vaststellen.",
                VersionKind.FINAL: "De tekst die partijen tekenen: zonder watermerk.",
            }
        ),
    )
    renumber = forms.BooleanField(
        label="Nummer hoofdstukken en artikelen opnieuw",
        required=False,
        help_text="Anders houdt elk artikel zijn nummer, en heet een ingevoegd artikel bijvoorbeeld 3.2a.",
    )

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
