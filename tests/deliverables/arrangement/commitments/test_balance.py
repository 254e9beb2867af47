"""The balance of an agreement: what stands opposite what, never how much."""

import random

import pytest

from deliverables.arrangement.commitments.enums import UNDONE, CommitmentSide, CommitmentState
from deliverables.arrangement.commitments.rules import Given, Verdict, balance_of

R, G = CommitmentSide.STATE, CommitmentSide.REGION
OPEN, RUNNING, KEPT, NOT_KEPT, LAPSED = CommitmentState
CASES = {
    "one on each side": ([(R, OPEN), (G, OPEN)], Verdict.BOTH, "Wederkerig"),
    "what the region promised lapsed": ([(R, OPEN), (G, LAPSED)], Verdict.STATE, "Eenzijdig Rijk"),
    "what the Rijk promised lapsed": ([(R, LAPSED), (G, RUNNING)], Verdict.REGION, "Eenzijdig regio"),
    "both kept": ([(R, KEPT), (G, KEPT)], Verdict.BOTH, "Wederkerig, afgerond"),
    "one kept, one under way": ([(R, KEPT), (G, RUNNING)], Verdict.BOTH, "Wederkerig"),
    "not kept does not count": ([(R, NOT_KEPT), (G, KEPT)], Verdict.REGION, "Eenzijdig regio"),
    "what lapsed beside what was kept": ([(R, KEPT), (R, LAPSED), (G, KEPT)], Verdict.BOTH, "Wederkerig, afgerond"),
    "nothing": ([], Verdict.NONE, "Leeg"),
    "all lapsed": ([(R, LAPSED), (G, NOT_KEPT)], Verdict.NONE, "Leeg"),
}


@pytest.mark.parametrize("case", CASES)
def test_verdict_follows_from_what_counts_on_each_side(case: str) -> None:
    given, verdict, words = CASES[case]
    found = balance_of(Given(side, state) for side, state in given)
    assert (found.verdict, found.words) == (verdict, words)


def test_reason_tells_what_counts_what_does_not_and_what_has_no_term() -> None:
    rows = [Given(R, OPEN), Given(G, OPEN, has_term=False), Given(G, RUNNING), Given(G, LAPSED, has_term=False)]
    assert balance_of(rows).why == (
        "Van het Rijk telt 1 toezegging, van de regio tellen 2 toezeggingen. "
        "1 toezegging verviel of is niet nagekomen en telt niet. 1 toezegging heeft geen termijn."
    )
    assert balance_of([Given(R, LAPSED), Given(R, NOT_KEPT)]).why == (
        "Van het Rijk telt niets, van de regio telt niets. 2 toezeggingen vervielen of zijn niet nagekomen en tellen niet."
    )


def test_ten_thousand_agreements_keep_to_the_rule_whatever_stands_in_them() -> None:
    chance = random.Random(12)  # noqa: S311  the same agreements every time
    mirror = {Verdict.STATE: Verdict.REGION, Verdict.REGION: Verdict.STATE}
    for _ in range(10_000):
        rows = [
            Given(chance.choice([R, G]), chance.choice(list(CommitmentState)), chance.random() < 0.5)
            for _ in range(chance.randint(0, 6))
        ]
        found = balance_of(rows)
        counting = {row.side for row in rows if row.state not in UNDONE}
        assert found.verdict.sides == (R in counting, G in counting)
        assert balance_of(chance.sample(rows, len(rows))) == found
        assert balance_of([*rows, Given(R, LAPSED)]).verdict == found.verdict
        other = balance_of(Given(G if row.side == R else R, row.state, row.has_term) for row in rows)
        assert other.verdict == mirror.get(found.verdict, found.verdict)
        assert balance_of([row for row in rows if row.counts]).verdict == found.verdict
        assert found.state + found.region + found.left_out == len(rows)
