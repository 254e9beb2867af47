"""The form as it was typed, as data."""

from coalition.conversations.recording.rules.rawform import (
    MAX_ROWS,
    differences,
    from_pairs,
    is_blank,
    rows,
    tidy,
    with_row_added,
    with_row_removed,
)

FORM = {"report": ["Water"], "statements-0-position": ["Een"], "statements-1-position": ["Twee"]}


def test_buttons_and_tokens_are_no_part_of_what_was_typed() -> None:
    pairs = [("csrfmiddlewaretoken", ["x"]), ("add", ["statements"]), ("report", ["Water"])]
    assert from_pairs(pairs) == {"report": ["Water"]}


def test_line_ends_of_browsers_become_plain() -> None:
    assert from_pairs([("report", ["een\r\ntwee\rdrie"])]) == {"report": ["een\ntwee\ndrie"]}


def test_gaps_between_rows_close_in_order() -> None:
    raw = tidy({"actions-7-what": ["Later"], "actions-2-what": ["Eerst"], "actions-TOTAL_FORMS": ["9"]})
    assert raw == {"actions-0-what": ["Eerst"], "actions-1-what": ["Later"]}


def test_rows_come_as_columns() -> None:
    assert rows(FORM, "statements") == [{"position": ["Een"]}, {"position": ["Twee"]}]


def test_adding_a_row_makes_an_empty_one() -> None:
    assert len(rows(with_row_added(FORM, "statements"), "statements")) == 3


def test_a_full_form_and_an_unknown_kind_of_row_get_no_more() -> None:
    full = {f"actions-{number}-what": ["x"] for number in range(MAX_ROWS)}
    assert with_row_added(full, "actions") == full
    assert with_row_added(FORM, "onzin") == FORM


def test_taking_a_row_away_moves_the_rest_up() -> None:
    assert with_row_removed(FORM, "statements-0") == {"report": ["Water"], "statements-0-position": ["Twee"]}


def test_taking_away_what_is_not_there_changes_nothing() -> None:
    assert with_row_removed(FORM, "statements-9") == FORM
    assert with_row_removed(FORM, "report") == FORM


def test_only_choices_that_come_filled_in_is_blank() -> None:
    assert is_blank({"form": ["individueel"], "held_on": ["01-01-2026"], "statements-0-urgency": ["3"]})
    assert not is_blank({"participants-0-role": ["Dijkgraaf"]})


def test_differences_come_in_the_order_of_the_page() -> None:
    theirs = {"report": ["Lucht"], "statements-0-position": ["Een"], "participants-0-role": ["Boer"]}
    assert [found.name for found in differences(FORM, theirs)] == [
        "participants-0-role",
        "report",
        "statements-1-position",
    ]


def test_capitals_of_a_name_and_the_order_of_choices_make_no_difference() -> None:
    mine = {"participants-0-organisation": ["waterschap  limburg"], "challenges": ["b", "a"], "tab": ["x"]}
    theirs = {"participants-0-organisation": ["Waterschap Limburg"], "challenges": ["a", "b"], "tab": ["y"]}
    assert list(differences(mine, theirs)) == []
