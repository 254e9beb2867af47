"""Forms whose words come on paper: who types what a PDF cannot show hears it before anything is saved."""

from typing import Any

from django import forms
from django.http import QueryDict

from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.pdf.paper import told_of_signs


class PrintedForm(PortalForm):
    """A form with words that go into a PDF. Signs that cannot be shown are told of once; sent again, they are meant.

    What was told comes back hidden in the form; other signs are told of anew. A `clean` of a form like this calls
    the one above it. It is taken out of `cleaned_data`: that holds what was filled in.
    """

    told_seen = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)

    def clean(self) -> dict[str, Any]:
        """Tell of signs that do not print, beside their field."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        seen = given.pop("told_seen", "")
        told = {name: sentences for name in self._words() if (sentences := told_of_signs(given.get(name) or ""))}
        mark = " ".join(sentence for sentences in told.values() for sentence in sentences)
        if told and mark != seen:
            for name, sentences in told.items():
                self.add_error(name, f"{' '.join(sentences)} Of bewaar opnieuw als het zo moet blijven.")
            data = QueryDict(mutable=True)
            data.update(self.data)
            data[self.add_prefix("told_seen")] = mark
            self.data = data
        return given

    def _words(self) -> list[str]:
        """Return the fields in which people write words."""
        return [name for name, field in self.fields.items() if type(field) is forms.CharField and name != "told_seen"]
