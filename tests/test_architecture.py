"""House rules that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
# What a concept may hold, each as one file or as a folder of that name; and what a few need beside them.
FILES = {"models", "enums", "rules", "access", "queries", "actions", "forms", "views", "urls", "tasks"}
BESIDE = {
    "areas/accounts": {"adapters", "middleware", "passwords", "receivers", "requests"},
    "areas/area": {"catalogue", "data"},  # the files with the sixteen areas
    "areas/factsheet": {"pdf"},
    "areas/imports": {
        "deciding",
        "kinds",
        "lines",
        "party_kind",
        "running",
        "writing",
    },  # an import is worked off in steps
    "coalition/agreement/amendments": {"subjects", "writing"},  # what one is about, and what it does with that
    "coalition/agreement/articles": {"telling"},  # what is said of a law text before it is saved
    "coalition/agreement/versions": {"pdf", "rendering"},
    "coalition/conversations/recording": {"data", "exports"},
    "coalition/agreement/document": {"numbering"},  # numbers kept in a row under a lock
    "coalition/merging": {"engine", "leaving"},
    "deliverables/agenda/versions": {"pdf", "rendering"},
    "deliverables/perspective/versions": {"pdf", "rendering"},
    "deliverables/agenda/exchange": {"agenda_kind", "lines", "writing"},
    "deliverables/reminders": {"letters"},
    "novex_portal/dashboards/overview": {"tables"},
}
# Who else may be handed a request: what stands around every view.
AROUND_VIEWS = {
    "areas/accounts/adapters.py",
    "areas/accounts/forms/account.py",
    "areas/accounts/middleware.py",
    "areas/admin.py",
    "novex_portal/benchmark/floor.py",
    "novex_portal/errors.py",
    "novex_portal/health.py",
    "novex_portal/middleware.py",
}
ROOMS = ("novex_portal", "areas", "coalition", "deliverables")
# Kept outside history on purpose: summaries and queues that are made from tracked rows, and logs that are history.
UNTRACKED = {
    "coalition.ArticleEditing",  # what is typed and not saved yet
    "areas.Printout",  # a document somebody asked for, made from tracked rows and gone in days
    "coalition.ConversationDraft",  # its author's alone, and gone once recorded
    "coalition.PartyContact",  # a summary
    "deliverables.ChanceRun",  # reckoned from tracked rows, and reckoned again when they change
    "coalition.ReadEvent",  # itself a log
    "toolkit.OutgoingMail",  # a queue
    "toolkit.StoredFile",  # never changes; what is tied to it has its history
}


def python_files() -> Iterator[Path]:
    for room in ROOMS:
        yield from (path for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts)


def in_file(path: Path, name: str) -> bool:
    """Tell whether a module is the file `name` of its concept, or one of the folder of that name."""
    return path.stem == name or name in path.parts


def is_view(path: Path) -> bool:
    """Tell whether a module answers requests."""
    return in_file(path, "views")


def concepts() -> Iterator[Path]:
    """Yield the folders that hold a concept: those with a file by one of the names below."""
    rooms = ("areas", "coalition", "deliverables", "novex_portal/records", "novex_portal/dashboards")
    for room in rooms:
        for folder in (path for path in (ROOT / room).rglob("*") if path.is_dir()):
            if folder.name not in FILES and {path.stem for path in folder.iterdir()} & (FILES - {"models", "urls"}):
                yield folder


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


def test_a_concept_holds_files_by_the_names_everybody_knows() -> None:
    strange = {
        str(folder.relative_to(ROOT)): names
        for folder in concepts()
        if (
            names := {path.stem for path in folder.iterdir()}
            - FILES
            - {"__init__", "__pycache__"}
            - BESIDE.get(str(folder.relative_to(ROOT)), set())
        )
    }
    assert strange == {}


def test_only_views_and_what_stands_around_them_are_handed_a_request() -> None:
    culprits = [
        f"{where}:{node.name}"
        for path in python_files()
        if not is_view(path) and "toolkit" not in path.parts
        if (where := str(path.relative_to(ROOT))) not in AROUND_VIEWS
        for node in functions(path)
        if any(ast.unparse(arg.annotation or arg).endswith("Request") for arg in node.args.args)
    ]
    assert culprits == []


def test_no_folder_holds_more_than_fifteen_modules() -> None:
    folders = {path.parent for path in python_files()}
    crowded = {
        str(folder.relative_to(ROOT)): count
        for folder in folders
        if (count := sum(path.name != "__init__.py" for path in folder.glob("*.py"))) > 15
    }
    assert crowded == {}


def test_tests_and_templates_stand_in_the_folders_of_what_they_are_about() -> None:
    rooms = [
        ROOT / "tests" / room for room in ("areas", "coalition", "deliverables", "dashboards", "records", "toolkit")
    ]
    sources = {path.relative_to(ROOT / "novex_portal") for path in (ROOT / "novex_portal").rglob("*") if path.is_dir()}
    sources |= {path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_dir()}
    folders = [path.relative_to(ROOT / "tests") for room in rooms for path in room.rglob("*") if path.is_dir()]
    templates = (path for room in rooms for path in (ROOT / "templates" / room.name).rglob("*") if path.is_dir())
    folders += [path.relative_to(ROOT / "templates") for path in templates if path.name not in {"mail", "pdf"}]
    assert [str(path) for path in folders if path not in sources and path.name != "__pycache__"] == []


def test_every_concept_stands_on_the_map() -> None:
    words = set(re.findall(r"`([\w./]+)`", (ROOT / "docs/architecture.md").read_text("utf-8")))
    helpers = {path for path in (ROOT / "novex_portal/toolkit").iterdir() if (path / "__init__.py").exists()}
    helpers -= {path for path in helpers if path.name in {"migrations", "templatetags"}}
    missing = {folder.name for folder in (*concepts(), *helpers)} - words
    assert missing == set()


def tried_helpers(path: Path) -> set[Path]:
    """Return the folders below the toolkit of what a test imports from there; the top is the empty path."""
    found = re.findall(r"^from novex_portal\.toolkit\.?([\w.]*) import", path.read_text("utf-8"), re.MULTILINE)
    tops = {Path(name.split(".")[0]) for name in found}
    return {top if (ROOT / "novex_portal/toolkit" / top).is_dir() else Path() for top in tops}


def test_test_of_a_helper_stands_in_the_folder_of_a_helper_it_tries() -> None:
    tests = ROOT / "tests/toolkit"
    misplaced = [
        str(path.relative_to(ROOT))
        for path in tests.rglob("test_*.py")
        if (tried := tried_helpers(path)) and path.parent.relative_to(tests) not in tried
    ]
    assert misplaced == []


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
    assert importers <= {"novex_portal/toolkit/pdf/making.py"}


def test_actions_take_keywords_only_and_have_a_docstring() -> None:
    culprits = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in python_files()
        for node in in_actions(path)
        if node.args.args or not ast.get_docstring(node)
    ]
    assert culprits == []


def is_action(node: ast.FunctionDef) -> bool:
    names = (mark.func if isinstance(mark, ast.Call) else mark for mark in node.decorator_list)
    return any(isinstance(name, ast.Name) and name.id == "action" for name in names)


def in_actions(path: Path) -> Iterator[ast.FunctionDef]:
    """Yield the public functions of a module with actions."""
    body = ast.parse(path.read_text("utf-8")).body if in_file(path, "actions") and "toolkit" not in path.parts else []
    yield from (node for node in body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"))


def called_from_outside() -> set[tuple[str, str]]:
    """Return module and name of whatever screens, tasks, commands and receivers take from a module with actions.

    The parts an action is made of are taken by actions alone, by the steps of a concept that stand beside
    them, and by what fills an empty database.
    """
    inside = {name for names in BESIDE.values() for name in names - {"adapters", "receivers"}}
    outside = (p for p in python_files() if not in_file(p, "actions") and not {"demo", "benchmark"} & set(p.parts))
    return {
        (node.module or "", alias.name)
        for path in outside
        if path.stem not in inside
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and "actions" in (node.module or "").split(".")
        for alias in node.names
    }


def test_what_writes_for_somebody_is_an_action_and_so_is_what_is_called_from_outside() -> None:
    taken = called_from_outside()
    culprits = [
        f"{module}:{node.name}"
        for path in python_files()
        for node in in_actions(path)
        if (module := ".".join(path.relative_to(ROOT).with_suffix("").parts))
        if any(arg.arg == "actor" for arg in node.args.kwonlyargs) or (module, node.name) in taken
        if not is_action(node)
    ]
    assert culprits == []


def test_no_signals_are_used_as_glue() -> None:
    importers = [
        str(p.relative_to(ROOT)) for p in python_files() if "django.db.models.signals" in p.read_text("utf-8")
    ]
    assert importers == []
