"""Saying how a measure goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from areas.models import Organisation, User
from deliverables.agenda.dates.rules.days import EARLIEST
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.reports.enums import Axis, Word
from deliverables.agenda.reports.models import StatusReport
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem, require_past
from novex_portal.toolkit.text.markup import clean

MAX_REASON = 2_000


@dataclass(frozen=True)
class Said:
    """The word on one line, and why; only "naar verwachting" needs no reason."""

    axis: str
    word: str
    reason: str = ""


@action
def report_status(
    *,
    measure: Measure,
    actor: User,
    as_of: date,
    said: Sequence[Said],
    organisation: Organisation | None = None,
    token: UUID | None = None,
) -> list[StatusReport]:
    """Write down how a measure goes on all lines at once; for a party, or without one for the planning group.

    Older reports stay, the newest day counts. A second call with the token gives what the first one wrote.
    Raises Problem for a measure that was dropped, a line without a word, a word without its reason, or a day
    that is still to come.
    """
    held = Measure.objects.select_for_update(no_key=True).get(pk=measure.pk)
    if made := list(StatusReport.objects.filter(submission_token=token) if token else ()):
        if any(row.measure_id != held.pk for row in made):
            raise Problem("Dit formulier is al gebruikt. Open het opnieuw.")
        return made
    if held.status == MeasureStatus.DROPPED:
        raise Problem("Deze maatregel is vervallen. Er is geen stand meer te melden.")
    _check_day(as_of)
    by = {"measure": held, "as_of": as_of, "organisation": organisation, "reported_by": actor}
    token = token or uuid7()
    rows = [StatusReport(**by, **_checked(row), submission_token=token) for row in _complete(said)]
    return StatusReport.objects.bulk_create(rows)


def _check_day(day: date) -> None:
    require_past(day, "De peildatum ligt in de toekomst. Vul in op welke dag het zo stond.")
    if day < EARLIEST:
        raise Problem("Deze peildatum kan niet kloppen. Vul een datum in zoals 31-10-2026.")


def _complete(said: Sequence[Said]) -> list[Said]:
    """Return one word on each line, in their order."""
    by_axis = {row.axis: row for row in said}
    if len(said) != len(by_axis) or set(by_axis) != set(Axis.values):
        raise Problem("Kies bij inhoud, tijd en geld elk een woord.")
    return [by_axis[axis] for axis in Axis]


def _checked(said: Said) -> dict[str, str]:
    reason = clean(said.reason).strip()
    name = Axis(said.axis).label.lower()
    if said.word not in Word.values:
        raise Problem(f"Kies hoe het met {name} gaat.")
    if said.word != Word.AS_EXPECTED and not reason:
        raise Problem(f"Schrijf op waarom het bij {name} niet naar verwachting gaat.")
    if len(reason) > MAX_REASON:
        raise Problem(f"De reden bij {name} is langer dan 2.000 tekens. Maak haar korter.")
    return {"axis": said.axis, "word": said.word, "reason": reason}
