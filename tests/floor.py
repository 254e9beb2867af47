"""How much of the code the tests went through, and whether rules, access and actions keep the share they had.

Of those three every branch decides something about somebody. A floor only ever goes up: raise it when you can.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from coverage import Coverage

FLOORS = {"rules": 95.0, "access": 91.0, "actions": 88.0}
"""Of the branches in modules with this name, or in a folder with it, so many per cent are taken by a test."""


def main() -> int:
    """Print the shares; return 1 when one is below its floor."""
    files, total = _measured()
    print(f"Dekking: {total['percent_covered']:.1f} % van regels en takken in {len(files)} modules", flush=True)
    there, taken = Counter[str](), Counter[str]()
    for name, file in files.items():
        path = Path(name)
        for kind in FLOORS.keys() & {path.stem, *path.parent.parts}:
            there[kind] += file["summary"]["num_branches"]
            taken[kind] += file["summary"]["covered_branches"]
    low = 0
    for kind, floor in FLOORS.items():
        share = 100 * taken[kind] / max(1, there[kind])
        low += share < floor
        word = "MISLUKT" if share < floor else "goed"
        print(f"{word:8} {kind}: {share:.1f} % van {there[kind]} takken (minstens {floor} %)", flush=True)
    return 1 if low else 0


def _measured() -> tuple[dict[str, Any], dict[str, Any]]:
    coverage = Coverage()
    coverage.load()
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        coverage.json_report(outfile=report.name)
        found = json.loads(Path(report.name).read_text("utf-8"))
    return found["files"], found["totals"]


if __name__ == "__main__":
    sys.exit(main())
