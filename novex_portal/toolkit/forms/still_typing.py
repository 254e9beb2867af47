"""A form that somebody is still filling in: nothing is judged, nothing is lost."""

from typing import Any

from django import forms
from django.http import QueryDict


def as_typed(form_class: type[forms.Form], data: QueryDict) -> dict[str, Any]:
    """Return what was typed as the start of a fresh form, so that no error shows before somebody saves."""
    fields: dict[str, forms.Field] = form_class.base_fields
    typed = {name: field.widget.value_from_datadict(data, {}, name) for name, field in fields.items()}
    return {name: value for name, value in typed.items() if value is not None}
