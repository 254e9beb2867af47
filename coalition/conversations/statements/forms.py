"""Picking statements beside the fields of a form, also without JavaScript.

Searching is a button of the same form, so what was typed elsewhere on the page stays. What somebody
else linked from a conversation this user may not read, stays linked and is not shown.
"""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from areas.models import Area, Challenge, Organisation, User
from coalition.conversations.statements.enums import Stance
from coalition.conversations.statements.models import Statement
from coalition.conversations.statements.queries import ShownStatement, linkable_statements, show, shown_statements
from novex_portal.toolkit.forms.base import PortalForm

MOST_FOUND = 30
_FIELD = "statements"


class StatementFilterForm(PortalForm):
    """What one may look for; everything may stay empty."""

    text = forms.CharField(label="Woorden", required=False, max_length=100)
    challenge = forms.ModelChoiceField(
        Challenge.objects.none(), label="Opgave", required=False, empty_label="Alle opgaven"
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Organisatie", required=False, empty_label="Alle organisaties"
    )
    stance = forms.ChoiceField(label="Houding", required=False, choices=[("", "Elke houding"), *Stance.choices])

    def __init__(self, data: MultiValueDict[str, str] | None, *, area: Area) -> None:
        super().__init__(data, prefix="zoek")
        self.fields["challenge"].queryset = Challenge.objects.filter(area=area)  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = Organisation.objects.filter(areas=area)  # type: ignore[attr-defined]


class StatementPicker:
    """The chosen statements and those found; `selected` is what the text will rest on."""

    def __init__(
        self, data: QueryDict | None, *, user: User, area: Area, linked: Iterable[UUID] = (), also: Iterable[str] = ()
    ) -> None:
        """`linked`: what the text rests on now. `also`: ids to begin with, from the address of the page."""
        self.filters = StatementFilterForm(data, area=area)
        before = set(linked)
        asked = set(read_ids(data.getlist(_FIELD) if data is not None else also))
        if data is None:
            asked |= before
        shown = shown_statements(user, area, asked | before)
        self.chosen = [row for row in shown.values() if row.may_read and row.id in asked]
        self._hidden = [row.id for row in shown.values() if not row.may_read and row.id in before]
        self.found, self.more = self._find(user, area)

    @property
    def hidden(self) -> int:
        """How many linked statements this user may not read; they stay."""
        return len(self._hidden)

    @property
    def found_words(self) -> str:
        """What a search came up with, to be read aloud."""
        number = f"meer dan {MOST_FOUND}" if self.more else str(len(self.found))
        return f"{number} {'uitspraak' if number == '1' else 'uitspraken'} gevonden"

    def selected(self) -> list[Statement]:
        """Return what the text will rest on: what was chosen, and what stays."""
        return list(Statement.objects.filter(pk__in=[*(row.id for row in self.chosen), *self._hidden]))

    def _find(self, user: User, area: Area) -> tuple[list[ShownStatement], bool]:
        asked = self.filters.cleaned_data if self.filters.is_valid() else {}
        rows = linkable_statements(
            user,
            area,
            text=asked.get("text", ""),
            challenge=getattr(asked.get("challenge"), "pk", None),
            organisation=getattr(asked.get("organisation"), "pk", None),
            stance=asked.get("stance", ""),
        ).exclude(pk__in=[row.id for row in self.chosen])
        found = [show(row, area) for row in rows[: MOST_FOUND + 1]]
        return found[:MOST_FOUND], len(found) > MOST_FOUND


def read_ids(values: Iterable[str]) -> list[UUID]:
    """Return the values that are ids; anything else was not ours and is passed over."""
    ids = []
    for value in values:
        try:
            ids.append(UUID(value))
        except ValueError:
            continue
    return ids
