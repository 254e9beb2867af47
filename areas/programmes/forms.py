"""The form of a national programme."""

from typing import Any

from django import forms

from areas.programmes.enums import ProgrammeStatus
from areas.programmes.models import NationalProgramme
from novex_portal.toolkit.forms.base import VersionedForm


class ProgrammeForm(VersionedForm):
    """A national programme: what it is called, who answers for it, and where that stands."""

    name = forms.CharField(
        label="Naam",
        max_length=150,
        error_messages={"required": "Vul de naam in, bijvoorbeeld: Nationaal Programma Landelijk Gebied."},
    )
    short_name = forms.CharField(label="Afkorting", required=False, max_length=20, help_text="Bijvoorbeeld: NPLG")
    responsible = forms.CharField(
        label="Verantwoordelijk", required=False, max_length=150, help_text="Bijvoorbeeld: ministerie van LVVN"
    )
    status = forms.ChoiceField(
        label="Status",
        choices=ProgrammeStatus.choices,
        widget=forms.RadioSelect,
        initial=ProgrammeStatus.TO_CONFIRM,
        error_messages={"required": "Kies een status."},
    )
    source = forms.CharField(
        label="Bron",
        max_length=200,
        help_text="In welke brief of op welke pagina staat dit programma?",
        error_messages={"required": "Vul de bron in, bijvoorbeeld: Kamerbrief van 17 december 2021."},
    )

    def __init__(self, *args: Any, programme: NationalProgramme | None = None, **kwargs: Any) -> None:
        names = ("name", "short_name", "responsible", "status", "source", "version")
        start = {name: getattr(programme, name) for name in names} if programme else {}
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
