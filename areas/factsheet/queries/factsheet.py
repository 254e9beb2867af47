"""Reading factsheets: their text and their height, for any number of areas."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from django.utils import timezone

from areas.area.enums import ChallengeKind, MilestoneState
from areas.area.models import Area, Challenge, Milestone
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.models import ContactPerson, Duo, FactsheetSection, Friction
from areas.factsheet.queries.rows import FactsheetRows, factsheet_rows
from areas.factsheet.rules.altitude import Altitude, HeadingFacts, altitude
from areas.factsheet.rules.text import FactLine, FactsheetText, HeadingText
from novex_portal.toolkit.text import dutch


def factsheet_texts(areas: Iterable[Area]) -> dict[UUID, FactsheetText]:
    """Return the text of the factsheet of every area. Nine queries, whatever the number of areas."""
    areas = list(areas)
    rows = factsheet_rows(areas)
    return {area.pk: factsheet_text(area, rows[area.pk]) for area in areas}


def altitudes(areas: Iterable[Area], today: date) -> dict[UUID, dict[str, Altitude]]:
    """Return per area and heading at what height it flies on a day. Nine queries, whatever the number of areas."""
    areas = list(areas)
    rows = factsheet_rows(areas)
    return {area.pk: heights(area, rows[area.pk], today) for area in areas}


def factsheet_text(area: Area, rows: FactsheetRows) -> FactsheetText:
    """Put rows into words; all headings, in their order."""
    return FactsheetText(area.name, area.slug, tuple(heading_text(area, rows, key) for key in FactsheetHeading))


def heading_text(area: Area, rows: FactsheetRows, heading: FactsheetHeading) -> HeadingText:
    """Put one heading into words. The hoofdopgave starts with the line the list of areas has."""
    section = rows.sections.get(heading)
    if section is None and heading == FactsheetHeading.MAIN:
        section = FactsheetSection(text=area.main_challenge, source=area.source)
    section = section or FactsheetSection()
    return HeadingText(
        heading.value, section.text, section.source, section.percentage, tuple(_LINES[heading](rows))
    )  # fmt: skip


def month_words(day: date) -> str:
    """Oktober 2022, for what is known by its month alone."""
    return f"{dutch.MONTHS[day.month - 1]} {day.year}"


def milestone_date(row: Milestone) -> str:
    """31 oktober 2022, or oktober 2022 when only the month is known."""
    return month_words(row.on) if row.month_only else dutch.long_date(row.on)


def duo_period(duo: Duo) -> str:
    """Sinds 5 juli 2024; van 10 januari 2022 tot en met 4 juli 2024."""
    start = dutch.long_date(duo.valid_from)
    return f"van {start} tot en met {dutch.long_date(duo.valid_until)}" if duo.valid_until else f"sinds {start}"


def _attention(rows: FactsheetRows) -> list[FactLine]:
    return [FactLine(row.text, source=row.source, status="Aandachtspunt") for row in rows.attention_points]


def _challenge(row: Challenge) -> FactLine:
    return FactLine(row.title, row.text, row.source, row.get_theme_display())


def _contributions(rows: FactsheetRows) -> list[FactLine]:
    return [
        FactLine(row.text, row.programme.name, row.source, row.get_goal_kind_display()) for row in rows.contributions
    ]


def _friction(row: Friction) -> FactLine:
    detail = [f"Tussen “{row.first.title}” en “{row.second.title}”."]
    detail += [f"Opties: {row.options}"] if row.options else []
    detail += [f"Eigenaren: {row.owners}"] if row.owners else []
    return FactLine(row.text, "\n".join(detail), row.source)


def _milestone(row: Milestone) -> FactLine:
    status = f"{row.get_kind_display()}, {row.get_state_display().lower()}"
    return FactLine(row.text, milestone_date(row), row.source, status)


def _contact(row: ContactPerson) -> FactLine:
    until = row.person.valid_until
    status = f"In deze rol tot en met {dutch.long_date(until)}" if until else ""
    return FactLine(f"{row.person.role}, {row.person.organisation.name}", row.subject, status=status)


def _provinces(rows: FactsheetRows) -> list[FactLine]:
    provinces = [FactLine(row.province.name, row.explanation, status=row.get_role_display()) for row in rows.provinces]
    return provinces + [FactLine(str(duo), duo_period(duo), duo.source, duo.get_kind_display()) for duo in rows.duos]


_LINES: dict[FactsheetHeading, Callable[[FactsheetRows], list[FactLine]]] = {
    FactsheetHeading.STATE: _attention,
    FactsheetHeading.MAIN: lambda rows: [_challenge(row) for row in rows.challenges_of(ChallengeKind.MAIN)],
    FactsheetHeading.LINKED: lambda rows: [_challenge(row) for row in rows.challenges_of(ChallengeKind.LINKED)],
    FactsheetHeading.PROGRAMMES: _contributions,
    FactsheetHeading.FRICTIONS: lambda rows: [_friction(row) for row in rows.frictions],
    FactsheetHeading.MILESTONES: lambda rows: [_milestone(row) for row in rows.milestones],
    FactsheetHeading.CONTACTS: lambda rows: [_contact(row) for row in rows.contact_persons],
    FactsheetHeading.PERSPECTIVE: lambda _rows: [],
    FactsheetHeading.PROVINCES: _provinces,
}


def heights(area: Area, rows: FactsheetRows, today: date) -> dict[str, Altitude]:
    """Return at what height every heading flies."""
    return {heading.value: altitude(_facts(area, rows, heading, today), today) for heading in FactsheetHeading}


def is_late(row: Milestone, today: date) -> bool:
    """Whether it was to come and its day, or the whole of its month, has passed."""
    passed = (row.on.year, row.on.month) < (today.year, today.month) if row.month_only else row.on < today
    return row.state == MilestoneState.COMING and passed


def _facts(area: Area, rows: FactsheetRows, heading: FactsheetHeading, today: date) -> HeadingFacts:
    text = heading_text(area, rows, heading)
    section = rows.sections.get(heading)
    if heading == FactsheetHeading.PROVINCES:
        counted = {
            "rows": len(rows.provinces),
            "described": sum(bool(row.explanation) for row in rows.provinces),
            "duos": len({duo.kind for duo in rows.duos if answers_on(duo, today)}),
        }
    else:
        test = _DESCRIBED.get(heading)
        described = test(rows) if test else [True] * len(text.lines)
        sourced = sum(bool(line.source) for line in text.lines)
        counted = {"rows": len(text.lines), "described": sum(described), "sourced": sourced}
    if heading == FactsheetHeading.MILESTONES:
        counted["coming"] = sum(row.state == MilestoneState.COMING for row in rows.milestones)
        counted["late"] = sum(is_late(row, today) for row in rows.milestones)
    if heading == FactsheetHeading.CONTACTS:
        counted["current"] = sum(holds_role_on(row, today) for row in rows.contact_persons)
    return HeadingFacts(
        heading=heading.value,
        text=bool(text.text),
        source=bool(text.source),
        percentage=text.percentage is not None,
        changed_on=timezone.localdate(section.updated_at) if section else None,
        **counted,
    )


def answers_on(duo: Duo, day: date) -> bool:
    """Whether this duo answers for the area on a day."""
    return duo.valid_from <= day and (duo.valid_until is None or day <= duo.valid_until)


def holds_role_on(row: ContactPerson, day: date) -> bool:
    """Whether the contact person holds the role on a day."""
    person = row.person
    begun = person.valid_from is None or person.valid_from <= day
    return begun and (person.valid_until is None or day <= person.valid_until)


_DESCRIBED: dict[FactsheetHeading, Callable[[FactsheetRows], list[bool]]] = {
    FactsheetHeading.MAIN: lambda rows: [bool(row.theme) for row in rows.challenges_of(ChallengeKind.MAIN)],
    FactsheetHeading.LINKED: lambda rows: [
        bool(row.theme and row.text) for row in rows.challenges_of(ChallengeKind.LINKED)
    ],
    FactsheetHeading.FRICTIONS: lambda rows: [bool(row.options and row.owners) for row in rows.frictions],
    FactsheetHeading.CONTACTS: lambda rows: [bool(row.subject) for row in rows.contact_persons],
}
