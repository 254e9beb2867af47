"""What measures cost, and who contributes what, how sure that is and in which year."""

from datetime import date

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models

from areas.enums import Permission
from areas.models import Organisation
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import ExternalCondition
from deliverables.money.amounts.enums import Vat
from deliverables.money.amounts.rules.cents import FIRST_YEAR, LAST_YEAR, Basis
from deliverables.money.amounts.rules.words import euro_words
from deliverables.money.funding.enums import NEEDS_DECISION, Hardness
from deliverables.money.funds.enums import Side
from deliverables.money.funds.models import Fund
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned

_YEARS = (FIRST_YEAR, LAST_YEAR)
# Judged when the transaction ends, so that a contribution and its years may be written one after the other.
_ADD_UP = """
IF EXISTS (
  SELECT FROM deliverables_fundingyear y JOIN deliverables_fundingline l ON l.id = y.line_id
  WHERE l.id = NEW.{key} GROUP BY l.id HAVING sum(y.amount) <> max(l.amount)
) THEN RAISE EXCEPTION 'the years of a contribution must add up to it' USING ERRCODE = 'check_violation'; END IF;
RETURN NULL;
"""


def _amount(words: str, *, optional: bool = False) -> models.DecimalField:
    return models.DecimalField(words, max_digits=14, decimal_places=2, null=optional, blank=optional)


@pghistory.track()
class Estimate(Once):
    """What a measure costs as somebody said on a day, or that it needs no money; the newest counts, none is changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="estimates")
    as_of = models.DateField("stand van")
    needs_none = models.BooleanField("geen geld nodig", default=False)
    amount = _amount("raming", optional=True)
    price_year = models.PositiveSmallIntegerField("prijspeil", null=True, blank=True)
    vat = models.CharField("btw", max_length=12, choices=Vat, default=Vat.UNKNOWN)
    # How far it may be off, in per cent either way; empty when nobody said.
    accuracy = models.PositiveSmallIntegerField("onzekerheid in procenten", null=True, blank=True)
    note = models.CharField("waarop gebaseerd", max_length=300, blank=True)
    stated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="estimates")
    created_at = models.DateTimeField("vastgelegd op", auto_now_add=True)

    kept = Kept(area="measure__area", words=("note",), accounts=("stated_by",))

    class Meta:
        verbose_name = "raming"
        verbose_name_plural = "ramingen"
        ordering = ["-as_of", "-created_at"]
        indexes = [models.Index(fields=["measure", "-as_of", "-created_at"], name="estimate_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(needs_none=True, amount=None, price_year=None)
                | models.Q(needs_none=False, amount__isnull=False, amount__gte=0)
                & models.Q(price_year__isnull=False, price_year__range=_YEARS),
                name="estimate_is_an_amount_or_none_needed",
            ),
            models.CheckConstraint(
                condition=models.Q(accuracy=None) | models.Q(accuracy__lte=200), name="estimate_accuracy_is_sane"
            ),
            models.CheckConstraint(
                condition=models.Q(as_of__range=(EARLIEST, LATEST)), name="estimate_in_this_century"
            ),
        ]

    @property
    def basis(self) -> Basis | None:
        """Of which price level it is and whether it holds btw; None when no money is needed."""
        return Basis(self.price_year, self.vat) if self.price_year else None


@pghistory.track()
class FundingLine(Versioned, Once):
    """A contribution of a fund to a measure: what was asked, what it is, who pays it and of whom it is.

    `side` is where the money comes from, also when another pays it: money of the Rijk that a province passes on is of
    the Rijk. Commitments of an arrangement lean on rows like this.
    """

    CHANGED = "Iemand anders heeft deze bijdrage intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="funding")
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="lines")
    side = models.CharField("herkomst van het geld", max_length=10, choices=Side)
    contributor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="contributions")
    # Who receives and accounts for it, where that is another than who carries out the measure.
    cashier = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="funding_received"
    )
    asked = _amount("gevraagd", optional=True)
    amount = _amount("bijdrage")
    hardness = models.CharField("hardheid", max_length=15, choices=Hardness, default=Hardness.INDICATIVE)
    decided_on = models.DateField("besloten op", null=True, blank=True)
    decided_by = models.CharField("besluit van", max_length=150, blank=True)
    in_kind = models.BooleanField("in natura", default=False)
    price_year = models.PositiveSmallIntegerField("prijspeil")
    vat = models.CharField("btw", max_length=12, choices=Vat, default=Vat.UNKNOWN)
    # Only where it differs from the fund.
    spend_until = models.DateField("besteden tot en met", null=True, blank=True)
    waits_for_measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="conditional_funding"
    )
    waits_for_condition = models.ForeignKey(
        ExternalCondition, on_delete=models.PROTECT, null=True, blank=True, related_name="conditional_funding"
    )
    note = models.TextField("toelichting", blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="funding_lines")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(
        area="measure__area",
        words=("decided_by", "note"),
        accounts=("created_by",),
        parties=("contributor", "cashier"),
        noun=("bijdrage aan een maatregel", "bijdragen aan maatregelen"),
        need=Permission.VIEW_INVESTMENTS,
    )

    class Meta:
        verbose_name = "bijdrage"
        verbose_name_plural = "bijdragen"
        ordering = ["measure__code", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0) & (models.Q(asked=None) | models.Q(asked__gte=0)),
                name="contribution_not_below_zero",
            ),
            models.CheckConstraint(
                condition=~models.Q(hardness__in=NEEDS_DECISION)
                | (models.Q(decided_on__isnull=False) & ~models.Q(decided_by="")),
                name="granted_contribution_has_its_decision",
            ),
            models.CheckConstraint(
                condition=models.Q(waits_for_measure=None) | models.Q(waits_for_condition=None),
                name="contribution_waits_for_one_thing",
            ),
            models.CheckConstraint(
                condition=~models.Q(waits_for_measure=models.F("measure")), name="contribution_not_for_itself"
            ),
            models.CheckConstraint(
                condition=models.Q(price_year__range=_YEARS), name="contribution_price_in_this_century"
            ),
            models.CheckConstraint(
                condition=(models.Q(spend_until=None) | models.Q(spend_until__range=(EARLIEST, LATEST)))
                & (models.Q(decided_on=None) | models.Q(decided_on__range=(EARLIEST, LATEST))),
                name="contribution_in_this_century",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="contribution_is_its_years",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("amount"),
                timing=pgtrigger.Deferred,
                func=_ADD_UP.format(key="id"),
            )
        ]

    def __str__(self) -> str:
        return f"{euro_words(self.amount)} uit {self.fund} voor {self.measure.code}"

    @property
    def basis(self) -> Basis:
        return Basis(self.price_year, self.vat)

    @property
    def last_day(self) -> date | None:
        """Until when it must be spent: its own day, or else that of the fund; None without one."""
        return self.spend_until or self.fund.spend_until


@pghistory.track()
class FundingYear(models.Model):
    """What of a contribution falls in a year. All years of one add up to it, or there are none."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    line = models.ForeignKey(FundingLine, on_delete=models.CASCADE, related_name="years")
    year = models.PositiveSmallIntegerField("jaar")
    amount = _amount("bedrag")

    kept = Kept(area="line__measure__area")

    class Meta:
        verbose_name = "jaar van een bijdrage"
        verbose_name_plural = "jaren van bijdragen"
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["line", "year"], name="funding_year_once"),
            models.CheckConstraint(
                condition=models.Q(year__range=_YEARS, amount__gte=0), name="funding_year_is_an_amount"
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="years_add_up",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                timing=pgtrigger.Deferred,
                func=_ADD_UP.format(key="line_id"),
            ),
            pgtrigger.Trigger(
                name="years_left_add_up",
                when=pgtrigger.After,
                operation=pgtrigger.Delete,
                timing=pgtrigger.Deferred,
                func=_ADD_UP.format(key="line_id").replace("NEW.", "OLD."),
            ),
        ]


@pghistory.track()
class Spent(models.Model):
    """What became of a contribution in a year: what was bound by contract (`committed`) and what was paid.

    In the price level and btw of its contribution. Not planned but done, so it need not be what was planned for the year.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    line = models.ForeignKey(FundingLine, on_delete=models.PROTECT, related_name="spent")
    year = models.PositiveSmallIntegerField("jaar")
    committed = _amount("verplicht")
    paid = _amount("betaald")

    kept = Kept(area="line__measure__area")

    class Meta:
        verbose_name = "besteding van een bijdrage"
        verbose_name_plural = "bestedingen van bijdragen"
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["line", "year"], name="spent_year_once"),
            models.CheckConstraint(
                condition=models.Q(year__range=_YEARS, committed__gte=0, paid__gte=0), name="spent_is_an_amount"
            ),
        ]
