"""House rules that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("novex_portal", "areas", "coalition", "deliverables")
# Kept outside history on purpose: summaries and queues that are made from tracked rows, and logs that are history.
UNTRACKED = {
    "coalition.ArticleEditing",  # what is typed and not saved yet
    "areas.Printout",  # a document somebody asked for, made from tracked rows and gone in days
    "coalition.ConversationDraft",  # its author's alone, and gone once recorded
    "coalition.PartyContact",  # a summary
    "coalition.ReadEvent",  # itself a log
    "toolkit.OutgoingMail",  # a queue
}


def python_files() -> Iterator[Path]:
    for room in ROOMS:
        yield from (path for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)


def is_view(path: Path) -> bool:
    """Tell whether a module answers requests: the dashboards are views but for their queries."""
    if path.parent.name == "dashboards":
        return "queries" not in path.stem and path.stem not in {"apps", "urls"}
    return "views" in path.parts or path.name == "views.py"


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_domain_model_keeps_its_history() -> None:
    models = [
        m for app in ("areas", "coalition", "deliverables", "toolkit") for m in apps.get_app_config(app).get_models()
    ]
    tracked = {
        m._meta.get_field("pgh_obj").related_model
        for m in models
        if m.__name__.endswith("Event") and hasattr(m, "pgh_obj")
    }
    domain = {m for m in models if not hasattr(m, "pgh_tracked_model")}
    assert {m._meta.label for m in domain - tracked} == UNTRACKED


def test_views_never_query_models_themselves() -> None:
    culprits = [
        f"{path.relative_to(ROOT)}: {match}"
        for path in python_files()
        if is_view(path)
        for match in re.findall(r"\b[A-Z]\w+\.objects\b|get_object_or_404", path.read_text(encoding="utf-8"))
    ]
    assert culprits == []


def test_modules_stay_under_four_hundred_lines() -> None:
    long = {str(p.relative_to(ROOT)): n for p in python_files() if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert long == {}


def test_functions_stay_short() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.name}": length(node)
        for path in python_files()
        for node in functions(path)
        if length(node) > (30 if is_view(path) else 50)
    }
    assert long == {}


def test_templates_stay_under_hundred_and_eighty_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "templates").rglob("*.html")
        if (lines := len(path.read_text("utf-8").splitlines())) > 180
    }
    assert long == {}


@pytest.mark.parametrize(
    "pattern",
    [r"\sstyle=\"", r"\son[a-z]+=\"", r"<script(?![^>]*(\ssrc=|\stype=\"application/json\"))", r"href=\"javascript:"],
)
def test_templates_hold_nothing_inline(pattern: str) -> None:
    pages = (p for p in (ROOT / "templates").rglob("*.html") if "mail" not in p.parts and "pdf" not in p.parts)
    assert [str(p.relative_to(ROOT)) for p in pages if re.search(pattern, p.read_text("utf-8"))] == []


def test_weasyprint_has_one_door() -> None:
    importers = {
        str(path.relative_to(ROOT))
        for path in python_files()
        if re.search(r"^\s*(import|from) weasyprint", path.read_text("utf-8"), re.MULTILINE)
    }
    assert importers <= {"novex_portal/toolkit/pdf.py"}


def test_actions_take_keywords_only_and_have_a_docstring() -> None:
    culprits = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in python_files()
        if "actions" in path.parts or path.name == "actions.py"
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if node.args.args or not ast.get_docstring(node)
    ]
    assert culprits == []


def test_no_signals_are_used_as_glue() -> None:
    importers = [
        str(p.relative_to(ROOT)) for p in python_files() if "django.db.models.signals" in p.read_text("utf-8")
    ]
    assert importers == []
