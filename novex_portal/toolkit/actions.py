"""What makes a function an action: who does it stands in the history of everything it writes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from functools import partial, wraps
from inspect import Parameter, signature
from typing import Any, get_args, overload

import pghistory
from django.db import connection, transaction

_KEPT_BY_POSTGRESQL = ("pghistory.context_id", "pghistory.context_metadata")


class By(StrEnum):
    """Who acts where no account does."""

    CLOCK = "clock"  # the worker, because its time has come
    PORTAL = "portal"  # the portal itself: what it starts with, and what it keeps in order
    CONSOLE = "console"  # whoever runs a command on the machine
    GUEST = "guest"  # whoever holds a link that was sent to them


@overload
def action[**P, R](does: Callable[P, R], /) -> Callable[P, R]: ...


@overload
def action[**P, R](*, by: By | None = None, atomic: bool = True) -> Callable[[Callable[P, R]], Callable[P, R]]: ...


def action(does: Any = None, /, *, by: By | None = None, atomic: bool = True) -> Any:
    """Make an action of a function: all or nothing, and its `actor` and its name in every event it causes.

    The key of the person is the one the web middleware uses, so that history reads both alike. An action
    inside another leaves the name of the outer one: that is what the person did. Afterwards everything is
    as it was. `by` says who acts where there is no `actor`, or where it may be None; refused (TypeError)
    where it is missing or too much. With `atomic=False` the action opens its own transaction, to answer
    somebody who was first, or writes one row.
    """
    if does is None:
        return lambda inner: _made(inner, by, atomic=atomic)
    return _made(does, by, atomic=atomic)


def _made[**P, R](does: Callable[P, R], by: By | None, *, atomic: bool) -> Callable[P, R]:
    actor = signature(does).parameters.get("actor")
    if (actor is None or _may_be_nobody(actor)) != (by is not None):
        raise TypeError(f"{does.__qualname__}: either an `actor` does this, or `by` says who else.")

    @wraps(does)
    def acting(*args: P.args, **kwargs: P.kwargs) -> R:
        # The transaction around the history: whoever is woken on commit acts for themselves.
        within = connection.in_atomic_block
        whole = transaction.atomic() if atomic else nullcontext()
        with whole, _told(does.__name__, kwargs.get("actor"), by, within=within):
            return does(*args, **kwargs)

    acting.is_action = True  # type: ignore[attr-defined]
    return acting


def _may_be_nobody(actor: Parameter) -> bool:
    return type(None) in get_args(actor.annotation)


@contextmanager
def _told(name: str, actor: Any, by: By | None, *, within: bool) -> Iterator[None]:
    """Tell history who does what; `within` a transaction that goes on afterwards, it is told when it is over."""
    with pghistory.context() as context:
        before = dict(context.metadata)
        if "action" not in before:
            context.metadata.update({"action": name} | ({"by": str(by)} if by and actor is None else {}))
        if actor is not None:
            context.metadata["user"] = str(actor.pk)
        told: list[bool] = []
        try:
            with connection.execute_wrapper(partial(_notice, told)) if within and not before else nullcontext():
                yield
        finally:
            context.metadata.clear()
            context.metadata.update(before)
    if any(told):
        _forget()


def _notice(told: list[bool], execute: Callable[..., Any], sql: Any, *rest: Any) -> Any:
    """Note whether a statement carries words for history along; one that only reads does not."""
    told.append(_KEPT_BY_POSTGRESQL[0] in str(sql))
    return execute(sql, *rest)


def _forget() -> None:
    """Take the words back from a transaction that goes on: PostgreSQL keeps them until it ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(name, '', true) FROM unnest(%s::text[]) AS name", [list(_KEPT_BY_POSTGRESQL)]
        )
