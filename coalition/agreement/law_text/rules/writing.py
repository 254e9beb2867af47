"""Writing text so that it is read as meant: everything as typed, or a list renumbered. Pure."""

import re

from coalition.agreement.law_text.rules.inline import ESCAPED
from coalition.agreement.law_text.rules.labels import labels_of

_MARKS = re.compile(f"([{re.escape(ESCAPED)}])")


def literal(text: str) -> str:
    """Return a text in which nothing is a mark or a label any more: read, it shows what was given."""
    return "\n".join(map(_literal, text.split("\n")))


def _literal(line: str) -> str:
    body = line.strip()
    start = line[: len(line) - len(line.lstrip())]
    escaped = _MARKS.sub(r"\\\1", body)
    return start + ("\\" + escaped if labels_of(body) and labels_of(escaped) else escaped)
