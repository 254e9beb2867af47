"""Forms for the action items of the planning group, and the filter above their list."""

from typing import Any

from django import forms
from django.utils import timezone

from areas.models import Area
from coalition.conversations.recording.enums import ActionStatus
from coalition.conversations.recording.models import ActionItem
from coalition.planning_group.action_items.queries import Wanted, owner_names
from coalition.planning_group.meetings.models import Meeting
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.forms.widgets import QuickSelect

EVERY = "alle"


class ActionItemForm(VersionedForm, OnceForm):
    """What, who and when; who is a person in a role, a member, or free words."""

    what = forms.CharField(
        label="Afspraak",
        max_length=300,
        help_text="Eén zin met een werkwoord. Bijvoorbeeld: kaart van de beekdalen delen.",
        error_messages={"required": "Vul in wat er is afgesproken, bijvoorbeeld: kaart van de beekdalen delen."},
    )
    owner = forms.CharField(
        label="Wie",
        max_length=400,
        help_text="Kies iemand uit de lijst, of typ zelf wie het doet. Bent u dat zelf, vul dan “ik” in.",
        widget=forms.TextInput(attrs={"list": "owners", "autocomplete": "off"}),
        error_messages={"required": "Vul in wie het doet. Bent u dat zelf, vul dan “ik” in."},
    )
    due_on = DutchDateField(
        label="Uiterlijk op",
        error_messages={"required": "Vul in wanneer het klaar is, bijvoorbeeld 01-12-2026."},
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="Uit welk overleg?",
        required=False,
        empty_label="Geen overleg",
        widget=QuickSelect,
        error_messages={"invalid_choice": "Dit overleg hoort niet bij dit gebied. Kies een ander."},
    )

    def __init__(self, *args: Any, area: Area, item: ActionItem | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {**_values(item), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.area = area
        meetings = self.fields["meeting"]
        meetings.queryset = Meeting.objects.filter(area=area)  # type: ignore[attr-defined]
        meetings.label_from_instance = _meeting_words  # type: ignore[attr-defined]

    @property
    def owners(self) -> list[str]:
        """Who can be chosen as owner."""
        return owner_names(self.area, timezone.localdate())

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day and not 1990 <= day.year <= 2100:
            raise forms.ValidationError("Vul een datum in tussen 1990 en 2100, bijvoorbeeld 01-12-2026.")
        return day


def _meeting_words(meeting: Meeting) -> str:
    return f"{meeting.title}, {meeting.held_on:%d-%m-%Y}"


def _values(item: ActionItem | None) -> dict[str, Any]:
    if item is None:
        return {}
    return {
        "what": item.what,
        "owner": str(item.owner_person or item.owner),
        "due_on": item.due_on,
        "meeting": item.meeting_id,
        "version": item.version,
    }


class ActionFilter(PortalForm):
    """What the list of action items can be narrowed to; a wrong value filters nothing."""

    stand = forms.ChoiceField(
        label="Stand", required=False, choices=[*ActionStatus.choices, (EVERY, "Alle afspraken")], widget=QuickSelect
    )
    wie = forms.CharField(label="Wie", required=False, max_length=100)
    volgorde = forms.ChoiceField(
        label="Volgorde",
        required=False,
        choices=[("", "Vroegste datum eerst"), ("laatste", "Laatste datum eerst")],
        widget=QuickSelect,
    )
    laat = forms.BooleanField(label="Alleen over tijd", required=False)
    mijn = forms.BooleanField(label="Alleen van mij", required=False)

    def chosen(self) -> Wanted:
        """Return what to show; without a choice, what is open."""
        self.is_valid()
        values = self.cleaned_data
        status = values.get("stand") or ActionStatus.OPEN
        return Wanted(
            status="" if status == EVERY else status,
            who=values.get("wie", ""),
            late=bool(values.get("laat")),
            mine=bool(values.get("mijn")),
            last_first=values.get("volgorde") == "laatste",
        )
