"""A recorded conversation as the form would have it, and two forms side by side in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from coalition.conversations.recording.data import (
    ActionItemData,
    ConversationData,
    ParticipantData,
    StatementData,
)
from coalition.conversations.recording.enums import Confidentiality, ConversationForm
from coalition.conversations.recording.models import Conversation
from coalition.conversations.recording.queries import FormChoices
from coalition.conversations.recording.rules.rawform import Difference, Raw, differences
from coalition.conversations.statements.enums import Stance, Urgency
from novex_portal.toolkit.text import dutch

_LABELS = {
    "form": "Soort gesprek",
    "held_on": "Datum",
    "place": "Plaats",
    "round": "Ronde",
    "report": "Verslag",
    "challenges": "Opgaven",
    "confidentiality": "Vertrouwelijkheid",
    "readers": "Lezers",
    "organisation": "organisatie",
    "role": "rol",
    "challenge": "opgave",
    "position": "standpunt",
    "interest": "belang",
    "stance": "houding",
    "urgency": "urgentie",
    "what": "afspraak",
    "owner": "wie",
    "due_on": "uiterlijk op",
}
_ROW_LABELS = {"participants": "Deelnemer", "statements": "Uitspraak", "actions": "Afspraak"}


@dataclass(frozen=True)
class Line:
    """One field on which two versions differ, in words."""

    label: str
    mine: str
    theirs: str


def raw_of(conversation: Conversation) -> Raw:
    """Return the form that would make this conversation; fetch it `with_everything` first."""
    return raw_of_data(data_of(conversation)) | {"conversation_version": [str(conversation.version)]}


def raw_of_data(data: ConversationData) -> Raw:
    """Return a conversation as the form would have it, each value as the portal itself writes it."""
    is_confidential = data.confidentiality == Confidentiality.CONFIDENTIAL
    raw: Raw = {
        "form": [data.form],
        "held_on": [dutch.short_date(data.held_on)],
        "place": [data.place],
        "round": [str(data.round.pk)] if data.round else [],
        "report": [data.report],
        "challenges": [str(challenge.pk) for challenge in data.all_challenges],
        "confidentiality": [data.confidentiality],
        "readers": [str(reader.pk) for reader in data.readers] if is_confidential else [],
    }
    for prefix, rows in _rows_of(data).items():
        for number, row in enumerate(rows):
            raw |= {f"{prefix}-{number}-{column}": [value] for column, value in row.items()}
    return raw


def data_of(conversation: Conversation) -> ConversationData:
    """Return what a recorded conversation was made of; fetch it `with_everything` first."""
    return ConversationData(
        held_on=conversation.held_on,
        place=conversation.place,
        round=conversation.round,
        form=conversation.form,
        report=conversation.report,
        confidentiality=conversation.confidentiality,
        challenges=tuple(conversation.challenges.all()),
        readers=tuple(conversation.readers.all()),
        participants=tuple(
            ParticipantData(row.organisation.name, row.person.role if row.person else "")
            for row in conversation.participants.all()
        ),
        statements=tuple(
            StatementData(
                row.organisation.name, row.challenge, row.position, row.interest, row.stance, row.urgency, row.pk
            )
            for row in conversation.statements.all()
        ),
        action_items=tuple(
            ActionItemData(row.what, row.owner, row.due_on, row.owner_user, row.pk)
            for row in conversation.action_items.all()
        ),
    )


def _rows_of(data: ConversationData) -> dict[str, list[dict[str, str]]]:
    return {
        "participants": [{"organisation": row.organisation, "role": row.role} for row in data.participants],
        "statements": [
            {
                "id": str(row.id or ""),
                "organisation": row.organisation,
                "challenge": str(row.challenge.pk),
                "position": row.position,
                "interest": row.interest,
                "stance": row.stance,
                "urgency": str(row.urgency),
            }
            for row in data.statements
        ],
        "actions": [
            {
                "id": str(row.id or ""),
                "what": row.what,
                "owner": row.owner,
                "due_on": dutch.short_date(row.due_on) if row.due_on else "",
            }
            for row in data.action_items
        ],
    }


def side_by_side(mine: Raw, theirs: Raw, choices: FormChoices) -> list[Line]:
    """Return the fields on which two forms differ, with label and both values in words."""
    return list(_lines(mine, theirs, choices))


def _lines(mine: Raw, theirs: Raw, choices: FormChoices) -> Iterator[Line]:
    for found in differences(mine, theirs):
        column = found.name.rpartition("-")[2]
        yield Line(_label(found), _words(found.mine, column, choices), _words(found.theirs, column, choices))


def _label(found: Difference) -> str:
    prefix, _, rest = found.name.partition("-")
    number, _, column = rest.partition("-")
    if prefix in _ROW_LABELS and number.isdigit():
        return f"{_ROW_LABELS[prefix]} {int(number) + 1}: {_LABELS.get(column, column)}"
    return _LABELS.get(found.name, found.name)


def _words(values: tuple[str, ...], column: str, choices: FormChoices) -> str:
    return ", ".join(_word(value, column, choices) for value in values)


def _word(value: str, column: str, choices: FormChoices) -> str:
    if column in {"challenge", "challenges"}:
        challenge = choices.challenges.get(value)
        return challenge.title if challenge else "onbekende opgave"
    if column == "round":
        return choices.rounds[value].title if value in choices.rounds else "onbekende ronde"
    if column == "readers":
        return next((str(user) for pk, user in choices.members.users.items() if str(pk) == value), "oud-lid")
    offered = {"form": ConversationForm, "confidentiality": Confidentiality, "stance": Stance, "urgency": Urgency}
    if column in offered:
        return {str(key): str(label) for key, label in offered[column].choices}.get(value, value)
    return value
