"""Writing down what a party says of something, once: the same words twice are one, an old form is told."""

from collections.abc import Mapping

from django.db.models import F, Model

from novex_portal.toolkit.problems import Conflict


def declare[Row: Model](
    *, model: type[Row], of: Mapping[str, object], version: int, values: Mapping[str, object]
) -> Row:
    """Write `values` in the one row that is `of` this; `version` is the one that was read, 0 when there was none.

    Raises Conflict when somebody wrote it since, and IntegrityError when two make the first at once.
    """
    there = model._default_manager.filter(**of)
    row = there.first()
    if row and all(getattr(row, name) == value for name, value in values.items()):
        return row  # pressed twice
    if not version:
        return model._default_manager.create(**of, **values)
    if not there.filter(version=version).update(version=F("version") + 1, **values):
        raise Conflict("Iemand anders heeft dit intussen gewijzigd.")
    return there.get()
