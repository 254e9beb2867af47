"""Forms of the samenwerkingsscan: open one, ask a party, fill in a part, write the questions, make an improvement."""

from typing import Any
from uuid import UUID

from django import forms

from areas.models import Organisation
from coalition.analysis.scan.actions.scans import MAX_REASONING, AnswerData, ScanClosed
from coalition.analysis.scan.models import ScanAnswer, ScanDimension, ScanQuestion
from coalition.analysis.scan.rules.scan import DimensionData
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.forms.widgets import QuickRadios, QuickSelect
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

UNKNOWN = "onbekend"
SCORES = [
    ("1", "1, helemaal niet mee eens"),
    ("2", "2, niet mee eens"),
    ("3", "3, er tussenin"),
    ("4", "4, mee eens"),
    ("5", "5, helemaal mee eens"),
    (UNKNOWN, "Onbekend"),
]
BLANK_ROWS = 2


class CleanText(forms.CharField):
    """Words of people, without the characters that cannot be stored."""

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "")


class ScanForm(OnceForm):
    """A new measurement."""

    title = CleanText(
        label="Titel",
        max_length=150,
        help_text="Bijvoorbeeld: meting voorjaar 2027.",
        error_messages={"required": "Geef de scan een titel, bijvoorbeeld: meting voorjaar 2027."},
    )
    closes_on = DutchDateField(
        label="In te vullen tot en met", help_text="Ook uitnodigingen per mail werken tot en met deze dag."
    )


class AskPartyForm(PortalForm):
    """A party that is asked to fill in the scan."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Partij",
        empty_label="Kies een partij",
        widget=QuickSelect,
        error_messages={
            "required": "Kies een partij.",
            "invalid_choice": "Deze partij hoort niet bij dit gebied, of is al gevraagd. Kies een andere.",
        },
    )
    role = CleanText(label="Rol van wie invult", max_length=150, required=False)
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        help_text="Vult u dit in, dan sturen wij de link per mail.",
        error_messages={"invalid": "Vul een e-mailadres in zoals naam@organisatie.nl, of laat dit leeg."},
    )

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = parties  # type: ignore[attr-defined]


class DimensionAnswersForm(VersionedForm):
    """The questions of one dimension: a score or "onbekend" each, with room to say why."""

    def __init__(
        self, *args: Any, dimension: ScanDimension, answers: dict[UUID, ScanAnswer], version: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"version": version}})
        self.questions: list[ScanQuestion] = list(dimension.questions.all())
        for question in self.questions:
            there = answers.get(question.pk)
            self.fields[f"score-{question.pk}"] = forms.ChoiceField(
                label=question.text,
                choices=SCORES,
                widget=QuickRadios,
                initial=(there.score or UNKNOWN) if there else None,
                error_messages={
                    "required": "Kies een score van 1 tot en met 5. Weet u het niet, kies dan “Onbekend”.",
                    "invalid_choice": "Kies een score van 1 tot en met 5, of “Onbekend”.",
                },
            )
            self.fields[f"reasoning-{question.pk}"] = CleanText(
                label="Waarom?",
                required=False,
                max_length=MAX_REASONING,
                initial=there.reasoning if there else "",
                help_text="Vooral bij een 1 of een 5 helpt het om te weten waarom.",
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={
                    "max_length": "De toelichting is langer dan 2.000 tekens. Maak haar korter. Uw tekst staat er nog."
                },
            )

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Say of what came too late that it is still on the page."""
        if isinstance(problem, ScanClosed):
            problem = ScanClosed(f"{problem} Wat u nu invulde, kan niet meer worden bewaard; kopieer het als u wilt.")
        super().refuse(problem, field)

    def answer_data(self) -> dict[UUID, AnswerData]:
        """Return the answers by question."""
        given = self.cleaned_data
        return {
            question.pk: AnswerData(
                None if (score := given[f"score-{question.pk}"]) == UNKNOWN else int(score),
                given[f"reasoning-{question.pk}"],
            )
            for question in self.questions
        }


class DimensionRowForm(PortalForm):
    """One dimension of a questionnaire, with its statements on lines of their own."""

    name = CleanText(label="Onderdeel", max_length=80, required=False)
    explanation = CleanText(label="Waar gaat het over?", max_length=500, required=False)
    questions = CleanText(
        label="Stellingen, elk op een eigen regel",
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_questions(self) -> tuple[str, ...]:
        lines = tuple(" ".join(line.split()) for line in self.cleaned_data["questions"].splitlines() if line.strip())
        if any(len(line) > 300 for line in lines):
            raise forms.ValidationError("Een stelling is langer dan 300 tekens. Maak haar korter.")
        return lines


class QuestionnaireForm(VersionedForm):
    """The title of a questionnaire; its dimensions are the rows beside it."""

    title = CleanText(label="Titel", max_length=150, error_messages={"required": "Geef de vragenlijst een titel."})


def dimension_rows(data: Any, dimensions: tuple[DimensionData, ...]) -> Any:
    """Return the rows for the dimensions there are, and two empty ones for new ones."""
    initial = [
        {"name": one.name, "explanation": one.explanation, "questions": "\n".join(one.questions)} for one in dimensions
    ]
    rows = forms.formset_factory(DimensionRowForm, extra=BLANK_ROWS, max_num=20, absolute_max=30)
    return rows(data, prefix="onderdelen", initial=initial)


def dimensions_in(rows: Any) -> tuple[DimensionData, ...]:
    """Return the dimensions that were filled in; an empty row does not count."""
    found = [row.cleaned_data for row in rows if row.cleaned_data]
    return tuple(
        DimensionData(one["name"].strip(), one["explanation"].strip(), one["questions"])
        for one in found
        if one["name"].strip() or one["questions"]
    )
