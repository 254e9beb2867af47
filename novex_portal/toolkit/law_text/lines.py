"""A text line by line: how far a line springs in, and how the one above it ended. Pure."""

import re
from dataclasses import dataclass

TAB = 4
SPRINGS_IN = 2
"""So many columns beyond a label a line must stand to belong to it."""

_ENDED = re.compile(r"[.;:!?]$|; (?:en|of|alsmede|dan wel)$")
_ENTRY = re.compile(r";(?: (?:en|of|alsmede|dan wel))?$")
_OPENS_ENTRIES = re.compile(r":$|\boverwegende(?: dat)?$", re.IGNORECASE)
_ASKS_NUMBER = re.compile(
    r"(?:^|\s)(?:artikel|artikelen|leden|onder|onderdeel|onderdelen|sub|week|bijlage|hoofdstuk|paragraaf|punt|nummer"
    r"|nr\.|pagina|blz\.|t/m|met|tot|(?P<lid>lid))$",
    re.IGNORECASE,
)
_NAMED_MEMBER = re.compile(
    r"(?:^|\s)(?:\w+(?:ste|de)|dit|dat|elk|ieder|vorig|volgend) lid$|eerste lid$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Source:
    """A line as it was typed: its number, how far it springs in, and its words without white space around them."""

    number: int
    column: int
    body: str

    @property
    def is_blank(self) -> bool:
        return not self.body

    @property
    def has_ended(self) -> bool:
        """Whether a sentence or a part ends with it."""
        return bool(_ENDED.search(self.body))

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with it; a semicolon ends none."""
        return self.body.endswith((".", "!", "?"))

    @property
    def asks_number(self) -> bool:
        """Whether its last word asks for a number, so that a label below may belong to the sentence."""
        found = _ASKS_NUMBER.search(self.body)
        return bool(found) and not (found["lid"] and _NAMED_MEMBER.search(self.body))  # type: ignore[index]

    @property
    def opens_entries(self) -> bool:
        """Whether a list without labels may stand below it."""
        return bool(_OPENS_ENTRIES.search(self.body))

    @property
    def is_entry(self) -> bool:
        """Whether it ends as one of a list does."""
        return bool(_ENTRY.search(self.body))

    @property
    def last_word(self) -> str:
        return self.body.split()[-1]


def lines_of(text: str) -> list[Source]:
    """Return the lines of a text; only a line feed ends one."""
    return [_source(number, raw) for number, raw in enumerate(text.split("\n"), start=1)]


def _source(number: int, raw: str) -> Source:
    body = raw.strip()
    column = 0
    for sign in raw[: len(raw) - len(raw.lstrip())]:
        column += TAB - column % TAB if sign == "\t" else 1
    return Source(number, column, body)
