"""What the planning group looks like as ruggengraat: its balance, and the functions nobody has. Pure.

The report names five functions and asks for members from government and society. It gives no
measure of balance; the rule below is our own and stands on the page beside its outcome.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from novex_portal.toolkit.meters import counted

SMALLEST_PART = 3  # each side has at least one in so many members


@dataclass(frozen=True)
class Verdict:
    """A judgement in words, the sign that goes with it, the numbers behind it and the rule that was applied."""

    sign: str  # good, attention or idle
    words: str
    evidence: str
    rule: str


@dataclass(frozen=True)
class Cover:
    """One function and how many members carry it."""

    function: str
    label: str
    carriers: int


def balance(government: int, society: int) -> Verdict:
    """Judge whether government and society weigh up against each other in the group."""
    members = government + society
    rule = (
        "In balans als de overheid en de samenleving elk ten minste een derde van de leden hebben. "
        "Deze regel is van dit portaal."
    )
    if not members:
        return Verdict("idle", "Nog geen leden", "Er zit nog niemand in de planningsgroep.", rule)
    evidence = f"{counted(government, 'lid', 'leden')} van de overheid, {society} uit de samenleving."
    smallest = min(government, society)
    if smallest * SMALLEST_PART >= members:
        return Verdict("good", "In balans", evidence, rule)
    side = "de overheid" if government > society else "de samenleving"
    if not smallest:
        return Verdict("attention", f"Alleen {side}", evidence, rule)
    return Verdict("attention", f"Vooral {side}", evidence, rule)


def cover(functions: Mapping[str, str], members: Iterable[Iterable[str]]) -> list[Cover]:
    """Count for each function (value → label) how many members carry it, in the order given."""
    carried = [function for member in members for function in set(member)]
    return [Cover(value, label, carried.count(value)) for value, label in functions.items()]


def missing_functions(covers: Sequence[Cover]) -> Verdict:
    """Say which functions nobody has."""
    rule = "Elke functie heeft ten minste één lid nodig. De vijf functies komen uit het OFL-rapport over Zuid-Limburg."
    missing = [row.label for row in covers if not row.carriers]
    present = len(covers) - len(missing)
    evidence = f"{present} van de {len(covers)} functies {'heeft' if present == 1 else 'hebben'} een lid."
    if not missing:
        return Verdict("good", "Elke functie heeft iemand", evidence, rule)
    return Verdict("attention", f"Niemand heeft: {_in_a_row(missing)}", evidence, rule)


def _in_a_row(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} en {quoted[-1]}"
