"""What is filled in to freeze the perspective."""

from typing import Any

from deliverables.agenda.versions.forms import FreezeForm
from novex_portal.toolkit.forms.printed import PrintedForm


class FreezePerspectiveForm(PrintedForm, FreezeForm):
    """Why this version is made, and for which checkpoint."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = "Bijvoorbeeld: zo gaat het ontwikkelperspectief naar het duo."
