"""Forms for coding a report: a new passage, and changing one."""

from typing import Any

from django import forms

from areas.models import Challenge, Organisation
from coalition.conversations.passages.actions import NewStatement
from coalition.conversations.passages.enums import PassageMark
from coalition.conversations.passages.models import Passage
from coalition.conversations.passages.rules import MAX_QUOTE, find, lines_around
from coalition.conversations.recording.models import Conversation
from coalition.conversations.recording.rules.political import political_opinion
from coalition.conversations.statements.enums import Stance, Urgency
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.forms.base import OnceForm, PortalForm
from novex_portal.toolkit.forms.widgets import QuickRadios, QuickSelect

ONLY_MARK, ATTACH, MAKE = "merken", "bestaand", "nieuw"
GOALS = [(MAKE, "Maak er een uitspraak van"), (ATTACH, "Hang hem onder een uitspraak"), (ONLY_MARK, "Alleen markeren")]
# What a goal cannot do without, and how that is said.
_NEEDED = {
    "statement": (ATTACH, "Kies onder welke uitspraak de passage hoort."),
    "organisation": (MAKE, "Kies van wie de uitspraak is."),
    "challenge": (MAKE, "Kies over welke opgave de uitspraak gaat."),
    "position": (MAKE, "Vul het standpunt in."),
}
_MARK = {"required": "Kies wat voor passage dit is.", "invalid_choice": "Kies wat voor passage dit is."}


def _statement_choice(conversation: Conversation) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        Statement.objects.filter(conversation=conversation),
        label="Onder welke uitspraak?",
        empty_label="Geen uitspraak",
        required=False,
        widget=QuickSelect,
        error_messages={"invalid_choice": "Kies een uitspraak van dit gesprek."},
    )


class PassageForm(OnceForm):
    """The words, what they are, and what becomes of them."""

    quote = forms.CharField(
        label="Welke woorden?",
        help_text="Neem ze precies over uit het verslag.",
        max_length=MAX_QUOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Neem over welke woorden u wilt markeren.",
            "max_length": "Deze passage is langer dan 5.000 tekens. Kies een korter stuk.",
        },
    )
    mark = forms.ChoiceField(
        label="Wat is dit?", choices=PassageMark.choices, widget=QuickRadios(), error_messages=_MARK
    )
    goal = forms.ChoiceField(
        label="Wat wilt u ermee?", choices=GOALS, initial=MAKE, widget=QuickRadios(),
        error_messages={"required": "Kies wat u met de passage wilt."},
    )  # fmt: skip
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Van wie?",
        required=False,
        empty_label="Kies een deelnemer",
        widget=QuickSelect,
    )
    challenge = forms.ModelChoiceField(
        Challenge.objects.none(),
        label="Over welke opgave?",
        required=False,
        empty_label="Kies een opgave",
        widget=QuickSelect,
    )
    position = forms.CharField(
        label="Standpunt", required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat wil deze partij? Maak er een zin van die op zichzelf staat.",
    )  # fmt: skip
    interest = forms.CharField(
        label="Belang", required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Waarom wil deze partij dat?",
    )  # fmt: skip
    stance = forms.ChoiceField(
        label="Houding tegenover de opgave",
        choices=Stance.choices,
        initial=Stance.NEUTRAL,
        required=False,
        widget=QuickSelect,
    )
    urgency = forms.TypedChoiceField(
        label="Urgentie", choices=Urgency.choices, coerce=int, initial=Urgency.MEDIUM, required=False, widget=QuickSelect,
    )  # fmt: skip
    sure = forms.BooleanField(label="Ik heb dit bekeken, en het moet zo blijven staan", required=False)

    def __init__(self, *args: Any, conversation: Conversation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conversation = conversation
        self.fields["statement"] = _statement_choice(conversation)
        parties = Organisation.objects.filter(participations__conversation=conversation).distinct().order_by("name")
        challenges = Challenge.objects.filter(area=conversation.area_id).order_by("position", "title")
        self.fields["organisation"].queryset = parties  # type: ignore[attr-defined]
        self.fields["challenge"].queryset = challenges  # type: ignore[attr-defined]
        self.warning = ""
        goal = self["goal"].value()
        for name, (wanted, message) in _NEEDED.items():
            self.fields[name].required = goal == wanted
            self.fields[name].error_messages["required"] = message

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        self._look_for_politics(values)
        return values

    def _look_for_politics(self, values: dict[str, Any]) -> None:
        """Warn when the lines or the statement seem to hold somebody's political opinion; a tick lets it through."""
        quote, report = values.get("quote", ""), self.conversation.report
        span = find(report, quote)
        lines = lines_around(report, span) if span else quote
        said = f"{values.get('position', '')} {values.get('interest', '')}"
        self.warning = political_opinion(f"{lines}\n{said}")
        if self.warning and not values.get("sure"):
            self.add_error("sure", f"{self.warning} Pas het aan, of vink dit aan.")

    @property
    def new_statement(self) -> NewStatement | None:
        """The statement to make of it, if that was asked."""
        values = self.cleaned_data
        if values["goal"] != MAKE:
            return None
        return NewStatement(
            organisation=values["organisation"],
            challenge=values["challenge"],
            position=values["position"],
            interest=values["interest"],
            stance=values["stance"] or Stance.NEUTRAL,
            urgency=values["urgency"] or Urgency.MEDIUM,
        )

    @property
    def existing_statement(self) -> Statement | None:
        """The statement to hang it under, if that was asked."""
        values = self.cleaned_data
        return values["statement"] if values["goal"] == ATTACH else None


class ChangePassageForm(PortalForm):
    """What a marked passage is, and under which statement it hangs."""

    mark = forms.ChoiceField(
        label="Wat is dit?", choices=PassageMark.choices, widget=QuickRadios(), error_messages=_MARK
    )

    def __init__(self, *args: Any, passage: Passage, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"mark": passage.mark, "statement": passage.statement_id}})
        self.fields["statement"] = _statement_choice(passage.conversation)
