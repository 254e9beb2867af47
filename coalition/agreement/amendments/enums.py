"""The words of amendments, and which state may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class About(TextChoices):
    """Which text of the akkoord a proposal is about."""

    ARTICLE = "artikel", "Artikel"
    TERM = "begrip", "Begrip"
    PREAMBLE = "overwegingen", "Overwegingen"
    EXHIBIT = "bijlagestuk", "Bijschrift in een bijlage"


class Verb(TextChoices):
    """What a proposal would do with it."""

    CHANGE = "wijzigen", "Wijzigen"
    ADD = "toevoegen", "Toevoegen"
    STRIKE = "schrappen", "Schrappen"


class Handling(TextChoices):
    """What the planning group would do with a proposal."""

    TAKE_OVER = "overnemen", "Overnemen"
    ADAPTED = "aangepast", "Aangepast overnemen"
    NOT = "niet", "Niet overnemen"
    LAPSES = "vervalt", "Vervallen"


class AmendmentStatus(TextChoices):
    """How far a proposal is."""

    SUBMITTED = "ingediend", "Ingediend"
    HANDLED = "behandeld", "Wacht op de indiener"
    ACCEPTED = "aanvaard", "Aanvaard door de indiener"
    MAINTAINED = "gehandhaafd", "Gehandhaafd door de indiener"
    TAKEN_OVER = "overgenomen", "Overgenomen in de tekst"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


# The planning group may think again until the words stand in the text; the proposer may withdraw until then.
follow(
    AmendmentStatus,
    {
        AmendmentStatus.SUBMITTED: {AmendmentStatus.HANDLED, AmendmentStatus.WITHDRAWN},
        AmendmentStatus.HANDLED: {AmendmentStatus.ACCEPTED, AmendmentStatus.MAINTAINED, AmendmentStatus.WITHDRAWN},
        AmendmentStatus.ACCEPTED: {AmendmentStatus.HANDLED, AmendmentStatus.TAKEN_OVER, AmendmentStatus.WITHDRAWN},
        AmendmentStatus.MAINTAINED: {AmendmentStatus.HANDLED, AmendmentStatus.WITHDRAWN},
        AmendmentStatus.TAKEN_OVER: set(),
        AmendmentStatus.WITHDRAWN: set(),
    },
)
