"""What differs between two versions of an agenda."""

from dataclasses import replace
from datetime import date

from deliverables.agenda.versions.rules.differences import AgendaDifference, MeasureDifference, compare
from deliverables.agenda.versions.rules.snapshot import (
    ConditionText,
    DeadlineText,
    MeasureText,
    PartyText,
    RelationText,
    ReportText,
)
from tests.deliverables.agenda.versions.texts import make_agenda_text, make_measure_text

OLD = make_measure_text()
WAITS = RelationText("ZL-W01", "ZL-W02", "x", "y", "FS", 20, "werkdag", "bevestigd", "Eerst ontwerp")
NITROGEN = ConditionText("Stikstofruimte", "Rijk", "open", date(2027, 9, 30), "dag", ("ZL-W01",))


def found(*old: MeasureText, now: tuple[MeasureText, ...]) -> AgendaDifference:
    return compare(make_agenda_text(*old), make_agenda_text(*now, number=2))


def of(**fields: object) -> MeasureDifference:
    [row] = found(OLD, now=(replace(OLD, **fields),)).measures  # type: ignore[arg-type]
    return row


def test_same_agenda_has_no_differences() -> None:
    same = found(OLD, now=(OLD,))
    assert same.changed == []
    assert same.finding == "Geen maatregel is gewijzigd; 1 bleef gelijk."


def test_measure_that_came_and_measure_that_went() -> None:
    rows = found(OLD, now=(make_measure_text("ZL-W02"),)).changed
    assert [(row.code, row.kind) for row in rows] == [("ZL-W02", "Nieuw"), ("ZL-W01", "Staat er niet meer in")]


def test_dropped_measure_stays_with_its_reason() -> None:
    row = of(status="vervallen", drop_reason="Geen geld")
    assert (row.kind, row.dropped, row.status) == ("Vervallen", "Geen geld", None)


def test_measure_that_moved_as_a_whole_says_by_how_many_days() -> None:
    row = of(start=date(2027, 1, 16), end=date(2028, 1, 12))
    assert row.kind == "Verschoven"
    assert row.shift
    assert row.shift.words == "12 dagen later"
    assert row.shift.old == "04-01-2027 – 31-12-2027"


def test_begin_and_end_that_moved_apart_are_named_apart() -> None:
    row = of(start=date(2027, 1, 3), end=date(2028, 1, 12))
    assert row.shift
    assert row.shift.words == "begin 1 dag eerder, eind 12 dagen later"


def test_same_days_meant_less_exactly_moved_nothing() -> None:
    row = of(end=date(2027, 10, 1), end_precision="kwartaal")
    assert row.shift
    assert (row.kind, row.shift.words) == ("Gewijzigd", "anders aangeduid")


def test_status_says_what_it_was_and_is() -> None:
    assert of(status="loopt").status == ("Gepland", "Loopt")


def test_words_are_compared_word_by_word() -> None:
    [words] = of(result="Het dal krijgt water.").words
    assert words.name == "Resultaat"
    assert {(piece.kind, piece.text) for piece in words.pieces} >= {("gone", "ruimte"), ("new", "water")}


def test_parties_reports_and_last_days_are_one_line_each() -> None:
    row = of(
        parties=(PartyText("Waterschap", "trekker"),),
        reports=(ReportText("tijd", "aandacht", "Grond", date(2026, 11, 1)),),
        deadlines=(DeadlineText(date(2031, 2, 28), "datum", "SPUK"),),
    )
    assert row.others == (
        "Erbij: Trekker: Waterschap",
        "Erbij: Tijd: aandacht nodig",
        "Erbij: Uiterlijk 28-02-2031 (SPUK)",
    )


def test_relations_that_changed_say_what_they_were() -> None:
    old = make_agenda_text(OLD, relations=(WAITS,))
    new = make_agenda_text(OLD, relations=(replace(WAITS, lag=0),), number=2)
    assert compare(old, new).relations == (
        (
            "Was: ZL-W02 wacht op ZL-W01: begint als de ander klaar is, plus 20 werkdagen. "
            "Is: ZL-W02 wacht op ZL-W01: begint als de ander klaar is"
        ),
    )


def test_condition_that_is_met_is_told() -> None:
    old = make_agenda_text(OLD, conditions=(NITROGEN,))
    new = make_agenda_text(OLD, conditions=(replace(NITROGEN, state="vervuld"),), number=2)
    assert compare(old, new).conditions == (
        "Was: Stikstofruimte (open, verwacht 30-09-2027). Is: Stikstofruimte (vervuld, verwacht 30-09-2027)",
    )


def test_finding_counts_what_happened() -> None:
    others = [make_measure_text(f"ZL-W1{number}") for number in range(4)]
    now = (
        replace(OLD, status="loopt"),
        replace(others[0], end=date(2028, 1, 1)),
        *others[1:3],
        make_measure_text("ZL-N01"),
    )
    assert found(OLD, *others, now=now).finding == (
        "1 nieuw, 1 vervallen, 1 verschoven, 1 anders gewijzigd; 2 bleven gelijk."
    )
