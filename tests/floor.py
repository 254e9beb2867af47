"""How much of the code the tests went through, and whether rules, access and actions keep the share they had.

Of those three every branch decides something about somebody. A floor only ever goes up: raise it when you can.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from novex_portal.runtime.throwaway import PROJECT

MEASURED = PROJECT / "var" / "coverage.json"
FLOORS = {"rules": 95.0, "access": 91.0, "actions": 88.0}
"""Of the branches in modules with this name, or in a folder with it, so many per cent are taken by a test."""


def main() -> int:
    """Print the shares; return 1 when one is below its floor."""
    measured = json.loads(MEASURED.read_text("utf-8"))
    files, share = measured["files"], measured["summary"]["percent_covered"]
    print(f"Dekking: {share:.1f} % van regels en takken in {len(files)} modules", flush=True)
    there, taken = Counter[str](), Counter[str]()
    for name, file in files.items():
        path = Path(name)
        for kind in FLOORS.keys() & {path.stem, *path.parent.parts}:
            taken[kind] += file["summary"]["covered_branches"]
            there[kind] += file["summary"]["covered_branches"] + file["summary"]["missing_branches"]
    low = 0
    for kind, floor in FLOORS.items():
        share = 100 * taken[kind] / max(1, there[kind])
        low += share < floor
        word = "MISLUKT" if share < floor else "goed"
        print(f"{word:8} {kind}: {share:.1f} % van {there[kind]} takken (minstens {floor} %)", flush=True)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
