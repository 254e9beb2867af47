"""The five steps of the stappenplan and the state of each. Pure: facts in, states out.

The order of the steps is that of the OFL report on Zuid-Limburg (December 2022). It gives no
criteria for "done"; the rules below are our own and stand on the page beside their outcome.
"""

from dataclasses import dataclass
from enum import StrEnum

from coalition.trail.progress.rules.facts import CoalitionFacts
from novex_portal.toolkit.meters import counted

SMALLEST_PLANNING_GROUP = 3


class State(StrEnum):
    DONE = "Afgerond"
    RUNNING = "Loopt"
    IDLE = "Nog niet gestart"


@dataclass(frozen=True)
class StepState:
    """One step: where it stands, the numbers behind that, and the rule that was applied."""

    number: int
    name: str
    short: str
    state: State
    evidence: str
    rule: str

    @property
    def begun(self) -> bool:
        return self.state is not State.IDLE


def step_states(facts: CoalitionFacts) -> tuple[StepState, ...]:
    """Return the five steps in order."""
    return (_planning_group(facts), _conversations(facts), _executives(facts), _agreement(facts), _coalition(facts))


def furthest_step(states: tuple[StepState, ...]) -> int:
    """Return the number of the last step that has begun; 0 when none has. Steps may run side by side."""
    return max((step.number for step in states if step.begun), default=0)


def _state(*, begun: bool, done: bool) -> State:
    if done:
        return State.DONE
    return State.RUNNING if begun else State.IDLE


def _planning_group(facts: CoalitionFacts) -> StepState:
    members = facts.planning_members
    both = facts.planning_government > 0 and facts.planning_society > 0
    evidence = (
        f"{counted(members, 'lid', 'leden')}: {facts.planning_government} uit de overheid, "
        f"{facts.planning_society} uit de samenleving"
        if members
        else "Nog geen leden"
    )
    return StepState(
        number=1,
        name="Planningsgroep",
        short="planningsgroep",
        state=_state(begun=members > 0, done=members >= SMALLEST_PLANNING_GROUP and both),
        evidence=evidence,
        rule=f"Afgerond bij ten minste {SMALLEST_PLANNING_GROUP} leden, uit overheid én samenleving.",
    )


def _conversations(facts: CoalitionFacts) -> StepState:
    return StepState(
        number=2,
        name="Gesprekken",
        short="gesprekken",
        state=_state(begun=facts.parties_spoken > 0, done=0 < facts.parties <= facts.parties_spoken),
        evidence=f"{facts.parties_spoken} van {counted(facts.parties, 'partij', 'partijen')} gesproken",
        rule="Afgerond als met elke partij van het gebied ten minste één gesprek is vastgelegd.",
    )


def _executives(facts: CoalitionFacts) -> StepState:
    return StepState(
        number=3,
        name="Bestuurders",
        short="bestuurders",
        state=_state(begun=facts.boards_involved > 0, done=0 < facts.boards <= facts.boards_involved),
        evidence=f"{facts.boards_involved} van {counted(facts.boards, 'overheid', 'overheden')} met een bestuurder",
        rule="Afgerond als van elke overheid in het gebied een bestuurder meedoet in dit portaal.",
    )


def _agreement(facts: CoalitionFacts) -> StepState:
    done = (
        facts.articles > 0
        and facts.latest_version > 0
        and facts.signatories >= 2
        and facts.signatories_agreed == facts.signatories
    )
    parts = [counted(facts.ambitions, "ambitie", "ambities"), counted(facts.articles, "artikel", "artikelen")]
    if facts.latest_version:
        parts.append(f"versie {facts.latest_version}")
    return StepState(
        number=4,
        name="Ambities en akkoord",
        short="akkoord",
        state=_state(begun=facts.ambitions + facts.articles > 0, done=done),
        evidence=", ".join(parts),
        rule="Afgerond als er een versie is en elke ondertekenaar ten minste bestuurlijk akkoord gaf.",
    )


def _coalition(facts: CoalitionFacts) -> StepState:
    everyone = facts.signatories >= 2 and facts.signed == facts.signatories
    both = facts.signed_government > 0 and facts.signed_society > 0
    evidence = (
        f"{facts.signed} van {counted(facts.signatories, 'ondertekenaar', 'ondertekenaars')} tekende"
        if facts.signatories
        else "Nog geen ondertekenaars"
    )
    return StepState(
        number=5,
        name="Coalitie",
        short="coalitie",
        state=_state(begun=facts.signed > 0, done=everyone and both),
        evidence=evidence,
        rule="Afgerond als alle ondertekenaars getekend hebben, uit overheid én samenleving.",
    )
