"""The way in for who has no account: a link that leads to one row, and to nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Model, QuerySet
from django.urls import reverse

from novex_portal.toolkit.links.rules import LinkFacts, LinkState, state_of
from novex_portal.toolkit.links.tokens import fingerprint, new_token
from novex_portal.toolkit.problems import Problem


class LinkClosed(Problem):
    """The link is not ours, or was used, taken back, closed or left too long."""

    status = 410


@dataclass(frozen=True)
class NewLink:
    """A link that was just made: its address is told once, its mark is what the row keeps in `token_hash`."""

    address: str
    mark: str


@dataclass(frozen=True)
class LinkDoor[Row: Model]:
    """One kind of link. `purpose` salts its tokens, so it never changes and no other door takes them."""

    purpose: str
    page: str  # the name of the address behind which the token stands
    rows: Callable[[], QuerySet[Row]]
    facts: Callable[[Row], LinkFacts]
    says: str = "Deze link"

    def new_link(self) -> NewLink:
        """Return a fresh link; a row that takes its mark knows any earlier one no more."""
        token = new_token(self.purpose)
        return NewLink(settings.BASE_URL + reverse(self.page, args=[token]), fingerprint(token, self.purpose))

    def rows_behind(self, token: str) -> QuerySet[Row]:
        """Return the one row a link leads to, open or not; none, without asking the database, for one that is not ours."""
        mark = fingerprint(token, self.purpose)
        return self.rows().filter(token_hash=mark) if mark else self.rows().none()

    def behind(self, token: str) -> Row | None:
        """Return the row a link leads to, open or not; None for one that is not ours."""
        return self.rows_behind(token).first()

    def state(self, row: Row, now: date | datetime) -> LinkState:
        """Return how it stands with the link of a row at `now`, in local time."""
        return state_of(self.facts(row), now)

    def require_open(self, row: Row | None, now: date | datetime) -> Row:
        """Return the row when its link still holds; raises LinkClosed, which says why, when it does not."""
        if row is None:
            raise LinkClosed(f"{self.says} klopt niet.")
        state = self.state(row, now)
        if state != LinkState.OPEN:
            raise LinkClosed(f"{self.says} is {state}.")
        return row
