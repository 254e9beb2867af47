"""One of everything in an area, as rows, and somebody who may do all of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Membership, Organisation, User
from tests.factories import DAY, make_member, make_organisation
from tests.matrix import OWN, World

type Maker = Callable[[Ground], dict[str, Any]]  # gives what an action takes beside its actor
type Makers = dict[Callable[..., Any], Maker]


class Ground:
    """What the makers draw from."""

    def __init__(self, world: World) -> None:
        self._things = world.things[OWN]
        self.area = Area.objects.get(slug=OWN)
        # Nothing in the world was made by this one, so that whatever bears their name is of the action.
        self.actor: User = world.people["gebiedsbeheerder"]
        self.author: User = world.people["gespreksvoerder"]
        self.today: date = timezone.localdate()
        self.tomorrow: date = self.today + timedelta(days=1)

    def the[Row: Model](self, model: type[Row], name: str = "") -> Row:
        """Return the one row of the world that bears this name; the name of its model when none is given."""
        return model._default_manager.get(pk=self._things[name or str(model._meta.model_name)])

    def moment(self, **later: int) -> datetime:
        """Return now, or so much later."""
        return timezone.now() + timedelta(**later)

    @property
    def signer(self) -> Organisation:
        """The party of the akkoord."""
        return self.the(Organisation, "signer")

    def keeper(self) -> User:
        """Make somebody of the planning group, who keeps the list of what parties say."""
        return make_member(Role.PLANNING_GROUP, self.area)

    def speak_for(self, organisation: Organisation) -> None:
        """Let the actor be a bestuurder of this organisation too."""
        Membership.objects.create(
            user=self.actor, area=self.area, role=Role.EXECUTIVE, organisation=organisation, valid_from=DAY
        )
        self.actor.__dict__.pop("_active_memberships", None)

    def party(self) -> Organisation:
        """Make another party of the area."""
        return make_organisation(area=self.area)
