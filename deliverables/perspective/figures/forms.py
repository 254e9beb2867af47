"""Forms for a figure of a perspective."""

from typing import Any

from django import forms

from areas.models import Area
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.choices.queries import choices_of
from deliverables.perspective.figures.models import PerspectiveFigure
from deliverables.perspective.sections.models import PerspectiveSection
from deliverables.perspective.sections.queries import sections_of
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.captions import CaptionForm
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.forms.uploads import FileToKeep
from novex_portal.toolkit.forms.widgets import QuickSelect


class FigureWordsForm(CaptionForm, PrintedForm):
    """The words of a figure, and where it stands."""

    place = forms.ChoiceField(
        label="Waar hoort de figuur bij?",
        required=False,
        widget=QuickSelect,
        error_messages={"invalid_choice": "Waar de figuur moest komen, is er niet meer. Kies opnieuw."},
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows: list[PerspectiveSection | MainChoice] = [*sections_of(area), *choices_of(area)]
        self._places = {str(row.pk): row for row in rows}
        self.fields["place"].choices = [  # type: ignore[attr-defined]
            ("", "Bij de hoofdkeuzes samen"),
            *((key, str(row)) for key, row in self._places.items()),
        ]

    def chosen_place(self) -> PerspectiveSection | MainChoice | None:
        """Return the part or hoofdkeuze that was chosen; only after is_valid()."""
        return self._places.get(self.cleaned_data["place"])


class FigureForm(FigureWordsForm, OnceForm):
    """A new figure."""

    file = FileToKeep(label="Bestand", pdf=False)

    field_order = ("file", "caption", "alt", "place", "token")


class FigureEditForm(FigureWordsForm, VersionedForm):
    """Other words, or another place, for a figure that is there."""

    def __init__(self, *args: Any, figure: PerspectiveFigure, **kwargs: Any) -> None:
        names = ("caption", "alt", "version")
        place = figure.section_id or figure.choice_id or ""
        kwargs["initial"] = {name: getattr(figure, name) for name in names} | {"place": str(place)}
        super().__init__(*args, area=figure.area, **kwargs)
