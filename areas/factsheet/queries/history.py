"""Who changed what and when: under one heading of a factsheet, and in the list of national programmes."""

from collections.abc import Callable

from areas.area.enums import ChallengeKind
from areas.area.models import Area, AreaProvince, AttentionPoint, Challenge, Milestone
from areas.factsheet.enums import DuoKind, FactsheetHeading
from areas.factsheet.models import ContactPerson, Duo, FactsheetSection, Friction
from areas.people.models import Person
from areas.programmes.models import NationalProgramme, ProgrammeContribution
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history

_CALLED = {Person: "role", Challenge: "title"}
_SOURCE = {"source": "bron"}
_CHALLENGE = {"title": "opgave", "theme": "thema", "text": "toelichting", **_SOURCE}
_MILESTONE = {"text": "tekst", "on": "datum", "month_only": "alleen de maand", "kind": "soort", "state": "stand"}
_FRICTION = {
    "first_id": "eerste opgave",
    "second_id": "tweede opgave",
    "text": "wat schuurt",
    "options": "opties",
    "owners": "eigenaren",
    **_SOURCE,
}
_DUO = {
    "national_side": "namens het Rijk",
    "regional_side": "namens de regio",
    "valid_from": "vanaf",
    "valid_until": "tot en met",
    **_SOURCE,
}
_PROGRAMME = {
    "name": "naam",
    "short_name": "afkorting",
    "responsible": "verantwoordelijk",
    "status": "status",
    **_SOURCE,
}


def heading_changes(area: Area, heading: FactsheetHeading) -> list[Change]:
    """Return all that changed under a heading, newest first; a fixed number of queries."""
    section = {"text": "tekst", "source": "bron"}
    if heading == FactsheetHeading.PERSPECTIVE:
        section = {"percentage": "percentage", **section}
    own: dict[str, object] = {"area_id": area.pk}
    parts = [Part(FactsheetSection, {**own, "heading": heading.value}, section), *_rows(heading, own)]
    return history(parts, called=_CALLED, tell_first=True)


def programme_changes(programme: NationalProgramme) -> list[Change]:
    """Return all that changed in a national programme, newest first."""
    return history([Part(NationalProgramme, {"id": programme.pk}, _PROGRAMME)], tell_first=True)


def list_changes(newest: int = 10) -> list[Change]:
    """Return the latest changes in the list of national programmes, newest first."""
    part = Part(NationalProgramme, {}, _PROGRAMME, _named("", "naam"))
    return [change for change in history([part]) if not change.is_first][:newest]


def _rows(heading: FactsheetHeading, own: dict[str, object]) -> list[Part]:
    main, linked = ({**own, "kind": kind.value} for kind in (ChallengeKind.MAIN, ChallengeKind.LINKED))
    contribution = {"programme_id": "programma", "goal_kind": "soort doel", "text": "tekst", **_SOURCE}
    province = {"province_id": "provincie", "role": "rol", "explanation": "toelichting"}
    parts = {
        FactsheetHeading.STATE: Part(
            AttentionPoint, own, {"text": "tekst", **_SOURCE}, _named("Aandachtspunt", "tekst")
        ),
        FactsheetHeading.MAIN: Part(Challenge, main, _CHALLENGE, _named("Opgave", "opgave")),
        FactsheetHeading.LINKED: Part(Challenge, linked, _CHALLENGE, _named("Opgave", "opgave")),
        FactsheetHeading.PROGRAMMES: Part(ProgrammeContribution, own, contribution, _named("Bijdrage", "programma")),
        FactsheetHeading.FRICTIONS: Part(Friction, own, _FRICTION, _friction),
        FactsheetHeading.MILESTONES: Part(Milestone, own, {**_MILESTONE, **_SOURCE}, _named("", "tekst")),
        FactsheetHeading.CONTACTS: Part(
            ContactPerson, own, {"person_id": "rol", "subject": "waarvoor"}, _named("Contactpersoon", "rol")
        ),
        FactsheetHeading.PROVINCES: Part(AreaProvince, own, province, _named("", "provincie")),
    }
    found = [parts[heading]] if heading in parts else []
    if heading == FactsheetHeading.PROVINCES:
        found += [Part(Duo, {**own, "kind": kind.value}, _DUO, _always(kind.label)) for kind in DuoKind]
    return found


def _named(noun: str, label: str) -> Callable[[Words], str]:
    return lambda words: " ".join(filter(None, [noun, f"“{words[label]}”"]))


def _always(name: str) -> Callable[[Words], str]:
    return lambda _words: name


def _friction(words: Words) -> str:
    return f"Schuurpunt tussen “{words['eerste opgave']}” en “{words['tweede opgave']}”"
