"""A file on its way in: checked in the worker, corrected and confirmed by a person, then written."""

import pghistory
from django.db import models

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.imports.enums import ImportStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned

UNTRACKED_FIELDS = ["rows", "outcome", "counts", "done_rows", "claimed_until"]


class FileImport(Versioned, Once):
    """One uploaded file. The rows are kept as they were read, so that what was confirmed is what gets written.

    Each kind of file is a table of its own; `areas.imports.kinds` tells how its lines are read, checked and written.
    """

    CHANGED = "Iemand anders heeft dit bestand intussen gewijzigd of ingevoerd. Bekijk eerst hoe het er nu voor staat."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # Who said yes; what the worker writes is written as theirs.
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField("bestand", max_length=200)
    # [{"number": 2, "values": {"naam": "…"}, "cut": ["naam"]}, …]: the number of the line in the file, its cells
    # as text, and the columns whose text was too long to keep whole.
    rows = models.JSONField("regels", default=list)
    # What would happen per row, and after writing what did; `areas.imports.rules.plan.Plan.to_json`.
    outcome = models.JSONField("uitkomst", default=list)
    # {"total": 31, "new": 24, "error": 1, …, "ignored": ["fax"]}: so that a list need not read every row.
    counts = models.JSONField("aantallen", default=dict)
    status = models.CharField(max_length=20, choices=ImportStatus, default=ImportStatus.WAITING)
    done_rows = models.PositiveIntegerField("verwerkte regels", default=0)
    claimed_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    error = models.CharField("fout", max_length=500, blank=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    finished_at = models.DateTimeField("klaar op", null=True, blank=True)

    kept = Kept(
        area="area",
        words=("file_name", "rows", "outcome", "error"),
        accounts=("uploaded_by", "confirmed_by"),
        harmless=("counts",),
    )

    class Meta:
        abstract = True
        ordering = ["-created_at"]


@pghistory.track(exclude=UNTRACKED_FIELDS)
class PartyImport(FileImport):
    """A file of parties."""

    kept = FileImport.kept

    class Meta(FileImport.Meta):
        verbose_name = "import van partijen"
        verbose_name_plural = "imports van partijen"
