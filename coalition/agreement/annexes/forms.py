"""Forms for a figure or document of an annex."""

from typing import Any

from coalition.agreement.annexes.models import Exhibit
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.captions import CaptionForm
from novex_portal.toolkit.forms.uploads import FileToKeep


class ExhibitForm(CaptionForm, OnceForm):
    """A new figure or document."""

    file = FileToKeep(label="Bestand")

    field_order = ("file", "caption", "alt", "token")


class ExhibitWordsForm(CaptionForm, VersionedForm):
    """Other words beside one that is there."""

    def __init__(self, *args: Any, exhibit: Exhibit, **kwargs: Any) -> None:
        kwargs["initial"] = {"caption": exhibit.caption, "alt": exhibit.alt, "version": exhibit.version}
        super().__init__(*args, **kwargs)
