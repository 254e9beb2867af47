"""The forms in which is written down what a party declares, here of an article."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils import timezone

from areas.models import Mandate
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import Chapter
from coalition.agreement.positions.actions import ToSay
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.positions.queries import ArticleLine
from coalition.agreement.positions.rules import MAX_CONDITION, NEEDS_WHY
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.forms import ask_source, source_field
from coalition.planning_group.speaking.models import Spoken
from coalition.planning_group.speaking.rules import said_as
from novex_portal.toolkit.forms.base import PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.text.dutch import number
from novex_portal.toolkit.text.numbers import whole_number


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
    """What a party says, on what condition, since when, and how one knows.

    A form built on this has the answers in its field `answer`, the day in its field `day`, and in `needs_why`
    what to ask for with an answer that says too little by itself.
    """

    answer: ClassVar[str]
    day: ClassVar[str]
    needs_why: ClassVar[Mapping[Any, str]]

    source = source_field()

    def __init__(
        self, *args: Any, given_as: str, said: Spoken | None = None, is_stale: bool = False, **kwargs: Any
    ) -> None:
        """Begin with what was said of this very text; of another text nothing is copied: it is said anew."""
        start: dict[str, Any] = {"version": said.version if said else 0}
        if said and not is_stale:
            start |= {name: getattr(said, name) for name in self.base_fields if hasattr(said, name)}
        elif said is None and given_as == GivenAs.OWN:
            start[self.day] = timezone.localdate()
        super().__init__(*args, **{**kwargs, "initial": {**start, **kwargs.get("initial", {})}})
        ask_source(self, given_as)

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        why = self.needs_why.get(values.get(self.answer))
        if why and not values.get("condition") and "condition" not in self.errors:
            self.add_error("condition", why)
        return values


class MandateChoice(forms.ModelChoiceField):
    """A mandate of the register: how far it goes, about what, and whose it is."""

    def label_from_instance(self, obj: Mandate) -> str:
        basis = f" ({obj.basis})" if obj.basis else ""
        return f"{obj.get_level_display()}: {obj.subject}, {obj.person.role}{basis}"


def mandate_field() -> MandateChoice:
    """Return the field to choose between the mandates a party has in the register; see `ask_mandate`."""
    return MandateChoice(
        Mandate.objects.none(), label="Onder welk mandaat uit het register?", required=False,
        empty_label="Onder geen van deze", widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Kies een mandaat van deze partij dat nu geldt."},
    )  # fmt: skip


def ask_mandate(form: forms.Form, mandates: list[Mandate]) -> None:
    """Ask under which mandate only where the register holds more than one: else it says so itself."""
    if len(mandates) < 2:
        del form.fields["under"]
    else:
        rows = Mandate.objects.filter(pk__in=[row.pk for row in mandates]).select_related("person")
        form.fields["under"].queryset = rows  # type: ignore[attr-defined]


class PositionForm(DeclaredForm):
    """Where the party stands on an article; the mandate is that of the register."""

    answer, day, needs_why = "consent", "stated_on", NEEDS_WHY
    field_order = ("consent", "condition", "under", "stated_on", "source")

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
    under = mandate_field()
    stated_on = DutchDateField(label="Wanneer zei de partij dit?")
    article_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        article: Article,
        mandates: list[Mandate],
        said: ArticlePosition | None = None,
        **kwargs: Any,
    ) -> None:
        start = {"article_version": article.version}
        stale = said is not None and said.is_stale(article)
        super().__init__(*args, said=said, is_stale=stale, **{**kwargs, "initial": start})
        ask_mandate(self, mandates)


type BulkRow = tuple[ArticleLine, list[forms.BoundField], ArticlePosition | None]
AS_ABOVE, STAYS, SILENT = "", "blijft", "zwijgt"


class BulkForm(PortalForm):
    """Where a party stands on many articles at once: on all alike, save for those where it says something else."""

    consent = forms.ChoiceField(
        label="Waar staat deze partij bij de artikelen hieronder?",
        choices=[(Consent.AGREES.value, "Akkoord met alles, behalve waar hieronder iets anders staat"),
                 (Consent.NOT_YET.value, "Nog niet, behalve waar hieronder iets anders staat"),
                 (SILENT, "Alleen wat hieronder per artikel staat")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waar de partij staat.", "invalid_choice": "Kies een van de drie antwoorden."},
    )  # fmt: skip
    under = mandate_field()
    stated_on = DutchDateField(label="Wanneer zei de partij dit?")
    source = source_field()

    def __init__(
        self, *args: Any, lines: Sequence[ArticleLine], given_as: str, organisation: UUID, mandates: list[Mandate],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        start = {"stated_on": timezone.localdate()} if given_as == GivenAs.OWN else {}
        super().__init__(*args, **{**kwargs, "initial": start})
        self.lines = [(line, _cell_of(line, organisation, given_as)) for line in lines]
        for line, said in self.lines:
            self._ask(line, said)
        ask_mandate(self, mandates)
        ask_source(self, given_as)

    def _ask(self, line: ArticleLine, said: ArticlePosition | None) -> None:
        current = said is not None and not said.is_stale(line.article)
        stays = [(STAYS, "Blijft zoals het staat")] if current else []
        choices = [(AS_ABOVE, "Zoals hierboven"), *stays, *Consent.choices, (SILENT, "Zegt hier niets")]
        key = str(line.article.pk)
        self.fields[f"bij-{key}"] = forms.ChoiceField(
            label=f"Artikel {line.number}: {line.article.title}", choices=choices, required=False,
            initial=STAYS if current else AS_ABOVE, error_messages={"invalid_choice": "Kies een van de antwoorden."},
        )  # fmt: skip
        self.fields[f"waarom-{key}"] = forms.CharField(
            label=f"Voorwaarde of reden bij artikel {line.number}", required=False, max_length=MAX_CONDITION,
            widget=forms.Textarea({"rows": 2}),
        )  # fmt: skip
        read = f"{line.article.version}.{said.version if said else 0}"
        self.fields[f"gelezen-{key}"] = forms.CharField(required=False, widget=forms.HiddenInput, initial=read)

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        for line, _ in self.lines:
            key = str(line.article.pk)
            consent = values.get(f"bij-{key}")
            why = NEEDS_WHY.get(Consent(consent), "") if consent in Consent.values else ""
            if why and not values.get(f"waarom-{key}") and f"waarom-{key}" not in self.errors:
                self.add_error(f"waarom-{key}", why)
        return values

    def read(self) -> dict[str, object]:
        """Return which version of every text, and of what was said of it, this form shows."""
        return {name: self[name].value() for name in self.fields if name.startswith("gelezen-")}

    def said(self) -> list[ToSay]:
        """Return what the party says, of the articles it says something of; only after is_valid."""
        values, rows = self.cleaned_data, []
        for line, _ in self.lines:
            key = str(line.article.pk)
            consent = values[f"bij-{key}"] or values["consent"]
            if consent in Consent.values:
                article, _, said = str(values[f"gelezen-{key}"]).partition(".")
                read = (whole_number(article), whole_number(said) or 0)
                rows.append(ToSay(line.article.pk, consent, values[f"waarom-{key}"], read[1], read[0]))
        return rows

    def chapters(self) -> list[tuple[Chapter, list[BulkRow], bool]]:
        """Return the articles by chapter, each with its fields and what is known of it, and whether the chapter lies open."""
        names = ("bij", "waarom", "gelezen")
        found: dict[Chapter, list[BulkRow]] = {}
        for line, said in self.lines:
            fields = [self[f"{name}-{line.article.pk}"] for name in names]
            found.setdefault(line.article.chapter, []).append((line, fields, said))
        return [(chapter, rows, len(found) == 1 or self._is_filled(rows)) for chapter, rows in found.items()]

    def _is_filled(self, rows: list[BulkRow]) -> bool:
        fields = [field for _, asked, _ in rows for field in asked[:2]]
        return any(field.errors or (self.is_bound and field.value() not in {"", STAYS}) for field in fields)


def _cell_of(line: ArticleLine, organisation: UUID, given_as: str) -> ArticlePosition | None:
    cell = next((cell for cell in line.cells if cell.party.organisation_id == organisation), None)
    known = [row for row in (cell.said, *cell.beside) if row] if cell else []
    return said_as(known, given_as)
