"""What an action raises when it will not do what was asked; people read the message."""


class Problem(Exception):
    """The rules of the domain do not allow this. The message is Dutch and ends with a full stop.

    A view that can show it beside its form catches it; uncaught it becomes the 422 page, which
    gives the typed text back.
    """

    status = 422


class Conflict(Problem):
    """Somebody else changed the same thing in the meantime."""

    status = 409
