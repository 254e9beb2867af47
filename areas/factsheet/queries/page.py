"""The factsheet as its page shows it: words, height, who changed it last, and what only some may see."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from areas.area.models import Area, Milestone
from areas.factsheet.enums import DuoKind, FactsheetHeading
from areas.factsheet.models import ContactPerson, Duo, FactsheetSection
from areas.factsheet.queries.factsheet import answers_on, duo_period, heading_text, heights, holds_role_on, is_late
from areas.factsheet.queries.rows import FactsheetRows, factsheet_rows
from areas.factsheet.rules.altitude import Altitude
from areas.factsheet.rules.text import FactLine, HeadingText
from novex_portal.toolkit.text import dutch

INVITATIONS = {
    FactsheetHeading.STATE: "Hoe staat het gebied ervoor? Schrijf het in een paar zinnen.",
    FactsheetHeading.MAIN: "Waar gaat het in dit gebied om? Noem de hoofdopgave en haar delen.",
    FactsheetHeading.LINKED: "Welke opgaven liften mee met de hoofdopgave?",
    FactsheetHeading.PROGRAMMES: "Aan welke nationale programma’s draagt het gebied bij, en hoe hard is dat doel?",
    FactsheetHeading.FRICTIONS: "Welke opgaven vragen om dezelfde ruimte? Noem wat er schuurt en wie het oplost.",
    FactsheetHeading.MILESTONES: "Welke afspraken en mijlpalen zijn er geweest, en welke komen nog?",
    FactsheetHeading.CONTACTS: "Bij wie kan men terecht? Kies mensen in hun rol.",
    FactsheetHeading.PERSPECTIVE: "Hoe ver is het ontwikkelperspectief, en waar blijkt dat uit?",
    FactsheetHeading.PROVINCES: "Welke provincies doen mee, en in welke rol?",
}


@dataclass(frozen=True)
class PageLine:
    """A row of a heading, with what the frozen text does not hold."""

    line: FactLine
    sign: tuple[str, str] | None = None  # kind of status and words
    email: str = ""
    phone: str = ""

    @property
    def is_brief(self) -> bool:
        """Whether the detail is a few words, that stand on one line with the kind of row."""
        detail = self.line.detail
        return len(detail) <= 100 and "\n" not in detail and not detail.endswith(".")

    @property
    def summary(self) -> str:
        """17 februari 2021 (mijlpaal, gemaakt); only the kind of row where the detail stands apart."""
        line, kind = self.line, self.line.status
        if not self.is_brief or not line.detail:
            return kind
        return f"{line.detail} ({kind[:1].lower()}{kind[1:]})" if kind else line.detail


@dataclass(frozen=True)
class DuoPage:
    """Who answers for the area, who will, and who did."""

    kind: DuoKind
    current: Duo | None
    coming: tuple[Duo, ...]
    former: tuple[tuple[Duo, str], ...]


@dataclass(frozen=True)
class HeadingPage:
    """One heading on the page."""

    number: int
    key: FactsheetHeading
    text: HeadingText
    lines: tuple[PageLine, ...]
    altitude: Altitude
    invitation: str
    version: int = 0
    changed_at: datetime | None = None
    changed_by: str = ""
    duos: tuple[DuoPage, ...] = ()

    @property
    def rule_steps(self) -> list[tuple[int, str, str, bool]]:
        """Level, its word, its rule and whether it holds."""
        words = ("Begonnen", "Ingevuld", "Compleet")
        return [(step.level, words[step.level - 1], step.rule, step.met) for step in self.altitude.steps]

    @property
    def marks(self) -> list[bool]:
        """Three blocks, on as far as the level goes."""
        return [self.altitude.level >= level for level in (1, 2, 3)]


def factsheet_page(area: Area, today: date, *, contact_data: bool) -> list[HeadingPage]:
    """Return the nine headings of an area; `contact_data` gives e-mail address and telephone number of contact persons."""
    rows = factsheet_rows([area])[area.pk]
    found = heights(area, rows, today)
    return [
        HeadingPage(
            number=number,
            key=key,
            text=(text := heading_text(area, rows, key)),
            lines=tuple(_lines(text, key, rows, today, contact_data=contact_data)),
            altitude=found[key],
            invitation=INVITATIONS[key],
            duos=tuple(_duo(kind, rows.duos, today) for kind in DuoKind) if key == FactsheetHeading.PROVINCES else (),
            **_saved(rows.sections.get(key)),
        )
        for number, key in enumerate(FactsheetHeading, 1)
    ]


def _saved(section: FactsheetSection | None) -> dict[str, Any]:
    if section is None:
        return {}
    by = section.updated_by.name if section.updated_by else ""
    return {"version": section.version, "changed_at": section.updated_at, "changed_by": by}


def _lines(
    text: HeadingText, key: FactsheetHeading, rows: FactsheetRows, today: date, *, contact_data: bool
) -> list[PageLine]:
    if key == FactsheetHeading.MILESTONES:
        return [_milestone(line, row, today) for line, row in zip(text.lines, rows.milestones, strict=True)]
    if key == FactsheetHeading.CONTACTS:
        pairs = zip(text.lines, rows.contact_persons, strict=True)
        return [_contact(line, row, today, contact_data=contact_data) for line, row in pairs]
    if key == FactsheetHeading.PROVINCES:  # the duos stand apart on the page
        return [PageLine(line) for line in text.lines[: len(rows.provinces)]]
    return [PageLine(line) for line in text.lines]


def _milestone(line: FactLine, row: Milestone, today: date) -> PageLine:
    if not is_late(row, today):
        return PageLine(line)
    return PageLine(line, ("attention", "Te laat" if row.month_only else dutch.late(row.on, today).capitalize()))


def _contact(line: FactLine, row: ContactPerson, today: date, *, contact_data: bool) -> PageLine:
    sign = None if holds_role_on(row, today) else ("attention", "Niet meer in deze rol")
    person = row.person
    return PageLine(line, sign, person.email, person.phone) if contact_data else PageLine(line, sign)


def _duo(kind: DuoKind, duos: list[Duo], today: date) -> DuoPage:
    own = [duo for duo in duos if duo.kind == kind]
    return DuoPage(
        kind=kind,
        current=next((duo for duo in own if answers_on(duo, today)), None),
        coming=tuple(duo for duo in own if duo.valid_from > today),
        former=tuple((duo, duo_period(duo)) for duo in own if duo.valid_until and duo.valid_until < today),
    )
