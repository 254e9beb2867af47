"""The form in which anybody lets a PDF of an akkoord be checked."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from coalition.queries.proof import MAX_FILE


class VerifyForm(forms.Form):
    """A PDF to check; it is read and not kept."""

    use_required_attribute = False
    file = forms.FileField(
        label="PDF van een akkoord",
        help_text="Ten hoogste 20 MB. Het bestand wordt gelezen en niet bewaard.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"}),
        error_messages={"required": "Kies de PDF die u wilt controleren.", "empty": "Dit bestand is leeg."},
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAX_FILE:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB.")
        return file
