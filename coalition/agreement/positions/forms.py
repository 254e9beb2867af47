"""The forms in which is written down what a party declares, here of an article."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from areas.mandates.enums import MandateLevel
from coalition.agreement.articles.models import Article
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.positions.queries import is_stale
from coalition.agreement.positions.rules import MAX_CONDITION, MAX_SOURCE, NEEDS_WHY
from novex_portal.toolkit.forms.base import VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.models import Versioned
from novex_portal.toolkit.text.dutch import number


def condition_field(most: int, needed_for: str) -> forms.CharField:
    """Return the field for the condition or the reason of a party, at `most` so many signs."""
    return forms.CharField(
        label="Voorwaarde of reden",
        required=False,
        max_length=most,
        help_text=f"Nodig bij {needed_for}. Alle leden van het gebied lezen dit.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": f"De tekst is langer dan {number(most)} tekens. Maak haar korter."},
    )


class DeclaredForm(VersionedForm):
    """What a party declares, on what condition, since when, and how one knows.

    A form built on this has the answers in its field `answer`, the day in its field `day`, and in `needs_why`
    what to ask for with an answer that says too little by itself.
    """

    answer: ClassVar[str]
    day: ClassVar[str]
    needs_why: ClassVar[Mapping[Any, str]]

    source = forms.CharField(
        label="Hoe weten we dit?",
        required=False,
        max_length=MAX_SOURCE,
        help_text="Bijvoorbeeld: brief van het college, of gezegd in het overleg.",
    )

    def __init__(self, *args: Any, said: Versioned | None = None, is_stale: bool = False, **kwargs: Any) -> None:
        """Begin with what was said of this very text; of another text nothing is copied: it is said anew."""
        names = [name for name in self.base_fields if hasattr(said, name)]
        start = {name: getattr(said, name) for name in names} if said else {self.day: timezone.localdate()}
        if is_stale:
            start = {"version": said.version if said else 0}
        super().__init__(*args, **{**kwargs, "initial": {**start, **kwargs.get("initial", {})}})

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        why = self.needs_why.get(values.get(self.answer))
        if why and not values.get("condition") and "condition" not in self.errors:
            self.add_error("condition", why)
        return values


class PositionForm(DeclaredForm):
    """Where the party stands on an article, and under which mandate."""

    answer, day, needs_why = "consent", "stated_on", NEEDS_WHY
    field_order = ("consent", "condition", "mandate", "stated_on", "source")

    consent = forms.ChoiceField(
        label="Waar staat deze partij?",
        choices=Consent.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies waar de partij staat.",
            "invalid_choice": "Kies een van de vier antwoorden.",
        },
    )
    condition = condition_field(MAX_CONDITION, "“Akkoord mits” en “Niet akkoord”")
    mandate = forms.ChoiceField(
        label="Met welk mandaat?",
        choices=MandateLevel.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies met welk mandaat de partij dit zegt."},
    )
    stated_on = DutchDateField(label="Wanneer zei de partij dit?")
    article_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, article: Article, said: ArticlePosition | None = None, **kwargs: Any) -> None:
        start = {"article_version": article.version}
        stale = said is not None and is_stale(said, article)
        super().__init__(*args, said=said, is_stale=stale, **{**kwargs, "initial": start})
