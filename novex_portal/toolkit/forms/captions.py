"""The words that go with a figure, wherever it stands."""

from django import forms

from novex_portal.toolkit.forms.base import PortalForm


class CaptionForm(PortalForm):
    """A caption, and what there is to see for who does not see it."""

    caption = forms.CharField(
        label="Bijschrift",
        max_length=200,
        help_text="Bijvoorbeeld: Kaart van de zoekgebieden voor windenergie.",
        error_messages={
            "required": "Geef een bijschrift, bijvoorbeeld: Kaart van de zoekgebieden voor windenergie.",
            "max_length": "Maak het bijschrift korter: hoogstens 200 tekens.",
        },
    )
    alt = forms.CharField(
        label="Wat is er te zien?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Voor wie het beeld niet ziet: zeg in een paar zinnen wat erop staat en wat eruit blijkt.",
        error_messages={
            "required": "Zeg wat erop te zien is, bijvoorbeeld: Zoekgebieden op de plateaus, geen in het dal.",
            "max_length": "Maak dit korter: hoogstens 1.000 tekens.",
        },
    )
