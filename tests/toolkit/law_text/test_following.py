"""Members and parts are found again in a changed text, or told to be lost; never a wrong one."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novex_portal.toolkit.law_text.following import carried, follow, places_of
from novex_portal.toolkit.law_text.writing import renumber
from tests.toolkit.law_text.test_law import texts

TEXT = "1. Partijen zorgen voor:\na. water;\nb. natuur.\n2. Het Rijk betaalt mee:\na. water;\nb. natuur.\n3. De regio meet."
WORDS = [
    "water vasthouden",
    "natuur maken",
    "geld geven",
    "samen meten",
    "bodem sparen",
    "wegen leggen",
    "huizen bouwen",
]


@given(texts(marks=True))
def test_text_that_stays_moves_nothing(text: str) -> None:
    assert follow(text, text).moves == {}


@given(texts(marks=False))
def test_every_place_is_found_once_or_lost(text: str) -> None:
    other = "\n".join(reversed(text.split("\n")))
    found = follow(text, other)
    assert {*found.now, *found.lost} == {place.way for place in places_of(text)}
    assert len(set(found.now.values())) == len(found.now)


@given(st.lists(st.sampled_from(WORDS), unique=True, min_size=2), st.integers(0, 6), st.data())
def test_members_go_along_when_one_is_put_between_or_taken_away(
    words: list[str], place: int, data: st.DataObject
) -> None:
    def members(rows: list[str]) -> str:
        return "\n".join(f"{number}. {row}." for number, row in enumerate(rows, 1))

    put = [*words[:place], "iets nieuws dat eerst", *words[place:]]
    gone = data.draw(st.sampled_from(words))
    found = follow(members(words), members([row for row in put if row != gone]))
    now = [row for row in put if row != gone]
    assert found.lost + found.in_place == [(str(words.index(gone) + 1),)]
    assert all(found.now[(str(words.index(row) + 1),)] == (str(now.index(row) + 1),) for row in words if row != gone)


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(1, 3)), min_size=1))
def test_renumbering_leads_every_place_to_the_line_it_stood_on(rows: list[tuple[str, int]]) -> None:
    numbers = list(accumulate(step for _, step in rows))
    text = "\n".join(f"{number}. {words}." for number, (words, _) in zip(numbers, rows, strict=True))
    found = renumber(text)
    assert found is not None
    now = [place.way for place in places_of(found.text)]
    assert follow(text, found.text).now == dict(zip([place.way for place in places_of(text)], now, strict=True))


@pytest.mark.parametrize(
    ("new", "moves"),
    [
        (TEXT.replace("2. Het", "2. Nieuw.\n3. Het").replace("3. De", "4. De"), {"2": "3", "3": "4", "2/a": "3/a", "2/b": "3/b"}),
        (TEXT.replace("b. natuur.\n2.", "b. bodem;\nc. natuur.\n2."), {"1/b": "1/c"}),
        (TEXT.replace("a. water;\nb. natuur.\n3", "a. natuur;\nb. water.\n3"), {"2/a": "2/b", "2/b": "2/a"}),
        (TEXT.replace("De regio meet.", "De regio meet elk jaar en vertelt het."), {}),
        (TEXT.replace("3. De regio meet.", ""), {"3": None}),
        (TEXT.replace("\n2. Het Rijk betaalt mee:\na. water;\nb. natuur.\n3.", "\n2."), {"3": "2", "2": None, "2/a": None, "2/b": None}),
    ],
)  # fmt: skip
def test_what_moved_and_what_is_lost(new: str, moves: dict[str, str | None]) -> None:
    assert follow(TEXT, new).moves == moves


def test_the_only_one_that_is_left_follows_by_its_label_and_that_is_told() -> None:
    found = follow(TEXT, TEXT.replace("De regio meet.", "Gemeenten bouwen huizen."))
    assert (found.moves, found.in_place) == ({}, [("3",)])


def test_two_that_are_written_anew_are_lost() -> None:
    found = follow("1. water.\n2. natuur.", "1. wegen.\n2. huizen.")
    assert found.lost == [("1",), ("2",)]


def test_own_references_go_along_on_lines_nobody_touched() -> None:
    text = "1. Eerste.\n2. Tweede.\n3. Zie [[eerste lid]] en [[tweede lid]]."
    new = "1. Nieuw.\n2. Eerste.\n3. Tweede.\n4. Zie [[eerste lid]] en [[tweede lid]].\n5. Ook [[eerste lid]]."
    assert carried(text, new, str).split("\n")[3:] == [
        "4. Zie [[tweede lid]] en [[derde lid]].",
        "5. Ook [[eerste lid]].",
    ]


def test_what_a_button_moved_already_is_not_moved_twice() -> None:
    text = "1. A.\n2. B.\n3. zie [[eerste lid]]\n4. zie [[tweede lid]]"
    new = "1. Nieuw.\n2. A.\n3. B.\n4. zie [[tweede lid]]\n5. zie [[derde lid]]"
    assert carried(text, new, str) == new


def test_many_members_that_are_all_new_cost_no_time() -> None:
    old, new = ("\n".join(f"{n}. {word} {n * n}." for n in range(1, 999)) for word in ("water en", "natuur of"))
    assert len(follow(old, new).lost) == 998
