"""What the portal knows of all that a file with measures names: fetched at once, however long the file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from areas.models import Area, NationalProgramme, Organisation
from coalition.models import Article
from deliverables.agenda.exchange.queries.sheet import Sheet, article_words, programme_words, sheet_for
from deliverables.agenda.exchange.rules.columns import flat
from deliverables.agenda.measures.models import AgendaChapter, Measure
from deliverables.agenda.plan.queries.plans import AreaPlan, plan_of
from deliverables.checkpoints.access import checkpoints_in
from deliverables.checkpoints.models import Checkpoint

Named = dict[str, Any]
"""Rows by what they are called in a cell, in small letters; None where two are called so."""


@dataclass
class Ground:
    """The agenda as it is, and what its cells may name."""

    area: Area
    sheet: Sheet
    plan: AreaPlan
    elsewhere: dict[str, Measure]  # measures of other areas that the file names

    @cached_property
    def measures(self) -> dict[str, Measure]:
        return {measure.code: measure for measure in self.sheet.measures}

    def measure(self, code: str) -> Measure | None:
        """Return the measure with a code, of this area or of another one that the file names."""
        return self.measures.get(code) or self.elsewhere.get(code)

    @cached_property
    def chapters(self) -> Named:
        rows = list(AgendaChapter.objects.filter(area=self.area))
        return {row.letter.lower(): row for row in rows} | _named(rows, lambda row: [row.title])

    @cached_property
    def organisations(self) -> Named:
        rows = Organisation.objects.filter(areas=self.area, merged_into=None)
        return _named(rows, lambda row: [row.name])

    @cached_property
    def articles(self) -> Named:
        rows = Article.objects.filter(chapter__agreement__area=self.area).select_related("chapter")
        return _named(rows, lambda row: [article_words(row), row.title])

    @cached_property
    def ambitions(self) -> Named:
        return _named(self.area.ambitions.all(), lambda row: [row.title])

    @cached_property
    def challenges(self) -> Named:
        return _named(self.area.challenges.all(), lambda row: [row.title])

    @cached_property
    def programmes(self) -> Named:
        return _named(NationalProgramme.objects.all(), lambda row: [programme_words(row), row.name])

    @cached_property
    def checkpoints(self) -> dict[str, Checkpoint | None]:
        return _named(checkpoints_in([self.area]), lambda row: [row.name])


def load_ground(area: Area, codes: Iterable[str], *, lock: bool = False) -> Ground:
    """Return what the portal knows; `codes` are those that the cells of the file wait for."""
    sheet = sheet_for(area, lock=lock)
    own = {measure.code for measure in sheet.measures}
    others = Measure.objects.filter(code__in=set(codes) - own).select_related("area")
    return Ground(area, sheet, plan_of(area), {measure.code: measure for measure in others})


def _named(rows: Iterable[Any], names: Callable[[Any], Iterable[str]]) -> Named:
    found: Named = {}
    for row in rows:
        for name in {flat(name).lower() for name in names(row)}:
            found[name] = None if name in found and found[name] != row else row
    return found
