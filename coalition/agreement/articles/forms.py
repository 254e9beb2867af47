"""The form of an article."""

from typing import Any

from django import forms

from coalition.agreement.ambitions.models import Ambition
from coalition.agreement.ambitions.queries.ambitions import usable_ambitions
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable, UnknownReference
from coalition.agreement.document.models import Agreement, Chapter
from coalition.agreement.document.queries import readable_of
from coalition.planning_group.decisions.models import Decision
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.text.markup import clean


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


MAX_TEXT = 100_000
MAX_WHY = 1_000
LAW_HELP = (
    "Typ leden als 1., onderdelen als a., subonderdelen als 1° en punten als een streepje, elk op een eigen regel. "
    "Elke regel en elk nummer blijft staan zoals u typt. Een lege regel begint een nieuwe alinea."
)


class AmbitionChoices(forms.ModelMultipleChoiceField):
    """Ambitions by number and title."""

    def label_from_instance(self, obj: Ambition) -> str:
        return f"{obj.number}. {obj.title}"


class DecisionChoices(forms.ModelMultipleChoiceField):
    """Decisions by number and title."""

    def label_from_instance(self, obj: Decision) -> str:
        return f"{obj.number}. {obj.title}"


def stored_text(readable: Readable, typed: str, article: Article | None = None) -> str:
    """Return a typed text as it is kept; a reference to what is not there is an error of the form.

    Of an `article` that was there already, references to its own members go along with these.
    """
    typed = clean(typed)  # browsers send other line ends than a text has
    if article:
        typed = readable.carried(str(article.pk), article.text, typed)
    if wrong := readable.stops(typed):
        raise forms.ValidationError(wrong)
    try:
        return readable.stored(typed, article.text if article else "")
    except UnknownReference as error:
        raise forms.ValidationError(str(error)) from error


class ArticleForm(VersionedForm, OnceForm):
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
        help_text=LAW_HELP,
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

    why = forms.CharField(
        label="Waarom wijzigt u dit?",
        required=False,
        max_length=300,
        help_text="Staat bij deze wijziging in de geschiedenis van het artikel.",
    )

    def __init__(self, *args: Any, agreement: Agreement, article: Article | None = None, **kwargs: Any) -> None:
        self.readable, self.article = readable_of(agreement), article
        kwargs["initial"] = {**_values(article, self.readable), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        if article is None:
            del self.fields["why"]
        decisions = Decision.objects.filter(area=agreement.area_id).order_by("number")
        self.fields["decisions"].queryset = decisions  # type: ignore[attr-defined]
        self.fields["chapter"].queryset = agreement.chapters.order_by("number")  # type: ignore[attr-defined]
        self.fields["ambitions"].queryset = usable_ambitions(agreement.area)  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        return stored_text(self.readable, self.cleaned_data["text"], self.article)


class RemovalForm(VersionedForm):
    """Why an article goes out of the text."""

    why = forms.CharField(
        label="Waarom kan dit artikel weg?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MAX_WHY,
        error_messages={
            "required": "Schrijf op waarom dit artikel weg kan.",
            "max_length": "Maak dit korter dan 1.000 tekens.",
        },
    )
