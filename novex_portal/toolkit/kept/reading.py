"""Reading what the records say they keep; see `declaration.py` for how they say it."""

from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db.models import Model

from novex_portal.toolkit.kept.declaration import Kept, Rests


@cache
def declared() -> dict[type[Model], Kept]:
    """Return what every record keeps that says so: room by room, by what a record is called on the screen."""
    saying = (model for model in apps.get_models() if "kept" in vars(model))
    rooms = [config.label for config in apps.get_app_configs()]
    found = sorted(saying, key=lambda model: (rooms.index(model._meta.app_label), called(model)))
    return {model: vars(model)["kept"] for model in found}


def called(model: type[Model], field: str = "") -> str:
    """Return what a record is called on the screen, or one of its fields; a link is called as what it leads to."""
    if not field:
        return str(model._meta.verbose_name).capitalize()
    found = model._meta.get_field(field)
    return str(
        found.related_model._meta.verbose_name if found.related_model else getattr(found, "verbose_name", field)
    )


def summaries() -> list[type[Model]]:
    """Return the records that are made from others."""
    return [model for model, kept in declared().items() if kept.summary]


def resting_on(model: type[Model]) -> Iterator[tuple[type[Model], Rests]]:
    """Yield what rests on this link of the chain: the record that says so, and through which of its fields."""
    for record, kept in declared().items():
        if kept.rests and record._meta.get_field(kept.rests.on).related_model is model:
            yield record, kept.rests
