"""What the rules of an area's progress look at: plain numbers. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CoalitionFacts:
    """Counts of one area on one day; `coalition.trail.progress.queries` reads them."""

    planning_government: int = 0  # seats in the planning group, by the side of the person's organisation
    planning_society: int = 0
    parties: int = 0
    parties_spoken: int = 0
    spoken_government: int = 0
    spoken_society: int = 0
    boards: int = 0  # government parties
    boards_involved: int = 0  # of which an executive is a member here
    ambitions: int = 0  # not dropped
    ambitions_both_sides: int = 0  # resting on statements of government and of society
    articles: int = 0
    latest_version: int = 0  # 0: nothing frozen yet
    signatories: int = 0
    signatories_agreed: int = 0  # bestuurlijk akkoord or further
    signed: int = 0
    signed_government: int = 0
    signed_society: int = 0

    @property
    def planning_members(self) -> int:
        return self.planning_government + self.planning_society
