"""The form with which a measure is brought to another state."""

from collections.abc import Sequence
from typing import Any

from django import forms

from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from novex_portal.toolkit.forms.base import VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect
from novex_portal.toolkit.states import followers

_HELP: dict[str, str] = {
    MeasureStatus.PLANNED: "Hij staat op de agenda en begint op de afgesproken datum.",
    MeasureStatus.RUNNING: "Er wordt aan gewerkt.",
    MeasureStatus.STOPPED: "Het werk ligt stil. Het kan weer verdergaan.",
    MeasureStatus.DONE: "Het resultaat is er.",
    MeasureStatus.DROPPED: "Hij gaat niet door. Hij blijft leesbaar, met de reden. Dit is niet terug te draaien.",
}


_ANSWERS: dict[str, str] = {MeasureStatus.PLANNED: "Overnemen", MeasureStatus.DROPPED: "Niet overnemen"}


class StatusForm(VersionedForm):
    """To which state a measure goes, and why; dropping one that others wait for is done knowingly."""

    status = forms.ChoiceField(
        label="Wat wordt de stand?",
        widget=DescribedRadioSelect(descriptions=_HELP),
        error_messages={
            "required": "Kies een stand.",
            "invalid_choice": "Deze stap kan niet vanaf de stand van nu. Kies een andere.",
        },
    )
    reason = forms.CharField(
        label="Waarom vervalt hij?",
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen nodig als hij vervalt.",
    )
    knows = forms.BooleanField(
        label="Laat vervallen, ook al wachten deze maatregelen erop",
        required=False,
        help_text="Alleen nodig als de maatregel vervalt.",
    )

    def __init__(self, *args: Any, measure: Measure, waiting: Sequence[str], **kwargs: Any) -> None:
        kwargs["initial"] = {"version": measure.version}
        super().__init__(*args, **kwargs)
        after = followers(MeasureStatus, measure.status)
        words = _ANSWERS if measure.status == MeasureStatus.PROPOSED else {}
        choices = [(state.value, words.get(state, state.label)) for state in MeasureStatus if state in after]
        self.fields["status"].choices = choices  # type: ignore[attr-defined]
        if words:
            self.fields["status"].label = "Neemt u dit voorstel over?"
            self.fields["reason"].label = "Waarom niet?"
        self.waiting = waiting
        if not waiting:
            del self.fields["knows"]

    def clean(self) -> dict[str, Any]:
        """Ask for a reason to drop a measure, and whether one knows what waits for it."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("status") == MeasureStatus.DROPPED:
            if not given.get("reason", "").strip() and "reason" not in self.errors:
                self.add_error(
                    "reason", "Schrijf op waarom deze maatregel vervalt. Wie hem terugleest, wil dat weten."
                )
            if self.waiting and not given.get("knows"):
                names = ", ".join(self.waiting)
                words = "wacht op deze maatregel" if len(self.waiting) == 1 else "wachten op deze maatregel"
                self.add_error("knows", f"{names} {words}. Vink aan dat u hem toch laat vervallen.")
        return given
