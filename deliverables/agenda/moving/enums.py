"""What may become of dates that somebody proposed for a measure."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class ProposalState(TextChoices):
    OPEN = "open", "Wacht op antwoord"
    ACCEPTED = "overgenomen", "Overgenomen"
    DECLINED = "afgewezen", "Afgewezen"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


follow(
    ProposalState,
    {
        ProposalState.OPEN: {ProposalState.ACCEPTED, ProposalState.DECLINED, ProposalState.WITHDRAWN},
        ProposalState.ACCEPTED: set(),
        ProposalState.DECLINED: set(),
        ProposalState.WITHDRAWN: set(),
    },
)
