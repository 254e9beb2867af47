"""What there is to tell of a law text before it is saved: shown below the field, and saved once it was seen."""

import hashlib
from typing import Any

from django.http import QueryDict

from coalition.agreement.articles.rules.text import Readable
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.law_text.writing import renumber
from novex_portal.toolkit.pdf.paper import told_of_signs
from novex_portal.toolkit.text.markup import clean


def told_of(readable: Readable, typed: str, article: str = "") -> list[str]:
    """Return what a writer should know of a text: what is not understood, signs that do not print, lost references.

    With the key of an `article`: also what becomes of references in others to what stands in it.
    """
    led = [one.sentence for one in readable.following(article, typed)] if article else []
    return [*readable.told(typed), *told_of_signs(typed), *led]


def was_told(data: QueryDict, form: PortalForm, told: list[str], field: str = "text") -> bool:
    """Tell whether who saves saw what there is to tell; if not, the form says so and nothing is saved yet."""
    if told and data.get("told_seen") != mark_of(told):
        form.add_error(field, "Er valt iets op. Kijk na wat onder de tekst staat, en bewaar opnieuw als het klopt.")
        return False
    return True


def told_context(told: list[str], field: str = "text") -> dict[str, Any]:
    """Return what `_told.html` shows below the field."""
    return {"told": told, "told_mark": mark_of(told), "told_field": f"id_{field}"}


def tried(
    data: QueryDict, form: PortalForm, readable: Readable, base: str = "", field: str = "text"
) -> dict[str, Any]:
    """Return what was asked of a text that is being written, nothing is saved: how it reads, or its numbers counting on."""
    typed = clean(data.get(field, ""))
    match data.get("do"):
        case "renumber":
            found = renumber(typed)
            form.initial[field] = found.text if found else typed
            return {"renumbered": found}
        case "preview":
            return {"preview": readable.tried(typed, base)}
    return {}


def mark_of(told: list[str]) -> str:
    """Return a mark of what was told, that comes back with the form of who saw it."""
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
