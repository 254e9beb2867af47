"""A province over the areas somebody sees of it: its part in each, products, moments, money and agreements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Prefetch
from django.urls import reverse

from areas.access import may
from areas.area.enums import ProvinceRole
from areas.enums import Permission
from areas.models import Area, AreaProvince, Organisation, Province, User
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import MeasureParty
from deliverables.arrangement.agreements.queries import agreements_read_in
from deliverables.arrangement.commitments.rules import Verdict
from deliverables.arrangement.overview.queries.sheet import deals_of
from deliverables.arrangement.overview.rules.sheet import Deal, Promise, verdicts
from deliverables.board_meetings.access import outcomes_in
from deliverables.board_meetings.queries.reports import still_open, with_state
from deliverables.board_meetings.queries.rows import OutcomeRow, outcome_rows
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.exchange.models import Exchange, ProvincialProposal
from deliverables.perspective.versions.models import PerspectiveVersion
from novex_portal.dashboards.overview.queries.rows import overview_rows
from novex_portal.dashboards.overview.rules import AreaRow
from novex_portal.dashboards.province.queries.money import ProvinceMoney, province_money
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch

_MOMENTS = 6


@dataclass(frozen=True)
class Here:
    """An area of the province: what the province is there, and how far its four products are."""

    row: AreaRow
    part: str
    leads: int
    perspective: int | None
    measures: int
    has_money: bool
    deals: int

    @property
    def role(self) -> str:
        """What the province is in this area, and how many measures it has the lead in."""
        leads = f", trekt {counted(self.leads, 'maatregel', 'maatregelen')}" if self.leads else ""
        return f"{self.part}{leads}"

    @property
    def products(self) -> list[tuple[str, str]]:
        """Ontwikkelperspectief, agenda, money and arrangement, each as a kind of status and words."""
        return [
            ("busy", f"versie {self.perspective}") if self.perspective else ("idle", "geen versie"),
            ("busy", counted(self.measures, "maatregel", "maatregelen")) if self.measures else ("idle", "leeg"),
            ("busy", "begonnen") if self.has_money else ("idle", "leeg"),
            ("busy", counted(self.deals, "afspraak", "afspraken")) if self.deals else ("idle", "leeg"),
        ]


@dataclass(frozen=True)
class Owed:
    """What the province has to keep, of an agreement or of a bestuurlijk overleg."""

    label: str
    url: str
    text: str
    area: str
    due: str
    status: tuple[str, str]
    sort: date


@dataclass(frozen=True)
class Traded:
    """A building block that goes to the proposal of the province, and whether its frame came back."""

    subject: str
    area: str
    is_delivered: bool
    has_frame: bool

    @property
    def status(self) -> tuple[str, str]:
        if self.has_frame:
            return "good", "Kader terug"
        return ("busy", "Geleverd") if self.is_delivered else ("idle", "Afgesproken")


@dataclass(frozen=True)
class ProvincePage:
    """All of it."""

    province: Province
    here: list[Here]
    proposals: list[ProvincialProposal]
    exchanges: list[Traded]
    money: ProvinceMoney
    counts: list[tuple[Verdict, int]]
    owed: list[Owed]
    kept_in: list[Area]
    moments: list[Checkpoint]
    today: date

    @property
    def deals(self) -> int:
        return sum(number for _, number in self.counts)

    @property
    def heading(self) -> str:
        return f"{counted(len(self.here), 'gebied', 'gebieden')}, {counted(self.deals, 'afspraak', 'afspraken')} met het Rijk"

    @property
    def coming(self) -> str:
        """What comes first, and when."""
        if not self.moments:
            return "Wat komt"
        first = self.moments[0]
        return f"{first.name}: {dutch.days_until(first.date, self.today)}"

    @property
    def exchanged(self) -> str:
        """How many building blocks went to the province, and how many frames came back."""
        delivered, frames = sum(row.is_delivered for row in self.exchanges), sum(r.has_frame for r in self.exchanges)
        return f"{counted(delivered, 'bouwsteen', 'bouwstenen')} geleverd, {counted(frames, 'kader', 'kaders')} terug"


def province_page(
    user: User, province: Province, links: Sequence[tuple[Area, AreaProvince]], today: date
) -> ProvincePage:
    """Return what somebody sees of a province in these areas. The number of queries stays the same, however many areas."""
    areas = [area for area, _ in links]
    own = [area for area in areas if may(user, area, Permission.VIEW_ARRANGEMENT)]
    deals = deals_of(user, agreements_read_in(own).filter(arrangement__province=province), today)
    bodies = list(Organisation.objects.filter(province=province))
    money = province_money([area for area in areas if may(user, area, Permission.VIEW_INVESTMENTS)], bodies)
    dealt = [agreement.area_id for agreement, _ in deals]
    outcomes = still_open(with_state(outcomes_in(areas))).filter(lead__in=bodies).order_by("due_on", "pk")
    return ProvincePage(
        province=province,
        here=_here(
            user, links, today, with_money={row.area.pk for row in money.rows if row.part}, dealt=dealt, bodies=bodies
        ),
        proposals=list(
            ProvincialProposal.objects.filter(province=province, area__in=areas)
            .select_related("area")
            .order_by("-as_of")
        ),
        exchanges=[
            Traded(row.subject, str(row.area), row.delivered_on is not None, bool(row.frame))
            for row in Exchange.objects.filter(province=province, area__in=areas)
            .select_related("area")
            .order_by("subject", "pk")
        ],
        money=money,
        counts=verdicts(deal for _, deal in deals),
        owed=sorted(
            [
                *_promised([(agreement.area, deal) for agreement, deal in deals], {body.name for body in bodies}, own),
                *map(_agreed, outcome_rows(outcomes, areas, today)),
            ],
            key=lambda row: (row.sort, row.label),
        ),
        kept_in=[area for area in own if area.pk in set(dealt)],
        moments=_moments(areas, today),
        today=today,
    )


def _here(
    user: User,
    links: Sequence[tuple[Area, AreaProvince]],
    today: date,
    *,
    with_money: set[UUID],
    dealt: Sequence[UUID],
    bodies: Sequence[Organisation],
) -> list[Here]:
    areas = [area for area, _ in links]
    rows = {row.slug: row for row in overview_rows(user, today)}
    versions = PerspectiveVersion.objects.filter(area__in=areas).values("area").annotate(last=Max("number"))
    newest = dict(versions.values_list("area", "last"))
    led = MeasureParty.objects.filter(measure__area__in=areas, organisation__in=bodies, part=PartyPart.LEAD)
    led = led.exclude(measure__status=MeasureStatus.DROPPED)
    leads = dict(led.values("measure__area").annotate(number=Count("pk")).values_list("measure__area", "number"))
    return [
        Here(
            row=rows[area.slug],
            part=link.explanation or str(ProvinceRole(link.role).label),
            leads=leads.get(area.pk, 0),
            perspective=newest.get(area.pk),
            measures=agenda.measures if (agenda := rows[area.slug].agenda) else 0,
            has_money=area.pk in with_money,
            deals=dealt.count(area.pk),
        )
        for area, link in links
    ]


def _promised(deals: Sequence[tuple[Area, Deal]], names: set[str], own: Sequence[Area]) -> list[Owed]:
    """Return what the province promised in agreements, and did not keep or let go yet."""
    seen = {area.pk for area in own}
    return [
        Owed(
            label=deal.code,
            url=reverse("arrangement-agreement", args=[area.slug, deal.key]) if area.pk in seen else "",
            text=row.text,
            area=str(area),
            due=str(row.term or "zonder termijn"),
            status=_status(deal, row),
            sort=row.term.period.last if row.term else date.max,
        )
        for area, deal in deals
        for row in deal.promises
        if row.who in names and row.is_open
    ]


def _status(deal: Deal, row: Promise) -> tuple[str, str]:
    """How it is with it; that nothing stands opposite (any more) is said where it is in time."""
    if row.late or deal.balance.verdict is Verdict.BOTH:
        return row.status
    return "attention", "Niets tegenover"


def _agreed(row: OutcomeRow) -> Owed:
    due = row.outcome.due_on
    words = f"{due:%d-%m-%Y}" if due else "zonder termijn"
    return Owed(row.label, row.url, row.outcome.text, row.area, words, (row.sign, row.words), due or date.max)


def _moments(areas: Sequence[Area], today: date) -> list[Checkpoint]:
    """Return the next moments of these areas, each with those of the areas it is for (`shown`). Two queries."""
    here = Prefetch("areas", queryset=Area.objects.filter(pk__in=[area.pk for area in areas]), to_attr="shown")
    found = Checkpoint.objects.filter(areas__in=areas, date__gte=today).distinct().prefetch_related(here)
    return list(found.order_by("date", "name")[:_MOMENTS])
