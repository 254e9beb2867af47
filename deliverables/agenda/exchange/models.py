"""A file with measures on its way in."""

import pghistory

from areas.imports.models import UNTRACKED_FIELDS, FileImport


@pghistory.track(exclude=UNTRACKED_FIELDS)
class AgendaImport(FileImport):
    """A file of measures, often one that was exported and changed."""

    kept = FileImport.kept

    class Meta(FileImport.Meta):
        verbose_name = "import van maatregelen"
        verbose_name_plural = "imports van maatregelen"
