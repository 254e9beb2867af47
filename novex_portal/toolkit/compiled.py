"""A query of the ORM that is turned into SQL once, and then asked again and again with other values.

Django builds the SQL of a query anew every time. For a large read, such as those of a dashboard,
that takes ten times as long as PostgreSQL needs for the answer. The query itself stays ordinary
ORM code, in one function of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler


@dataclass(frozen=True)
class _Ready:
    """SQL with its values, and where among them stands what changes from call to call."""

    sql: str
    params: tuple[Any, ...]
    places: dict[int, str]
    compiler: SQLCompiler
    converters: dict[Any, Any]


class Compiled:
    """A `values_list` query with named holes for ids and days.

    `build` gets a stand-in for every hole and returns the queryset; it is called once. A hole may
    be compared with columns, but must not decide in Python what the query looks like. What `build`
    reads elsewhere, above all the clock, stays as it was the first time: pass it through a hole.
    """

    def __init__(self, build: Callable[..., QuerySet[Any]], **holes: type) -> None:
        self._build = build
        self._holes = holes
        self._ready: _Ready | None = None

    def __call__(self, **values: UUID | date) -> list[tuple[Any, ...]]:
        """Return the rows for these values. One query.

        Raises TypeError when a value is missing, unknown or of another type than its hole.
        """
        wrong = [name for name, kind in self._holes.items() if not isinstance(values.get(name), kind)]
        if wrong or values.keys() != self._holes.keys():
            raise TypeError(f"Deze vraag wil {self._holes}, niet {values}.")
        ready = self._ready = self._ready or self._compile()
        params = tuple(
            values[ready.places[place]] if place in ready.places else param for place, param in enumerate(ready.params)
        )
        with connection.cursor() as cursor:
            cursor.execute(ready.sql, params)
            rows = cursor.fetchall()
        if ready.converters:
            rows = [tuple(row) for row in ready.compiler.apply_converters(rows, ready.converters)]
        return rows

    def _compile(self) -> _Ready:
        stand_ins = {name: _stand_in(kind, place) for place, (name, kind) in enumerate(self._holes.items())}
        query = self._build(**stand_ins).query
        compiler: SQLCompiler = query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        names: dict[object, str] = {value: name for name, value in stand_ins.items()}
        places = {
            place: names[param]
            for place, param in enumerate(params)
            if isinstance(param, UUID | date) and param in names
        }
        if missing := self._holes.keys() - places.values():
            raise TypeError(f"Deze waarden komen in de vraag niet voor: {missing}.")
        columns = [column[0] for column in compiler.select[: compiler.col_count]]
        return _Ready(sql, tuple(params), places, compiler, compiler.get_converters(columns))


def _stand_in(kind: type, place: int) -> UUID | date:
    if kind is UUID:
        return uuid4()
    if kind is date:
        return date(1000, 1, 1) + timedelta(days=place)
    raise TypeError(f"Een gat kan een UUID of een datum zijn, geen {kind}.")
