"""Fills the arrangements of the practice areas: agreements, what each side promises, and how far parties are."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

import pghistory

from areas.models import Area, Organisation, Province, User
from coalition.models import Article
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.models import Measure
from deliverables.arrangement.agreements.models import (
    AgreementArea,
    AgreementArticle,
    AgreementMeasure,
    ReciprocalAgreement,
    SpatialArrangement,
)
from deliverables.arrangement.agreements.queries import codes_given
from deliverables.arrangement.agreements.rules import next_code
from deliverables.arrangement.commitments.models import Commitment, CommitmentFunding, CommitmentQuantity
from deliverables.arrangement.stances.models import AgreementStance
from deliverables.money.funding.models import FundingLine
from novex_portal.demo.content.deliverables.arrangement import ARRANGEMENTS, Deal, Decided, Treaty, Vow


def seed_arrangements(writers: dict[str, User], today: date) -> None:
    """Fill what each area keeps; `writers` gives who writes there."""
    for treaty in ARRANGEMENTS.treaties:
        writer = writers[treaty.slug]
        with pghistory.context(user=str(writer.pk)):
            _Seeding(treaty, writer, today).write()


@dataclass
class _Seeding:
    """The making of what one area keeps; rows of a kind together."""

    treaty: Treaty
    writer: User
    today: date

    @cached_property
    def area(self) -> Area:
        return Area.objects.get(slug=self.treaty.slug)

    @cached_property
    def parties(self) -> dict[str, Organisation]:
        return {row.name: row for row in Organisation.objects.filter(areas=self.area)}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        return {row.code.split("-")[1]: row for row in Measure.objects.filter(area=self.area)}

    @cached_property
    def lines(self) -> dict[tuple[str, str, Decimal], FundingLine]:
        rows = FundingLine.objects.filter(measure__area=self.area).select_related("measure", "contributor")
        return {(row.measure.code.split("-")[1], row.contributor.name, row.amount): row for row in rows}

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def write(self) -> None:
        """Write all of it."""
        arrangement, _ = SpatialArrangement.objects.get_or_create(
            province=Province.objects.get(name=self.treaty.province),
            defaults={"state": self.treaty.state, "state_on": self._ago(self.treaty.days_ago)},
        )
        pairs = [(self._agreement(arrangement, deal), deal) for deal in self.treaty.deals]
        articles = {row.title: row for row in Article.objects.filter(chapter__agreement__area=self.area)}
        AgreementArticle.objects.bulk_create(
            AgreementArticle(agreement=row, article=articles[title]) for row, deal in pairs for title in deal.articles
        )
        AgreementMeasure.objects.bulk_create(
            AgreementMeasure(agreement=row, measure=self.measures[code])
            for row, deal in pairs
            for code in deal.measures
        )
        AgreementArea.objects.bulk_create(
            AgreementArea(agreement=row, area=Area.objects.get(slug=slug))
            for row, deal in pairs
            for slug in deal.touches
        )
        AgreementStance.objects.bulk_create(self._stance(row, said) for row, deal in pairs for said in deal.decided)
        self._write_vows([(row, vow) for row, deal in pairs for vow in deal.vows])

    def _agreement(self, arrangement: SpatialArrangement, deal: Deal) -> ReciprocalAgreement:
        return ReciprocalAgreement.objects.create(
            arrangement=arrangement,
            area=self.area,
            code=next_code(self.area.code, codes_given(self.area)) or "",
            subject=deal.subject,
            place=deal.place,
            obligation=deal.obligation,
            conditions=deal.conditions,
            one_sided_reason=deal.on_purpose,
            created_by=self.writer,
        )

    def _stance(self, agreement: ReciprocalAgreement, said: Decided) -> AgreementStance:
        return AgreementStance(
            agreement=agreement,
            organisation=self.parties[said.by],
            body=said.body,
            status=said.status,
            decided_on=self._ago(said.days_ago) if said.days_ago else None,
            expected_on=self._ago(-said.in_days) if said.in_days else None,
            reservation=said.reservation,
        )

    def _write_vows(self, pairs: list[tuple[ReciprocalAgreement, Vow]]) -> None:
        made = Commitment.objects.bulk_create(self._commitment(row, vow) for row, vow in pairs)
        vows = list(zip(made, (vow for _, vow in pairs), strict=True))
        CommitmentQuantity.objects.bulk_create(
            CommitmentQuantity(
                commitment=row,
                number=number,
                amount=amount,
                unit=vow.unit,
                as_of=self._ago(300 - 100 * number),
                reason=vow.revised if number > 1 else "",
                stated_by=self.writer,
            )
            for row, vow in vows
            for number, amount in enumerate(vow.amounts, start=1)
        )
        CommitmentFunding.objects.bulk_create(
            CommitmentFunding(commitment=row, line=self.lines[paid.code, paid.by, Decimal(paid.amount)])
            for row, vow in vows
            for paid in vow.money
        )

    def _commitment(self, agreement: ReciprocalAgreement, vow: Vow) -> Commitment:
        term = read_date(vow.term) if vow.term else None
        values = {"due": term.day, "due_precision": term.precision} if term else {}
        return Commitment(
            agreement=agreement,
            side=vow.side,
            organisation=self.parties[vow.by] if vow.by else None,
            text=vow.text,
            kind=vow.kind,
            state=vow.state,
            state_on=self._ago(vow.days_ago) if vow.days_ago else None,
            state_reason=vow.reason,
            created_by=self.writer,
            **values,
        )
