"""What the portal knows about the names in a file: fetched at once, however long the file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models.functions import Lower

from areas.access import may_change_shared_facts
from areas.accounts.models.user import User
from areas.area.models import Area
from areas.parties.models import AreaOrganisation, Organisation, UmbrellaMembership
from areas.parties.queries import became
from areas.people.models import Person


@dataclass
class Ground:
    """The organisations a file names, with all that decides what a line may do to them."""

    area: Area
    actor: User
    today: date
    # By name in small letters, under the name of old where one was merged; always what it is now.
    known: dict[str, Organisation] = field(default_factory=dict)
    places: dict[UUID, frozenset[UUID]] = field(default_factory=dict)
    notes: dict[UUID, str] = field(default_factory=dict)
    persons: dict[UUID, list[Person]] = field(default_factory=dict)
    areas: dict[UUID, Area] = field(default_factory=dict)
    # Who is a member of whom, by organisation or by the key of a line that is still to be made.
    above: dict[object, set[object]] = field(default_factory=dict)
    _may_change: dict[frozenset[UUID], bool] = field(default_factory=dict)

    def is_here(self, organisation: Organisation) -> bool:
        """Whether it is a party of this area."""
        return organisation.pk in self.notes

    def may_change(self, organisation: Organisation) -> bool:
        """Whether the actor may change what all areas share of it."""
        places = self.places.get(organisation.pk, frozenset())
        if places not in self._may_change:
            self._may_change[places] = may_change_shared_facts(self.actor, [self.areas[place] for place in places])
        return self._may_change[places]

    def persons_in(self, organisation: Organisation, role: str) -> list[Person]:
        """Return who had, has or will have this role there."""
        return [found for found in self.persons.get(organisation.pk, ()) if found.role.lower() == role.lower()]

    @cached_property
    def names(self) -> dict[UUID, str]:
        """The names of the organisations the file names."""
        return {organisation.pk: organisation.name for organisation in self.known.values()}


def load_ground(area: Area, actor: User, names: Iterable[str], *, today: date, lock: bool = False) -> Ground:
    """Return what the portal knows about these names, in as many queries for one as for twenty thousand.

    `lock`: nobody else may change these organisations and their links until the transaction ends.
    """
    ground = Ground(area, actor, today)
    keys = sorted({name.lower() for name in names})
    rows = Organisation.objects.annotate(key=Lower("name")).filter(key__in=keys).order_by("pk")
    found = list(rows.select_for_update(no_key=True) if lock else rows)
    now = became(found)
    ground.known = {organisation.name.lower(): now[organisation.pk] for organisation in found}
    pks = sorted({organisation.pk for organisation in now.values()})
    if lock and (merged := set(pks) - {organisation.pk for organisation in found}):
        list(Organisation.objects.filter(pk__in=merged).order_by("pk").select_for_update(no_key=True))
    _load_links(ground, pks, lock=lock)
    persons = defaultdict(list)
    for person in Person.objects.filter(organisation__in=pks, merged_into=None).order_by("pk"):
        persons[person.organisation_id].append(person)
    ground.persons = dict(persons)
    return ground


def _load_links(ground: Ground, pks: list[UUID], *, lock: bool) -> None:
    places = defaultdict(set)
    for organisation, area in AreaOrganisation.objects.filter(organisation__in=pks).values_list(
        "organisation", "area"
    ):
        places[organisation].add(area)
    ground.places = {organisation: frozenset(areas) for organisation, areas in places.items()}
    ground.areas = Area.objects.in_bulk()
    own = AreaOrganisation.objects.filter(area=ground.area, organisation__in=pks).order_by("pk")
    links = own.select_for_update(no_key=True) if lock else own
    ground.notes = dict(links.values_list("organisation_id", "notes"))
    above: dict[object, set[object]] = defaultdict(set)
    for member, umbrella in UmbrellaMembership.objects.values_list("member_id", "umbrella_id"):
        above[member].add(umbrella)
    ground.above = above


def all_names() -> Iterator[str]:
    """Return the name of every organisation in the portal, without keeping them all."""
    names = Organisation.objects.filter(merged_into=None).values_list("name", flat=True).order_by()
    return names.iterator(chunk_size=5_000)
