"""The kinds of files that can be brought: what differs between them. Each room registers its own when it starts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from areas.accounts.models.user import User
from areas.enums import Permission
from areas.imports.models import FileImport
from areas.imports.rules.columns import Columns
from areas.imports.rules.plan import Plan

Row = Mapping[str, Any]
"""A line as `Columns.row_of` keeps it."""
Progress = Callable[[float], None]


class Work(Protocol):
    """The checking or writing of one file, with what the portal knows of it fetched at once."""

    def plans(self, *, expected: Mapping[int, str] | None, progress: Progress) -> Sequence[Plan]:
        """Return what each line comes to. `expected` are the marks of what was confirmed: else a line is held back."""
        ...

    def warn(self, plans: Sequence[Plan], progress: Progress) -> None:
        """Add to the lines what somebody should look at before saying yes."""
        ...

    def write(self, plans: Sequence[Plan], progress: Progress) -> None:
        """Write the lines that are fit; in a transaction."""
        ...


@dataclass(frozen=True)
class Words:
    """What people read about a kind of file."""

    label: str  # what the field asks for: "Bestand met partijen"
    name: str  # an example of a file name, without what it ends on
    row: str  # what a line is about: "Partij"
    rows: str  # and more of them: "partijen"
    into: str  # what the lines change: "de partijen"
    nothing: str
    no_longer: str
    action: str  # what it is called in history
    warned: tuple[str, str]  # one line with a warning, and more
    warned_choice: str


@dataclass(frozen=True)
class ImportKind:
    """A kind of file: its table, its columns, who may bring it, how long it may be, and how its lines are worked off.

    `begin` takes the file, who acts, its lines, and whether it is to be written: what it rests on is locked then.
    """

    model: type[FileImport]
    columns: Columns
    need: Permission
    most: int
    words: Words
    begin: Callable[[FileImport, User, Sequence[Row], bool], Work]


_KINDS: dict[str, ImportKind] = {}


def register(kind: ImportKind) -> None:
    """Let files of this kind be taken in."""
    _KINDS[kind.model._meta.label_lower] = kind


def kinds() -> Iterator[ImportKind]:
    """Yield every kind there is."""
    yield from _KINDS.values()


def kind_for(model: type[FileImport]) -> ImportKind:
    """Return how files of this table are taken in."""
    return _KINDS[model._meta.label_lower]


def kind_called(label: str) -> ImportKind:
    """Return the kind whose table has this label, such as areas.partyimport."""
    return _KINDS[label]
