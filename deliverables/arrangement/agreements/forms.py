"""What people fill in of an agreement, and of how far an arrangement is."""

from collections.abc import Mapping
from typing import Any

from django import forms

from areas.models import Area
from coalition.agreement.document.rules.labels import article_number
from deliverables.agenda.measures.queries.choices import articles_of, programmes
from deliverables.agenda.measures.queries.measures import measures_of
from deliverables.arrangement.agreements.actions import AgreementFacts
from deliverables.arrangement.agreements.enums import ArrangementState, Obligation
from deliverables.arrangement.agreements.models import ReciprocalAgreement, SpatialArrangement
from deliverables.arrangement.agreements.queries import neighbours, provinces_of
from deliverables.money.funds.forms import LastDayField, chosen
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.forms.widgets import QuickSelect
from novex_portal.toolkit.states import followers

_LINKS = ("articles", "measures", "programmes", "touches")
_WORDS = ("subject", "place", "obligation", "conditions", "one_sided_reason")
_GONE = "Een van uw keuzes is er niet meer. Kies opnieuw uit de lijst."
_OBLIGED: dict[str, str] = {
    Obligation.EFFORT: "Wie toezegt, doet zijn best.",
    Obligation.RESULT: "Wie toezegt, zorgt dat het er komt.",
}


def _boxes(label: str, help_text: str = "") -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        Area.objects.none(), label=label, required=False, help_text=help_text,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--scroll"}),
        error_messages={"invalid_choice": _GONE, "invalid_pk_value": _GONE},
    )  # fmt: skip


class AgreementForm(PrintedForm, OnceForm, VersionedForm):
    """An agreement. In an area of one province that is not asked."""

    province = forms.ModelChoiceField(
        Area.objects.none(), label="Arrangement van", widget=QuickSelect, empty_label="Kies een provincie",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies van welke provincie het arrangement is."),
    )  # fmt: skip
    subject = forms.CharField(
        label="Onderwerp", max_length=150,
        error_messages={"required": "Vul een onderwerp in, bijvoorbeeld: Water in het beekdal.", "max_length": "Maak het onderwerp korter: hoogstens 150 tekens."},
    )  # fmt: skip
    place = forms.CharField(
        label="Plaats", required=False, max_length=150, help_text="Waar het over gaat, bijvoorbeeld: Geuldal tussen Gulpen en Valkenburg.",
        error_messages={"max_length": "Maak de plaats korter: hoogstens 150 tekens."},
    )  # fmt: skip
    obligation = forms.ChoiceField(
        label="Waartoe verplichten partijen zich?", choices=Obligation.choices,
        widget=DescribedRadioSelect(descriptions=_OBLIGED),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies inspanning of resultaat."),
    )  # fmt: skip
    conditions = forms.CharField(
        label="Voorwaarden", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Waar de uitvoering van afhangt, bijvoorbeeld: ruimte op het stroomnet.",
        error_messages={"max_length": "Maak dit korter: hoogstens 2.000 tekens."},
    )  # fmt: skip
    one_sided_reason = forms.CharField(
        label="Bewust eenzijdig, want", required=False, max_length=300,
        help_text="Alleen als er met opzet niets tegenover staat.",
        error_messages={"max_length": "Maak dit korter: hoogstens 300 tekens."},
    )  # fmt: skip
    articles = _boxes("Artikelen van het akkoord")
    measures = _boxes("Maatregelen")
    programmes = _boxes("Nationale programma’s")
    touches = _boxes("Andere gebieden die dit raakt", "Leden van die gebieden lezen deze afspraak dan ook.")

    def __init__(self, *args: Any, area: Area, agreement: ReciprocalAgreement | None = None, **kwargs: Any) -> None:
        if agreement:
            kwargs["initial"] = values_of(agreement)
        super().__init__(*args, **kwargs)
        provinces = list(provinces_of(area))
        rows: Mapping[str, Any] = {
            "province": provinces_of(area),
            "articles": articles_of(area),
            "measures": measures_of([area]),
            "programmes": programmes(),
            "touches": neighbours(area),
        }
        for name, found in rows.items():
            self.fields[name].queryset = found  # type: ignore[attr-defined]
        self.fields["articles"].label_from_instance = _article  # type: ignore[attr-defined]
        self.alone = provinces[0] if len(provinces) == 1 else None
        if self.alone:
            del self.fields["province"]

    @property
    def link_fields(self) -> list[Any]:
        """What it rests on and touches, as fields of the page; of what there is nothing to choose falls away."""
        return [self[name] for name in _LINKS if len(self.fields[name].choices)]  # type: ignore[attr-defined]

    def facts(self) -> AgreementFacts:
        """Return what was filled in; only after is_valid()."""
        given = self.cleaned_data
        values: dict[str, Any] = {name: given[name] for name in _WORDS}
        values |= {name: list(given[name]) for name in _LINKS}
        return AgreementFacts(province=self.alone or given["province"], **values)


class StateForm(VersionedForm):
    """How far the arrangement of a province is."""

    state = chosen("Wat wordt de stand?", [], "Kies een stand")
    state_on = LastDayField(
        label="Sinds", help_text="Bijvoorbeeld de dag van het bestuurlijk overleg: 23-11-2026.",
        error_messages={"required": "Vul de dag in, bijvoorbeeld 23-11-2026."},
    )  # fmt: skip

    def __init__(self, *args: Any, arrangement: SpatialArrangement, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": arrangement.version}
        super().__init__(*args, **kwargs)
        after = followers(ArrangementState, arrangement.state)
        choices = [("", "Kies een stand"), *((row.value, row.label) for row in ArrangementState if row in after)]
        self.fields["state"].choices = choices  # type: ignore[attr-defined]


def values_of(agreement: ReciprocalAgreement) -> dict[str, Any]:
    """Return an agreement as its form shows it."""
    return {
        "version": agreement.version,
        "province": agreement.arrangement.province_id,
        **{name: getattr(agreement, name) for name in _WORDS},
        **{name: list(getattr(agreement, name).values_list("pk", flat=True)) for name in _LINKS},
    }


def _article(row: Any) -> str:
    return f"{article_number(row.chapter.label, row.label)} {row.title}"
