"""Moving all that points at one row to another row, and back again.

It knows no models: it walks every foreign key there is, also of apps above this one. Where a constraint
lets only one of two rows stand, the row of the one that stays wins: the other hands over what the first
lacks, and makes way. Everything done is written down, so that `move_back` can put it back as it was.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pghistory.models
from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db.models import (
    CheckConstraint,
    F,
    Field,
    ForeignKey,
    ManyToOneRel,
    Model,
    OuterRef,
    Q,
    Subquery,
    TextField,
    UniqueConstraint,
)
from django.db.models.lookups import PostgresOperatorLookup

from coalition.merging.rules import Period, joined_period, joined_text

Step = dict[str, Any]
type Link = ForeignKey[Any, Any]
type Column = Field[Any, Any]
_PERIOD = ("valid_from", "valid_until")
_OWN = {"version", "merged_into_id"}


class UnknownShape(Exception):
    """A foreign key stands in a constraint of a kind that moving cannot reckon with yet."""


def references_to(model: type[Model]) -> list[Link]:
    """Return every foreign key to this model, of all apps, history aside."""
    relations = model._meta.get_fields(include_hidden=True)
    return [
        relation.field
        for relation in relations
        if isinstance(relation, ManyToOneRel) and not issubclass(relation.related_model, pghistory.models.Event)
    ]


def absorb(kept: Model, gone: Model, *, leave: Iterable[type[Model]] = ()) -> list[Step]:
    """Let everything that points at `gone` point at `kept`; return the steps taken, in their order."""
    passed = set(leave)
    fields = [field for field in references_to(type(kept)) if field.model not in passed]
    return [step for field in fields for step in _move(field, kept, gone)]


def fill(kept: Model, gone: Model) -> list[Step]:
    """Give the row that stays what it lacks and the other has: empty fields, more words, a wider period."""
    new = {field.attname: value for field, value in _filled(kept, gone)}
    steps = _write(kept, new)
    if all(hasattr(kept, name) for name in _PERIOD):
        steps += _widen(kept, gone)
    return steps


def change(row: Model, **values: Any) -> list[Step]:
    """Change fields of a row and write down what they were; the version of the row goes up."""
    return _write(row, values)


def clashes(field: Link, kept: Model, gone: Model) -> Iterator[tuple[Model, Model]]:
    """Return (row of gone, row of kept) for each pair of which a constraint lets only one stand."""
    rows = field.model._base_manager
    seen = set()
    for constraint, same in _single(field):
        condition = constraint.condition or Q()
        there = rows.filter(condition, same, **{field.name: kept}).values("pk")[:1]
        found = rows.filter(condition, **{field.name: gone}).annotate(_in_way=Subquery(there))
        for row in found.filter(_in_way__isnull=False).order_by("pk"):
            if row.pk not in seen:
                seen.add(row.pk)
                yield row, rows.get(pk=row._in_way)


def move_back(steps: Iterable[Step]) -> None:
    """Undo steps, the last one first. What was removed or changed since then stays as it is now."""
    for step in reversed(list(steps)):
        _BACK[step["do"]](apps.get_model(step["model"]), step)


def shapes(field: Link) -> None:
    """Raise UnknownShape when a constraint over this foreign key is of a kind that moving cannot handle."""
    list(_single(field))
    known = {field.name, field.model._meta.pk.name, *(twin.name for twin in _twins(field))}
    for name, checked in _checks(field.model):
        if field.name in checked and not checked <= known:
            raise UnknownShape(name)


# --- One foreign key ------------------------------------------------------------------------------
def _move(field: Link, kept: Model, gone: Model) -> Iterator[Step]:
    rows = field.model._base_manager
    for twin in _twins(field):
        for row in rows.filter(**{field.name: gone, twin.name: kept}):
            yield from _remove(row)
    for row, there in list(clashes(field, kept, gone)):
        yield from absorb(there, row)
        yield from _remove(row)
        yield from fill(there, row)
    moving = rows.filter(**{field.name: gone})
    if pks := sorted(str(pk) for pk in moving.values_list("pk", flat=True)):
        moving.update(**{field.name: kept})
        yield {
            "do": "move",
            "model": field.model._meta.label,
            "field": field.name,
            "from": str(gone.pk),
            "to": str(kept.pk),
            "rows": pks,
        }


def _twins(field: Link) -> list[Link]:
    """The other foreign keys of a row that may not point where this one points."""
    checks = [checked for _, checked in _checks(field.model)]
    return [
        other
        for other in field.model._meta.concrete_fields
        if isinstance(other, ForeignKey)
        and other is not field
        and other.related_model is field.related_model
        and {other.name, field.name} in checks
    ]


def _checks(model: type[Model]) -> list[tuple[str, set[str]]]:
    """The checks of a row that moving could break, each with the fields whose value it looks at."""
    checks = (constraint for constraint in model._meta.constraints if isinstance(constraint, CheckConstraint))
    found = [(constraint.name, _looked_at(constraint.condition)) for constraint in checks]
    return [(name, fields) for name, fields in found if fields]


def _looked_at(condition: Any) -> set[str]:
    """Return the fields whose value a check looks at; moving a row to another leaves nothing empty, so that is no look."""
    if isinstance(condition, Q):
        return set().union(*(_looked_at(part) for part in condition.children))
    if isinstance(condition, tuple) and str(condition[0]).endswith("__isnull"):
        return set()
    return set(Q(condition).referenced_base_fields)


def _single(field: Link) -> Iterator[tuple[Any, Q]]:
    """The constraints this foreign key is part of, each with what must be the same for two rows to clash."""
    if field.unique:
        yield UniqueConstraint(fields=[field.name], name="alone"), Q()
    if any(field.name in names for names in field.model._meta.unique_together):
        raise UnknownShape(f"{field} in unique_together")
    for constraint in field.model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            if field.name in _names(constraint.expressions):
                raise UnknownShape(constraint.name)
            if field.name in constraint.fields:
                yield constraint, _same_fields(constraint, field)
        elif isinstance(constraint, ExclusionConstraint) and field.name in _names(
            expression for expression, _ in constraint.expressions
        ):
            yield constraint, _same_expressions(constraint, field)


def _names(expressions: Iterable[Any]) -> set[str]:
    whole = [F(item) if isinstance(item, str) else item for item in expressions]
    parts = [part for item in whole for part in ([item] if isinstance(item, F) else item.flatten())]
    return {part.name for part in parts if isinstance(part, F)}  # type: ignore[attr-defined]


def _same_fields(constraint: UniqueConstraint, field: Link) -> Q:
    same = Q()
    for name in constraint.fields:
        if name == field.name:
            continue
        # Two empty fields are alike only where the constraint says so.
        same &= _alike(F(name), "=" if constraint.nulls_distinct is not False else "IS NOT DISTINCT FROM")
    return same


def _same_expressions(constraint: ExclusionConstraint, field: Link) -> Q:
    same = Q()
    for given, operator in constraint.expressions:
        expression = F(given) if isinstance(given, str) else given
        if expression != F(field.name):
            same &= _alike(expression, operator)
        elif operator != RangeOperators.EQUAL:
            raise UnknownShape(constraint.name)
    return same


def _alike(expression: Any, operator: str) -> Q:
    """The expression over a row there stands in this relation to the same over the row that comes."""
    outer = {F(name): OuterRef(name) for name in _names([expression])}
    lookup = PostgresOperatorLookup(lhs=expression, rhs=expression.replace_expressions(outer))
    lookup.postgres_operator = operator
    return Q(lookup)


# --- One row --------------------------------------------------------------------------------------
def _filled(kept: Model, gone: Model) -> Iterator[tuple[Column, Any]]:
    for field in kept._meta.concrete_fields:
        if field.primary_key or field.unique or not field.editable or field.name in _PERIOD or field.attname in _OWN:
            continue
        mine, theirs = field.value_from_object(kept), field.value_from_object(gone)
        if _says_nothing(field, theirs):
            continue
        if isinstance(field, TextField) and mine:
            if (both := joined_text(mine, theirs)) != mine:
                yield field, both
        elif _says_nothing(field, mine):
            yield field, theirs


def _says_nothing(field: Column, value: Any) -> bool:
    """Empty, or still what a choice is before anybody chose."""
    return value in (None, "") or bool(field.choices and field.has_default() and value == field.get_default())


def _widen(kept: Model, gone: Model) -> list[Step]:
    """Give the row that stays the days of both, unless those belong to a third row."""
    old = Period(kept.valid_from, kept.valid_until)  # type: ignore[attr-defined]
    new = joined_period(old, Period(gone.valid_from, gone.valid_until))  # type: ignore[attr-defined]
    if new == old:
        return []
    kept.valid_from, kept.valid_until = new.first, new.last  # type: ignore[attr-defined]
    try:
        kept.validate_constraints()
    except ValidationError:
        return []
    finally:
        kept.valid_from, kept.valid_until = old.first, old.last  # type: ignore[attr-defined]
    return _write(kept, {"valid_from": new.first, "valid_until": new.last})


def _write(row: Model, values: dict[str, Any]) -> list[Step]:
    before = {name: _kept_value(row, name) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    after = {name: _kept_value(row, name) for name in values}
    if before == after:
        return []
    type(row)._base_manager.filter(pk=row.pk).update(**values, **_next_version(type(row)))
    return [{"do": "change", "model": row._meta.label, "row": str(row.pk), "before": before, "after": after}]


def _next_version(model: type[Model]) -> dict[str, Any]:
    """Whoever has the row open in a form is told that it changed."""
    has_version = any(field.name == "version" for field in model._meta.concrete_fields)
    return {"version": F("version") + 1} if has_version else {}


def _remove(row: Model) -> list[Step]:
    values = {field.attname: _kept_value(row, field.attname) for field in row._meta.concrete_fields}
    step = {"do": "remove", "model": row._meta.label, "row": str(row.pk), "values": values}
    type(row)._base_manager.filter(pk=row.pk).delete()
    return [step]


def _kept_value(row: Model, attname: str) -> Any:
    """The value as it goes into the record, and comes out again by `to_python`."""
    field = row._meta.get_field(attname.removesuffix("_id") if attname.endswith("_id") else attname)
    return None if getattr(row, attname) is None else field.value_to_string(row)  # type: ignore[union-attr]


# --- Back again -----------------------------------------------------------------------------------
def _back_move(model: type[Model], step: Step) -> None:
    rows = model._base_manager.filter(pk__in=step["rows"], **{step["field"]: step["to"]})
    rows.update(**{step["field"]: step["from"]})


def _back_remove(model: type[Model], step: Step) -> None:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    values = {name: _value(fields[name], value) for name, value in step["values"].items() if name in fields}
    row = model(**values)
    parents = [field for field in fields.values() if isinstance(field, ForeignKey) and values.get(field.attname)]
    if all(_exists(field, values[field.attname]) for field in parents):
        row.save_base(raw=True, force_insert=True)


def _back_change(model: type[Model], step: Step) -> None:
    row = model._base_manager.filter(pk=step["row"]).first()
    if row is None:
        return
    fields = {field.attname: field for field in model._meta.concrete_fields}
    old = {
        name: _value(fields[name], value)
        for name, value in step["before"].items()
        if _kept_value(row, name) == step["after"][name]
    }
    if old:
        model._base_manager.filter(pk=row.pk).update(**old, **_next_version(model))


def _exists(field: Link, value: Any) -> bool:
    return field.related_model._base_manager.filter(**{field.target_field.name: value}).exists()


def _value(field: Column, value: Any) -> Any:
    return None if value is None else field.to_python(value)


_BACK = {"move": _back_move, "remove": _back_remove, "change": _back_change}
