"""A field for a picture or a PDF: what comes out of it is checked and ready to be kept."""

from typing import Any

from django import forms

from novex_portal.toolkit.files.keeping import MOST_WORDS, Taken, take
from novex_portal.toolkit.files.papers import MAX_PAGES
from novex_portal.toolkit.files.uploads import UploadRefused


class FileToKeep(forms.FileField):
    """Takes a picture, and with `pdf` a PDF too; gives what is kept of it (`Taken`).

    A browser never fills in a file again: when something else in the form is wrong, who sent it chooses it once more.
    """

    widget = forms.FileInput

    def __init__(self, *, pdf: bool = True, **kwargs: Any) -> None:
        self.pdf = pdf
        kinds = "PNG, JPEG of WebP" + (f", of een PDF tot {MAX_PAGES} bladzijden" if pdf else "")
        kwargs.setdefault("help_text", f"{kinds}. Ten hoogste {MOST_WORDS}.")
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = "image/png,image/jpeg,image/webp" + (",application/pdf" if pdf else "")
        self.error_messages |= {
            "required": "Kies een bestand.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "invalid": "Kies een bestand.",
        }

    def clean(self, data: Any, initial: Any = None) -> Taken | None:
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            return take(upload, pdf=self.pdf)
        except UploadRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
