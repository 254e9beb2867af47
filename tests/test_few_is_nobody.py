"""Every number about a group of parties asks the one rule on small groups, or says here why it need not."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.test_architecture import ROOT, in_file, python_files

COUNTS = re.compile(r"\b(?:Count|Avg|Sum|StdDev|Variance|fmean|mean|median|quantiles)\(")
ASKS = re.compile(r"toolkit\.few|limits_for|limits_of_all")
# The only places that know the setting: where it is read, where it is refused, and who is held to it.
KNOW_THE_SETTING = {"novex_portal/settings.py", "novex_portal/checks.py", "areas/access.py"}
_NAMED = "of named parties, for who may read what each said"
_OWN_WORK = "of rows people make together and may all read"
NEEDS_NONE = {
    "areas/mandates/queries.py": _OWN_WORK,
    "coalition/agreement/annexes/queries.py": "of pages and bytes of files",
    "coalition/agreement/articles/queries.py": "of what hangs on one article, for who may take it out of the text",
    "coalition/agreement/document/queries.py": _OWN_WORK,
    "coalition/conversations/feedback/queries.py": _NAMED,
    "coalition/conversations/recording/queries.py": "of one conversation, for who may read it",
    "coalition/conversations/rounds/queries.py": "of conversations in a round, for who records them",
    "coalition/conversations/rounds/rules.py": "that somebody was spoken with is told",
    "coalition/planning_group/action_items/queries.py": _OWN_WORK,
    "coalition/planning_group/decisions/queries.py": "of positions that are declared by name",
    "coalition/planning_group/meetings/queries.py": _OWN_WORK,
    "coalition/analysis/network/queries/network.py": "of named parties, confidential conversations left out",
    "coalition/trail/progress/queries.py": "that somebody was spoken with is told; seats and signatures are public",
    "deliverables/agenda/measures/queries/choices.py": "of measures in a chapter, which every member reads",
    "deliverables/board_meetings/queries/area.py": "of what was agreed at a bestuurlijk overleg, which its readers see by name",
    "deliverables/board_meetings/queries/meetings.py": "of what was agreed at a bestuurlijk overleg, which its readers see by name",
    "deliverables/checkpoints/queries.py": "of reminders",
    "deliverables/money/funds/queries.py": "of contributions that name a fund",
    "deliverables/perspective/figures/queries.py": "of bytes of files",
    "deliverables/photos/queries/photos.py": "of areas",
    "deliverables/reminders/queries/reminders.py": "of mails",
    "novex_portal/dashboards/area/queries/changes.py": "of conversations on a day, for who sees the list",
    "novex_portal/dashboards/overview/queries/news.py": "of articles, ambitions, decisions and signatures: public in the area",
    "novex_portal/dashboards/overview/queries/rows.py": "of what must be ready at checkpoints",
    "novex_portal/dashboards/province/queries/money.py": "of measures without an estimate, for who reads the money of the area",
    "novex_portal/dashboards/province/queries/page.py": "of measures a province leads, which members of the area read",
    "novex_portal/dashboards/parties/queries.py": "of the parties that stand on the page",
    "novex_portal/records/handover/queries/roles.py": "of what hangs on one role, for who hands it over",
    "novex_portal/records/retention/queries.py": "of rows that are due",
}


def readers() -> Iterator[tuple[str, str]]:
    """Yield path and text of every module that works out what a page tells."""
    for path in python_files():
        if in_file(path, "queries") or in_file(path, "rules"):
            yield str(path.relative_to(ROOT)), path.read_text("utf-8")


def test_what_counts_or_averages_asks_the_rule_or_says_why_not() -> None:
    counting = {where for where, text in readers() if COUNTS.search(text) and not ASKS.search(text)}
    assert counting == NEEDS_NONE.keys()


def test_only_the_door_knows_the_setting() -> None:
    knowing = {str(path.relative_to(ROOT)) for path in python_files() if "K_THRESHOLD" in path.read_text("utf-8")}
    assert knowing == KNOW_THE_SETTING


def test_nobody_compares_a_number_of_parties_with_a_limit_of_its_own() -> None:
    compared = re.compile(
        r"(?:part(?:y|ies)|organisations?|weigh\w*|spoke\w*|speaking|answered|behind|known)\)*\s*[<>]=?\s*(?:[2-9]\b|[A-Z])"
    )
    drawing = "coalition/analysis/network/queries/page.py"  # how many names a drawing can bear
    culprits = {
        f"{where}: {found}" for where, text in readers() if where != drawing for found in compared.findall(text)
    }
    assert culprits == set()


def test_no_page_writes_the_limit_down_itself() -> None:
    pages = (path for path in (ROOT / "templates").rglob("*.html"))
    fixed = re.compile(r"(?:minder dan|vanaf) (?:drie|vijf|3|5) (?:partijen|organisaties)")
    assert [str(Path(page).relative_to(ROOT)) for page in pages if fixed.search(page.read_text("utf-8"))] == []
