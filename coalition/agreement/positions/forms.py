"""The form in which a party's position on an article is written down."""

from typing import Any

from django import forms
from django.utils import timezone

from areas.mandates.enums import MandateLevel
from coalition.agreement.articles.models import Article
from coalition.agreement.positions.actions import MAX_CONDITION, MAX_SOURCE
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.models import ArticlePosition
from novex_portal.toolkit.forms.base import VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField

_WHY = "Schrijf op onder welke voorwaarde, of waarom niet."


class PositionForm(VersionedForm):
    """Where the party stands, under which mandate, since when, and how one knows."""

    consent = forms.ChoiceField(
        label="Waar staat deze partij?",
        choices=Consent.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies waar de partij staat.",
            "invalid_choice": "Kies een van de vier antwoorden.",
        },
    )
    condition = forms.CharField(
        label="Voorwaarde of reden",
        required=False,
        max_length=MAX_CONDITION,
        help_text="Nodig bij “Akkoord mits” en “Niet akkoord”. Alle leden van het gebied lezen dit.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "De tekst is langer dan 2.000 tekens. Maak haar korter."},
    )
    mandate = forms.ChoiceField(
        label="Met welk mandaat?",
        choices=MandateLevel.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies met welk mandaat de partij dit zegt."},
    )
    stated_on = DutchDateField(label="Wanneer zei de partij dit?")
    source = forms.CharField(
        label="Hoe weten we dit?",
        required=False,
        max_length=MAX_SOURCE,
        help_text="Bijvoorbeeld: brief van het college, of gezegd in het overleg.",
    )
    article_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, article: Article, said: ArticlePosition | None = None, **kwargs: Any) -> None:
        names = ("consent", "condition", "mandate", "stated_on", "source", "version")
        start = {name: getattr(said, name) for name in names} if said else {"stated_on": timezone.localdate()}
        super().__init__(*args, **{**kwargs, "initial": {**start, "article_version": article.version}})

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("consent") in {Consent.CONDITIONAL, Consent.REFUSES} and not values.get("condition"):
            self.add_error("condition", _WHY)
        return values
