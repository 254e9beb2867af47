"""The matrix of opgaven: what rubs in each pair, and where the same themes rub."""

from collections.abc import Callable

from django.test import Client

from areas.factsheet.rules.friction_matrix import Rub, Side, matrix
from areas.models import Area, Challenge, Friction, Membership, User
from tests.factories import make_challenge

SignedIn = Callable[[User], Client]
HOMES, NATURE, WATER = Side(1, "Wonen", "wonen"), Side(2, "Natuur", "natuur"), Side(3, "Water", "water-bodem")
PAGE = "/gebieden/zuid-limburg/factsheet/schuurpunten/"


def elsewhere(area: str, first: str, second: str, **words: str) -> Rub:
    return Rub(Side(8, "Daar", first), Side(9, "Ginds", second), area=area, **words)


def test_every_pair_stands_in_the_matrix_once() -> None:
    found = matrix([HOMES, NATURE, WATER], [], [])
    assert [(pair.first.title, pair.second.title) for pair in found.pairs] == [
        ("Wonen", "Natuur"),
        ("Wonen", "Water"),
        ("Natuur", "Water"),
    ]
    assert [[pair is None for pair in cells] for _, cells in found.rows] == [[False, False], [True, False]]


def test_friction_stands_at_its_pair_whatever_the_order() -> None:
    rub = Rub(NATURE, HOMES, "Ruimte")
    assert matrix([HOMES, NATURE], [rub], []).pairs[0].rubs == (rub,)


def test_one_challenge_makes_no_pair() -> None:
    assert matrix([HOMES], [], []).pairs == ()


def test_same_themes_elsewhere_are_named_whatever_the_order() -> None:
    found = matrix([HOMES, NATURE], [], [elsewhere("De Peel", "natuur", "wonen", text="Ruimte", slug="de-peel")])
    (other,) = found.pairs[0].elsewhere
    assert (other.area, other.slug, [rub.text for rub in other.rubs]) == ("De Peel", "de-peel", ["Ruimte"])


def test_what_may_not_be_read_leaves_the_name_alone() -> None:
    found = matrix([HOMES, NATURE], [], [elsewhere("De Peel", "wonen", "natuur")])
    (other,) = found.pairs[0].elsewhere
    assert (other.area, other.slug, other.rubs) == ("De Peel", "", ())


def test_other_themes_elsewhere_are_not_named() -> None:
    found = matrix([HOMES, NATURE], [], [elsewhere("De Peel", "wonen", "wonen")])
    assert found.telling == []


def test_challenges_without_theme_are_compared_with_nothing() -> None:
    found = matrix([Side(1, "Wonen"), Side(2, "Natuur")], [], [elsewhere("De Peel", "", "")])
    assert found.pairs[0].elsewhere == ()


def rub_in(area: Area, text: str) -> None:
    first, second = make_challenge(area, f"Wonen in {area}"), make_challenge(area, f"Natuur in {area}")
    Challenge.objects.filter(pk=first.pk).update(theme="wonen")
    Challenge.objects.filter(pk=second.pk).update(theme="natuur")
    Friction.objects.create(area=area, first=first, second=second, text=text)


def test_member_of_one_area_learns_where_but_not_what(
    area: Area, other_area: Area, participant: User, signed_in: SignedIn
) -> None:
    rub_in(area, "Hier schuurt het.")
    rub_in(other_area, "Daar schuurt het.")
    page = signed_in(participant).get(PAGE).content.decode()
    assert "Hier schuurt het." in page
    assert "De Peel" in page
    assert "Daar schuurt het." not in page
    assert "/gebieden/de-peel/" not in page


def test_member_of_both_areas_reads_both(area: Area, other_area: Area, participant: User, signed_in: SignedIn) -> None:
    own = participant.memberships.get()
    Membership.objects.create(user=participant, area=other_area, role=own.role, valid_from=own.valid_from)
    rub_in(area, "Hier schuurt het.")
    rub_in(other_area, "Daar schuurt het.")
    page = signed_in(participant).get(PAGE).content.decode()
    assert "Daar schuurt het." in page
    assert "/gebieden/de-peel/factsheet/schuurpunten/" in page


def test_area_without_two_challenges_is_told_what_is_needed(participant: User, signed_in: SignedIn) -> None:
    assert "nog geen twee opgaven" in signed_in(participant).get(PAGE).content.decode()
