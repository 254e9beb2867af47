"""The uitvoeringsagenda under load: 200 measures that wait for each other 400 times, reckoned with, shown and printed."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from areas.models import Area, Organisation, User
from coalition.agreement.document.enums import PartyStatus
from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, PartyPart, Phase
from deliverables.agenda.measures.models import AgendaChapter, Measure, MeasureParty
from deliverables.agenda.plan.enums import DependencyKind, LagUnit
from deliverables.agenda.plan.models import Dependency, MeasureDeadline
from deliverables.agenda.plan.rules.checking import check
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation
from deliverables.agenda.plan.rules.pushing import push
from deliverables.agenda.plan.rules.slack import slack
from deliverables.agenda.versions.pdf import STYLESHEET, agenda_html, make_agenda_pdf
from deliverables.agenda.versions.rules.snapshot import AgendaText, ChapterText, MeasureText
from deliverables.arrangement.agreements.models import ReciprocalAgreement, SpatialArrangement
from deliverables.arrangement.commitments.enums import CommitmentKind, CommitmentSide
from deliverables.arrangement.commitments.models import Commitment
from deliverables.arrangement.stances.models import AgreementStance
from deliverables.money.amounts.enums import Vat
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import Estimate, FundingLine, FundingYear
from deliverables.money.funds.enums import Instrument, Side
from deliverables.money.funds.models import Fund
from novex_portal.toolkit.pdf.making import bare_pdf

AGREEMENTS, BODIES = 60, 4
MEASURES, WAITS_FOR, LETTERS = 200, 2, "WLKC"
_ROUNDS = 20
_BEGIN = date(2027, 1, 4)
_KINDS, _UNITS = tuple(DependencyKind.values), tuple(LagUnit.values)


def measure_agenda() -> Iterator[str]:
    """Yield a line for each: what was done, and how long it took."""
    plan = _plan()
    edited = plan.measures[_code(0)].moved(400)
    works: tuple[tuple[str, Callable[[], object]], ...] = (
        ("nakijken", lambda: check(plan)),
        ("domino", lambda: push(plan, [edited])),
        ("speling", lambda: slack(plan)),
    )
    for name, work in works:
        seconds = min(_timed(work)[0] for _ in range(_ROUNDS))
        yield f"{name}, {len(plan.measures)} maatregelen, {len(plan.relations)} verbanden: {1000 * seconds:.1f} ms"
    text = _text()
    make_agenda_pdf(_text(chapters=1))  # fonts and style sheets are read once
    html = agenda_html(text)
    bare, _ = _timed(lambda: bare_pdf(html, stylesheet=STYLESHEET, base_url=settings.BASE_URL))
    ours, file = _timed(lambda: make_agenda_pdf(text))
    yield f"PDF, {MEASURES} maatregelen, {file.pages} bladzijden: {ours:.1f} s, kaal {bare:.1f} s, {ours / bare:.2f} keer"


@transaction.atomic
def plant_agenda(place: str, planner: User) -> None:
    """Give an area as many measures and relations as are measured with, unless it has them."""
    area = Area.objects.get(slug=place)
    if Measure.objects.filter(area=area).exists():
        return
    chapters = AgendaChapter.objects.bulk_create(
        AgendaChapter(area=area, letter=letter, title=f"Hoofdstuk {letter}", position=rank)
        for rank, letter in enumerate(LETTERS, start=1)
    )
    measures = Measure.objects.bulk_create(
        Measure(
            area=area,
            chapter=chapters[number % len(LETTERS)],
            code=f"{area.code}-{_code(number)}",
            title=f"Maatregel {number} voor water en bodem",
            status=MeasureStatus.PLANNED,
            start=_start(number),
            end=_start(number) + _LENGTH,
            created_by=planner,
        )
        for number in range(MEASURES)
    )
    lead = Organisation.objects.filter(areas=area).order_by("name")[0]
    MeasureParty.objects.bulk_create(
        MeasureParty(measure=measure, organisation=lead, part=PartyPart.LEAD) for measure in measures
    )
    Dependency.objects.bulk_create(
        Dependency(
            before=measures[one], after=measures[other], kind=kind, lag=lag, unit=unit, why="Eerst het een",
            proposed_by=planner, proposed_in=area,
        )
        for one, other, kind, lag, unit in _waits()
    )  # fmt: skip
    MeasureDeadline.objects.create(measure=measures[-1], day=date(2036, 1, 1), why="Dan klaar", created_by=planner)


@transaction.atomic
def plant_money(place: str, planner: User) -> None:
    """Give every measure of an area an estimate and two contributions over three years, unless it has money."""
    area = Area.objects.get(slug=place)
    if FundingLine.objects.filter(measure__area=area).exists():
        return
    party = Organisation.objects.filter(areas=area).order_by("name")[0]
    funds = [
        Fund.objects.create(
            area=area, name=f"Fonds {side}", side=side, instrument=Instrument.BUDGET, created_by=planner
        )
        for side in (Side.STATE, Side.REGION)
    ]
    measures = list(Measure.objects.filter(area=area))
    basis = {"price_year": 2026, "vat": Vat.INCLUDED}
    Estimate.objects.bulk_create(
        Estimate(measure=row, as_of=_BEGIN, amount=9_000_000, stated_by=planner, **basis) for row in measures
    )
    lines = FundingLine.objects.bulk_create(
        FundingLine(
            measure=row, fund=fund, side=fund.side, contributor=party, amount=3_000_000, asked=4_000_000,
            hardness=Hardness.RESERVED, created_by=planner, **basis,
        )
        for row in measures
        for fund in funds
    )  # fmt: skip
    FundingYear.objects.bulk_create(
        FundingYear(line=line, year=year, amount=1_000_000) for line in lines for year in (2028, 2029, 2030)
    )


def plant_arrangement(place: str, author: User) -> None:
    """Let an area keep sixty agreements with its first province: both sides bring something in, four bodies look at it."""
    area = Area.objects.get(slug=place)
    treaty = SpatialArrangement.objects.create(province=area.provinces.all()[0], state_on="2026-10-23")
    deals = ReciprocalAgreement.objects.bulk_create(
        ReciprocalAgreement(
            arrangement=treaty,
            area=area,
            code=f"RA-{area.code}-{number:02}",
            subject=f"Water en ruimte {number}",
            created_by=author,
        )
        for number in range(1, AGREEMENTS + 1)
    )
    Commitment.objects.bulk_create(
        Commitment(agreement=deal, side=side, kind=kind, text=f"Brengt {kind.label.lower()} in", created_by=author)
        for deal in deals
        for side in CommitmentSide
        for kind in (CommitmentKind.DECISION, CommitmentKind.SPACE)
    )
    AgreementStance.objects.bulk_create(
        AgreementStance(agreement=deal, organisation=party, body="Bestuur", status=PartyStatus.DRAFT)
        for deal in deals
        for party in area.organisations.all()[:BODIES]
    )


def domino_address(place: str) -> str:
    """Return the address of the preview of a move that stirs many measures."""
    first = Measure.objects.filter(area__slug=place).order_by("start", "code")[0]
    return f"{reverse('measure-move', args=[place, first.pk])}?begin=04-01-2028&eind=30-06-2029"


def _code(number: int) -> str:
    return f"{LETTERS[number % len(LETTERS)]}{number // len(LETTERS) + 1:02d}"


_LENGTH = timedelta(days=160)


def _start(number: int) -> date:
    return _BEGIN + timedelta(days=14 * number)


def _waits() -> Iterator[tuple[int, int, str, int, str]]:
    """Yield which measure waits for which: each for two before it, in every way; in the end as many as were asked."""
    made = 0
    for other in range(MEASURES):
        for step in (13, 17, 29)[: WAITS_FOR + 1]:
            if other >= step and made < MEASURES * WAITS_FOR:
                made += 1
                yield other - step, other, _KINDS[made % 3], made % 4, _UNITS[made % 4]


def _plan() -> Plan:
    return Plan.of(
        [
            Planned(_code(number), Period.day(_start(number)), Period.day(_start(number) + _LENGTH))
            for number in range(MEASURES)
        ],
        [Relation(_code(one), _code(other), kind, lag, unit) for one, other, kind, lag, unit in _waits()],
        [Deadline(_code(MEASURES - 1), date(2036, 1, 1))],
    )


def _text(chapters: int = len(LETTERS)) -> AgendaText:
    moment = datetime(2026, 11, 30, 12, tzinfo=UTC)
    parts = tuple(_chapter(rank) for rank in range(chapters))
    return AgendaText("Zuid-Limburg", "zuid-limburg", 1, "", "", moment, "Planningsgroep", parts)


def _chapter(rank: int) -> ChapterText:
    measures = tuple(
        MeasureText(
            str(number), f"ZL-{_code(number)}", f"Maatregel {number} voor water en bodem", "Het dal houdt water vast.",
            MeasureKind.ACTION, Phase.NONE, _start(number), "dag", _start(number) + _LENGTH, "dag",
            MeasureStatus.PLANNED,
        )
        for number in range(rank, MEASURES, len(LETTERS))
    )  # fmt: skip
    return ChapterText(LETTERS[rank], f"Hoofdstuk {LETTERS[rank]}", measures)


def _timed[Found](work: Callable[[], Found]) -> tuple[float, Found]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found
