"""Putting the areas of the catalogue into the database, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import slugify

from areas.area.catalogue import AreaEntry
from areas.area.models import Area, AreaProvince, AttentionPoint, Challenge, Milestone, Province
from novex_portal.toolkit.actions import By, action


@dataclass(frozen=True)
class Loaded:
    """How many rows one load added."""

    areas: int
    challenges: int
    attention_points: int
    milestones: int


@action(by=By.PORTAL)
def load_areas(*, catalogue: Iterable[AreaEntry]) -> Loaded:
    """Add what the catalogue has and this database never had; return how much that was.

    A row somebody changed, renamed or deleted stays as they left it: the history tells which
    areas, challenges, points of attention and milestones were here before.
    """
    entries = list(catalogue)
    added = _load_new_areas(entries)
    ids = dict(Area.objects.values_list("slug", "pk"))
    present = [(ids[entry.slug], entry) for entry in entries if entry.slug in ids]
    return Loaded(
        areas=added,
        challenges=load_missing(model=Challenge, key="title", rows=[
            (area, {"position": rank, **vars(item)})
            for area, entry in present for rank, item in enumerate(entry.challenges, 1)
        ]),
        attention_points=load_missing(model=AttentionPoint, key="text", rows=[
            (area, {"position": rank, **vars(item)})
            for area, entry in present for rank, item in enumerate(entry.attention_points, 1)
        ]),
        milestones=load_missing(model=Milestone, key="text", rows=[
            (area, vars(item)) for area, entry in present for item in entry.milestones
        ]),
    )  # fmt: skip


def _load_new_areas(entries: list[AreaEntry]) -> int:
    seen = set(history_of(model=Area).values_list("slug", flat=True))
    taken = set(Area.objects.values_list("number", flat=True))
    new = [entry for entry in entries if entry.slug not in seen and entry.number not in taken]
    areas = {entry.slug: Area(slug=entry.slug, **_area_fields(entry)) for entry in new}
    Area.objects.bulk_create(areas.values())
    names = sorted({name for entry in new for name in entry.provinces})
    Province.objects.bulk_create((Province(name=name, slug=slugify(name)) for name in names), ignore_conflicts=True)
    provinces = Province.objects.in_bulk(names, field_name="name")
    AreaProvince.objects.bulk_create(
        AreaProvince(area=areas[entry.slug], province=provinces[name]) for entry in new for name in entry.provinces
    )
    return len(new)


def _area_fields(entry: AreaEntry) -> dict[str, Any]:
    names = ("number", "code", "name", "on_national_border", "latitude", "longitude", "main_challenge", "source")
    return {name: getattr(entry, name) for name in names}


def load_missing(*, model: type[models.Model], key: str, rows: list[tuple[Any, dict[str, Any]]]) -> int:
    """Add the rows whose (area, key) never existed; return how many."""
    seen = set(history_of(model=model).values_list("area_id", key))
    new = [model(area_id=area, **fields) for area, fields in rows if (area, fields[key]) not in seen]
    model._default_manager.bulk_create(new)
    return len(new)


def history_of(*, model: type[models.Model]) -> models.QuerySet[Any]:
    """Return all states the rows of a tracked model ever had."""
    events: type[models.Model] = model.pgh_event_model  # type: ignore[attr-defined]
    return events._default_manager.all()
