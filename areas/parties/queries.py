"""Organisations across the whole portal: by name, under the name they have now, and those that resemble a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import BooleanField, Exists, Func, OuterRef, Q, Value
from django.db.models.functions import Lower, Upper

from areas.area.models import Area, Challenge, Province
from areas.parties.enums import OrganisationKind
from areas.parties.models import AreaOrganisation, Organisation
from areas.parties.rules.similarity import LIKE, in_one_spelling, likeness, looked_for


def challenges_of(area: Area) -> list[Challenge]:
    """Return the opgaven of an area in their order. One query."""
    return list(Challenge.objects.filter(area=area).order_by("position", "title"))


def parties_in(area: Area) -> list[Organisation]:
    """Return the organisations that take part in an area, by name. One query."""
    return list(Organisation.objects.filter(areas=area, merged_into__isnull=True).order_by(Lower("name")))


CANDIDATES = 40
SHOWN = 5


@dataclass(frozen=True)
class Resembling:
    """An organisation that may be the one somebody is typing."""

    pk: UUID
    name: str
    kind: str
    is_here: bool
    # The name it bore before it was merged, where that is what resembles.
    earlier_name: str = ""


class _LooksLike(Func):
    """name % words: the index on trigrams answers it."""

    template = "%(expressions)s"
    arg_joiner = " %% "
    output_field = BooleanField()


class _ContainsLike(Func):
    """name %> words: the words resemble a part of the name; the same index answers it."""

    template = "%(expressions)s"
    arg_joiner = " %%> "
    output_field = BooleanField()


def became(organisations: Iterable[Organisation]) -> dict[UUID, Organisation]:
    """Return for each organisation the one it is now, by id; a merged one leads on until nothing is merged.

    No query when none of them is merged, else one for each step of the longest row of mergers.
    """
    now = {organisation.pk: organisation for organisation in organisations}
    while steps := {found.merged_into_id for found in now.values() if found.merged_into_id}:
        into = Organisation.objects.in_bulk(list(steps))
        now = {pk: into[found.merged_into_id] if found.merged_into_id else found for pk, found in now.items()}
    return now


def organisation_named(name: str) -> Organisation | None:
    """Return the organisation with this name, whatever its capitals; the name of a merged one leads on."""
    wanted = Lower(Value(" ".join(name.split())))  # as the constraint that keeps names apart compares
    found = Organisation.objects.annotate(key=Lower("name")).filter(key=wanted).first()
    return became([found])[found.pk] if found else None


def province_by_name(kind: str, name: str) -> Province | None:
    """Return the province of which a new organisation seems to be the government; None for another kind. One query at most.

    Only so that nobody has to fill in what its name says; what is kept can be changed.
    """
    if kind != OrganisationKind.PROVINCE:
        return None
    words = f" {name.casefold()}"
    return next((row for row in Province.objects.all() if words.endswith(f" {row.name.casefold()}")), None)


def known_organisation(pk: UUID | None) -> Organisation | None:
    """Return an organisation of the portal as it is now; a merged one leads on."""
    found = Organisation.objects.filter(pk=pk).first() if pk else None
    return became([found])[found.pk] if found else None


def party_named(area: Area, name: str) -> Organisation | None:
    """Return the party of the area with this name, whatever its capitals."""
    found = organisation_named(name)
    is_here = found and AreaOrganisation.objects.filter(area=area, organisation=found).exists()
    return found if is_here else None


def party_names(area: Area, limit: int = 400) -> list[str]:
    """Return names of parties of the area to choose from, in alphabetical order."""
    here = AreaOrganisation.objects.filter(area=area, organisation__merged_into=None)
    names = here.order_by(Lower("organisation__name")).values_list("organisation__name", flat=True)
    return list(names[:limit])


def areas_of(organisation: Organisation) -> list[Area]:
    """Return the areas in which an organisation takes part, in their own order."""
    return list(Area.objects.filter(areaorganisation__organisation=organisation))


def resembling(name: str, area: Area, *, besides: UUID | None = None) -> list[Resembling]:
    """Return the organisations of the whole portal whose name resembles this one, most alike first.

    Two queries at most, over an index: it may be asked at every key.
    """
    core = looked_for(name)
    if not core:
        return []
    found = list(_candidates(name, core, area))
    now = became(found)
    here = {organisation.pk for organisation in found if organisation.is_here}
    if merged := [now[organisation.pk].pk for organisation in found if organisation.merged_into_id]:
        links = AreaOrganisation.objects.filter(area=area, organisation__in=merged)
        here |= set(links.values_list("organisation_id", flat=True))
    alike = sorted(
        ((likeness(name, organisation.name), organisation) for organisation in found), key=lambda pair: -pair[0]
    )
    rows: dict[UUID, Resembling] = {}
    for score, organisation in alike:
        kept = now[organisation.pk]
        if score >= LIKE and kept.pk != besides:
            rows.setdefault(kept.pk, _row(organisation, kept, kept.pk in here))
    return list(rows.values())[:SHOWN]


def is_one_of(name: str, found: list[Resembling]) -> bool:
    """Whether the name, but for its capitals, is the name of one of these, now or before a merger."""
    return any(name.lower() in {row.name.lower(), row.earlier_name.lower()} for row in found)


def _candidates(name: str, core: str, area: Area) -> Any:
    upper = Upper("name")
    found = Organisation.objects.filter(
        Q(_LooksLike(upper, Upper(Value(core)))) | Q(_ContainsLike(upper, Upper(Value(core))))
    )
    here = AreaOrganisation.objects.filter(area=area, organisation=OuterRef("pk"))
    # The stubs know only a name of a field here; Django takes any expression.
    closest = TrigramSimilarity(upper, Upper(Value(in_one_spelling(name)))).desc()  # type: ignore[arg-type]
    return found.annotate(is_here=Exists(here)).order_by(closest, "pk")[:CANDIDATES]


def _row(found: Organisation, kept: Organisation, is_here: bool) -> Resembling:
    earlier = found.name if found.pk != kept.pk else ""
    return Resembling(kept.pk, kept.name, str(kept.get_kind_display()), is_here, earlier)
