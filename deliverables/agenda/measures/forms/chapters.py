"""Forms for the chapters of an agenda."""

from collections.abc import Sequence
from typing import Any

from django import forms

from deliverables.agenda.measures.models import AgendaChapter
from novex_portal.toolkit.forms.base import PortalForm, VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect


class ChapterForm(PortalForm):
    """What a chapter is called, and its letter."""

    title = forms.CharField(
        label="Naam",
        max_length=100,
        help_text="Meestal een opgave of een lijn van werk.",
        error_messages={"required": "Vul een naam in voor het hoofdstuk, bijvoorbeeld: Water en bodem."},
    )
    letter = forms.CharField(
        label="Letter",
        max_length=1,
        help_text="Staat in de codes van de maatregelen, zoals de W in ZL-W03.",
        error_messages={"required": "Kies één letter van A tot en met Z, bijvoorbeeld W."},
    )


class EditChapterForm(ChapterForm, VersionedForm):
    """A chapter that exists: also where it stands."""

    place = forms.TypedChoiceField(label="Plaats", coerce=int, widget=QuickSelect)

    def __init__(self, *args: Any, chapter: AgendaChapter, chapters: Sequence[AgendaChapter], **kwargs: Any) -> None:
        now = next(number for number, row in enumerate(chapters, 1) if row.pk == chapter.pk)
        names = ("title", "letter", "version")
        kwargs["initial"] = {"place": now, **{name: getattr(chapter, name) for name in names}}
        super().__init__(*args, **kwargs)
        places = [(number, f"{number}e van {len(chapters)}") for number in range(1, len(chapters) + 1)]
        self.fields["place"].choices = places  # type: ignore[attr-defined]
