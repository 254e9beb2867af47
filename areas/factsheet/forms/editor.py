"""One heading of the factsheet being edited: its text and its rows, in one form."""

from datetime import date
from typing import Any

from django.http import QueryDict

from areas.area.models import Area
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.forms.factsheet import HeadingForm
from areas.factsheet.forms.rows import ROW_FORMS, RowForms, rows_of, rows_on_top, rows_typed
from areas.factsheet.queries.choices import FactsheetChoices, factsheet_choices
from areas.factsheet.queries.factsheet import heading_text
from areas.factsheet.queries.rows import factsheet_rows
from areas.factsheet.queries.tables import rows_under
from areas.factsheet.rules.text import HeadingText


class HeadingEditor:
    """The form of one heading: fresh, as typed, judged, or on top of what a colleague saved."""

    def __init__(self, area: Area, heading: FactsheetHeading, today: date) -> None:
        self.area, self.heading = area, heading
        self.choices: FactsheetChoices = factsheet_choices(area, heading, today)
        self.stored = rows_under(area, heading)
        rows = factsheet_rows([area])[area.pk]
        self.text: HeadingText = heading_text(area, rows, heading)
        self.version = rows.sections[heading].version if heading in rows.sections else 0
        self.theirs: dict[str, str] | None = None
        self.form = HeadingForm(heading=heading, initial=self._start())
        self.rows: RowForms = rows_of(heading, self.choices, self.stored)

    @property
    def noun(self) -> str:
        """What one more row is called; empty when the heading has no rows."""
        form = ROW_FORMS.get(self.heading)
        return form.noun.lower() if form else ""

    @property
    def bound(self) -> list[Any]:
        """All forms, for the summary of errors."""
        return [self.form, *(row for row in self.rows.forms if row.counts)]

    def add_rows(self, data: QueryDict) -> None:
        """Show what was typed with some more empty rows; nothing is judged."""
        self.form = HeadingForm(heading=self.heading, initial=self._typed(data))
        self.rows = rows_typed(self.heading, self.choices, data, judged=False)

    def judge(self, data: QueryDict) -> bool:
        """Take in what was typed and tell whether it can be saved."""
        self.form = HeadingForm(data, heading=self.heading)
        self.rows = rows_typed(self.heading, self.choices, data, judged=True)
        return self.form.is_valid() & self.rows.is_valid()

    def values(self) -> dict[str, Any]:
        """Return what `save_heading` takes; only after `judge`.

        A row goes when somebody ticked so, never because a browser left it out.
        """
        values = dict(self.form.cleaned_data)
        version = values["version"]
        mentioned = {str(row["id"].value() or "") for row in self.rows.forms}
        seen = self.stored if version == self.version else []
        left_out = [row for row in seen if str(row.id) not in mentioned]
        return values | {"version": version, "rows": [*self.rows.rows(), *left_out]}

    def put_on_top(self, data: QueryDict) -> None:
        """Show what was typed beside what is stored now, to be saved knowingly on top of it."""
        said = [f"- {line.text} ({line.status})" if line.status else f"- {line.text}" for line in self.text.lines]
        percentage = [f"{self.text.percentage} %"] if self.text.percentage is not None else []
        self.theirs = {"title": self.text.label, "text": "\n".join([*percentage, self.text.text, *said])}
        self.form = HeadingForm(heading=self.heading, initial=self._typed(data) | {"version": self.version})
        self.rows = rows_on_top(self.heading, self.choices, data, self.stored)

    def _start(self) -> dict[str, Any]:
        text = self.text
        return {"text": text.text, "source": text.source, "percentage": text.percentage, "version": self.version}

    def _typed(self, data: QueryDict) -> dict[str, Any]:
        return {name: data.get(name, "") for name in ("text", "source", "percentage", "version")}
