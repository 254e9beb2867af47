"""How far WeasyPrint is, in Dutch words, for whoever waits for a PDF."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

OnProgress = Callable[[str], None]

# It tells every page it lays out, at a level no log shows.
_logger = logging.getLogger("weasyprint.progress")
_logger.setLevel(logging.INFO)
_logger.propagate = False


@contextmanager
def reporting(on_progress: OnProgress | None) -> Iterator[None]:
    """Call `on_progress` for every page that is laid out in this thread meanwhile."""
    if on_progress is None:
        yield
        return
    listener = _Listener(on_progress)
    _logger.addHandler(listener)
    try:
        yield
    finally:
        _logger.removeHandler(listener)


class _Listener(logging.Handler):
    """Counts pages; a second round, for the page numbers in a contents list, does not count back."""

    def __init__(self, report: OnProgress) -> None:
        super().__init__()
        self._report = report
        self._thread = threading.get_ident()
        self._pages = 0
        self._after = ""

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread != self._thread:
            return
        step = str(record.msg)
        if "Page %d" in step and isinstance(record.args, tuple):
            self._pages = max(self._pages, *(number for number in record.args if isinstance(number, int)))
        elif "Repagination" in step:
            self._after = ", verwijzingen worden ingevuld"
        elif "Creating PDF" in step:
            self._after = ", bestand wordt geschreven"
        if self._pages:
            pages = "1 bladzijde" if self._pages == 1 else f"{self._pages} bladzijden"
            self._report(f"{pages} opgemaakt{self._after}")
