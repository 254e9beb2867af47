"""What may be done with the figures of a perspective."""

from uuid import UUID

from areas.models import Area, User
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.figures.models import PerspectiveFigure
from deliverables.perspective.figures.queries import room_taken
from deliverables.perspective.sections.actions import lock_perspective
from deliverables.perspective.sections.models import PerspectiveSection
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.files.keeping import Taken, hold_room, keep_original
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem

MOST_FIGURES = 40
Place = PerspectiveSection | MainChoice | None


@action
def add_figure(
    *, area: Area, actor: User, caption: str, alt: str, taken: Taken, place: Place = None, token: UUID | None = None
) -> PerspectiveFigure:
    """Add a figure at a part or a hoofdkeuze, or with the hoofdkeuzes together.

    The same token gives the one it gave before. Raises Problem for a place of elsewhere, without caption or words, and
    when all figures together become too much for one file.
    """
    lock_perspective(area=area)
    if made := PerspectiveFigure.made_with(token, area=area):
        return made
    hold_room(taken, room_taken(area))
    if PerspectiveFigure.objects.filter(area=area).count() >= MOST_FIGURES:
        raise Problem(f"Een ontwikkelperspectief heeft hoogstens {MOST_FIGURES} figuren.")
    return PerspectiveFigure.objects.create(
        area=area,
        file=keep_original(taken),
        submission_token=token or uuid7(),
        **_values(area, caption, alt, place),
    )


@action
def change_figure(
    *, figure: PerspectiveFigure, actor: User, version: int, caption: str, alt: str, place: Place = None
) -> PerspectiveFigure:
    """Change the words of a figure and where it stands. Raises Conflict when somebody saved since `version` was read."""
    lock_perspective(area=figure.area)
    figure.write_over(version, **_values(figure.area, caption, alt, place))
    return figure


@action
def remove_figure(*, figure: PerspectiveFigure, actor: User) -> None:
    """Take a figure out. Versions keep it; elsewhere its file is gone in a day."""
    PerspectiveFigure.objects.filter(pk=figure.pk).delete()


def _values(area: Area, caption: str, alt: str, place: Place) -> dict[str, object]:
    caption, alt = caption.strip(), alt.strip()
    if not caption or not alt:
        raise Problem("Geef de figuur een bijschrift, en zeg wat erop te zien is.")
    if place is not None and (
        place.area_id != area.pk or not type(place)._default_manager.filter(pk=place.pk).exists()
    ):
        raise Problem("Waar de figuur moest komen, is er niet meer. Kies opnieuw.")
    return {
        "caption": caption,
        "alt": alt,
        "section": place if isinstance(place, PerspectiveSection) else None,
        "choice": place if isinstance(place, MainChoice) else None,
    }
