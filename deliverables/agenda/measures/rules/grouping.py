"""The measures of an agenda in groups: by chapter, term, state, who takes part, programme or province. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from deliverables.agenda.measures.enums import MeasureStatus, Term

NEEDS_ATTENTION = "aandacht"
"""The state one filters on to see all that needs attention, whatever its own state."""


class Grouping(StrEnum):
    """By what the table is grouped; the words of addresses."""

    CHAPTER = "hoofdstuk"
    TERM = "termijn"
    STATUS = "stand"
    LEAD = "trekker"
    PARTNER = "partner"
    PROGRAMME = "programma"
    PROVINCE = "provincie"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which measures somebody wants to see, and in which groups."""

    grouping: Grouping = Grouping.CHAPTER
    lead: str = ""  # the id of an organisation
    status: str = ""  # a state, or NEEDS_ATTENTION

    @property
    def is_filtered(self) -> bool:
        return bool(self.lead or self.status)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a measure is grouped and chosen by; names as people read them."""

    key: str
    chapter: str  # its letter
    term: str
    status: str
    lead: str = ""
    lead_name: str = ""
    partners: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    needs_attention: bool = False


_NONE = {
    Grouping.LEAD: "Nog geen trekker",
    Grouping.PARTNER: "Zonder partners",
    Grouping.PROGRAMME: "Buiten nationale programma’s",
    Grouping.PROVINCE: "Zonder provincie",
}


def chosen(rows: Iterable[Facts], wanted: Wanted) -> list[Facts]:
    """Return the measures somebody wants to see, in their order."""
    return [
        row
        for row in rows
        if (not wanted.lead or row.lead == wanted.lead)
        and (
            not wanted.status
            or row.status == wanted.status
            or (wanted.status == NEEDS_ATTENTION and row.needs_attention)
        )
    ]


def grouped(rows: Iterable[Facts], by: Grouping) -> list[tuple[str, list[str]]]:
    """Return the groups that hold anything, each with the keys of its measures in their order.

    A group is called by what it is grouped by: the letter of a chapter, a term, a state, a name. A measure with
    several partners, programmes or provinces stands in several groups; what has none comes last, by its own words.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for name in _names(row, by) or ("",):
            found[name].append(row.key)
    return [(name or _NONE[by], found[name]) for name in _ordered(found, by)]


def _names(row: Facts, by: Grouping) -> tuple[str, ...]:
    if by == Grouping.CHAPTER:
        return (row.chapter,)
    if by == Grouping.TERM:
        return (row.term,)
    if by == Grouping.STATUS:
        return (row.status,)
    if by == Grouping.LEAD:
        return (row.lead_name,) if row.lead_name else ()
    return {
        Grouping.PARTNER: row.partners,
        Grouping.PROGRAMME: row.programmes,
        Grouping.PROVINCE: row.provinces,
    }[by]


def _ordered(found: Iterable[str], by: Grouping) -> list[str]:
    names = list(found)
    fixed: list[str] = list(Term.values) if by == Grouping.TERM else list(MeasureStatus.values)
    if by in {Grouping.TERM, Grouping.STATUS}:
        return sorted(names, key=fixed.index)
    return names if by == Grouping.CHAPTER else sorted(names, key=lambda name: (not name, name.casefold()))
