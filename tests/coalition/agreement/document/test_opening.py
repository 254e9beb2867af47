"""How parties stand before the first article: numbered, named, grouped; one rule for page, PDF and version."""

from datetime import date
from typing import Any

import pytest

from coalition.agreement.document.rules.parties import (
    NamedParty,
    OpeningLine,
    formula,
    opening_html,
    opening_lines,
    signs_as,
)

MINISTER = "De minister van Infrastructuur en Waterstaat"


def make(name: str = "Vaals", **fields: Any) -> NamedParty:
    return NamedParty(name, **fields)


def words(*parties: NamedParty) -> list[str]:
    return [line.words for line in opening_lines(parties)]


def of_groups(*groups: str) -> list[str]:
    """Return what is said of groups when parties belong to these, in this order."""
    lines = opening_lines([make(group=group) for group in groups])
    return [line.words for line in lines if not line.number][: len(set(groups) - {""})]


def test_party_without_more_is_its_name() -> None:
    assert formula(make("Woningcorporatie")) == "Woningcorporatie"


def test_formula_is_made_of_all_that_is_known() -> None:
    party = make(
        "Gemeente Vaals",
        body="Het college van Vaals",
        capacity="handelend als bestuursorgaan",
        functions=("wethouder water", "wethouder wonen"),
        mandate="het mandaatbesluit Vaals",
        mandate_on=date(2026, 12, 3),
        short_name="de gemeente",
    )
    assert formula(party) == (
        "Het college van Vaals, handelend als bestuursorgaan, namens deze: wethouder water en wethouder wonen, "
        "krachtens het mandaatbesluit Vaals van 3\u00a0december 2026, hierna te noemen: de gemeente"
    )


def test_body_is_called_by_the_name_of_its_organisation_when_no_other_is_given() -> None:
    assert formula(make("Gemeente Vaals", body="Het college")) == "Het college, hierna te noemen: Gemeente Vaals"


@pytest.mark.parametrize("function", ["Minister", "minister van Infrastructuur en Waterstaat"])
def test_minister_does_not_sign_on_behalf_of_the_minister(function: str) -> None:
    assert "namens deze" not in formula(make(body=MINISTER, functions=(function,)))
    assert signs_as(MINISTER, function) == MINISTER


def test_somebody_else_signs_on_behalf_of_the_minister() -> None:
    assert "namens deze: directeur" in formula(make(body=MINISTER, functions=("directeur",)))
    assert signs_as(MINISTER, "directeur") == f"{MINISTER}, namens deze:"


def test_own_formula_stands_instead() -> None:
    assert formula(make(body="Het college", own_formula="Vaals,\n te dezen  vertegenwoordigd")) == (
        "Vaals, te dezen vertegenwoordigd"
    )


def test_parties_are_numbered_and_together_called_partijen() -> None:
    assert opening_lines([make("Vaals"), make("Gulpen", own_formula="Gulpen.")]) == (
        OpeningLine(1, "Vaals;"),
        OpeningLine(2, "Gulpen."),
        OpeningLine(0, "hierna samen te noemen: partijen,"),
    )


def test_one_party_is_not_called_partijen() -> None:
    assert words(make("Vaals")) == ["Vaals;"]


def test_group_that_is_called_partijen_is_said_once() -> None:
    assert words(make("A", group="Partijen"), make("B", group="Partijen"))[-1] == (
        "partijen 1 en 2 hierna samen te noemen: Partijen;"
    )


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (("het Rijk",), "partij 1 hierna te noemen: het Rijk;"),
        (("het Rijk", "het Rijk"), "partijen 1 en 2 hierna samen te noemen: het Rijk;"),
        (("het Rijk",) * 7, "partijen 1 tot en met 7 hierna samen te noemen: het Rijk;"),
        (("R", "R", "R", "", "R"), "partijen 1 tot en met 3 en 5 hierna samen te noemen: R;"),
        (("R", "", "R"), "partijen 1 en 3 hierna samen te noemen: R;"),
    ],
)
def test_group_names_the_numbers_of_its_parties(groups: tuple[str, ...], said: str) -> None:
    assert of_groups(*groups) == [said]


def test_group_stands_below_its_last_party() -> None:
    numbers = [line.number for line in opening_lines([make(group="R"), make(), make(group="R"), make()])]
    assert numbers == [1, 2, 3, 0, 4, 0]


def test_list_is_shown_with_numbers_as_labels_and_words_escaped() -> None:
    html = opening_html(opening_lines([make("<b>Vaals</b>"), make("Gulpen")]))
    assert '<span class="law__nr">1.</span> <div><p>&lt;b&gt;Vaals&lt;/b&gt;;</p></div>' in html
    assert '<p class="law__loose">hierna samen te noemen: partijen,</p>' in html


def test_nothing_is_shown_without_parties() -> None:
    assert not opening_html(())
