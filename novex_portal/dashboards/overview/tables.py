"""The overview as rows of text, for a file. Pure."""

from collections.abc import Iterable, Iterator

from novex_portal.dashboards.overview.rules import AgendaFacts, AreaRow

HEADINGS = (
    "Nummer",
    "Gebied",
    "Provincies",
    "Stappen klaar",
    "Bezig met",
    "Planningsgroep",
    "Gesprekken",
    "Bestuurders",
    "Ambities en akkoord",
    "Coalitie",
    "Tijdsdruk",
    "Relatievoortgang",
    "Partijen",
    "Partijen gesproken",
    "Ambities",
    "Artikelen",
    "Versie van het akkoord",
    "Volgende ijkmoment",
    "Datum",
    "Gevraagde stukken",
    "Waarvan klaar",
    "Stukken te laat",
    "Maatregelen",
    "Maatregelen die aandacht vragen",
    "IJkmomenten die gevaar lopen",
)


def overview_table(rows: Iterable[AreaRow]) -> Iterator[list[str]]:
    """Return one row of text per area, under HEADINGS."""
    for row in rows:
        facts = row.facts
        numbers = (facts.parties, facts.parties_spoken, facts.ambitions, facts.articles, facts.latest_version)
        moment = row.next
        yield [
            str(row.number),
            row.name,
            ", ".join(row.provinces),
            str(row.done),
            row.busy_words,
            *(str(step.state) for step in row.steps),
            row.pressure.word,
            row.relations.word,
            *(str(number) for number in numbers),
            *((moment.name, moment.short, str(moment.pieces), str(moment.ready)) if moment else ("", "", "", "")),
            str(row.overdue),
            *_agenda(row.agenda),
        ]


def _agenda(facts: AgendaFacts | None) -> tuple[str, str, str]:
    return (str(facts.measures), str(facts.needing), "; ".join(facts.endangered)) if facts else ("", "", "")
