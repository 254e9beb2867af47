"""Conversations as rows of a file. Takes conversations that were fetched with everything."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from coalition.conversations.recording.models import Conversation
from novex_portal.toolkit.files.exports import Value, XlsxFile
from novex_portal.toolkit.text import dutch

COLUMNS = {
    "Gesprek": 38,
    "Datum": 12,
    "Plaats": 20,
    "Soort gesprek": 14,
    "Organisaties": 40,
    "Rollen": 30,
    "Opgaven": 30,
    "Verslag": 80,
    "Vertrouwelijkheid": 16,
    "Vastgelegd door": 28,
    "Vastgelegd op": 14,
    "Ronde": 24,
}
IN_ONE_LINE = ("Uitspraken", "Afspraken")
SHEETS = {
    "Gesprekken": COLUMNS,
    "Uitspraken": {
        "Gesprek": 38,
        "Datum": 12,
        "Organisatie": 30,
        "Soort partij": 22,
        "Opgave": 30,
        "Standpunt": 60,
        "Belang": 60,
        "Houding": 24,
        "Urgentie": 10,
    },
    "Afspraken": {"Gesprek": 38, "Afspraak": 60, "Wie": 30, "Uiterlijk op": 12, "Stand": 12},
}


def conversation_row(conversation: Conversation) -> list[Value]:
    """Return the columns of one conversation, in the order of COLUMNS."""
    people = list(conversation.participants.all())
    return [
        str(conversation.pk),
        conversation.held_on,
        conversation.place,
        conversation.get_form_display(),
        ", ".join(dict.fromkeys(row.organisation.name for row in people)),
        ", ".join(row.person.role for row in people if row.person),
        ", ".join(challenge.title for challenge in conversation.challenges.all()),
        conversation.report,
        conversation.get_confidentiality_display(),
        str(conversation.author),
        timezone.localdate(conversation.created_at),
        conversation.round.title if conversation.round else "",
    ]


def line_rows(chunks: Iterable[list[Conversation]]) -> Iterator[list[Value]]:
    """Yield one row a conversation, what was said and agreed in two columns more."""
    for chunk in chunks:
        for conversation in chunk:
            said = [_statement_in_words(row) for row in statement_rows(conversation)]
            agreed = [
                f"{row.what} ({row.owner}{f', voor {dutch.short_date(row.due_on)}' if row.due_on else ''})"
                for row in conversation.action_items.all()
            ]
            yield [*conversation_row(conversation), "\n".join(said), "\n".join(agreed)]


def _statement_in_words(row: list[Value]) -> str:
    _, _, party, _, challenge, position, interest, stance, urgency = row
    behind = f" Belang: {interest}" if interest else ""
    return f"{party} over {challenge}: {position}{behind} ({stance}, urgentie {urgency})"


def statement_rows(conversation: Conversation) -> list[list[Value]]:
    """Return the rows of the sheet with statements."""
    return [
        [
            str(conversation.pk),
            conversation.held_on,
            row.organisation.name,
            row.organisation.get_kind_display(),
            row.challenge.title,
            row.position,
            row.interest,
            row.get_stance_display(),
            row.urgency,
        ]
        for row in conversation.statements.all()
    ]


def fill_workbook(book: XlsxFile, chunks: Iterable[list[Conversation]]) -> None:
    """Write the conversations, their statements and their action items, each on a sheet of its own."""
    for chunk in chunks:
        for conversation in chunk:
            book.add("Gesprekken", conversation_row(conversation))
            for row in statement_rows(conversation):
                book.add("Uitspraken", row)
            for item in conversation.action_items.all():
                what: list[Value] = [
                    str(conversation.pk),
                    item.what,
                    item.owner,
                    item.due_on,
                    item.get_status_display(),
                ]
                book.add("Afspraken", what)
