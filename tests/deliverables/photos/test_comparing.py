"""What two texts of a factsheet differ in, heading by heading."""

from typing import Any

from areas.factsheet.rules.text import FactLine, FactsheetText, HeadingText
from deliverables.photos.rules import FactsheetDifference, compare

WATER = FactLine("Water vasthouden op de helling", source="Panorama", status="Water en bodem")
HOMES = FactLine("Wonen in vitale wijken", status="Wonen")


def sheet(**headings: Any) -> FactsheetText:
    """Make a factsheet of three headings."""
    names = ("hoofdopgave", "schuurpunten", "perspectief")
    return FactsheetText("De Peel", "de-peel", tuple(HeadingText(name, **headings.get(name, {})) for name in names))


def difference(old: dict[str, Any], new: dict[str, Any]) -> FactsheetDifference:
    """Compare two states of the first heading."""
    return compare(sheet(hoofdopgave=old), sheet(hoofdopgave=new))


def test_nothing_changed_is_said_in_so_many_words() -> None:
    found = difference({"text": "Water.", "lines": (WATER,)}, {"text": "Water.", "lines": (WATER,)})
    assert found.summary == "Er is niets veranderd: alle koppen zijn gelijk."
    assert len(found.kept) == 3


def test_summary_names_the_headings_that_changed() -> None:
    one = compare(sheet(), sheet(perspectief={"percentage": 40}))
    two = compare(sheet(), sheet(perspectief={"percentage": 40}, schuurpunten={"text": "Ruimte."}))
    assert one.summary == "1 van de 3 koppen is veranderd: stand van het ontwikkelperspectief."
    assert (
        two.summary
        == "2 van de 3 koppen zijn veranderd: ruimtelijke schuurpunten en stand van het ontwikkelperspectief."
    )


def test_percentage_is_compared_as_a_number() -> None:
    found = compare(sheet(perspectief={"percentage": 40}), sheet(perspectief={"percentage": 95})).changed[0]
    assert [(piece.kind, piece.text) for piece in found.percentage] == [("gone", "40"), ("new", "95"), ("same", "%")]


def test_row_that_came_and_row_that_went_are_counted() -> None:
    found = difference({"lines": (WATER,)}, {"lines": (HOMES,)}).changed[0]
    assert found.words == "1 regel nieuw, 1 regel vervallen"


def test_row_that_reads_differently_is_one_changed_row() -> None:
    later = FactLine("Water vasthouden in het dal", source="Panorama", status="Water en bodem")
    found = difference({"lines": (WATER, HOMES)}, {"lines": (later, HOMES)}).changed[0]
    assert found.words == "1 regel gewijzigd"
    assert found.kept == (HOMES,)


def test_source_of_a_row_counts_as_its_words_do() -> None:
    found = difference({"lines": (HOMES,)}, {"lines": (FactLine(HOMES.text, "", "Bron", HOMES.status),)})
    assert [row.is_changed for row in found.changed[0].changed] == [True]


def test_text_and_rows_are_told_apart() -> None:
    found = difference({"text": "Water."}, {"text": "Water en land.", "lines": (WATER, HOMES)}).changed[0]
    assert found.words == "Tekst gewijzigd, 2 regels nieuw"


def test_heading_only_the_old_text_knew_is_gone_and_not_lost() -> None:
    old = FactsheetText("De Peel", "de-peel", (HeadingText("oude-kop", "Tekst."),))
    found = compare(old, sheet())
    assert [heading.label for heading in found.changed] == ["Oude kop"]
