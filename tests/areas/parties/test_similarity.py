"""Whether two names could be one organisation."""

import pytest

from areas.parties.rules.similarity import LIKE, in_one_spelling, likeness, looked_for


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gem. Maastricht", "Gemeente Maastricht"),
        ("Gemeente Mastricht", "Gemeente Maastricht"),
        ("Maastricht", "Gemeente Maastricht"),
        ("waterschap limburg", "Waterschap Limburg"),
        ("Prov Limburg", "Provincie Limburg"),
        ("Stichting Limburgs Landschap", "Limburgs Landschap"),
        ("Gulpener Bierbrouwerij B.V.", "Gulpener Bierbrouwerij"),
        ("Coöperatie Heuvelland U.A.", "cooperatie heuvelland"),
        ("Ministerie van IenW", "Min. IenW"),
    ],
)
def test_names_of_one_organisation_resemble_each_other(one: str, other: str) -> None:
    assert likeness(one, other) >= LIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gemeente Maastricht", "Gemeente Heerlen"),
        ("Provincie Limburg", "Waterschap Limburg"),
        ("Stichting Natuur", "Stichting Wonen"),
        ("Maastricht", "Eijsden"),
    ],
)
def test_names_of_two_organisations_do_not(one: str, other: str) -> None:
    assert likeness(one, other) < LIKE


def test_likeness_is_whole_where_only_the_legal_form_differs() -> None:
    assert likeness("Bouwbedrijf Jansweg B.V.", "bouwbedrijf jansweg") == 1


@pytest.mark.parametrize("name", ["", "G", "Gemeente", "gem.", "Stichting", "de", "Wa", "—"])
def test_too_little_to_look_for_looks_for_nothing(name: str) -> None:
    assert looked_for(name) == ""


def test_what_is_common_is_not_looked_for() -> None:
    assert looked_for("Gemeente Eijsden-Margraten") == "eijsden margraten"


def test_a_name_of_signs_alone_keeps_its_signs() -> None:
    assert in_one_spelling("***") == "***"


def test_two_names_of_nothing_do_not_resemble() -> None:
    assert likeness("", "") == 0
