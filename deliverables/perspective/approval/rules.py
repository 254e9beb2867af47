"""Whether both halves of the duo stand behind one and the same version, and who is waited for. Pure; days come in."""

from dataclasses import dataclass
from datetime import date

from deliverables.perspective.approval.enums import Half
from novex_portal.toolkit.meters import counted

NAMES = {Half.STATE: "het Rijk", Half.REGION: "de regio"}


@dataclass(frozen=True)
class HalfStanding:
    """One half of the duo towards one version."""

    half: Half
    function: str  # who that is, or was when it approved; empty when no duo is known
    waits_since: date
    approved_on: date | None = None
    withdrawn_on: date | None = None
    reason: str = ""  # of withdrawing
    note: str = ""  # where the approval is written
    key: str = ""  # of the approval
    other: int = 0  # another version, newer than all others, that this half approved

    @property
    def has_approved(self) -> bool:
        """Whether its approval stands."""
        return self.approved_on is not None and self.withdrawn_on is None

    @property
    def label(self) -> str:
        return str(self.half.label)

    @property
    def name(self) -> str:
        """Het Rijk, de regio: as in the middle of a sentence."""
        return NAMES[self.half]


@dataclass(frozen=True)
class DuoStanding:
    """Both halves towards one version."""

    number: int
    state: HalfStanding
    region: HalfStanding

    @property
    def halves(self) -> tuple[HalfStanding, HalfStanding]:
        return self.state, self.region

    @property
    def is_approved(self) -> bool:
        """Whether both halves approved exactly this version; two versions with one half each are none."""
        return self.state.has_approved and self.region.has_approved

    @property
    def count(self) -> int:
        return sum(half.has_approved for half in self.halves)

    @property
    def waiting(self) -> list[HalfStanding]:
        """The halves that are waited for."""
        return [half for half in self.halves if not half.has_approved]

    @property
    def finding(self) -> str:
        """Het Rijk keurde versie 3 goed, de regio wacht."""
        if self.is_approved:
            return f"Het duo keurde versie {self.number} goed"
        if not self.count:
            return f"Versie {self.number} wacht op beide helften van het duo"
        done = next(half for half in self.halves if half.has_approved)
        name = done.name[:1].upper() + done.name[1:]
        return f"{name} keurde versie {self.number} goed, {self.waiting[0].name} wacht"

    @property
    def elsewhere(self) -> list[str]:
        """Say of the halves that are waited for which other version they did approve: that does not count here."""
        return [
            f"{half.name[:1].upper() + half.name[1:]} keurde versie {half.other} goed; dat telt niet voor versie {self.number}."
            for half in self.waiting
            if half.other and half.other != self.number
        ]


def waiting_words(since: date, today: date) -> str:
    """Wacht 10 dagen; wacht sinds vandaag."""
    days = (today - since).days
    return f"Wacht {counted(days, 'dag', 'dagen')}" if days > 0 else "Wacht sinds vandaag"
