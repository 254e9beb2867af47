"""Taking over the reading of texts as they were typed."""

from areas.models import User
from coalition.agreement.document.enums import Grammar
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.numbering import lock
from coalition.agreement.reading.queries import readings_of
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem


@action
def take_over_reading(*, agreement: Agreement, actor: User, seen: str) -> Agreement:
    """Read the working texts of an akkoord by the law from now on; frozen versions stay as they were.

    `seen` is the mark of the list that was looked at. Doing it twice is doing it once. Raises Conflict when a text
    changed since, and Problem when one refers to what is not there.
    """
    agreement = lock(agreement.pk)
    if agreement.grammar == Grammar.LAW:
        return agreement
    found = readings_of(agreement)
    if found.seen != seen:
        raise Conflict("Intussen is een tekst gewijzigd. Bekijk de lijst opnieuw, en neem daarna over.")
    if found.stopping:
        numbers = ", ".join(dict.fromkeys(row.number for row in found.stopping))
        raise Problem(f"Kijk eerst de tekst na van artikel {numbers}. Daar staat iets in dat niet kan blijven.")
    agreement.grammar = Grammar.LAW
    agreement.save(update_fields=["grammar"])
    return agreement
