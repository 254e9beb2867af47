"""The form of a measure: what it is, who takes part, and what it is linked to."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from areas.access import own_organisations
from areas.models import Area, Organisation, User
from areas.people.queries import persons_of
from coalition.agreement.document.rules.labels import article_number
from deliverables.agenda.dates.forms import PlanDateField
from deliverables.agenda.measures.actions.around import LinkedTo, PartyIn
from deliverables.agenda.measures.actions.measures import MeasureData
from deliverables.agenda.measures.enums import MeasureKind, PartyPart, Phase
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.queries import choices
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect

MAX_RESULT = 4_000
_PARTS = {"partners": PartyPart.PARTNER, "funders": PartyPart.FUNDER, "authorities": PartyPart.AUTHORITY}
_LINKS = ("articles", "ambitions", "challenges", "programmes", "decisions")
_GONE = "Een van uw keuzes is er niet meer. Kies opnieuw uit de lijst."


def _boxes(label: str, help_text: str = "") -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        Measure.objects.none(),
        label=label,
        required=False,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--scroll"}),
        error_messages={"invalid_choice": _GONE, "invalid_pk_value": _GONE},
    )


def _one(label: str, nothing: str, help_text: str = "") -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Measure.objects.none(),
        label=label,
        required=False,
        empty_label=nothing,
        help_text=help_text,
        widget=QuickSelect,
        error_messages={"invalid_choice": _GONE},
    )


class MeasureForm(PortalForm):
    """All of a measure but its dates and its state."""

    title = forms.CharField(
        label="Titel",
        max_length=150,
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Aanleg bovenstroomse berging."},
    )
    result = forms.CharField(
        label="Resultaat",
        required=False,
        max_length=MAX_RESULT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat is er als de maatregel klaar is?",
    )
    chapter = forms.ModelChoiceField(
        Measure.objects.none(),
        label="Hoofdstuk",
        empty_label=None,
        widget=QuickSelect,
        error_messages={"required": "Kies een hoofdstuk.", "invalid_choice": "Dit hoofdstuk is er niet meer."},
    )
    kind = forms.ChoiceField(
        label="Soort", choices=MeasureKind.choices, initial=MeasureKind.ACTION, widget=QuickSelect
    )
    phase = forms.ChoiceField(label="Fase", choices=Phase.choices, initial=Phase.NONE, widget=QuickSelect)
    pin_reason = forms.CharField(
        label="Waarom liggen de datums vast?",
        required=False,
        max_length=200,
        help_text="Alleen als ze niet kunnen schuiven, bijvoorbeeld door een wet of een afspraak in het BO.",
    )
    lead = _one("Trekker", "Nog geen trekker", "Een voorstel kan zonder. Een programma van anderen heeft er geen.")
    executive = _one("Bestuurder van de trekker", "Niemand genoemd")
    contact = _one(
        "Aanspreekpunt bij de trekker", "Niemand genoemd", "Krijgt de vraag hoe het met de maatregel staat."
    )
    partners = _boxes("Partners")
    funders = _boxes("Financiers")
    authorities = _boxes("Bevoegd gezag")
    articles = _boxes("Artikelen", "Welke artikelen van het akkoord voert deze maatregel uit?")
    ambitions = _boxes("Ambities")
    challenges = _boxes("Opgaven")
    programmes = _boxes("Nationale programma’s")
    decisions = _boxes("Besluiten van de planningsgroep")

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.area = area
        parties, persons = choices.parties_of(area), persons_of(area, timezone.localdate())
        rows: Mapping[str, Any] = {
            "chapter": choices.chapters_of(area),
            "lead": parties,
            "executive": persons,
            "contact": persons,
            **dict.fromkeys(_PARTS, parties),
            "articles": choices.articles_of(area),
            "ambitions": choices.ambitions_of(area),
            "challenges": choices.challenges_of(area),
            "programmes": choices.programmes(),
            "decisions": choices.decisions_of(area),
        }
        for name, found in rows.items():
            self.fields[name].queryset = found  # type: ignore[attr-defined]
        words = {
            "executive": _person,
            "contact": _person,
            "articles": lambda row: f"{article_number(row.chapter.label, row.label)} {row.title}",
            "ambitions": lambda row: f"{row.number}. {row.title}",
            "decisions": lambda row: f"{row.number}. {row.title}",
            "challenges": lambda row: row.title,
        }
        for name, label in words.items():
            self.fields[name].label_from_instance = label  # type: ignore[attr-defined]

    @property
    def party_fields(self) -> list[Any]:
        """Who else takes part, as fields of the page."""
        return [self[name] for name in _PARTS]

    @property
    def link_fields(self) -> list[Any]:
        """What it is linked to, as fields of the page."""
        return [self[name] for name in _LINKS]

    @property
    def parties(self) -> list[PartyIn]:
        """Who takes part, as it was filled in."""
        given = self.cleaned_data
        others = [PartyIn(part, row) for name, part in _PARTS.items() for row in given[name]]
        if not given["lead"]:
            return others
        return [PartyIn(PartyPart.LEAD, given["lead"], given["executive"], given["contact"]), *others]

    def measure_data(self) -> MeasureData:
        """Return what was filled in; only after is_valid()."""
        given = self.cleaned_data
        names = ("chapter", "title", "result", "kind", "phase", "pin_reason")
        links = LinkedTo(**{name: list(given[name]) for name in _LINKS})
        return MeasureData(**{name: given[name] for name in names}, parties=self.parties, links=links)

    def clean(self) -> dict[str, Any]:
        """Refuse a lead of a programme of others, and people without a lead."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("lead") and given.get("kind") == MeasureKind.PROGRAMME:
            self.add_error(
                "lead", "Een lopend programma van anderen heeft hier geen trekker. Kies de partij als partner."
            )
        for name in ("executive", "contact"):
            person = given.get(name)
            if person and person.organisation != given.get("lead"):
                self.add_error(name, "Kies iemand van de trekker.")
        return given


class NewMeasureForm(MeasureForm, OnceForm):
    """A measure that is proposed, with its dates and for whom."""

    start = PlanDateField(label="Begin")
    end = PlanDateField(label="Eind")
    organisation = forms.ModelChoiceField(
        Measure.objects.none(), label="Namens", widget=QuickSelect, empty_label=None, required=False
    )

    def __init__(self, *args: Any, area: Area, user: User, **kwargs: Any) -> None:
        super().__init__(*args, area=area, **kwargs)
        self.own = own_organisations(user, area)
        if len(self.own) < 2:
            del self.fields["organisation"]
        else:
            own = choices.parties_of(area).filter(pk__in=[row.pk for row in self.own])
            self.fields["organisation"].queryset = own  # type: ignore[attr-defined]

    @property
    def on_behalf_of(self) -> Organisation | None:
        """For whom it is proposed: the one of one's own that was chosen, or the only one."""
        chosen: Organisation | None = self.cleaned_data.get("organisation")
        return chosen or (self.own[0] if self.own else None)

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the begin."""
        given = super().clean()
        start, end = given.get("start"), given.get("end")
        if start and end and end.period.last < start.period.first:
            self.add_error("end", f"Het eind ({end}) ligt voor het begin ({start}). Kies een later eind.")
        return given


class EditMeasureForm(MeasureForm, VersionedForm):
    """A measure that is changed; its dates are changed by moving it."""

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        kwargs["initial"] = values_of(measure)
        super().__init__(*args, area=measure.area, **kwargs)


def values_of(measure: Measure) -> dict[str, Any]:
    """Return a measure as its form shows it."""
    links = list(measure.party_links.all())
    lead = next((row for row in links if row.part == PartyPart.LEAD), None)
    names = ("version", "title", "result", "kind", "phase", "pin_reason")
    return {
        **{name: getattr(measure, name) for name in names},
        "chapter": measure.chapter_id,
        "lead": lead and lead.organisation_id,
        "executive": lead and lead.executive_id,
        "contact": lead and lead.contact_id,
        **{name: [row.organisation_id for row in links if row.part == part] for name, part in _PARTS.items()},
        **{name: list(getattr(measure, name).values_list("pk", flat=True)) for name in _LINKS},
    }


def _person(person: Any) -> str:
    return f"{person.organisation}: {person.role}"
