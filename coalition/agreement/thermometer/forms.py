"""What somebody asks to see of the thermometer."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from coalition.agreement.document.models import AgreementParty, Chapter
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.ids import uuid_or_none


class ThermometerFilter(PortalForm):
    """A chapter, one party, only where it rubs; nonsense in the address asks for everything."""

    hoofdstuk = forms.ChoiceField(label="Hoofdstuk", required=False)
    partij = forms.ChoiceField(label="Partij", required=False)
    schuurt = forms.BooleanField(label="Alleen waar het schuurt", required=False)

    def __init__(
        self, data: Mapping[str, Any], *, chapters: Sequence[Chapter], parties: Sequence[AgreementParty]
    ) -> None:
        super().__init__(data)
        for name, every, rows in (
            ("hoofdstuk", "Alle hoofdstukken", [(str(row.pk), f"{row.label}. {row.title}") for row in chapters]),
            ("partij", "Alle partijen", [(str(row.organisation_id), row.organisation.name) for row in parties]),
        ):
            field: Any = self.fields[name]
            field.choices = [("", every), *rows]
        self.is_valid()

    def _chosen(self, name: str) -> UUID | None:
        return uuid_or_none(self.cleaned_data.get(name))

    @property
    def chapter(self) -> UUID | None:
        return self._chosen("hoofdstuk")

    @property
    def party(self) -> UUID | None:
        return self._chosen("partij")

    @property
    def only_rubs(self) -> bool:
        return bool(self.cleaned_data.get("schuurt"))

    @property
    def is_narrow(self) -> bool:
        """Whether less than all articles are asked for."""
        return bool(self.chapter or self.only_rubs)
