"""What may be done with the parts of a perspective: begin with the template, add, change, move and remove one."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from areas.models import Area, User
from coalition.agreement.document.numbering import moved
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.sections.models import PerspectiveSection, SectionAsked
from deliverables.perspective.sections.rules import MAX_TEXT
from deliverables.perspective.template.actions import ensure_template
from deliverables.perspective.template.queries import template_rows
from deliverables.perspective.template.rules import MAX_SECTIONS
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean


@action
def begin_sections(*, area: Area, actor: User) -> list[PerspectiveSection]:
    """Let an area begin with the parts of the template; one that has parts keeps those it has."""
    ensure_template()
    lock_perspective(area=area)
    there = list(PerspectiveSection.objects.filter(area=area))
    return there or PerspectiveSection.objects.bulk_create(
        PerspectiveSection(area=area, rank=rank, heading=row.heading, hint=row.hint)
        for rank, row in enumerate(template_rows(), 1)
    )


@action
def add_section(*, area: Area, actor: User, heading: str, token: UUID | None = None) -> PerspectiveSection:
    """Add a part below the others; the same token twice makes one. Raises Problem without a heading, or for one that is there."""
    lock_perspective(area=area)
    if made := PerspectiveSection.made_with(token, area=area):
        return made
    rows = PerspectiveSection.objects.filter(area=area)
    if rows.count() >= MAX_SECTIONS:
        raise Problem(f"Een ontwikkelperspectief heeft hoogstens {MAX_SECTIONS} onderdelen. Voeg onderdelen samen.")
    return PerspectiveSection.objects.create(
        area=area,
        heading=_heading(area, heading),
        rank=(rows.aggregate(last=Max("rank"))["last"] or 0) + 1,
        submission_token=token or uuid7(),
    )


@action
def change_section(
    *,
    section: PerspectiveSection,
    actor: User,
    version: int,
    heading: str,
    text: str,
    checkpoints: Iterable[Checkpoint] = (),
) -> PerspectiveSection:
    """Change heading, text and the checkpoints that ask this part.

    Raises Conflict when somebody saved since `version` was read; Problem without a heading, for one another part has, a
    text that is too long, and a checkpoint of elsewhere.
    """
    lock_perspective(area=section.area)
    values = {"heading": _heading(section.area, heading, besides=section), "text": clean(text).strip()}
    if len(values["text"]) > MAX_TEXT:
        raise Problem("De tekst is langer dan 20.000 tekens. Maak hem korter, of maak er twee onderdelen van.")
    asked = list(checkpoints)
    if Checkpoint.objects.filter(pk__in=[row.pk for row in asked], areas=section.area).count() != len(set(asked)):
        raise Problem("Een van de ijkmomenten hoort niet bij dit gebied, of is er niet meer. Kies opnieuw.")
    section.write_over(version, **values, changed_at=timezone.now(), changed_by=actor)
    link_exactly(SectionAsked, {"section": section}, checkpoint=asked)
    return section


@action
def move_section(*, section: PerspectiveSection, actor: User, places: int) -> None:
    """Move a part up (below 0) or down among the others. At the edge nothing happens; raises Conflict when it is gone."""
    lock_perspective(area=section.area)
    rows = list(PerspectiveSection.objects.filter(area=section.area).order_by("rank"))
    if moved(rows, section, places):
        changed = [row for rank, row in enumerate(rows, 1) if row.rank != rank]
        for rank, row in enumerate(rows, 1):
            row.rank = rank
        PerspectiveSection.objects.bulk_update(changed, ["rank"])


@action
def remove_section(*, section: PerspectiveSection, actor: User, version: int) -> None:
    """Take a part out of the working text; versions keep it, its figures stay. Raises Conflict when somebody changed it since."""
    lock_perspective(area=section.area)
    section.held_at(version).delete()


def lock_perspective(*, area: Area) -> None:
    """Wait until nobody else changes the perspective of this area, and keep others waiting until the end."""
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)


def _heading(area: Area, heading: str, besides: PerspectiveSection | None = None) -> str:
    heading = " ".join(clean(heading).split())
    if not heading:
        raise Problem("Geef het onderdeel een naam, bijvoorbeeld: Waar we staan.")
    others = PerspectiveSection.objects.filter(area=area, heading__iexact=heading)
    if besides:
        others = others.exclude(pk=besides.pk)
    if others.exists():
        raise Problem("Een ander onderdeel heet al zo. Kies een andere naam.")
    return heading
