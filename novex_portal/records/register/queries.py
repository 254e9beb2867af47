"""The register of personal data: which field of which record holds what about people, as each says of itself.

Inzage and making unrecognisable read this and nothing else.
"""

from collections.abc import Iterator

from django.db.models import Model

from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.kept.reading import declared

type Field = tuple[type[Model], str]


def records() -> list[tuple[type[Model], Kept]]:
    """Return the records that say something about people, each with what it keeps."""
    return [(model, kept) for model, kept in declared().items() if kept.personal]


def fields_with_words() -> Iterator[Field]:
    """Yield all that can hold a name and may be changed."""
    for model, kept in records():
        for name in (*kept.names, *kept.words):
            yield model, name


def fields_frozen() -> Iterator[Field]:
    """Yield the texts that are kept as they were."""
    for model, kept in records():
        for name in kept.frozen:
            if name != "pdf":  # made from the text beside it
                yield model, name


def links_to_accounts() -> Iterator[Field]:
    """Yield all in an area that leads to somebody with an account."""
    for model, kept in records():
        for name in kept.accounts if kept.area else ():
            yield model, name


def links_to_persons() -> Iterator[Field]:
    """Yield all that leads to a person in a role."""
    for model, kept in records():
        for name in kept.persons:
            yield model, name


def path_to_area(model: type[Model]) -> str:
    """Return how a record leads to its area; empty when it is of the whole portal."""
    return declared()[model].area
