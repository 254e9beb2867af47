"""What stands in the way of other dates, in sentences: last days, what may not move, and who must be asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.moving.queries.preview import Preview
from deliverables.agenda.moving.queries.told import by_area, in_words
from deliverables.agenda.moving.rules import free_day_words
from deliverables.agenda.plan.enums import DeadlineKind
from deliverables.agenda.plan.rules.checking import Verdict, verdict
from deliverables.agenda.plan.rules.pushing import Conflict, Crossed
from deliverables.agenda.plan.rules.words import relation_words
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class Break:
    """One thing that breaks, or only has to be known (a note)."""

    title: str
    text: str = ""
    more: str = ""
    is_note: bool = False


def breaks_of(preview: Preview) -> list[Break]:
    """Return all that stands in the way, what breaks first. No query."""
    domino = preview.reckoned.domino
    found = list(_own(preview))
    found += [_crossed(preview, row) for row in domino.crossed]
    found += [_conflict(preview, row) for row in domino.conflicts]
    found += _requests(preview)
    return [*found, *_notes(preview)]


def _own(preview: Preview) -> Iterator[Break]:
    """The measure somebody changes is never pushed: say what it does not keep to itself."""
    reckoned = preview.reckoned
    after, code = reckoned.domino.after, reckoned.measure.code
    if reckoned.measure.is_pinned:
        yield Break(f"De datums van {code} liggen vast.", reckoned.measure.pin_reason)
    for relation in after.into.get(code, ()):
        before, own = after.measures[relation.before], after.measures[code]
        if verdict(relation, before, own) is Verdict.CLASHES:
            words = relation_words(relation.kind, relation.lag, relation.unit, relation.before)
            day = dutch.short_date(relation.required(before))
            what = "klaar zijn" if relation.binds_end else "beginnen"
            yield Break(f"{code} past niet meer {words}.", f"Hij kan niet {what} voor {day}.")


def _crossed(preview: Preview, row: Crossed) -> Break:
    code, deadline = row.deadline.measure, row.deadline
    readable = preview.row(code).area_id in preview.readable
    new = dutch.short_date(preview.reckoned.domino.after.measures[code].last)
    if deadline.kind == DeadlineKind.MONEY:
        what = deadline.words if readable else "Geld"
        late = counted(row.late, "dag", "dagen")
        text = f"Besteden tot en met {dutch.short_date(deadline.day)}, maar {code} is klaar op {new}."
        return Break(f"{what} vervalt mogelijk: {late} te laat.", text)
    what = "IJkmoment op" if deadline.kind == DeadlineKind.CHECKPOINT else "Uiterste datum"
    was = f" Nu al {counted(row.was_late, 'dag', 'dagen')} te laat." if row.was_late else ""
    lead = f" Trekker: {preview.lead_of(code)}." if preview.lead_of(code) else ""
    return Break(
        f"{code} is {counted(row.late, 'dag', 'dagen')} te laat.",
        f"{what} {dutch.short_date(deadline.day)}, wordt {new}.{was}",
        f"{deadline.words}.{lead}" if readable else "",
    )


def _conflict(preview: Preview, row: Conflict) -> Break:
    code = row.measure.key
    words = {MeasureStatus.DONE: "is al klaar", MeasureStatus.STOPPED: "ligt stil", MeasureStatus.RUNNING: "loopt al"}
    stays = words.get(MeasureStatus(row.measure.status), f"ligt vast op {dutch.short_date(row.measure.last)}")
    measure = preview.row(code)
    why = measure.pin_reason if row.measure.pinned and measure.area_id in preview.readable else ""
    return Break(
        f"{code} {stays}, kan niet voor {dutch.short_date(row.not_before)}.", "Deze maatregel blijft staan.", why
    )


def _requests(preview: Preview) -> Iterator[Break]:
    domino = preview.reckoned.domino
    for area, measures in by_area(preview.reckoned.rows_of(domino.requests)).items():
        codes = [measure.code for measure in measures]
        one = len(codes) == 1
        text = f"{in_words(codes)} {'hoort' if one else 'horen'} bij een ander gebied. Zij zeggen ja of nee."
        behind = [move.new.key for move in domino.reserved]
        held = (
            f" {in_words(behind)} {'schuift' if len(behind) == 1 else 'schuiven'} pas als zij ja zeggen."
            if behind
            else ""
        )
        yield Break(
            f"{area.name} krijgt een verzoek.", text, f"Tot dan blijft de botsing zichtbaar.{held}", is_note=True
        )


def _notes(preview: Preview) -> Iterator[Break]:
    domino = preview.reckoned.domino
    for move in (*domino.edited, *domino.moves):
        for words in free_day_words(move.new):
            yield Break(f"{move.new.key} {words}.", "Dat mag, maar misschien wilt u een werkdag.", is_note=True)
    for row in domino.earlier:
        yield Break(f"{row.measure.key} kan eerder beginnen, vanaf {dutch.short_date(row.start)}.",
                    "Niets schuift vanzelf naar voren.", is_note=True)  # fmt: skip
