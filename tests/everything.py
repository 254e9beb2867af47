"""`make test`: all that must be well before a change goes in, on a bare machine too.

The checks run one by one beside the tests, which share the processors; the browser comes last. What
cannot run has failed. `--quick` leaves out the browser, `--only-lint` all tests; any other arguments
go to one pytest instead.
"""

from __future__ import annotations

import base64
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from novex_portal.runtime import pango
from novex_portal.runtime.children import StartError, die_with_parent
from novex_portal.runtime.throwaway import PROJECT, throwaway_servers

CHECK_SECONDS = 600
BROWSER_TESTS = ["tests/e2e"]
OTHER_TESTS = ["tests", "--ignore=tests/e2e", "-p", "no:playwright"]
QUIETLY = ["-W", "ignore:Unable to activate pytest branch coverage"]
"""Of the tests themselves, which are not measured."""
MOST_WORKERS = 8
"""Each has a PostgreSQL and a Valkey of its own."""
INSTALL_SECONDS = 600
SMALL_CHROMIUM = "chromium-headless-shell"
"""The same browser without windows, which takes a third less of the processor."""
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
    """Run all checks and the tests; return 0 only when every one of them passed."""
    for name in [name for name in os.environ if name.startswith("PORTAL_") or name in {"DATABASE_URL", "REDIS_URL"}]:
        del os.environ[name]  # what is set on this machine decides nothing here
    began = time.monotonic()
    try:
        failed = _run_all(list(arguments))
    except StartError as problem:
        print(problem, file=sys.stderr)
        return 1
    took = f"in {time.monotonic() - began:.0f} seconden"
    print(f"MISLUKT {took}: {', '.join(failed)}" if failed else f"Alles goed {took}.", flush=True)
    return 1 if failed else 0


def _run_all(arguments: list[str]) -> list[str]:
    """Return the names of what failed: the checks, and beside them the tests."""
    only_lint, is_quick = arguments == ["--only-lint"], arguments == ["--quick"]
    if not only_lint:
        _need_pdf_libraries()
    if not only_lint and not is_quick:
        _need_browser()
    measuring = not is_quick
    beside = [] if only_lint else [Tests("tests", [*_workers(), *OTHER_TESTS], measured=measuring)]
    after = [] if only_lint or is_quick else [Tests("browsertests", [*_workers(), *BROWSER_TESTS])]
    if arguments and not only_lint and not is_quick:
        beside, after = [], [Tests("tests", arguments)]
    with ThreadPoolExecutor(max_workers=1) as pool:
        lint = pool.submit(_run_checks, at_once=2 if only_lint or not beside else 1)
        failed = [tests.name for tests in beside if not tests.run()]
        failed += lint.result()
    if (
        beside
        and measuring
        and subprocess.run([sys.executable, "-m", "tests.floor"], cwd=PROJECT, check=False).returncode
    ):
        failed.append("dekking")
    return failed + [tests.name for tests in after if not tests.run()]


def _workers() -> list[str]:
    """Return how pytest is told to use the processors."""
    number = min(MOST_WORKERS, len(os.sched_getaffinity(0)))
    return [f"--numprocesses={number}", "--dist=worksteal"]


@dataclass
class Tests:
    """One run of pytest, in a random order that its first line names."""

    name: str
    arguments: Sequence[str]
    measured: bool = False

    def run(self) -> bool:
        """Show its output as it comes and say whether all passed."""
        ours = os.getpid()
        seed = f"--randomly-seed={secrets.randbelow(2**32)}"
        print(f"pytest {seed}", flush=True)
        measuring = [*QUIETLY, "-m", "slipcover"] if self.measured else []
        process = subprocess.Popen(
            [sys.executable, *measuring, "-m", "pytest", "-q", seed, *self.arguments],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            preexec_fn=lambda: die_with_parent(signal.SIGINT, ours),
        )
        return process.wait() == 0


def _checks(servers: Mapping[str, str]) -> list[Step]:
    """Return the checks, the slowest first."""
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


def _run_checks(*, at_once: int) -> list[str]:
    """Run the checks, so many at a time, and return the names of those that failed."""
    with throwaway_servers() as servers, ThreadPoolExecutor(max_workers=at_once) as pool:
        steps = _checks(servers)
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
    """Make sure there is a Chromium for the browser tests, wherever it comes from: the small one for choice."""
    if shutil.which(SMALL_CHROMIUM) or _apt_install([SMALL_CHROMIUM]):
        return
    if not find_chromium() and not _apt_install(["chromium"]):
        # Playwright knows where its own browser is, so the tests need not be told.
        _run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not find_chromium() and not _playwright_has_browser():
        raise StartError("Voor de browsertests is Chromium nodig. Installeer het pakket 'chromium'.")


def find_chromium() -> str | None:
    """Return the path of this machine's Chromium or Chrome, if it has one."""
    names = (SMALL_CHROMIUM, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


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
