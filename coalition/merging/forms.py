"""Which two are the same, and which of them stays."""

from typing import Any

from django import forms

from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.ids import uuid7


class MergeSearch(PortalForm):
    """Looking for the other one."""

    zoek = forms.CharField(label="Zoek op (een deel van) de naam", required=False, max_length=100)

    def words(self) -> str:
        """Return what to look for; what is no use finds nothing special."""
        self.is_valid()
        return str(self.cleaned_data.get("zoek", ""))


class MergeForm(PortalForm):
    """Two ids and the number of this form."""

    kept = forms.UUIDField(widget=forms.HiddenInput)
    gone = forms.UUIDField(widget=forms.HiddenInput)
    form_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"form_id": uuid7(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
