"""Who changed what and when, field by field, from snapshots."""

from datetime import UTC, datetime, timedelta

from novex_portal.toolkit.history.changes import DELETE, INSERT, UPDATE, ChangedField, Snapshot, changes

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def snapshot(sort: str, minutes: int, part: str = "", key: str = "1", **values: str) -> Snapshot:
    moment = NOON + timedelta(minutes=minutes)
    return Snapshot(part, (part, key), sort, moment, str(moment), "Planner", values)


def test_the_recording_itself_has_no_fields() -> None:
    (only,) = changes([snapshot(INSERT, 0, plaats="Roermond")])
    assert (only.is_first, only.fields) == (True, ())


def test_a_changed_field_has_its_old_and_new_words() -> None:
    newest, _ = changes([snapshot(INSERT, 0, plaats="Roermond"), snapshot(UPDATE, 5, plaats="Venlo")])
    assert newest.fields == (ChangedField("Plaats", "Roermond", "Venlo"),)


def test_a_row_that_came_later_and_went_again_shows_twice() -> None:
    rows = [
        snapshot(INSERT, 0, plaats="Roermond"),
        snapshot(INSERT, 5, "Uitspraak", "9", standpunt="Water"),
        snapshot(DELETE, 9, "Uitspraak", "9", standpunt="Water"),
    ]
    gone, came, _ = changes(rows)
    assert came.fields == (ChangedField("Uitspraak: standpunt", "", "Water"),)
    assert gone.fields == (ChangedField("Uitspraak: standpunt", "Water", ""),)


def test_a_batch_in_which_nothing_shows_is_left_out() -> None:
    assert len(changes([snapshot(INSERT, 0, plaats="Roermond"), snapshot(UPDATE, 5, plaats="Roermond")])) == 1


def test_the_recording_tells_its_fields_when_asked() -> None:
    (only,) = changes([snapshot(INSERT, 0, plaats="Roermond")], tell_first=True)
    assert only.fields == (ChangedField("Plaats", "", "Roermond"),)
