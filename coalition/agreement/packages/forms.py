"""The form in which a party weighs the contested articles."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms

from coalition.agreement.packages.rules import HIGHEST
from coalition.agreement.positions.queries import ArticleLine
from novex_portal.toolkit.forms.base import PortalForm

_WRONG = "Vul een heel getal van 0 tot en met 10 in, of laat het leeg."


class WeightForm(PortalForm):
    """One number per article; empty is not weighed."""

    def __init__(self, *args: Any, lines: Iterable[ArticleLine], given: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            self.fields[f"w-{line.article.pk}"] = forms.IntegerField(
                label=f"Artikel {line.number}: {line.article.title}",
                required=False,
                min_value=0,
                max_value=HIGHEST,
                initial=given.get(str(line.article.pk)),
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "short"}),
                error_messages={"invalid": _WRONG, "min_value": _WRONG, "max_value": _WRONG},
            )

    def weights(self) -> dict[UUID, int | None]:
        """Return what was filled in, by article."""
        return {line.article.pk: self.cleaned_data[f"w-{line.article.pk}"] for line in self.lines}
