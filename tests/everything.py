"""`make test`: all that must be well before a change goes in, on a bare machine too.

The quick checks run two at a time, then the browser tests and all others side by side. What cannot
run has failed. Arguments go to one pytest instead; `--only-lint` stops before it.
"""

from __future__ import annotations

import base64
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from novex_portal.runtime import pango
from novex_portal.runtime.children import StartError, die_with_parent
from novex_portal.runtime.throwaway import PROJECT, throwaway_servers

CHECK_SECONDS = 600
BROWSER_TESTS = ["tests/e2e"]
OTHER_TESTS = ["--ignore=tests/e2e"]
INSTALL_SECONDS = 600
PRODUCTION = {
    "PORTAL_PROFILE": "production",
    "PORTAL_SECRET_KEY": secrets.token_urlsafe(64),
    "PORTAL_FIELD_KEY": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
    "PORTAL_BASE_URL": "https://portaal.example.nl",
    "PORTAL_ALLOWED_HOSTS": "portaal.example.nl",
    "PORTAL_EMAIL_URL": "smtp://mail.example.nl:25",
    "PORTAL_EMAIL_FROM": "portaal@example.nl",
    "PORTAL_PROXY_COUNT": "1",
}


@dataclass
class Step:
    """One check: its name, the words after `python`, and what it needs in its environment."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)


def main(arguments: Sequence[str]) -> int:
    """Run all checks and then the tests; return 0 only when every one of them passed."""
    only_lint = list(arguments) == ["--only-lint"]
    for name in [name for name in os.environ if name.startswith("PORTAL_") or name in {"DATABASE_URL", "REDIS_URL"}]:
        del os.environ[name]  # what is set on this machine decides nothing here
    try:
        if not only_lint:
            _need_pdf_libraries()
            _need_browser()
        with throwaway_servers() as servers:
            failed = _run_checks(_checks(servers))
    except StartError as problem:
        print(problem, file=sys.stderr)
        return 1
    if failed:
        print(f"MISLUKT: {', '.join(failed)}", flush=True)
    if only_lint:
        return 1 if failed else 0
    tests = _run_tests([list(arguments)] if arguments else [OTHER_TESTS, BROWSER_TESTS])
    return tests or (1 if failed else 0)


def _run_tests(parts: Sequence[Sequence[str]]) -> int:
    """Run pytest once per part, all at the same time; return 0 only when all passed.

    Each has a PostgreSQL and Valkey of its own. The first one's output shows as it comes, that of
    the others when they are done.
    """
    print("pytest", flush=True)
    ours = os.getpid()
    runs = []
    for part in parts:
        output = tempfile.TemporaryFile() if runs else None  # noqa: SIM115  read when the process is done
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-q", *part],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            preexec_fn=lambda: die_with_parent(signal.SIGINT, ours),
        )
        runs.append((process, output))
    statuses = []
    for process, output in runs:
        statuses.append(process.wait())
        if output:
            output.seek(0)
            print(output.read().decode(errors="replace"), flush=True)
    return max(statuses, key=abs)


def _checks(servers: Mapping[str, str]) -> list[Step]:
    """Return the checks, the slowest first: two run at a time."""
    production = {**servers, **PRODUCTION}
    return [
        Step("typen (mypy)", ["-m", "mypy"], servers),
        Step("opmaak (ruff format)", ["-m", "ruff", "format", "--check", "--output-format", "concise", "."]),
        Step("stijl (ruff)", ["-m", "ruff", "check", "--output-format", "concise", "."]),
        Step("contracten (import-linter)", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
        Step("sjablonen (djlint)", ["-m", "djlint", "templates", "--lint", "--quiet"]),
        Step("migraties", ["manage.py", "makemigrations", "--check", "--dry-run"], servers),
        Step("productieprofiel", ["manage.py", "check", "--deploy", "--fail-level", "WARNING"], production),
    ]


def _run_checks(steps: Sequence[Step]) -> list[str]:
    """Run the steps two at a time and return the names of those that failed."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(_run_step, steps))
    return [step.name for step, passed in zip(steps, results, strict=True) if not passed]


def _run_step(step: Step) -> bool:
    began = time.monotonic()
    try:
        answer = subprocess.run(
            [sys.executable, *step.command],
            cwd=PROJECT,
            env=os.environ | step.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=CHECK_SECONDS,
            check=False,
        )
        status, output = answer.returncode, answer.stdout + answer.stderr
    except subprocess.TimeoutExpired:
        status, output = 124, f"niet klaar na {CHECK_SECONDS} seconden"
    word = "goed" if status == 0 else "MISLUKT"
    lines = [] if status == 0 else [f"    {line}" for line in output.strip().splitlines()]
    print("\n".join([f"{word:8} {step.name} ({time.monotonic() - began:.1f} s)", *lines]), flush=True)
    return status == 0


# --- what the machine must have -------------------------------------------------------------------


def _need_pdf_libraries() -> None:
    try:
        if pango.should_fetch():
            print("Pango ophalen…", flush=True)
            pango.bring(pango.START_SECONDS)
    except StartError as problem:  # a set of last month will do
        print(problem, flush=True)
    if missing := pango.missing_packages():
        raise StartError("Voor de tests van PDF's ontbreken pakketten. Installeer: " + " ".join(missing))


def _need_browser() -> None:
    """Make sure there is a Chromium for the browser tests, wherever it comes from."""
    if not find_chromium() and not _apt_install(["chromium"]):
        # Playwright knows where its own browser is, so the tests need not be told.
        _run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not find_chromium() and not _playwright_has_browser():
        raise StartError("Voor de browsertests is Chromium nodig. Installeer het pakket 'chromium'.")


def find_chromium() -> Path | None:
    """Return the system's Chromium or Chrome, if there is one."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return Path(found)
    return None


def _playwright_has_browser() -> bool:
    code = (
        "from playwright.sync_api import sync_playwright as s\nwith s() as p: open(p.chromium.executable_path).close()"
    )
    return _run([sys.executable, "-c", code])


def _apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages when we are root on such a machine; say whether that worked."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installeren: {' '.join(packages)}…", flush=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return _run(["apt-get", "update", "-qq"]) and _run(install)


def _run(command: Sequence[str]) -> bool:
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        answer = subprocess.run(
            list(command), env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=INSTALL_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
