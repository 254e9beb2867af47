"""The agreements of an area as one object: what the page, the list, the workbook and the document read."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from areas.access import areas_where
from areas.enums import Permission
from areas.models import Area, User
from coalition.agreement.document.rules.labels import article_number
from deliverables.arrangement.agreements.enums import ArrangementState
from deliverables.arrangement.agreements.models import ReciprocalAgreement, SpatialArrangement
from deliverables.arrangement.agreements.queries import agreements_in, arrangements_of
from deliverables.arrangement.commitments.models import Commitment, CommitmentQuantity
from deliverables.arrangement.overview.rules.sheet import Deal, Group, Money, Promise, Sheet, Stand, days_late
from deliverables.arrangement.stances.models import AgreementStance
from deliverables.money.amounts.rules.words import euro_words
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine
from novex_portal.toolkit.text import dutch

_WHOLE = (
    "commitments__organisation",
    "commitments__quantities",
    "commitments__lines__measure",
    "commitments__lines__fund",
    "stances__organisation",
    "articles__chapter",
    "measures",
    "programmes",
)


def sheet_of(user: User, area: Area, today: date, rows: QuerySet[ReciprocalAgreement] | None = None) -> Sheet:
    """Return the agreements of an area, or these of them, as this user may read them. Twelve queries, however many."""
    found = agreements_in(area) if rows is None else rows
    arrangements = {row.pk: row for row in arrangements_of(area)}
    deals = deals_of(user, found, today, at=area)
    for agreement, _ in deals:
        arrangements.setdefault(agreement.arrangement_id, agreement.arrangement)
    return Sheet(
        place=area.name,
        groups=tuple(
            Group(
                str(arrangement.province),
                state_words(arrangement),
                tuple(deal for agreement, deal in deals if agreement.arrangement_id == arrangement.pk),
            )
            for arrangement in sorted(arrangements.values(), key=lambda row: row.province.name)
        ),
    )


def deals_of(
    user: User, rows: QuerySet[ReciprocalAgreement], today: date, at: Area | None = None
) -> list[tuple[ReciprocalAgreement, Deal]]:
    """Return agreements with what is told of them; `at` is the area they are read in. Eleven queries, however many."""
    whole = list(rows.prefetch_related(*_WHOLE))
    own = {area.pk for area in areas_where(user, Permission.VIEW_ARRANGEMENT)} if whole else set()
    return [(row, _deal(row, own, today, at)) for row in whole]


def state_words(arrangement: SpatialArrangement) -> str:
    """How far an arrangement is: "Concept van 20 november 2026", "Afgesproken op 12 juni 2025"."""
    day = dutch.long_date(arrangement.state_on)
    return f"{arrangement.get_state_display()} {'van' if arrangement.state == ArrangementState.DRAFT else 'op'} {day}"


def _deal(row: ReciprocalAgreement, own: Collection[UUID], today: date, at: Area | None) -> Deal:
    sees_all = row.area_id in own
    return Deal(
        key=str(row.pk),
        code=row.code,
        subject=row.subject,
        province=str(row.arrangement.province),
        obligation=row.get_obligation_display(),
        place=row.place,
        conditions=row.conditions,
        on_purpose=row.one_sided_reason,
        basis=tuple(_basis(row, sees_all=sees_all)),
        kept_by=str(row.area) if at and row.area_id != at.pk else "",
        promises=tuple(_promise(promise, today, sees_all=sees_all) for promise in row.commitments.all()),
        stands=tuple(_stand(stance) for stance in row.stances.all()),
    )


def _basis(row: ReciprocalAgreement, *, sees_all: bool) -> Iterable[str]:
    """Yield what an agreement rests on; of an area one does not see only that there is something."""
    articles, measures = list(row.articles.all()), list(row.measures.all())
    if sees_all:
        for article in sorted(articles, key=lambda article: (article.chapter.number, article.number)):
            yield f"artikel {article_number(article.chapter.label, article.label)}"
        yield from sorted(measure.code for measure in measures)
    else:
        if articles:
            yield f"het akkoord van {row.area}"
        if measures:
            yield f"de uitvoeringsagenda van {row.area}"
    yield from sorted(str(programme) for programme in row.programmes.all())


def _promise(row: Commitment, today: date, *, sees_all: bool) -> Promise:
    lines = list(row.lines.all())
    return Promise(
        key=str(row.pk),
        side=row.side,
        who=str(row.organisation) if row.organisation else "",
        text=row.text,
        kind=row.get_kind_display(),
        state=row.state,
        term=row.term,
        state_on=row.state_on,
        reason=row.state_reason,
        quantities=tuple(_quantity(quantity) for quantity in row.quantities.all()),
        money=tuple(_money(line) for line in lines) if sees_all else (),
        late=days_late(row.term, row.state, today),
        hides_money=bool(lines) and not sees_all,
    )


def _quantity(row: CommitmentQuantity) -> str:
    amount = dutch.number(row.amount, 0 if row.amount == int(row.amount) else 2)
    return f"{amount} {row.unit}"


def _money(row: FundingLine) -> Money:
    words = f"{euro_words(row.amount)} uit {row.fund} voor {row.measure.code}, {row.get_hardness_display().lower()}"
    return Money(row.amount, row.basis, words, is_withdrawn=row.hardness == Hardness.WITHDRAWN)


def _stand(row: AgreementStance) -> Stand:
    return Stand(
        key=str(row.pk),
        party=str(row.organisation),
        body=row.body,
        status=row.status,
        decided_on=row.decided_on,
        expected_on=row.expected_on,
        reservation=row.reservation,
        has_letter=row.letter_id is not None,
    )
