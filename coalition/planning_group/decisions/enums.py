"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


class DecisionStatus(TextChoices):
    WAITING = "wacht", "Nog geen bericht"
    NOTED = "kennisgenomen", "Kennisgenomen"
    OFFICIALS_AGREE = "ambtelijk-akkoord", "Ambtelijk akkoord"
    EXECUTIVES_AGREE = "bestuurlijk-akkoord", "Bestuurlijk akkoord"
    ADOPTED = "vastgesteld", "Vastgesteld"
    REJECTED = "afgewezen", "Afgewezen"
