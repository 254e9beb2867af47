"""What the regieteam does with the template of a perspective. Areas that began keep the parts they have."""

from areas.models import Area, User
from coalition.agreement.document.numbering import moved
from deliverables.perspective.template.models import SectionTemplate
from deliverables.perspective.template.queries import template_rows
from deliverables.perspective.template.rules import MAX_SECTIONS, TEMPLATE
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean


@action(by=By.PORTAL)
def ensure_template() -> None:
    """Write the template of the portal when there is none yet; what was changed in it stays."""
    _lock()
    if not SectionTemplate.objects.exists():
        SectionTemplate.objects.bulk_create(
            SectionTemplate(heading=heading, hint=hint, rank=rank) for rank, (heading, hint) in enumerate(TEMPLATE, 1)
        )


@action
def begin_template(*, actor: User) -> None:
    """Put the parts of the portal in the template, to be changed; one that has parts keeps those."""
    ensure_template()


@action
def add_template_row(*, actor: User, heading: str, hint: str = "") -> SectionTemplate:
    """Add a part below the others; the very same again gives the one that is there.

    Raises Problem without a heading, for one that is there, and when there are as many as a perspective may have.
    """
    ensure_template()
    words = {"heading": _one_line(heading), "hint": _one_line(hint)}
    rows = list(template_rows())
    if same := next((row for row in rows if (row.heading, row.hint) == tuple(words.values())), None):
        return same
    _require(words["heading"], rows)
    if len(rows) >= MAX_SECTIONS:
        raise Problem(f"Een sjabloon heeft hoogstens {MAX_SECTIONS} onderdelen. Voeg onderdelen samen.")
    return SectionTemplate.objects.create(**words, rank=rows[-1].rank + 1)


@action
def change_template_row(
    *, row: SectionTemplate, actor: User, version: int, heading: str, hint: str
) -> SectionTemplate:
    """Call a part otherwise. Raises Conflict when somebody saved since `version` was read, Problem as `add_template_row` does."""
    _lock()
    words = {"heading": _one_line(heading), "hint": _one_line(hint)}
    _require(words["heading"], [other for other in template_rows() if other.pk != row.pk])
    row.write_over(version, **words)
    return row


@action
def move_template_row(*, row: SectionTemplate, actor: User, places: int) -> None:
    """Move a part up (below 0) or down. At the edge nothing happens; raises Conflict when it is gone."""
    _lock()
    rows = list(template_rows())
    if moved(rows, row, places):
        for rank, each in enumerate(rows, 1):
            each.rank = rank
        SectionTemplate.objects.bulk_update(rows, ["rank"])


@action
def remove_template_row(*, row: SectionTemplate, actor: User, version: int) -> None:
    """Take a part out. Raises Conflict when somebody changed it since, Problem for the last one."""
    _lock()
    if not SectionTemplate.objects.exclude(pk=row.pk).exists():
        raise Problem("Een sjabloon heeft minstens één onderdeel. Geef dit een andere naam.")
    row.held_at(version).delete()


def _lock() -> None:
    """Keep others from the template until the end; it may have no row yet, so the first area stands for it."""
    Area.objects.select_for_update(no_key=True).order_by("pk").first()


def _require(heading: str, others: list[SectionTemplate]) -> None:
    if not heading:
        raise Problem("Geef het onderdeel een naam, bijvoorbeeld: Waar we staan.")
    if heading.casefold() in {row.heading.casefold() for row in others}:
        raise Problem("Een ander onderdeel heet al zo. Kies een andere naam.")


def _one_line(words: str) -> str:
    return " ".join(clean(words).split())
