"""What a handover moved, in words. Pure."""

from collections.abc import Mapping

_DONE = (
    ("actions", "1 open afspraak ging mee", "{} open afspraken gingen mee"),
    ("seats", "1 plek in de planningsgroep ging over, met de functies", "{} plekken in de planningsgroep gingen over"),
    ("contact", "De opvolger is nu contactpersoon van het gebied", "De opvolger is nu contactpersoon van het gebied"),
    ("duties", "De opvolger is nu verantwoordelijk voor 1 ijkmoment", "De opvolger is nu verantwoordelijk voor {} ijkmomenten"),
    ("measures", "De opvolger is nu aanspreekpunt of bestuurder bij 1 maatregel", "De opvolger is nu aanspreekpunt of bestuurder bij {} maatregelen"),
    ("mandates_ended", "1 mandaat eindigde met de rol", "{} mandaten eindigden met de rol"),
    ("mandates_renewed", "1 mandaat is opnieuw gegeven aan de opvolger", "{} mandaten zijn opnieuw gegeven aan de opvolger"),
    ("access", "De toegang van het account is beëindigd", "De toegang van het account is beëindigd"),
)  # fmt: skip
_STAYED = (
    "1 ijkmoment staat nog op het oude account: de opvolger heeft nog geen account in dit gebied",
    "{} ijkmomenten staan nog op het oude account: de opvolger heeft nog geen account in dit gebied",
)
_SEAT_ONLY_ENDED = "De plek in de planningsgroep eindigt, en is niet overgenomen"


def moved_words(moved: Mapping[str, int]) -> list[str]:
    """Say line by line what moved, what ended and what stayed."""
    lines = [
        (one if number == 1 else many).format(number) + "."
        for key, one, many in _DONE
        if (number := int(moved.get(key, 0)))
    ]
    if moved.get("seats_ended", 0) > moved.get("seats", 0):
        lines.append(f"{_SEAT_ONLY_ENDED}.")
    if stayed := int(moved.get("duties_stay", 0)):
        lines.append(_STAYED[stayed != 1].format(stayed) + ".")
    return lines or ["Er hing niets aan deze rol dat mee moest."]
