"""What the portal writes down of its own failures: where in the code, never what was in the request.

The message of an exception may quote a row of the database, and the path of a request the token of
an invitation. So a line holds the pattern of the address, and of the failure the class and the places
in the code.
"""

import logging
from traceback import FrameSummary, extract_tb
from typing import Any


def configuration(*, propagate: bool) -> dict[str, Any]:
    """Return the settings of logging: failures to standard error. `propagate` lets a test listen in."""
    levels = {"django.request": "ERROR", "django.security": "ERROR", "novex_portal": "WARNING"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"without_content": {"()": WithoutContent}},
        "handlers": {"failures": {"class": "logging.StreamHandler", "formatter": "without_content"}},
        "loggers": {
            name: {"handlers": ["failures"], "level": level, "propagate": propagate} for name, level in levels.items()
        },
    }


class WithoutContent(logging.Formatter):
    """Time, level and logger; of a request the method and pattern, of a failure its class and places."""

    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        what = _asked(request) if request is not None else record.getMessage()
        return " ".join([self.formatTime(record), record.levelname, record.name, what]) + _failure(record)


def _asked(request: Any) -> str:
    match = getattr(request, "resolver_match", None)
    return f"{request.method} /{match.route}" if match else f"{request.method} (onbekend adres)"


def _failure(record: logging.LogRecord) -> str:
    """Return the chain of failures, the one that was answered first."""
    failure = record.exc_info[1] if record.exc_info else None
    lines = []
    while failure is not None:
        lines.append(f"\n  {type(failure).__module__}.{type(failure).__qualname__}")
        lines += [_place(frame) for frame in extract_tb(failure.__traceback__)]
        failure = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)
    return "".join(lines)


def _place(frame: FrameSummary) -> str:
    return f"\n    {frame.filename}:{frame.lineno} {frame.name}"
