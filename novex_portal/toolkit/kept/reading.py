"""Reading what the records say they keep; see `declaration.py` for how they say it."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Protocol

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


class Shown(Protocol):
    """A row that rooms below its own show: by its words, its address and a note beside it."""

    pk: Any

    @property
    def note(self) -> str:
        """How it is with it, in a few words."""

    def get_absolute_url(self) -> str:
        """Where it is read."""


def above(record: type[Model], rests: Rests) -> type[Model]:
    """Return the link of the chain that a step leads to: the record itself, or what it ties to the link below."""
    if not rests.what:
        return record
    found: Any = record._meta.get_field(rests.what).related_model
    return found


def shown_above(model: type[Model]) -> Iterator[tuple[type[Model], Rests, type[Model]]]:
    """Yield the steps from this link of the chain to records that rooms below may show."""
    for record, rests in resting_on(model):
        link = above(record, rests)
        if declared()[link].need:
            yield record, rests, link


def shown_links() -> dict[str, type[Model]]:
    """Return the records that rooms below may show, by what each is called."""
    return {called(model).lower(): model for model, kept in declared().items() if kept.need}


def keys_below(link: type[Model], key: object, wanted: Collection[type[Model]]) -> list[set[Any]]:
    """Return what one row of a link of the chain rests on: for each record that is wanted the keys of its rows.

    One query a step.
    """
    found: dict[type[Model], set[Any]] = {below: set() for below in wanted}
    for below, keys in found.items():
        for record, rests in resting_on(below):
            if rests.what and above(record, rests) is link:
                rows = record._default_manager.filter(**{rests.what: key})
                keys.update(rows.values_list(rests.on, flat=True))
    return list(found.values())


def told_of(model: type[Model], keys: Collection[object]) -> dict[Any, list[str]]:
    """Return what comes of these rows that a party outside may hear: per row the words for it, in their order.

    Walks the whole chain above them; the number of queries depends on its steps alone.
    """
    found: dict[Any, dict[Any, str]] = {}
    for link, pairs in _walked(model, {(key, key) for key in keys}):
        kept = declared()[link]
        rows = link._default_manager.filter(kept.told, pk__in={key for _, key in pairs}) if kept.need else ()
        words = {row.pk: str(row) for row in rows}
        for start, key in pairs:
            if key in words:
                found.setdefault(start, {})[key] = words[key]
    return {start: sorted(words.values()) for start, words in found.items()}


def _walked(model: type[Model], pairs: set[tuple[Any, Any]]) -> Iterator[tuple[type[Model], set[tuple[Any, Any]]]]:
    """Yield every link above with its rows: each as the row one began with and the row that rests on it in the end."""
    for record, rests in resting_on(model):
        links = record._default_manager.filter(**{f"{rests.on}__in": {key for _, key in pairs}})
        steps: dict[Any, set[Any]] = {}
        for below, key in links.values_list(rests.on, rests.what or "pk"):
            steps.setdefault(below, set()).add(key)
        reached = {(start, key) for start, below in pairs for key in steps.get(below, ())}
        link = above(record, rests)
        yield link, reached
        yield from _walked(link, reached)
