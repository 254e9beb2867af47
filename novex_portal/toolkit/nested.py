"""Rows that hang under a row, read in the same query as that row."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject


def nested(rows: QuerySet[Any], **fields: str) -> ArraySubquery:
    """Return rows as a list of dicts with these fields, in their own order, to annotate the row above them with.

    `rows` lead to that row by OuterRef. Values are what JSON makes of them: an id and a day arrive as words.
    """
    return ArraySubquery(rows.values(nested=JSONObject(**fields)))


def made_of[Row: Model](kind: type[Row], rows: list[dict[str, Any]]) -> list[Row]:
    """Return what `nested` read as rows of a model again, with the fields that were asked and no others. To read, not to save."""
    made = []
    for row in rows:
        fields = [field for field in kind._meta.concrete_fields if field.attname in row]
        values = [field.to_python(row[field.attname]) for field in fields]
        made.append(kind.from_db(DEFAULT_DB_ALIAS, [field.attname for field in fields], values))
    return made
