"""Forms of the points of no agreement."""

from typing import Any

from django import forms

from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.open_points.actions import MAX_WORDS
from coalition.agreement.open_points.models import OpenPoint, OpenPointStand
from coalition.planning_group.speaking.forms import ask_source, source_field
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField


class ArticleChoice(forms.ModelChoiceField):
    """An article by number and title."""

    def label_from_instance(self, obj: Article) -> str:
        return f"{article_number(obj.chapter.label, obj.label)} {obj.title}"


class OpenPointForm(VersionedForm, OnceForm):
    """What there is no agreement on."""

    title = forms.CharField(
        label="Waarover is er geen overeenstemming?", max_length=150,
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Wie betaalt het onderhoud?"},
    )  # fmt: skip
    text = forms.CharField(
        label="Waar gaat het om?", max_length=MAX_WORDS, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Dit komt in het document, in het hoofdstuk “Nog geen overeenstemming”.",
        error_messages={"required": "Schrijf op waar het om gaat."},
    )  # fmt: skip
    article = ArticleChoice(
        Article.objects.none(), label="Bij welk artikel hoort het?", required=False, empty_label="Bij geen artikel"
    )

    def __init__(self, *args: Any, agreement: Agreement, point: OpenPoint | None = None, **kwargs: Any) -> None:
        names = ("title", "text", "article", "settled_on", "outcome", "version")
        start = {name: getattr(point, name) for name in names} if point else {}
        super().__init__(*args, **{**kwargs, "initial": start})
        articles = Article.objects.filter(chapter__agreement=agreement).select_related("chapter")
        self.fields["article"].queryset = articles.order_by("chapter__number", "number")  # type: ignore[attr-defined]


class SettleForm(OpenPointForm):
    """The same point, and how it was settled."""

    settled_on = DutchDateField(
        label="Opgelost op", required=False, help_text="Laat leeg zolang er geen overeenstemming is."
    )
    outcome = forms.CharField(
        label="Hoe is het opgelost?", required=False, max_length=MAX_WORDS, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("settled_on") and not values.get("outcome"):
            self.add_error("outcome", "Schrijf op hoe dit punt is opgelost.")
        return values


class StandForm(VersionedForm):
    """Where one party stands."""

    words = forms.CharField(
        label="Waar staat deze partij?", max_length=MAX_WORDS, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="In eigen woorden van de partij. Dit staat straks in het document.",
        error_messages={"required": "Schrijf op waar deze partij staat."},
    )  # fmt: skip

    source = source_field()
    point_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, point: OpenPoint, given_as: str, said: OpenPointStand | None = None, **kwargs: Any
    ) -> None:
        start: dict[str, Any] = {"version": said.version if said else 0, "point_version": point.version}
        if said and not said.is_stale(point):
            start |= {"words": said.words, "source": said.source}
        super().__init__(*args, **{**kwargs, "initial": start})
        ask_source(self, given_as)
