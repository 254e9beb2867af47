"""Forms of proposals to change the akkoord: proposing, handling, answering, taking over."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet

from areas.models import Organisation
from coalition.agreement.amendments.access import Reaction
from coalition.agreement.amendments.actions import MAX_REASON
from coalition.agreement.amendments.enums import About, Handling, Verb
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.queries import taking_over_of
from coalition.agreement.amendments.rules import Choice
from coalition.agreement.amendments.subjects import IN_LAW, LONGEST, Subject
from coalition.agreement.articles.forms import stored_text
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.merging import Stretch
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.models import Chapter
from coalition.agreement.document.queries import chapter_rows, readable_of
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.terms.forms import term_name
from coalition.planning_group.speaking.enums import MAX_SOURCE, GivenAs
from coalition.planning_group.speaking.forms import ask_source, source_field
from coalition.planning_group.speaking.rules import SOURCE_NEEDED
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect
from novex_portal.toolkit.text.markup import clean


def text_as_kept(subject: Subject, readable: Readable, typed: str) -> str:
    """Return a typed text as it is kept; raises ValidationError for a reference to what is not there."""
    if subject.about not in IN_LAW:
        return clean(typed).strip()
    return stored_text(readable, typed, subject.row if isinstance(subject.row, Article) else None)


_LONG = {"max_length": "De tekst is langer dan 4.000 tekens. Maak haar korter."}


@dataclass(frozen=True)
class _Named:
    """How the fields of a proposal are called, by what it is about."""

    title: str
    text: str
    no_title: str = ""
    no_text: str = "Schrijf de tekst."
    rows: int = 10


_NAMED = {
    About.ARTICLE: _Named("Titel", "Tekst", "Een artikel heeft een titel.", "Een artikel heeft een tekst."),
    About.TERM: _Named(
        "Begrip", "Betekenis", "Vul het begrip in, bijvoorbeeld: beekdal.", "Schrijf op wat het betekent.",
        3,
    ),
    About.PREAMBLE: _Named("", "Overwegingen", rows=12),
    About.EXHIBIT: _Named(
        "Bijschrift", "Wat is er te zien?", "Schrijf een bijschrift.", "Zeg wat er te zien is.", 3
    ),
}  # fmt: skip
_CHAPTER, _ARTICLE = "hoofdstuk", "artikel"


class AmendmentForm(OnceForm):
    """For whom, which other words, and why; of a new article also where it comes."""

    text_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Namens welke partij?", empty_label="Kies een partij", widget=QuickSelect,
        error_messages={"required": "Kies namens welke partij dit is.", "invalid_choice": "Kies een partij van het akkoord waarvoor u mag spreken."},
    )  # fmt: skip
    place = forms.ChoiceField(
        label="Waar komt het artikel?", widget=QuickSelect,
        error_messages={"required": "Kies waar het artikel komt.", "invalid_choice": "Deze plaats is er niet meer. Kies een andere."},
    )  # fmt: skip
    title = forms.CharField(max_length=200)
    text = forms.CharField(widget=forms.Textarea)
    reason = forms.CharField(
        label="Waarom?", widget=forms.Textarea(attrs={"rows": 3}), max_length=MAX_REASON,
        error_messages={"required": "Schrijf op waarom u dit voorstelt.", **_LONG},
    )  # fmt: skip

    source = source_field()

    def __init__(
        self,
        *args: Any,
        subject: Subject,
        parties: QuerySet[Organisation],
        reaction: Reaction,
        own: Collection[UUID] | None = None,
        **kwargs: Any,
    ) -> None:
        self.own = own  # for whom nobody asks how one knows; None when one speaks for no other
        self.readable, self.subject = readable_of(subject.agreement), subject
        title, text = subject.words
        start = {
            "text_version": subject.version,
            "title": title,
            "text": subject.typed(self.readable, text),
            "reason": reaction.words,
            "organisation": reaction.organisation,
            "place": _place(subject.after or subject.chapter),
            "source": reaction.source,
        }
        super().__init__(*args, **{**kwargs, "initial": {**start, **(kwargs.get("initial") or {})}})
        self.fields["organisation"].queryset = parties  # type: ignore[attr-defined]
        self._name_fields()
        if own is None:
            del self.fields["source"]
        elif own:
            self.fields["source"].help_text += " Niet nodig voor uw eigen organisatie."
        else:
            ask_source(self, GivenAs.RECORDED)

    def clean(self) -> dict[str, Any]:
        party = self.cleaned_data.get("organisation")
        speaks_for_other = self.own is not None and party and party.pk not in self.own
        if speaks_for_other and not self.cleaned_data.get("source") and "source" not in self.errors:
            self.add_error("source", SOURCE_NEEDED)
        return self.cleaned_data

    def asked(self) -> dict[str, Any]:
        """Return what the action asks: the words, and the subject in the place that was chosen."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "place"}
        return {"subject": self._placed(self.cleaned_data.get("place", "")), **values}

    def clean_title(self) -> str:
        title = str(self.cleaned_data["title"])
        return term_name(title) if self.subject.about == About.TERM else title

    def clean_text(self) -> str:
        return text_as_kept(self.subject, self.readable, self.cleaned_data["text"])

    def _name_fields(self) -> None:
        about, verb, named = self.subject.about, self.subject.verb, _NAMED[self.subject.about]
        longest_title, longest = LONGEST[about]
        if verb == Verb.STRIKE:
            del self.fields["text"]
        else:
            self.fields["text"] = forms.CharField(
                label=named.text, max_length=longest, widget=forms.Textarea(attrs={"rows": named.rows}),
                help_text="Schrijf hoe het volgens deze partij moet zijn. Het verschil ziet iedereen.",
                error_messages={"required": named.no_text},
            )  # fmt: skip
        if verb == Verb.STRIKE or not named.title:
            del self.fields["title"]
        else:
            self.fields["title"] = forms.CharField(
                label=named.title, max_length=longest_title, error_messages={"required": named.no_title}
            )
        if (about, verb) == (About.ARTICLE, Verb.ADD):
            self.fields["place"].choices = _places(self.subject)  # type: ignore[attr-defined]
        else:
            del self.fields["place"]
        self.order_fields(["organisation", "source", "place", "title", "text", "reason"])

    def _placed(self, chosen: str) -> Subject:
        if not chosen:
            return self.subject
        kind, _, key = chosen.partition(":")
        after = Article.objects.select_related("chapter").filter(pk=key).first() if kind == _ARTICLE else None
        chapter = after.chapter if after else self.subject.agreement.chapters.filter(pk=key).first()
        return replace(self.subject, chapter=chapter, after=after)


def _place(row: Article | Chapter | None) -> str:
    return f"{_ARTICLE if isinstance(row, Article) else _CHAPTER}:{row.pk}" if row else ""


def _places(subject: Subject) -> list[tuple[str, str]]:
    """Return the places for a new article: behind each one, and at the end of each chapter. Two queries."""
    found = [("", "Kies een plaats")]
    for chapter in chapter_rows(subject.agreement):
        found += [
            (_place(row), f"Na artikel {article_number(chapter.label, row.label)}: {row.title}")
            for row in chapter.articles.all()
        ]
        end = "Aan het eind van" if chapter.article_count else "In"  # type: ignore[attr-defined]
        found.append((_place(chapter), f"{end} {chapter.label} {chapter.title}"))
    return found


class HandlingForm(VersionedForm):
    """What the planning group would do, and why."""

    handling = forms.ChoiceField(
        label="Wat stelt de planningsgroep voor?", choices=Handling.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies wat de planningsgroep voorstelt."},
    )  # fmt: skip
    text = forms.CharField(
        label="Aangepaste tekst", required=False, widget=forms.Textarea(attrs={"rows": 6}), max_length=100_000,
        help_text="Alleen bij aangepast overnemen: de hele tekst zoals hij dan wordt.",
    )  # fmt: skip
    reason = forms.CharField(
        label="Toelichting", widget=forms.Textarea(attrs={"rows": 3}), max_length=MAX_REASON,
        error_messages={"required": "Schrijf op waarom. De indiener leest dit.", **_LONG},
    )  # fmt: skip

    def __init__(self, *args: Any, amendment: Amendment, readable: Readable, **kwargs: Any) -> None:
        self.readable, self.subject = readable, amendment.subject
        start = {
            "version": amendment.version,
            "handling": amendment.handling,
            "text": self.subject.typed(readable, amendment.handled_text or amendment.text),
            "reason": amendment.handling_reason,
        }
        super().__init__(*args, **{**kwargs, "initial": start})
        if amendment.verb == Verb.STRIKE:
            del self.fields["text"]
            choices = [choice for choice in Handling.choices if choice[0] != Handling.ADAPTED]
            self.fields["handling"].choices = choices  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        return text_as_kept(self.subject, self.readable, self.cleaned_data["text"])


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

    text_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, amendment: Amendment, readable: Readable, **kwargs: Any) -> None:
        self.readable, self.subject, self.taking = readable, amendment.subject, taking_over_of(amendment)
        start = {"version": amendment.version, "text_version": self.subject.version}
        super().__init__(*args, **{**kwargs, "initial": start})
        for place, clash in enumerate(self.taking.clashes):
            self.fields[_choice(place)] = self._field(clash)

    def taken(self) -> dict[str, Any]:
        """Return what the action asks: the versions that were read, and a choice for every clash."""
        values = self.cleaned_data
        choices = [values[_choice(place)] for place in range(len(self.taking.clashes))]
        return {"version": values["version"], "text_version": values["text_version"], "choices": choices}

    def _field(self, clash: Stretch) -> forms.ChoiceField:
        kept, proposed, was = (self._quoted(words) for words in (clash.theirs, clash.mine, clash.base))
        options = [(Choice.KEEP, f"Houd wat er nu staat: {kept}"), (Choice.PROPOSED, f"Neem het voorstel: {proposed}")]
        return forms.ChoiceField(
            label=f"Er stond: {was}", choices=options, widget=forms.RadioSelect,
            error_messages={"required": "Kies welke woorden blijven."},
        )  # fmt: skip

    def _quoted(self, words: str) -> str:
        typed = self.subject.typed(self.readable, words).strip()
        return f"“{typed}”" if typed else "niets"


def _choice(place: int) -> str:
    return f"keuze-{place + 1}"
