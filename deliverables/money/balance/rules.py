"""Who bears how much of the money, Rijk or regio, by a rule in words. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from deliverables.money.amounts.rules.cents import ZERO
from deliverables.money.amounts.rules.words import euro_words
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.rules.sums import Certainty, Line
from deliverables.money.funds.enums import Side
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True, slots=True)
class Rule:
    """From which step on money is hard, what is evenly shared (per cent, both ends included), and whether in kind counts."""

    hard_from: str = Hardness.GRANTED
    low: Decimal = Decimal(45)
    high: Decimal = Decimal(55)
    in_kind: bool = False

    @property
    def hard_words(self) -> str:
        """From which step on money is hard, in one word."""
        return Hardness(self.hard_from).label.lower()

    @property
    def band_words(self) -> str:
        """What is even, as the middle of a line says it."""
        return f"{percent_words(self.low).removesuffix('%')} – {percent_words(self.high)}"

    @property
    def sentences(self) -> list[str]:
        """The rule in words, for whoever asks why."""
        kind = "telt mee" if self.in_kind else "telt hier niet mee, wel in de dekking"
        return [
            "Aandeel Rijk = Rijk / (Rijk + regio), naar waar het geld vandaan komt. Rijksgeld dat via de regio loopt, telt als Rijk.",
            f"Evenredig is {percent_words(self.low)} tot en met {percent_words(self.high)}.",
            f"Hard is vanaf “{self.hard_words}”. Wat in natura komt, {kind}.",
            "Privaat, Europa en overig tellen niet mee.",
        ]


class Verdict(StrEnum):
    """Who bears more."""

    EVEN = "Evenredig"
    STATE = "Rijk draagt meer"
    REGION = "Regio draagt meer"
    UNKNOWN = "Nog niet te zeggen"

    @property
    def within(self) -> str:
        """The words inside a sentence."""
        words = {Verdict.STATE: "het Rijk draagt meer", Verdict.REGION: "de regio draagt meer"}
        return words.get(self, self.lower())


@dataclass(frozen=True, slots=True)
class Share:
    """What Rijk and regio bring."""

    state: Decimal
    region: Decimal

    @property
    def fraction(self) -> Fraction | None:
        """The share of the Rijk, exactly; None when there is nothing to share."""
        whole = self.state + self.region
        return Fraction(self.state) / Fraction(whole) if whole else None

    @property
    def percentage(self) -> Decimal | None:
        """The share of the Rijk in per cent with two decimals, rounded half up."""
        return None if self.fraction is None else _rounded(self.fraction * 100, 2)

    @property
    def words(self) -> str:
        """The share as one reads it, rounded once from the exact share: "39,6%"."""
        return "onbekend" if self.fraction is None else percent_words(_rounded(self.fraction * 100, 1))

    @property
    def anchor(self) -> str:
        """Where words stand at its place on a line, so that they stay on it at both ends."""
        percentage = self.percentage or Decimal(0)
        return "start" if percentage < 15 else "end" if percentage > 85 else "middle"

    def verdict(self, rule: Rule) -> Verdict:
        """Weigh the exact share by a rule; the ends of the band are still even."""
        if self.fraction is None:
            return Verdict.UNKNOWN
        if self.fraction * 100 > Fraction(rule.high):
            return Verdict.STATE
        return Verdict.REGION if self.fraction * 100 < Fraction(rule.low) else Verdict.EVEN


@dataclass(frozen=True, slots=True)
class Balance:
    """The share as it is, as it becomes when all goes ahead, and when all conditions are met besides."""

    rule: Rule
    now: Share
    ahead: Share
    all_met: Share

    @property
    def verdict(self) -> Verdict:
        return self.now.verdict(self.rule)

    @property
    def verdict_if_all(self) -> Verdict:
        return self.all_met.verdict(self.rule)

    @property
    def band_width(self) -> Decimal:
        """How broad the band is, in per cents."""
        return self.rule.high - self.rule.low

    @property
    def sentence(self) -> str:
        """What Rijk and regio bring now, and what becomes of that."""
        now, met = self.now, self.all_met
        if met.fraction is None:
            return "Er staat nog geen bijdrage van Rijk of regio."
        first = f"Hard geld: Rijk {euro_words(now.state)} en regio {euro_words(now.region)}, aandeel Rijk {now.words}."
        if now == met:
            return first
        then = f"Rijk {euro_words(met.state)} en regio {euro_words(met.region)}, aandeel Rijk {met.words}"
        return (
            f"{first} Gaat alles door en zijn de voorwaarden vervuld, dan is het {then}: {self.verdict_if_all.within}."
        )


def balance_of(lines: Iterable[Line], rule: Rule) -> Balance:
    """Weigh contributions of one basis."""
    found = [line for line in lines if rule.in_kind or not line.in_kind]

    def share(*counted: Certainty) -> Share:
        sums = dict.fromkeys(Side.values, ZERO)
        for line in found:
            if line.certainty(rule.hard_from) in counted:
                sums[line.side] += line.amount
        return Share(sums[Side.STATE], sums[Side.REGION])

    return Balance(
        rule,
        share(Certainty.HARD),
        share(Certainty.HARD, Certainty.SOFT),
        share(Certainty.HARD, Certainty.SOFT, Certainty.CONDITIONAL),
    )


def _rounded(exact: Fraction, decimals: int) -> Decimal:
    return Decimal(floor(exact * 10**decimals + Fraction(1, 2))).scaleb(-decimals)


def percent_words(value: Decimal) -> str:
    """45% or 39,6%: one decimal at most."""
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{dutch.number(rounded, 0 if rounded == int(rounded) else 1)}%"
