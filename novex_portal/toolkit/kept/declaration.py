"""What a record keeps, of whom and where: said once, beside its model, as `kept`.

The register of personal data, inzage, making unrecognisable, merging and leaving an area read it from here, and
ask no list of models of their own: a room that is added above them takes part by what its models say.
"""

from dataclasses import dataclass, field

from django.db.models import Q


@dataclass(frozen=True, kw_only=True)
class Rests:
    """One step of the chain from conversation to measure: `what` rests on `on`, both fields that lead there.

    An empty `what` is the record itself. So a measure under an article is a row that says so beside itself.
    """

    on: str
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a record keeps. `area` is the path to its area; empty: of the whole portal.

    `names` say who somebody is, in `words` somebody can be named, `frozen` is text that is kept as it was with a
    hash; `persons`, `accounts` and `parties` lead to a person in a role, to somebody with an account and to an
    organisation. `harmless` are fields that could hold words or lead to somebody and are no personal data: names
    of places, public sources, marks of the machine, and the role, which is what remains of a person.

    `noun` is what it is called, one and more, where it keeps a party in the area; `binds` tells which rows do. A
    `summary` is made from other rows and never counts beside them.

    `need` is the right by which one reads it in its area. With it, rooms below show it where it rests on something
    of theirs: by its words (`str`), its address and its `note`. `told` are the rows that a party outside may hear of.
    """

    area: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    frozen: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    noun: tuple[str, str] | None = None
    binds: Q = field(default_factory=Q)
    summary: bool = False
    rests: Rests | None = None
    need: str = ""
    told: Q = field(default_factory=Q)

    @property
    def personal(self) -> frozenset[str]:
        """All fields that say something about people."""
        return frozenset((*self.names, *self.words, *self.frozen, *self.persons, *self.accounts))
