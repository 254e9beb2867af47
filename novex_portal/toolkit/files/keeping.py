"""Taking a file that was brought, keeping it, reading it back, and throwing away what nothing is tied to.

taken = take(upload)                    # in a form: checked, or UploadRefused
row.file = keep(taken.content, …)       # in an action, within its transaction
"""

import contextlib
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import Exists, ManyToOneRel, OuterRef, QuerySet

from novex_portal.toolkit.files.models import FOLDER, FileKind, StoredFile
from novex_portal.toolkit.files.papers import drawn_pages, is_paper
from novex_portal.toolkit.files.pictures import Picture, redrawn
from novex_portal.toolkit.files.uploads import Uploaded, UploadRefused
from novex_portal.toolkit.ids import uuid7, uuid_or_none
from novex_portal.toolkit.problems import Problem

MOST = 10 * 1024 * 1024
MOST_WORDS = "10 MB"
MOST_TOGETHER, TOGETHER_WORDS = 15 * 1024 * 1024, "15 MB"
"""Of all files of one document, so that its PDF can still be checked."""
LOOSE_FOR = timedelta(days=1)
_BATCH = 500


@dataclass(frozen=True)
class Taken:
    """What was brought and found good: a picture, or a PDF (`original`) with its pages."""

    pictures: tuple[Picture, ...]
    original: bytes = b""

    @property
    def size(self) -> int:
        """How much room it takes."""
        return len(self.original) + sum(len(picture.content) for picture in self.pictures)


def take(upload: Uploaded, *, pdf: bool = True) -> Taken:
    """Return what somebody brought, judged by its bytes and never by its name; raises UploadRefused.

    A picture is drawn anew; a PDF (where `pdf` may be) stays as it is.
    """
    if not upload.size:
        raise UploadRefused("Dit bestand is leeg. Kies een ander bestand.")
    if upload.size > MOST:
        raise UploadRefused(f"Dit bestand is groter dan {MOST_WORDS}. Maak het kleiner, of verdeel het.")
    content = upload.read(MOST + 1)
    if pdf and is_paper(content):
        return Taken(tuple(drawn_pages(content)), content)
    return Taken((redrawn(content),))


def hold_room(taken: Taken, room_taken: int) -> None:
    """Raise Problem when with this file those of one document become too much; `room_taken` is what is there already."""
    if room_taken + taken.size > MOST_TOGETHER:
        raise Problem(
            f"Met dit bestand worden alle bestanden samen groter dan {TOGETHER_WORDS}. Maak het kleiner, of haal er een weg."
        )


def keep_picture(picture: Picture) -> StoredFile:
    """Keep a picture."""
    return _keep(picture.kind, picture.content, width=picture.width, height=picture.height)


def keep_original(taken: Taken) -> StoredFile:
    """Keep what was brought: the picture, or the PDF to the byte."""
    return _keep(FileKind.PDF, taken.original) if taken.original else keep_picture(taken.pictures[0])


def _keep(kind: FileKind, content: bytes, **measures: int) -> StoredFile:
    """Write the bytes, then the row: when the transaction comes to nothing, the file is loose and goes in a day."""
    key = uuid7()
    name = default_storage.save(f"{FOLDER}{key}.{kind}", ContentFile(content))
    checksum = hashlib.sha256(content).hexdigest()
    return StoredFile.objects.create(pk=key, kind=kind, file=name, size=len(content), sha256=checksum, **measures)


def bytes_of(stored: StoredFile) -> bytes:
    """Return the bytes of a file; raises Problem when they are gone, or no longer those that were kept."""
    try:
        with stored.file.open("rb") as file:
            content: bytes = file.read()
    except FileNotFoundError as error:
        raise Problem("Het bestand ontbreekt. Meld dit bij de beheerder van het portaal.") from error
    if hashlib.sha256(content).hexdigest() != stored.sha256:
        raise Problem("Het bestand is niet meer wat het was. Meld dit bij de beheerder van het portaal.")
    return content


def loose() -> QuerySet[StoredFile]:
    """Return the files that no table of any room is tied to; what history remembers ties nothing."""
    rows = StoredFile.objects.all()
    for link in StoredFile._meta.get_fields(include_hidden=True):
        if isinstance(link, ManyToOneRel) and not hasattr(link.related_model, "pgh_tracked_model"):
            ties: Any = link.related_model
            rows = rows.filter(~Exists(ties._default_manager.filter(**{link.field.name: OuterRef("pk")})))
    return rows


def throw_away_loose(*, now: datetime) -> int:
    """Throw away the files nothing was tied to for a day, and bytes that no row vouches for; return how many rows went.

    What somebody ties at this very moment stays: the database refuses to let it go.
    """
    before = StoredFile.objects.count()
    for stored in loose().filter(created_at__lt=now - LOOSE_FOR)[:_BATCH]:
        with contextlib.suppress(IntegrityError), transaction.atomic():
            stored.delete()
            transaction.on_commit(partial(default_storage.delete, str(stored.file.name)))
    _throw_away_bytes(now - LOOSE_FOR)
    return before - StoredFile.objects.count()


def _throw_away_bytes(before: datetime) -> None:
    names = default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else []
    vouched = {str(pk) for pk in StoredFile.objects.values_list("pk", flat=True)}
    for name in names:
        stray = uuid_or_none(name[:36]) is None or name[:36] not in vouched
        if stray and default_storage.get_modified_time(FOLDER + name) < before:
            default_storage.delete(FOLDER + name)
