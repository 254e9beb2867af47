"""The rules of a mandate: who may commit whom, how far, until when. Pure: no database, no clock."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from areas.mandates.enums import MandateLevel
from areas.people.rules.periods import period_faults
from novex_portal.toolkit.text.dutch import long_date

SOON = 60
"""So many days before its end a mandate counts as ending."""

UMBRELLA_WORDS = "De handtekening van een koepel bindt haar leden niet."

LEVEL_HELP: dict[str, str] = {
    MandateLevel.TALK: "Denkt en praat mee, en belooft niets namens de partij.",
    MandateLevel.RESERVE: "Zegt iets toe, en legt het daarna nog voor aan het eigen bestuur.",
    MandateLevel.BIND: "Wat deze persoon toezegt, geldt voor de partij. Dat kan alleen op grond van een besluit.",
}


class MandateState(StrEnum):
    """How a mandate stands on a day."""

    COMING = "komt"
    HOLDS = "geldt"
    ENDING = "loopt-af"
    ENDED = "verlopen"


STATE_WORDS = {
    MandateState.COMING: ("idle", "Begint nog"),
    MandateState.HOLDS: ("good", "Geldt"),
    MandateState.ENDING: ("attention", "Loopt af"),
    MandateState.ENDED: ("half", "Verlopen"),
}


@dataclass(frozen=True)
class Terms:
    """A mandate as somebody wants to give it, with what matters of the role behind it."""

    level: str
    basis: str
    valid_from: date
    valid_until: date | None
    role_from: date | None = None
    role_until: date | None = None
    # Whether the person belongs to the organisation they commit, and if not whether to an umbrella of it.
    for_own: bool = True
    through_umbrella: bool = False


def state_on(day: date, valid_from: date, valid_until: date | None) -> MandateState:
    """Tell how a mandate stands on a day."""
    if valid_until and valid_until < day:
        return MandateState.ENDED
    if valid_from > day:
        return MandateState.COMING
    ending = valid_until is not None and valid_until <= day + timedelta(days=SOON)
    return MandateState.ENDING if ending else MandateState.HOLDS


def mandate_faults(terms: Terms) -> dict[str, str]:
    """Return why a mandate cannot be given like this, by the name of the field; empty when it can."""
    faults = period_faults(terms.valid_from, terms.valid_until)
    faults |= {name: text for name, text in _role_faults(terms).items() if name not in faults}
    binds = terms.level == MandateLevel.BIND
    if terms.level not in MandateLevel.values:
        faults["level"] = "Kies hoe ver het mandaat gaat."
    if binds and terms.through_umbrella:
        faults["level"] = f"{UMBRELLA_WORDS} Kies een lager niveau, of geef het mandaat aan iemand van het lid zelf."
    if not terms.basis.strip() and binds:
        faults["basis"] = (
            "Wie mag binden, doet dat op grond van iets. Vul in wat, bijvoorbeeld “Collegebesluit 2026/12”."
        )
    elif not terms.basis.strip() and not terms.for_own:
        faults["basis"] = (
            "Deze persoon hoort bij een andere organisatie. Vul in op grond waarvan het mag, bijvoorbeeld “Machtiging”."
        )
    return faults


def _role_faults(terms: Terms) -> dict[str, str]:
    faults = {}
    if terms.role_from and terms.valid_from < terms.role_from:
        faults["valid_from"] = f"De rol begint pas op {long_date(terms.role_from)}. Kies een dag vanaf dan."
    if terms.role_until and terms.valid_from > terms.role_until:
        faults["valid_from"] = (
            f"De rol eindigt op {long_date(terms.role_until)}. Een mandaat kan daarna niet beginnen."
        )
    elif terms.role_until and terms.valid_until and terms.valid_until > terms.role_until:
        faults["valid_until"] = (
            f"De rol eindigt op {long_date(terms.role_until)}. Een mandaat duurt nooit langer dan de rol."
        )
    return faults
