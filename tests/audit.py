"""`make audit`: whether anything is known to be wrong with a package in our locks.

It asks the Python Packaging Advisory Database, so it stands outside `make test`: what others find out
tomorrow must not break today's change. Without its source it says so and fails; it never says "well" unasked.
"""

from __future__ import annotations

import json
import subprocess
import sys

from novex_portal.runtime.throwaway import PROJECT

LOCKS = ("requirements.txt", "requirements-dev.txt")
UNSAFE, NOT_ASKED = 1, 2
SECONDS = 300


def main() -> int:
    """Return 0 when nothing is known, UNSAFE when something is, NOT_ASKED when nobody could be asked."""
    return max(_audit(lock) for lock in LOCKS)


def _audit(lock: str) -> int:
    options = ["--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json", "-r", lock]
    try:
        answer = subprocess.run(
            [sys.executable, "-m", "pip_audit", *options],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        packages = json.loads(answer.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError):
        print(f"NIET NAGEKEKEN {lock}: de bron met kwetsbaarheden gaf geen antwoord. Is er verbinding met internet?")
        return NOT_ASKED
    found = [(package, fault) for package in packages for fault in package.get("vulns", [])]
    skipped: list[str] = [package["name"] for package in packages if "skip_reason" in package]
    for package, fault in found:
        better = ", ".join(fault["fix_versions"]) or "nog geen"
        print(f"KWETSBAAR {package['name']} {package['version']}: {fault['id']}; verholpen in: {better}")
    if skipped:
        which = "geen enkel pakket" if len(skipped) == len(packages) else f"niet: {', '.join(skipped)}"
        print(f"NIET NAGEKEKEN {lock}: de bron met kwetsbaarheden kent {which}")
    if not found and not skipped:
        print(f"goed     {lock}: van {len(packages)} pakketten is niets bekend")
    return UNSAFE if found else NOT_ASKED if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
