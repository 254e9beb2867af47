"""Who writes down where a party stands, and who makes it the party's own word: asked of the actor, not of a page."""

import pytest

from areas.enums import Role
from areas.models import Area, User
from coalition.models import AmbitionSupport
from coalition.planning_group.speaking.access import require_own, spoken_as
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.problems import Problem
from tests.factories import make_member, make_organisation


def test_stranger_to_a_party_writes_down_nothing_for_it(area: Area) -> None:
    party = make_organisation(area=area)
    stranger = make_member(Role.EXECUTIVE, area, make_organisation(area=area))
    with pytest.raises(Problem, match="alleen voor uw eigen organisatie"):
        spoken_as(stranger, area, party.pk, "Brief")


def test_what_is_written_down_for_a_party_has_a_source(area: Area, planner: User) -> None:
    party = make_organisation(area=area)
    with pytest.raises(Problem):
        spoken_as(planner, area, party.pk, "")
    assert spoken_as(planner, area, party.pk, "Brief") == GivenAs.RECORDED


def test_only_the_party_confirms_and_only_what_waits(area: Area, planner: User) -> None:
    party = make_organisation(area=area)
    own = make_member(Role.EXECUTIVE, area, party)
    waiting, said = (AmbitionSupport(organisation=party, given_as=how) for how in (GivenAs.RECORDED, GivenAs.OWN))
    with pytest.raises(Problem, match="Alleen de partij zelf"):
        require_own(planner, area, waiting)
    with pytest.raises(Problem, match="zelf al iets"):
        require_own(own, area, said)
    require_own(own, area, waiting)
