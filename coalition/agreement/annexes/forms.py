"""Forms for a figure or document of an annex."""

from typing import Any

from django import forms

from coalition.agreement.annexes.models import Exhibit
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.uploads import FileToKeep


class WordsForm(PortalForm):
    """The words beside it."""

    caption = forms.CharField(
        label="Bijschrift", max_length=200, help_text="Bijvoorbeeld: Kaart van de zoekgebieden voor windenergie."
    )
    alt = forms.CharField(
        label="Wat is er te zien?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Voor wie het plaatje niet ziet: zeg in een paar zinnen wat erop staat en wat eruit blijkt. Bij een stuk: "
        "waar het over gaat.",
    )


class ExhibitForm(WordsForm, OnceForm):
    """A new figure or document."""

    file = FileToKeep(label="Bestand")

    field_order = ("file", "caption", "alt", "token")


class ExhibitWordsForm(WordsForm, VersionedForm):
    """Other words beside one that is there."""

    def __init__(self, *args: Any, exhibit: Exhibit, **kwargs: Any) -> None:
        kwargs["initial"] = {"caption": exhibit.caption, "alt": exhibit.alt, "version": exhibit.version}
        super().__init__(*args, **kwargs)
