"""Runs axe-core on the page as it stands and tells what is seriously wrong with it."""

from functools import cache
from importlib import resources
from typing import Any

from playwright.sync_api import Page

# Only what is wrong is worked out in full, and not what is never more than moderate: three times as fast.
_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "rules": {"region": {"enabled": False}, "color-contrast-enhanced": {"enabled": False}},
}


@cache
def _axe() -> str:
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def serious_findings(page: Page) -> list[str]:
    """Return one line per serious or critical finding: rule, what, and where on the page.

    The script is evaluated through the debugger, so a strict Content-Security-Policy may stand.
    """
    page.evaluate(_axe())
    result: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", _OPTIONS)
    return [
        f"{finding['id']} ({finding['impact']}): {finding['help']} | {node['target'][0]} | {node['html'][:160]}"
        for finding in result["violations"]
        if finding["impact"] in {"serious", "critical"}
        for node in finding["nodes"][:5]
    ]
