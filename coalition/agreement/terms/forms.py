"""The form of a defined term."""

from typing import Any

from django import forms

from coalition.agreement.open_points.actions import MAX_WORDS
from coalition.agreement.terms.models import DefinedTerm
from novex_portal.toolkit.forms.base import VersionedForm

MAX_TERM = 100


def term_name(typed: str) -> str:
    """Return a term as it is kept: without brackets, which stand around its uses. Raises ValidationError."""
    term = " ".join(typed.split())
    if set(term) & set("[]"):
        raise forms.ValidationError("Gebruik in een begrip geen vierkante haken.")
    return term


class TermForm(VersionedForm):
    """A term and what it means."""

    term = forms.CharField(
        label="Begrip", max_length=MAX_TERM, error_messages={"required": "Vul het begrip in, bijvoorbeeld: beekdal."}
    )
    meaning = forms.CharField(
        label="Betekenis", max_length=MAX_WORDS, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op wat het in dit akkoord betekent."},
    )  # fmt: skip

    def __init__(self, *args: Any, term: DefinedTerm | None = None, **kwargs: Any) -> None:
        start = {"term": term.term, "meaning": term.meaning, "version": term.version} if term else {}
        super().__init__(*args, **{**kwargs, "initial": start})

    def clean_term(self) -> str:
        return term_name(self.cleaned_data["term"])
