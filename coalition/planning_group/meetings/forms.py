"""Forms for meetings: when and where with the agenda, and what came of it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils import timezone

from areas.models import Person
from coalition.conversations.recording.queries import person_called
from coalition.planning_group.action_items.queries import owner_names
from coalition.planning_group.meetings.enums import AgendaKind
from coalition.planning_group.meetings.models import Meeting
from coalition.planning_group.meetings.queries import PointRow, possible_attendees
from coalition.planning_group.meetings.rules import LONGEST, AgendaPoint, as_id, from_text, moved, tidy, without
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField

MAX_TEXT = 20_000


class MeetingForm(VersionedForm, OnceForm):
    """What it is called, when and where; the agenda stands beside it, see `agenda_from`."""

    title = forms.CharField(
        label="Naam",
        max_length=150,
        error_messages={"required": "Vul in hoe het overleg heet, bijvoorbeeld: weekstart planningsgroep."},
    )
    held_on = DutchDateField(label="Datum")
    starts_at = forms.TimeField(
        label="Begint om",
        required=False,
        input_formats=["%H.%M", "%H:%M", "%H%M", "%H uur", "%H"],
        widget=forms.TimeInput(format="%H.%M", attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Bijvoorbeeld 9.30",
        error_messages={"invalid": "Vul een tijd in, bijvoorbeeld 9.30."},
    )
    place = forms.CharField(
        label="Plaats", required=False, max_length=150, help_text="Bijvoorbeeld: gemeentehuis Heerlen, of online"
    )

    def __init__(self, *args: Any, meeting: Meeting | None = None, **kwargs: Any) -> None:
        names = ("title", "held_on", "starts_at", "place", "version")
        start = (
            {name: getattr(meeting, name) for name in names}
            if meeting
            else {"title": "Weekstart planningsgroep", "held_on": timezone.localdate()}
        )
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def clean_held_on(self) -> Any:
        day = self.cleaned_data["held_on"]
        if not 2000 <= day.year <= 2100:
            raise forms.ValidationError("Vul een datum in tussen 2000 en 2100, bijvoorbeeld 31-10-2026.")
        return day


def agenda_from(data: QueryDict) -> list[AgendaPoint]:
    """Return the agenda as it stands in the form, with what one button of it asked: up, down, away or one more.

    Points that were ticked on the page of what is open (`punt`) stand first.
    """
    columns = [data.getlist(f"point_{name}") for name in ("title", "kind", "subject", "id")]
    ticked = [from_text(text, AgendaKind.values) for text in data.getlist("punt")]
    rows = [
        AgendaPoint(title, kind, as_id(subject), as_id(pk)) for title, kind, subject, pk in zip(*columns, strict=False)
    ]
    return _asked([*ticked, *rows], data.get("do", ""))


def _asked(rows: Sequence[AgendaPoint], button: str) -> list[AgendaPoint]:
    what, _, place = button.partition("-")
    number = int(place) if place.isdecimal() and len(place) < 5 else -1
    if what == "up":
        return moved(rows, number, -1)
    if what == "down":
        return moved(rows, number, 1)
    if what == "away":
        return without(rows, number)
    return list(rows)


def with_room(points: Sequence[AgendaPoint], more: int = 2) -> list[AgendaPoint]:
    """Return the points to show, with some empty ones to fill in."""
    return [*tidy(points), *[AgendaPoint("")] * more]


class NotesForm(VersionedForm):
    """What came of each point, who was there, and the report; made for a telephone during the meeting."""

    attendees = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label="Wie zijn er?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Een van de aanwezigen kennen we niet. Kies uit deze lijst."},
    )
    other = forms.CharField(
        label="Nog iemand",
        required=False,
        max_length=400,
        help_text="Iemand van een partij die niet in de lijst staat. Kies uit wat verschijnt als u typt.",
        widget=forms.TextInput(attrs={"list": "owners", "autocomplete": "off"}),
    )
    report = forms.CharField(
        label="Verslag",
        required=False,
        max_length=MAX_TEXT,
        help_text="Kort. Wat bij een agendapunt hoort, staat bij dat punt.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": "Het verslag is langer dan 20.000 tekens. Maak het korter."},
    )

    def __init__(self, *args: Any, meeting: Meeting, points: Sequence[PointRow], **kwargs: Any) -> None:
        kwargs.setdefault(
            "initial",
            {
                "version": meeting.version,
                "report": meeting.report,
                "attendees": list(meeting.attendees.values_list("pk", flat=True)) if not args or not args[0] else [],
            },
        )
        super().__init__(*args, **kwargs)
        self.meeting, self.points = meeting, points
        self.fields["attendees"].queryset = possible_attendees(meeting)  # type: ignore[attr-defined]
        for point in points:
            self.fields[f"outcome_{point.pk}"] = forms.CharField(
                label=f"Uitkomst van punt {point.number}",
                required=False,
                max_length=MAX_TEXT,
                initial=point.outcome,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def outcome_fields(self) -> list[tuple[PointRow, Any]]:
        """Each point with the field for its outcome."""
        return [(point, self[f"outcome_{point.pk}"]) for point in self.points]

    @property
    def names(self) -> list[str]:
        """Who can be named: persons in a role here, and members."""
        return owner_names(self.meeting.area, timezone.localdate())

    def clean_other(self) -> Person | None:
        words = self.cleaned_data["other"]
        if not words.strip():
            return None
        person = person_called(self.meeting.area, words, self.meeting.held_on)
        if person is None:
            raise forms.ValidationError(
                f"“{words}” kennen we niet als rol bij een partij van dit gebied. Voeg de persoon eerst toe bij de partij."
            )
        return person

    @property
    def outcomes(self) -> dict[UUID, str]:
        """What was typed at each point."""
        return {point.pk: self.cleaned_data[f"outcome_{point.pk}"] for point in self.points}

    @property
    def everybody(self) -> list[Person]:
        """All who were there."""
        other = self.cleaned_data["other"]
        return [*self.cleaned_data["attendees"], *([other] if other else [])]


class QuickActionForm(OnceForm):
    """An action agreed on the spot, below the points."""

    what = forms.CharField(
        label="Afspraak",
        max_length=LONGEST,
        error_messages={"required": "Vul in wat er is afgesproken, bijvoorbeeld: kaart van de beekdalen delen."},
    )
    owner = forms.CharField(
        label="Wie",
        max_length=400,
        help_text="Kies uit de lijst of typ zelf. Bent u het zelf, vul dan “ik” in.",
        widget=forms.TextInput(attrs={"list": "owners", "autocomplete": "off"}),
        error_messages={"required": "Vul in wie het doet. Bent u dat zelf, vul dan “ik” in."},
    )
    due_on = DutchDateField(
        label="Uiterlijk op",
        error_messages={"required": "Vul in wanneer het klaar is, bijvoorbeeld 01-12-2026."},
    )

    prefix = "afspraak"
