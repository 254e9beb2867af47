"""Files with parties as the pages show them."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from areas.area.models import Area
from areas.imports.enums import ImportStatus
from areas.imports.kinds import kind_for
from areas.imports.models import FileImport
from areas.imports.rules.plan import DONE_LABELS, LABELS, Action
from novex_portal.toolkit.text.dutch import number as in_dutch

_WARNED = "lijkt-op"
PER_PAGE = 50
FAULTS_PER_PAGE = 10
SIGNS = {
    Action.NEW: "good",
    Action.LINK: "good",
    Action.CHANGE: "attention",
    Action.SAME: "idle",
    Action.ERROR: "error",
    Action.HELD: "attention",
}
STATUS_SIGNS = {
    ImportStatus.WAITING: "busy",
    ImportStatus.CHECKING: "busy",
    ImportStatus.CHECKED: "attention",
    ImportStatus.CONFIRMED: "busy",
    ImportStatus.WRITING: "busy",
    ImportStatus.DONE: "good",
    ImportStatus.CANCELLED: "idle",
    ImportStatus.FAILED: "error",
}
UNDER_WAY = frozenset({ImportStatus.WAITING, ImportStatus.CHECKING, ImportStatus.CONFIRMED, ImportStatus.WRITING})
_COUNTED = {
    Action.NEW: ("nieuw", "nieuw"),
    Action.LINK: ("gekoppeld", "gekoppeld"),
    Action.CHANGE: ("gewijzigd", "gewijzigd"),
    Action.SAME: ("al gelijk", "al gelijk"),
    Action.HELD: ("intussen veranderd", "intussen veranderd"),
    Action.ERROR: ("fout", "fouten"),
}


@dataclass(frozen=True)
class Line:
    """One line of the file in the words of the table."""

    number: int
    name: str
    action: str
    sign: str
    label: str
    words: list[str]
    changes: list[dict[str, str]]
    warnings: list[str]


@dataclass(frozen=True)
class Lines:
    """What the page of one file shows: faults to correct, and the other lines by page."""

    faults: list[dict[str, Any]]
    more_faults: int
    page: Page[Line]
    choices: list[tuple[str, str]]
    chosen: str
    warned: int


def recent_imports(model: type[FileImport], area: Area, limit: int = 20) -> QuerySet[FileImport]:
    """Return the latest files of a kind of an area, without their lines."""
    found = model._default_manager.filter(area=area).select_related("uploaded_by").defer("rows", "outcome")
    return found.order_by("-created_at")[:limit]


def counts_in_words(counts: dict[str, Any], status: str = "") -> str:
    """31 regels: 24 nieuw, 4 gekoppeld, 2 al gelijk, 1 fout; once written: 1 overgeslagen."""
    total = int(counts.get("total", 0))
    start = f"{in_dutch(total)} {'regel' if total == 1 else 'regels'}"
    counted = _COUNTED | ({Action.ERROR: ("overgeslagen",) * 2} if status == ImportStatus.DONE else {})
    parts = [
        f"{in_dutch(counts[action])} {one if counts[action] == 1 else more}"
        for action, (one, more) in counted.items()
        if counts.get(action)
    ]
    return f"{start}: {', '.join(parts)}" if parts else start


def lines_of(job: FileImport, *, chosen: str, number: str) -> Lines:
    """Return the lines that belong on this page. One query: the outcome is read whole, and shown by page."""
    is_done = job.status == ImportStatus.DONE
    outcome = type(job)._default_manager.values_list("outcome", flat=True).get(pk=job.pk)
    faults = [] if is_done else [line for line in outcome if line["action"] == Action.ERROR]
    others = [line for line in outcome if is_done or line["action"] != Action.ERROR]
    warned = sum(bool(line.get("warnings")) for line in others)
    present = {line["action"] for line in others}
    labels = DONE_LABELS if is_done else LABELS
    choices = [(str(action), labels[action]) for action in Action if action in present]
    if warned:
        choices.append((_WARNED, kind_for(type(job)).words.warned_choice))
    chosen = chosen if chosen in dict(choices) else ""
    kept = [line for line in others if not chosen or line["action"] == chosen or _is_warned(line, chosen)]
    page = Paginator(kept, PER_PAGE).get_page(number)
    page.object_list = [_line(line, labels) for line in page.object_list]
    return Lines(faults[:FAULTS_PER_PAGE], max(len(faults) - FAULTS_PER_PAGE, 0), page, choices, chosen, warned)


def _is_warned(line: dict[str, Any], chosen: str) -> bool:
    return chosen == _WARNED and bool(line.get("warnings"))


def _line(line: dict[str, Any], labels: dict[Action, str]) -> Line:
    action = Action(line["action"])
    faults = [fault["text"] for fault in line.get("errors", ())]
    return Line(
        number=line["number"],
        name=line["name"],
        action=action,
        sign=SIGNS[action],
        label=labels[action],
        words=[*line.get("words", ()), *faults],
        changes=line.get("changes", []),
        warnings=line.get("warnings", []),
    )


def stored_cells(job: FileImport, numbers: set[int]) -> dict[int, dict[str, str]]:
    """Return the cells of some lines as they are kept now."""
    rows = type(job)._default_manager.values_list("rows", flat=True).get(pk=job.pk)
    return {row["number"]: row["values"] for row in rows if row["number"] in numbers}
