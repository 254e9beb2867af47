"""Notes in the small grammar of the 90-second page: one mark at the start of a line says what it is.

`~` standpunt, `^` belang, `!` afspraak, `?` open vraag, `@` organisatie, `#` opgave; any other line is
plain report. Pure: any text goes in, nothing is refused and no character is lost: the pieces put
behind each other are the text. Takes time in proportion to the length of the text.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from coalition.conversations.recording.rules import rawform
from coalition.conversations.recording.rules.rawform import Raw
from coalition.conversations.statements.enums import Stance
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.names import name_key, tidy_name, without_accents

MARKS = {
    "~": "Standpunt",
    "^": "Belang",
    "!": "Afspraak",
    "?": "Open vraag",
    "@": "Organisatie",
    "#": "Opgave",
}
"""The marks and their words, in the order of the legend."""
REPORT = "Verslag"
STANCES = {"+-": Stance.CONDITIONAL, "±": Stance.CONDITIONAL, "+": Stance.SUPPORTS, "-": Stance.OBJECTS}
"""What may follow a tilde to say how the party stands towards the opgave; nothing is neutral."""
ANSWER_WITHIN = timedelta(days=14)
"""An open question becomes something to find out for who held the conversation, by this time."""
NAME_WORDS = 12
LONGEST_NAME = 200
LONGEST_ACTION = 300
MOST_MENTIONS = 2_000
"""Names within lines that are looked up; who pastes a book gets its text back, not its index."""

_LINE = re.compile(r"\n+|[^\n]+\n?")
_NAMED = re.compile(r"(?<!\w)[@#](?=\w)")
_WORD = re.compile(r"[\w&'’./-]+")
_DATE = re.compile(
    r"(?:vóór|voor|uiterlijk|op)?\s*(\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]{3,9}\.? \d{4})\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """A line as it was typed, with its end, and what it was taken for."""

    kind: str
    text: str


@dataclass
class SaidRow:
    """A standpunt with the belang behind it; empty where the notes do not say."""

    position: str
    organisation: str = ""
    challenge: str = ""
    interests: list[str] = field(default_factory=list)
    stance: str = Stance.NEUTRAL

    @property
    def interest(self) -> str:
        """The belang, however many lines it takes."""
        return " ".join(self.interests)


@dataclass(frozen=True)
class AgreedRow:
    """What was agreed, or a question somebody has to find out."""

    what: str
    owner: str = ""
    due: date | None = None


@dataclass
class Notes:
    """What the notes were read as; `participants` maps a name to the role that stands behind it."""

    pieces: list[Piece] = field(default_factory=list)
    participants: dict[str, str] = field(default_factory=dict)
    challenges: list[str] = field(default_factory=list)
    statements: list[SaidRow] = field(default_factory=list)
    agreed: list[AgreedRow] = field(default_factory=list)
    unknown_themes: list[str] = field(default_factory=list)
    loose_interests: list[str] = field(default_factory=list)
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no line had a mark."""
        return not (self.participants or self.challenges or self.statements or self.agreed or self.unknown_themes)


class Known:
    """The names of an area, found however somebody types them: capitals, accents and hyphens do not count."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` maps what is to be given back to the name people use."""
        self.by_words = {_words(name): key for key, name in names.items() if _words(name)}

    def longest(self, words: Sequence[str]) -> tuple[str, int]:
        """Return the name the words begin with, and how many words it takes; ("", 0) when there is none."""
        for length in range(min(len(words), NAME_WORDS), 0, -1):
            found = self.by_words.get(tuple(words[:length]))
            if found is not None:
                return found, length
        return "", 0

    def like(self, text: str) -> str:
        """Return the only name that is, begins with, or has a word beginning with the text; else nothing."""
        wanted = _words(text)
        if not wanted:
            return ""
        if wanted in self.by_words:
            return self.by_words[wanted]
        for fits in (_begins, _has_word):
            found = [key for words, key in self.by_words.items() if fits(words, wanted)]
            if len(found) == 1:
                return found[0]
        return ""


def read(text: str, *, organisations: Iterable[str], challenges: Mapping[str, str], held_on: date) -> Notes:
    """Read notes. `challenges` maps the id of an opgave to its title; `held_on` is the day of the conversation."""
    reader = _Reader(Known({name: name for name in organisations}), Known(challenges), held_on)
    for match in _LINE.finditer(text):
        reader.line(match[0])
    return reader.notes


class _Reader:
    """Goes through the lines; the last organisation and opgave named on a line of their own stay in force."""

    def __init__(self, organisations: Known, challenges: Known, held_on: date) -> None:
        self.organisations, self.challenges, self.held_on = organisations, challenges, held_on
        self.notes = Notes()
        self.organisation = self.challenge = ""
        self.called: dict[str, str] = {}  # name as it is compared → name as it stands among the participants
        self.mentions = 0
        self.looked_up: dict[tuple[str, str], str] = {}

    def line(self, line: str) -> None:
        stripped = line.strip()
        mark, words = stripped[:1], stripped[1:].strip()
        kind = MARKS.get(mark, REPORT) if words else REPORT
        self.notes.pieces.append(Piece(kind, line))
        if kind == REPORT:
            self.inline(stripped)
        else:
            _HANDLERS[mark](self, words)

    def on_position(self, words: str) -> None:
        words, stance = _stance(words)
        organisation, challenge = self.inline(words)
        if self.room_in(self.notes.statements) and words:
            row = SaidRow(
                _NAMED.sub("", words), organisation or self.organisation, challenge or self.challenge, stance=stance
            )
            self.notes.statements.append(row)

    def on_interest(self, words: str) -> None:
        self.inline(words)
        rows = self.notes.statements[-1].interests if self.notes.statements else self.notes.loose_interests
        if self.room_in(rows):
            rows.append(words)

    def on_agreed(self, words: str) -> None:
        self.inline(words)
        if self.room_in(self.notes.agreed):
            self.notes.agreed.append(_agreed(words))

    def on_question(self, words: str) -> None:
        self.inline(words)
        if self.room_in(self.notes.agreed):
            what = f"Uitzoeken: {words}"[:LONGEST_ACTION]
            self.notes.agreed.append(AgreedRow(what, "ik", self.held_on + ANSWER_WITHIN))

    def on_organisation(self, words: str) -> None:
        name, _, role = words.partition(",")
        self.organisation = self.party(name, tidy_name(role)[:150])

    def on_challenge(self, words: str) -> None:
        self.challenge = self.theme(words)

    def inline(self, words: str) -> tuple[str, str]:
        """Note the organisations and opgaven named within a line; return the last of each."""
        organisation = challenge = ""
        for match in islice(_NAMED.finditer(words), MOST_MENTIONS - self.mentions):
            self.mentions += 1
            tail = words[match.end() : match.end() + LONGEST_NAME]
            if match[0] == "@":
                organisation = self.party(_taken(self.organisations, tail))
            else:
                challenge = self.theme(_taken(self.challenges, tail)) or challenge
        return organisation, challenge

    def party(self, name: str, role: str = "") -> str:
        """Note an organisation as participant; one nobody knows keeps the name it was given."""
        name = tidy_name(name)[:LONGEST_NAME]
        found = self.known("@", self.organisations, name) or name
        same = self.called.get(name_key(found), found)
        if found and (same in self.notes.participants or self.room_in(self.notes.participants)):
            self.called.setdefault(name_key(same), same)
            self.notes.participants[same] = self.notes.participants.get(same) or role
        return same

    def theme(self, words: str) -> str:
        """Note an opgave; return its id, or nothing for one nobody knows."""
        found = self.known("#", self.challenges, words)
        if found and found not in self.notes.challenges:
            self.notes.challenges.append(found)
        if not found and words not in self.notes.unknown_themes and len(self.notes.unknown_themes) < NAME_WORDS:
            self.notes.unknown_themes.append(words[:LONGEST_NAME])
        return found

    def known(self, sort: str, names: Known, text: str) -> str:
        """Look a name up, once for every way of typing it: a text may name it a hundred thousand times."""
        asked = (sort, text[:LONGEST_NAME])
        if asked not in self.looked_up and len(self.looked_up) < MOST_MENTIONS:
            self.looked_up[asked] = names.like(asked[1])
        return self.looked_up.get(asked, "")

    def room_in(self, rows: Sequence[object] | Mapping[str, object]) -> bool:
        """Whether the form has room for a row more; what does not fit stays in the report."""
        full = len(rows) >= rawform.MAX_ROWS
        self.notes.is_cut = self.notes.is_cut or full
        return not full


_HANDLERS = {
    "~": _Reader.on_position,
    "^": _Reader.on_interest,
    "!": _Reader.on_agreed,
    "?": _Reader.on_question,
    "@": _Reader.on_organisation,
    "#": _Reader.on_challenge,
}


def as_raw(notes: Notes, base: Raw) -> Raw:
    """Return the conversation form with the notes as rows behind what `base` holds; from here on they are read no more."""
    kept = {name: values for name, values in base.items() if name not in rawform.READS_MARKS}
    raw = {**kept, "challenges": [*dict.fromkeys([*base.get("challenges", []), *notes.challenges])]}
    there = {name_key(rawform.first(row, "organisation")) for row in rawform.rows(base, "participants")}
    people = [
        {"organisation": [name], "role": [role]}
        for name, role in notes.participants.items()
        if name_key(name) not in there
    ]
    said = [
        {
            "organisation": [row.organisation],
            "challenge": [row.challenge],
            "position": [row.position],
            "interest": [row.interest],
            "stance": [row.stance],
            "urgency": ["3"],
        }
        for row in notes.statements
    ]
    agreed = [
        {"what": [row.what], "owner": [row.owner], "due_on": [dutch.short_date(row.due) if row.due else ""]}
        for row in notes.agreed
    ]
    for prefix, rows in (("participants", people), ("statements", said), ("actions", agreed)):
        raw = rawform.with_rows(raw, prefix, [*rawform.filled_rows(base, prefix), *rows][: rawform.MAX_ROWS])
    if "form" not in base:
        raw["form"] = ["groep" if len(people) > 1 else "individueel"]
    return raw


def _stance(words: str) -> tuple[str, str]:
    """Return a standpunt without the sign in front of it, and the houding the sign stands for."""
    for sign, stance in STANCES.items():
        if words.startswith(sign):
            return words.removeprefix(sign).strip(), stance
    return words, Stance.NEUTRAL


def _agreed(words: str) -> AgreedRow:
    """Read "Kaart sturen, waterschap, 12-11-2026": what, then who, then when, as far as they stand there."""
    parts = [part.strip() for part in words.rsplit(",", 2)]
    due = None
    if len(parts) > 1 and (match := _DATE.fullmatch(parts[-1])):
        due = _day(match[1])
        parts = parts[:-1] if due else parts
    owner = parts.pop().lstrip("@") if len(parts) > 1 and len(parts[-1]) <= 150 else ""
    return AgreedRow(", ".join(parts)[:LONGEST_ACTION], owner, due)


def _day(text: str) -> date | None:
    try:
        return dutch.parse_date(text)
    except dutch.UnclearError:
        return None


def _taken(names: Known, tail: str) -> str:
    """Return the name a text begins with: the longest that is known, else its first word."""
    spans = list(_WORD.finditer(tail))[:NAME_WORDS]
    keys = [_words(span[0]) for span in spans]
    flat = [word for words in keys for word in words]
    _found, length = names.longest(flat)
    used = 0
    for span, words in zip(spans, keys, strict=True):
        used += len(words)
        if used >= max(length, 1):
            return tail[: span.end()].rstrip(".")
    return tail.split(maxsplit=1)[0] if tail.split() else ""


def _words(name: str) -> tuple[str, ...]:
    """Return the words by which a name is compared."""
    return tuple(re.findall(r"\w+", without_accents(name).casefold()))


def _begins(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return " ".join(words).startswith(" ".join(wanted))


def _has_word(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(wanted) == 1 and any(word.startswith(wanted[0]) for word in words if len(wanted[0]) > 2)
