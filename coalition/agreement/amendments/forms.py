"""Forms of proposals to change an article: proposing, handling, answering."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from areas.models import Organisation
from coalition.agreement.amendments.access import Reaction
from coalition.agreement.amendments.actions import MAX_REASON
from coalition.agreement.amendments.enums import Handling
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.queries import taking_over_of
from coalition.agreement.amendments.rules import Choice
from coalition.agreement.articles.forms import stored_text
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.merging import Stretch
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.queries import readable_of
from coalition.planning_group.speaking.enums import MAX_SOURCE, GivenAs
from coalition.planning_group.speaking.rules import SOURCE_NEEDED
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect

_LONG = {"max_length": "De tekst is langer dan 4.000 tekens. Maak haar korter."}


class AmendmentForm(OnceForm):
    """For whom, which other words, and why."""

    article_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Namens welke partij?", empty_label="Kies een partij", widget=QuickSelect,
        error_messages={"required": "Kies namens welke partij dit is.", "invalid_choice": "Kies een partij van het akkoord waarvoor u mag spreken."},
    )  # fmt: skip
    title = forms.CharField(label="Titel", max_length=150, error_messages={"required": "Een artikel heeft een titel."})
    text = forms.CharField(
        label="Tekst", widget=forms.Textarea(attrs={"rows": 10}), max_length=100_000,
        help_text="Wijzig de tekst zoals hij volgens deze partij moet zijn. Het verschil ziet iedereen.",
        error_messages={"required": "Een artikel heeft een tekst."},
    )  # fmt: skip
    reason = forms.CharField(
        label="Waarom?", widget=forms.Textarea(attrs={"rows": 3}), max_length=MAX_REASON,
        error_messages={"required": "Schrijf op waarom u dit voorstelt.", **_LONG},
    )  # fmt: skip

    def __init__(
        self, *args: Any, article: Article, parties: QuerySet[Organisation], reaction: Reaction, **kwargs: Any
    ) -> None:
        self.readable, self.article = readable_of(article.chapter.agreement), article
        start = {
            "article_version": article.version,
            "title": article.title,
            "text": self.readable.typed(article.text),
            "reason": reaction.words,
            "organisation": reaction.organisation,
        }
        super().__init__(*args, **{**kwargs, "initial": start})
        self.fields["organisation"].queryset = parties  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        return stored_text(self.readable, self.cleaned_data["text"], self.article)


class HandlingForm(VersionedForm):
    """What the planning group would do, and why."""

    handling = forms.ChoiceField(
        label="Wat stelt de planningsgroep voor?", choices=Handling.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies wat de planningsgroep voorstelt."},
    )  # fmt: skip
    text = forms.CharField(
        label="Aangepaste tekst", required=False, widget=forms.Textarea(attrs={"rows": 6}), max_length=100_000,
        help_text="Alleen bij aangepast overnemen: de hele tekst van het artikel zoals hij dan wordt.",
    )  # fmt: skip
    reason = forms.CharField(
        label="Toelichting", widget=forms.Textarea(attrs={"rows": 3}), max_length=MAX_REASON,
        error_messages={"required": "Schrijf op waarom. De indiener leest dit.", **_LONG},
    )  # fmt: skip

    def __init__(self, *args: Any, amendment: Amendment, readable: Readable, **kwargs: Any) -> None:
        self.readable, self.article = readable, amendment.article
        start = {
            "version": amendment.version,
            "handling": amendment.handling,
            "text": self.readable.typed(amendment.handled_text or amendment.text),
            "reason": amendment.handling_reason,
        }
        super().__init__(*args, **{**kwargs, "initial": start})

    def clean_text(self) -> str:
        return stored_text(self.readable, self.cleaned_data["text"], self.article)


class AnswerForm(VersionedForm):
    """Whether the party accepts that."""

    verdict = forms.ChoiceField(
        label="Aanvaardt u dit?", choices=[("ja", "Ja, wij aanvaarden dit"), ("nee", "Nee, wij handhaven ons voorstel")],
        widget=forms.RadioSelect, error_messages={"required": "Kies of u dit aanvaardt."},
    )  # fmt: skip
    answer = forms.CharField(
        label="Waarom?", required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=MAX_REASON,
        help_text="Nodig als u uw voorstel handhaaft.", error_messages=_LONG,
    )  # fmt: skip

    source = forms.CharField(
        label="Hoe weet u dit?", max_length=MAX_SOURCE,
        help_text="U legt dit vast voor een andere partij. Haar bestuurder krijgt bericht en bevestigt of verbetert het.",
        error_messages={"required": SOURCE_NEEDED},
    )  # fmt: skip

    def __init__(self, *args: Any, amendment: Amendment, given_as: GivenAs | None, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"version": amendment.version}})
        if given_as == GivenAs.OWN:
            del self.fields["source"]
        else:
            self.fields["verdict"].label = f"Aanvaardt {amendment.organisation} dit?"
            choices = [("ja", "Ja, de partij aanvaardt dit"), ("nee", "Nee, zij handhaaft haar voorstel")]
            self.fields["verdict"].choices = choices  # type: ignore[attr-defined]
            self.fields["answer"].help_text = "Nodig als de partij haar voorstel handhaaft."

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("verdict") == "nee" and not values.get("answer"):
            self.add_error("answer", "Schrijf op waarom u uw voorstel handhaaft.")
        return values


class TakeOverForm(VersionedForm):
    """Whose words stay where somebody else changed the same ones since the proposal was made."""

    article_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, amendment: Amendment, readable: Readable, **kwargs: Any) -> None:
        self.readable, self.taking = readable, taking_over_of(amendment)
        start = {"version": amendment.version, "article_version": amendment.article.version}
        super().__init__(*args, **{**kwargs, "initial": start})
        for place, clash in enumerate(self.taking.clashes):
            self.fields[_choice(place)] = self._field(clash)

    def taken(self) -> dict[str, Any]:
        """Return what the action asks: the versions that were read, and a choice for every clash."""
        values = self.cleaned_data
        choices = [values[_choice(place)] for place in range(len(self.taking.clashes))]
        return {"version": values["version"], "article_version": values["article_version"], "choices": choices}

    def _field(self, clash: Stretch) -> forms.ChoiceField:
        kept, proposed, was = (self._quoted(words) for words in (clash.theirs, clash.mine, clash.base))
        options = [(Choice.KEEP, f"Houd wat er nu staat: {kept}"), (Choice.PROPOSED, f"Neem het voorstel: {proposed}")]
        return forms.ChoiceField(
            label=f"Er stond: {was}", choices=options, widget=forms.RadioSelect,
            error_messages={"required": "Kies welke woorden blijven."},
        )  # fmt: skip

    def _quoted(self, words: str) -> str:
        typed = self.readable.typed(words).strip()
        return f"“{typed}”" if typed else "niets"


def _choice(place: int) -> str:
    return f"keuze-{place + 1}"
