"""The lines of a file with parties, as they were kept: what each says, and what that comes to.

Nothing here asks the database per line: `Ground` holds what is known, a line becomes a `Plan`, and
`areas.imports.writing` writes all plans together. All faults of a line are told together.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator

from areas.imports.deciding import Deciding
from areas.imports.kinds import Row
from areas.imports.queries.ground import Ground, all_names
from areas.imports.rules.columns import names_in, sound
from areas.imports.rules.party_columns import COLUMNS, is_phone, kind_of, web_address
from areas.imports.rules.party_plan import PartyPlan
from areas.imports.rules.plan import Action, Plan, hold_back
from areas.parties.rules.lookalikes import Lookalikes
from areas.parties.rules.similarity import words_of

KINDS_IN_WORDS = "Kies uit: rijk, provincie, gemeente, waterschap, maatschappelijke organisatie, bedrijf, kennisinstelling of bewoners."
_is_url = URLValidator(schemes=["http", "https"])
_is_email = EmailValidator()
REPORT_EVERY = 250


def plans_for(
    rows: Sequence[Row],
    ground: Ground,
    *,
    expected: Mapping[int, str] | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> list[PartyPlan]:
    """Return what each line comes to, in their order.

    `expected` gives for each number the mark of what was confirmed: a line that by now would do
    something else is held back and told.
    """
    lines = {_name_on(row).lower(): row["number"] for row in rows}
    deciding = Deciding(ground, lines)
    plans = []
    for place, row in enumerate(rows, start=1):
        if place % REPORT_EVERY == 0:
            progress(place / len(rows))
        plan = _read(row, known=ground.known.get(_name_on(row).lower()))
        deciding.decide(plan)
        plans.append(plan)
    if expected is not None:
        hold_back(plans, expected)
    deciding.settle(plans)
    return plans


def names_of(rows: Sequence[Row]) -> set[str]:
    """Return every name the rows mention, umbrellas too."""
    names: set[str] = set()
    for row in rows:
        names.add(_name_on(row))
        names.update(names_in(row["values"].get("koepel", "")))
    return names - {""}


def _name_on(row: Row) -> str:
    return str(row["values"].get("naam", ""))


def _read(row: Row, *, known: Any) -> PartyPlan:
    """Return a line with what its cells say, and what is wrong with them."""
    plan = PartyPlan(row["number"], known=known)
    for column, (part, read) in READERS.items():
        try:
            setattr(plan, part, read(sound(row["values"].get(column, ""))))
        except ValueError as fault:
            plan.fault(column, str(fault))
    for column in row.get("cut", ()):
        plan.fault(
            column, f"De tekst was langer dan {COLUMNS.by_key[column].most} tekens en is afgekapt. Kort hem in."
        )
    return plan


def warn_of_lookalikes(plans: Sequence[Plan], progress: Callable[[float], None]) -> None:
    """Say of new names which others they resemble: in the portal, and elsewhere in the file."""
    new = {str(plan.number): plan for plan in plans if plan.action == Action.NEW}
    alike = Lookalikes({number: plan.name for number, plan in new.items()})
    seen: Counter[str] = Counter()
    for name in all_names() if new else ():
        for number in alike.like(name)[:5]:
            seen[number] += 1
            if seen[number] <= 3:
                new[number].warnings.append(f"Lijkt op “{name}”, die al in het portaal staat.")
    for place, (number, plan) in enumerate(new.items()):
        if place % 100 == 0:
            progress(0.5 + 0.5 * place / len(new))
        others = [new[other] for other in alike.like(plan.name) if other != number]
        plan.warnings += [f"Lijkt op “{other.name}” op regel {other.number} van dit bestand." for other in others[:2]]


# --- Cells: text in, value out; a fault is a ValueError with a sentence and an example ------------


def _name(text: str) -> str:
    if not text:
        raise ValueError("De naam ontbreekt. Vul de naam van de organisatie in, bijvoorbeeld “Waterschap Limburg”.")
    if not any(sign.isalnum() for sign in text) or not words_of(text):
        raise ValueError("Dit is geen naam. Vul de naam van de organisatie in, bijvoorbeeld “Waterschap Limburg”.")
    return text


def _kind(text: str) -> str:
    kind = kind_of(text)
    if text and not kind:
        raise ValueError(f"“{text}” is geen soort partij. {KINDS_IN_WORDS}")
    return kind


def _website(text: str) -> str:
    if not text:
        return ""
    address = web_address(text)
    try:
        _is_url(address)
    except ValidationError as error:
        raise ValueError("Dit is geen webadres. Vul het zo in: www.waterschaplimburg.nl.") from error
    if len(address) > COLUMNS.by_key["website"].most:
        raise ValueError("Dit webadres is te lang. Het mag 200 tekens lang zijn.")
    return address


def _umbrellas(text: str) -> tuple[str, ...]:
    return tuple(names_in(text))


def _email(text: str) -> str:
    if not text:
        return ""
    try:
        _is_email(text)
    except ValidationError as error:
        raise ValueError("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl.") from error
    return text


def _phone(text: str) -> str:
    if text and not is_phone(text):
        raise ValueError("Dit is geen telefoonnummer. Vul het zo in: 043 123 45 67 of +31 43 123 45 67.")
    return text


def _as_it_is(text: str) -> str:
    return text


READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "naam": ("name", _name),
    "soort": ("kind", _kind),
    "website": ("website", _website),
    "koepel": ("umbrellas", _umbrellas),
    "aantekeningen": ("notes", _as_it_is),
    "functie": ("role", _as_it_is),
    "e-mail": ("email", _email),
    "telefoon": ("phone", _phone),
}
"""Which part of a plan each column fills, and how its cell is read."""
