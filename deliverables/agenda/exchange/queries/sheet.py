"""The agenda of an area as the lines of a file: what is exported, and what an import is compared with."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch

from areas.models import Area, NationalProgramme
from coalition.models import Article
from deliverables.agenda.exchange.rules.columns import COLUMNS, PARTIES, flat, joined
from deliverables.agenda.exchange.rules.waits import Wait
from deliverables.agenda.measures.models import Measure, MeasureParty
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.models import Dependency, MeasureDeadline
from novex_portal.toolkit.text.dutch import short_date


@dataclass
class Sheet:
    """The measures of an area with all that stands in their cells. Eleven queries, however many there are."""

    area: Area
    measures: Sequence[Measure]
    waits: dict[UUID, list[Dependency]] = field(default_factory=dict)
    deadlines: dict[UUID, list[MeasureDeadline]] = field(default_factory=dict)

    def cells(self, measure: Measure) -> dict[str, str]:
        """Return the cells of a measure by column, as people write them."""
        return {column.key: _CELLS[column.key](self, measure) for column in COLUMNS.every}

    def rows(self) -> Iterable[list[str]]:
        """Yield the lines below the header."""
        for measure in self.measures:
            yield list(self.cells(measure).values())


def sheet_for(area: Area, *, lock: bool = False) -> Sheet:
    """Return the agenda of an area; with `lock` nobody else changes its measures until the transaction ends."""
    if lock:
        list(Measure.objects.filter(area=area).order_by("pk").select_for_update(no_key=True).values_list("pk"))
    parties = MeasureParty.objects.select_related("organisation", "executive", "contact")
    measures = Measure.objects.filter(area=area).select_related("area", "chapter")
    found = measures.prefetch_related(
        Prefetch("party_links", parties.order_by("organisation__name"), to_attr="parties"),
        Prefetch("articles", Article.objects.select_related("chapter").order_by("chapter__number", "number")),
        "ambitions",
        "challenges",
        "decisions",
        Prefetch("programmes", NationalProgramme.objects.order_by("name")),
    )
    ordered = list(found.order_by("chapter__position", "chapter__letter", "code"))
    waits = Dependency.objects.filter(after__area=area).exclude(state=DependencyState.REJECTED)
    deadlines = MeasureDeadline.objects.filter(measure__area=area).select_related("checkpoint")
    return Sheet(
        area,
        ordered,
        _by(waits.select_related("before"), lambda row: row.after_id),
        _by(deadlines, lambda row: row.measure_id),
    )


def wait_of(row: Dependency) -> Wait:
    """Return a dependency as one writes it."""
    return Wait(row.before.code, row.kind, row.lag, row.unit)


def deadline_words(row: MeasureDeadline) -> str:
    """Return a last day as one writes it: "31-12-2030: waarom", or the name of the checkpoint before it."""
    when = row.checkpoint.name if row.checkpoint else short_date(row.day) if row.day else ""
    return flat(f"{when}: {row.why}")


def article_words(article: Article) -> str:
    """Return an article as it stands in a cell: its number and title."""
    return flat(f"{article.chapter.number}.{article.label} {article.title}")


def programme_words(programme: NationalProgramme) -> str:
    """Return a programme as it stands in a cell: its short name where it has one."""
    return flat(programme.short_name or programme.name)


def _by[Row](rows: Iterable[Row], key: Callable[[Row], UUID]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _named(part: str) -> Callable[[Sheet, Measure], str]:
    return lambda sheet, row: joined(link.organisation.name for link in parties_of(row) if link.part == part)


def parties_of(measure: Measure) -> list[MeasureParty]:
    """Return who takes part in a measure of a sheet."""
    rows: list[MeasureParty] = measure.parties  # type: ignore[attr-defined]
    return rows


_CELLS: dict[str, Callable[[Sheet, Measure], str]] = {
    "code": lambda sheet, row: row.code,
    "hoofdstuk": lambda sheet, row: row.chapter.title,
    "titel": lambda sheet, row: " ".join(row.title.split()),
    "resultaat": lambda sheet, row: row.result.replace("\r\n", "\n").strip(),
    "soort": lambda sheet, row: row.get_kind_display(),
    "fase": lambda sheet, row: row.get_phase_display(),
    "begin": lambda sheet, row: str(row.starts),
    "eind": lambda sheet, row: str(row.ends),
    "stand": lambda sheet, row: row.get_status_display(),
    "uiterste-datum": lambda sheet, row: joined(sorted(map(deadline_words, sheet.deadlines.get(row.pk, ())))),
    "wacht-op": lambda sheet, row: joined(map(str, sorted(map(wait_of, sheet.waits.get(row.pk, ()))))),
    "artikelen": lambda sheet, row: joined(map(article_words, row.articles.all())),
    "ambities": lambda sheet, row: joined(item.title for item in row.ambitions.all()),
    "opgaven": lambda sheet, row: joined(item.title for item in row.challenges.all()),
    "programmas": lambda sheet, row: joined(map(programme_words, row.programmes.all())),
    **{key: _named(part) for key, part in PARTIES.items()},
}
