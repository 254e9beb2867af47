"""The chapters of an agenda: adding one, and giving it another name, place or letter."""

import re

from areas.models import Area, User
from deliverables.agenda.measures.actions.locking import codes_given, lock_agenda
from deliverables.agenda.measures.models import AgendaChapter
from deliverables.agenda.measures.rules.codes import letters_in
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem


@action
def add_chapter(*, area: Area, actor: User, title: str, letter: str) -> AgendaChapter:
    """Add a chapter below the others; one with the same title and letter is given back as it is.

    Raises Problem without a title, for a letter that is none, and for a title or letter another chapter has.
    """
    lock_agenda(area=area)
    same = area.agenda_chapters.filter(title=" ".join(title.split()), letter=letter.strip().upper()).first()
    if same:
        return same
    position = area.agenda_chapters.count() + 1
    return AgendaChapter.objects.create(area=area, position=position, **_checked(area, title, letter))


@action
def change_chapter(
    *, chapter: AgendaChapter, actor: User, version: int, title: str, letter: str, place: int
) -> AgendaChapter:
    """Give a chapter another title, letter or place; places count from 1, and the others make room.

    Raises Conflict when somebody else saved since `version` was read, Problem as `add_chapter` does, or for another
    letter when one was ever given in a code.
    """
    lock_agenda(area=chapter.area)
    chapter.held_at(version)
    values = _checked(chapter.area, title, letter, besides=chapter)
    if values["letter"] != chapter.letter and chapter.letter in letters_in(codes_given(area=chapter.area)):
        raise Problem(f"De letter {chapter.letter} staat in codes van maatregelen, en blijft daarom zo.")
    chapter.write_over(version, **values)
    _place(chapter, place)
    return chapter


def _checked(area: Area, title: str, letter: str, besides: AgendaChapter | None = None) -> dict[str, str]:
    title, letter = " ".join(title.split()), letter.strip().upper()
    if not title:
        raise Problem("Vul een naam in voor het hoofdstuk, bijvoorbeeld: Water en bodem.")
    if not re.fullmatch("[A-Z]", letter):
        raise Problem("Kies één letter van A tot en met Z, bijvoorbeeld W.")
    others = AgendaChapter.objects.filter(area=area)
    if besides:
        others = others.exclude(pk=besides.pk)
    if others.filter(letter=letter).exists():
        raise Problem(f"Een ander hoofdstuk heeft de letter {letter} al. Kies een andere.")
    if others.filter(title=title).exists():
        raise Problem("Een ander hoofdstuk heet al zo. Kies een andere naam.")
    return {"title": title, "letter": letter}


def _place(chapter: AgendaChapter, place: int) -> None:
    """Put a chapter in its place; only rows that get another one are written."""
    others = AgendaChapter.objects.filter(area=chapter.area).exclude(pk=chapter.pk)
    rows = list(others.order_by("position", "letter"))
    rows.insert(max(place, 1) - 1, chapter)
    for position, row in enumerate(rows, 1):
        if row.position != position:
            AgendaChapter.objects.filter(pk=row.pk).update(position=position)
    chapter.refresh_from_db()
