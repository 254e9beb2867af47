"""The door to files of measures."""

from areas.access import door
from areas.enums import Permission
from deliverables.agenda.exchange.models import AgendaImport

import_for = door(
    AgendaImport.objects.select_related("uploaded_by", "confirmed_by").defer("rows", "outcome"),
    need=Permission.EDIT_AGENDA,
    missing="Dit bestand is er niet.",
)
"""Return a file with measures that was brought into this area; its lines stay behind unless asked for."""
