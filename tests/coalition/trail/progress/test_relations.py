"""The meter of relations between parties."""

import pytest

from coalition.trail.progress.rules.facts import CoalitionFacts
from coalition.trail.progress.rules.relations import VERDICTS, WORDS, relation_meter

SPOKEN = {"parties": 9, "parties_spoken": 6, "spoken_government": 3, "spoken_society": 3}
BOUND = SPOKEN | {"ambitions_both_sides": 3}


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({}, "Aftasten"),
        ({"parties": 9, "parties_spoken": 2}, "Aftasten"),
        ({"parties": 9, "parties_spoken": 3}, "Kennen"),
        ({"parties": 9, "parties_spoken": 9, "spoken_government": 9}, "Kennen"),
        (SPOKEN, "Begrijpen"),
        (BOUND, "Binden"),
        (BOUND | {"signatories": 3, "signatories_agreed": 1}, "Binden"),
        (BOUND | {"signatories": 3, "signatories_agreed": 2}, "Dragen"),
    ],
)
def test_relation_meter_follows_its_rule(facts: dict[str, int], word: str) -> None:
    assert relation_meter(CoalitionFacts(**facts)).word == word


def test_relation_meter_skips_no_step() -> None:
    facts = CoalitionFacts(parties=9, ambitions_both_sides=5, signatories=2, signatories_agreed=2)
    assert relation_meter(facts).level == 1


def test_relation_meter_shows_which_conditions_hold() -> None:
    assert [line.met for line in relation_meter(CoalitionFacts(**SPOKEN)).conditions] == [True, True, False, False]


def test_relation_meter_counts_in_words() -> None:
    meter = relation_meter(CoalitionFacts(**SPOKEN, ambitions_both_sides=1))
    assert meter.evidence == "6 van de 9 partijen zijn gesproken. 1 ambitie rust op overheid én samenleving."


def test_every_word_has_a_verdict() -> None:
    assert len(WORDS) == len(VERDICTS) == 5
