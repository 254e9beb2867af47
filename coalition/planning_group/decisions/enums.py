"""The words of decisions: where a party stands, and which state may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class DecisionStatus(TextChoices):
    WAITING = "wacht", "Nog geen bericht"
    NOTED = "kennisgenomen", "Kennisgenomen"
    OFFICIALS_AGREE = "ambtelijk-akkoord", "Ambtelijk akkoord"
    EXECUTIVES_AGREE = "bestuurlijk-akkoord", "Bestuurlijk akkoord"
    ADOPTED = "vastgesteld", "Vastgesteld"
    REJECTED = "afgewezen", "Afgewezen"


# A party may say more than before, less than before, or no; only what was adopted stands until it is withdrawn.
follow(
    DecisionStatus,
    {
        DecisionStatus.WAITING: {
            DecisionStatus.NOTED,
            DecisionStatus.OFFICIALS_AGREE,
            DecisionStatus.EXECUTIVES_AGREE,
            DecisionStatus.ADOPTED,
            DecisionStatus.REJECTED,
        },
        DecisionStatus.NOTED: {
            DecisionStatus.WAITING,
            DecisionStatus.OFFICIALS_AGREE,
            DecisionStatus.EXECUTIVES_AGREE,
            DecisionStatus.ADOPTED,
            DecisionStatus.REJECTED,
        },
        DecisionStatus.OFFICIALS_AGREE: {
            DecisionStatus.NOTED,
            DecisionStatus.EXECUTIVES_AGREE,
            DecisionStatus.ADOPTED,
            DecisionStatus.REJECTED,
        },
        DecisionStatus.EXECUTIVES_AGREE: {
            DecisionStatus.OFFICIALS_AGREE,
            DecisionStatus.ADOPTED,
            DecisionStatus.REJECTED,
        },
        DecisionStatus.ADOPTED: {DecisionStatus.EXECUTIVES_AGREE},
        DecisionStatus.REJECTED: {DecisionStatus.WAITING},
    },
)
