"""Reading the wisselwerking of an area, province by province."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Model, Q, QuerySet
from django.db.models.functions import Lower

from areas.models import Area, Organisation, Province
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.exchange.enums import Degree, MomentState
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement, ProvincialProposal
from deliverables.perspective.exchange.rules import Way, days_words, finding, involved_words

MOMENT_KINDS = {MomentState.AGREED: "busy", MomentState.HELD: "good", MomentState.DROPPED: "idle"}
DEGREE_KINDS = {Degree.DIRECT: "good", Degree.INDIRECT: "half", Degree.NOT: "idle"}


@dataclass(frozen=True)
class ExchangeRow:
    """A subject with how it stands."""

    exchange: Exchange
    way: Way


@dataclass(frozen=True)
class MomentRow:
    """An agreed moment with how it stands."""

    moment: ExchangeMoment
    kind: str
    when: str  # how far it is away, when it was agreed; empty for one that was, or fell away
    is_late: bool


@dataclass(frozen=True)
class InvolvedRow:
    """Who is involved in what, with the sign of how."""

    involvement: Involvement
    kind: str


@dataclass(frozen=True)
class WithProvince:
    """All that goes between the area and one province."""

    province: Province
    proposal: ProvincialProposal | None
    rows: list[ExchangeRow] = field(default_factory=list)
    moments: list[MomentRow] = field(default_factory=list)
    people: list[InvolvedRow] = field(default_factory=list)  # the area itself first
    today: date = date.min

    @property
    def finding(self) -> str:
        return finding(self.province.name, [row.way for row in self.rows])

    @property
    def next_moment(self) -> ExchangeMoment | None:
        """The first agreed moment that is still to come."""
        coming = (row.moment for row in self.moments if row.moment.state == MomentState.AGREED)
        return next((moment for moment in coming if moment.date >= self.today), None)

    @property
    def involved(self) -> str:
        """In what the area is involved and in what not, in a few sentences."""
        own = (row.involvement for row in self.people if row.involvement.organisation is None)
        return involved_words((row.subject, row.degree) for row in own)


def exchange_of(area: Area, today: date) -> list[WithProvince]:
    """Return the wisselwerking with every province of an area, also one nothing is written down of. Five queries."""
    proposals = {row.province_id: row for row in ProvincialProposal.objects.filter(area=area)}
    rows = _by_province(Exchange.objects.filter(area=area).select_related("choice").order_by("created_at", "pk"))
    moments = _by_province(ExchangeMoment.objects.filter(area=area).order_by("date", "pk"))
    people = _by_province(
        Involvement.objects.filter(area=area)
        .select_related("organisation")
        .order_by(F("organisation__name").asc(nulls_first=True), "subject")
    )
    return [
        WithProvince(
            province,
            proposals.get(province.pk),
            [ExchangeRow(row, Way(bool(row.block), row.delivered_on, bool(row.frame))) for row in rows[province.pk]],
            [_moment(row, today) for row in moments[province.pk]],
            [InvolvedRow(row, DEGREE_KINDS[Degree(row.degree)]) for row in people[province.pk]],
            today,
        )
        for province in _provinces_with(area)
    ]


def provinces_of(area: Area) -> QuerySet[Province]:
    """Return the provinces of an area by name."""
    return Province.objects.filter(areaprovince__area=area).order_by("name")


def _provinces_with(area: Area) -> QuerySet[Province]:
    """Return the provinces of an area, and those that something is written down of though the area no longer lies there."""
    named = Q(areaprovince__area=area)
    for rows in ("proposals", "exchanges", "exchange_moments", "involvements"):
        named |= Q(pk__in=Province.objects.filter(**{f"{rows}__area": area}))
    return Province.objects.filter(named).distinct().order_by("name")


def parties_of(area: Area) -> QuerySet[Organisation]:
    """Return the parties of an area by name."""
    return Organisation.objects.filter(areas=area, merged_into=None).order_by(Lower("name"))


def main_choices_of(area: Area) -> QuerySet[MainChoice]:
    """Return the hoofdkeuzes of an area in their order."""
    return MainChoice.objects.filter(area=area).order_by("number")


def proposal_of(area: Area, province: Province) -> ProvincialProposal | None:
    """Return what the area knows of the voorstel of a province."""
    return ProvincialProposal.objects.filter(area=area, province=province).first()


def _by_province[Row: Model](rows: QuerySet[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.province_id].append(row)  # type: ignore[attr-defined]
    return found


def _moment(row: ExchangeMoment, today: date) -> MomentRow:
    open_ = row.state == MomentState.AGREED
    late = open_ and row.date < today
    kind = "attention" if late else MOMENT_KINDS[MomentState(row.state)]
    return MomentRow(row, kind, days_words(row.date, today) if open_ else "", late)
