"""A form as it was typed: names with lists of values. Pure: no ORM, no clock, no Django forms.

A draft keeps this, so that nothing is lost because it is not right yet. Rows that repeat are named
`<prefix>-<number>-<field>`; numbers may have gaps (a row taken away by the browser), `tidy` closes
them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

Raw = dict[str, list[str]]

PREFIXES = ("participants", "statements", "actions")
"""The rows that repeat, in the order of the page."""
ASIDE = frozenset({"csrfmiddlewaretoken", "add", "remove", "later", "keep", "save", "theirs", "read", "go"})
"""What the buttons and the protection of the form send along."""
READS_MARKS = frozenset({"marks", "quick"})
"""Names that say that lines of the report with a mark are still to be worked out; `quick` on the page of notes."""
HOUSEKEEPING = frozenset({"draft", "draft_version", "tab", "seq", "conversation_version", *READS_MARKS})
"""Names that say which form this is, not what was typed."""
TYPED = {
    "participants": ("organisation", "role"),
    "statements": ("position", "interest"),
    "actions": ("what", "owner"),
}
"""The columns of a row that make it count."""
MAX_ROWS = 500
_NAMES = ("-organisation", "-role")
_UNSEEN = ("-id", "-kind", "-new")  # columns nobody types a text in

_ROW = re.compile(rf"({'|'.join(PREFIXES)})-(\d{{1,6}})-(\w+)")
_NUMBER = re.compile(r"\d{1,6}")
_MANAGEMENT = re.compile(rf"({'|'.join(PREFIXES)})-[A-Z_]+")


def from_pairs(pairs: Iterable[tuple[str, list[str]]]) -> Raw:
    """Return what was typed, tidied, without buttons and tokens."""
    return tidy({name: [_line_ends(str(value)) for value in values] for name, values in pairs if name not in ASIDE})


def tidy(raw: Mapping[str, list[str]]) -> Raw:
    """Number the rows of every prefix from 0 without gaps, and leave Django's counters out."""
    plain: Raw = {}
    found: dict[str, dict[int, Raw]] = {prefix: {} for prefix in PREFIXES}
    for name, values in raw.items():
        if match := _ROW.fullmatch(name):
            prefix, number, column = match.groups()
            found[prefix].setdefault(int(number), {})[column] = list(values)
        elif not _MANAGEMENT.fullmatch(name):
            plain[name] = list(values)
    for prefix, rows in found.items():
        for number, key in enumerate(sorted(rows)):
            plain |= {f"{prefix}-{number}-{column}": values for column, values in rows[key].items()}
    return plain


def rows(raw: Raw, prefix: str) -> list[Raw]:
    """Return the rows of a prefix, each as column → values."""
    found: dict[int, Raw] = {}
    for name, values in raw.items():
        match = _ROW.fullmatch(name)
        if match and match[1] == prefix:
            found.setdefault(int(match[2]), {})[match[3]] = values
    return [found[number] for number in sorted(found)]


def filled_rows(raw: Raw, prefix: str) -> list[Raw]:
    """Return the rows of a prefix in which something was typed."""
    return [row for row in rows(raw, prefix) if any(first(row, column).strip() for column in TYPED[prefix])]


def has_too_many_rows(raw: Raw) -> bool:
    """Whether there are more rows of one sort than a page can show; only a script sends so many."""
    return any(len(rows(raw, prefix)) > MAX_ROWS for prefix in PREFIXES)


def with_rows(raw: Raw, prefix: str, new: Iterable[Raw]) -> Raw:
    """Return the form with these as the rows of the prefix."""
    rest = {name: values for name, values in raw.items() if not name.startswith(f"{prefix}-")}
    for number, row in enumerate(new):
        rest |= {f"{prefix}-{number}-{column}": values for column, values in row.items()}
    return rest


def with_row_added(raw: Raw, prefix: str) -> Raw:
    """Return the form with an empty row more; an unknown prefix or a full form changes nothing."""
    there = rows(raw, prefix)
    if prefix not in PREFIXES or len(there) >= MAX_ROWS:
        return raw
    return with_rows(raw, prefix, [*there, {"new": [""]}])


def with_row_removed(raw: Raw, row: str) -> Raw:
    """Return the form without this row, named as `statements-3`."""
    prefix, _, number = row.partition("-")
    if prefix not in PREFIXES or not _NUMBER.fullmatch(number):
        return raw
    kept = [values for index, values in enumerate(rows(raw, prefix)) if index != int(number)]
    return with_rows(raw, prefix, kept)


def first(raw: Mapping[str, list[str]], name: str, default: str = "") -> str:
    """Return the first value under a name."""
    return next(iter(raw.get(name, [])), default)


def as_uuid(text: str | None) -> UUID | None:
    """Read an id; None for what is none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def is_blank(raw: Raw) -> bool:
    """Whether nothing was typed in the texts that matter; choices that come filled in do not count."""
    texts = ("report", "place")
    columns = [column for names in TYPED.values() for column in names]
    typed = [first(raw, name) for name in texts]
    typed += [first(row, column) for prefix in PREFIXES for row in rows(raw, prefix) for column in columns]
    return not any(text.strip() for text in typed)


@dataclass(frozen=True)
class Difference:
    """One field that two versions of a form do not agree on; `name` says where it is."""

    name: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


def differences(mine: Raw, theirs: Raw) -> Iterator[Difference]:
    """Yield the fields in which two forms differ, in the order of the page; empty equals absent."""
    names = sorted({*mine, *theirs} - HOUSEKEEPING - ASIDE, key=_page_order)
    for name in names:
        if _ROW.fullmatch(name) and name.endswith(_UNSEEN):
            continue
        one, other = _filled(mine, name), _filled(theirs, name)
        if _comparable(name, one) != _comparable(name, other):
            yield Difference(name, one, other)


def _filled(raw: Raw, name: str) -> tuple[str, ...]:
    return tuple(_line_ends(value).strip() for value in raw.get(name, []) if value.strip())


def _comparable(name: str, values: tuple[str, ...]) -> list[str]:
    """What must be equal: of names not capitals and spaces, of choices not the order."""
    if name.endswith(_NAMES):
        return [" ".join(value.split()).lower() for value in values]
    return sorted(values)


def _line_ends(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n")


_PAGE = (
    "participants",
    "form",
    "held_on",
    "place",
    "round",
    "report",
    "challenges",
    "statements",
    "actions",
    "confidentiality",
)


def _page_order(name: str) -> tuple[int, int, str]:
    match = _ROW.fullmatch(name)
    head = match[1] if match else name
    place = _PAGE.index(head) if head in _PAGE else len(_PAGE)
    return place, int(match[2]) if match else 0, name
