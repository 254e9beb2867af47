"""The form in which is said who sits at the table, and who is represented by whom."""

from collections.abc import Mapping
from typing import Any

from django import forms

from areas.models import Area, Organisation
from deliverables.board_meetings.models import BoardTable
from deliverables.board_meetings.queries.choosing import parties_for
from novex_portal.toolkit.forms.base import VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect

MOST, EMPTY = 60, 3
_GONE = "Deze partij is er niet meer. Kies opnieuw uit de lijst."


class TableForm(VersionedForm):
    """Boxes for who sits there, and pairs of who is represented by whom, with some empty ones."""

    seated = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label="Aan tafel", required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--scroll"}),
        error_messages={"invalid_choice": _GONE, "invalid_pk_value": _GONE},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, area: Area, table: BoardTable | None) -> None:
        seats = list(table.seats.order_by("organisation__name", "represented_by__name")) if table else []
        pairs = [row for row in seats if row.represented_by_id]
        start: dict[str, Any] = {
            "version": table.version if table else 0,
            "seated": [row.organisation_id for row in seats if not row.represented_by_id],
        }
        for place, row in enumerate(pairs):
            start |= {f"who-{place}": row.organisation_id, f"by-{place}": row.represented_by_id}
        super().__init__(data, initial=start)
        kept = {key for row in seats for key in (row.organisation_id, row.represented_by_id) if key}
        parties = parties_for([area], kept)
        self.fields["seated"].queryset = parties  # type: ignore[attr-defined]
        self.known: Mapping[str, Organisation] = {str(row.pk): row for row in parties}
        choices = [("", "Kies een partij"), *((key, row.name) for key, row in self.known.items())]
        self.places = range(min(MOST, max(len(pairs) + EMPTY, _sent(data))))
        for place in self.places:
            for name, label in (("who", "Partij"), ("by", "Vertegenwoordigd door")):
                self.fields[f"{name}-{place}"] = forms.ChoiceField(
                    label=label, required=False, choices=choices, widget=QuickSelect,
                    error_messages={"invalid_choice": _GONE},
                )  # fmt: skip

    @property
    def pairs(self) -> list[tuple[int, Any, Any]]:
        """The pairs as fields of the page, each with its number."""
        return [(place + 1, self[f"who-{place}"], self[f"by-{place}"]) for place in self.places]

    def clean(self) -> dict[str, Any]:
        """Refuse half a pair, somebody who sits there and is represented, and somebody who speaks without sitting there."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        seated = {str(row.pk) for row in given.get("seated", ())}
        for place in self.places:
            who, by = given.get(f"who-{place}", ""), given.get(f"by-{place}", "")
            if who and not by:
                self.add_error(f"by-{place}", f"Kies wie {self.known[who]} vertegenwoordigt.")
            elif by and not who:
                self.add_error(f"who-{place}", f"Kies wie door {self.known[by]} wordt vertegenwoordigd.")
            elif who and who in seated:
                self.add_error(f"who-{place}", f"{self.known[who]} zit zelf aan tafel. Kies een van beide.")
            elif who and by not in seated:
                self.add_error(f"by-{place}", f"Zet {self.known[by]} dan ook aan tafel.")
        return given

    def represented(self) -> list[tuple[Organisation, Organisation]]:
        """Return who is represented by whom; only after is_valid()."""
        given = self.cleaned_data
        pairs = [(given[f"who-{place}"], given[f"by-{place}"]) for place in self.places]
        return [(self.known[who], self.known[by]) for who, by in dict.fromkeys(pairs) if who]


def _sent(data: Any) -> int:
    """Return how many pairs were sent."""
    return sum(str(name).startswith("who-") for name in data) if data else 0
