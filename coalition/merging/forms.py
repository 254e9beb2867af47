"""Which two are the same, and which of them stays."""

from django import forms

from novex_portal.toolkit.forms.base import OnceForm, PortalForm


class MergeSearch(PortalForm):
    """Looking for the other one."""

    zoek = forms.CharField(label="Zoek op (een deel van) de naam", required=False, max_length=100)

    def words(self) -> str:
        """Return what to look for; what is no use finds nothing special."""
        self.is_valid()
        return str(self.cleaned_data.get("zoek", ""))


class MergeForm(OnceForm):
    """The two that are the same."""

    kept = forms.UUIDField(widget=forms.HiddenInput)
    gone = forms.UUIDField(widget=forms.HiddenInput)
