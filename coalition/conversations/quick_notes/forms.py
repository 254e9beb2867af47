"""Between notes and the conversation form: what the notes are read as, ready to be shown."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from coalition.conversations.quick_notes.rules import Notes, as_raw, read
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.recording.queries import FormChoices
from coalition.conversations.recording.rules import rawform
from coalition.conversations.recording.rules.political import political_opinion
from coalition.conversations.recording.rules.rawform import Raw
from coalition.conversations.statements.enums import Stance
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.names import name_key

SHOWN = 50
"""Rows of a sort that are shown while somebody types; the form shows them all."""
READ = 100_000
"""Characters that are looked at for a warning."""


@dataclass(frozen=True)
class ShownParty:
    name: str
    role: str
    is_new: bool


@dataclass(frozen=True)
class ShownStatement:
    position: str
    interest: str
    organisation: str
    challenge: str
    stance: str


@dataclass(frozen=True)
class ShownAction:
    what: str
    owner: str
    due: str


@dataclass(frozen=True)
class Reading:
    """What the page shows beside the notes."""

    notes: Notes
    parties: list[ShownParty] = field(default_factory=list)
    statements: list[ShownStatement] = field(default_factory=list)
    agreed: list[ShownAction] = field(default_factory=list)
    challenges: list[str] = field(default_factory=list)
    warning: str = ""


def fresh_notes() -> Raw:
    """Return the page as it begins: today, for the planning group."""
    return {
        "held_on": [dutch.short_date(timezone.localdate())],
        "confidentiality": [Confidentiality.PLANNING_GROUP],
        "quick": ["1"],
    }


def notes_of(choices: FormChoices, raw: Raw) -> Notes:
    """Read the notes in a form against the names of the area."""
    return read(
        rawform.first(raw, "report"),
        organisations=choices.organisations,
        challenges={pk: challenge.title for pk, challenge in choices.challenges.items()},
        held_on=_held_on(raw),
    )


def worked_out(choices: FormChoices, raw: Raw) -> Raw:
    """Return the form with its notes in fields of their own, when it still has notes to read."""
    return as_raw(notes_of(choices, raw), raw) if rawform.READS_MARKS & raw.keys() else raw


def shown(choices: FormChoices, raw: Raw) -> Reading | None:
    """Return the notes as they are read, in words for the page; nothing for a form of which no notes are read."""
    if not rawform.READS_MARKS & raw.keys():
        return None
    notes = notes_of(choices, raw)
    known = {name_key(name) for name in choices.organisations}
    titles = {pk: challenge.title for pk, challenge in choices.challenges.items()}
    typed = [rawform.first(row, "organisation") for row in rawform.filled_rows(raw, "participants")]
    named = {name_key(name): name for name in [*typed, *notes.participants] if name}
    lone = next(iter(named.values())) if len(named) == 1 else ""
    return Reading(
        notes,
        parties=[ShownParty(n, r, name_key(n) not in known) for n, r in [*notes.participants.items()][:SHOWN]],
        statements=[
            ShownStatement(
                row.position,
                row.interest,
                row.organisation or lone,
                titles.get(row.challenge, ""),
                Stance(row.stance).label,
            )
            for row in notes.statements[:SHOWN]
        ],
        agreed=[
            ShownAction(row.what, row.owner, dutch.short_date(row.due) if row.due else "")
            for row in notes.agreed[:SHOWN]
        ],
        challenges=[titles[pk] for pk in notes.challenges],
        warning=political_opinion(rawform.first(raw, "report")[:READ]),
    )


def _held_on(raw: Raw) -> date:
    try:
        return dutch.parse_date(rawform.first(raw, "held_on"))
    except dutch.UnclearError:
        return timezone.localdate()
