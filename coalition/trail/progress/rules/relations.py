"""How far parties are with each other: the meter "relatievoortgang". Pure.

The rule is our own. It is never added up with the pressure of time: the two pull in different
directions, and that tension is what the page must show.
"""

from coalition.trail.progress.rules.facts import CoalitionFacts
from novex_portal.toolkit.meters import Condition, Meter, counted, steps_up

WORDS = ("Aftasten", "Kennen", "Begrijpen", "Binden", "Dragen")
VERDICTS = (
    "Partijen tasten elkaar af",
    "Partijen leren elkaar kennen",
    "Partijen begrijpen elkaar",
    "Partijen binden zich",
    "Partijen dragen het samen",
)
AMBITIONS_TO_BIND = 3


def relation_meter(facts: CoalitionFacts) -> Meter:
    """Return where the relations between the parties of an area stand, and why."""
    both = facts.spoken_government > 0 and facts.spoken_society > 0
    conditions = (
        Condition(
            "Kennen: ten minste een derde van de partijen is gesproken.",
            _share(facts.parties_spoken, facts.parties, 1),
        ),
        Condition(
            "Begrijpen: ten minste twee derde is gesproken, uit overheid én samenleving.",
            both and _share(facts.parties_spoken, facts.parties, 2),
        ),
        Condition(
            f"Binden: ten minste {AMBITIONS_TO_BIND} ambities rusten op uitspraken uit overheid én samenleving.",
            facts.ambitions_both_sides >= AMBITIONS_TO_BIND,
        ),
        Condition(
            "Dragen: ten minste twee derde van de ondertekenaars gaf bestuurlijk akkoord.",
            _share(facts.signatories_agreed, facts.signatories, 2),
        ),
    )
    level = steps_up(conditions)
    spoken = (
        f"{facts.parties_spoken} van de {counted(facts.parties, 'partij is', 'partijen zijn')} gesproken. "
        if facts.parties
        else "Er staan nog geen partijen bij dit gebied. "
    )
    verb = "ambitie rust" if facts.ambitions_both_sides == 1 else "ambities rusten"
    return Meter(
        words=WORDS,
        level=level,
        verdict=VERDICTS[level - 1],
        evidence=f"{spoken}{facts.ambitions_both_sides} {verb} op overheid én samenleving.",
        conditions=conditions,
    )


def _share(part: int, whole: int, thirds: int) -> bool:
    """Whether part is at least so many thirds of whole; never of nothing."""
    return whole > 0 and 3 * part >= thirds * whole
