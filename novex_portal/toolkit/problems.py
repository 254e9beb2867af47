"""What an action raises when it will not do what was asked; people read the message."""

from collections.abc import Callable
from datetime import date
from types import TracebackType

from django.utils import timezone


class Problem(Exception):
    """The rules of the domain do not allow this. The message is Dutch and ends with a full stop.

    A view that can show it beside its form takes it up (`PortalForm.refusals`); else it becomes the
    422 page, which gives the typed text back.
    """

    status = 422


class Conflict(Problem):
    """Somebody else changed the same thing in the meantime."""

    status = 409


def require_past(day: date | None, words: str) -> None:
    """Raise Problem with these words for a day that is still to come: what happened, happened today or before."""
    if day and day > timezone.localdate():
        raise Problem(words)


class Refusals:
    """Gives a Problem of what stands inside it to `show`, and goes on below; all else passes."""

    def __init__(self, show: Callable[[Problem], None]) -> None:
        self.show = show

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, Problem):
            self.show(error)
        return isinstance(error, Problem)
