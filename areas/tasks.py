"""Where the worker looks for what it does for this room; each concept keeps its own."""

from areas.imports.tasks import run_file_import, run_waiting_imports
from areas.printouts.tasks import purge_old_papers, render_printout, render_waiting_printouts

__all__ = [
    "purge_old_papers",
    "render_printout",
    "render_waiting_printouts",
    "run_file_import",
    "run_waiting_imports",
]
