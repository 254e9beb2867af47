"""The mandate register of an area: who may commit whom to what, until when, on what basis."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from areas.area.models import Area
from areas.mandates.enums import MandateLevel
from areas.mandates.models import Mandate
from areas.mandates.rules import SOON, STATE_WORDS, MandateState, state_on
from areas.people.queries import umbrellas_above
from novex_portal.toolkit.text import dutch

PER_PAGE = 100

HEADINGS = (
    "Wie",
    "Organisatie van wie",
    "Namens",
    "Mag",
    "Waarover",
    "Op grond van",
    "Vanaf",
    "Tot en met",
    "Stand",
    "Let op",
)

UMBRELLA_NOTE = "Spreekt namens een lid van de eigen koepel. De handtekening van de koepel bindt dat lid niet."


@dataclass(frozen=True)
class MandateRow:
    """One mandate in the words of the register."""

    pk: UUID
    person: UUID
    role: str
    home: str
    organisation: UUID
    organisation_name: str
    level: str
    level_words: str
    subject: str
    basis: str
    valid_from: str
    valid_until: str
    state: tuple[str, str]
    # Whether the person belongs to another organisation, and if so whether to an umbrella of it.
    for_another: bool
    through_umbrella: bool


@dataclass(frozen=True)
class MandateSums:
    """How many mandates hold on a day, how far they go, and how many end soon."""

    hold: int
    bind: int
    reserve: int
    ending: int
    total: int

    @property
    def sentence(self) -> str:
        """The register in one or two sentences."""
        if not self.total:
            return "Er staat nog geen mandaat in het register."
        if not self.hold:
            return "Op dit moment geldt er geen mandaat."
        first = f"Er {_counted(self.hold, 'geldt 1 mandaat', 'gelden {} mandaten')}: "
        first += f"{_counted(self.bind, '1 keer', '{} keer')} binden, "
        first += f"{_counted(self.reserve, '1 keer', '{} keer')} toezeggen onder voorbehoud."
        if not self.ending:
            return first
        return f"{first} {_counted(self.ending, '1 mandaat loopt', '{} mandaten lopen')} binnen {SOON} dagen af."


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(dutch.number(number))


def in_state(state: str, day: date) -> Q:
    """Return the condition for a state on a day; what holds includes what ends soon."""
    begun, lasts = Q(valid_from__lte=day), Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    return (
        {
            MandateState.HOLDS: begun & lasts,
            MandateState.ENDING: begun & lasts & Q(valid_until__lte=day + timedelta(days=SOON)),
            MandateState.ENDED: Q(valid_until__lt=day),
            MandateState.COMING: Q(valid_from__gt=day) & lasts,
        }.get(MandateState(state), Q())
        if state
        else Q()
    )


def mandate_sums(area: Area, day: date) -> MandateSums:
    """Count the mandates of an area. One query."""
    holds = in_state(MandateState.HOLDS, day)
    return MandateSums(
        **Mandate.objects.filter(area=area).aggregate(
            hold=Count("pk", filter=holds),
            bind=Count("pk", filter=holds & Q(level=MandateLevel.BIND)),
            reserve=Count("pk", filter=holds & Q(level=MandateLevel.RESERVE)),
            ending=Count("pk", filter=in_state(MandateState.ENDING, day)),
            total=Count("pk"),
        )
    )


def mandate_page(area: Area, day: date, *, level: str, state: str, number: str) -> Page[Any]:
    """Return one page of the register by organisation, the newest mandate first. Three queries."""
    page: Page[Any] = Paginator(_mandates(area, day, level, state), PER_PAGE).get_page(number)
    page.object_list = _rows(list(page.object_list), day)
    return page


def mandate_table(area: Area, day: date, *, level: str, state: str) -> Iterator[list[str]]:
    """Yield the register as rows of text, for a file; the columns are HEADINGS."""
    for row in _rows(list(_mandates(area, day, level, state)), day):
        note = UMBRELLA_NOTE if row.through_umbrella else ""
        yield [
            *(row.role, row.home, row.organisation_name, row.level_words, row.subject, row.basis),
            *(row.valid_from, row.valid_until, row.state[1], note),
        ]


def _mandates(area: Area, day: date, level: str, state: str) -> QuerySet[Mandate]:
    mandates = Mandate.objects.filter(in_state(state, day), area=area)
    mandates = mandates.filter(level=level) if level else mandates
    return mandates.select_related("organisation", "person__organisation").order_by(
        Lower("organisation__name"), "-valid_from", "pk"
    )


def _rows(mandates: list[Mandate], day: date) -> list[MandateRow]:
    others = {found.organisation_id for found in mandates if found.organisation_id != found.person.organisation_id}
    above = umbrellas_above(others)
    return [_row(mandate, day, above) for mandate in mandates]


def _row(mandate: Mandate, day: date, above: set[tuple[UUID, UUID]]) -> MandateRow:
    person = mandate.person
    return MandateRow(
        pk=mandate.pk,
        person=person.pk,
        role=person.role,
        home=person.organisation.name,
        organisation=mandate.organisation_id,
        organisation_name=mandate.organisation.name,
        level=mandate.level,
        level_words=str(mandate.get_level_display()),
        subject=mandate.subject,
        basis=mandate.basis,
        valid_from=dutch.short_date(mandate.valid_from),
        valid_until=dutch.short_date(mandate.valid_until) if mandate.valid_until else "",
        state=STATE_WORDS[state_on(day, mandate.valid_from, mandate.valid_until)],
        for_another=mandate.organisation_id != person.organisation_id,
        through_umbrella=(mandate.organisation_id, person.organisation_id) in above,
    )


def mandates_holding(area: Area, organisation: UUID, day: date) -> list[Mandate]:
    """Return the mandates under which an organisation can speak in an area on a day, those that go furthest first. One query."""
    rows = Mandate.objects.filter(in_state(MandateState.HOLDS, day), area=area, organisation=organisation)
    levels = list(MandateLevel.values)
    return sorted(rows.select_related("person__organisation"), key=lambda row: -levels.index(row.level))
