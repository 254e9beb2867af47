"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


class Handling(TextChoices):
    """What the planning group would do with a proposal to change an article."""

    TAKE_OVER = "overnemen", "Overnemen"
    ADAPTED = "aangepast", "Aangepast overnemen"
    NOT = "niet", "Niet overnemen"
    LAPSES = "vervalt", "Vervallen"


class AmendmentStatus(TextChoices):
    """How far a proposal to change an article is."""

    SUBMITTED = "ingediend", "Ingediend"
    HANDLED = "behandeld", "Wacht op de indiener"
    ACCEPTED = "aanvaard", "Aanvaard door de indiener"
    MAINTAINED = "gehandhaafd", "Gehandhaafd door de indiener"
    TAKEN_OVER = "overgenomen", "Overgenomen in de tekst"
    WITHDRAWN = "ingetrokken", "Ingetrokken"
