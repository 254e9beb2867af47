"""The words of relations between organisations."""

from django.db.models import TextChoices


class RelationKind(TextChoices):
    """How one organisation stands to another; who enters it chooses one."""

    COOPERATES = "samenwerking", "Samenwerking"
    CONSULTS = "overleg", "Overleg"
    KNOWS = "kent-elkaar", "Mensen kennen elkaar"
    FUNDS = "financiering", "Financiering"
    COMMISSIONS = "opdracht", "Opdracht"
    SUPERVISES = "toezicht", "Bevoegd gezag of toezicht"
    TENSION = "spanning", "Spanning"

    @property
    def has_direction(self) -> bool:
        """Whether it matters which of the two comes first: who pays, who asks, who supervises."""
        return self in {RelationKind.FUNDS, RelationKind.COMMISSIONS, RelationKind.SUPERVISES}
