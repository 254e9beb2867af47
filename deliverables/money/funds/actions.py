"""Funds: adding one, changing it, and taking away one that nothing rests on."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from areas.models import Area, Organisation, User
from deliverables.money.funds.models import Fund
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem

_TAKEN = "Er is al een fonds met deze naam, hier of voor alle gebieden. Kies een andere."


@dataclass(frozen=True)
class FundFacts:
    """What is filled in about a fund; `spend_until` is None without a last day."""

    name: str
    side: str
    instrument: str
    owner: Organisation | None = None
    spend_until: date | None = None
    source: str = ""

    def values(self) -> dict[str, object]:
        """Return them as the columns of a row. Raises Problem without a name."""
        name = " ".join(self.name.split())
        if not name:
            raise Problem("Vul de naam van het fonds in, bijvoorbeeld: SPUK beekdalherstel.")
        return {**self.__dict__, "name": name, "source": self.source.strip()}


@action
def add_fund(*, area: Area | None, actor: User, facts: FundFacts, token: UUID | None = None) -> Fund:
    """Add a fund of an area, or without an area one that every area may draw on.

    The same token twice gives the fund of the first time. Raises Problem when the name is taken.
    """
    if made := Fund.made_with(token, created_by=actor):
        return made
    values = facts.values()
    _require_free(area, str(values["name"]))
    try:
        with transaction.atomic():
            return Fund.objects.create(area=area, created_by=actor, submission_token=token or uuid7(), **values)
    except IntegrityError as error:
        raise Problem(_TAKEN) from error


@action
def change_fund(*, fund: Fund, actor: User, version: int, facts: FundFacts) -> Fund:
    """Change a fund. What it contributed keeps its own origin. Raises Conflict when somebody changed it since."""
    values = facts.values()
    _require_free(fund.area, str(values["name"]), besides=fund)
    try:
        with transaction.atomic():
            fund.write_over(version, **values)
    except IntegrityError as error:
        raise Problem(_TAKEN) from error
    return fund


@action
def remove_fund(*, fund: Fund, actor: User, version: int) -> None:
    """Take a fund away. Raises Conflict when somebody changed it since, Problem while anything rests on it."""
    held = fund.held_at(version)
    if held.lines.exists() or held.process_money.exists():
        raise Problem("Er rusten bijdragen of procesmiddelen op dit fonds. Verwijder of wijzig die eerst.")
    held.delete()


def _require_free(area: Area | None, name: str, besides: Fund | None = None) -> None:
    """Refuse a name that somebody who chooses a fund would see twice."""
    others = Fund.objects.exclude(pk=besides.pk) if besides else Fund.objects.all()
    seen_together = others.filter(Q(area=area) | Q(area=None)) if area else others
    if seen_together.filter(name__iexact=name).exists():
        raise Problem(_TAKEN)
