"""A web process that no longer comes round ends; one that is only busy does not."""

import subprocess
import sys

from novex_portal.runtime.throwaway import PROJECT

GUARDED = "from novex_portal.runtime.upkeep.stuck import end_when_stuck; end_when_stuck(1); "


def _run(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", GUARDED + code]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)


def test_process_held_up_by_one_comparison_ends_and_tells_where() -> None:
    answer = _run(r"import re; re.match(r'(a+)+$', 'a' * 40 + 'b')")

    assert (answer.returncode, "Timeout" in answer.stderr, 'File "' in answer.stderr) == (1, True, True)


def test_process_that_works_long_goes_on() -> None:
    answer = _run("import time; end = time.monotonic() + 3\nwhile time.monotonic() < end: sum(range(1000))")

    assert (answer.returncode, answer.stderr) == (0, "")
