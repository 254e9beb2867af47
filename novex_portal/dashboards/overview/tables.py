"""The overview as rows of text, for a file. Pure."""

from collections.abc import Iterable, Iterator

from novex_portal.dashboards.overview.queries import OverviewRow

HEADINGS = (
    "Nummer",
    "Gebied",
    "Stap",
    "Planningsgroep",
    "Gesprekken",
    "Bestuurders",
    "Ambities en akkoord",
    "Coalitie",
    "Partijen",
    "Partijen gesproken",
    "Ambities",
    "Artikelen",
    "Versie van het akkoord",
    "Volgende ijkmoment",
    "Datum",
)


def overview_table(rows: Iterable[OverviewRow]) -> Iterator[list[str]]:
    """Return one row of text per area, under HEADINGS."""
    for row in rows:
        facts = row.facts
        numbers = (facts.parties, facts.parties_spoken, facts.ambitions, facts.articles, facts.latest_version)
        yield [
            str(row.area.number),
            row.area.name,
            row.step_words,
            *(str(step.state) for step in row.steps),
            *(str(number) for number in numbers),
            row.next.name if row.next else "",
            row.next.short if row.next else "",
        ]
